"""The Ranking tab: a dataset is scored, put in order, and walked through."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.panel import Panel
from gui.panels.ranking.asked import Answer, Parts
from gui.panels.ranking.classes import ClassesPage
from gui.panels.ranking.crop_marking import CropMarking
from gui.panels.ranking.evidence import EvidencePage
from gui.panels.ranking.head import Head
from gui.panels.ranking.judging import Judging
from gui.panels.ranking.map_picker import MapPicker
from gui.panels.ranking.matching_card import MatchingCard
from gui.panels.ranking.neighbours import NeighboursPage
from gui.panels.ranking.pages import (
    CLASSES,
    EVIDENCE,
    NEIGHBOURS,
    PHOTOS,
    SUSPECTS,
    PageChoice,
)
from gui.panels.ranking.photos import PhotosPage
from gui.panels.ranking.ranking import Ranking
from gui.panels.ranking.suspects import SuspectsPage, suggested
from gui.panels.ranking.tab import TAB
from gui.panels.ranking.waiting import waiting_words
from gui.session import Session
from gui.walk import Walk
from gui.widgets import dialogs
from gui.widgets.dataset_card import DatasetCard
from gui.widgets.form import Group, column, rule
from gui.widgets.pages import Pages
from inference.bundled import DEMO_PHOTO


class RankingPanel(Panel):
    """Ranks a dataset; it has no lens, and steers the session."""

    tab = TAB
    kind = "work"
    takes_datasets = True

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._ranking = Ranking(session, lanes, self)
        self._map = MapPicker(lenses)
        self._walked = self._ranking.dataset  # that a map was chosen for
        purpose = self.tr(
            "All its photos are scored and put in order, from best to worst."
        )
        self._start = DatasetCard(purpose)
        self._head = Head()
        self._matching = MatchingCard()
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._photos = PhotosPage(lane, self._map)
        self._judging = Judging(self._ranking, lanes)
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._suspects = SuspectsPage(self._judging, lane)
        self._classes = ClassesPage(self._ranking, lanes)
        self._neighbours = NeighboursPage(session, self._ranking, self._judging, lanes)
        self._evidence = EvidencePage(session, self._ranking, lanes)
        self._pages = Pages()
        for page in (
            self._photos,
            self._classes,
            self._suspects,
            self._neighbours,
            self._evidence,
        ):
            self._pages.addWidget(page)
        self._opened = self._opened_part()
        self._rest = column(...)
        self.lay_out(self._start, (self._opened, 1), (self._rest, 1), is_filling=True)
        self._marking = CropMarking(session, lenses.crop, self._ranking, self._judging)
        self._connect()
        self._show_state()
        self._ranking.look()

    def _opened_part(self) -> Group:
        """Makes what there is of a dataset that is open."""
        self._choice = PageChoice()
        return column(
            self._head,
            self._matching,
            self._choice,
            rule(2),
            (self._pages, 1),
        )

    def _connect(self) -> None:
        self._start.open_clicked.connect(self._choose)
        self._start.demo_clicked.connect(self._open_demo)
        self._head.open_clicked.connect(self._choose)
        self._head.go_clicked.connect(self._ranking.start)
        self._head.stop_clicked.connect(self._ranking.stop)
        self._head.links_clicked.connect(self._ranking.follow_links)
        self._matching.applied.connect(self._ranking.say_matching)
        self._photos.wish_changed.connect(self._ranking.set_wish)
        self._photos.wish_changed.connect(self._show_wish)
        self._photos.photo_picked.connect(self._look_at)
        self._photos.photo_opened.connect(self.left)
        self._ranking.changed.connect(self._show_state)
        self._ranking.answered.connect(self._show_answer)
        channels = self._ranking.channels
        channels.layers_changed.connect(
            lambda: self._photos.order.set_layers(channels.layers)
        )
        self._choice.page_picked.connect(self.show_page)
        self._choice.part_picked.connect(self._set_part)
        self._classes.cell_wanted.connect(self._show_cell)
        self._suspects.photo_picked.connect(self._walk_to)
        self._suspects.photo_opened.connect(self.left)
        self._suspects.export_clicked.connect(self._export_review)
        self._neighbours.photo_picked.connect(self._walk_to)
        self._neighbours.photo_opened.connect(self.left)
        self._neighbours.gathered.connect(self._show_gathered)
        self._evidence.photo_picked.connect(self._walk_to)
        self._evidence.photo_opened.connect(self.left)
        self._evidence.gathered.connect(self._show_gathered)
        self._judging.judged.connect(self._show_found)
        self._judging.exported.connect(self._tell_exported)
        self._judging.changed.connect(
            lambda: self._photos.show_marks(self._judging.marks)
        )

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
        self._walk_to(photo, self._photos.field.walk)

    @Slot(object, object)
    def _walk_to(self, photo: Path, walk: Walk) -> None:
        if self.session.walk is not walk:
            self.session.set_walk(walk)
        self.session.open_photo(photo)

    def run(self) -> None:
        if not self._ranking.is_scoring:
            self._ranking.start()

    def undo(self) -> bool:
        return self._judging.undo()

    def redo(self) -> bool:
        return self._judging.redo()

    def stop(self) -> None:
        self._ranking.stop()
        self._neighbours.stop()
        self._evidence.stop()

    # ---- pages

    @Slot(int)
    def show_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._choice.show_page(place)
        self._classes.set_seen(is_seen=place == CLASSES)
        self._judging.set_seen(is_seen=place == SUSPECTS)
        self._neighbours.set_seen(is_seen=place == NEIGHBOURS)
        self._evidence.set_seen(is_seen=place == EVIDENCE)
        self._show_found()

    @Slot(object)
    def _show_gathered(self, names: frozenset[str]) -> None:
        """Shows some photos alone in Photos."""
        self._show_filtered(gathered=names)

    @Slot(int, int)
    def _show_cell(self, true: int, predicted: int) -> None:
        """Shows the photos of a class that are taken for another, in Photos."""
        self._show_filtered(true=true, predicted=predicted)

    def _show_filtered(self, **changes: Any) -> None:
        filters = replace(self._ranking.wish.filters, **changes)
        self._ranking.set_wish(replace(self._ranking.wish, filters=filters))
        self._show_wish()
        self.show_page(PHOTOS)

    @Slot(str)
    def _set_part(self, part: Parts) -> None:
        self._ranking.set_wish(replace(self._ranking.wish, part=part))
        self._show_wish()

    @Slot()
    def _show_found(self, _found: object = None) -> None:
        """Shows suspects, or what they wait for."""
        ranking, found = self._ranking, self._judging.found
        if ranking.dataset is None:
            return
        words = self.tr("Every photo is being judged.")
        if self._judging.is_stopped:
            words = self.tr(
                "Judging was stopped. Come back to this page to begin anew."
            )
        words = waiting_words(ranking, words)
        self._suspects.show_found(found, words)
        self._evidence.refresh()

    @Slot()
    def _export_review(self) -> None:
        assert self._ranking.dataset is not None
        title = self.tr("Export the review list")
        path = dialogs.ask_table(self, title, suggested(self._ranking.dataset.root))
        if path is not None:
            self._judging.export(path)

    @Slot(object)
    def _tell_exported(self, path: Path) -> None:
        words = self.tr("The review list was written: {file}.")
        self.noted.emit(words.format(file=path.name))

    # ---- what is shown

    def activated(self) -> None:
        super().activated()
        self._compare()

    def deactivated(self) -> None:
        super().deactivated()
        self._compare()

    def _compare(self) -> None:
        """Explains two classes of each photo while a dataset is walked here."""
        has_dataset = self._ranking.dataset is not None
        self.session.truth.set_compared(is_compared=self.is_active and has_dataset)

    def reset(self) -> None:
        photo = self.session.subject.request.photo
        self._photos.show_photo(photo)
        self._photos.show_marks(self._judging.marks)
        self._marking.look()

    @Slot()
    def _show_state(self) -> None:
        ranking = self._ranking
        has_dataset = ranking.dataset is not None
        self._start.setVisible(not has_dataset)
        self._rest.setVisible(not has_dataset)
        self._opened.setVisible(has_dataset)
        if ranking.dataset is not self._walked:
            self._walked = ranking.dataset
            self._photos.forget()
            self._map.follow_usual()
            self.reset()
        self._compare()
        has_model = self.session.subject.classifier is not None
        self._head.show_state(ranking, has_model=has_model)
        found = ranking.matched
        labels = () if found is None else found.model.labels
        self._matching.ask(() if found is None else found.unknown, labels)
        self._pages.setEnabled(not ranking.is_stale)
        self._show_found()
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
            self._suspects.set_labels(labels)
            self._choice.show_part(self._ranking.wish.part)

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        """Shows a ranking; who walks through the one before walks through this."""
        walk = self._photos.field.walk
        is_walked = self.session.walk is walk
        self._photos.show_answer(answer)
        if is_walked and answer.walk.photos:
            self.session.set_walk(answer.walk)
        self._show_found()
        self.reset()
