"""`occlude`: cover chosen places of a photo, or one place after another."""

import argparse
from pathlib import Path
from typing import Any

from inference.classifier import EXPLAINED, Classifier, Quantity, Target
from inference.cli.common import (
    Meter,
    add_force,
    add_json,
    add_model,
    class_index,
    opened,
    print_record,
    require_room,
)
from inference.cli.output import remark
from inference.errors import SpecError
from inference.export import (
    OcclusionResult,
    box_record,
    class_record,
    export_occlusion,
    running_record,
    score_record,
)
from inference.geometry import Box, parse_size
from inference.image import LoadedImage, open_image
from inference.jobs import run as run_job
from inference.occlusion import (
    Baseline,
    OcclusionSpec,
    Probe,
    default_spec,
    occlusion_sweep,
    parse_baseline,
    probe,
)

_TOP_SHOWN = 5


def add_to(commands: Any) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "occlude", help="cover places of a photo and see how the scores change"
    )
    add_model(parser)
    parser.add_argument("photo", metavar="PHOTO")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", metavar="DIR", help="write a map into this folder")
    what.add_argument(
        "--box",
        action="append",
        metavar="TOP,LEFT,HEIGHT,WIDTH",
        help="cover this box of input pixels only, and print the scores",
    )
    parser.add_argument("--target", help="a class, by index or name (the top class)")
    parser.add_argument("--against", help="a class whose score is subtracted")
    parser.add_argument(
        "--quantity",
        choices=[quantity.value for quantity in EXPLAINED],
        default=Quantity.PROBABILITY.value,
    )
    parser.add_argument(
        "--mask", metavar="71|HxW", help="mask size (20 %% of the side)"
    )
    parser.add_argument("--stride", metavar="1|VxH", help="step (10 %% of the side)")
    parser.add_argument(
        "--baseline",
        default="gray",
        metavar="gray|mean|black|white|R,G,B",
        help="what stands in covered places (gray)",
    )
    parser.add_argument(
        "--no-clip", action="store_true", help="keep masks wholly inside the input"
    )
    parser.add_argument("--scores", action="store_true", help="write logits.npy too")
    add_force(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints a probe, or writes a map."""
    baseline = parse_baseline(options.baseline)
    boxes = [parse_box(text) for text in options.box or ()]
    require_room(options)
    classifier = opened(options)
    index = class_index(classifier, options.target)
    against = class_index(classifier, options.against)
    image = open_image(options.photo)
    if boxes:
        found = probe(classifier, classifier.prepare(image), boxes, baseline=baseline)
        _print_probe(options, classifier, found, index)
    else:
        target = Target(index, against, Quantity(options.quantity))
        _write_map(options, classifier, image, baseline, target)


def _print_probe(
    options: argparse.Namespace, classifier: Classifier, found: Probe, index: int | None
) -> None:
    chosen = found.reference.top_index if index is None else index
    record = probe_record(found, chosen) | running_record(classifier)
    print_record(options, record, _probe_lines(found, chosen))


def _write_map(
    options: argparse.Namespace,
    classifier: Classifier,
    image: LoadedImage,
    baseline: Baseline,
    target: Target,
) -> None:
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
    sweep = run_job(job, Meter())
    if sweep.note:
        remark(sweep.note, options.translate)
    files = export_occlusion(
        OcclusionResult(sweep, sweep.heatmap(target), classifier, image),
        Path(options.out),
        with_scores=options.scores,
        replaces=options.force,
    )
    names = [str(file) for file in files]
    print_record(options, {"files": names, **running_record(classifier)}, names)


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


def probe_record(found: Probe, target: int) -> dict[str, Any]:
    """Returns what covering the boxes does, for JSON."""
    return {
        "boxes": [box_record(patch) for patch in found.patches],
        "target": class_record(found.reference.labels, target),
        "drop": found.drop(target),
        "before": [score_record(s) for s in found.reference.top(_TOP_SHOWN)],
        "after": [score_record(s) for s in found.prediction.top(_TOP_SHOWN)],
        "probabilities_before": found.reference.probabilities.tolist(),
        "probabilities_after": found.prediction.probabilities.tolist(),
    }


def _probe_lines(found: Probe, target: int) -> list[str]:
    before, after = found.reference, found.prediction
    leading = [*before.top(_TOP_SHOWN), after.score(after.top_index)]
    shown = dict.fromkeys([target, *(score.index for score in leading)])
    return [
        f"{before.probability(i):8.4f} → {after.probability(i):.4f}  "
        f"{before.labels[i]} ({i})"
        for i in shown
    ]
