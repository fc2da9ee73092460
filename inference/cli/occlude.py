"""`occlude`: cover chosen places of a photo, or one place after another."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inference.classifier import (
    EXPLAINED,
    Classifier,
    Quantity,
    Target,
)
from inference.cli.common import (
    add_force,
    add_json,
    add_model,
    add_out,
    add_side,
    add_target,
    class_index,
    opened,
    print_record,
    require_room,
)
from inference.cli.meter import Meter
from inference.cli.parsing import Say
from inference.cli.photos import add_photos, are_several, opened_photos
from inference.cli.series import Work, Written, asked, run_work
from inference.errors import Sentence, SpecError
from inference.export import (
    OcclusionResult,
    covered_words,
    export_occlusion,
    probe_record,
    running_record,
)
from inference.geometry import Box, parse_size
from inference.image import LoadedImage
from inference.jobs import run as run_job
from inference.occluder import Baseline, parse_baseline
from inference.occlusion import (
    OcclusionSpec,
    Probe,
    default_spec,
    occlusion_sweep,
    probe,
)
from inference.pictures.shown import checked_side
from inference.pictures.style import Style

_TOP_SHOWN = 5
_COLUMNS = {
    "target": lambda record: record["target"]["index"],
    "label": lambda record: record["target"]["label"],
    "quantity": lambda record: record["quantity"],
    "score": lambda record: record["most_sensitive"]["score_before"],
    "lowest": lambda record: record["most_sensitive"]["score_after"],
    "becomes": lambda record: record["most_sensitive"]["becomes"]["label"],
    "flips": lambda record: record["flips"]["places"],
}


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "occlude", help=say("cover places of a photo and see how the scores change")
    )
    add_model(parser, say)
    add_photos(parser, say)
    what = parser.add_mutually_exclusive_group(required=True)
    add_out(what, say)
    what.add_argument(
        "--box",
        action="append",
        metavar="TOP,LEFT,HEIGHT,WIDTH",
        help=say("cover this box of input pixels only, and print the scores"),
    )
    add_target(parser, say)
    parser.add_argument(
        "--quantity",
        choices=[quantity.value for quantity in EXPLAINED],
        default=Quantity.PROBABILITY.value,
    )
    _add_covering(parser, say)
    parser.add_argument(
        "--scores", action="store_true", help=say("write logits.npy too")
    )
    add_side(parser, say)
    add_force(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def _add_covering(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--mask", metavar="71|HxW", help=say("mask size (20 % of the side)")
    )
    parser.add_argument(
        "--stride", metavar="1|VxH", help=say("step (10 % of the side)")
    )
    parser.add_argument(
        "--baseline",
        default="gray",
        metavar="gray|mean|black|white|blurred|R,G,B",
        help=say("what stands in covered places (gray)"),
    )
    parser.add_argument(
        "--no-clip", action="store_true", help=say("keep masks wholly inside the input")
    )


def run(options: argparse.Namespace) -> None:
    """Prints probes, or writes maps."""
    baseline = parse_baseline(options.baseline)
    style = Style(side=checked_side(options.side), translate=options.translate)
    boxes = [parse_box(text) for text in options.box or ()]
    require_room(options, is_one=not are_several(options))
    classifier = opened(options)
    index = class_index(classifier, options.target)
    against = class_index(classifier, options.against)
    if boxes:
        for image in opened_photos(options):
            prepared = classifier.prepare(image)
            found = probe(classifier, prepared, boxes, baseline=baseline)
            about = {"image": str(image.path), **running_record(classifier)}
            where = [covered_words(patch, prepared) for patch in found.patches]
            _print_probe(options, about, found, index, where)
        return
    target = Target(index, against, Quantity(options.quantity))

    def write(image: LoadedImage, folder: Path, meter: Meter) -> Written:
        result = _map(options, classifier, image, baseline, target, meter)
        files = export_occlusion(
            result,
            folder,
            style=style,
            with_scores=options.scores,
            replaces=options.force,
        )
        names = [str(file) for file in files]
        return {"files": names, **running_record(classifier)}, names

    run_work(options, Work(classifier, "occlusion.json", _COLUMNS, write))


def _print_probe(
    options: argparse.Namespace,
    about: dict[str, Any],
    found: Probe,
    index: int | None,
    where: Sequence[str],
) -> None:
    chosen = found.reference.top_index if index is None else index
    record = probe_record(found, chosen) | about
    heading = [about["image"]] if are_several(options) else []
    print_record(options, record, [*heading, *where, *_probe_lines(found, chosen)])


def _map(
    options: argparse.Namespace,
    classifier: Classifier,
    image: LoadedImage,
    baseline: Baseline,
    target: Target,
    meter: Meter,
) -> OcclusionResult:
    prepared = classifier.prepare(image)
    default = default_spec(prepared.size)
    spec = OcclusionSpec(
        parse_size(options.mask) or default.mask_size,
        parse_size(options.stride) or default.stride,
        baseline,
        not options.no_clip,
    )
    target = target.settled(classifier.predict_input(prepared).top_index)
    job = occlusion_sweep(classifier, prepared, spec, target=target.class_index)
    sweep = run_job(job, meter)
    heatmap = sweep.heatmap(target)
    return OcclusionResult(sweep, heatmap, classifier, image, options=asked(options))


def parse_box(text: str) -> Box:
    """Returns the box that "TOP,LEFT,HEIGHT,WIDTH" means, in input pixels from 0.

    Raises:
        SpecError: It means none.
    """
    try:
        top, left, height, width = map(int, text.split(","))
    except ValueError:
        height = width = top = left = 0
    if height < 1 or width < 1:
        raise SpecError(
            "{text!r} is not a box. Write TOP,LEFT,HEIGHT,WIDTH in input pixels, "
            "counted from 0, for example 77,108,71,71.",
            text=text,
        )
    return Box(top, left, height, width)


def _probe_lines(found: Probe, target: int) -> list[str]:
    before, after = found.reference, found.prediction
    leading = [*before.top(_TOP_SHOWN), after.score(after.top_index)]
    shown = dict.fromkeys([target, *(score.index for score in leading)])
    return [
        Sentence(
            "{before:8.4f} → {after:.4f}  {label} ({index})",
            before=before.probability(index),
            after=after.probability(index),
            label=before.labels[index],
            index=index,
        )
        for index in shown
    ]
