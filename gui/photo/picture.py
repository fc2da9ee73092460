"""What the canvas shows, as one picture with its words: to be saved as a file."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gui.errors import translated
from gui.look import Look, Scale, drawn
from gui.opened import Subject
from gui.photo.drawing import class_slots
from gui.photo.map_picture import slot_color
from gui.shown import CoveredPlace, Covering, Overlay, Shown
from gui.widgets.words import facts, percent, translate
from inference.geometry import Size
from inference.occlusion import ClassMap
from inference.pictures.sheet import Picture
from inference.pictures.shown import Cover, PicturePane, shown_picture
from inference.pictures.style import PALE


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
    covers = tuple(Cover(each.box, _filling(each)) for each in shown.patches)
    covers += tuple(Cover(each.box, None, each.number) for each in shown.marks)
    photo = PicturePane(subject.image.pixels, covers=covers)
    style = replace(look.style, side=side, translate=translated)
    photo = replace(photo, style=style)
    classes = overlays[0].classes if overlays else None
    if classes is not None and subject.prediction is not None:
        panes = [_class_pane(photo, classes, subject.prediction.labels, look)]
    else:
        panes = _map_panes(photo, overlays, look)
    return shown_picture(panes or [photo], [*_lines(subject, shown, overlays)])


def _map_panes(
    photo: PicturePane, overlays: tuple[Overlay, ...], look: Look
) -> list[PicturePane]:
    """Lays maps over the photo, with the scales that they have on the canvas."""
    maps = [each.heatmap for each in overlays if each.heatmap is not None]
    is_alone = any(each.is_alone for each in overlays if each.heatmap is not None)
    scale = Scale("each") if is_alone else look.scale
    scales = iter(drawn(look.color_map, scale, maps))
    panes = []
    for overlay in overlays:
        title = facts(overlay.title, overlay.subtitle, overlay.badge)
        pane = replace(photo, title=title)
        if overlay.image is not None:
            pane = replace(pane, photo=overlay.image.pixels, covers=())
        if overlay.heatmap is not None:
            limits, color_map = next(scales)
            style = replace(photo.style, color_map=color_map, scale=limits)
            if overlay.is_bare:
                style = replace(style, opacity=1.0, is_even=True)
            pane = replace(pane, heatmap=overlay.heatmap, limits=limits, style=style)
        panes.append(pane)
    return panes


def _class_pane(
    photo: PicturePane, classes: ClassMap, labels: tuple[str, ...], look: Look
) -> PicturePane:
    """Lays the predicted class of each place over the photo, in blocks."""
    slots, found = class_slots(classes, labels)
    blended = _blended(photo.photo, slots, classes, look.opacity)
    keys = tuple(
        (_color(key.slot), f"{key.name}  {percent(key.share)}") for key in found
    )
    return replace(photo, photo=blended, keys=keys)


def _color(slot: int | None) -> tuple[int, int, int] | None:
    """Returns the colour (R, G, B) of a class; None for the one that stays clear."""
    if slot is None:
        return None
    red, green, blue = bytes.fromhex(slot_color(slot)[1:])
    return red, green, blue


def _blended(
    photo: Picture, slots: NDArray[np.int8], classes: ClassMap, opacity: float
) -> Picture:
    """Mixes the colours of slots (rows, cols) into the photo, where they lie on it."""
    grid, reached = classes.grid, classes.reached
    part = grid.clipped(Size(*photo.shape[:2]))
    rows = np.arange(round(part.top), round(part.bottom))
    cols = np.arange(round(part.left), round(part.right))
    row = ((rows + 0.5 - grid.top) * slots.shape[0] / grid.height).astype(int)
    col = ((cols + 0.5 - grid.left) * slots.shape[1] / grid.width).astype(int)
    found = slots[row][:, col]
    known = [_color(slot) for slot in range(found.max(initial=-1) + 1)]
    colors = np.array([*known, (0, 0, 0)], np.float32)[found]
    alpha = np.where(found < 0, 0, opacity)
    if reached is not None:
        alpha = np.where(reached[row][:, col], alpha, PALE * alpha)
    alpha = alpha[..., np.newaxis]
    mixed = photo.copy()
    area = mixed[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    area[:] = np.rint(area * (1 - alpha) + colors * alpha)
    return mixed


def _filling(place: CoveredPlace) -> tuple[int, int, int] | Picture | None:
    return place.fill.pixels if isinstance(place.fill, Covering) else place.fill


def _lines(
    subject: Subject, shown: Shown, overlays: tuple[Overlay, ...]
) -> Iterator[str]:
    """Says what the picture is of, and what stands in no caption of a map."""
    if overlays and overlays[0].classes is not None:
        yield translate("Picture", "Predicted class while a place is covered")
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
