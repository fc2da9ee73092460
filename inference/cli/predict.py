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
from inference.cli.parsing import Say
from inference.cli.photos import add_photos, opened_photos
from inference.export import preprocessing_record, running_record, score_record


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser("predict", help=say("the leading classes of photos"))
    add_model(parser, say)
    add_photos(parser, say)
    parser.add_argument(
        "--top", type=int, default=5, metavar="N", help=say("classes to print (5)")
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints them photo by photo; unreadable photos are told and passed over."""
    classifier = opened(options)
    for image in opened_photos(options):
        path = str(image.path)
        top = classifier.predict(image).top(max(options.top, 1))
        record = {
            "image": path,
            "model": options.model,
            "preprocessing": preprocessing_record(classifier.spec),
            "top": [score_record(score) for score in top],
            **running_record(classifier),
            "color_profile": image.profile or "sRGB",
        }
        print_record(options, record, [path, *map(score_line, top)])
