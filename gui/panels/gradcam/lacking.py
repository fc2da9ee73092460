"""Which methods a model has no answer to: found once for each, beside the window."""

import weakref
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.gradcam.maps import needs_gradients
from gui.widgets.words import counted, translate
from inference.classifier import Classifier
from inference.errors import InferenceError, UnsupportedOperatorError
from inference.gradcam import GradCam
from inference.jobs import once


@dataclass(frozen=True, slots=True)
class Gradients:
    """What is known of a model's gradients.

    Attributes:
        are_none: Whether there are none, whatever the reason.
        missing: How many operators have none.
    """

    are_none: bool = False
    missing: int = 0

    @classmethod
    def of(cls, engine: GradCam | None, failure: InferenceError | None) -> "Gradients":
        """Reads them off; they may not be known yet."""
        if failure is None:
            return cls() if engine is None else cls(missing=len(engine.missing))
        return cls(are_none=True, missing=_count(failure))


class Lacking(QObject):
    """Finds the methods that a model has no answer to.

    Attributes:
        reasons: Why methods have no answer, by name.
        channels: That Score-CAM has to show; 0 while that is not known.

    Signals:
        found: the reasons, in a few words, by method (`dict[str, str]`).
    """

    found = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._classifier: weakref.ref[Classifier] | None = None  # one left may go
        self._gradients = Gradients()
        self._lane = lanes.create(self.tr("Looking at the methods"), is_quiet=True)
        self._lane.succeeded.connect(self._tell)
        self.channels, self.reasons = 0, dict[str, str]()

    def look(self, classifier: Classifier, gradients: Gradients) -> None:
        """Looks at a model, unless it was the last one and nothing has changed.

        Args:
            classifier: The model.
            gradients: What is known of its gradients.
        """
        known = None if self._classifier is None else self._classifier()
        if classifier is known and gradients == self._gradients:
            return
        self._classifier = weakref.ref(classifier)
        self._gradients = gradients
        self.channels = 0
        job = once(partial(_looked_at, classifier, gradients))
        self._lane.start(job)

    @Slot(object)
    def _tell(self, found: tuple[dict[str, str], int]) -> None:
        self.reasons, self.channels = found
        self.found.emit(self.reasons)


def _looked_at(
    classifier: Classifier, gradients: Gradients
) -> tuple[dict[str, str], int]:
    from inference.gradcam import ScoreCamSpec
    from inference.methods import score_cam_channels

    reasons = lacking_methods(classifier, gradients)
    return reasons, score_cam_channels(classifier, ScoreCamSpec())


def lacking_methods(classifier: Classifier, gradients: Gradients) -> dict[str, str]:
    """Returns the methods that a model has no answer to, and why, in a few words."""
    from inference.methods import METHODS

    found: dict[str, str] = {}
    words = translate("GradCamLens", "no gradients here")
    if gradients.missing:
        words = _missing_words(gradients.missing)
    if gradients.are_none:
        found |= dict.fromkeys(filter(needs_gradients, METHODS), words)
    elif gradients.missing:  # layers above these have gradients, the pixels have none
        found |= dict.fromkeys(("integrated-gradients", "smoothgrad"), words)
    return found | _without_attention(classifier)


def _count(failure: InferenceError) -> int:
    return len(failure.missing) if isinstance(failure, UnsupportedOperatorError) else 0


def _missing_words(count: int) -> str:
    return counted(
        "{n} operators have no gradients here",
        "{n} operator has no gradients here",
        count,
    )


def _without_attention(classifier: Classifier) -> dict[str, str]:
    from inference.attention import AttentionError, attention_of

    try:
        attention_of(classifier)
    except AttentionError as error:
        words = {
            "none": translate("GradCamLens", "this network has no attention"),
            "windows": translate(
                "GradCamLens", "attention stays within windows or channels here"
            ),
            "hidden": translate(
                "GradCamLens", "attention is hidden inside an operator here"
            ),
        }
        return dict.fromkeys(("rollout", "gradient-attention"), words[error.lack])
    return {}
