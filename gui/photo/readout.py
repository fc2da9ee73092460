"""What the status bar says of the place under the pointer."""

from collections.abc import Sequence

from gui.errors import said
from gui.opened import Subject
from gui.shown import CoveredPlace, Covering, Overlay, Shown
from gui.widgets.words import facts, fixed, on_input, on_photo, score, signed, translate
from inference.classifier import PreparedInput, Quantity
from inference.geometry import Affine, Box, Pixel
from inference.image import LoadedImage
from inference.occlusion import ClassMap
from inference.pictures.heatmap import Heatmap


def readout(
    subject: Subject,
    shown: Shown,
    pixel: Pixel,
    pane: int = 0,
    *,
    is_input: bool = False,
) -> str:
    """Says what lies at a place of the photo.

    Args:
        subject: What is looked at.
        shown: What lies over it.
        pixel: The place.
        pane: Which of two photos the pointer is on.
        is_input: Whether what the network is fed stands in the place of the photo.
    """
    image = subject.image
    if image is None:
        return ""
    if layers := _layers(shown):
        return _cell_words(layers, pixel, pane)
    under = shown.overlays[pane] if pane < len(shown.overlays) else Overlay()
    other = under.image if under.image is not image else None
    if not Box(0, 0, *(other or image).size).contains(pixel):
        return ""
    if other is not None:  # a map that was kept of another photo
        return facts(on_photo(pixel), other.name, *_laid_words([under], pixel))
    words = _laid_words(_readable(shown.overlays, under, image), pixel)
    bare = _bare_words(image, subject.prepared if is_input else None, shown, pixel)
    return facts(_place_words(subject.prepared, pixel), *(words or [bare]))


def _layers(shown: Shown) -> list[Heatmap]:
    """The maps of a layer; none where what lies over the photo explains it."""
    maps = [each.heatmap for each in shown.overlays if each.heatmap is not None]
    return maps if maps and maps[0].quantity is Quantity.ACTIVATION else []


def _readable(
    overlays: Sequence[Overlay], under: Overlay, image: LoadedImage
) -> Sequence[Overlay]:
    """Both maps of numbers on a photo, else the one under the pointer, if any."""
    of_photo = [each for each in overlays if each.image in (None, image)]
    are_numbers = all(each.classes is None for each in of_photo)
    return [under] if under.is_map and not are_numbers else of_photo


def _laid_words(overlays: Sequence[Overlay], pixel: Pixel) -> list[str]:
    """What lies at a place: a class, or the number of each map."""
    for each in overlays:
        if each.classes is not None:
            return _class_words(each.classes, pixel)
    return _map_words([h for each in overlays if (h := each.heatmap)], pixel)


def _bare_words(
    image: LoadedImage, prepared: PreparedInput | None, shown: Shown, pixel: Pixel
) -> str:
    """What lies there without a map: of the input where that is shown, or the photo."""
    if prepared is not None:
        return _input_words(prepared, pixel)
    return _photo_words(image, shown.patches, pixel)


def _place_words(prepared: PreparedInput | None, pixel: Pixel) -> str:
    """Where a place lies: on the photo, and on the input where the network sees it."""
    if prepared is None or not prepared.seen.contains(pixel):
        return on_photo(pixel)
    return facts(on_photo(pixel), on_input(prepared.to_photo.inverse.pixel(pixel)))


def _class_words(classes: ClassMap, pixel: Pixel) -> list[str]:
    """The class while this place is covered, and that of the untouched photo."""
    cell = classes.cell_at(pixel)
    if cell is None:
        return []
    labels, index = classes.labels, int(classes.classes[cell])
    name, former = said(labels[index]), said(labels[classes.reference])
    now = f"{name} {score(float(classes.shares[cell]))}"
    if index == classes.reference:
        return [translate("Readout", "still {class_words}").format(class_words=now)]
    return [now, f"{former} {score(float(classes.staying[cell]))}"]


def _map_words(maps: Sequence[Heatmap], pixel: Pixel) -> list[str]:
    """The value of each map; none where no map has one."""
    values = [value for each in maps if (value := each.value_at(pixel)) is not None]
    if len(values) == 1:
        (value,) = values
        if not maps[0].is_difference:
            return [fixed(value)]
        return [translate("Readout", "drop {value}").format(value=signed(value))]
    return [f"{n} {fixed(value)}" for n, value in zip("AB", values, strict=False)]


def _photo_words(
    image: LoadedImage, patches: Sequence[CoveredPlace], pixel: Pixel
) -> str:
    """The colour of the photo, or of the patch that covers it."""
    for patch in patches:
        if patch.fill is not None and patch.box.contains(pixel):
            words = translate("Readout", "RGB {red} {green} {blue} (covered)")
            red, green, blue = _covered_color(patch.box, patch.fill, pixel)
            return words.format(red=red, green=green, blue=blue)
    red, green, blue = image.pixels[int(pixel.row), int(pixel.col)]
    words = translate("Readout", "RGB {red} {green} {blue}")
    return words.format(red=red, green=green, blue=blue)


def _covered_color(
    box: Box, fill: tuple[int, int, int] | Covering, pixel: Pixel
) -> tuple[int, int, int]:
    """The colour of a patch at a place of the photo."""
    if not isinstance(fill, Covering):
        return fill
    rows, cols = fill.pixels.shape[:2]
    row, col = Affine(box, Box(0, 0, rows, cols)).pixel(pixel)
    red, green, blue = fill.pixels[min(int(row), rows - 1), min(int(col), cols - 1)]
    return int(red), int(green), int(blue)


def _input_words(prepared: PreparedInput, pixel: Pixel) -> str:
    """The pixel value that the network is fed, before it is normalised."""
    row, col = map(int, prepared.to_photo.inverse.pixel(pixel))
    rows, cols, _ = prepared.pixels.shape
    values = prepared.pixels[min(max(row, 0), rows - 1), min(max(col, 0), cols - 1)]
    words = translate("Readout", "input {values}")
    return words.format(values=" ".join(map(str, values.tolist())))


def _cell_words(maps: Sequence[Heatmap], pixel: Pixel, pane: int) -> str:
    """Reads a cell of a layer's maps; with two photos, the same one of both."""
    heatmap = maps[min(pane, len(maps) - 1)]
    if not heatmap.area.contains(pixel):
        return ""
    rows, cols = heatmap.values.shape
    row, col = Affine(heatmap.grid, Box(0, 0, rows, cols)).pixel(pixel)
    row, col = min(int(row), rows - 1), min(int(col), cols - 1)
    cell = translate("Readout", "cell {row}, {col} of {rows} × {cols}").format(
        row=row, col=col, rows=rows, cols=cols
    )
    place = facts(on_photo(pixel), cell)
    values = [
        f"{letter} {fixed(float(m.values[row, col]))}"
        for letter, m in zip("AB", maps, strict=False)
        if m.values.shape == (rows, cols)
    ]
    return facts(place, *([v[2:] for v in values] if len(maps) == 1 else values))
