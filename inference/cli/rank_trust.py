"""`rank --trust`: which method deserves belief for this network, on this dataset."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from inference.classifier import Classifier
from inference.cli.parsing import Say
from inference.errors import Sentence
from inference.gradcam import GradCam
from inference.jobs import Job
from inference.methods import FEWER, METHODS, explainers
from inference.ranking import Analysis
from inference.trust import (
    MethodRow,
    MethodTable,
    Photos,
    TableSpec,
    measured_methods,
)


def add_trust(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds what asks for the table of methods."""
    parser.add_argument(
        "--trust",
        action="store_true",
        help=say("which method deserves belief here: each against 21 rivals"),
    )
    usual = TableSpec()
    words = say("photos that methods are measured on (50)")
    _number(parser, "--trust-photos", int, usual.photos, words)
    words = say("minutes after which the table ends; asked again, it goes on (30)")
    _number(parser, "--trust-minutes", float, usual.minutes, words)
    _number(parser, "--seed", int, usual.seed, say("of what is drawn by chance (0)"))


def _number(
    parser: argparse.ArgumentParser, name: str, kind: type, usual: float, words: str
) -> None:
    parser.add_argument(name, type=kind, metavar="N", default=usual, help=words)


def trust_spec(options: argparse.Namespace) -> TableSpec | None:
    """Returns what is asked; None where nobody asks.

    Raises:
        SpecError: A number cannot work.
    """
    spec = TableSpec(
        options.trust_photos, minutes=options.trust_minutes, seed=options.seed
    )
    return spec if options.trust else None


def trust_of_methods(
    classifier: Classifier, found: Analysis, spec: TableSpec
) -> Job[MethodTable, MethodTable]:
    """Measures all methods that the network has an answer to."""
    engine = cache(lambda: GradCam(classifier))
    able, lacking = explainers(classifier, engine)
    dataset = found.scored.dataset
    paths = {dataset.way_to(photo.path): photo.path for photo in found.photos}
    words = (
        *found.scored.book.key.meta.values(),
        json.dumps([FEWER, spec.steps, spec.seed], sort_keys=True),
    )
    photos = Photos.of(dataset.root, paths, words)
    table = yield from measured_methods(classifier, photos, able, spec)
    return replace(table, skipped={**lacking, **table.skipped})


def trust_lines(table: MethodTable) -> Iterator[Sentence]:
    """Yields the table for people, the best method first."""
    yield from map(_row, table.rows)
    for name, why in table.skipped.items():
        yield Sentence("{method}: left out. {why}", method=METHODS[name].title, why=why)
    yield from table.notes


def _row(row: MethodRow) -> Sentence:
    return Sentence(
        "{method}: insertion less deletion {difference:.3f}, rank {rank:.1f} on "
        "average; better than all rivals on {all:.0f} %, than 20 of 21 on {most:.0f} % "
        "of {n} photos",
        method=METHODS[row.method].title,
        difference=row.difference,
        rank=row.rank,
        all=100 * row.better_than_all,
        most=100 * row.better_than_most,
        n=row.photos,
    )
