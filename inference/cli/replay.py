"""`replay`: computes an export again, and says how far its numbers differ."""

import argparse
from pathlib import Path
from typing import Any

from inference.classifier import classifier_opening
from inference.cli.common import add_device, add_json, print_record
from inference.cli.meter import Meter
from inference.cli.output import remark
from inference.cli.parsing import Say
from inference.errors import SpecError
from inference.export import (
    TOLERANCE,
    Difference,
    Reopened,
    difference,
    read_export,
    replayed,
    unlike,
)
from inference.image import open_image
from inference.jobs import run as run_job


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "replay", help=say("compute an export again and compare the numbers")
    )
    parser.add_argument(
        "export",
        metavar="FILE.json",
        help=say("the JSON of an export, or its folder"),
    )
    parser.add_argument(
        "--model", metavar="MODEL", help=say("where the model lies now")
    )
    parser.add_argument(
        "--photo", metavar="PHOTO", help=say("where the photo lies now")
    )
    parser.add_argument(
        "--tolerance",
        type=float,
        default=TOLERANCE,
        metavar="SHARE",
        help=say("of the largest stored number ({share})", share=TOLERANCE),
    )
    add_device(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints the difference.

    Raises:
        SpecError: The JSON is not as it should be, or the numbers differ too much.
        InferenceError: Model or photo cannot be opened.
    """
    if not 0 <= options.tolerance < float("inf"):
        raise SpecError("A tolerance is a share of 0 or more, for example 0.001.")
    export = _export(options)
    classifier = run_job(
        classifier_opening(export.model.path, export.wishes, options.provider)
    )
    images = tuple(
        open_image(source.path, is_srgb=source.is_srgb) for source in export.photos
    )
    others = tuple(unlike(export, classifier, images))
    for other in others:
        remark(other, options.translate)
    now = replayed(export, classifier, images, Meter(1, options.translate))
    found = difference(export.values, now, options.tolerance)
    record = _record(export, found) | {"other_files": list(map(str, others))}
    print_record(options, record, [export.title, found.sentence])
    if not found.is_within:
        raise SpecError(
            'The numbers of "{file}" are others now: {found}. Was the model, the photo '
            "or a version changed?",
            file=export.file,
            found=found.sentence,
        )


def _export(options: argparse.Namespace) -> Reopened:
    """Reads the export; its files lie where the options say, if they say so."""
    model = Path(options.model) if options.model else None
    photo = Path(options.photo) if options.photo else None
    return read_export(Path(options.export)).at(model, photo)


def _record(export: Reopened, found: Difference) -> dict[str, Any]:
    """Returns what is found, for JSON; null differences: the shapes are not alike."""
    return {
        "export": str(export.file),
        "method": export.method,
        "within": found.is_within,
        "max_abs_diff": found.most if found.compared else None,
        "mean_abs_diff": found.mean if found.compared else None,
        "allowed": found.allowed,
        "compared": found.compared,
    }
