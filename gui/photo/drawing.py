"""What overlays look like: pictures of maps, and the words of their legend.

Plain functions from records to records; the canvas says when, and in which lane.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gui.errors import said
from gui.look import Look, Scale, drawn
from gui.opened import Subject
from gui.photo.class_drawing import (
    Slots,
    blended,
    class_slots,
    class_title,
    clear_words,
)
from gui.photo.colour_bar import Bar, ClassKey
from gui.photo.input_pane import input_pane
from gui.photo.legend import MapLegend
from gui.photo.map_picture import MapPicture, SlotMap, map_picture, slot_picture
from gui.photo.pane import Pane
from gui.shown import Overlay
from gui.widgets.words import facts, fixed, translate
from inference.image import LoadedImage
from inference.pictures.heatmap import Heatmap
from inference.pictures.style import overlaid

_SMALL_SHARE = 0.5  # of the other map's largest value; below, a note says so


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
    assert photo is not None
    panes, legend = map_panes(photo, overlays, look)
    return Drawing(subject, tuple(panes), legend)


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


def copied(
    image: LoadedImage, overlays: Sequence[Overlay], look: Look
) -> NDArray[np.uint8]:
    """Draws the photo with its first map in full size, (H, W, 3)."""
    first = overlays[0] if overlays and look.is_visible else Overlay()
    if first.classes is not None:
        (slots,), _ = class_slots([first.classes])
        return blended(image.pixels, first.classes, slots, look.opacity)
    shown = [each.heatmap for each in overlays if each.heatmap is not None]
    if not shown or not look.is_visible:
        return image.pixels
    scale = scale_of(overlays, look)
    (limits, _), *_ = drawn(look.color_map, scale, shown)
    return overlaid(image.pixels, shown[0], look.style, limits)


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """A map with what gives it its colours.

    Attributes:
        overlay: The map; the photo alone where both others are None.
        bar: Of numbers.
        slots: Of classes.
    """

    overlay: Overlay
    bar: Bar | None
    slots: Slots | None


def map_panes(
    photo: Pane, overlays: Sequence[Overlay], look: Look
) -> tuple[list[Pane], MapLegend]:
    """Turns overlays into coloured panes and the legend of their maps.

    Maps share a scale unless one of them cannot be compared; an overlay without a map
    shows the photo alone.
    """
    scale = scale_of(overlays, look)
    bars = iter(_bars(overlays, look.color_map, scale))
    classes = [each.classes for each in overlays if each.classes is not None]
    slots, keys = class_slots(classes)
    left = iter(slots)
    sides = [
        _Side(
            each,
            None if each.heatmap is None else next(bars),
            None if each.classes is None else next(left),
        )
        for each in overlays
    ]
    panes = _titled([_pane(photo, side, look) for side in sides], sides, photo)
    return panes, _legend(sides, keys, scale)


def scale_of(overlays: Sequence[Overlay], look: Look) -> Scale:
    """Returns how the colour bars are made: maps that cannot be compared share none."""
    is_alone = any(each.is_alone for each in overlays if each.heatmap is not None)
    return replace(look.scale, is_apart=is_alone)


def _titled(panes: list[Pane], sides: Sequence[_Side], photo: Pane) -> list[Pane]:
    """Words stand over panes where there are two, with the ends of their own scales."""
    if len(panes) == 1:
        return [replace(panes[0], title=photo.title, subtitle=photo.subtitle)]
    bars = [side.bar for side in sides]
    if None in bars or bars[0] == bars[-1]:
        return panes
    return [
        _with_scale(pane, bar) for pane, bar in zip(panes, bars, strict=True) if bar
    ]


def _bars(overlays: Sequence[Overlay], color_map: str, scale: Scale) -> list[Bar]:
    """The colour bar of each map of numbers."""
    maps = [each.heatmap for each in overlays if each.heatmap is not None]
    return [
        Bar(limits, colors, limits.is_signed or each.is_difference)
        for each, (limits, colors) in zip(
            maps, drawn(color_map, scale, maps), strict=True
        )
    ]


def _pane(photo: Pane, side: _Side, look: Look) -> Pane:
    """The photo that an overlay lies over, its own or the session's, with the map."""
    overlay, laid = side.overlay, side.overlay.heatmap or side.overlay.classes
    if overlay.image is not None and laid is not None:
        photo = Pane(overlay.image.pixels, laid.seen, is_kept=True)
    pane = replace(photo, title=overlay.title, subtitle=overlay.subtitle)
    if overlay.is_bare:
        look = replace(look, opacity=1.0, is_even=True)
    return replace(pane, picture=_picture(side, look))


