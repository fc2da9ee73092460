"""A white sheet of paper for pictures that are saved: tiles, and words in a small font.

The font is Pillow's own, so pictures look alike everywhere. It has few signs; what it
lacks is written with those it has.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from inference.languages import Translate

Picture = NDArray[np.uint8]  # (H, W, 3)
Ink = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

INK, MUTED, ACCENT = (26, 29, 33), (84, 91, 102), (29, 95, 191)
PAPER = (255, 255, 255)
GAP = 8  # px
LINE = 16  # px, of text

_LEAST_WIDTH = 420  # so that words at the head have room
_WITHOUT = str.maketrans({"−": "-", "–": "-", "—": "-", "×": "x", "ß": "ss"})


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A small picture (h, w, 3) with lines of words below it."""

    picture: Picture
    lines: tuple[str, ...]
    is_framed: bool = False


class Sheet:
    """A white sheet with lines of text at its head, and `height` px below them."""

    def __init__(self, width: int, height: int, lines: Sequence[str] = ()) -> None:
        self._font = ImageFont.load_default(12)
        width = max(width, _LEAST_WIDTH) if lines else width
        room = width - 2 * GAP
        parts = [part for line in lines for part in wrapped(line, self._font, room)]
        self.head = GAP + LINE * len(parts) + GAP
        self._sheet = Image.new("RGB", (width, self.head + height), PAPER)
        self.draw = ImageDraw.Draw(self._sheet)
        for number, part in enumerate(parts):
            self.write(GAP // 2 + number * LINE, GAP, part, room, MUTED)

    def put(self, tile: Tile, top: int, left: int, *, room: int = 0) -> None:
        """Puts a tile somewhere; its words may take as much room as it, or more."""
        height, width = tile.picture.shape[:2]
        if tile.is_framed:
            frame = (left - 3, top - 3, left + width + 2, top + height + 2)
            self.draw.rectangle(frame, outline=ACCENT, width=2)
        self._sheet.paste(Image.fromarray(tile.picture), (left, top))
        first = ACCENT if tile.is_framed else INK
        for number, words in enumerate(tile.lines):
            text = self._end_of(printable(words), max(width, room))
            ink = MUTED if number else first
            self.write(top + height + number * LINE, left, text, max(width, room), ink)

    def write(self, top: int, left: int, words: str, room: int, ink: Ink = INK) -> None:
        """Writes a line and cuts what has no room."""
        text = printable(words)
        while text and self._font.getlength(text) > room:
            text = text[:-1]
        self.draw.text((left, top), text, ink, self._font)

    def picture(self) -> Picture:
        """Returns the sheet."""
        return np.asarray(self._sheet)

    def _end_of(self, text: str, room: int) -> str:
        """Returns as much of the end of a text as fits: tensors' names differ there."""
        if self._font.getlength(text) <= room:
            return text
        while text and self._font.getlength(f"...{text}") > room:
            text = text[1:]
        return f"...{text}"


def tiled(
    tiles: Sequence[Tile], *, across: int, apart: int = GAP, head: Sequence[str] = ()
) -> Picture:
    """Returns tiles of equal size in rows, read from the top left.

    Args:
        tiles: The pictures.
        across: How many stand in a row.
        apart: Between two of a row [px]; words below a tile may reach into it.
        head: Lines above all of them.
    """
    height, width = tiles[0].picture.shape[:2]
    down_step = height + LINE * max(len(tile.lines) for tile in tiles) + GAP
    across = min(across, len(tiles))
    rows = -(-len(tiles) // across)
    sheet = Sheet(across * (width + apart) + GAP, rows * down_step, head)
    for place, tile in enumerate(tiles):
        row, column = divmod(place, across)
        top, left = sheet.head + row * down_step, GAP + column * (width + apart)
        sheet.put(tile, top, left, room=width + apart - GAP)
    return sheet.picture()


def in_font(translate: Translate) -> Translate:
    """Leaves English what Pillow's own font could not write in another language.

    Where a template is nothing but Chinese marks, the font lacks what is put into it.
    """

    def put(template: str, count: int) -> str:
        found = translate(template, count)
        is_legible = all(
            sign.isascii() or sign in template for sign in printable(found)
        )
        return found if is_legible and not any(map(_is_wide, found)) else template

    return put


def _is_wide(sign: str) -> bool:
    """Whether it is a mark of writing whose letters the font has not."""
    is_mark = unicodedata.category(sign).startswith("P")
    return is_mark and unicodedata.east_asian_width(sign) in {"F", "W"}


def printable(text: str) -> str:
    """Returns a text in signs that Pillow's own font has, as far as there are such.

    It has neither minus nor dashes nor times sign, and no letters with marks.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_WITHOUT))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def wrapped(text: str, font: Font, room: int) -> list[str]:
    """Returns a text as lines that are no wider than `room`, where words allow it."""
    lines = [""]
    for word in printable(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
