"""`info --layers`: a line for each node of a network, with what it costs."""

import argparse

from inference.cli.common import print_record
from inference.cli.output import answer
from inference.errors import Sentence
from inference.export import node_record
from inference.network.attributes import attribute_words
from inference.network.costs import NetworkTable, NodeCost

_COSTS = ("parameters", "multiply_adds", "memory")
_UNKNOWN = Sentence("unknown")


def print_layers(options: argparse.Namespace, table: NetworkTable) -> None:
    """Prints a node per line; for people with a head and the totals."""
    if options.json:
        for row in table.rows:
            print_record(options, node_record(row), ())
        return
    answer([_HEAD, *map(_node_line, table.rows), _totals(table)], options.translate)


def _node_line(row: NodeCost) -> Sentence:
    record = node_record(row)
    shape = " x ".join(map(str, row.shape)) if row.shape else _UNKNOWN
    costs = (in_words(record[key]) for key in _COSTS)
    line = _costs_line(row.node.operator, shape, *costs)
    attributes = attribute_words(row.attributes) or ("-",)
    return _line(line, record["short"] or "-", row.node.outputs[0], attributes)


def _totals(table: NetworkTable) -> Sentence:
    costs = (in_words(getattr(table, key)) for key in _COSTS)
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


def in_words(value: object) -> str:
    """Returns a value as it is printed; a sentence stays one."""
    match value:
        case None:
            return _UNKNOWN
        case int():
            return f"{value:,}"
        case str():
            return value
    return str(value)