def _picture(side: _Side, look: Look) -> MapPicture | None:
    heatmap, classes = side.overlay.heatmap, side.overlay.classes
    if heatmap is not None and side.bar is not None:
        return map_picture(heatmap, side.bar.limits, side.bar.color_map, look)
    if classes is not None and side.slots is not None:
        slots = SlotMap(side.slots, classes.grid, classes.reached)
        return slot_picture(slots, look.opacity)
    return None


def _with_scale(pane: Pane, bar: Bar) -> Pane:
    """Says above a pane which values its own colours span."""
    low, high = bar.ends
    words = translate("Drawing", "scale {low} to {high}").format(low=low, high=high)
    return replace(pane, subtitle=facts(pane.subtitle, words))


def _legend(
    sides: Sequence[_Side], keys: tuple[ClassKey, ...], scale: Scale
) -> MapLegend:
    """Says what one or two maps are, drawn with these limits and colours."""
    laid = [each for each in sides if each.bar is not None or each.slots is not None]
    bars = tuple(dict.fromkeys(each.bar for each in laid if each.bar is not None))
    are_apart = len(bars) + bool(keys) > 1
    _, meaning = _words(laid)
    if are_apart or scale.is_apart:
        meaning = _side_words(laid)
    return MapLegend(
        title=_title(laid, are_apart=are_apart),
        badge=laid[0].overlay.badge,
        tone=laid[0].overlay.tone,
        badge_tip=laid[0].overlay.badge_tip,
        meaning=meaning,
        bars=bars,
        keys=keys,
        are_keys_first=laid[0].slots is not None,
        panes=len(laid),
        are_apart=scale.is_apart,
        note="" if scale.is_each else _note(laid),
    )


def _title(laid: Sequence[_Side], *, are_apart: bool) -> str:
    """What the maps are of; both are named where they are not of one thing."""
    titles = {_words([each])[0] for each in laid}
    if not are_apart and len(titles) == 1:
        return titles.pop()
    left, right = _names([each.overlay for each in laid])
    return translate("Drawing", "{left} and {right}").format(left=left, right=right)


def _note(laid: Sequence[_Side]) -> str:
    """What is uneven about maps of numbers that share a scale."""
    overlays = [each.overlay for each in laid]
    heatmaps = [each.heatmap for each in overlays if each.heatmap is not None]
    is_whole = len(heatmaps) == len(laid)
    return uneven_note(heatmaps, _names(overlays)) if is_whole else ""


def uneven_note(heatmaps: Sequence[Heatmap], names: Sequence[str]) -> str:
    """Says that one map stays far below the other on their shared scale, or nothing."""
    if len(heatmaps) != 2:
        return ""
    reach = [float(np.nanmax(np.abs(h.values))) for h in heatmaps]
    small, large = (0, 1) if reach[0] < reach[1] else (1, 0)
    if reach[small] >= _SMALL_SHARE * reach[large]:
        return ""
    return translate("Drawing", "{name} reaches {small} of {large}.").format(
        name=names[small], small=fixed(reach[small], 2), large=fixed(reach[large], 2)
    )


def _names(overlays: Sequence[Overlay]) -> list[str]:
    """What two maps are called: their titles, or A and B where each has its photo."""
    if all(each.image is not None for each in overlays):
        return ["A", "B"]
    return [each.title for each in overlays]


def _words(sides: Sequence[_Side]) -> tuple[str, str]:
    """What the first map is of, and what its colours mean."""
    overlay, bar = sides[0].overlay, sides[0].bar
    if overlay.heatmap is not None and bar is not None:
        sentence = overlay.heatmap.sentence(bar.color_map, bar.limits)
        return said(overlay.heatmap.title), said(sentence)
    classes = [c for each in sides if (c := each.overlay.classes) is not None]
    return class_title(), clear_words(classes)


def _side_words(sides: Sequence[_Side]) -> str:
    """What both maps are of, and what their colours mean."""
    templates = (
        translate("Drawing", "left: {title}, {meaning}"),
        translate("Drawing", "right: {title}, {meaning}"),
    )
    words = []
    for template, side in zip(templates, sides, strict=True):
        title, meaning = _words([side])
        words.append(template.format(title=title, meaning=meaning))
    return facts(*words)
