"""The methods as they explain many photos: those that can, with fewer samples."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from inference.classifier import Classifier, PreparedInput, Target
from inference.errors import Sentence
from inference.gradcam import GradCam
from inference.jobs import Job
from inference.methods.table import METHODS, explanation, missing_need
from inference.pictures.explanation import Explanation

FEWER: Mapping[str, Mapping[str, Any]] = {
    "smoothgrad": {"samples": 10},
    "rise": {"samples": 1000},
    "lime": {"samples": 500},
}
"""What methods are told that would take long, by option; all else is as it comes."""

Explainer = Callable[[PreparedInput, int], Job[Explanation | None, Explanation]]


def explainers(
    classifier: Classifier, engine: Callable[[], GradCam]
) -> tuple[dict[str, Explainer], dict[str, Sentence]]:
    """Returns what explains a class of a photo, and why some methods cannot, by name.

    Args:
        classifier: The network.
        engine: Makes its gradients, or returns them.
    """
    lacking = {name: missing_need(name, classifier, engine) for name in METHODS}
    able: dict[str, Explainer] = {
        name: partial(_explained, name, classifier, engine)
        for name, why in lacking.items()
        if why is None
    }
    return able, {name: why.sentence for name, why in lacking.items() if why}


def _explained(
    name: str,
    classifier: Classifier,
    engine: Callable[[], GradCam],
    prepared: PreparedInput,
    index: int,
) -> Job[Explanation | None, Explanation]:
    method = METHODS[name]
    target = Target(index, quantity=method.quantity)
    question = method.question(target, FEWER.get(name, {}))
    return explanation(name, classifier, prepared, question=question, engine=engine)
