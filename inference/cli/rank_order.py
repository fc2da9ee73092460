"""The options of `rank` that say which photos come first."""

import argparse
from functools import partial

from inference.cli.parsing import Say
from inference.numbers import MOST
from inference.ranking import MEASURES, ChannelName

_NUMBERS = tuple(each for each in MEASURES if each != "channel")


def add_order(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds what says which photos come first, and how many of them are shown."""
    words = say("whose score counts; without it each photo's own")
    parser.add_argument("--class", dest="label", metavar="CLASS", help=words)
    words = say("the largest or the least number first (max)")
    parser.add_argument("--order", choices=("max", "min"), default="max", help=words)
    words = say("photos of that class alone, or all (class, where there are labels)")
    parser.add_argument("--of", choices=("class", "all"), help=words)
    words = say("the number that photos are ranked by (score)")
    parser.add_argument(
        "--by",
        type=partial(_measure, say),
        metavar=f"{{{','.join((*_NUMBERS, 'channel:LAYER:K'))}}}",
        default="score",
        help=words,
    )
    words = say("tiles of the picture (9)")
    kind = partial(_count, say)
    parser.add_argument("--limit", type=kind, default=9, metavar="N", help=words)
    parser.add_argument(
        "--quantity",
        choices=("probability", "logit"),
        default="probability",
        help=say("what is read of the class (probability)"),
    )


def _measure(say: Say, word: str) -> str:
    """Checks what photos are to be ranked by.

    Raises:
        ArgumentTypeError: There is no such number.
    """
    if word in _NUMBERS or ChannelName.read(word) is not None:
        return word
    numbers = ", ".join(_NUMBERS)
    raise argparse.ArgumentTypeError(
        say(
            '"{word}" is none of {numbers}, channel:LAYER:K', word=word, numbers=numbers
        )
    )


def _count(say: Say, word: str) -> int:
    """Reads how many tiles there are.

    Raises:
        ArgumentTypeError: It is no whole number, or nothing.
    """
    if word.isdecimal() and 0 < int(word) <= MOST:
        return int(word)
    raise argparse.ArgumentTypeError(
        say('"{word}" is no whole number from 1 on', word=word)
    )
