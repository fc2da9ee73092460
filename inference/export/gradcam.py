"""Writes Grad-CAM maps to disk: one layer, or all of them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from inference.classifier import Classifier
from inference.export.records import (
    box_record,
    class_record,
    parity_record,
    score_record,
    source_record,
    versions,
    weighed_layer_record,
)
from inference.export.staging import staged
from inference.export.writing import (
    about,
    csv_file,
    full_size,
    save_array,
    save_picture,
    write_pictures,
    write_record,
    write_shown,
)
from inference.geometry import Floats, Size
from inference.gradcam import EQUATIONS, Choice, Diagnosis, Equation, GradCamMap
from inference.image import LoadedImage
from inference.pictures.sheet import Picture, Tile, tiled
from inference.pictures.style import Style, colored

if TYPE_CHECKING:
    from inference.twin.parity import Parity

FORMULAS: dict[Equation, str] = {
    "gradcam": "sum over channels of the spatial mean of the gradient times the "
    "channel; positive: the place speaks for the target",
    "hirescam": "sum over channels of the gradient times the channel; positive: the "
    "place speaks for the target",
    "layercam": "sum over channels of the positive part of the gradient times the "
    "channel; positive: the place speaks for the target",
}
GRADCAM_STYLE = Style(enlarge="bilinear")  # as heatmap_full.npy is made
_TILE = 96  # px
_TILES_ACROSS, _TILES_APART = 8, 64  # names of layers are wider than tiles
_COLUMNS = (
    "layer", "operator", "channels", "height", "width", "least", "greatest",
    "positive_share", "diagnosis",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GradCamResult:
    """A Grad-CAM map with all that it was made from.

    Attributes:
        map: The answer.
        classifier: The network.
        image: The photo.
        ladder: The maps at all layers, or none.
        check: How well gradients agree with the model; None where nobody asked.
        options: What the command line was given besides model and photo, by name.
        second: The class whose map stands beside it, or None.
    """

    map: GradCamMap
    classifier: Classifier
    image: LoadedImage
    ladder: tuple[GradCamMap, ...] = ()
    check: "Parity | None" = None
    options: Mapping[str, Any] = field(default_factory=dict)
    second: int | None = None


def export_gradcam(
    result: GradCamResult,
    folder: Path,
    *,
    style: Style = GRADCAM_STYLE,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes a Grad-CAM map and returns the files.

    heatmap.npy (float32, h × w of the layer), heatmap_full.npy (the same resized to the
    pixels of the photo that the network saw, half-pixel bilinear), overlay.png (the
    photo's own size), side_by_side.png, gradcam.json; with a ladder also layers.csv (a
    line per layer), layers.npz (its maps before the ReLU, by name) and layers.png;
    shown.png, as the window shows it.

    Args:
        result: What is written.
        folder: Where to.
        style: How the map is drawn.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
    """
    heatmap = result.map.heatmap
    with staged(folder, replaces=replaces) as stage:
        save_array(stage / "heatmap.npy", heatmap.values)
        save_array(stage / "heatmap_full.npy", full_size(heatmap))
        words = about(result.classifier, result.image)
        write_pictures(stage, result.image.pixels, heatmap, style, words)
        if result.ladder:
            _write_ladder(stage, result.ladder)
        write_shown(stage, shown)
        names = write_record(stage / "gradcam.json", gradcam_record(result))
    return [folder / name for name in names]


def gradcam_record(result: GradCamResult) -> dict[str, Any]:
    """Returns everything that a reader of a Grad-CAM map has to know, for JSON."""
    answer, classifier = result.map, result.classifier
    spec, heatmap, explained = answer.spec, answer.heatmap, answer.explained
    labels, against = classifier.labels, spec.target.against
    second = result.second
    target = {"index": explained.target, "label": None}
    if spec.reduction is None:
        target = class_record(labels, explained.target)
    return {
        "method": EQUATIONS[spec.equation].title,
        **source_record(classifier, result.image, result.options),
        "target": target,
        "against": None if against is None else class_record(labels, against),
        "second": None if second is None else class_record(labels, second),
        "quantity": "value" if spec.reduction else spec.target.quantity.value,
        "explained": explained.name,
        "score": explained.score,
        "layer": weighed_layer_record(answer.layer),
        "layer_is_automatic": answer.is_automatic,
        "layer_choice": choice_record(answer.choice),
        "check": None if result.check is None else parity_record(result.check),
        "reduction": spec.reduction or classifier.readout.tensor,
        "title": heatmap.title,
        "sign": FORMULAS[spec.equation],
        "relu": not spec.is_signed,
        "positive_share": answer.positive_share,
        "range": [float(heatmap.values.min()), float(heatmap.values.max())],
        "range_before_relu": _finite_range(answer.signed),
        "diagnosis": diagnosis_record(answer.diagnosis),
        "grid_box": box_record(heatmap.grid),
        "seen_box": box_record(heatmap.seen),
        "full_size": list(full_size(heatmap).shape),
        "prediction": [score_record(score) for score in explained.prediction.top(5)],
        "layers": [weighed_layer_record(step.layer) for step in result.ladder],
        "versions": versions() | {"torch": metadata.version("torch")},
    }


def choice_record(choice: Choice | None) -> dict[str, Any] | None:
    """Returns how a layer was chosen, for JSON; None where the question names it."""
    if choice is None:
        return None
    second = choice.second
    return {
        "by": "gradient",
        "second_best": None if second is None else weighed_layer_record(second),
        "first_half": choice.is_early,
    }


def diagnosis_record(diagnosis: Diagnosis | None) -> dict[str, Any] | None:
    """Returns why a map says nothing, for JSON; None where it is sound."""
    if diagnosis is None:
        return None
    return {
        "trouble": diagnosis.trouble,
        "reason": diagnosis.reason,
        "fix": diagnosis.fix,
    }


def _write_ladder(folder: Path, ladder: Sequence[GradCamMap]) -> None:
    with csv_file(folder / "layers.csv") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for step in ladder:
            least, greatest = _finite_range(step.signed)
            trouble = step.diagnosis.trouble if step.diagnosis else ""
            layer = weighed_layer_record(step.layer).values()
            share = f"{step.positive_share:.6g}"
            numbers = (f"{least:.9g}", f"{greatest:.9g}", share)
            writer.writerow([*layer, *numbers, trouble])
    # Names of tensors hold slashes, which np.savez would make folders of.
    maps: dict[str, Any] = {f"{i:03}": s.signed for i, s in enumerate(ladder)}
    maps["names"] = [step.layer.name for step in ladder]
    np.savez(folder / "layers.npz", **maps)
    tiles = [_tile(step) for step in ladder]
    picture = tiled(tiles, across=_TILES_ACROSS, apart=_TILES_APART)
    save_picture(folder / "layers.png", picture)


def _tile(step: GradCamMap) -> Tile:
    heatmap = step.heatmap
    values = heatmap.enlarged(Size(_TILE, _TILE), "bilinear")
    limits = GRADCAM_STYLE.limits_of(heatmap)
    picture = colored(values, limits, GRADCAM_STYLE.color_map_for(limits))
    layer = step.layer
    facts = f"{layer.operator} {layer.shape_text}"
    return Tile(picture, (layer.short, facts))


def _finite_range(values: Floats) -> list[float]:
    finite = values[np.isfinite(values)]
    return [float(finite.min()), float(finite.max())] if finite.size else [0.0, 0.0]
