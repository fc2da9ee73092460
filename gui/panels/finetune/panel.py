"""The Fine-tuning tab: what is trained and how, its curves, and what came of it."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.errors import said
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.finetune.asked import Wish
from gui.panels.finetune.augmenting import PreviewPage
from gui.panels.finetune.before_after import BeforeAfterPage
from gui.panels.finetune.both_evidence import BothEvidencePage
from gui.panels.finetune.charts import CurvesPage
from gui.panels.finetune.comparing import (
    Comparing,
    after_training,
    compared,
    with_dataset,
)
from gui.panels.finetune.ended import EndedRow
from gui.panels.finetune.going import GoingSection
from gui.panels.finetune.how import HowSection
from gui.panels.finetune.lens import BothLens
from gui.panels.finetune.tab import TAB
from gui.panels.finetune.tuning import Tuning
from gui.panels.finetune.what import WhatSection
from gui.panels.panel import Panel
from gui.session import Session
from gui.walk import Walk
from gui.widgets import dialogs
from gui.widgets.dataset_card import DatasetCard
from gui.widgets.form import Group, card, column, row, rule, text
from gui.widgets.side_column import SideColumn
from inference.bundled import DEMO_PHOTO
from inference.finetune import Training

LEFT = 300  # of the design, the controls
GAP = 24  # px between them and the curves


class FinetunePanel(Panel):
    """Trains the classifier that is looked at."""

    tab = TAB
    kind = "work"
    takes_datasets = True

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._tuning = Tuning(session, lanes, self)
        purpose = self.tr("The network learns its classes from these photos.")
        self._start = DatasetCard(purpose)
        self._refused = text("", "strong", wraps=True)
        self._refusal = card(self._refused)
        self._what, self._how = WhatSection(), HowSection()
        self._going = GoingSection()
        self._ended = EndedRow()
        self._curves = CurvesPage()
        self._preview = PreviewPage(session, lanes)
        self._comparing = Comparing(lanes, self)
        self._before_after = BeforeAfterPage(lanes)
        self._evidence = BothEvidencePage(self._comparing)
        self._both = lenses.of(BothLens)
        self._compared: Training | None = None  # the run that was compared
        self._opened = self._opened_part()
        self._rest = column(...)
        parts = (self._opened, 1), (self._rest, 1)
        self.lay_out(self._refusal, self._start, *parts, is_filling=True)
        self._connect()
        self._show_state()

    def _opened_part(self) -> Group:
        """Makes what there is where model and photos are open."""
        parts = (self._what, rule(4), self._how, self._going, ...)
        left = SideColumn(LEFT, *parts, gap=10)
        pages = ((page, 1) for page in (*self._chosen, self._preview))
        right = column(self._ended, *pages, gap=12)
        self._turn_to(self._curves)
        return row(column(left, ...), (right, 1), gap=GAP)

    def _connect(self) -> None:
        self._start.open_clicked.connect(self._choose)
        self._start.demo_clicked.connect(self._open_demo)
        self._what.open_clicked.connect(self._choose)
        self._what.demo_clicked.connect(self._open_demo)
        for section in (self._what, self._how):
            section.wish_changed.connect(self._set_wish)
        self._how.preview_toggled.connect(self._show_preview)
        self._how.place_clicked.connect(self._choose_place)
        tuning = self._tuning
        self._going.start_clicked.connect(self.run)
        self._going.go_on_clicked.connect(tuning.go_on)
        self._going.pause_clicked.connect(
            lambda: tuning.set_paused(is_paused=not tuning.is_paused)
        )
        self._going.stop_clicked.connect(tuning.stop)
        tuning.changed.connect(self._show_state)
        tuning.progressed.connect(self._show_training)
        tuning.saved.connect(self._tell_saved)
        self._comparing.changed.connect(self._show_compared)
        for page in (self._before_after, self._evidence):
            page.photo_picked.connect(self._walk_to)
        self._ended.picked.connect(self._show_page)
        for part in (self._ended, self._curves):
            part.use_clicked.connect(self._use_model)
            part.show_clicked.connect(self._show_folder)

    # ---- what a person asks

    @Slot()
    def _choose(self) -> None:
        found = self.session.labelled.found
        near = "" if found is None else str(found.dataset.root.parent)
        path = dialogs.ask_folder(self, self.tr("Open dataset"), near)
        if path is not None:
            self.session.open_dataset(path)

    @Slot()
    def _open_demo(self) -> None:
        self.session.open_dataset(DEMO_PHOTO.parents[1])

    @Slot(object)
    def _set_wish(self, wish: Wish) -> None:
        self._tuning.set_wish(wish)
        self._show_state()

    @Slot()
    def _choose_place(self) -> None:
        plan = self._tuning.plan
        if plan is None:
            return
        path = dialogs.ask_model(self, self.tr("Save the new model as"), plan.out)
        if path is not None:
            wish = self._tuning.wish
            self._set_wish(Wish(wish.spec, wish.uses_marks, path))

    @Slot(bool)
    def _show_preview(self, is_shown: bool) -> None:
        page = self._chosen[self._ended.current]
        self._turn_to(self._preview if is_shown else page)
        self._preview.look()

    @property
    def _chosen(self) -> tuple[QWidget, ...]:
        """The pages that the segments choose from."""
        return self._curves, self._before_after, self._evidence

    def _turn_to(self, page: QWidget) -> None:
        """Shows a page alone: no other one makes the panel higher."""
        for each in (*self._chosen, self._preview):
            each.setVisible(each is page)

    @Slot(int)
    def _show_page(self, place: int) -> None:
        self._how.end_preview()
        self._turn_to(self._chosen[place])
        if place:
            self._compare_run()
            self._follow()

    def _compare_run(self) -> None:
        """Compares the new model with the one that it came from, once."""
        tuning = self._tuning
        training, source = tuning.training, tuning.source
        if training is None or source is None or training is self._compared:
            return
        self._compared = training
        said_before = self.session.labelled.said
        trained = {} if said_before is None else said_before.trained
        may_know = trained.get(source.graph.sha256) is not False
        asked = after_training(source, training, may_know=may_know)
        self._comparing.start(compared(asked))

    def compare_with(self, model: Path) -> None:
        """Compares the model that is open with another one."""
        classifier, found = self.session.subject.classifier, self.session.labelled.found
        if classifier is None:
            return
        dataset = None if found is None else found.dataset
        self._comparing.start(with_dataset(classifier, model, dataset))
        self._show_state()
        self._ended.set_current(1)
        self._turn_to(self._before_after)
        self._follow()

    def _follow(self) -> None:
        """Lets the viewer show both models beside each other."""
        self.lens = self._both
        self.lenses.follow(self._both.word)

    @Slot()
    def _show_compared(self) -> None:
        found = self._comparing.found
        self._both.set_wish(None if found is None else found.pair)
        words = self.tr("The models have not been compared yet.")
        self._before_after.show_state(self._comparing, words)
        self._show_state()

    @Slot(object, object)
    def _walk_to(self, photo: Path, walk: Walk) -> None:
        if self.session.walk is not walk:
            self.session.set_walk(walk)
        self.session.open_photo(photo)

    @Slot()
    def run(self) -> None:
        self._ended.set_current(0)
        self._how.end_preview()
        self._turn_to(self._curves)
        if self._tuning.can_run:
            self._comparing.forget()
        self._tuning.start()

    def stop(self) -> None:
        self._tuning.stop()
        self._comparing.stop()

    @Slot()
    def _use_model(self) -> None:
        file = self._file
        if file is not None:
            self.session.open_model(file)

    @Slot()
    def _show_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    @property
    def _file(self) -> Path | None:
        training = self._tuning.training
        return None if training is None else training.file

    # ---- what is shown

    def activated(self) -> None:
        is_page = self._ended.current > 0
        self.lens = self._both if is_page else None  # what the viewer follows here
        super().activated()
        self._tuning.set_seen(is_seen=True)

    def deactivated(self) -> None:
        super().deactivated()
        self._tuning.set_seen(is_seen=False)

    def reset(self) -> None:
        self._show_state()
        self._preview.look()
        self._before_after.show_photo(self.session.subject.request.photo)

    @Slot()
    def _show_state(self) -> None:
        tuning = self._tuning
        is_running, is_refused = tuning.is_running, tuning.refusal is not None
        has_photos = self.session.labelled.found is not None
        is_open = self._is_kept or (has_photos and not is_refused)
        self._show_refusal()
        self._start.setVisible(not (is_open or has_photos or is_refused))
        self._opened.setVisible(is_open)
        self._rest.setVisible(not is_open)
        for section in (self._what, self._how):
            section.show_state(tuning)
            section.setEnabled(not is_running)
        self._going.show_state(tuning)
        self._show_ended()
        self._curves.show_training(tuning.training, is_running=is_running)

    @property
    def _is_kept(self) -> bool:
        """Whether there is a run or a comparison, which outlasts model and photos."""
        is_run = self._tuning.is_running or self._tuning.training is not None
        return is_run or self._comparing.is_known

    def _show_refusal(self) -> None:
        """Says why this model cannot be trained, or that there is none."""
        words = said(self._tuning.refusal or "")
        if not words and self.session.subject.classifier is None:
            words = self.tr("Open a model to train it.")
        self._refused.setText(words)
        self._refusal.setVisible(bool(words) and not self._tuning.is_running)

    def _show_ended(self) -> None:
        """Shows what a run or a comparison left: its pages, and its file."""
        has_file = self._file is not None
        self._ended.show_file(has_file=has_file)
        has_pages = has_file or self._comparing.is_known
        self._ended.setVisible(has_pages and not self._tuning.is_running)

    @Slot(object)
    def _show_training(self, training: Training) -> None:
        self._curves.show_training(training, is_running=self._tuning.is_running)
        self._going.show_progress(self._tuning)

    @Slot(int, object)
    def _tell_saved(self, epoch: int, file: Path) -> None:
        words = self.tr("Saved epoch {epoch} as {file}")
        self.ended.emit(words.format(epoch=epoch, file=file.name))
