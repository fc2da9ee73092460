"""What the canvas shows, as one picture with its words: to be saved as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gui.language import translated
from gui.look import Look, drawn
from gui.opened import Subject
from gui.photo.class_drawing import blended, class_slots, class_title, key_color
from gui.photo.colour_bar import ClassKey
from gui.photo.drawing import scale_of
from gui.shown import CoveredPlace, Covering, Overlay, Shown
from gui.widgets.words import facts, translate
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.sheet import Picture
from inference.pictures.shown import Cover, Key, PicturePane, shown_picture


def pictured(subject: Subject, shown: Shown, look: Look, side: int | None) -> Picture:
    """Draws what lies over the photo with its words; takes its time.

    Args:
        subject: Model and photo.
        shown: What lies over it: one pane or two.
        look: How maps are drawn.
        side: Longer side of each pane's photo [px]; None for its own.
    """
    assert subject.image is not None
    overlays = shown.overlays if look.is_visible else ()
    style = replace(look.style, side=side, translate=translated)
    photo = PicturePane(subject.image.pixels, style=style)
    laid = overlays or (Overlay(),)
    panes = [
        replace(pane, covers=_covers(subject, shown, each))
        for pane, each in zip(_map_panes(photo, laid, look), laid, strict=True)
    ]
    return shown_picture(panes, [*_lines(subject, shown, overlays)])


def _covers(subject: Subject, shown: Shown, overlay: Overlay) -> tuple[Cover, ...]:
    """What is covered on the photo of a map, and told of it unless it was kept."""
    if overlay.image not in (None, subject.image):
        return ()
    patches = tuple(Cover(each.box, _filling(each)) for each in shown.patches)
    if overlay.image is not None:
        return patches
    marks = tuple(Cover(each.box, None, each.number) for each in shown.marks)
    return patches + marks


def _map_panes(
    photo: PicturePane, overlays: tuple[Overlay, ...], look: Look
) -> list[PicturePane]:
    """Lays maps over the photo, with the colours that they have on the canvas."""
    maps = [each.heatmap for each in overlays if each.heatmap is not None]
    classes = [each.classes for each in overlays if each.classes is not None]
    scales = iter(drawn(look.color_map, scale_of(overlays, look), maps))
    slots, keys = class_slots(classes)
    left = iter(slots)
    panes = []
    for overlay in overlays:
        pane = replace(
            photo, title=facts(overlay.title, overlay.subtitle, overlay.badge)
        )
        if overlay.image is not None:
            pane = replace(pane, photo=overlay.image.pixels)
        worn = replace(look, opacity=1.0, is_even=True) if overlay.is_bare else look
        if overlay.heatmap is not None:
            pane = _number_pane(pane, overlay.heatmap, next(scales), worn)
        elif overlay.classes is not None:
            mixed = blended(pane.photo, overlay.classes, next(left), worn.opacity)
            pane = replace(pane, photo=mixed, keys=_keys(keys))
        panes.append(pane)
    return panes


def _number_pane(
    pane: PicturePane, heatmap: Heatmap, scale: tuple[Limits, str], look: Look
) -> PicturePane:
    """Lays a map of numbers over a photo."""
    limits, color_map = scale
    style = replace(
        pane.style,
        color_map=color_map,
        scale=limits,
        opacity=look.opacity,
        is_even=look.is_even,
    )
    return replace(pane, heatmap=heatmap, limits=limits, style=style)


def _keys(keys: Sequence[ClassKey]) -> tuple[Key, ...]:
    """Returns what stands below a map of classes: colours, and what they stand for."""
    return tuple((key_color(key), key.words) for key in keys)


def _filling(place: CoveredPlace) -> tuple[int, int, int] | Picture | None:
    return place.fill.pixels if isinstance(place.fill, Covering) else place.fill


def _lines(
    subject: Subject, shown: Shown, overlays: tuple[Overlay, ...]
) -> Iterator[str]:
    """Says what the picture is of, and what stands in no caption of a map."""
    if any(each.classes is not None for each in overlays):
        yield class_title()
    for each in shown.patches:
        if each.label and each.fill is not None:
            yield _covered_words(each)
    badges = [each.badge for each in overlays[:1] if len(overlays) == 1]
    model = "" if subject.classifier is None else subject.classifier.spec.name
    photo = "" if subject.image is None else subject.image.name
    yield facts(model, photo, *badges)


def _covered_words(patch: CoveredPlace) -> str:
    """Says what stands in a patch and what comes of it."""
    if not isinstance(patch.fill, tuple):
        words = translate("Picture", "Covered with the blurred photo: {score}")
        return words.format(score=patch.label)
    words = translate("Picture", "Covered with {color} (R, G, B): {score}")
    return words.format(color=", ".join(map(str, patch.fill)), score=patch.label)
