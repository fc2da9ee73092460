"""Finds what is wrong in translations: `python -m resources.translations.check`.

Each text has to be translated, or marked as `LATER`. What a translation takes over from
its source has to agree: placeholders, markup, the keys it names, a shortcut, blanks at
its ends; and where a count decides, there are as many forms as the language has. A
translation that equals its source stands in `unchanged.txt`, or has no words.
"""

import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
LATER = "later"
"""The translator's comment on a text that somebody could not translate.

Until somebody can, the window shows it in English.
"""
FORMS = {"ru": 3, "zh_CN": 1}
"""How many forms a count has, by language."""

_TAKEN_OVER = {
    "placeholders": re.compile(r"(?<!{){[^{}]*}(?!})|%\(\w+\)\w|%\d"),
    "markup": re.compile(r"</?\w+[^>]*>"),
    "keys": re.compile(r"\b(?:Ctrl|Alt|Shift)\+[\w.]+|\bF\d+\b|\bPg(?:Up|Down)\b"),
    "options": re.compile(r"(?<!\w)--[a-z][a-z-]+"),
    "a shortcut": re.compile(r"&(?=\w)(?!\w+;)"),
}
_ENDS = re.compile(r"\A\s+|\s+\Z")
_WITHOUT_BLANKS = {"zh_CN"}  # between words
_WORD = re.compile(r"[^\W\d_]{2}")


def main() -> int:
    """Prints all faults; returns 1 where there are some."""
    found = [fault for file in sorted(HERE.glob("*.ts")) for fault in faults(file)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def faults(file: Path) -> list[str]:
    """Returns what is wrong in a file of translations, a line each."""
    language = file.stem.partition("_")[2]
    return [
        f"{file.name}: {message.findtext('source')!r}: {fault}"
        for message in ET.parse(file).iter("message")
        for fault in _faults(message, language)
    ]


def _faults(message: ET.Element, language: str) -> Iterator[str]:
    source, forms = message.findtext("source", ""), _forms(message)
    if not all(forms):
        if message.findtext("translatorcomment") != LATER:
            yield f"is not translated, nor marked {LATER!r}"
        return
    wanted = FORMS[language] if message.get("numerus") else 1
    if len(forms) != wanted:
        yield f"has {len(forms)} forms of {wanted}"
    for form in forms:
        yield from _differing(source, form)
        is_parted = language not in _WITHOUT_BLANKS
        if is_parted and _ENDS.findall(source) != _ENDS.findall(form):
            yield f"blanks at the ends differ in {form!r}"
    if source in forms and _is_wordy(source) and source not in unchanged():
        yield "equals its source, which unchanged.txt does not list"


def _forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    several = translation.findall("numerusform")
    return [each.text or "" for each in several or [translation]]


def _differing(source: str, form: str) -> Iterator[str]:
    for what, pattern in _TAKEN_OVER.items():
        theirs, ours = (Counter(pattern.findall(text)) for text in (source, form))
        if theirs != ours:
            yield f"{what} differ in {form!r}"


def _is_wordy(source: str) -> bool:
    """Whether there is a word beside the placeholders and units."""
    bare = _TAKEN_OVER["placeholders"].sub("", source)
    return bool(_WORD.search(bare)) and bare.strip(" ×") != "px"


def unchanged() -> frozenset[str]:
    """Returns the texts that may stay as they are: names, mostly."""
    return frozenset((HERE / "unchanged.txt").read_text("utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
