"""The Fine-tuning tab: what is trained and how, its curves, and what came of it."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.finetune.asked import Wish
from gui.panels.finetune.augmenting import PreviewPage
from gui.panels.finetune.charts import CurvesPage
from gui.panels.finetune.going import GoingSection
from gui.panels.finetune.how import HowSection
from gui.panels.finetune.tab import TAB
from gui.panels.finetune.tuning import Tuning
from gui.panels.finetune.what import WhatSection
from gui.panels.panel import Panel
from gui.session import Session
from gui.widgets import dialogs
from gui.widgets.controls import Segments
from gui.widgets.dataset_card import DatasetCard
from gui.widgets.form import Group, button, card, column, named, row, rule, text
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
        self._curves = CurvesPage()
        self._preview = PreviewPage(session, lanes)
        self._opened = self._opened_part()
        self._rest = column(...)
        parts = (self._opened, 1), (self._rest, 1)
        self.lay_out(self._refusal, self._start, *parts, is_filling=True)
        self._connect()
        self._show_state()

    def _opened_part(self) -> Group:
        """Makes what there is where model and photos are open."""
        self._pages = QStackedWidget()
        self._pages.addWidget(self._curves)
        self._pages.addWidget(self._preview)
        left = column(self._what, rule(4), self._how, self._going, ..., gap=10)
        left.setFixedWidth(px(LEFT))
        right = column(self._head(), (self._pages, 1), gap=12)
        return row(column(left, ...), (right, 1), gap=GAP)

    def _head(self) -> Group:
        """Makes the row above the pages, which stands there behind a run."""
        tip = self.tr("What is shown of the run.")
        self._segments = Segments(self.tr("Page"), tip, [self.tr("Curves")])
        self._show = button(self.tr("Show in folder"), "link")
        tip = self.tr("Shows the new model in its folder.")
        named(self._show, self.tr("Show in folder"), tip)
        self._use = button(self.tr("Use this model"), "primary")
        tip = self.tr("Opens the new model like any other.")
        named(self._use, self.tr("Use this model"), tip)
        self._segments.hide()  # there is one page so far
        self._ended = row(self._segments, ..., self._show, self._use)
        return self._ended

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
        for use in (self._use.clicked, self._curves.use_clicked):
            use.connect(self._use_model)
        for show in (self._show.clicked, self._curves.show_clicked):
            show.connect(self._show_folder)

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
        self._pages.setCurrentWidget(self._preview if is_shown else self._curves)
        self._preview.look()

    @Slot()
    def run(self) -> None:
        self._how.end_preview()
        self._tuning.start()

    def stop(self) -> None:
        self._tuning.stop()

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
        super().activated()
        self._tuning.set_seen(is_seen=True)

    def deactivated(self) -> None:
        super().deactivated()
        self._tuning.set_seen(is_seen=False)

    def reset(self) -> None:
        self._preview.look()

    @Slot()
    def _show_state(self) -> None:
        tuning = self._tuning
        known, is_running = tuning.known, tuning.is_running
        failure = None if known is None else known.failure
        has_dataset = self.session.labelled.found is not None
        is_kept = is_running or tuning.training is not None
        is_open = is_kept or (has_dataset and failure is None)
        self._refused.setText(said(failure or ""))
        self._refusal.setVisible(failure is not None and not is_running)
        self._start.setVisible(not has_dataset and failure is None and not is_kept)
        self._opened.setVisible(is_open)
        self._rest.setVisible(not is_open)
        for section in (self._what, self._how):
            section.show_state(tuning)
            section.setEnabled(not is_running)
        self._going.show_state(tuning)
        self._ended.setVisible(self._file is not None and not is_running)
        self._curves.show_training(tuning.training, is_running=is_running)

    @Slot(object)
    def _show_training(self, training: Training) -> None:
        self._curves.show_training(training, is_running=self._tuning.is_running)
        self._going.show_progress(self._tuning)

    @Slot(int, object)
    def _tell_saved(self, epoch: int, file: Path) -> None:
        words = self.tr("Saved epoch {epoch} as {file}")
        self.ended.emit(words.format(epoch=epoch, file=file.name))
