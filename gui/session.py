"""What the window looks at: model, photo, prediction, target, and what lies over it.

Panels never speak to each other; they read the session and publish overlays. Opening
happens in a lane of its own. All that is wanted is one `Request`; a newer one replaces
it, and a part that cannot be opened leaves the old part in place.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.gradients import Gradients
from gui.jobs import GRACE, Lanes
from gui.labelled import Labelled, Listed
from gui.look import Look
from gui.opened import Opened, Request, Subject, opening
from gui.said import Said, remember
from gui.shown import Shown
from gui.truth import Truth
from gui.walk import Walk, listing
from inference.classifier import Prediction, Wishes
from inference.errors import ImageError, let_go_of_values
from inference.jobs import once

if TYPE_CHECKING:  # the window starts without it
    from inference.doctor import Way
    from inference.network.sessions import ProviderChoice


class Session(QObject):
    """The one place that knows what is looked at; it owns all lenses.

    Attributes:
        gradients: Of the model; made in the background.
        said: What the user said about the model.
        is_srgb: Whether the colours of photos are converted to sRGB.
        provider: Where models are to run.
        labelled: The photos with labels that are ranked and learnt from.
        truth: What these labels say of the photos.

    Signals:
        said_changed: the user said something about the model, a `Said`.
        subject_changed: another `Subject`; prediction, target and overlays with it.
        target_changed: index of the explained class, or None.
        shown_changed: another `Shown` lies over the photo.
        look_changed: maps are to be drawn in another way, a `Look`.
        walk_changed: another `Walk`.
        dataset_changed: a folder or a table of photos is being opened, a `Path`.
        opening_changed: whether something is being opened.
        open_failed: an `InferenceError`; the former subject stays.
    """

    said_changed = Signal(object)
    subject_changed = Signal(object)
    target_changed = Signal(object)
    shown_changed = Signal(object)
    look_changed = Signal(object)
    walk_changed = Signal(object)
    dataset_changed = Signal(object)
    opening_changed = Signal(bool)
    open_failed = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.subject = Subject()
        self.said = Said()
        self.target: int | None = None
        self.is_following = True
        self.is_srgb = False
        self.provider: ProviderChoice = "auto"
        self.shown = Shown()
        self.look = Look()
        self.walk = Walk()
        self.truth = Truth(self)
        self.labelled = Labelled(lanes, self)
        self.labelled.listed.connect(self._walk_dataset)
        self.truth.changed.connect(self._follow)  # another class may lead
        self.gradients = Gradients(lanes, self)
        self._wanted = Request()
        self._unreadable: set[Path] = set()  # photos to step over
        self._listing = lanes.create(self.tr("Folder"), is_quiet=True)
        self._listing.succeeded.connect(self._take_walk)
        self._keeping = lanes.create(self.tr("Settings"), is_quiet=True)
        self._lane = lanes.create(self.tr("Opening"), keeps=False)
        self._lane.succeeded.connect(self._show_opened)
        self._lane.busy_changed.connect(self._on_busy)

    # ---- what is opened

    def reopen(self) -> None:
        """Opens all that is wanted once more, as it is to be read now."""
        self.open(self._wanted)

    def open(self, request: Request, known: Subject | None = None) -> None:
        """Opens a model and a photo, in place of what is being opened.

        A prediction under way is shown first, unless it takes too long; that of another
        model is of no use any more. What is known already is not read anew.
        """
        request = replace(request, is_srgb=self.is_srgb, provider=self.provider)
        is_walk = request == replace(self._wanted, photo=request.photo)
        self._wanted = request
        job = opening(request, known or self.subject)
        self._lane.start(job, grace=GRACE * is_walk)

    def open_files(
        self, model: Path | None, photo: Path | None, labels: Path | None = None
    ) -> None:
        """Opens a model, a photo, class names or several; what is None stays."""
        request = self._wanted
        if model is not None:
            request = replace(
                request, model=model, wishes=Wishes(), is_anew=False, trial=None
            )
        if photo is not None:
            request = replace(request, photo=photo)
        if labels is not None:
            wishes = Wishes() if model is not None else self.said.wishes
            wishes = replace(wishes, labels=labels)
            request = replace(request, wishes=wishes, is_anew=False, trial=None)
        self.open(request)

    def open_model(self, path: Path) -> None:
        """Opens another model for the photo."""
        self.open_files(path, None)

    def open_photo(self, path: Path) -> None:
        """Opens another photo for the model."""
        self.open_files(None, path)

    def set_wishes(self, wishes: Wishes) -> None:
        """Reads the model in another way."""
        self.open(replace(self._wanted, wishes=wishes, is_anew=False, trial=None))

    def try_way(self, way: "Way | None") -> None:
        """Feeds the model in another way, to see what it says; None ends that."""
        if way != self._wanted.trial:
            self.open(replace(self._wanted, trial=way))

    def forget(self) -> None:
        """Reads the model as if nothing had ever been said about it."""
        self.open(replace(self._wanted, wishes=Wishes(), is_anew=True, trial=None))

    def step(self, by: int) -> None:
        """Goes to another photo of the walk; what cannot be read is stepped over."""
        photo = self.walk.beyond(self._wanted.photo, by, self._unreadable)
        if photo is not None:
            self.open_photo(photo)

    def set_walk(self, walk: Walk) -> None:
        """Lets the arrow keys walk through other photos."""
        self.walk = walk
        self.walk_changed.emit(walk)

    def open_dataset(self, path: Path) -> None:
        """Opens a folder or a table of photos with labels."""
        self.dataset_changed.emit(path)
        self.labelled.open(path)

    @Slot(object)
    def _walk_dataset(self, found: Listed) -> None:
        """Walks through the photos of a dataset; one of them is looked at."""
        self.set_walk(found.walk)
        if found.walk.place(self.subject.request.photo) is None:
            self.open_photo(found.walk.photos[0])

    @property
    def true_class(self) -> int | None:
        """The true class of the photo, where its dataset says so."""
        return self.truth.of(self.subject.request.photo)

    @property
    def prediction(self) -> Prediction | None:
        """What the model says, among the classes that count for a walked dataset."""
        return self.truth.counted(self.subject.prediction)

    # ---- what the user says about the model

    def say(self, **changes: Any) -> None:
        """Keeps what the user says about the model, for the next start too."""
        classifier, said = self.subject.classifier, replace(self.said, **changes)
        if classifier is None or said == self.said:
            return
        self.said = said
        self._keeping.start(once(remember, classifier.graph.sha256, said))
        self.said_changed.emit(said)

    def _recall(self, former: Subject, subject: Subject) -> None:
        """Takes up what was said about another model, or keeps what was said now."""
        if subject.opened is former.opened:
            return
        self.said, request = subject.said, subject.request
        is_news = request.is_anew or request.wishes != Wishes()
        if subject.classifier is not None and is_news:
            model = subject.classifier.graph.sha256
            self._keeping.start(once(remember, model, self.said))

    # ---- what is explained

    def pick_target(self, target: int) -> None:
        """Explains this class from now on."""
        self.is_following = False
        self._set_target(target)

    def follow_top(self, *, is_following: bool) -> None:
        """Lets the target follow the leading class, or stay."""
        self.is_following = is_following
        self._follow()

    def _follow(self) -> None:
        prediction = self.prediction
        if self.is_following and prediction is not None:
            self._set_target(prediction.top_index)

    def _set_target(self, target: int | None) -> None:
        if target != self.target:
            self.target = target
            self.target_changed.emit(target)

    # ---- what lies over the photo

    def set_shown(self, shown: Shown) -> None:
        """Lays maps, patches and scores over the photo, all in one."""
        if shown != self.shown:
            self.shown = shown
            self.shown_changed.emit(shown)

    def set_look(self, look: Look) -> None:
        """Draws maps in another way."""
        if look != self.look:
            self.look = look
            self.look_changed.emit(look)

    @Slot(object)
    def _show_opened(self, opened: Opened) -> None:
        if opened.subject is not self.subject:
            self._replace(opened.subject)
        self._walk_from(opened)
        if self._lane.has_waiting:
            self.open(self._wanted)  # it starts from what is open now
        elif opened.request == self._wanted:
            self._wanted = opened.subject.request
        for failure in opened.failures:
            if isinstance(failure, ImageError) and opened.request.photo is not None:
                self._unreadable.add(opened.request.photo)
            let_go_of_values(failure)  # of the job itself, which has ended now
            self.open_failed.emit(failure)

    def _walk_from(self, opened: Opened) -> None:
        """Walks through the folder of a photo that the present walk does not meet."""
        photo = opened.subject.request.photo
        if opened.walk is not None and opened.walk.place(photo) is not None:
            self.set_walk(opened.walk)
        else:
            self._list_folder()

    def _list_folder(self) -> None:
        """Asks for the folder of the photo, unless it is met or being listed."""
        photo = self.subject.request.photo
        if photo is None or self._is_walking:
            return
        if self._listing.about != photo.parent:
            self._listing.start(listing(photo.parent, photo), about=photo.parent)

    @Slot(object)
    def _take_walk(self, walk: Walk) -> None:
        is_its = walk.place(self.subject.request.photo) is not None
        if is_its and not self._is_walking:
            self.set_walk(walk)
        self._list_folder()

    @property
    def _is_walking(self) -> bool:
        """Whether the walk meets the photo, or the one that is on its way."""
        photos = (self.subject.request.photo, self._wanted.photo)
        return any(self.walk.place(photo) is not None for photo in photos)

    @Slot(bool)
    def _on_busy(self, is_busy: object) -> None:
        if not is_busy:  # stopped or failed: what was asked for is wanted no longer
            self._wanted = self.subject.request
        self.opening_changed.emit(bool(is_busy))

    def _replace(self, subject: Subject) -> None:
        former, self.subject = self.subject, subject
        self._recall(former, subject)
        self.shown = Shown()
        prediction = self.prediction
        if not subject.has_classes_of(former):
            self.is_following = True
        if prediction is None:
            self.target = None
        elif self.is_following or self.target is None:
            self.target = prediction.top_index
        self.gradients.set_classifier(subject.opened)  # a trial comes to an end
        self.subject_changed.emit(subject)
