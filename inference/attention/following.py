"""Attention rollout, and attention weighed by what raises a score."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.attention.opening import laid_open
from inference.attention.tensors import AttentionTensors, attention_tensors
from inference.classifier import (
    LEADING_LOGIT,
    Classifier,
    Prediction,
    PreparedInput,
    Target,
)
from inference.errors import Sentence, SpecError
from inference.geometry import Doubles, Floats
from inference.gradcam import GradCam, tensor_gradients
from inference.network.tensors import TensorReader
from inference.pictures.explanation import Explanation, Health
from inference.pictures.heatmap import over_input

Heads = Literal["mean", "strongest"]


@dataclass(frozen=True, slots=True)
class AttentionSpec:
    """What is asked of a network's attention.

    Attributes:
        target: Which number is explained; rollout follows attention of no class.
        heads: What stands for the heads of a block: their mean, or the strongest.
        first: The first block that is followed, from 0 on.

    Raises:
        SpecError: The first block is no number from 0 on.
    """

    target: Target = LEADING_LOGIT
    heads: Heads = "mean"
    first: int = 0

    def __post_init__(self) -> None:
        if self.first < 0:
            raise SpecError("Blocks count from 0.")


def rolled_out(blocks: Sequence[Floats], heads: Heads = "mean") -> Doubles:
    """Follows attention through blocks.

        R = Â_n … Â_1,  Â = (A + 1) / row sums

    S. Abnar, W. Zuidema: "Quantifying Attention Flow in Transformers", ACL 2020.

    Args:
        blocks: Attention (heads, T, T) of each, input to output; rows look at columns.
        heads: What stands for the heads.

    Returns:
        (T, T) how much each token at the end rests on each at the start.
    """
    followed = np.eye(blocks[0].shape[-1])
    for block in blocks:
        joined = _joined(block.astype(np.float64), heads) + np.eye(len(followed))
        followed = joined / joined.sum(axis=1, keepdims=True) @ followed
    return followed


def weighed_rollout(
    blocks: Sequence[Floats], gradients: Sequence[Floats], heads: Heads = "mean"
) -> Doubles:
    """Follows attention through blocks where it raises a score.

        R ← R + mean over heads of ReLU(∂y/∂A ⊙ A) · R,  R = 1 at first

    H. Chefer, S. Gur, L. Wolf: "Generic Attention-model Explainability", ICCV 2021,
    equations 5 and 6. For the arguments see `rolled_out`; `gradients` are ∂y/∂A.
    """
    followed = np.eye(blocks[0].shape[-1])
    for block, gradient in zip(blocks, gradients, strict=True):
        raising = np.maximum(block.astype(np.float64) * gradient, 0)
        followed = followed + _joined(raising, heads) @ followed
    return followed


def rollout(
    classifier: Classifier, prepared: PreparedInput, spec: AttentionSpec
) -> Explanation:
    """Returns what the network attends to; it is not of one class.

    Raises:
        SpecError: It has no attention that can be followed.
    """
    found = _tensors(classifier, spec)
    reader = TensorReader(_opened(classifier).graph, classifier.device)
    values = reader.read_once(found.names, classifier.batch(prepared.pixels))
    blocks = [_heads(values[name]) for name in found.names]
    followed = rolled_out(blocks, spec.heads)
    prediction = classifier.predict_input(prepared)
    target = spec.target.settled(prediction.top_index)
    health = Health(
        Sentence("Says what was attended to, not what spoke for the class."),
        is_sound=False,
    )
    title = Sentence("Attention rollout")
    asked = _Asked(spec, found, prepared, prediction, target)
    return asked.explanation("rollout", _at_places(followed, found), title, health)


def gradient_attention(
    engine: GradCam, prepared: PreparedInput, spec: AttentionSpec
) -> Explanation:
    """Returns where attention raises the score of a class.

    Raises:
        SpecError: The network has no attention that can be followed.
        UnsupportedOperatorError: The twin lacks operators.
    """
    found = _tensors(engine.classifier, spec)
    prediction = engine.classifier.predict_input(prepared)
    target = spec.target.settled(prediction.top_index)
    values, gradients = tensor_gradients(
        engine, prepared, target, found.names, form=_opened(engine.classifier)
    )
    blocks, slopes = ([_heads(x) for x in each] for each in (values, gradients))
    followed = weighed_rollout(blocks, slopes, spec.heads) - np.eye(len(blocks[0][0]))
    places = _at_places(followed, found)
    share = float((places > 0).mean())
    health = Health(
        Sentence(
            "{share} of the places are positive.",
            share=Sentence("{share:.0f} %", share=100 * share),
        ),
        share > 0,
        {"positive_share": share},
    )
    title = Sentence(
        "Gradient × attention of the {score}", score=target.name(prediction.labels)
    )
    asked = _Asked(spec, found, prepared, prediction, target)
    return asked.explanation("gradient-attention", places, title, health)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question, with its class settled."""

    spec: AttentionSpec
    found: AttentionTensors
    prepared: PreparedInput
    prediction: Prediction
    target: Target

    def explanation(
        self, method: str, places: Doubles, title: Sentence, health: Health
    ) -> Explanation:
        """Returns numbers (rows, cols) of the tokens' grid as a map."""
        target, prediction = self.target, self.prediction
        count = len(self.found.names)
        return Explanation(
            method=method,
            target=target,
            score=prediction.number(target),
            prediction=prediction,
            heatmap=over_input(
                places.astype(np.float32),
                self.prepared,
                target,
                title=title,
                meaning=Sentence("high: more attention leads here"),
                made=Sentence("{n} blocks", one="{n} block", n=count),
            ),
            health=health,
            settings={
                "heads": self.spec.heads,
                "first_block": self.spec.first,
                "blocks": count,
            },
            done=count,
        )


def attention_of(classifier: Classifier) -> AttentionTensors:
    """Finds the attention of a network.

    Raises:
        SpecError: It has none, or none that reaches from photo to classes.
    """
    opened = _opened(classifier)
    return attention_tensors(opened.graph, opened.shapes)


def _opened(classifier: Classifier) -> Classifier:
    """Returns the same whose graph names its attention."""
    graph = laid_open(classifier.graph, classifier.shapes)
    return classifier if graph is classifier.graph else replace(classifier, graph=graph)


def _tensors(classifier: Classifier, spec: AttentionSpec) -> AttentionTensors:
    found = attention_of(classifier)
    if spec.first >= len(found.names):
        raise SpecError(
            "There is no block {first}: the network has {n}, 0 to {last}.",
            first=spec.first,
            n=len(found.names),
            last=len(found.names) - 1,
        )
    return replace(found, names=found.names[spec.first :])


def _heads(values: Floats) -> Floats:
    """Returns attention as (heads, T, T)."""
    return values.reshape(-1, *values.shape[-2:])


def _joined(heads: Doubles, how: Heads) -> Doubles:
    joined: Doubles = heads.max(axis=0) if how == "strongest" else heads.mean(axis=0)
    return joined


def _at_places(followed: Doubles, found: AttentionTensors) -> Doubles:
    """Returns what the class token rests on, or all tokens where there is none."""
    first = followed[0] if found.extra_tokens else followed.mean(axis=0)
    places: Doubles = first[found.extra_tokens :].reshape(found.grid)
    return places
