"""`predict`: the leading classes of photos."""

import argparse
from typing import Any

from inference.cli.common import (
    add_json,
    add_model,
    opened,
    print_record,
    score_line,
)
from inference.cli.output import remark
from inference.errors import ImageError
from inference.export import preprocessing_record, running_record, score_record
from inference.image import open_image


def add_to(commands: Any) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("predict", help="the leading classes of photos")
    add_model(parser)
    parser.add_argument("photos", metavar="PHOTO", nargs="+")
    parser.add_argument(
        "--top", type=int, default=5, metavar="N", help="classes to print (5)"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints them photo by photo; unreadable photos are told and passed over."""
    classifier = opened(options)
    unreadable = 0
    for path in options.photos:
        try:
            image = open_image(path)
        except ImageError as error:
            if len(options.photos) == 1:
                raise
            unreadable += 1
            remark(error, options.translate)
            continue
        top = classifier.predict(image).top(max(options.top, 1))
        record = {
            "image": path,
            "model": options.model,
            "preprocessing": preprocessing_record(classifier.spec),
            "top": [score_record(score) for score in top],
            **running_record(classifier),
        }
        print_record(options, record, [path, *map(score_line, top)])
    if unreadable:
        raise ImageError(
            "{unreadable} of {n} photos could not be read.",
            unreadable=unreadable,
            n=len(options.photos),
        )
