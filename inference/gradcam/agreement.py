"""What it means that a model and its twin disagree."""

from typing import TYPE_CHECKING

from inference.errors import ModelError

if TYPE_CHECKING:
    from inference.twin.parity import Parity


def disagreement(name: str, found: "Parity") -> ModelError:
    """Says where model and twin part, and what still works."""
    place = found.first_divergence
    where = f' from the tensor "{place}" on' if place else ""
    return ModelError(
        f'Gradients of "{name}" cannot be trusted: the logits differ by '
        f"{found.max_rel_diff:.1e} of their range{where}. Occlusion and activations "
        "still work."
    )
