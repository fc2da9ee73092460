"""The interface font, and lengths that go with it.

The design's numbers are for letters of 13 px on lines of at most 20 px; `px` says what
they are for the font that holds, so every height has room for a line of it. Widths that
must hold words are asked of the words.
"""

from functools import cache
from math import ceil
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

FontRole = Literal["figure", "heading", "body", "small", "label"]
_SHARES: dict[FontRole, float] = {  # of the body's size
    "figure": 2.0,
    "heading": 1.15,
    "body": 1.0,
    "small": 0.92,
    "label": 0.85,
}
SMALLEST, LARGEST = 9.0, 14.0  # points; the system's size is followed between them
_USUAL = 13.0  # px, of the design, and where the system names no font
_LINE = 20.0  # px, the highest line for which the design's heights hold
# Names that stand for "whatever there is"; a desktop without a setting gives these.
_GENERIC_FAMILIES = {"", "sans", "sans serif", "sans-serif", "system"}
_PREFERRED_FAMILIES = ("Inter", "Noto Sans", "Ubuntu", "Cantarell", "DejaVu Sans")


@cache
def _interface() -> tuple[str, float]:
    """Returns family and size [px] of the system's font, or of a good one."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if system.family().lower() not in _GENERIC_FAMILIES:
        dots = QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72
        points = system.pointSizeF()
        if points < 0:  # the system gives pixels
            points = system.pixelSize() / dots
        return system.family(), min(max(points, SMALLEST), LARGEST) * dots
    installed = set(QFontDatabase.families())
    family = next((f for f in _PREFERRED_FAMILIES if f in installed), system.family())
    return family, _USUAL


def forget() -> None:
    """Lets the system's font be looked up anew."""
    _interface.cache_clear()
    _unit.cache_clear()
    _made.cache_clear()


def font_size(role: FontRole) -> int:
    """Returns the height of letters in a role, in px."""
    return round(_SHARES[role] * _interface()[1])


def font(role: FontRole = "body", weight: int = 400) -> QFont:
    """Returns the interface font with tabular figures: numbers do not dance."""
    return QFont(_made(role, weight))


@cache
def _made(role: FontRole, weight: int) -> QFont:
    """Makes a font once; rows that are painted ask for it again and again."""
    result = QFont(_interface()[0])
    result.setPixelSize(font_size(role))
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def font_sizes() -> dict[FontRole, int]:
    """Returns the height of letters in every role, in px."""
    return {role: font_size(role) for role in _SHARES}


@cache
def _unit() -> float:
    """Returns what one pixel of the design is on the screen, at least one."""
    line = QFontMetricsF(font()).height()
    return max(1.0, font_size("body") / _USUAL, line / _LINE)


def px(length: float) -> int:
    """Returns a length of the design on the screen, for the font that holds."""
    return round(length * _unit())


def width_of(words: str, role: FontRole = "body", weight: int = 400) -> int:
    """Returns how wide words are when they are written, in px."""
    return round(QFontMetricsF(font(role, weight)).horizontalAdvance(words) + 0.5)


def height_of(role: FontRole = "body") -> int:
    """Returns how high a line is when it is written, in px, descenders included."""
    return ceil(QFontMetricsF(font(role)).height())
