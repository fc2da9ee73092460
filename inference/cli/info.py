"""`info`: what a model is, and how it is fed and read."""

import argparse
from typing import Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.cli.output import answer
from inference.export import node_record, preprocessing_record, running_record
from inference.network.costs import NetworkTable, network_table
from inference.network.graph import TensorInfo

_LABELS_SHOWN = 5
_ONE_AT_A_TIME = {
    True: "yes: an answer depends on what else is in a batch",
    False: "no",
}
_REPEATABLE = {
    True: "yes",
    False: "no: the same input gives another answer each time",
}


def add_to(commands: Any) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("info", help="what a model is, and how it is read")
    add_model(parser)
    parser.add_argument(
        "--layers",
        action="store_true",
        help="a line for each node; as JSON with the keys name, operator, output, "
        "shape, parameters, multiply_adds, memory (bytes), kind, short",
    )
    add_json(parser)
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
    names = record["labels"]
    more = ", …" if len(names) > _LABELS_SHOWN else ""
    how = record["preprocessing"]
    reason = f": {how['reason']}" if how["reason"] else ""
    shown = record | {
        "inputs": "; ".join(map(_tensor_words, record["inputs"])),
        "outputs": "; ".join(map(_tensor_words, record["outputs"])),
        "labels": ", ".join(names[:_LABELS_SHOWN]) + more,
        "preprocessing": f"{how['normalisation']}, {how['resize']} to "
        f"{how['size'][0]}x{how['size'][1]} ({how['source']}{reason})",
        "one_at_a_time": _ONE_AT_A_TIME[record["one_at_a_time"]],
        "repeatable": _REPEATABLE[record["repeatable"]],
    }
    return [
        f"{key.replace('_', ' '):14}  {_words(value)}" for key, value in shown.items()
    ]


def _print_layers(options: argparse.Namespace, table: NetworkTable) -> None:
    """Prints a node per line; for people with a head and the totals."""
    if options.json:
        for row in table.rows:
            print_record(options, node_record(row), ())
        return
    costs = ("parameters", "multiply_adds", "memory")
    lines = [_line("operator", "output shape", *costs, "layer", "output")]
    for row in table.rows:
        record = node_record(row)
        shape = " x ".join(map(str, row.shape)) if row.shape else "unknown"
        numbers = (_words(record[key]) for key in costs)
        short = record["short"] or "-"
        lines.append(
            _line(row.node.operator, shape, *numbers, short, row.node.outputs[0])
        )
    totals = (_words(getattr(table, key)) for key in costs)
    answer([*lines, _line("total", "", *totals, f"{len(table.rows)} nodes", "")])


def _line(*cells: str) -> str:
    operator, shape, parameters, multiply_adds, memory, layer, output = cells
    numbers = f"{parameters:>12}  {multiply_adds:>15}  {memory:>12}"
    return f"{operator:20.20}  {shape:20}  {numbers}  {layer:32}  {output}".rstrip()


def _words(value: object) -> str:
    if value is None:
        return "unknown"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _tensor_record(tensor: TensorInfo) -> dict[str, Any]:
    return {"name": tensor.name, "dtype": tensor.dtype, "shape": list(tensor.shape)}


def _tensor_words(record: dict[str, Any]) -> str:
    dims = ", ".join("?" if dim is None else str(dim) for dim in record["shape"])
    return f"{record['name']} {record['dtype']} ({dims})"
