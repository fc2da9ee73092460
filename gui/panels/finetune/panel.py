"""The Fine-tuning tab: what is trained and how, its curves, and what came of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices

from gui.errors import said
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.finetune.asked import Wish
from gui.panels.finetune.comparing import Comparing
from gui.panels.finetune.going import GoingSection
from gui.panels.finetune.how import HowSection
from gui.panels.finetune.lens import BothLens
from gui.panels.finetune.pages import Pages
from gui.panels.finetune.rate_search import RateSearch
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
        self._comparing = Comparing(lanes, self)
        self._search = RateSearch(lanes, self)
        self._pages = Pages(session, lanes, self._tuning, self._comparing, self._search)
        self._both = lenses.of(BothLens)
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
        return row(column(left, ...), (self._pages, 1), gap=GAP)

    def _connect(self) -> None:
        self._start.open_clicked.connect(self._choose)
        self._start.demo_clicked.connect(self._open_demo)
        self._what.open_clicked.connect(self._choose)
        self._what.demo_clicked.connect(self._open_demo)
        for section in (self._what, self._how):
            section.wish_changed.connect(self._set_wish)
        self._how.preview_wanted.connect(self._pages.show_preview)
        self._how.rates_wanted.connect(self._pages.show_rates)
        self._how.run_wanted.connect(self._pages.show_run)
        self._how.place_clicked.connect(self._choose_place)
        tuning = self._tuning
        self._going.start_clicked.connect(self.run)
        self._going.go_on_clicked.connect(lambda: self._begin(tuning.go_on))
        self._going.pause_clicked.connect(
            lambda: tuning.set_paused(is_paused=not tuning.is_paused)
        )
        self._going.stop_clicked.connect(tuning.stop)
        tuning.changed.connect(self._show_state)
        tuning.progressed.connect(self._show_training)
        tuning.saved.connect(self._tell_saved)
        self._comparing.changed.connect(self._show_compared)
        pages = self._pages
        pages.photo_picked.connect(self._walk_to)
        pages.chosen.connect(self._show_page)
        pages.use_clicked.connect(self._use_model)
        pages.show_clicked.connect(self._show_folder)
        pages.rate_taken.connect(self._take_rate)

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
            self._set_wish(replace(self._tuning.wish, out=path))

    @Slot(float)
    def _take_rate(self, rate: float) -> None:
        self._search.stop()
        wish = self._tuning.wish
        self._set_wish(replace(wish, spec=replace(wish.spec, rate=rate)))
        self._how.end_aside()
        self._pages.show_run()

    @Slot(int)
    def _show_page(self, place: int) -> None:
        self._how.end_aside()
        if place:
            self._compare_run()
            self._follow()

    def _compare_run(self) -> None:
        """Compares the new model with the one that it came from."""
        tuning, told = self._tuning, self.session.labelled.said
        if tuning.training is not None and tuning.source is not None:
            trained = {} if told is None else told.trained
            may_know = trained.get(tuning.source.graph.sha256) is not False
            self._comparing.ask_run(tuning.source, tuning.training, may_know=may_know)

    def compare_with(self, model: Path) -> None:
        """Compares the model that is open with another one."""
        classifier, found = self.session.subject.classifier, self.session.labelled.found
        if classifier is None:
            return
        dataset = None if found is None else found.dataset
        self._comparing.ask(classifier, model, dataset)
        self._show_state()
        self._pages.show_page(1)
        self._follow()

    def _follow(self) -> None:
        """Lets the viewer show both models beside each other."""
        self.lens = self._both
        self.lenses.follow(self._both.word)

    @Slot()
    def _show_compared(self) -> None:
        found = self._comparing.found
        self._both.set_wish(None if found is None else found.pair)
        self._pages.show_compared()
        self._show_state()

    @Slot(object, object)
    def _walk_to(self, photo: Path, walk: Walk) -> None:
        if self.session.walk is not walk:
            self.session.set_walk(walk)
        self.session.open_photo(photo)

    @Slot()
    def run(self) -> None:
        self._begin(self._tuning.start)

    def _begin(self, start: Callable[[], None]) -> None:
        """Starts a run, or goes on with one: its curves come to the front."""
        self._search.stop()
        self._how.end_aside()
        self._pages.show_page(0)
        if self._tuning.can_run:
            self._comparing.forget()
        start()

    def stop(self) -> None:
        self._tuning.stop()
        self._comparing.stop()
        self._search.stop()

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
        is_page = self._pages.current > 0
        self.lens = self._both if is_page else None  # what the viewer follows here
        super().activated()
        self._tuning.set_seen(is_seen=True)

    def deactivated(self) -> None:
        super().deactivated()
        self._tuning.set_seen(is_seen=False)

    def reset(self) -> None:
        self._show_state()
        self._pages.show_photo(self.session.subject.request.photo)

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
        self._pages.show_state()

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

    @Slot(object)
    def _show_training(self, training: Training) -> None:
        self._pages.show_training(training)
        self._going.show_progress(self._tuning)

    @Slot(int, object)
    def _tell_saved(self, epoch: int, file: Path) -> None:
        words = self.tr("Saved epoch {epoch} as {file}")
        self.ended.emit(words.format(epoch=epoch, file=file.name))
