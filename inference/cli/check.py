"""`check`: how well gradients can be trusted, from the twin's agreement."""

import argparse
from typing import TYPE_CHECKING, Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.cli.parsing import Say
from inference.errors import Sentence
from inference.export import parity_record, running_record
from inference.gradcam import GradCam, disagreement
from inference.image import open_image

if TYPE_CHECKING:
    from inference.twin.parity import Parity


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "check",
        help=say("whether gradients agree with the model, on noise and a photo"),
    )
    add_model(parser, say)
    parser.add_argument("photo", metavar="PHOTO", nargs="?")
    add_json(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Prints the certificate.

    Raises:
        ModelError: Model and twin disagree.
        UnsupportedOperatorError: The twin lacks operators; all are named.
    """
    classifier = opened(options)
    photo = open_image(options.photo) if options.photo else None
    prepared = None if photo is None else classifier.prepare(photo)
    parity = GradCam(classifier).certificate(prepared)
    record = parity_record(parity) | running_record(classifier)
    print_record(options, record, _lines(parity))
    if not parity.holds:
        raise disagreement(options.model, parity)


def _lines(parity: "Parity") -> list[str]:
    return [
        _difference(parity),
        Sentence("leading class agrees")
        if parity.top1_agrees
        else Sentence("leading class differs"),
        *_begun(parity),
        Sentence(
            "first tensor that differs: {tensor}",
            tensor=parity.first_divergence or Sentence("none"),
        ),
        Sentence(
            "operators: {counts}",
            counts=tuple(f"{name} {n}" for name, n in sorted(parity.operators.items())),
        ),
    ]


def _begun(parity: "Parity") -> list[Sentence]:
    """Says where the comparison began, unless that is the photo."""
    if not parity.compared_from:
        return []
    names = parity.compared_from
    return [
        Sentence("compared from {tensors} on; below runs ONNX Runtime", tensors=names)
    ]


def _difference(parity: "Parity") -> Sentence:
    found = Sentence(
        "logits differ by {most:.2e}, that is {share:.1e} of their range",
        most=parity.max_abs_diff,
        share=parity.max_rel_diff,
    )
    if not parity.rounds:
        return found
    return Sentence(
        "{found} (the file rounds: the difference is only stated)", found=found
    )
