"""The look: colour tokens, fonts, icons, and the style sheet made from them.

Every colour of the frame is a token. Style sheet and palette are made from the tokens;
painted widgets and icons ask for them while painting, so a change of theme needs
nothing but the repaint that a new style sheet brings along.
"""

import re
from dataclasses import asdict, dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from string import Template
from typing import ClassVar, Literal

from PySide6.QtCore import (
    QByteArray,
    QObject,
    QPoint,
    QRectF,
    Qt,
    QTemporaryDir,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gui import fonts
from gui.fonts import font as font

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
SPACE = 4  # px; every distance is a multiple
RADIUS = 6  # px, of controls

_LENGTH = re.compile(r"\b(\d+)u(?:-(\d+))?\b")

CLASS_COLORS = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C8C00",
    "#6A51A3",
)  # fmt: skip
DARK_CLASS_COLORS = (
    "#4DA3DD", "#E69F00", "#1FBF90", "#DD93BC", "#7CC8F2", "#F0803C", "#B9B93A",
    "#A692DE",
)  # fmt: skip
OTHER_COLOR = "#5C6168"  # of classes beyond those that have a colour


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme, by what they are for."""

    window: str  # frame, cards
    surface: str  # panels, fields
    raised: str  # tracks, badges
    line: str  # dividers
    edge: str  # borders of controls
    ghost: str  # "before" bars, grooves
    text: str
    muted: str
    faint: str
    accent: str  # target, selection, links, primary button
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    warn: str
    warn_soft: str
    mat: str  # around the photo, strictly neutral
    handle: str  # knob of a slider


LIGHT = Tokens(
    window="#F3F4F6", surface="#FFFFFF", raised="#ECEFF3", line="#DADEE4",
    edge="#868E99", ghost="#C3CBD6", text="#1A1D21", muted="#545B66", faint="#6B727D",
    accent="#1D5FBF", accent_soft="#E2ECFA", on_accent="#FFFFFF", good="#0A7558",
    good_soft="#DDF2EA", bad="#B5370F", bad_soft="#FBE6DE", warn="#805300",
    warn_soft="#FBEFD3", mat="#E3E3E3", handle="#FFFFFF",
)  # fmt: skip
DARK = Tokens(
    window="#1A1C1F", surface="#222528", raised="#2D3135", line="#393E44",
    edge="#7B838D", ghost="#4A535F", text="#E9EBEE", muted="#A9B1BB", faint="#9098A2",
    accent="#79AEFF", accent_soft="#213553", on_accent="#0D1117", good="#53CDA5",
    good_soft="#173A31", bad="#FF9473", bad_soft="#46261C", warn="#F0BC55",
    warn_soft="#3F321A", mat="#141414", handle="#E9EBEE",
)  # fmt: skip


Tone = Literal["plain", "good", "warn", "bad", "notice"]  # of badges and messages


class ThemeChoice(Enum):
    """Which theme the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Keeps an application in the chosen theme and follows the system's.

    Attributes:
        now: The tokens that hold, of all applications: painting asks for them often.

    Signals:
        changed: other tokens hold from now on.
    """

    now: ClassVar[Tokens] = LIGHT
    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._icons = QTemporaryDir()  # the style sheet takes pictures from files only
        self._choice = ThemeChoice.SYSTEM
        self.tokens = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def is_dark(self) -> bool:
        """Whether the dark tokens hold."""
        return self.tokens is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Follows the system, or keeps to one theme."""
        self._choice = choice
        hints = self._app.styleHints()  # frames and file choosers of the system
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_dark = choice is ThemeChoice.DARK
            scheme = Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light
            hints.setColorScheme(scheme)
        self._apply()

    @Slot()
    def _follow_system(self) -> None:
        self._apply()

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _apply(self) -> None:
        is_dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and self._system_is_dark()
        )
        self.tokens = Theme.now = DARK if is_dark else LIGHT
        self._app.setFont(font())
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, Path(self._icons.path())))
        self.changed.emit()


def apply_theme(app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> Theme:
    """Gives the application its look; a second call changes the choice."""
    theme = app.findChild(Theme) or Theme(app)
    theme.choose(choice)
    return theme


def tokens() -> Tokens:
    """Returns the tokens that hold now; ask while painting, keep nothing."""
    return Theme.now


def color(token: str, alpha: int = 255) -> QColor:
    """Returns the colour that a token has now; alpha in 0..255."""
    result = QColor(getattr(tokens(), token))
    result.setAlpha(alpha)
    return result


def class_color(slot: int) -> QColor:
    """Returns the colour of a class on a panel; grey beyond the eighth."""
    is_dark = tokens() is DARK
    named = DARK_CLASS_COLORS if is_dark else CLASS_COLORS
    return QColor(named[slot]) if slot < len(named) else color("faint")


# ---------------------------------------------------------------------------- icons


@cache
def outline(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Draws an icon in one colour, centred in width and height (device pixels)."""
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(width, height)
    corner = QPoint((width - side) // 2, (height - side) // 2)
    svg = QSvgRenderer(QByteArray(_svg(name, colour)))
    svg.render(painter, QRectF(corner.x(), corner.y(), side, side))
    painter.end()
    return pixmap


def read_icons() -> None:
    """Reads all icons that there are, so that drawing reads no file."""
    for path in (RESOURCES / "icons").glob("*.svg"):
        _outline_of(path.stem)


@cache
def _outline_of(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _svg(name: str, colour: str) -> bytes:
    return _outline_of(name).replace("#000000", colour).encode()


# ---------------------------------------------------------------------- style sheet


def stylesheet(shown: Tokens, icon_folder: Path) -> str:
    """Fills `resources/theme.qss` with tokens and lengths.

    Args:
        shown: The colours.
        icon_folder: Where its pictures go.
    """
    names: dict[str, str] = dict(asdict(shown))
    for role, size in fonts.font_sizes().items():
        names[f"{role}_size"] = f"{size}px"
    for name, colour in (
        ("down", shown.muted),
        ("up", shown.muted),
        ("check", shown.on_accent),
        ("dash", shown.on_accent),
    ):
        file = icon_folder / f"{name}_{colour[1:]}.svg"
        file.write_bytes(_svg(name, colour))
        names[f"icon_{name}"] = f'url("{file.as_posix()}")'
    template = (RESOURCES / "theme.qss").read_text("utf-8")
    return Template(_LENGTH.sub(_on_screen, template)).substitute(names)


def _on_screen(length: re.Match[str]) -> str:
    """Turns "26u" to pixels for the font that holds; "26u-2" has two fewer."""
    return f"{fonts.px(int(length[1])) - int(length[2] or 0)}px"


def _palette(shown: Tokens) -> QPalette:
    """Returns the palette for whatever the style sheet does not name."""
    role = QPalette.ColorRole
    palette = QPalette()
    for wanted, colour in {
        role.Window: shown.window,
        role.WindowText: shown.text,
        role.Base: shown.surface,
        role.AlternateBase: shown.raised,
        role.Text: shown.text,
        role.Button: shown.surface,
        role.ButtonText: shown.text,
        role.BrightText: shown.bad,
        role.Highlight: shown.accent,
        role.HighlightedText: shown.on_accent,
        role.Link: shown.accent,
        role.LinkVisited: shown.accent,
        role.ToolTipBase: shown.text,
        role.ToolTipText: shown.surface,
        role.PlaceholderText: shown.faint,
        role.Accent: shown.accent,
    }.items():
        palette.setColor(wanted, QColor(colour))
    for wanted in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, wanted, QColor(shown.edge))
    return palette
