"""What every export shares: pictures, arrays, and records for JSON."""

import json
import platform
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import onnx
import onnxruntime
import PIL
from numpy.typing import NDArray
from PIL import Image

import inference
from inference.classifier import (
    Classifier,
    ClassifierSpec,
    ClassScore,
    normalisation_json,
)
from inference.geometry import Box
from inference.image.reading import LoadedImage
from inference.pictures.captioned import side_by_side
from inference.pictures.heatmap import Heatmap
from inference.pictures.sheet import Picture
from inference.pictures.style import Style, overlaid


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


def write_record(path: Path, record: dict[str, Any]) -> list[str]:
    """Writes an export's JSON, last of its files: it lists them, and itself.

    Returns:
        The names of all files, sorted.
    """
    names = sorted({*(each.name for each in path.parent.iterdir()), path.name})
    path.write_text(json_text(record | {"files": names}, indent=2) + "\n", "utf-8")
    return names


def json_text(record: dict[str, Any], *, indent: int | None = None) -> str:
    """Returns JSON whose control codes, marks and lone surrogates are escaped."""
    text = json.dumps(record, indent=indent, ensure_ascii=False)
    return "".join(s if s.isprintable() or s == "\n" else _escaped(s) for s in text)


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def save_array(path: Path, values: NDArray[Any]) -> None:
    """Writes a .npy file; where that fails, the system's own reason is kept."""
    with path.open("wb") as file:
        # NumPy writes into real files by itself, and then knows no reason.
        np.save(SimpleNamespace(write=file.write), values)


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
