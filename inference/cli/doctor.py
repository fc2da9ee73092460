"""`doctor`: how a model wants its photos, by trying all usual ways."""

import argparse
from pathlib import Path
from typing import Any

from inference.classifier import Classifier, MisfitError, normalisation_json
from inference.cli.common import add_json, add_model, opened, print_record
from inference.cli.meter import Meter
from inference.cli.parsing import Say
from inference.doctor import (
    Examination,
    FolderExamination,
    LabelOrder,
    Tried,
    Verdict,
    examine_folder,
    misfit_sentence,
    naming_sentence,
    orders_of,
    repairs_of,
    usual_ways,
    verdict,
)
from inference.errors import Sentence
from inference.jobs import run as run_job

_SHOWN = 6  # ways


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "doctor",
        help=say("how a model wants its photos, by trying all usual ways"),
    )
    add_model(parser, say)
    parser.add_argument(
        "photos",
        metavar="PHOTO|FOLDER",
        help=say("a photo, or a folder with a folder of photos for each class"),
    )
    parser.add_argument(
        "--more",
        action="store_true",
        help=say("try each preset in the other order of colours, and grey, too"),
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints the ways, best first, and the verdict."""
    classifier, misfit = _opened(options)
    meter = Meter(1, options.translate)
    ways = usual_ways(classifier, with_further=options.more)
    folder = run_job(examine_folder(classifier, Path(options.photos), ways=ways), meter)
    found = folder.found
    judged = verdict(found)
    orders: tuple[LabelOrder, ...] = ()
    if found.is_labelled:
        orders = orders_of(found, classifier.labels)
    naming = naming_sentence(orders, len(classifier.labels)) if orders else None
    if misfit is not None:
        naming = misfit_sentence(misfit, repairs_of(misfit, folder))
    record = _record(options, found, judged, orders)
    if misfit is not None:
        record["misfit"] = str(naming)
    lines = [
        *(_line(each, is_now=each is judged.now) for each in judged.ranked[:_SHOWN]),
        judged.sentence,
        *([naming] if naming else []),
        *_left_out(folder),
    ]
    print_record(options, record, lines)


def _opened(
    options: argparse.Namespace,
) -> tuple[Classifier, MisfitError | None]:
    """Opens the model; names that do not fit are left out, and looked into."""
    try:
        classifier = opened(options)
    except MisfitError as misfit:
        if options.labels is None:
            raise
        options = argparse.Namespace(**vars(options) | {"labels": None})
        return opened(options), misfit
    return classifier, classifier.spec.misfit


def _left_out(folder: FolderExamination) -> list[Sentence]:
    """Says what did not count."""
    sentences = []
    if folder.found.is_labelled and folder.nameless_count:
        sentences.append(
            Sentence(
                "{nameless} of {n} photos lie in folders that match no class; they do "
                "not count.",
                nameless=folder.nameless_count,
                n=folder.photo_count,
            )
        )
    if folder.found.unreadable:
        sentences.append(
            Sentence(
                "{unreadable} of {n} photos could not be read.",
                unreadable=len(folder.found.unreadable),
                n=folder.photo_count,
            )
        )
    return sentences


def _line(tried: Tried, *, is_now: bool) -> Sentence:
    share = tried.agreement if tried.right is None else tried.right
    return Sentence(
        "{share:5.1f} %  {hits:4} of {total:<4}  confidence {confidence:.3f}  "
        "{way}{now}",
        share=100 * share.value,
        hits=share.hits,
        total=share.total,
        confidence=tried.confidence,
        way=tried.way.words,
        now=Sentence(" (used now)") if is_now else "",
    )


def _record(
    options: argparse.Namespace,
    found: Examination,
    judged: Verdict,
    orders: tuple[LabelOrder, ...],
) -> dict[str, Any]:
    return {
        "model": options.model,
        "photos": len(found.photos),
        "unreadable": [str(path) for path in found.unreadable],
        "labelled": int((found.true >= 0).sum()),
        "offered": judged.offered.way.words,
        "now": judged.now.way.words,
        "is_right": judged.is_right,
        "rivals": judged.rivals,
        "verdict": str(judged.sentence),
        "ways": [_way_record(each) for each in judged.ranked],
        "label_orders": [
            {"order": str(each.title), "right": each.right.value} for each in orders
        ],
    }


def _way_record(tried: Tried) -> dict[str, Any]:
    how = tried.way.preprocessing
    share = tried.right
    return {
        "way": tried.way.words,
        "normalisation": normalisation_json(how.normalisation),
        "resize": how.resize,
        "right": None if share is None else share.value,
        "interval": None if share is None else list(share.interval),
        "agreement": tried.agreement.value,
        "confidence": tried.confidence,
        "loss": tried.loss,
    }
