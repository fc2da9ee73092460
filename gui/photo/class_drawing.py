"""What maps of classes look like: a colour for each class, and what it stands for.

Two maps beside each other give one class one colour.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from gui.errors import said
from gui.photo.colour_bar import ClassKey
from gui.photo.map_picture import CLEAR, slot_color
from gui.theme import CLASS_COLORS
from gui.widgets.words import counted, facts, translate
from inference.geometry import Size
from inference.occlusion import ClassMap
from inference.pictures.sheet import Picture
from inference.pictures.style import PALE

KEYS = 5  # classes with a colour of their own
OTHERS = len(CLASS_COLORS)

Slots = NDArray[np.int8]
_Class = tuple[int, str]  # index and name: two models may have different names


def class_title() -> str:
    """Says what a map of classes is of."""
    return translate("Drawing", "Predicted class while a place is covered")


def clear_words(maps: Sequence[ClassMap]) -> str:
    """What it means where maps of classes have no colour, or a pale one."""
    names = " / ".join(_still(maps))
    words = translate("Drawing", "clear: still {name}").format(name=names)
    if all(each.reached is None for each in maps):
        return words
    return facts(words, translate("Drawing", "pale: coarser"))


def class_slots(maps: Sequence[ClassMap]) -> tuple[list[Slots], tuple[ClassKey, ...]]:
    """Gives the commonest classes of one or two maps colours of their own.

    Returns:
        (rows, cols) slots of each map, −1 for the class of its untouched photo; and the
        keys, with a share for each map.
    """
    if not maps:
        return [], ()
    moved = [_moved(each) for each in maps]
    ranked = [key for key, _ in sum(moved, Counter()).most_common()]
    colored = {key: slot for slot, key in enumerate(ranked[:KEYS])}
    keys = [_key(said(key[1]), [key], slot, moved) for key, slot in colored.items()]
    if rest := ranked[KEYS:]:
        name = counted("{n} others", "{n} other", len(rest))
        keys.append(_key(name, rest, OTHERS, moved))
    slots = [_slots(each, colored) for each in maps]
    return slots, (_clear_key(maps, moved), *keys)


def key_color(key: ClassKey) -> tuple[int, int, int] | None:
    """Returns the colour (R, G, B) of a class; None for the one that stays clear."""
    return None if key.slot is None else _rgb(key.slot)


def blended(photo: Picture, classes: ClassMap, slots: Slots, opacity: float) -> Picture:
    """Mixes the colours of a map of classes into a photo, where they lie on it."""
    grid, reached = classes.grid, classes.reached
    part = grid.clipped(Size(*photo.shape[:2]))
    rows = np.arange(round(part.top), round(part.bottom))
    cols = np.arange(round(part.left), round(part.right))
    row = ((rows + 0.5 - grid.top) * slots.shape[0] / grid.height).astype(int)
    col = ((cols + 0.5 - grid.left) * slots.shape[1] / grid.width).astype(int)
    found = slots[row][:, col]
    known = [_rgb(slot) for slot in range(found.max(initial=-1) + 1)]
    colors = np.array([*known, (0, 0, 0)], np.float32)[found]
    alpha = np.where(found < 0, 0, opacity)
    if reached is not None:
        alpha = np.where(reached[row][:, col], alpha, PALE * alpha)
    alpha = alpha[..., np.newaxis]
    mixed = photo.copy()
    area = mixed[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    area[:] = np.rint(area * (1 - alpha) + colors * alpha)
    return mixed


def _rgb(slot: int) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(slot_color(slot)[1:])
    return red, green, blue


def _moved(classes: ClassMap) -> Counter[_Class]:
    """The share of the places that each other class has, the commonest first."""
    counts = classes.counts()
    total = max(sum(count for _, count in counts), 1)
    return Counter(
        {
            (index, classes.labels[index]): count / total
            for index, count in counts
            if index != classes.reference
        }
    )


def _key(
    name: str, classes: Sequence[_Class], slot: int, moved: Sequence[Counter[_Class]]
) -> ClassKey:
    """What some classes with one colour have of each map."""
    shares = tuple(sum(found[each] for each in classes) for found in moved)
    return ClassKey(name, shares, slot)


def _clear_key(maps: Sequence[ClassMap], moved: Sequence[Counter[_Class]]) -> ClassKey:
    """What stays clear: the class of each untouched photo."""
    shares = tuple(1 - found.total() for found in moved)
    return ClassKey(" / ".join(_still(maps)), shares, None)


def _still(maps: Sequence[ClassMap]) -> list[str]:
    """The classes of the untouched photos, one for all where they are alike."""
    return list(dict.fromkeys(said(each.labels[each.reference]) for each in maps))


def _slots(classes: ClassMap, colored: Mapping[_Class, int]) -> Slots:
    """The slot of each place of a map."""
    slots = np.full(classes.classes.shape, OTHERS, np.int8)
    is_clear = (classes.classes == classes.reference) | (classes.classes < 0)
    slots[is_clear] = CLEAR
    for (index, name), slot in colored.items():
        if index < len(classes.labels) and classes.labels[index] == name:
            slots[(classes.classes == index) & ~is_clear] = slot
    return slots
