"""The Grad-CAM tab: the controls of its lens, how sound the map is, and the ladder."""

from dataclasses import replace

from PySide6.QtCore import Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.lenses import Beside, Lenses
from gui.look import Look
from gui.panels.gradcam.agreement import AgreementLine
from gui.panels.gradcam.comparing import OCCLUSION, Compared
from gui.panels.gradcam.controls import GradCamControls
from gui.panels.gradcam.costs import Costs
from gui.panels.gradcam.health import HealthLine
from gui.panels.gradcam.lacking import Gradients, Lacking
from gui.panels.gradcam.ladder import Ladder
from gui.panels.gradcam.lens import GradCamLens, SecondLens, engine_of
from gui.panels.gradcam.maps import AT_ONCE, named_maps
from gui.panels.gradcam.orders import Orders
from gui.panels.gradcam.run_line import left_words, show_run
from gui.panels.gradcam.saving import exported
from gui.panels.gradcam.tab import TAB
from gui.panels.panel import Export, Panel
from gui.session import Session
from gui.state import Phase
from gui.trusting.measuring import Measuring
from gui.trusting.section import TrustSection
from gui.widgets.form import column, rule, section, text
from gui.widgets.running import RunRow
from inference.export import ExplainedQuestion, Reopened
from inference.gradcam import GradCamSpec, lacking
from inference.pictures.style import Style


