"""What the commands share: opening the model, reading numbers, printing, progress."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from inference.classifier import (
    PRESETS,
    RESIZES,
    Classifier,
    ClassScore,
    Wishes,
    classifier_opening,
    find_target,
)
from inference.cli.output import answer, answer_json, remark
from inference.cli.parsing import Say
from inference.cli.stated import remarks, stated_inputs
from inference.errors import Sentence
from inference.export import require_free
from inference.geometry import parse_size
from inference.image import ALPHAS
from inference.jobs import run as run_job
from inference.network.input import AXES
from inference.network.sessions import ProviderChoice


def add_model(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds MODEL and the options that say how it is fed and read."""
    parser.add_argument("model", metavar="MODEL", help=say("an ONNX image classifier"))
    _add_feeding(parser, say)
    parser.add_argument(
        "--labels", metavar="FILE", help=say("class names (txt, json, csv)")
    )
    parser.add_argument(
        "--size",
        metavar="224|HxW",
        help=say("input size, where the model leaves it open"),
    )
    parser.add_argument(
        "--axes",
        choices=AXES,
        help=say("what the input's axes are, where the model leaves it open"),
    )
    parser.add_argument(
        "--output",
        metavar="NAME",
        help=say("the output with the classes, where there are several"),
    )
    parser.add_argument(
        "--input",
        action="append",
        default=[],
        metavar="NAME=NUMBERS",
        help=say("what the model is given beside the photo (zeros, or ones)"),
    )
    add_device(parser, say)


def _add_feeding(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds the options that say how a photo becomes the input."""
    parser.add_argument(
        "--preprocess",
        metavar="PRESET|FILE.json",
        help=say(
            "how pixels are normalised: {presets}, or a JSON file",
            presets=tuple(PRESETS),
        ),
    )
    parser.add_argument(
        "--resize", choices=RESIZES, help=say("how the photo meets the input's size")
    )
    parser.add_argument(
        "--alpha",
        choices=ALPHAS,
        help=say(
            "what transparent places of photos become (white); kept feeds alpha to a "
            "model of four channels"
        ),
    )


def add_device(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds `--device`, which is also called `--provider`."""
    parser.add_argument(
        "--device",
        "--provider",
        dest="provider",
        choices=get_args(ProviderChoice),
        default="auto",
        help=say(
            "where networks run: auto (a graphics card where that works), cpu, cuda; "
            "cuda-tf32 and cuda-float16 cover places with less precision, and say how "
            "far that is off"
        ),
    )


def add_target(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds the options that say which class is explained."""
    parser.add_argument(
        "--target", help=say("a class, by index or name (the top class)")
    )
    parser.add_argument("--against", help=say("a class whose score is subtracted"))


def add_json(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds `--json`."""
    parser.add_argument(
        "--json", action="store_true", help=say("print one JSON object per line")
    )


def add_out(parser: Any, say: Say, **how: Any) -> None:
    """Adds `--out`, to a parser or to a group of options."""
    parser.add_argument(
        "--out",
        metavar="DIR",
        help=say(
            "write into this folder; of several photos, into a folder for each, and "
            "index.csv"
        ),
        **how,
    )


def add_side(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds `--side`."""
    parser.add_argument(
        "--side",
        type=int,
        metavar="PX",
        help=say("longer side of the pictures over the photo (the photo's own size)"),
    )


def add_force(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds `--force`."""
    parser.add_argument(
        "--force",
        action="store_true",
        help=say("replace the exports that stand there; other files stay"),
    )


def require_room(options: argparse.Namespace, *, is_one: bool) -> None:
    """Refuses `--out` on a folder that holds another export, without `--force`.

    Args:
        options: Of the command.
        is_one: Whether it makes one export. Of several, the folder of each is looked
            at when its turn comes.

    Raises:
        FolderTakenError: It does.
    """
    if options.out is not None and is_one:
        require_free(Path(options.out), replaces=options.force)


def opened(options: argparse.Namespace) -> Classifier:
    """Opens MODEL as the options say."""
    wishes = Wishes(
        preprocess=options.preprocess,
        resize=options.resize,
        labels=Path(options.labels) if options.labels else None,
        size=parse_size(options.size),
        output=options.output,
        inputs=stated_inputs(options.input),
        alpha=options.alpha,
        axes=options.axes,
    )
    classifier = run_job(classifier_opening(options.model, wishes, options.provider))
    if classifier.spec.misfit is not None:
        remark(classifier.spec.misfit, options.translate)
    for each in remarks(classifier):
        remark(each, options.translate)
    return classifier


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
        answer(lines, options.translate)


def score_line(score: ClassScore) -> Sentence:
    """Writes one class for people."""
    return Sentence(
        "{probability:8.4f}  {label} ({index})",
        probability=score.probability,
        label=score.label,
        index=score.index,
    )
