"""Gradients for other methods: at the input, or at any tensor."""

from collections.abc import Sequence

import numpy as np

from inference.classifier import Classifier, PreparedInput, Target
from inference.errors import UnsupportedOperatorError
from inference.geometry import Array, Doubles, Floats
from inference.gradcam.engine import GradCam
from inference.gradcam.passes import gradients_of, started, watch
from inference.gradcam.score import ClassScorer
from inference.gradcam.spec import GradCamSpec
from inference.gradcam.tail import off_card


@off_card
def input_gradients(
    engine: GradCam, inputs: Array, target: Target
) -> tuple[Doubles, Floats]:
    """Returns scores (N,) of inputs (N, ...) and the gradients of each at its input.

    So many share a pass as the file allows; one that is smaller than the file wants is
    filled up with its last input.

    Args:
        engine: The network's gradients.
        inputs: As `Classifier.tensor` makes them, but float.
        target: Which number; its class is settled.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
    """
    if engine.missing:
        name = engine.classifier.graph.path.name
        raise UnsupportedOperatorError(name, engine.missing)
    step = engine.classifier.forward.together or len(inputs)
    pieces = (inputs[n : n + step] for n in range(0, len(inputs), step))
    passes = [_passed(engine, piece, target) for piece in pieces]
    scores, gradients = zip(*passes, strict=True)
    return np.concatenate(scores), np.concatenate(gradients)


@off_card
def tensor_gradients(
    engine: GradCam,
    prepared: PreparedInput,
    target: Target,
    names: Sequence[str],
    *,
    form: Classifier | None = None,
) -> tuple[list[Floats], list[Floats]]:
    """Returns values and gradients of any tensors, as they lie in them.

    Args:
        engine: The network's gradients.
        prepared: The photo.
        target: The number whose gradients they are; its class is settled.
        names: Of the tensors.
        form: The network in the form that has them; None where that is the file's.

    Raises:
        UnsupportedOperatorError: The twin lacks operators behind one of them.
    """
    tail, scorer = engine.tail_of(form or engine.classifier), _scorer(engine, target)
    for name in names:
        tail.require(name, scorer.tensor)
    given = tail.given(prepared.pixels, scorer.tensor)
    values, gradients, _ = watch(
        tail.twin, given, names, scorer.tensor, scorer, moved=list(given)
    )
    return values, gradients


def _scorer(engine: GradCam, target: Target) -> ClassScorer:
    spec, index = GradCamSpec(target), target.class_index
    return ClassScorer(engine.classifier, spec, lambda _: index)


def _passed(engine: GradCam, piece: Array, target: Target) -> tuple[Doubles, Floats]:
    """Runs one batch forward and back."""
    import torch

    classifier, twin = engine.classifier, engine.tail.twin
    missing = (classifier.spec.input.batch or len(piece)) - len(piece)
    filled = np.concatenate([piece, np.repeat(piece[-1:], missing, axis=0)])
    name, scorer = classifier.graph.inputs[0].name, _scorer(engine, target)
    with torch.enable_grad():
        start = started(twin, {name: filled}, [name])
        raw = twin.tail(start, [scorer.tensor])[scorer.tensor]
        scores = scorer.each(raw, len(filled))[: len(piece)]
        (gradients,) = gradients_of(scores.sum(), [start[name]])
    found: Floats = gradients[: len(piece)].float().cpu().numpy()
    numbers: Doubles = scores.detach().double().cpu().numpy()
    return numbers, found
