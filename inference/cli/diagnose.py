"""`diagnose`: what this machine can compute with, and why not with more."""

import argparse
from typing import Any

from inference.cli.common import add_json, print_record
from inference.cli.parsing import Say
from inference.diagnostics import diagnosis, diagnosis_json, diagnosis_lines
from inference.errors import Sentence


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "diagnose", help=say("what this machine can compute with, and why not more")
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints it."""
    found = diagnosis()
    lines = [
        Sentence("{title:26}  {value}", title=title, value=value)
        for title, value in diagnosis_lines(found)
    ]
    print_record(options, diagnosis_json(found), lines)
