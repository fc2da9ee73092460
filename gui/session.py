"""What the window looks at: model, photo, prediction, target, and what lies over it.

Panels never speak to each other; they read the session and publish overlays. Opening
happens in a lane of its own. All that is wanted is one `Request`; a newer one replaces
it, and a part that cannot be opened leaves the old part in place.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.gradients import Gradients
from gui.jobs import Lanes
from gui.theme import Tone
from inference.classifier import Classifier, PreparedInput, open_classifier
from inference.errors import ImageError, InferenceError, ModelError
from inference.geometry import Box
from inference.heatmap import Heatmap
from inference.image import IMAGE_SUFFIXES, LoadedImage, open_image
from inference.jobs import Job, Progress
from inference.occlusion import ClassMap
from inference.prediction import Prediction
from inference.providers import ProviderChoice
from inference.spec import Wishes


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to look at.

    Attributes:
        model: An ONNX file, or None.
        photo: An image file, or None.
        wishes: What the user states about the model.
        provider: Where it is to run.
    """

    model: Path | None = None
    photo: Path | None = None
    wishes: Wishes = Wishes()  # noqa: RUF009 - frozen
    provider: ProviderChoice = "auto"


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What is looked at; parts are None as long as they were not opened.

    Attributes:
        request: What was asked for and given.
        classifier: The model.
        image: The photo.
        prepared: The photo as the model sees it.
        prediction: What the model says about it.
        neighbours: The photos of its folder, in order.
    """

    request: Request = Request()
    classifier: Classifier | None = None
    image: LoadedImage | None = None
    prepared: PreparedInput | None = None
    prediction: Prediction | None = None
    neighbours: tuple[Path, ...] = ()

    @property
    def place(self) -> int:
        """Of the photo among its neighbours, from 0; -1 where it is not found."""
        paths = self.neighbours
        photo = self.request.photo
        return paths.index(photo) if photo in paths else -1


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A map over the photo, with the words that go with it.

    Attributes:
        heatmap: Numbers, or None.
        classes: A class at each place, or None.
        title: The first line above a pane, if there are two.
        subtitle: The second line.
        badge: How far the map can be trusted: "Preview", "Exact at 784 positions".
        tone: "good", "warn" or "plain".
        is_alone: Its numbers cannot be compared with those beside it, so it has a scale
            of its own.
        is_bare: The photo under it is covered.
        image: The photo that the map lies over; None: the session's own.
    """

    heatmap: Heatmap | None = None
    classes: ClassMap | None = None
    title: str = ""
    subtitle: str = ""
    badge: str = ""
    tone: Tone = "plain"
    is_alone: bool = False
    is_bare: bool = False
    image: LoadedImage | None = None


@dataclass(frozen=True, slots=True)
class CoveredPlace:
    """A patch on the photo.

    Attributes:
        box: In photo pixels.
        fill: Its colour (R, G, B); None draws the outline alone.
        label: What it does, in a few words.
    """

    box: Box
    fill: tuple[int, int, int] | None
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Opened:
    request: Request  # what was asked for
    subject: Subject  # what is open now
    failures: tuple[InferenceError, ...]


