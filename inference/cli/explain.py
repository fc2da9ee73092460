"""`explain`: what speaks for a class, by any method."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from inference.classifier import EXPLAINED, Quantity, Target
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
from inference.cli.photos import add_photos, another_photo, are_several
from inference.cli.series import Work, Written, asked, run_work
from inference.errors import Sentence
from inference.export import (
    GRADCAM_STYLE,
    ExplanationResult,
    explanation_record,
    export_explanation,
)
from inference.geometry import parse_size
from inference.gradcam import GradCam, disagreement
from inference.image import LoadedImage
from inference.jobs import run as run_job
from inference.methods import METHODS, OPTIONS, Need, explanation
from inference.occluder import parse_baseline
from inference.pictures.shown import checked_side
from inference.trust import TrustSpec, trust

_COLUMNS = {
    "method": lambda record: record["method"],
    "target": lambda record: record["target"]["index"],
    "label": lambda record: record["target"]["label"],
    "quantity": lambda record: record["quantity"],
    "score": lambda record: record["score"],
    "sound": lambda record: record["health"]["sound"],
}
_PARSED: dict[str, Callable[[Any], Any]] = {
    "baseline": parse_baseline,
    "mask": parse_size,
    "stride": parse_size,
}


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "explain", help=say("draw what speaks for a class, by a method of your choice")
    )
    add_model(parser, say)
    add_photos(parser, say)
    parser.add_argument(
        "--method",
        choices=tuple(METHODS),
        default="gradcam",
        help=say("which one (gradcam)"),
    )
    add_out(parser, say, required=True)
    add_target(parser, say)
    parser.add_argument(
        "--quantity",
        choices=[quantity.value for quantity in EXPLAINED],
        help=say("which number is explained (that of the method)"),
    )
    _add_layer(parser, say)
    _add_sampling(parser, say)
    _add_covering(parser, say)
    parser.add_argument(
        "--trust",
        action="store_true",
        help=say("measure how far the map can be trusted (trust.json)"),
    )
    add_side(parser, say)
    add_force(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def _add_layer(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--layer",
        metavar="NAME",
        help=say("a tensor with rows and columns, listed by info --layers (automatic)"),
    )
    parser.add_argument(
        "--signed",
        action="store_true",
        default=None,
        help=say("keep what speaks against it (no ReLU)"),
    )
    _number(parser, "--channels", int, say("scorecam: the strongest so many (all)"))
    parser.add_argument(
        "--heads",
        choices=("mean", "strongest"),
        help=say("attention: what stands for the heads of a block (mean)"),
    )
    _number(parser, "--first-block", int, say("attention: the first block, from 0 on"))


def _add_sampling(parser: argparse.ArgumentParser, say: Say) -> None:
    _number(
        parser,
        "--samples",
        int,
        say("how many: rise 4000 masks, lime 2048, smoothgrad 25"),
    )
    _number(parser, "--seed", int, say("of what is drawn by chance (0)"))
    _number(parser, "--steps", int, say("of integrated gradients, on the way (50)"))
    _number(
        parser,
        "--noise",
        float,
        say("smoothgrad: deviation, as a share of the input's range (0.15)"),
    )
    parser.add_argument(
        "--of",
        choices=("gradient", "integrated"),
        help=say("smoothgrad: what is averaged (gradient)"),
    )
    parser.add_argument(
        "--colors",
        choices=("summed", "magnitude"),
        help=say("how the colours of a pixel become one number"),
    )


def _add_covering(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--baseline",
        metavar="gray|mean|black|white|blurred|R,G,B",
        help=say("what stands in covered places, or in the blank photo"),
    )
    _number(parser, "--cells", int, say("rise: cells of a grid, down and across (8)"))
    _number(parser, "--kept", float, say("rise: the share of cells that is kept (0.5)"))
    parser.add_argument(
        "--divide",
        action="store_true",
        default=None,
        help=say("rise: divide each place by how often it was kept"),
    )
    _number(parser, "--squares", int, say("lime: squares, down and across (7)"))
    _number(parser, "--kernel", float, say("lime: width of its kernel (0.25)"))
    _number(parser, "--ridge", float, say("lime: how far weights are drawn to 0 (1)"))
    parser.add_argument(
        "--mask", metavar="71|HxW", help=say("occlusion: mask size (20 % of the side)")
    )
    parser.add_argument(
        "--stride", metavar="1|VxH", help=say("occlusion: step (10 % of the side)")
    )


def _number(
    parser: argparse.ArgumentParser, name: str, kind: Callable[[str], Any], words: str
) -> None:
    parser.add_argument(name, type=kind, metavar="N", help=words)


def run(options: argparse.Namespace) -> None:
    """Writes a map, or one for each of several photos, and prints their files."""
    checked_side(options.side)
    require_room(options, is_one=not are_several(options))
    given = _given(options)
    method = METHODS[options.method]
    quantity = Quantity(options.quantity or method.quantity.value)
    method.question(Target(quantity=quantity), given)  # what cannot work is told first
    classifier = opened(options)
    index, against = (
        class_index(classifier, word) for word in (options.target, options.against)
    )
    question = method.question(Target(index, against, quantity), given)
    engine = cache(lambda: GradCam(classifier))  # made once asked: it loads torch

    asking = partial(explanation, options.method, classifier)

    def write(image: LoadedImage, folder: Path, meter: Meter) -> Written:
        prepared, ask = classifier.prepare(image), partial(asking, engine=engine)
        found = run_job(ask(prepared, question=question), meter)
        measured = None
        if options.trust:
            settled = replace(question, target=found.target)
            job = trust(
                classifier,
                prepared,
                found,
                TrustSpec(),
                explaining=partial(ask, question=settled),
                other=classifier.prepare(another_photo(image.path)),
                question=settled,
                engine=engine,
            )
            measured = run_job(job, meter)
        result = ExplanationResult(
            found, classifier, image, trust=measured, options=asked(options)
        )
        return _written(options, result, folder, engine)

    run_work(options, Work(classifier, "explain.json", _COLUMNS, write))


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """Returns the options of methods that were given, by name."""
    words = {name: getattr(options, name.replace("-", "_")) for name in OPTIONS}
    return {
        name: _PARSED.get(name, lambda same: same)(word)
        for name, word in words.items()
        if word is not None
    }


def _written(
    options: argparse.Namespace,
    result: ExplanationResult,
    folder: Path,
    engine: Callable[[], GradCam],
) -> Written:
    method, found, image = METHODS[options.method], result.found, result.image
    if method.needs is Need.GRADIENTS:
        check = engine().certificate(result.classifier.prepare(image))
        result = replace(result, check=check)
        if not check.holds:
            remark(disagreement(options.model, check), options.translate)
    if not found.health.is_sound:
        remark(found.health.sentence, options.translate)
    style = replace(GRADCAM_STYLE, side=options.side, translate=options.translate)
    files = export_explanation(result, folder, style=style, replaces=options.force)
    names = [str(file) for file in files]
    title = Sentence(
        "{title} ({score:.4f})", title=found.heatmap.title, score=found.score
    )
    lines = [title, found.heatmap.made, found.health.sentence]
    if result.trust is not None:
        lines += [result.trust.sentence, *result.trust.skipped]
    return explanation_record(result) | {"files": names}, [*filter(None, lines), *names]
