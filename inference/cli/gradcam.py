"""`gradcam`: what speaks for a class, by gradients."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.classifier import EXPLAINED, Classifier, Quantity, Target
from inference.cli.common import (
    add_force,
    add_json,
    add_model,
    add_out,
    add_side,
    add_target,
    class_index,
    opened,
    require_room,
)
from inference.cli.meter import Meter
from inference.cli.output import remark
from inference.cli.parsing import Say
from inference.cli.photos import add_photos, are_several
from inference.cli.series import Work, Written, asked, run_work
from inference.errors import Sentence, SpecError, plain
from inference.export import (
    GRADCAM_STYLE,
    GradCamResult,
    export_gradcam,
    gradcam_record,
)
from inference.gradcam import (
    Choice,
    GradCam,
    GradCamMap,
    GradCamSpec,
    disagreement,
    lacking,
)
from inference.image import LoadedImage
from inference.network.layers import FeatureLayer
from inference.pictures.shown import checked_side

if TYPE_CHECKING:
    from inference.twin.parity import Parity

_COLUMNS = {
    "target": lambda record: record["target"]["index"],
    "label": lambda record: record["target"]["label"],
    "quantity": lambda record: record["quantity"],
    "score": lambda record: record["score"],
    "layer": lambda record: record["layer"]["name"],
    "positive_share": lambda record: record["positive_share"],
    "diagnosis": lambda record: (record["diagnosis"] or {}).get("trouble", ""),
}


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "gradcam", help=say("weigh the channels of a layer by their gradients")
    )
    add_model(parser, say)
    add_photos(parser, say)
    add_out(parser, say, required=True)
    add_target(parser, say)
    parser.add_argument(
        "--quantity",
        choices=[quantity.value for quantity in EXPLAINED],
        default=Quantity.LOGIT.value,
        help=say("which number is explained (logit)"),
    )
    _add_weighing(parser, say)
    add_side(parser, say)
    add_force(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def _add_weighing(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--layer",
        metavar="NAME",
        help=say("a tensor with rows and columns, listed by info --layers (automatic)"),
    )
    parser.add_argument(
        "--reduction",
        metavar="NAME",
        help=say("explain a channel (--target N) of this tensor in place of a class"),
    )
    parser.add_argument(
        "--signed",
        action="store_true",
        help=say("keep what speaks against it (no ReLU)"),
    )
    parser.add_argument(
        "--all-layers",
        action="store_true",
        help=say("write the map at every layer too"),
    )


def run(options: argparse.Namespace) -> None:
    """Writes a map, or one for each of several photos, and prints their files."""
    checked_side(options.side)
    require_room(options, is_one=not are_several(options))
    classifier = opened(options)
    spec = GradCamSpec(
        target=Target(
            _index(options, classifier),
            class_index(classifier, options.against),
            Quantity(options.quantity),
        ),
        layer=options.layer,
        reduction=options.reduction,
        is_signed=options.signed,
    )
    engine = cache(GradCam)  # made for the first map: it loads torch

    def write(image: LoadedImage, folder: Path, _: Meter) -> Written:
        return _written(options, engine(classifier), spec, image, folder)

    run_work(options, Work(classifier, "gradcam.json", _COLUMNS, write))


def _remarks(
    options: argparse.Namespace, engine: GradCam, answer: GradCamMap, check: "Parity"
) -> Iterator[object]:
    """Yields what a reader of the map has to be told."""
    if answer.diagnosis:
        yield answer.diagnosis.sentence
    if not check.holds:
        yield disagreement(options.model, check)
    if options.all_layers and engine.beyond:
        yield lacking(engine.beyond, engine.missing)


def _written(
    options: argparse.Namespace,
    engine: GradCam,
    spec: GradCamSpec,
    image: LoadedImage,
    folder: Path,
) -> Written:
    prepared = engine.classifier.prepare(image)
    answer = engine.explain(prepared, spec)
    ladder = engine.ladder(prepared, spec) if options.all_layers else ()
    check = engine.certificate(prepared)
    for words in _remarks(options, engine, answer, check):
        remark(words, options.translate)
    result = GradCamResult(
        answer, engine.classifier, image, ladder, check, asked(options)
    )
    style = replace(GRADCAM_STYLE, side=options.side, translate=options.translate)
    written = export_gradcam(result, folder, style=style, replaces=options.force)
    files = [str(file) for file in written]
    return gradcam_record(result) | {"files": files}, [*_lines(answer), *files]


def _index(options: argparse.Namespace, classifier: Classifier) -> int | None:
    """A class, or with `--reduction` the index of a channel."""
    word = options.target
    if options.reduction is None or word is None:
        return class_index(classifier, word)
    if not word.isdecimal() or len(word) > 9:
        raise SpecError(
            "{word} is no channel. With --reduction, --target is a number from 0.",
            word=plain(repr(word)),
        )
    return int(word)


def _lines(answer: GradCamMap) -> list[str]:
    score = answer.explained.score
    title = Sentence("{title} ({score:.4f})", title=answer.heatmap.title, score=score)
    return [title, _layer_words(answer.layer, answer.choice), answer.health]


def _layer_words(layer: FeatureLayer, choice: Choice | None) -> Sentence:
    name, operator, shape = layer.name, layer.operator, layer.shape_text
    if choice is not None:
        return Sentence(
            "layer {name} ({operator}, {shape}, {how})",
            name=name,
            operator=operator,
            shape=shape,
            how=choice.sentence,
        )
    return Sentence(
        "layer {name} ({operator}, {shape})", name=name, operator=operator, shape=shape
    )
