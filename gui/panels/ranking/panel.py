"""The Ranking tab: a dataset is scored, put in order, and walked through."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.panel import Panel
from gui.panels.ranking.asked import Answer
from gui.panels.ranking.head import Head
from gui.panels.ranking.photos import PhotosPage
from gui.panels.ranking.ranking import Ranking
from gui.panels.ranking.start import MatchingCard, StartCard
from gui.panels.ranking.tab import TAB
from gui.session import Session
from gui.widgets import dialogs
from gui.widgets.form import column, rule
from inference.bundled import DEMO_PHOTO


class RankingPanel(Panel):
    """Ranks a dataset; it has no lens, and steers the session."""

    tab = TAB
    kind = "work"

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._ranking = Ranking(session, lanes, self)
        self._start = StartCard()
        self._head = Head()
        self._matching = MatchingCard()
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._photos = PhotosPage(lane)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._photos)
        self._opened = column(self._head, self._matching, rule(4), (self._pages, 1))
        self._rest = column(...)
        self.lay_out(self._start, (self._opened, 1), (self._rest, 1), is_filling=True)
        self._connect()
        self._show_state()
        if session.dataset is not None:
            self._ranking.open(session.dataset)

    def _connect(self) -> None:
        self._start.open_clicked.connect(self._choose)
        self._start.demo_clicked.connect(self._open_demo)
        self._head.open_clicked.connect(self._choose)
        self._head.go_clicked.connect(self._ranking.start)
        self._head.stop_clicked.connect(self._ranking.stop)
        self._matching.applied.connect(self._ranking.say_matching)
        self._photos.wish_changed.connect(self._ranking.set_wish)
        self._photos.wish_changed.connect(self._show_wish)
        self._photos.photo_picked.connect(self._look_at)
        self._photos.photo_opened.connect(self.left)
        self._ranking.changed.connect(self._show_state)
        self._ranking.answered.connect(self._show_answer)
        self.session.dataset_changed.connect(self._ranking.open)

    # ---- what is opened

    @Slot()
    def _choose(self) -> None:
        root = self._ranking.dataset.root.parent if self._ranking.dataset else ""
        path = dialogs.ask_folder(self, self.tr("Open dataset"), str(root))
        if path is not None:
            self.session.open_dataset(path)

    @Slot()
    def _open_demo(self) -> None:
        self.session.open_dataset(DEMO_PHOTO.parents[1])

    @Slot(object)
    def _look_at(self, photo: Path) -> None:
        """Opens a photo of the ranking, through which the arrow keys walk now."""
        walk = self._photos.field.walk
        if self.session.walk is not walk:
            self.session.set_walk(walk)
        self.session.open_photo(photo)

    def run(self) -> None:
        if not self._ranking.is_scoring:
            self._ranking.start()

    def stop(self) -> None:
        self._ranking.stop()

    # ---- what is shown

    def reset(self) -> None:
        self._photos.show_photo(self.session.subject.request.photo)

    @Slot()
    def _show_state(self) -> None:
        ranking = self._ranking
        has_dataset = ranking.dataset is not None
        self._start.setVisible(not has_dataset)
        self._rest.setVisible(not has_dataset)
        self._opened.setVisible(has_dataset)
        has_model = self.session.subject.classifier is not None
        self._head.show_state(ranking, has_model=has_model)
        found = ranking.matched
        labels = () if found is None else found.model.labels
        self._matching.ask(() if found is None else found.unknown, labels)
        self._photos.setEnabled(not ranking.is_stale)
        self._show_wish()
        if ranking.answer is None:
            self._photos.show_answer(None)

    @Slot()
    def _show_wish(self, _wish: object = None) -> None:
        found = self._ranking.matched
        if found is not None:
            used = {each for each in found.classes.values() if each is not None}
            labels = found.model.labels
            self._photos.show_wish(self._ranking.wish, labels, len(used))

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        """Shows a ranking; who walks through the one before walks through this."""
        walk = self._photos.field.walk
        is_walked = self.session.walk is walk
        self._photos.show_answer(answer)
        if is_walked and answer.walk.photos:
            self.session.set_walk(answer.walk)
        self.reset()
