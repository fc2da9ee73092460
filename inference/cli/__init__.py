"""The command line: one room per command.

Answers go to stdout, as text or (`--json`) as one JSON object per line; everything else
goes to stderr. Exit codes: 0 done, 1 an error said in one sentence, 2 usage, 130
interrupted.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from inference import __version__
from inference.cli import activations, check, gradcam, info, occlude, predict
from inference.cli.interrupt import EXIT_CODE, INTERRUPTED, interruptible
from inference.errors import InferenceError
from inference.jobs import Stopped

_COMMANDS = (info, predict, occlude, check, gradcam, activations)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        with interruptible():
            options.run(options)
    except InferenceError as error:
        print(error, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, Stopped):
        print(INTERRUPTED, file=sys.stderr)
        return EXIT_CODE
    except BrokenPipeError:  # whoever read our output has gone
        # Python flushes stdout once more at exit and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="netgaze",
        description="Shows what an image classifier looks at. "
        "Without a command: netgaze [MODEL] [PHOTO] opens the window.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(title="commands", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
