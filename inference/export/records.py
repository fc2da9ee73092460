"""What JSON says of the things that exports are about: each record once, here."""

import math
import platform
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
import PIL

import inference
from inference.classifier import (
    Classifier,
    ClassifierSpec,
    ClassScore,
    preprocessing_json,
)
from inference.geometry import Box
from inference.image import LoadedImage
from inference.network.costs import NodeCost
from inference.network.layers import FeatureLayer

if TYPE_CHECKING:
    from inference.twin.parity import Parity


def model_record(classifier: Classifier) -> dict[str, Any]:
    """Returns what identifies a model, for JSON."""
    return {
        "name": classifier.spec.name,
        "file": classifier.graph.path.name,
        "path": str(classifier.graph.path.absolute()),
        "sha256": classifier.graph.sha256,
        "beside": dict(classifier.graph.beside),
        **reading_record(classifier.spec),
        **({"axes": axes} if (axes := classifier.spec.reading.axes) else {}),
        **running_record(classifier),
    }


def reading_record(spec: ClassifierSpec) -> dict[str, Any]:
    """Returns which inputs and outputs of a model's file are used, for JSON."""
    reading = spec.reading
    return {
        "output": reading.output,
        "output_source": "user" if reading.is_stated else "file",
        "given": [
            {
                "name": each.name,
                "dtype": each.dtype,
                "shape": list(each.shape),
                "numbers": list(each.numbers),
                "source": each.source,
            }
            for each in reading.given
        ],
    }


def running_record(classifier: Classifier) -> dict[str, bool]:
    """Returns how far a model's answers hold for one input by itself, for JSON."""
    return {
        "one_at_a_time": classifier.is_coupled,
        "repeatable": classifier.is_repeatable,
        "as_written": classifier.is_as_written,
    }


def image_record(image: LoadedImage) -> dict[str, Any]:
    """Returns what identifies a photo, for JSON."""
    return {
        "file": image.name,
        "path": str(image.path.absolute()),
        "sha256": image.sha256,
        "color_profile": image.profile or "sRGB",
        "converted_to_srgb": image.is_converted,
        "height": image.size.height,
        "width": image.size.width,
    }


def source_record(
    classifier: Classifier, image: LoadedImage, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Returns what a map was made from, for JSON, in the order of every export.

    Args:
        classifier: The network.
        image: The photo.
        options: What the command line was given besides these, by name.
    """
    return {
        "model": model_record(classifier),
        "image": image_record(image),
        "preprocessing": preprocessing_record(classifier.spec),
        "labels": labels_record(classifier.spec),
        "options": dict(options),
    }


def labels_record(spec: ClassifierSpec) -> list[str] | None:
    """Returns the class names that a user gave, for JSON; the others lie by the model.

    None where they come from there.
    """
    return list(spec.labels) if spec.labels_source == "user" else None


def preprocessing_record(spec: ClassifierSpec) -> dict[str, Any]:
    """Returns how photos are fed to a model, and how we know, for JSON."""
    return {
        **preprocessing_json(spec.preprocessing),
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


def parity_record(parity: "Parity") -> dict[str, Any]:
    """Returns how well gradients agree with the model, for JSON."""
    return {
        "holds": parity.holds,
        "max_abs_diff": parity.max_abs_diff,
        "max_rel_diff": parity.max_rel_diff,
        "top1_agrees": parity.top1_agrees,
        "first_divergence": parity.first_divergence,
        "compared_from": list(parity.compared_from),
        "operators": dict(parity.operators),
    }


def box_record(box: Box) -> dict[str, float]:
    """Returns a rectangle, for JSON."""
    return {
        "top": box.top,
        "left": box.left,
        "height": box.height,
        "width": box.width,
    }


def read_layer_record(layer: FeatureLayer) -> dict[str, Any]:
    """Returns a layer whose values were read, for JSON."""
    return {
        "name": layer.name,
        "operator": layer.operator,
        "kind": layer.kind.value,
        "shape": list(layer.shape),
        "extra_tokens": layer.axes.extra_tokens if layer.axes else 0,
    }


def weighed_layer_record(layer: FeatureLayer) -> dict[str, Any]:
    """Returns a layer whose channels were weighed, for JSON."""
    return {
        "name": layer.name,
        "operator": layer.operator,
        "channels": layer.channels,
        "height": layer.size.height,
        "width": layer.size.width,
    }


def node_record(row: NodeCost) -> dict[str, Any]:
    """Returns a node and its cost, for JSON.

    Keys: name, operator, output (its first tensor), shape (of that; null where
    unknown), parameters, multiply_adds, memory (bytes of its outputs), kind (how the
    layer's values lie; null where it is no layer), short (a short name that `--layer`
    takes; null where it is no layer), attributes (by name; of what slides always
    kernel_shape, strides, pads, dilations and group).
    """
    return {
        "name": row.node.name,
        "operator": row.node.operator,
        "output": row.node.outputs[0],
        "shape": None if row.shape is None else list(row.shape),
        "parameters": row.parameters,
        "multiply_adds": row.multiply_adds,
        "memory": row.memory,
        "kind": row.layer.kind.value if row.layer else None,
        "short": row.layer.short if row.layer else None,
        "attributes": {name: _finite(v) for name, v in row.attributes.items()},
    }


def _finite(value: Any) -> Any:
    """Returns a value as JSON may hold it: numbers without end as text."""
    if isinstance(value, list):
        return [_finite(each) for each in value]
    is_endless = isinstance(value, float) and not math.isfinite(value)
    return str(value) if is_endless else value


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
