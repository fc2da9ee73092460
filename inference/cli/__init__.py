"""The command line: one room per command.

Answers go to stdout, as text or (`--json`) as one JSON object per line; everything else
goes to stderr. Exit codes: 0 done, 1 an error said in one sentence, 2 usage, 130
interrupted.
"""

import argparse
import sys
from collections.abc import Sequence

from inference import __version__
from inference.cli import (
    activations,
    check,
    diagnose,
    doctor,
    explain,
    finetune,
    gradcam,
    info,
    occlude,
    predict,
    rank,
    replay,
)
from inference.cli.interrupt import EXIT_CODE, INTERRUPTED, interruptible
from inference.cli.output import give_up_stdout, own_words_only, remark
from inference.cli.parsing import Parser, UsageError, saying, spoken
from inference.errors import InferenceError, Sentence, plain, visible, words
from inference.jobs import Stopped
from inference.languages import Translate, english

_COMMANDS = (
    *(info, predict, doctor, occlude, check, gradcam, explain),
    *(activations, replay, rank, finetune, diagnose),
)


def run(arguments: Sequence[str], translate: Translate = english) -> int:
    """Runs one command and returns the exit code.

    Args:
        arguments: The words after the program's name.
        translate: Gives the sentences in the language of the person who reads them.
    """
    try:
        options = _options(arguments, translate)
    except UsageError as error:
        sys.stderr.write(visible(words(error, translate)) + "\n")
        sys.exit(2)
    with own_words_only():
        return _told(options)


def _options(arguments: Sequence[str], translate: Translate) -> argparse.Namespace:
    """Reads a command and its options; help ends the process, as argparse has it."""
    with spoken(translate):
        parser = _parser(translate)
        options = parser.parse_args(arguments)
        _require_words(parser, options)
    options.translate = translate
    return options


def _told(options: argparse.Namespace) -> int:
    """Runs a command; whatever it ends in is told in one sentence."""
    try:
        with interruptible(options.translate):
            options.run(options)
    except InferenceError as error:
        remark(error, options.translate)
        return 1
    except (KeyboardInterrupt, Stopped):
        remark(INTERRUPTED, options.translate)
        return EXIT_CODE
    except BrokenPipeError:  # whoever read our output has gone
        give_up_stdout()
        return 1
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        remark(_mistake(error), options.translate)
        return 1
    return 0


def _mistake(error: Exception) -> Sentence:
    return Sentence(
        "NetGaze made a mistake; nothing that was not finished was written. "
        "Python's option -X dev shows where it happened. {kind}: {said}",
        kind=type(error).__name__,
        said=plain(str(error)),
    )


def _require_words(parser: Parser, options: argparse.Namespace) -> None:
    """Refuses empty words, such as a shell makes of a variable that is not set."""
    for name, value in vars(options).items():
        words = value if isinstance(value, list) else [value]
        if any(isinstance(word, str) and not word.strip() for word in words):
            parser.error(Sentence('the argument "{name}" is empty', name=name))


def _parser(translate: Translate) -> Parser:
    say = saying(translate)
    parser = Parser(
        prog="netgaze",
        description=say(
            "Shows what an image classifier looks at. "
            "Without a command: netgaze [MODEL] [PHOTO] opens the window; "
            "netgaze --self-test tries all of it, unseen."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=__version__,
        help=say("show program's version number and exit"),
    )
    commands = parser.add_subparsers(title=say("commands"), required=True)
    for command in _COMMANDS:
        command.add_to(commands, say)
    return parser
