"""The steps of the self-test: later ones need what earlier ones opened."""

from collections.abc import Callable
from dataclasses import dataclass

from gui.self_test import looking, photos
from gui.self_test.hand import Hand
from inference.errors import Sentence
from inference.geometry import Array
from inference.ranking import has_tsne

FORWARD = 3e-3
"""Share of the largest number by which an answer may differ.

On the demo, a photo whose levels are decoded off by -1 to 1 moves the logits by 1e-3,
one that is shifted by a pixel by 1e-2, swapped colours by 1; what is only rounded
otherwise moves them by 1e-7.
"""
TRAINED = 3e-2
"""The same behind training: each step enlarges what differed before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is tried.

    Attributes:
        name: By which its numbers are stored.
        title: What is tried, in words.
        act: Does it, and returns its numbers, of any shape; none where it checks them
            itself.
        allowed: By which they may differ, a share of the largest one.
    """

    name: str
    title: Sentence
    act: Callable[[Hand], Array]
    allowed: float = FORWARD


STEPS = (
    Step("demo", Sentence("the window stands with the demo"), looking.opened_demo),
    Step("child", Sentence("a child process tries a model"), looking.opened_copy),
    Step("patch", Sentence("a patch covers a place"), looking.covered_place),
    Step("map", Sentence("a small occlusion map"), looking.covered_places),
    Step("gradcam", Sentence("Grad-CAM, by the torch twin"), looking.explained),
    Step("channels", Sentence("the channels of a layer"), looking.looked_inside),
    Step("shell", Sentence("the command line agrees"), looking.computed_again),
    Step("ranking", Sentence("the demo's photos are ranked"), photos.ranked),
    Step(
        "layout",
        Sentence("they are laid out by t-SNE, in a child process")
        if has_tsne()
        else Sentence("they are laid out by PCA; scikit-learn is not here"),
        photos.laid_out,
    ),
    Step("training", Sentence("five steps of training"), photos.trained, TRAINED),
    Step("trained", Sentence("the new model answers"), photos.used, TRAINED),
)
