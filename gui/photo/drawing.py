"""What overlays look like: pictures of maps, and the words of their legend.

Plain functions from records to records; the canvas says when, and in which lane.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gui.look import uneven_note
from gui.photo.legend import Bar, ClassKey, MapLegend, Scale, drawn
from gui.photo.pane import pane_picture
from gui.photo.viewer import Look, Pane
from gui.shown import Overlay
from gui.theme import CLASS_COLORS
from gui.widgets.words import facts, plural
from inference.occlusion import ClassMap
from inference.pictures.heatmap import Heatmap

KEYS = 5  # classes with a colour of their own in a class map
OTHERS = len(CLASS_COLORS)


def painted(panes: Sequence[Pane], look: Look) -> list[Pane]:
    """Gives panes the pictures of their maps; slow enough to be done in a lane."""
    return [replace(pane, picture=pane_picture(pane, look)) for pane in panes]


def map_panes(
    photo: Pane, overlays: Sequence[Overlay], color_map: str, scale: Scale
) -> tuple[list[Pane], MapLegend]:
    """Turns overlays into panes and the legend of their maps.

    Maps share a scale unless one of them cannot be compared; an overlay without a map
    shows the photo alone.
    """
    shown = [overlay for overlay in overlays if overlay.heatmap is not None]
    maps = [overlay.heatmap for overlay in shown if overlay.heatmap is not None]
    if any(overlay.is_alone for overlay in shown):
        scale = Scale("each")
    ways = drawn(color_map, scale, maps)
    bars = [
        Bar(limits, color_map, limits.is_signed or each.is_difference)
        for each, (limits, color_map) in zip(maps, ways, strict=True)
    ]
    found = dict(zip(map(id, shown), bars, strict=True))
    panes = [_pane(photo, overlay, found.get(id(overlay))) for overlay in overlays]
    if bars[0] != bars[-1]:
        panes = [_with_scale(pane, bar) for pane, bar in zip(panes, bars, strict=True)]
    return panes, map_legend(shown, bars, scale)


def _pane(photo: Pane, overlay: Overlay, bar: Bar | None) -> Pane:
    """The photo that an overlay lies over, its own or the session's, with the map."""
    pane = photo
    if overlay.image is not None and overlay.heatmap is not None:
        pane = Pane(overlay.image.pixels, overlay.heatmap.seen)
    pane = replace(pane, title=overlay.title, subtitle=overlay.subtitle)
    if bar is None:
        return pane
    return replace(
        pane,
        heatmap=overlay.heatmap,
        limits=bar.limits,
        color_map=bar.color_map,
        is_bare=overlay.is_bare,
    )


def _with_scale(pane: Pane, bar: Bar) -> Pane:
    """Says above a pane which values its own colours span."""
    low, high = bar.ends
    return replace(pane, subtitle=facts(pane.subtitle, f"scale {low} to {high}"))


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
    overlays: Sequence[Overlay], bars: Sequence[Bar], scale: Scale
) -> MapLegend:
    """Says what one or two maps are, drawn with these limits and colours."""
    maps = [each.heatmap for each in overlays if each.heatmap is not None]
    names = [
        letter if overlay.image is not None else overlay.title
        for letter, overlay in zip("AB", overlays, strict=False)
    ]
    first = maps[0]
    title, meaning = first.title, first.sentence(bars[0].color_map, bars[0].limits)
    is_apart = bars[0] != bars[-1]
    if is_apart:
        title = " and ".join(names)
        meaning = facts(*map(_side_words, ("left", "right"), maps, bars))
    return MapLegend(
        title=title,
        badge=overlays[0].badge,
        tone=overlays[0].tone,
        meaning=meaning,
        bars=tuple(bars) if is_apart else (bars[0],),
        panes=len(maps),
        note="" if scale.kind == "each" else uneven_note(maps, names),
    )


def _side_words(side: str, heatmap: Heatmap, bar: Bar) -> str:
    sentence = heatmap.sentence(bar.color_map, bar.limits)
    return f"{side}: {heatmap.title}, {sentence}"
