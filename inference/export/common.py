"""What every export shares: the staging folder, pictures, and records for JSON.

All files of a result are first written into a folder of their own beside their place
and then renamed, so a full disk or an interruption leaves what was there before.
"""

import json
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
from inference.figure import side_by_side
from inference.geometry import Box
from inference.heatmap import Heatmap, Style, overlaid
from inference.image import LoadedImage
from inference.normalisation import normalisation_json
from inference.prediction import ClassScore
from inference.sheet import Picture
from inference.spec import ClassifierSpec


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


def model_record(classifier: Classifier) -> dict[str, Any]:
    """Returns what identifies a model, for JSON."""
    return {
        "name": classifier.spec.name,
        "file": classifier.graph.path.name,
        "sha256": classifier.graph.sha256,
        **running_record(classifier),
    }


def running_record(classifier: Classifier) -> dict[str, bool]:
    """Returns how far a model's answers hold for one input by itself, for JSON."""
    return {
        "one_at_a_time": classifier.is_coupled,
        "repeatable": classifier.is_repeatable,
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


def write_json(path: Path, record: dict[str, Any]) -> None:
    """Writes a record for people and programs."""
    text = json.dumps(record, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def save_picture(path: Path, picture: Picture) -> None:
    """Writes a PNG."""
    Image.fromarray(picture).save(path, format="PNG")


def write_pictures(
    folder: Path, photo: Picture, heatmap: Heatmap, style: Style
) -> None:
    """Writes overlay.png (the photo's own size) and side_by_side.png."""
    limits = style.limits(heatmap.values)
    save_picture(folder / "overlay.png", overlaid(photo, heatmap, style, limits))
    save_picture(folder / "side_by_side.png", side_by_side(photo, heatmap, style))
