"""The parser of the command line, in the language of the person who reads it.

Every room says what its options mean through `say`. What argparse says by itself, it
looks up under the names that `gettext` gives: within `spoken` those are translated.
Names of commands, options and of what stands for a value stay as they are.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, Protocol

from inference.errors import InferenceError, Sentence
from inference.languages import Translate

OF_ARGPARSE = (  # of Python 3.11 to 3.14; here translators are given them
    Sentence("usage: "),
    Sentence("positional arguments"),
    Sentence("options"),
    Sentence("show this help message and exit"),
    Sentence("argument %(argument_name)s: %(message)s"),
    Sentence("the following arguments are required: %s"),
    Sentence("one of the arguments %s is required"),
    Sentence("not allowed with argument %s"),
    Sentence("unrecognized arguments: %s"),
    Sentence("ambiguous option: %(option)s could match %(matches)s"),
    Sentence("ignored explicit argument %r"),
    Sentence("expected one argument"),
    Sentence("expected at most one argument"),
    Sentence("expected at least one argument"),
    Sentence("invalid %(type)s value: %(value)r"),
    Sentence("invalid choice: %(value)r (choose from %(choices)s)"),
)


class Say(Protocol):
    """Puts a template into words as argparse takes them: it fills in what has a %."""

    def __call__(self, template: str, /, **arguments: object) -> str:
        """Returns the words."""


class UsageError(InferenceError):
    """The words after the program's name make no command."""


class Parser(argparse.ArgumentParser):
    """Says what it refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuses a command line.

        Raises:
            UsageError: Always.
        """
        raise UsageError(
            '{prog}: {message}. "{prog} --help" lists what there is.',
            prog=self.prog,
            message=message,
        )


def saying(translate: Translate) -> Say:
    """Returns what the rooms say their help with."""

    def say(template: str, /, **arguments: object) -> str:
        return Sentence(template, one="", **arguments).put(translate).replace("%", "%%")

    return say


@contextmanager
def spoken(translate: Translate) -> Iterator[None]:
    """Within the block, argparse's own words are translated."""

    def counted(one: str, many: str, n: int) -> str:
        return translate(one if n == 1 else many, n)

    names = vars(argparse)
    former = {name: names[name] for name in ("_", "ngettext")}
    names.update(_=lambda words: translate(words, -1), ngettext=counted)
    try:
        yield
    finally:
        names.update(former)
