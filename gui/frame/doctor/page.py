"""The page of the preprocessing doctor, over the panel of the tab in front.

First the verdict, then the evidence: a grid of the usual ways to feed a model. A click
tries one, which is kept nowhere; what is used is kept for this model.
"""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from gui.frame.doctor.clear import ClearPlaces
from gui.frame.doctor.grid import WayGrid
from gui.frame.doctor.judgement import Judgement
from gui.frame.doctor.naming import NamingSection
from gui.frame.doctor.reading import ReadingSection
from gui.frame.doctor.source import FolderRow, SourceRow
from gui.frame.doctor.study import Study
from gui.frame.own_numbers import OwnNumbers
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.panel import Panel, Tab
from gui.session import Session
from gui.widgets.controls import Fold
from gui.widgets.dialogs import ask_folder
from gui.widgets.form import column, row, rule, text
from gui.widgets.words import to_translate
from inference.classifier import Normalisation, Wishes
from inference.doctor import Way
from inference.geometry import Size
from inference.image import Alpha
from inference.network.binding import Numbers


class PreprocessingPage(Panel):
    """Says how a model wants its photos; it has no tab.

    Signals:
        closed: the cross was clicked.
        labels_clicked: names of classes are to be read from a file.
    """

    closed = Signal()
    labels_clicked = Signal()

    tab = Tab(to_translate("Panel", "Preprocessing"), lambda: PreprocessingPage)
    kind = "work"

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self.study = Study(session, lanes)
        self._source = SourceRow()
        self._judgement = Judgement()
        self._folder = FolderRow()
        self._grid = WayGrid()
        self._caption = text(role="muted", wraps=True)
        self._own = OwnNumbers()
        self._clear = ClearPlaces()
        further = column(self._own, self._clear)
        self._more = Fold(further, fewer=self.tr("Less"))
        self._naming = NamingSection()
        self._reading = ReadingSection()
        self.lay_out(
            self._source,
            self._judgement,
            self._folder,
            self._grid,
            row((self._caption, 1), self._more.link),
            further,
            rule(4),
            self._naming,
            self._reading,
        )
        self._connect()

    def _connect(self) -> None:
        self.study.changed.connect(self._show)
        self._source.closed.connect(self.closed)
        self._source.forget_clicked.connect(self.session.forget)
        self._judgement.used.connect(self.use)
        self._folder.choose_clicked.connect(self._choose_folder)
        self._folder.stop_clicked.connect(self.study.stop)
        self._grid.tried.connect(self._try)
        self._grid.applied.connect(self.use)
        self._more.toggled.connect(self._show_further)
        self._own.chosen.connect(self._use_own)
        self._clear.chosen.connect(self._set_alpha)
        self._naming.labels_clicked.connect(self.labels_clicked)
        self._naming.moved.connect(self._set_names)
        self._reading.output_chosen.connect(self._read_output)
        self._reading.size_chosen.connect(self._set_size)
        self._reading.input_stated.connect(self._give)
        self.lanes.progressed.connect(self._show_progress)

    # ---- what a person does

    @Slot(object)
    def use(self, way: Way) -> None:
        """Feeds the model in this way from now on."""
        how = way.preprocessing
        wishes = self.session.said.wishes
        self.session.set_wishes(
            replace(wishes, preprocess=how.normalisation, resize=how.resize)
        )

    def _try(self, way: Way) -> None:
        opened = self.session.subject.opened
        if opened is not None:
            is_used = way.preprocessing == opened.preprocessing
            self.session.try_way(None if is_used else way)

    def _use_own(self, how: Normalisation) -> None:
        opened = self.session.subject.opened
        if opened is not None:
            own = replace(opened.preprocessing, normalisation=how)
            self.use(Way("own", own))

    def _set_alpha(self, how: Alpha) -> None:
        self.session.set_wishes(replace(self.session.said.wishes, alpha=how))

    def _show_further(self, is_open: bool) -> None:
        self.study.set_further(has_further=is_open)

    def _set_names(self, labels: tuple[str, ...]) -> None:
        self.study.forget_refused()
        self.session.set_wishes(replace(self.session.said.wishes, labels=labels))

    def _read_output(self, name: str) -> None:
        """Reads the classes from another output, which has other names."""
        wishes = self.session.said.wishes
        self.session.set_wishes(replace(wishes, output=name, labels=None))

    def _set_size(self, size: Size) -> None:
        self.session.set_wishes(replace(self.session.said.wishes, size=size))

    def _give(self, name: str, numbers: Numbers) -> None:
        """Gives an input beside the photo other numbers; none leave it to NetGaze."""
        wishes = self.session.said.wishes
        inputs = dict(wishes.inputs) | {name: numbers}
        stated = tuple((name, inputs[name]) for name in inputs if inputs[name])
        self.session.set_wishes(replace(wishes, inputs=stated))

    def _choose_folder(self) -> None:
        photo = self.session.subject.request.photo
        near = "" if photo is None else str(photo.parent)
        folder = ask_folder(self, self.tr("Labelled photos"), near)
        if folder is not None:
            self.study.choose(folder)

    # ---- what a panel answers

    def activated(self) -> None:
        """The page was opened: the photo is tried in all ways."""
        self.is_active = True
        self.study.look()

    def deactivated(self) -> None:
        """The page was closed: what was tried ends."""
        super().deactivated()
        self.study.leave()
        self.session.try_way(None)

    def reset(self) -> None:
        """Another subject is looked at."""
        if self.is_active:
            self.study.look()

    def run(self) -> None:
        """Ctrl+Enter: uses what is tried, else what is offered."""
        way = self.session.subject.request.trial or self._judgement.offered
        if way is not None:
            self.use(way)

    def stop(self) -> None:
        """Ctrl+.: ends the trial of a folder."""
        self.study.stop()

    # ---- what is shown

    def show_reading(self) -> None:
        """Scrolls to the lines about inputs and outputs."""
        self.reveal(self._reading)

    @Slot()
    def _show(self) -> None:
        opened = self.session.subject.opened
        has_wishes = self.session.said.wishes != Wishes()
        self._source.show_model(opened, has_wishes=has_wishes)
        sections = (self._judgement, self._folder, self._grid, self._naming)
        for part in (*sections, self._reading):
            part.setVisible(opened is not None)
        self._caption.setVisible(opened is not None)
        self._more.link.setVisible(opened is not None)
        if opened is None:
            return
        verdict = self.study.verdict
        if verdict is None:
            self._judgement.show_waiting(is_trying=self.study.is_trying)
        else:
            self._judgement.show_verdict(verdict, opened.spec)
        self._folder.show_study(self.study)
        self._grid.show_study(self.study, self.session)
        self._caption.setText(self._caption_words())
        misfit = self.study.misfit
        if misfit is None:
            self._naming.show_names(opened, self.study.orders)
        else:
            self._naming.show_misfit(misfit, self.study.repairs)
        self._reading.show_model(opened)
        self._clear.show_model(opened)
        how = opened.preprocessing.normalisation
        if not self._own.shows(how):
            self._own.show_numbers(how)

    @Slot(object)
    def _show_progress(self, _lane: object) -> None:
        self._folder.show_progress(self.study.lane.work)

    def _caption_words(self) -> str:
        found = self.study.found
        if found is None or len(found.photos) < 2:
            return self.tr("First class of this photo, by each way.")
        if found.is_labelled:
            return self.tr(
                "Top line: first class of this photo. Dot: share of the folder’s "
                "photos that are right, with its 95 % interval."
            )
        return self.tr(
            "Top line: first class of this photo. Dot: share of the folder’s photos "
            "on which a way says what most ways say, with its 95 % interval."
        )
