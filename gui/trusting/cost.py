"""How long it takes to measure how far a map can be trusted."""

from typing import TYPE_CHECKING

from gui.widgets.words import about

if TYPE_CHECKING:  # the window starts without it
    from inference.classifier import PreparedInput
    from inference.methods import Speeds

_AGAIN = 3  # maps: another photo's, of the photo flipped, and under noise
_REDRAWN = 8  # more, of other weights, where the method takes gradients


def measuring_cost(
    prepared: "PreparedInput",
    speeds: "Speeds | None",
    own: float | None,
    *,
    takes_gradients: bool = False,
) -> tuple[int, str]:
    """Returns the passes of the curves, and how long all of it takes, in words.

    Args:
        prepared: The photo.
        speeds: Of the model; None while they are not known.
        own: How long the map itself takes [s]; None while that is not known.
        takes_gradients: Whether its weights are drawn anew.
    """
    from inference.trust import PATIENCE, TrustSpec, passes_needed

    passes = passes_needed(prepared, TrustSpec())
    if speeds is None or own is None:
        return passes, ""
    parts = [own] * _AGAIN + [_REDRAWN * own * takes_gradients]
    tried = sum(each for each in parts if each <= PATIENCE)  # others are left out
    return passes, about(passes * speeds.one_pass + tried)
