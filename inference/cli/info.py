"""`info`: what a model is, and how it is fed and read."""

import argparse
from collections.abc import Iterable
from typing import Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.cli.layer_lines import in_words, print_layers
from inference.cli.parsing import Say
from inference.errors import Sentence, plain
from inference.export import (
    preprocessing_record,
    reading_record,
    running_record,
)
from inference.network.costs import network_table
from inference.network.graph import TensorInfo
from inference.network.quantisation import quantisation_of

_LABELS_SHOWN = 5
_TITLES = {
    "model": Sentence("model"),
    "name": Sentence("name"),
    "inputs": Sentence("inputs"),
    "outputs": Sentence("outputs"),
    "image": Sentence("photo goes to"),
    "given": Sentence("beside it"),
    "output": Sentence("classes from"),
    "output_source": Sentence("chosen by"),
    "outputs_possible": Sentence("could be"),
    "channels": Sentence("channels"),
    "batch": Sentence("batch"),
    "widened": Sentence("computed in"),
    "quantisation": Sentence("quantisation"),
    "scores": Sentence("scores"),
    "layout": Sentence("layout"),
    "opset": Sentence("opset"),
    "exporter": Sentence("exporter"),
    "parameters": Sentence("parameters"),
    "multiply_adds": Sentence("multiply adds"),
    "activation_memory": Sentence("activation memory"),
    "classes": Sentence("classes"),
    "labels": Sentence("labels"),
    "labels_source": Sentence("labels source"),
    "labels_reason": Sentence("labels reason"),
    "preprocessing": Sentence("preprocessing"),
    "device": Sentence("device"),
    "one_at_a_time": Sentence("one at a time"),
    "repeatable": Sentence("repeatable"),
    "as_written": Sentence("as written"),
    "sha256": Sentence("sha256"),
    "beside": Sentence("files beside"),
}
_SOURCES = {  # of labels and of the preprocessing
    "user": Sentence("user"),
    "metadata": Sentence("metadata"),
    "sidecar": Sentence("sidecar"),
    "ImageNet": "ImageNet",
    "numbered": Sentence("numbered"),
    "guess": Sentence("guess"),
}
_ONE_AT_A_TIME = {
    True: Sentence("yes: an answer depends on what else is in a batch"),
    False: Sentence("no"),
}
_REPEATABLE = {
    True: Sentence("yes"),
    False: Sentence("no: the same input gives another answer each time"),
}
_AS_WRITTEN = {
    True: Sentence("yes: ONNX Runtime's optimiser changes its answers"),
    False: Sentence("no: ONNX Runtime may optimise it"),
}
_OUTPUT_SOURCES = {"user": Sentence("user"), "file": Sentence("NetGaze")}
_ONLY_OUTPUT = Sentence("nobody: it is the only output")
_GIVEN_BY = {
    "user": Sentence("user"),
    "file": Sentence("the file's default"),
    "zeros": Sentence("nobody says: zeros"),
    "ones": Sentence("nobody says: ones, for zeros give no finite answer"),
}
_WIDENED = {
    True: Sentence("float32, though the file says bfloat16"),
    False: Sentence("the types of the file"),
}
_QUANTISED = {
    None: Sentence("none"),
    "QDQ": Sentence("whole numbers between quantising and dequantising (QDQ)"),
    "QOperator": Sentence("operators on whole numbers"),
    "dynamic": Sentence("dynamic: scales are taken from what is fed"),
    "weights": Sentence("weights alone"),
}
_NUMBERS_SHOWN = 4


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "info", help=say("what a model is, and how it is read")
    )
    add_model(parser, say)
    parser.add_argument(
        "--layers",
        action="store_true",
        help=say(
            "a line for each node; as JSON with the keys name, operator, output, "
            "shape, parameters, multiply_adds, memory (bytes), kind, short, attributes"
        ),
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints it."""
    classifier = opened(options)
    graph, spec = classifier.graph, classifier.spec
    table = network_table(graph, spec.preprocessing.size)
    if options.layers:
        print_layers(options, table)
        return
    record = {
        "model": options.model,
        "name": spec.name,
        "inputs": [_tensor_record(tensor) for tensor in graph.file.inputs],
        "outputs": [_tensor_record(tensor) for tensor in graph.file.outputs],
        "image": spec.input.name,
        **reading_record(spec),
        "outputs_possible": list(spec.reading.outputs),
        "scores": classifier.output,
        "layout": spec.input.layout,
        "channels": spec.preprocessing.normalisation.channels,
        "batch": spec.input.batch,
        "widened": spec.reading.is_widened,
        "quantisation": quantisation_of(graph.file),
        "opset": graph.opset,
        "exporter": graph.exporter,
        "parameters": graph.parameters,
        "multiply_adds": table.multiply_adds,
        "activation_memory": table.memory,
        "classes": len(spec.labels),
        "labels": list(spec.labels),
        "labels_source": spec.labels_source,
        "labels_reason": spec.labels_reason,
        "preprocessing": preprocessing_record(spec),
        "device": classifier.device,
        **running_record(classifier),
        "sha256": graph.sha256,
        "beside": dict(graph.beside),
    }
    print_record(options, record, _lines(record))


def _lines(record: dict[str, Any]) -> list[str]:
    shown = record | {
        "inputs": "; ".join(map(_tensor_words, record["inputs"])),
        "outputs": "; ".join(map(_tensor_words, record["outputs"])),
        "labels": _label_words(record["labels"]),
        "labels_source": _SOURCES[record["labels_source"]],
        "preprocessing": _preprocessing_words(record["preprocessing"]),
        "one_at_a_time": _ONE_AT_A_TIME[record["one_at_a_time"]],
        "repeatable": _REPEATABLE[record["repeatable"]],
        "as_written": _AS_WRITTEN[record["as_written"]],
        "given": _given_words(record["given"]),
        "output_source": _output_source(record),
        "outputs_possible": _several(map(plain, record["outputs_possible"])),
        "batch": record["batch"] or Sentence("any number"),
        "widened": _WIDENED[record["widened"]],
        "quantisation": _QUANTISED[record["quantisation"]],
        "beside": _several(
            f"{name} {sha256}" for name, sha256 in record["beside"].items()
        ),
    }
    return [
        Sentence("{title:14}  {value}", title=_TITLES[key], value=in_words(value))
        for key, value in shown.items()
    ]


def _output_source(record: dict[str, Any]) -> Sentence:
    """Says who chose the output that is read."""
    is_only = len(record["outputs"]) == 1
    return _ONLY_OUTPUT if is_only else _OUTPUT_SOURCES[record["output_source"]]


def _given_words(given: list[dict[str, Any]]) -> Sentence:
    """Says what the model is given beside the photo, and who says so."""
    return _several(
        Sentence(
            "{name} = {numbers} ({source})",
            name=plain(each["name"]),
            numbers=tuple(f"{number:g}" for number in each["numbers"][:_NUMBERS_SHOWN]),
            source=_GIVEN_BY[each["source"]],
        )
        for each in given
    )


def _several(words: Iterable[str]) -> Sentence:
    found = tuple(words)
    return Sentence("{words}", words=found) if found else Sentence("none")


def _label_words(labels: list[str]) -> Sentence:
    shown = tuple(labels[:_LABELS_SHOWN])
    if len(labels) > _LABELS_SHOWN:
        return Sentence("{labels}, …", labels=shown)
    return Sentence("{labels}", labels=shown)


def _preprocessing_words(how: dict[str, Any]) -> Sentence:
    source: object = _SOURCES[how["source"]]
    if how["reason"]:
        source = Sentence("{source}: {reason}", source=source, reason=how["reason"])
    return Sentence(
        "{normalisation}, {resize} to {height}x{width} ({source})",
        normalisation=how["normalisation"],
        resize=how["resize"],
        height=how["size"][0],
        width=how["size"][1],
        source=source,
    )


def _tensor_record(tensor: TensorInfo) -> dict[str, Any]:
    return {"name": tensor.name, "dtype": tensor.dtype, "shape": list(tensor.shape)}


def _tensor_words(record: dict[str, Any]) -> str:
    dims = ", ".join("?" if dim is None else str(dim) for dim in record["shape"])
    return f"{record['name']} {record['dtype']} ({dims})"
