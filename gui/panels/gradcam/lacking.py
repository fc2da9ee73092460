"""Which methods a model has no answer to: found once for each, beside the window."""

import weakref
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.jobs import Lanes
from gui.panels.gradcam.maps import needs_gradients
from gui.widgets.words import translate
from inference.classifier import Classifier
from inference.errors import InferenceError
from inference.jobs import once


class Lacking(QObject):
    """Finds the methods that a model has no answer to.

    Signals:
        found: the reasons, in a few words, by method (`dict[str, str]`).
    """

    found = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._classifier: weakref.ref[Classifier] | None = None  # one left may go
        self._has_gradients = True
        self._lane = lanes.create(self.tr("Looking at the methods"), is_quiet=True)
        self._lane.succeeded.connect(self.found)

    def look(self, classifier: Classifier, *, has_gradients: bool) -> None:
        """Looks at a model, unless it was the last one and nothing has changed."""
        known = None if self._classifier is None else self._classifier()
        if classifier is known and has_gradients == self._has_gradients:
            return
        self._classifier = weakref.ref(classifier)
        self._has_gradients = has_gradients
        job = once(partial(lacking_methods, classifier, has_gradients=has_gradients))
        self._lane.start(job)


def lacking_methods(classifier: Classifier, *, has_gradients: bool) -> dict[str, str]:
    """Returns the methods that a model has no answer to, and why, in a few words."""
    from inference.attention import attention_of
    from inference.methods import METHODS

    found: dict[str, str] = {}
    if not has_gradients:
        words = translate("GradCamLens", "no gradients here")
        needy = filter(needs_gradients, METHODS)
        found |= dict.fromkeys(needy, words)
    try:
        attention_of(classifier)
    except InferenceError:
        words = translate("GradCamLens", "this network has no attention")
        found |= dict.fromkeys(("rollout", "gradient-attention"), words)
    return found
