"""The Grad-CAM tab: what speaks for a class, by gradients.

The map follows photo, target and every choice by itself; the newest question wins. The
small maps of all layers come from one pass of their own.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.gradcam.controls import GradCamControls
from gui.panels.gradcam.health import HealthLine
from gui.panels.gradcam.ladder import Ladder, Rung
from gui.panels.gradcam.lens import Answer, Question, answer, overlays, rungs
from gui.panels.panel import STOPPED, Export, Panel, folder_name
from gui.session import Session
from gui.widgets.form import rule, section
from inference.classifier import PreparedInput
from inference.errors import InferenceError
from inference.export import GradCamResult, export_gradcam
from inference.gradcam import GradCam, GradCamSpec
from inference.jobs import once
from inference.pictures.style import Style

LOADING = "Gradients are being made ready; this takes a few seconds the first time."


class GradCamPanel(Panel):
    """Explains the target at a layer, and at all of them."""

    title = "Grad-CAM"
    kind = "look"

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._answer: Answer | None = None
        self._climbed: GradCamSpec | None = None  # what the ladder shows
        self.controls = GradCamControls()
        self.health = HealthLine()
        self.ladder = Ladder()
        hint = "The target at every layer with places, input to output. Own scale each."
        self._ladder_part = section("Layer ladder", hint)
        self.lay_out(self.controls, self.health, rule(), self._ladder_part, self.ladder)
        self._explaining = lanes.create("Grad-CAM")
        self._explaining.succeeded.connect(self._show_answer)
        self._explaining.failed.connect(self._on_failed)
        self._explaining.stopped.connect(self._show_stopped)
        self._climbing = lanes.create("Layer ladder", is_quiet=True)
        self._climbing.succeeded.connect(self._show_ladder)
        self.controls.changed.connect(self._ask)
        self.controls.target_given.connect(session.pick_target)
        self.health.remedy_clicked.connect(self.controls.apply)
        self.ladder.rung_picked.connect(self.controls.pick_layer)
        session.target_changed.connect(self._on_target)
        session.gradients.ready.connect(self._take_engine)
        session.gradients.failed.connect(self._show_failure)
        session.gradients.stopped.connect(self._show_stopped)
        self.reset()

    # ---- the subject

    def reset(self) -> None:
        self._explaining.discard()
        self._climbing.discard()
        self._answer = self._climbed = None
        subject = self.session.subject
        self.setEnabled(subject.prepared is not None)
        gradients = self.session.gradients
        if gradients.engine is not None:
            self._take_engine(gradients.engine)
        elif gradients.failure is not None:
            self._show_failure(gradients.failure)
        else:
            self.health.show_waiting(LOADING if subject.prepared else "")
            self._show_rungs(visible=False)
            if self.is_active:
                gradients.need()

    def activated(self) -> None:
        super().activated()
        self.session.gradients.need()
        self._publish()
        self._ask()

    @Slot(object)
    def _take_engine(self, engine: GradCam) -> None:
        self.controls.setEnabled(True)
        self.controls.set_engine(engine)
        self._ask()

    @Slot(object)
    def _show_failure(self, error: InferenceError) -> None:
        self._explaining.discard()
        self._climbing.discard()
        self._answer = self._climbed = None
        self.controls.setEnabled(False)
        self._show_rungs(visible=False)
        self.health.show_failure(error)
        self._publish()

    def _on_target(self, _target: int | None) -> None:
        self._ask()

    # ---- asking

    def _ask(self) -> None:
        """Asks what is chosen; nothing happens behind another tab."""
        engine, subject = self.session.gradients.engine, self.session.subject
        target, prediction = self.session.target, subject.prediction
        if not self.is_active or engine is None or subject.prepared is None:
            return
        if target is None or prediction is None:
            return
        if engine.classifier is not subject.classifier:
            return
        self.controls.set_target(target, prediction)
        question = self.controls.question(target)
        ask = partial(answer, engine, subject.prepared, question)
        self._explaining.start(once(ask))
        self._climb(engine, subject.prepared, question)

    def _climb(
        self, engine: GradCam, prepared: PreparedInput, question: Question
    ) -> None:
        spec = replace(question.spec, layer=None)
        if spec != self._climbed:
            self._climbed = spec
            self._climbing.start(once(partial(rungs, engine, prepared, spec)))

    @Slot(object)
    def _show_answer(self, found: Answer) -> None:
        self._answer = found
        self.controls.show_layer(found.first.layer)
        self.health.show_map(found.first)
        self.ladder.show_chosen(found.first.layer.name)
        self._publish()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InferenceError):
            self.health.show_failure(error)

    @Slot()
    def _show_stopped(self) -> None:
        self.health.show_waiting(STOPPED)

    @Slot(object)
    def _show_ladder(self, rungs: tuple[Rung, ...]) -> None:
        chosen = self._answer.first.layer.name if self._answer else ""
        self._show_rungs(visible=bool(rungs))
        self.ladder.show_rungs(rungs, chosen)

    def _show_rungs(self, *, visible: bool) -> None:
        self._ladder_part.setVisible(visible)
        self.ladder.setVisible(visible)

    def _publish(self) -> None:
        classifier = self.session.subject.classifier
        if not self.is_active:
            return
        if self._answer is None or classifier is None:
            self.session.set_overlays()
        else:
            self.session.set_overlays(*overlays(self._answer, classifier.labels))

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self._answer is not None

    def export(self, style: Style) -> Export | None:
        subject = self.session.subject
        if self._answer is None or subject.classifier is None or subject.image is None:
            return None
        answer = self._answer.first
        result = GradCamResult(answer, subject.classifier, subject.image)
        if style.enlarge == "bicubic":
            style = replace(style, enlarge="bilinear")  # as heatmap_full.npy
        label = subject.classifier.labels[answer.explained.target]
        name = folder_name(subject.image.path.stem, label, self.title)
        return Export(name, partial(export_gradcam, result, style=style))
