"""`info`: what a model is, and how it is fed and read."""

import argparse
from typing import Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.cli.output import answer
from inference.cli.parsing import Say
from inference.errors import Sentence
from inference.export import node_record, preprocessing_record, running_record
from inference.network.attributes import attribute_words
from inference.network.costs import NetworkTable, NodeCost, network_table
from inference.network.graph import TensorInfo

_LABELS_SHOWN = 5
_TITLES = {
    "model": Sentence("model"),
    "name": Sentence("name"),
    "inputs": Sentence("inputs"),
    "outputs": Sentence("outputs"),
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
_COSTS = ("parameters", "multiply_adds", "memory")


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
        _print_layers(options, table)
        return
    record = {
        "model": options.model,
        "name": spec.name,
        "inputs": [_tensor_record(tensor) for tensor in graph.inputs],
        "outputs": [_tensor_record(tensor) for tensor in graph.outputs],
        "scores": classifier.output,
        "layout": spec.input.layout,
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
    }
    return [
        Sentence("{title:14}  {value}", title=_TITLES[key], value=_words(value))
        for key, value in shown.items()
    ]


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


def _print_layers(options: argparse.Namespace, table: NetworkTable) -> None:
    """Prints a node per line; for people with a head and the totals."""
    if options.json:
        for row in table.rows:
            print_record(options, node_record(row), ())
        return
    answer([_HEAD, *map(_node_line, table.rows), _totals(table)], options.translate)


def _node_line(row: NodeCost) -> Sentence:
    record = node_record(row)
    shape = " x ".join(map(str, row.shape)) if row.shape else _UNKNOWN
    costs = (_words(record[key]) for key in _COSTS)
    line = _costs_line(row.node.operator, shape, *costs)
    attributes = attribute_words(row.attributes) or ("-",)
    return _line(line, record["short"] or "-", row.node.outputs[0], attributes)


def _totals(table: NetworkTable) -> Sentence:
    costs = (_words(getattr(table, key)) for key in _COSTS)
    line = _costs_line(Sentence("total"), "", *costs)
    return Sentence("{costs}  {n} nodes", costs=line, n=len(table.rows))


def _line(
    costs: Sentence, layer: str, output: str, attributes: tuple[str, ...]
) -> Sentence:
    return Sentence(
        "{costs}  {layer:32}  {output:40}  {attributes}",
        costs=costs,
        layer=layer,
        output=output,
        attributes=attributes,
    )


def _costs_line(*cells: str) -> Sentence:
    operator, shape, parameters, multiply_adds, memory = cells
    return Sentence(
        "{operator:20.20}  {shape:20}  {parameters:>12}  {multiply_adds:>15}  "
        "{memory:>12}",
        operator=operator,
        shape=shape,
        parameters=parameters,
        multiply_adds=multiply_adds,
        memory=memory,
    )


_COSTS_HEAD = _costs_line(
    Sentence("operator"),
    Sentence("output shape"),
    Sentence("parameters"),
    Sentence("multiply_adds"),
    Sentence("memory"),
)
_HEAD = _line(
    _COSTS_HEAD, Sentence("layer"), Sentence("output"), (Sentence("attributes"),)
)
_UNKNOWN = Sentence("unknown")


def _words(value: object) -> str:
    """Returns a value as it is printed; a sentence stays one."""
    match value:
        case None:
            return _UNKNOWN
        case int():
            return f"{value:,}"
        case str():
            return value
    return str(value)


def _tensor_record(tensor: TensorInfo) -> dict[str, Any]:
    return {"name": tensor.name, "dtype": tensor.dtype, "shape": list(tensor.shape)}


def _tensor_words(record: dict[str, Any]) -> str:
    dims = ", ".join("?" if dim is None else str(dim) for dim in record["shape"])
    return f"{record['name']} {record['dtype']} ({dims})"
