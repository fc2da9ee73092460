"""`info`: what a model is, and how it is fed and read."""

import argparse
from typing import Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.export import preprocessing_record
from inference.graph import Tensor
from inference.layers import total_multiply_adds

_LABELS_SHOWN = 5


def add_to(commands: Any) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("info", help="what a model is, and how it is read")
    add_model(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints it."""
    classifier = opened(options)
    graph, spec = classifier.graph, classifier.spec
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
        "multiply_adds": total_multiply_adds(graph, spec.preprocessing.size),
        "classes": len(spec.labels),
        "labels": list(spec.labels),
        "labels_source": spec.labels_source,
        "preprocessing": preprocessing_record(spec),
        "device": classifier.device,
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
    }
    return [
        f"{key.replace('_', ' '):14}  {_words(value)}" for key, value in shown.items()
    ]


def _words(value: object) -> str:
    if value is None:
        return "unknown"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _tensor_record(tensor: Tensor) -> dict[str, Any]:
    return {"name": tensor.name, "dtype": tensor.dtype, "shape": list(tensor.shape)}


def _tensor_words(record: dict[str, Any]) -> str:
    dims = ", ".join("?" if dim is None else str(dim) for dim in record["shape"])
    return f"{record['name']} {record['dtype']} ({dims})"