class GradCamPanel(Panel):
    """Explains the target at a layer, and at all of them."""

    tab = TAB
    kind = "look"
    needs_gradients = True
    lens: GradCamLens

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self.lens, self.second = lenses.of(GradCamLens), lenses.of(SecondLens)
        self.controls = GradCamControls()
        self._lacking_methods = Lacking(lanes, self)
        self._costs = Costs(session, self.lens, lenses.speed, self._lacking_methods)
        tip = self.tr("Makes the map by this method; Stop keeps it (Ctrl+Enter).")
        self.run_row = RunRow(self.tr("Run"), tip)
        self.health = HealthLine()
        self.agreement = AgreementLine(session, lanes)
        self.trust = TrustSection()
        self._measuring = Measuring(self.lens.trust, self.trust)
        self.ladder = Ladder()
        hint = self.tr(
            "The target layer by layer, input to output. Own scale each; hatched where "
            "nothing is left."
        )
        head = section(self.tr("Layer ladder"), hint)
        self._orders = Orders(self.lens, self._costs, self.ladder)
        self._lacking = text("", "muted", wraps=True)
        self._lacking.hide()
        self._ladder_part = column(
            rule(), head, self._orders.row, self._lacking, (self.ladder, 1)
        )
        below = column((self._ladder_part, 1))  # keeps its room where there is none
        self.lay_out(
            *(self.controls, self.run_row, self.health, self.agreement),
            *(self._orders.table, self.trust),
            (below, 1),
            is_filling=True,
        )
        self._connect()
        self._show_way()
        self.reset()

    def _connect(self) -> None:
        self.controls.wish_changed.connect(self._wish)
        self.lens.way_changed.connect(self._show_way)
        self.controls.compared_changed.connect(self._compare)
        self.controls.continue_clicked.connect(self._continue_beside)
        self.controls.layer_chosen.connect(lambda n: self.session.say(layer=n))
        self.controls.every_layer_toggled.connect(self.ladder.show_every)
        self.controls.target_given.connect(self.session.pick_target)
        self.health.remedy_clicked.connect(self.controls.apply)
        self.run_row.run_clicked.connect(self.run)
        self.run_row.stop_clicked.connect(self.lens.stop)
        self._lacking_methods.found.connect(self.controls.set_lacking)
        self._costs.changed.connect(self._show_costs)
        self.ladder.rung_picked.connect(self.controls.pick_layer)
        self._orders.method_picked.connect(self.controls.comparison.pick_method)
        self.lens.changed.connect(self._show)
        for word in (OCCLUSION, SecondLens.word):
            self.lenses[word].changed.connect(self._show_beside)
        self.lens.ladder.changed.connect(self._show_ladder)
        self.session.look_changed.connect(self._show_look)
        self._show_look(self.session.look)
        self.session.target_changed.connect(self._tell_target)
        gradients = self.session.gradients
        gradients.ready.connect(self._tell_model)
        gradients.failed.connect(self._tell_model)
        gradients.stopped.connect(self._on_stopped)

    # ---- the subject

    def reset(self) -> None:
        self.setEnabled(self.session.subject.prepared is not None)
        self._tell_model()

    def activated(self) -> None:
        super().activated()
        for question in self.lens.questions:
            question.set_seen(is_seen=True)
        self.lens.look()  # again, where it was stopped
        self._costs.measure()
        self._ask_beside()

    def deactivated(self) -> None:
        super().deactivated()
        for question in self.lens.questions:
            question.set_seen(is_seen=False)

    @Slot()
    def _tell_model(self, _: object = None) -> None:
        """Offers the layers and classes that there are."""
        self._find_lacking()
        if self.is_active:
            self._costs.measure()
        self.controls.set_engine(engine_of(self.session), self.session.said.layer)
        self._tell_target()
        self._show()
        self._show_ladder()

    @Slot()
    def _tell_target(self, _: object = None) -> None:
        target, prediction = self.session.target, self.session.subject.prediction
        if target is not None and prediction is not None:
            self.controls.set_target(target, prediction)
        self._wish()

    def _find_lacking(self) -> None:
        """Greys the methods that this model has no answer to."""
        classifier = self.session.subject.classifier
        failure = self.session.gradients.failure
        if classifier is None:
            return
        if failure is not None and self.lens.wish.needs_gradients:
            self.controls.method.choose("rise")
        known = Gradients.of(engine_of(self.session), failure)
        self._lacking_methods.look(classifier, known)

    # ---- asking

    def run(self) -> None:
        if self.lens.wish.method not in AT_ONCE:
            self.lens.run()

    @Slot()
    def _show_way(self) -> None:
        """Takes up the method that was chosen elsewhere."""
        self.controls.method.choose(self.lens.way)

    @Slot()
    def _wish(self) -> None:
        self.lens.set_wish(self.controls.wish)
        self.second.set_wish(self.controls.second_wish)
        self.ladder.show_chosen(self.controls.layer)

    @Slot()
    def _compare(self) -> None:
        self._show_beside()
        if self.is_active:
            self.lenses.follow(self.lens.word, self.beside)
            self._ask_beside()

    @property
    def beside(self) -> Beside:
        compared = self.controls.compared
        if compared is not Compared.METHOD:
            return Beside(is_photo=compared is Compared.PHOTO)
        is_occlusion = self.controls.second_wish.method == OCCLUSION
        return Beside(OCCLUSION if is_occlusion else SecondLens.word)

    def restore(self, export: Reopened) -> None:
        if isinstance(export.question, GradCamSpec):
            self.controls.choose(export.question, export.second)
        elif isinstance(export.question, ExplainedQuestion):
            self.controls.choose_method(export.question)

    def _ask_beside(self) -> None:
        """Lets the lens beside make its map, where it has none of this photo."""
        if not self.is_active or self.beside.word != OCCLUSION:
            return  # the second method asks by itself
        other = self.lenses[OCCLUSION]
        if other.answer is None and other.state.phase is Phase.WAITING:
            other.run()

    @Slot()
    def _continue_beside(self) -> None:
        self.lenses[self.beside.word].resume()

    def stop(self) -> None:
        self.lens.stop()
        for question in self.lens.questions:
            question.stop()
        if self.beside.word:
            self.lenses[self.beside.word].stop()

    # ---- answers

    @Slot()
    def _show(self) -> None:
        """Says how sound the map is, or what it waits for."""
        state, answer = self.lens.state, self.lens.answer
        show_run(self.run_row, self.session, self.lens, self._costs)
        self._measuring.set_cost(*self._costs.measuring)
        self.health.setEnabled(state.phase is not Phase.ASKING)
        if self.session.subject.prepared is None:
            self.health.show_waiting("")
        elif state.error is not None:
            self.health.show_failure(state.error)
        elif answer is None and state.phase is Phase.WAITING:
            self._show_waiting()
        elif left := left_words(self.lens):
            self.health.show_waiting(left)
        elif answer is not None:
            self.health.show_maps(named_maps(answer, self.session.subject))

    @Slot()
    def _show_costs(self) -> None:
        self.controls.set_costs(self._costs.usual)
        self._show()

    @Slot()
    def _show_beside(self) -> None:
        """Offers to go on with the map beside, where it was stopped."""
        word = self.beside.word
        is_stopped = bool(word) and self.lenses[word].state.phase is Phase.PARTIAL
        self.controls.comparison.set_stopped(is_stopped=is_stopped)
        is_compared = self.controls.compared is Compared.METHOD
        self._orders.set_compared(is_compared=is_compared)

    def _show_waiting(self) -> None:
        """Says what is awaited, or why there are no gradients."""
        failure = self.session.gradients.failure
        if failure is None:
            self.health.show_waiting(self._wait())
        else:
            self.health.show_failure(failure)

    def _wait(self) -> str:
        if self.lens.wish.method not in AT_ONCE:
            return self.tr("Run draws the map of this method.")
        if engine_of(self.session) is not None:
            return self.stopped_words
        return self.tr(
            "Gradients are being made ready; this takes a few seconds the first time."
        )

    @Slot()
    def _on_stopped(self) -> None:
        self.health.show_waiting(self.stopped_words)

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        self.ladder.set_color_map(look.color_map)

    @Slot()
    def _show_ladder(self) -> None:
        """Shows the rungs; those that are not of what is asked are dimmed."""
        ladder = self.lens.ladder
        if ladder.answer is not None:
            self.ladder.show_rungs(ladder.answer)
            self.ladder.show_chosen(self.controls.layer)
        self.ladder.set_dimmed(is_dimmed=ladder.state.phase is not Phase.COMPLETE)
        engine, has_rungs = engine_of(self.session), bool(self.ladder.rungs)
        is_there = engine is not None and has_rungs and self.lens.wish.is_weighing
        is_part = engine is not None and bool(engine.beyond)
        self._lacking.setVisible(is_part)
        if engine is not None and is_part:
            self._lacking.setText(said(lacking(engine.beyond, engine.missing)))
        self._ladder_part.setVisible(is_there)

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self.lens.answer is not None

    def export(self, style: Style) -> Export | None:
        subject, engine = self.session.subject, engine_of(self.session)
        own = exported(subject, self.lens.answer, engine, style, self.title)
        if own is None or self.beside.word != SecondLens.word:
            return own
        other = exported(subject, self.second.answer, engine, style, self.title)
        return replace(own, beside=other)
