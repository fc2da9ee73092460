"""What overlays look like: pictures of maps, and the words of their legend.

Plain functions from records to records; the canvas says when, and in which lane.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gui.errors import said
from gui.look import Look, Scale, drawn, uneven_note
from gui.opened import Subject
from gui.photo.colour_bar import Bar, ClassKey
from gui.photo.input_pane import input_pane
from gui.photo.legend import MapLegend
from gui.photo.map_picture import SlotMap, map_picture, slot_picture
from gui.photo.pane import Pane
from gui.shown import Overlay
from gui.theme import CLASS_COLORS
from gui.widgets.words import counted, facts, translate
from inference.image import LoadedImage
from inference.occlusion import ClassMap
from inference.pictures.heatmap import Heatmap
from inference.pictures.style import overlaid

KEYS = 5  # classes with a colour of their own in a class map
OTHERS = len(CLASS_COLORS)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """What overlays look like.

    Attributes:
        subject: What they lie over.
        panes: One or two photos with their maps in colours.
        legend: What stands below them.
    """

    subject: Subject
    panes: tuple[Pane, ...]
    legend: MapLegend


def bare(subject: Subject, *, is_input: bool = False) -> Pane | None:
    """Returns the photo without a map; None where there is no photo.

    Args:
        subject: What is looked at.
        is_input: Whether what the network is fed stands in the place of the photo.
    """
    if subject.image is None:
        return None
    if is_input and subject.prepared is not None:
        return input_pane(subject)
    seen = None if subject.prepared is None else subject.prepared.seen
    return Pane(subject.image.pixels, seen)


def draw(
    subject: Subject,
    overlays: Sequence[Overlay],
    look: Look,
    *,
    is_input: bool = False,
) -> Drawing:
    """Turns overlays into coloured panes; slow enough to be done in a lane.

    Args:
        subject: What they lie over.
        overlays: One or two.
        look: How maps are drawn.
        is_input: Whether they lie over what the network is fed.
    """
    overlays = [_settled(each) for each in overlays]
    photo = bare(subject, is_input=is_input)
    prediction, classes = subject.prediction, overlays[0].classes
    assert photo is not None
    if classes is None or prediction is None:
        panes, legend = map_panes(photo, overlays, look)
        return Drawing(subject, tuple(panes), legend)
    slots, keys = class_slots(classes, prediction.labels)
    picture = slot_picture(SlotMap(slots, classes.grid, classes.reached), look.opacity)
    legend = MapLegend(
        title=translate("Drawing", "Predicted class while a place is covered"),
        badge=overlays[0].badge,
        tone=overlays[0].tone,
        meaning=_clear_words(classes, prediction.labels),
        keys=keys,
    )
    return Drawing(subject, (replace(photo, picture=picture),), legend)


def _settled(overlay: Overlay) -> Overlay:
    """What is drawn of an overlay: how far it has come is no news while it runs."""
    heatmap, classes = overlay.heatmap, overlay.classes
    if not overlay.is_growing:
        return overlay
    if heatmap is not None:
        heatmap = replace(heatmap, reached=None)
    if classes is not None:
        classes = replace(classes, reached=None)
    return replace(overlay, heatmap=heatmap, classes=classes)


def _clear_words(classes: ClassMap, labels: tuple[str, ...]) -> str:
    """What it means where a class map has no colour, or a pale one."""
    name = said(labels[classes.reference])
    words = translate("Drawing", "clear: still {name}").format(name=name)
    if classes.reached is None:
        return words
    return facts(words, translate("Drawing", "pale: coarser"))


def copied(
    image: LoadedImage, overlays: Sequence[Overlay], look: Look
) -> NDArray[np.uint8]:
    """Draws the photo with its first map in full size, (H, W, 3)."""
    shown = [each.heatmap for each in overlays if each.heatmap is not None]
    if not shown or not look.is_visible:
        return image.pixels
    (limits, _), *_ = drawn(look.color_map, look.scale, shown)
    return overlaid(image.pixels, shown[0], look.style, limits)


def map_panes(
    photo: Pane, overlays: Sequence[Overlay], look: Look
) -> tuple[list[Pane], MapLegend]:
    """Turns overlays into coloured panes and the legend of their maps.

    Maps share a scale unless one of them cannot be compared; an overlay without a map
    shows the photo alone.
    """
    shown = [overlay for overlay in overlays if overlay.heatmap is not None]
    is_alone = any(overlay.is_alone for overlay in shown)
    scale = Scale("each") if is_alone else look.scale
    bars = _bars(shown, look.color_map, scale)
    found = dict(zip(map(id, shown), bars, strict=True))
    panes = [_pane(photo, each, found.get(id(each)), look) for each in overlays]
    return _titled(panes, bars, photo), map_legend(shown, bars, scale)


def _titled(panes: list[Pane], bars: Sequence[Bar], photo: Pane) -> list[Pane]:
    """Words stand over panes where there are two, with the ends of their own scales."""
    if len(panes) == 1:
        return [replace(panes[0], title=photo.title, subtitle=photo.subtitle)]
    if bars[0] == bars[-1]:
        return panes
    return [_with_scale(pane, bar) for pane, bar in zip(panes, bars, strict=True)]


def _bars(shown: Sequence[Overlay], color_map: str, scale: Scale) -> list[Bar]:
    """The colour bar of each map."""
    maps = [overlay.heatmap for overlay in shown if overlay.heatmap is not None]
    return [
        Bar(limits, colors, limits.is_signed or each.is_difference)
        for each, (limits, colors) in zip(
            maps, drawn(color_map, scale, maps), strict=True
        )
    ]


def _pane(photo: Pane, overlay: Overlay, bar: Bar | None, look: Look) -> Pane:
    """The photo that an overlay lies over, its own or the session's, with the map."""
    pane, heatmap = photo, overlay.heatmap
    if overlay.image is not None and heatmap is not None:
        pane = Pane(overlay.image.pixels, heatmap.seen)
    pane = replace(pane, title=overlay.title, subtitle=overlay.subtitle)
    if bar is None or heatmap is None:
        return pane
    if overlay.is_bare:
        look = replace(look, opacity=1.0, is_even=True)
    picture = map_picture(heatmap, bar.limits, bar.color_map, look)
    return replace(pane, picture=picture)


def _with_scale(pane: Pane, bar: Bar) -> Pane:
    """Says above a pane which values its own colours span."""
    low, high = bar.ends
    words = translate("Drawing", "scale {low} to {high}").format(low=low, high=high)
    return replace(pane, subtitle=facts(pane.subtitle, words))


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
        keys.append(ClassKey(said(labels[index]), count / total, slot))
    rest = others[KEYS:]
    if rest:
        share = sum(count for _, count in rest) / total
        keys.append(
            ClassKey(counted("{n} others", "{n} other", len(rest)), share, OTHERS)
        )
    still = sum(count for index, count in counts if index == classes.reference)
    clear = ClassKey(said(labels[classes.reference]), still / max(total, 1), None)
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
    title = said(first.title)
    meaning = said(first.sentence(bars[0].color_map, bars[0].limits))
    is_apart = bars[0] != bars[-1]
    if is_apart:
        left, right = names
        title = translate("Drawing", "{left} and {right}").format(
            left=left, right=right
        )
        sides = (
            translate("Drawing", "left: {title}, {meaning}"),
            translate("Drawing", "right: {title}, {meaning}"),
        )
        meaning = facts(*map(_side_words, sides, maps, bars))
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
    return side.format(title=said(heatmap.title), meaning=said(sentence))
