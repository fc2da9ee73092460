"""What it means that a model and its twin disagree, or that the twin lacks a part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inference.errors import MissingOperator, ModelError, Sentence
from inference.network.layers import FeatureLayer

if TYPE_CHECKING:
    from inference.twin.parity import Parity


def disagreement(name: str, found: "Parity") -> ModelError:
    """Says where model and twin part, and what still works."""
    place = found.first_divergence
    where = Sentence(' from the tensor "{tensor}" on', tensor=place) if place else ""
    return ModelError(
        'Gradients of "{name}" cannot be trusted: the logits differ by {share:.1e} of '
        "their range{where}. Occlusion and activations still work.",
        name=name,
        share=found.max_rel_diff,
        where=where,
    )


def lacking(
    layers: Sequence[FeatureLayer], missing: Sequence[MissingOperator]
) -> Sentence:
    """Says how many layers have no gradient, and what that would need."""
    return Sentence(
        "{n} earlier layers have no gradient: that needs {operators}.",
        one="{n} earlier layer has no gradient: that needs {operators}.",
        n=len(layers),
        operators=tuple(operator.name for operator in missing),
    )
