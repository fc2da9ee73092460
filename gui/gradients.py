"""The gradients of the model that is looked at: made in the background, for all tabs.

Making them loads torch, so it happens after the window stands and is idle, or when a
tab needs them. What is known then stands in a badge: how well they agree with the
model, or why there are none.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.theme import Tone
from inference.classifier import Classifier
from inference.errors import (
    InferenceError,
    ModelError,
    Sentence,
    UnsupportedOperatorError,
)
from inference.gradcam import GradCam, disagreement
from inference.jobs import once

if TYPE_CHECKING:
    from inference.twin.parity import Parity

UNCHECKED = Sentence(
    "NetGaze made a mistake when it compared the gradients with the model."
)
translate = QCoreApplication.translate
PATIENCE = 1500  # ms without work before torch is loaded unasked


class Gradients(QObject):
    """Keeps the Grad-CAM engine of one classifier.

    Signals:
        ready: the engine (`GradCam`) of the classifier that is looked at.
        failed: an `InferenceError`: it has no gradients, all other tabs work.
        stopped: the user stopped the making; whoever needs it may ask again.
        badge_changed: words, tone and tooltip of what is known; "" for nothing.
    """

    ready = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    badge_changed = Signal(str, str, str)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine: GradCam | None = None
        self.failure: InferenceError | None = None
        self._classifier: Classifier | None = None
        self._lanes = lanes
        self._making = lanes.create(self.tr("Loading the gradients"))
        self._making.succeeded.connect(self._take)
        self._making.failed.connect(self._on_failed)
        self._making.stopped.connect(self._on_stopped)
        self._checking = lanes.create(self.tr("Checking gradients"), is_quiet=True)
        self._checking.succeeded.connect(self._show_agreement)
        self._checking.failed.connect(self._on_unchecked)
        self._checking.stopped.connect(self._forget_badge)
        self._idle = QTimer(self, singleShot=True, interval=PATIENCE)
        self._idle.timeout.connect(self._on_idle)

    def set_classifier(self, classifier: Classifier | None) -> None:
        """Takes over another model; what was known of the former is forgotten."""
        if classifier is self._classifier:
            return
        self._classifier = classifier
        self.engine = self.failure = None
        for lane in (self._making, self._checking):
            lane.leave(at_once=True)
        self.badge_changed.emit("", "plain", "")
        if classifier is not None:
            self._idle.start()

    def need(self) -> None:
        """Makes the engine now, unless it is there, on its way, or impossible."""
        self._idle.stop()
        if self._classifier is None or self.engine or self.failure:
            return
        if self._making.work is None or self._making.is_stopping:
            self.badge_changed.emit(self.tr("Checking gradients…"), "plain", "")
            self._making.start(once(partial(GradCam, self._classifier)))

    @Slot()
    def _on_idle(self) -> None:
        if self._lanes.running:
            self._idle.start()
        else:
            self.need()

    @Slot(object)
    def _take(self, engine: GradCam) -> None:
        if engine.classifier is not self._classifier:
            return
        self.engine = engine
        self.ready.emit(engine)
        self._checking.start(once(engine.certificate), about=engine)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, InferenceError):  # ours; the message bar tells more
            error = _mistake()
        self.failure = error
        words = self.tr("No gradients")
        if isinstance(error, UnsupportedOperatorError):
            lacking = Sentence(
                "No gradients: {n} operators missing",
                one="No gradients: {n} operator missing",
                n=len(error.missing),
            )
            words = said(lacking)
        self.badge_changed.emit(words, "warn", said(error))
        self.failed.emit(error)

    @Slot(object)
    def _on_unchecked(self, error: Exception) -> None:
        """The engine stands, but nobody knows how far to trust it."""
        tip = said(error if isinstance(error, InferenceError) else UNCHECKED)
        self.badge_changed.emit(self.tr("Gradients not checked"), "warn", tip)

    @Slot()
    def _forget_badge(self) -> None:
        self.badge_changed.emit("", "plain", "")

    @Slot()
    def _on_stopped(self) -> None:
        self.badge_changed.emit("", "plain", "")
        self.stopped.emit()

    @Slot(object)
    def _show_agreement(self, found: "Parity") -> None:
        if self.engine is None or self._checking.about is not self.engine:
            return
        words, tone = agreement_words(found)
        tip = self.tr(
            "Logits of the torch twin and of ONNX Runtime differ by {difference} at "
            "most, on noise and a smooth picture."
        ).format(difference=f"{found.max_abs_diff:.1e}")
        self.badge_changed.emit(words, tone, tip)
        if not found.holds:
            name = self.engine.classifier.graph.path.name
            self.engine, self.failure = None, disagreement(name, found)
            self.failed.emit(self.failure)


def _mistake() -> ModelError:
    return ModelError(
        "NetGaze made a mistake when it prepared the gradients of this model. "
        "Occlusion and activations still work."
    )


def _power(difference: float) -> str:
    """Writes a difference by its first digit: "3e-6"; nought is "0"."""
    mantissa, exponent = f"{difference:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}" if difference else "0"


def agreement_words(found: "Parity") -> tuple[str, Tone]:
    """Writes how well gradients agree with the model, and in which tone."""
    if found.holds:
        words = translate("Gradients", "✓ Gradients agree to {difference}")
        if found.rounds:
            words = translate(
                "Gradients", "✓ Gradients agree to {difference}, the file rounds"
            )
        if found.compared_from:
            words = translate(
                "Gradients", "✓ Gradients agree to {difference} from {layer} on"
            )
        how_far, begun = _power(found.max_rel_diff), ", ".join(found.compared_from)
        return words.format(difference=how_far, layer=begun), "good"
    where = found.first_divergence
    if not where:
        return translate("Gradients", "Gradients differ"), "warn"
    words = translate("Gradients", "Gradients differ from {layer} on")
    return words.format(layer=where), "warn"
