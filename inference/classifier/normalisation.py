"""How pixels are normalised: as somebody says, or as the file lets one guess."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

from inference.classifier.presets import PRESETS, Channels, Normalisation
from inference.errors import MISSPELT, Sentence, SpecError, did_you_mean, plain
from inference.network.graph import Graph
from inference.network.input import ModelInput
from inference.network.operators import ARITHMETIC, BEFORE_SCALING
from inference.numbers import is_number

_KERAS = {  # what keras.applications' `preprocess_input` does, by how layers are named
    "efficientnet": "raw255",
    "convnext": "raw255",
    "regnet": "raw255",
    "mobilenetv3": "raw255",
    "mobilenet": "tensorflow",
    "inception": "tensorflow",
    "xception": "tensorflow",
    "nasnet": "tensorflow",
    "densenet": "torchvision",
    "vgg16": "caffe",
    "vgg19": "caffe",
    **{f"resnet{depth}v2": "tensorflow" for depth in (50, 101, 152)},
    **{f"resnet{depth}": "caffe" for depth in (50, 101, 152)},
}


def normalisation_json(how: Normalisation) -> str | dict[str, Any]:
    """Returns the preset's name, or the object that says the same."""
    if PRESETS.get(how.name) == how:
        return how.name
    return {
        "channels": how.channels,
        "scale": how.scale,
        "mean": list(how.mean),
        "std": list(how.std),
    }


def parse_normalisation(value: object, where: Sentence | str) -> Normalisation:
    """Returns the preprocessing that a preset's name or a JSON object means.

    Raises:
        SpecError: It is neither; `where` says where it stood.
    """
    if isinstance(value, str) and value in PRESETS:
        return PRESETS[value]
    if isinstance(value, str):
        raise SpecError(
            "There is no preprocessing preset {value!r} ({where}). Presets: {presets}; "
            "or give a JSON file.{hint}",
            value=value,
            where=where,
            presets=tuple(PRESETS),
            hint=did_you_mean(value, PRESETS),
        )
    wrong = _wrong_entry(value) if isinstance(value, Mapping) else ""
    if wrong or not isinstance(value, Mapping):
        raise SpecError(
            "The preprocessing in {where} is not understood{wrong}. It is a preset's "
            'name or {{"channels": "RGB", "BGR", "RGBA", "gray" or "GGG" (grey three '
            'times), "scale": number, '
            '"mean": numbers, "std": numbers}}, meaning (x * scale - mean) / std.',
            where=where,
            wrong=wrong,
        )
    return _from_object(value)


def guess_normalisation(
    graph: Graph, model_input: ModelInput
) -> tuple[Normalisation, str]:
    """Returns the likeliest normalisation, and why."""
    stated = _usual_metadata(graph.metadata)
    if stated is not None:
        return stated, Sentence("the file's metadata name a mean and a std")
    name, reason = _guessed_preset(graph, model_input)
    return PRESETS[name], reason


def _guessed_preset(graph: Graph, model_input: ModelInput) -> tuple[str, str]:
    exporter = graph.exporter.lower()
    by_exporter = Sentence("exported by {exporter}", exporter=graph.exporter)
    by_both = Sentence(
        "{layout}, exported by {exporter}",
        layout=model_input.layout,
        exporter=graph.exporter,
    )
    if model_input.dtype == "uint8":
        return "raw255", Sentence("the input is uint8")
    if _scales_itself(graph, model_input.name):
        return "raw255", Sentence("the graph begins with its own scaling")
    if "caffe" in exporter:
        return "caffe", by_exporter
    if "cntk" in exporter:
        return "raw255", by_exporter
    if model_input.channels == 1:
        return "unit", Sentence("one grey channel")
    if family := _keras_family(graph, exporter):
        named = Sentence("layers named like Keras' {family}", family=family)
        return _KERAS[family], named
    if "tf2onnx" in exporter or "keras" in exporter or model_input.layout == "NHWC":
        return "tensorflow", by_both
    return "torchvision", by_both


def _keras_family(graph: Graph, exporter: str) -> str:
    """Returns the network of Keras that a graph's nodes are named after, or ""."""
    if "tf2onnx" not in exporter and "keras" not in exporter:
        return ""
    scopes = {
        word.lower().replace("_", "")
        for node in graph.nodes
        for word in node.name.split("/")[:-1]
    }
    return next((f for f in _KERAS if any(s.startswith(f) for s in scopes)), "")


def _scales_itself(graph: Graph, name: str) -> bool:
    """Whether arithmetic or a uint8 cast stands before the first real layer."""
    for _ in range(4):
        users = [node for node in graph.nodes if name in node.inputs]
        if len(users) != 1:
            return False
        if users[0].plain_operator in ARITHMETIC:
            return True
        if users[0].plain_operator not in BEFORE_SCALING:
            return False
        name = users[0].outputs[0]
    return False


def _usual_metadata(metadata: Mapping[str, str]) -> Normalisation | None:
    """Reads mean and std as several exporters write them.

    They are of pixel values in 0..1; where one is above 1, of values in 0..255.
    """
    if "mean" not in metadata or "std" not in metadata:
        return None
    pixel_format = metadata.get("Image.BitmapPixelFormat", "Rgb8")
    channels = "BGR" if pixel_format.lower().startswith("bgr") else "RGB"
    try:
        mean, std = (
            [float(word) for word in metadata[key].strip("[]() ").split(",")]
            for key in ("mean", "std")
        )
        says = {"channels": channels, "scale": 1 / 255, "mean": mean, "std": std}
        stated = _from_object(says)
    except (ValueError, SpecError):
        return None
    if max(*map(abs, stated.mean), *map(abs, stated.std)) <= 1:
        return stated
    return _named(replace(stated, scale=1.0))


def _wrong_entry(value: Mapping[Any, Any]) -> Sentence | str:
    """Names an entry that cannot be, and what it is; "" where all can."""
    for key, found in value.items():
        if key not in _ENTRIES:
            if did_you_mean(str(key), _ENTRIES, MISSPELT):
                return Sentence(': it knows no "{key}"', key=plain(str(key)))
        elif not _ENTRIES[key](found):
            shown = plain(repr(found)[:200], 60)
            return Sentence(': its "{key}" is {found}', key=key, found=shown)
    return ""


def _is_numbers(value: object) -> bool:
    return all(map(is_number, value if isinstance(value, list) else [value]))


_ENTRIES: Mapping[str, Callable[[object], bool]] = {
    "channels": lambda value: isinstance(value, str) and value in get_args(Channels),
    "scale": is_number,
    "mean": _is_numbers,
    "std": _is_numbers,
}


def _from_object(value: Mapping[Any, Any]) -> Normalisation:
    """Makes a record of entries of the right types."""
    mean, std = (
        tuple(map(float, entry)) if isinstance(entry, list) else (float(entry),)
        for entry in (value.get("mean", 0), value.get("std", 1))
    )
    channels, scale = value.get("channels", "RGB"), float(value.get("scale", 1))
    return _named(Normalisation(channels, scale, mean, std))


def _named(how: Normalisation) -> Normalisation:
    """Returns the preset that says the same, where there is one."""
    same = (p for p in PRESETS.values() if replace(how, name=p.name) == p)
    return next(same, how)
