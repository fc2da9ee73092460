"""What commands say: answers to stdout, sentences to stderr, all of it printable.

Names come from files that anybody may have written: control codes, line breaks and
direction marks in them are shown, never sent to the terminal.
"""

import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from inference.errors import InferenceError, system_reason, visible, words
from inference.export import json_text
from inference.languages import Translate, english
from inference.stderr import silent_libraries

_LONGEST_WORD = 300  # letters; the names of files may have 255


def answer(lines: Iterable[object], translate: Translate) -> None:
    """Prints lines for people; those that are sentences are translated.

    Raises:
        InferenceError: The disk is full, and the like.
        BrokenPipeError: Whoever read them has gone.
    """
    _to_stdout("\n".join(visible(words(line, translate)) for line in lines))


def answer_json(record: dict[str, Any]) -> None:
    """Prints a record as one line of JSON.

    Raises:
        InferenceError: The disk is full, and the like.
        BrokenPipeError: Whoever read it has gone.
    """
    _to_stdout(json_text(record))


def remark(sentence: object, translate: Translate = english) -> None:
    """Prints a sentence to stderr; where even that fails, nobody can be told."""
    with suppress(OSError):
        said = words(sentence, translate)
        print(visible(_short(said)), file=sys.stderr, flush=True)


@contextmanager
def own_words_only() -> Iterator[None]:
    """Within the block, libraries write nothing to stderr, neither C's nor Python's.

    What the streams cannot encode is shown by its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    with warnings.catch_warnings(), silent_libraries():
        warnings.simplefilter("ignore")
        yield


def give_up_stdout() -> None:
    """Lets Python's last flush, at the exit, fail no more."""
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _short(sentence: str) -> str:
    """Cuts words that nobody wrote for people to read."""
    return re.sub(rf"(\S{{{_LONGEST_WORD}}})\S+", r"\1…", sentence)


def _to_stdout(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_stdout()
        raise InferenceError(
            "Cannot write the answer: {why}. Send it elsewhere.",
            why=system_reason(error),
        ) from error
