"""What overlays look like: pictures of maps, and the words of their legend.

Plain functions from records to records; the canvas says when, and in which lane.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gui.legend import ClassKey, MapLegend, Scale
from gui.session import Overlay
from gui.theme import CLASS_COLORS
from gui.viewer import Look, Pane
from gui.widgets.display import uneven_note
from gui.widgets.raster import map_picture
from gui.widgets.words import plural
from inference.colormaps import DIVERGING
from inference.heatmap import Limits
from inference.occlusion import ClassMap

KEYS = 5  # classes with a colour of their own in a class map
OTHERS = len(CLASS_COLORS)
SIGNS = "red: this place speaks for the class · blue: against it"


def painted(panes: Sequence[Pane], look: Look) -> list[Pane]:
    """Gives panes the pictures of their maps; slow enough to be done in a lane."""
    painted = []
    for pane in panes:
        assert pane.heatmap is not None
        assert pane.limits is not None
        picture = map_picture(pane.heatmap, pane.limits, pane.color_map, look)
        painted.append(replace(pane, picture=picture))
    return painted


def class_slots(
    classes: ClassMap, labels: tuple[str, ...]
) -> tuple[NDArray[np.int8], tuple[ClassKey, ...]]:
    """Gives the commonest classes of a class map colours of their own.

    Returns:
        (rows, cols) slots, −1 for the class of the untouched photo; and the keys.
    """
    counts = classes.counts()
    total = sum(count for _, count in counts)
    slots = np.full(classes.classes.shape, OTHERS, np.int8)
    slots[(classes.classes == classes.reference) | (classes.classes < 0)] = -1
    others = [pair for pair in counts if pair[0] != classes.reference]
    keys = []
    for slot, (index, count) in enumerate(others[:KEYS]):
        slots[classes.classes == index] = slot
        keys.append(ClassKey(labels[index], count / total, slot))
    rest = others[KEYS:]
    if rest:
        share = sum(count for _, count in rest) / total
        keys.append(ClassKey(plural(len(rest), "other", "others"), share, OTHERS))
    still = sum(count for index, count in counts if index == classes.reference)
    clear = ClassKey(labels[classes.reference], still / max(total, 1), None)
    return slots, (clear, *keys)


def map_legend(
    overlays: Sequence[Overlay], way: tuple[Limits, str], scale: Scale
) -> MapLegend:
    """Says what one or two maps are, drawn with these limits and colours."""
    limits, color_map = way
    maps = [each.heatmap for each in overlays if each.heatmap is not None]
    first, names = maps[0], [overlay.title for overlay in overlays]
    is_diverging = color_map == DIVERGING and limits.is_signed and first.is_difference
    return MapLegend(
        title=first.title,
        badge=overlays[0].badge,
        tone=overlays[0].tone,
        meaning=SIGNS if is_diverging else first.meaning,
        limits=limits,
        color_map=color_map,
        is_signed=limits.is_signed or first.is_difference,
        panes=len(maps),
        note="" if scale.kind == "each" else uneven_note(maps, names),
    )
