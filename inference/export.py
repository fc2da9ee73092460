"""Writes results to disk: numbers, pictures, and a JSON file that says what they are.

All files of a result are first written into a folder of their own beside their place
and then renamed, so a full disk or an interruption leaves what was there before.
"""

import csv
import json
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import PIL
from PIL import Image

import inference
from inference.classifier import Classifier
from inference.errors import ExportError
from inference.figure import Picture, side_by_side
from inference.geometry import Box
from inference.heatmap import Heatmap, Style, overlaid
from inference.image import LoadedImage
from inference.normalisation import normalisation_json
from inference.occlusion import OcclusionSpec, Sweep
from inference.prediction import ClassScore
from inference.spec import ClassifierSpec

SIGN = "drop = reference − occluded; positive: the place speaks for the target"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Gives a folder to write into; its files move to `folder` when all went well.

    Raises:
        ExportError: The disk is full, the folder is read-only, and the like.
    """
    stage = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".netgaze-", dir=folder))
        yield stage
        for path in sorted(stage.iterdir()):
            path.replace(folder / path.name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            f'Cannot save to "{folder}": {reason}. Nothing there was changed. '
            "Choose another folder, or make room."
        ) from error
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class OcclusionResult:
    """An occlusion map with all that it was made from.

    Attributes:
        sweep: The numbers.
        heatmap: One question asked of them.
        classifier: The network.
        image: The photo.
    """

    sweep: Sweep
    heatmap: Heatmap
    classifier: Classifier
    image: LoadedImage


def export_occlusion(
    result: OcclusionResult,
    folder: Path,
    *,
    style: Style | None = None,
    with_scores: bool = False,
) -> list[Path]:
    """Writes an occlusion map and returns the files.

    heatmap.npy (float32, rows × cols), heatmap.csv (a heading with the columns' centre
    pixels, then a line per row), overlay.png (the photo's own size), side_by_side.png,
    occlusion.json; with scores also logits.npy (rows, cols, K).

    Raises:
        ExportError: Nothing could be written.
        SpecError: Scores of an incomplete map.
    """
    style = style or Style()
    heatmap, photo = result.heatmap, result.image.pixels
    with staged(folder) as stage:
        np.save(stage / "heatmap.npy", heatmap.values)
        write_grid_csv(stage / "heatmap.csv", result.sweep, heatmap)
        limits = style.limits(heatmap.values)
        overlay = overlaid(photo, heatmap, style, limits)
        save_picture(stage / "overlay.png", overlay)
        save_picture(stage / "side_by_side.png", side_by_side(photo, heatmap, style))
        write_json(stage / "occlusion.json", occlusion_record(result))
        if with_scores:
            np.save(stage / "logits.npy", result.sweep.on_grid())
        names = sorted(path.name for path in stage.iterdir())
    return [folder / name for name in names]


def occlusion_record(result: OcclusionResult) -> dict[str, Any]:
    """Returns everything that a reader of an occlusion map has to know, for JSON."""
    sweep, heatmap, classifier = result.sweep, result.heatmap, result.classifier
    labels = classifier.labels
    against = heatmap.against
    place = sweep.most_sensitive(heatmap.target)
    flips = sweep.class_map()
    return {
        "method": "occlusion",
        "model": model_record(classifier),
        "image": image_record(result.image),
        "preprocessing": preprocessing_record(classifier.spec),
        "spec": spec_record(sweep.spec),
        "target": class_record(labels, heatmap.target),
        "against": None if against is None else class_record(labels, against),
        "quantity": heatmap.quantity.value,
        "title": heatmap.title,
        "sign": SIGN,
        "exact": heatmap.is_exact,
        "positions": {"done": sweep.done, "total": sweep.grid.count},
        "rows": sweep.grid.rows.tolist(),
        "cols": sweep.grid.cols.tolist(),
        "grid_box": box_record(heatmap.grid),
        "seen_box": box_record(heatmap.seen),
        "reference": [score_record(score) for score in sweep.reference.top(5)],
        "range": [float(heatmap.values.min()), float(heatmap.values.max())],
        "most_sensitive": {
            "center": list(place.center),
            "box": box_record(place.box),
            "before": score_record(place.before),
            "after": score_record(place.after),
            "becomes": score_record(place.becomes),
        },
        "flips": {"places": flips.flips, "of": flips.computed},
        "note": sweep.note,
        "versions": versions(),
    }


def model_record(classifier: Classifier) -> dict[str, Any]:
    """Returns what identifies a model, for JSON."""
    return {
        "name": classifier.spec.name,
        "file": classifier.graph.path.name,
        "sha256": classifier.graph.sha256,
    }


def image_record(image: LoadedImage) -> dict[str, Any]:
    """Returns what identifies a photo, for JSON."""
    return {"file": image.name, "height": image.size.height, "width": image.size.width}


def preprocessing_record(spec: ClassifierSpec) -> dict[str, Any]:
    """Returns how photos are fed to a model, and how we know, for JSON."""
    return {
        "normalisation": normalisation_json(spec.preprocessing.normalisation),
        "resize": spec.preprocessing.resize,
        "size": list(spec.preprocessing.size),
        "source": spec.preprocessing_source,
        "reason": spec.preprocessing_reason,
    }


def spec_record(spec: OcclusionSpec) -> dict[str, Any]:
    """Returns how places were covered, for JSON."""
    return {
        "mask_size": list(spec.mask_size),
        "stride": list(spec.stride),
        "baseline": spec.baseline.name,
        "clip": spec.clip,
    }


def class_record(labels: tuple[str, ...], index: int) -> dict[str, Any]:
    """Returns a class, for JSON."""
    return {"index": index, "label": labels[index]}


def score_record(score: ClassScore) -> dict[str, Any]:
    """Returns one class's numbers, for JSON."""
    return {
        "index": score.index,
        "label": score.label,
        "probability": score.probability,
        "logit": score.logit,
    }


def box_record(box: Box) -> dict[str, float]:
    """Returns a rectangle, for JSON."""
    return {
        "top": box.top,
        "left": box.left,
        "height": box.height,
        "width": box.width,
    }


def versions() -> dict[str, str]:
    """Returns the versions that numbers depend on."""
    return {
        "netgaze": inference.__version__,
        "onnxruntime": onnxruntime.__version__,
        "onnx": onnx.__version__,
        "numpy": np.__version__,
        "pillow": PIL.__version__,
        "python": platform.python_version(),
    }


def write_grid_csv(path: Path, sweep: Sweep, heatmap: Heatmap) -> None:
    """Writes the values with the centre pixels of their rows and columns."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["row/col", *sweep.grid.cols.tolist()])
        for row, values in zip(sweep.grid.rows, heatmap.values, strict=True):
            writer.writerow([int(row), *(f"{value:.9g}" for value in values)])


def write_json(path: Path, record: dict[str, Any]) -> None:
    """Writes a record for people and programs."""
    text = json.dumps(record, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def save_picture(path: Path, picture: Picture) -> None:
    """Writes a PNG."""
    Image.fromarray(picture).save(path, format="PNG")
