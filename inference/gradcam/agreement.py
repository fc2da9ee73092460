"""What it means that a model and its twin disagree."""

from typing import TYPE_CHECKING

from inference.errors import ModelError, Sentence

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
