"""How numbers, names and times are written in the window.

Thousands and decimals are divided as the language has it; minus is U+2212, facts are
divided by a middle dot.
"""

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import Qt

from gui.language import plural, translated
from inference.geometry import Box, Pixel
from inference.languages import local_number

translate = QCoreApplication.translate  # outside of a QObject, where tr() is
MINUS = "\u2212"
DOT = " · "
SHORT = 0.95  # seconds; what takes less is not counted


def to_translate(_context: str, words: str) -> str:
    """Marks words that `translate` is to know; they are looked up when they are shown.

    `pyside6-lupdate -tr-function-alias QT_TRANSLATE_NOOP+=to_translate` finds them.
    """
    return words


def facts(*parts: str) -> str:
    """Joins what is not empty: "1,000 classes · crop 224"."""
    return DOT.join(part for part in parts if part)


def as_tip(words: str) -> str:
    """Returns words for a tooltip, which shows them as they are: no name is markup."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words


def local(text: str) -> str:
    """Writes a number, given as Python writes it, as the language has it."""
    return local_number(text, translated).replace("-", MINUS)


def grouped(number: int) -> str:
    """Writes a count: "50,176"."""
    return local(f"{number:,}")


def on_photo(place: Pixel) -> str:
    """Says where a place of the photo lies, in the photo's own pixels from 0."""
    words = translate("Words", "row {row}, column {column} of the photo")
    return words.format(row=math.floor(place.row), column=math.floor(place.col))


def on_input(place: Pixel) -> str:
    """Says where a place of the input lies, briefly: it follows that of the photo."""
    words = translate("Words", "{row}, {column} of the input")
    return words.format(row=math.floor(place.row), column=math.floor(place.col))


def span_on_photo(box: Box) -> str:
    """Says which pixels of the photo a box covers, wholly or in part."""
    words = translate(
        "Words", "rows {top} to {bottom}, columns {left} to {right} of the photo"
    )
    return words.format(
        top=math.floor(box.top),
        bottom=math.ceil(box.bottom) - 1,
        left=math.floor(box.left),
        right=math.ceil(box.right) - 1,
    )


def shortened(name: str, longest: int = 32) -> str:
    """Cuts a name where only a few words have room."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def counted(many: str, one: str, n: int, /, **filled: object) -> str:
    """Writes a count in a sentence: "1 photo in food", "1,000 photos in food".

    `pyside6-lupdate -tr-function-alias tr+=counted` finds the literals and gives each
    as many forms as a language has: `counted("{n} photos", "{n} photo", n)`.

    Args:
        many: The English sentence, with {n} and what else it is filled with.
        one: The same for a single one.
        n: The count.
        **filled: What the other placeholders stand for.
    """
    template = QCoreApplication.translate("", many, one, plural(n))
    if n == 1 and template == many:  # English: no translation holds
        template = one
    return template.format(n=grouped(n), **filled)


def fixed(value: float, decimals: int = 3) -> str:
    """Writes a number: "−0.383"; a rounded zero carries no sign."""
    text = f"{value:,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return local(text)


def signed(value: float, decimals: int = 3) -> str:
    """Writes a difference, always with its sign: "+0.148"; zero has none."""
    text = fixed(value, decimals)
    is_zero = not any(digit in text for digit in "123456789")
    return text if is_zero or text.startswith(MINUS) else f"+{text}"


def score(probability: float) -> str:
    """Writes a probability with three decimals, "<0.001" where that says nothing."""
    return local("<0.001" if 0 < probability < 0.001 else f"{probability:.3f}")


def percent(share: float, decimals: int = 0) -> str:
    """Writes a share of 1: "58 %", "<1 %"."""
    is_least = not decimals and 0 < share < 0.005
    number = "<1" if is_least else f"{100 * share:,.{decimals}f}"
    return translate("Words", "{n} %").format(n=local(number))


def change(before: float, after: float) -> str:
    """Writes the way a score went, with a glyph: "▼ −0.383"."""
    difference = after - before
    if abs(difference) < 0.0005:
        return f"= {local('0.000')}"
    return f"{'▲' if difference > 0 else '▼'} {signed(difference)}"


def seconds(duration: float) -> str:
    """Writes how long something took or will take: "21 s", "4 min", "1 h 10 min"."""
    if duration < SHORT:
        return translate("Words", "less than 1 s")
    if duration < 119.5:
        return translate("Words", "{n} s").format(n=f"{duration:.0f}")
    minutes = round(duration / 60)
    if minutes < 60:
        return translate("Words", "{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if not rest:
        return translate("Words", "{n} h").format(n=hours)
    return translate("Words", "{hours} h {n} min").format(hours=hours, n=rest)


def about(duration: float) -> str:
    """Writes how long something will take, nearly: "about 21 s", "less than 1 s"."""
    if duration < SHORT:
        return seconds(duration)
    return translate("Words", "about {duration}").format(duration=seconds(duration))


def time_left(done: int, total: int, elapsed: float, known: int = 0) -> str:
    """Writes how long a job will still take, as far as that can be known.

    The answer comes after 1 s and 3 steps. It is rounded to 1 s below 20 s and to 5 s
    below 2 min, then to minutes.

    Args:
        done: Steps finished.
        total: Steps in all.
        elapsed: Since the job was started [s].
        known: Steps that were finished before: the rate is that of this run alone.
    """
    made = done - known
    if total <= 0 or made < 3 or elapsed < 1.0:
        return translate("Words", "estimating…")
    left = elapsed / made * max(total - done, 0)
    if left < 19.5:
        words = seconds(max(math.ceil(left - 0.5), 1))
    elif left < 117.5:
        words = seconds(5 * round(left / 5))
    else:
        words = seconds(max(left, 119.5))
    return translate("Words", "{duration} left").format(duration=words)


def number(value: float) -> str:
    """Writes an activation: two decimals, more where it is small."""
    size = abs(value)
    if size == 0:
        return "0"
    if size >= 1:
        return fixed(value, 2)
    return fixed(value, 4) if size >= 0.001 else local(f"{value:.1e}")


def brief(value: float, span: float) -> str:
    """Writes a number of the axis with as many digits as its span needs."""
    if value == 0:
        return "0"
    decimals = 0 if span >= 20 else 1 if span >= 2 else 2 if span >= 0.2 else 4
    return fixed(value, decimals)
