"""What the commands share: opening the model, reading numbers, printing, progress."""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inference.classifier import (
    PRESETS,
    RESIZES,
    Classifier,
    ClassScore,
    Wishes,
    find_target,
    open_classifier,
)
from inference.cli.output import answer, answer_json
from inference.errors import words
from inference.export import require_free
from inference.geometry import parse_size
from inference.jobs import Progress

_METER_INTERVAL = 0.2  # seconds


def add_model(parser: argparse.ArgumentParser) -> None:
    """Adds MODEL and the options that say how it is fed and read."""
    parser.add_argument("model", metavar="MODEL", help="an ONNX image classifier")
    parser.add_argument(
        "--preprocess",
        metavar="PRESET|FILE.json",
        help=f"how pixels are normalised: {', '.join(PRESETS)}, or a JSON file",
    )
    parser.add_argument(
        "--resize", choices=RESIZES, help="how the photo meets the input's size"
    )
    parser.add_argument("--labels", metavar="FILE", help="class names (txt, json, csv)")
    parser.add_argument(
        "--size", metavar="224|HxW", help="input size, where the model leaves it open"
    )
    parser.add_argument(
        "--provider", choices=("auto", "cpu", "cuda"), default="auto", help="device"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds `--json`."""
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object per line"
    )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Adds `--force`."""
    parser.add_argument(
        "--force",
        action="store_true",
        help="replace the export that DIR holds; other files there stay",
    )


def require_room(options: argparse.Namespace) -> None:
    """Refuses `--out` on a folder that holds another export, without `--force`.

    Raises:
        FolderTakenError: It does.
    """
    if options.out is not None:
        require_free(Path(options.out), replaces=options.force)


def opened(options: argparse.Namespace) -> Classifier:
    """Opens MODEL as the options say."""
    wishes = Wishes(
        preprocess=options.preprocess,
        resize=options.resize,
        labels=Path(options.labels) if options.labels else None,
        size=parse_size(options.size),
    )
    return open_classifier(options.model, wishes, options.provider)


def class_index(classifier: Classifier, word: str | None) -> int | None:
    """Returns the class that a word of the command line means; None for no word.

    Raises:
        SpecError: It means none, or several.
    """
    return None if word is None else find_target(classifier.labels, word)


def print_record(
    options: argparse.Namespace, record: dict[str, Any], lines: Iterable[str]
) -> None:
    """Prints a record as one line of JSON, or the lines for people, translated."""
    if options.json:
        answer_json(record)
    else:
        answer(words(line, options.translate) for line in lines)


def score_line(score: ClassScore) -> str:
    """Writes one class for people."""
    return f"{score.probability:8.4f}  {score.label} ({score.index})"


class Meter:
    """Writes a job's progress to stderr, where that is a terminal."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, progress: Progress[Any]) -> None:
        """Takes one progress report."""
        if not sys.stderr.isatty():
            return
        is_last = progress.done == progress.total
        if is_last or time.monotonic() >= self._next:
            self._next = time.monotonic() + _METER_INTERVAL
            text = f"\r{progress.done:,} of {progress.total:,}"
            print(text, end="\n" if is_last else "", file=sys.stderr, flush=True)
