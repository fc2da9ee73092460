"""The right side of the tab: one page at a time, below the row that chooses it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.jobs import Lanes
from gui.panels.finetune.augmenting import PreviewPage
from gui.panels.finetune.before_after import BeforeAfterPage
from gui.panels.finetune.both_evidence import BothEvidencePage
from gui.panels.finetune.charts import CurvesPage
from gui.panels.finetune.comparing import Comparing
from gui.panels.finetune.ended import EndedRow
from gui.panels.finetune.rate_page import RatePage
from gui.panels.finetune.rate_search import RateSearch
from gui.panels.finetune.tuning import Tuning
from gui.session import Session
from gui.widgets.form import Group, stack
from inference.finetune import Training


class Pages(Group):
    """Shows a page of the run, or what a link of the options shows in its place.

    Args of the making: the session, the lanes of the window, the run, what is compared,
    and the search for a learning rate.

    Signals:
        chosen: a page of the run was chosen: its place.
        use_clicked: the new model is to be opened.
        show_clicked: its folder is to be shown.
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        rate_taken: a learning rate is wanted.
    """

    chosen = Signal(int)
    use_clicked = Signal()
    show_clicked = Signal()
    photo_picked = Signal(object, object)
    rate_taken = Signal(float)

    def __init__(
        self,
        session: Session,
        lanes: Lanes,
        tuning: Tuning,
        comparing: Comparing,
        search: RateSearch,
    ) -> None:
        super().__init__()
        self._tuning, self._comparing = tuning, comparing
        self._ended = EndedRow()
        self._curves = CurvesPage()
        self._before_after = BeforeAfterPage(lanes)
        self._evidence = BothEvidencePage(comparing)
        self._preview = PreviewPage(session, lanes)
        self._rates = RatePage(search, tuning)
        self._of_run = self._curves, self._before_after, self._evidence
        self._all = (*self._of_run, self._preview, self._rates)
        stack(self, self._ended, *((page, 1) for page in self._all), gap=12)
        self._connect()
        self.show_page(0)

    def _connect(self) -> None:
        self._ended.picked.connect(self._on_picked)
        for page in (self._before_after, self._evidence):
            page.photo_picked.connect(self.photo_picked)
        for part in (self._ended, self._curves):
            part.use_clicked.connect(self.use_clicked)
            part.show_clicked.connect(self.show_clicked)
        self._rates.rate_taken.connect(self.rate_taken)

    @property
    def current(self) -> int:
        """The page of the run that is chosen."""
        return self._ended.current

    def show_page(self, place: int) -> None:
        """Brings a page of the run to the front."""
        self._ended.set_current(place)
        self._turn_to(self._of_run[place])

    def show_preview(self) -> None:
        """Shows the photo that is open as training may see it."""
        self._turn_to(self._preview)
        self._preview.look()

    def show_rates(self) -> None:
        """Looks for a learning rate."""
        self._turn_to(self._rates)
        self._rates.look()

    def show_run(self) -> None:
        """Brings the page of the run back that is chosen."""
        self._turn_to(self._of_run[self.current])

    def _turn_to(self, page: QWidget) -> None:
        """Shows a page alone: no other one makes the panel higher."""
        for each in self._all:
            each.setVisible(each is page)

    @Slot(int)
    def _on_picked(self, place: int) -> None:
        self._turn_to(self._of_run[place])
        self.chosen.emit(place)

    # ---- what is shown

    def show_state(self) -> None:
        """Shows how run, sweep and comparison stand."""
        tuning, training = self._tuning, self._tuning.training
        has_file = training is not None and training.file is not None
        self._ended.show_file(has_file=has_file)
        has_pages = has_file or self._comparing.is_known
        self._ended.setVisible(has_pages and not tuning.is_running)
        self._curves.show_training(training, is_running=tuning.is_running)
        self._rates.show_state()

    def show_training(self, training: Training) -> None:
        """Shows how far a run has come."""
        self._curves.show_training(training, is_running=self._tuning.is_running)

    def show_compared(self) -> None:
        """Shows what is known of both models."""
        words = self.tr("The models have not been compared yet.")
        self._before_after.show_state(self._comparing, words)

    def show_photo(self, photo: Path | None) -> None:
        """Follows the photo that is looked at."""
        self._preview.look()
        self._before_after.show_photo(photo)
