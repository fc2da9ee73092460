"""`check`: how well gradients can be trusted, from the twin's agreement."""

import argparse
from typing import TYPE_CHECKING, Any

from inference.cli.common import add_json, add_model, opened, print_record
from inference.export import running_record
from inference.gradcam import GradCam, disagreement
from inference.image import open_image

if TYPE_CHECKING:
    from inference.twin.parity import Parity


def add_to(commands: Any) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "check", help="whether gradients agree with the model, on noise and a photo"
    )
    add_model(parser)
    parser.add_argument("photo", metavar="PHOTO", nargs="?")
    add_json(parser)
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


def parity_record(parity: "Parity") -> dict[str, Any]:
    """Returns a certificate, for JSON."""
    return {
        "max_abs_diff": parity.max_abs_diff,
        "max_rel_diff": parity.max_rel_diff,
        "top1_agrees": parity.top1_agrees,
        "first_divergence": parity.first_divergence,
        "operators": dict(parity.operators),
    }


def _lines(parity: "Parity") -> list[str]:
    counts = ", ".join(f"{name} {n}" for name, n in sorted(parity.operators.items()))
    agrees = "agrees" if parity.top1_agrees else "differs"
    rounds = (
        " (the file rounds: the difference is only stated)" if parity.rounds else ""
    )
    return [
        f"logits differ by {parity.max_abs_diff:.2e}, that is "
        f"{parity.max_rel_diff:.1e} of their range{rounds}",
        f"leading class {agrees}",
        f"first tensor that differs: {parity.first_divergence or 'none'}",
        f"operators: {counts}",
    ]
