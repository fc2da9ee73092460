"""What is found on the page of the doctor: on the photo that is open, and in a folder.

Two lanes: the photo's answer is quick and comes by itself, a folder's takes a while,
can be stopped, and keeps what it has. Both stand until model or photo change; another
way that is used, or own numbers, start them anew only where they were not tried.
"""

from pathlib import Path
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.opened import Subject
from gui.session import Session
from inference.classifier import Classifier, MisfitError
from inference.doctor import (
    Examination,
    FolderExamination,
    LabelOrder,
    Repair,
    Verdict,
    Way,
    examine,
    examine_folder,
    orders_of,
    repairs_of,
    usual_ways,
    verdict,
)
from inference.jobs import Progress


class Study(QObject):
    """Asks how all ways fare, as long as somebody looks.

    Signals:
        changed: something was found, or holds no longer.

    Attributes:
        folder: What was found in the folder, or None.
        path: The folder that was chosen, or None.
    """

    changed = Signal()

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__(session)
        self._session = session
        self._here: Examination | None = None
        self._here_of: tuple[str, object, bool] | None = None
        self.folder: FolderExamination | None = None
        self._folder_of: tuple[str, tuple[str, ...], Path, bool] | None = None
        self.path: Path | None = None
        self._has_further = False
        self._refused: tuple[ReferenceType[Classifier], MisfitError] | None = None
        session.open_failed.connect(self._take_failure)
        session.subject_changed.connect(self._forget_others)
        self._photo_lane = lanes.create(self.tr("Preprocessing"), is_quiet=True)
        self._photo_lane.succeeded.connect(self._take_here)
        self._photo_lane.busy_changed.connect(lambda _: self.changed.emit())
        self.lane = lanes.create(self.tr("Trying ways to feed the model"))
        self.lane.progressed.connect(self._take_progress)
        self.lane.succeeded.connect(self._take_folder)
        self.lane.busy_changed.connect(lambda _: self.changed.emit())

    # ---- what is known

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, found or not yet."""
        opened = self._session.subject.opened
        if opened is None:
            return ()
        known = self._here or (self.folder.found if self.folder else None)
        return self._wanted(opened) if known is None else known.ways

    @property
    def here(self) -> Examination | None:
        """What all ways say of the photo that is open."""
        return self._here

    @property
    def found(self) -> Examination | None:
        """The strongest evidence there is: the folder's, else that of the photo."""
        if self.folder is not None and self.folder.found.photos:
            return self.folder.found
        return self._here

    @property
    def is_trying(self) -> bool:
        """Whether something is being tried."""
        return self._photo_lane.work is not None or self.lane.work is not None

    @property
    def verdict(self) -> Verdict | None:
        """What it says."""
        return None if self.found is None else verdict(self.found)

    @property
    def orders(self) -> tuple[LabelOrder, ...]:
        """How other orders of the class names fare; empty without labels."""
        found, opened = self.found, self._session.subject.opened
        if found is None or not found.is_labelled or opened is None:
            return ()
        return orders_of(found, opened.labels)

    @property
    def misfit(self) -> MisfitError | None:
        """Class names that do not fit: refused last, else those beside the model."""
        opened = self._session.subject.opened
        if opened is None:
            return None
        if self._refused is not None and self._refused[0]() is opened:
            return self._refused[1]
        if opened.spec.labels_source == "user":
            return None
        return opened.spec.misfit

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What would make those names fit."""
        misfit = self.misfit
        return () if misfit is None else repairs_of(misfit, self.folder)

    def forget_refused(self) -> None:
        """Names that were refused are of no interest any more: others are chosen."""
        self._refused = None
        self.changed.emit()

    # ---- asking

    def look(self) -> None:
        """Takes up the model and the photo that are open."""
        self._look_here()
        self._look_at_folder()
        self.changed.emit()

    def choose(self, path: Path) -> None:
        """Tries all ways on the photos of a folder."""
        self.path, self._folder_of = path, None
        self.look()

    def set_further(self, *, has_further: bool) -> None:
        """Tries each preset in the other order of colours too, or not any more."""
        self._has_further = has_further
        self.look()

    def _wanted(self, opened: Classifier) -> tuple[Way, ...]:
        return usual_ways(opened, with_further=self._has_further)

    def leave(self) -> None:
        """Nobody looks any more; a folder is tried to its end, and kept."""
        if self._here is None:
            self._photo_lane.leave()
            self._here_of = None  # to be asked again

    def stop(self) -> None:
        """Ends the work on the folder; what it has found so far stays."""
        self.lane.stop()

    def _look_here(self) -> None:
        opened, image = self._session.subject.opened, self._session.subject.image
        if opened is None or image is None:
            self._here = self._here_of = None
            return
        of = opened.graph.identity, image, self._has_further
        seen = self._here and self._here.seen_from(opened.preprocessing)
        if of == self._here_of and (seen is not None or self._here is None):
            self._here = seen
            return
        self._here, self._here_of = None, of
        job = examine(opened, [image], ways=self._wanted(opened))
        self._photo_lane.start(job, about=of)

    def _look_at_folder(self) -> None:
        opened = self._session.subject.opened
        if opened is None or self.path is None:
            self.folder = self._folder_of = None
            return
        of = opened.graph.identity, opened.labels, self.path, self._has_further
        seen = self.folder and self.folder.seen_from(opened.preprocessing)
        if of == self._folder_of and (seen is not None or self.folder is None):
            self.folder = seen
            return
        self.folder, self._folder_of = None, of
        ways = self._wanted(opened)
        self.lane.start(examine_folder(opened, self.path, ways=ways), about=of)

    # ---- answers

    @Slot(object)
    def _forget_others(self, subject: Subject) -> None:
        """What was found of another model or photo says nothing of what is open."""
        model = None if subject.opened is None else subject.opened.graph.sha256
        if self._here_of is not None and self._here_of[:2] != (model, subject.image):
            self._photo_lane.leave()
            self._here = self._here_of = None
        if self._folder_of is not None and self._folder_of[0] != model:
            self.lane.leave()
            self.folder = self._folder_of = None

    @Slot(object)
    def _take_failure(self, failure: object) -> None:
        """Remembers names that were refused for the model that stays open."""
        opened = self._session.subject.opened
        if isinstance(failure, MisfitError):
            self._refused = None if opened is None else (ref(opened), failure)
            self.changed.emit()

    @Slot(object)
    def _take_here(self, found: Examination) -> None:
        opened = self._session.subject.opened
        if opened is not None and self._photo_lane.about == self._here_of:
            self._here = found.seen_from(opened.preprocessing)
            self.changed.emit()

    @Slot(object)
    def _take_progress(self, progress: Progress[FolderExamination | None]) -> None:
        if progress.partial is not None:
            self._take_folder(progress.partial)

    @Slot(object)
    def _take_folder(self, folder: FolderExamination) -> None:
        opened = self._session.subject.opened
        if opened is not None and self.lane.about == self._folder_of:
            self.folder = folder.seen_from(opened.preprocessing)
            self.changed.emit()