class Session(QObject):
    """The one place that knows what is looked at.

    Attributes:
        gradients: Of the model; made in the background.

    Signals:
        subject_changed: another `Subject`; prediction, target and overlays with it.
        target_changed: index of the explained class, or None.
        overlays_changed: a tuple of at most two `Overlay`s.
        patches_changed: a tuple of `CoveredPlace`s.
        covered_changed: the `Prediction` with patches covered, or None.
        opening_changed: whether something is being opened.
        open_failed: an `InferenceError`; the former subject stays.
    """

    subject_changed = Signal(object)
    target_changed = Signal(object)
    overlays_changed = Signal(object)
    patches_changed = Signal(object)
    covered_changed = Signal(object)
    opening_changed = Signal(bool)
    open_failed = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.subject = Subject()
        self.target: int | None = None
        self.is_following = True
        self.overlays: tuple[Overlay, ...] = ()
        self.patches: tuple[CoveredPlace, ...] = ()
        self.gradients = Gradients(lanes, self)
        self._wanted = Request()
        self._unreadable: set[Path] = set()  # photos to step over
        self._lane = lanes.create("Opening")
        self._lane.succeeded.connect(self._show_opened)
        self._lane.busy_changed.connect(self._on_busy)

    # ---- what is opened

    def open(self, request: Request) -> None:
        """Opens a model and a photo."""
        self._wanted = request
        self._lane.start(_open(request, self.subject))

    def open_files(self, model: Path | None, photo: Path | None) -> None:
        """Opens a model, a photo or both; what is None stays."""
        request = self._wanted
        if model is not None:
            request = replace(request, model=model, wishes=Wishes())
        if photo is not None:
            request = replace(request, photo=photo)
        self.open(request)

    def open_model(self, path: Path) -> None:
        """Opens another model for the photo."""
        self.open_files(path, None)

    def open_photo(self, path: Path) -> None:
        """Opens another photo for the model."""
        self.open_files(None, path)

    def set_wishes(self, wishes: Wishes) -> None:
        """Reads the model in another way."""
        self.open(replace(self._wanted, wishes=wishes))

    def step(self, by: int) -> None:
        """Goes to another photo of the folder."""
        photo = self._wanted.photo
        paths = [
            path
            for path in self.subject.neighbours
            if path == photo or path not in self._unreadable
        ]
        if photo not in paths:
            return
        place = paths.index(photo) + by
        if 0 <= place < len(paths):
            self.open_photo(paths[place])

    # ---- what is explained

    def pick_target(self, target: int) -> None:
        """Explains this class from now on."""
        self.is_following = False
        self._set_target(target)

    def follow_top(self, *, is_following: bool) -> None:
        """Lets the target follow the leading class, or stay."""
        self.is_following = is_following
        prediction = self.subject.prediction
        if is_following and prediction is not None:
            self._set_target(prediction.top_index)

    def _set_target(self, target: int | None) -> None:
        if target != self.target:
            self.target = target
            self.target_changed.emit(target)

    # ---- what lies over the photo

    def set_overlays(self, *overlays: Overlay) -> None:
        """Shows one or two maps, or none."""
        if overlays or self.overlays:
            self.overlays = overlays[:2]
            self.overlays_changed.emit(self.overlays)

    def set_patches(self, *patches: CoveredPlace) -> None:
        """Shows covered places."""
        if patches != self.patches:
            self.patches = patches
            self.patches_changed.emit(patches)

    def set_covered(self, prediction: Prediction | None) -> None:
        """Shows the scores with the patches beside those without."""
        self.covered_changed.emit(prediction)

    # ---- answers

    @Slot(object)
    def _show_opened(self, opened: _Opened) -> None:
        if opened.request == self._wanted:  # else a newer one waits
            self._wanted = opened.subject.request
        if opened.subject is not self.subject:
            self._replace(opened.subject)
        for failure in opened.failures:
            if isinstance(failure, ImageError) and opened.request.photo is not None:
                self._unreadable.add(opened.request.photo)
            self.open_failed.emit(failure)

    @Slot(bool)
    def _on_busy(self, is_busy: object) -> None:
        if not is_busy:  # stopped or failed: what was asked for is wanted no longer
            self._wanted = self.subject.request
        self.opening_changed.emit(bool(is_busy))

    def _replace(self, subject: Subject) -> None:
        former, self.subject = self.subject, subject
        self.overlays, self.patches = (), ()
        prediction = subject.prediction
        same_classes = (
            former.classifier is not None
            and subject.classifier is not None
            and former.classifier.labels == subject.classifier.labels
        )
        if not same_classes:
            self.is_following = True
        if prediction is None:
            self.target = None
        elif self.is_following or self.target is None:
            self.target = prediction.top_index
        self.gradients.set_classifier(subject.classifier)
        self.subject_changed.emit(subject)


def _open(request: Request, current: Subject) -> Job[None, _Opened]:
    """Opens what differs from the current subject, in three steps."""
    failures: list[InferenceError] = []
    subject = current
    for step, part in enumerate((_with_model, _with_photo), 1):
        try:
            subject = part(request, subject)
        except InferenceError as error:
            failures.append(error)
        yield Progress(step, 3, None)
    if subject is not current:
        try:
            subject = _with_prediction(subject)
        except InferenceError as error:  # the model fails on this photo
            failures.append(error)
            subject = current
    return _Opened(request, subject, tuple(failures))


def _with_model(request: Request, subject: Subject) -> Subject:
    asked = (request.model, request.wishes, request.provider)
    had = subject.request
    if request.model is None or asked == (had.model, had.wishes, had.provider):
        return subject
    if not request.model.is_file():
        raise ModelError(f'There is no file "{request.model}".')
    classifier = open_classifier(request.model, request.wishes, request.provider)
    kept = replace(request, photo=had.photo)
    return replace(subject, request=kept, classifier=classifier)


def _with_photo(request: Request, subject: Subject) -> Subject:
    photo = request.photo
    if photo is None or photo == subject.request.photo:
        return subject
    if photo.is_dir():
        inside = _photos_in(photo)
        if not inside:
            raise ImageError(f'There are no photos in the folder "{photo.name}".')
        photo = inside[0]
    return replace(
        subject,
        request=replace(subject.request, photo=photo),
        image=open_image(photo),
        neighbours=tuple(sorted({*_photos_in(photo.parent), photo})),
    )


def _with_prediction(subject: Subject) -> Subject:
    if subject.classifier is None or subject.image is None:
        return replace(subject, prepared=None, prediction=None)
    prepared = subject.classifier.prepare(subject.image)
    prediction = subject.classifier.predict_input(prepared)
    return replace(subject, prepared=prepared, prediction=prediction)


def _photos_in(folder: Path) -> list[Path]:
    """Returns the photos of a folder; one that cannot be read has none."""
    try:
        paths = [p for p in folder.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES]
    except OSError:
        return []
    return sorted(paths)
