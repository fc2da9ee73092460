"""What is looked at: a request, and the subject that opening it gives."""

import logging
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from gui.said import Said, recall
from gui.walk import Walk, listing
from inference.classifier import (
    Classifier,
    Prediction,
    PreparedInput,
    Wishes,
    classifier_opening,
)
from inference.errors import (
    ImageError,
    InferenceError,
    ModelError,
    Sentence,
    SpecError,
    let_go_of_values,
)
from inference.image import LoadedImage, open_image
from inference.jobs import Job, Progress, run
from inference.network.cuda import why_no_cuda
from inference.network.graph import Graph
from inference.network.passes import tell
from inference.network.sessions import ProviderChoice
from inference.pictures.fed import FedPicture, fed_picture

if TYPE_CHECKING:  # the window starts without it
    from inference.doctor import Way

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to look at.

    Attributes:
        model: An ONNX file, or None.
        photo: An image file, or None.
        wishes: What the user states about the model; none leaves what was stated last.
        provider: Where it is to run.
        is_srgb: Whether a photo's colours are converted to sRGB.
        is_anew: Whether what was stated before is forgotten.
        trial: How the model is fed while that is tried; it is kept nowhere.
    """

    model: Path | None = None
    photo: Path | None = None
    wishes: Wishes = Wishes()  # noqa: RUF009 - frozen
    provider: ProviderChoice = "auto"
    is_srgb: bool = False
    is_anew: bool = False
    trial: "Way | None" = None


@dataclass(frozen=True, slots=True)
class SubjectKey:
    """By what answers about a subject are found again.

    Attributes:
        model: SHA-256 of its bytes, of weights in other files included.
        device: Where it runs.
        wishes: How it is read.
        photo: The file, or None.
        pixels: SHA-256 of what the network sees, since files change.
        trial: How it is fed while that is tried, or None.
    """

    model: str
    device: str
    wishes: Wishes
    photo: Path | None
    pixels: str
    trial: "Way | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What is looked at; parts are None as long as they were not opened.

    Attributes:
        request: What was asked for and given.
        opened: The model as it was opened.
        classifier: The model as it is fed: so, or in a way that is tried.
        image: The photo.
        prepared: The photo as the model sees it.
        fed: The numbers that it is fed, as a picture.
        prediction: What the model says about it.
        key: Of model and photo together; None where one is missing.
        said: What the user said about the model, now or before.
    """

    request: Request = Request()
    opened: Classifier | None = None
    classifier: Classifier | None = None
    image: LoadedImage | None = None
    prepared: PreparedInput | None = None
    fed: FedPicture | None = None
    prediction: Prediction | None = None
    key: SubjectKey | None = None
    said: Said = Said()  # noqa: RUF009 - frozen

    def has_classes_of(self, other: "Subject") -> bool:
        """Whether both models know the same classes."""
        models = (self.classifier, other.classifier)
        labels = [None if each is None else each.labels for each in models]
        return labels[0] is not None and labels[0] == labels[1]


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """What opening gave.

    Attributes:
        request: What was asked for.
        subject: What is open now.
        failures: What could not be opened.
        walk: The photos of a folder that was opened, else None.
    """

    request: Request
    subject: Subject
    failures: tuple[InferenceError, ...]
    walk: Walk | None = None


def opening(request: Request, current: Subject) -> Job[Sentence | None, Opened]:
    """Opens what differs from the current subject, in three steps."""
    failures: list[InferenceError] = []
    subject, walk, wanted = current, None, request
    try:
        subject = yield from _with_model(request, subject)
        misfit = None if subject is current else _misfit(subject)
        failures.extend([misfit] if misfit else [])
        subject = _with_trial(request, subject)
    except InferenceError as error:
        failures.append(error)
    yield Progress(1, 3, None)
    try:
        if request.photo is not None and request.photo.is_dir():
            walk = _walk_through(request.photo)
            wanted = replace(request, photo=walk.photos[0])
        subject = _with_photo(wanted, subject)
    except InferenceError as error:
        failures.append(error)
    yield Progress(2, 3, None)
    if subject is not current:
        try:
            subject = _with_prediction(subject)
        except InferenceError as error:  # the model fails on this photo
            failures.append(error)
            subject = current
    for failure in failures:
        let_go_of_values(failure)  # of 20,000 nodes that takes a while
    return Opened(request, subject, tuple(failures), walk)


def _misfit(subject: Subject) -> InferenceError | None:
    """Returns why names beside a model were passed over, unless others are said."""
    spec = None if subject.opened is None else subject.opened.spec
    return None if spec is None or spec.labels_source == "user" else spec.misfit


def _walk_through(folder: Path) -> Walk:
    walk = run(listing(folder))
    if not walk.photos:
        raise ImageError(
            'There are no photos in the folder "{name}".', name=folder.name
        )
    return walk


def _with_model(request: Request, subject: Subject) -> Job[Sentence, Subject]:
    had = subject.request
    if request.model is None or _is_about(request) == _is_about(had):
        return subject
    if not request.model.is_file():
        raise ModelError('There is no file "{name}".', name=request.model)
    classifier, said = yield from _open_model(request.model, request)
    kept = replace(request, photo=had.photo, is_srgb=had.is_srgb, trial=None)
    return replace(
        subject, request=kept, opened=classifier, classifier=classifier, said=said
    )


def _with_trial(request: Request, subject: Subject) -> Subject:
    """Feeds the model in the way that is tried; as it was opened without one."""
    trial, opened = request.trial, subject.opened
    if opened is None or trial == subject.request.trial:
        return subject
    request = replace(subject.request, trial=trial)
    classifier = opened if trial is None else trial.of(opened)
    return replace(subject, request=request, classifier=classifier)


def _is_about(request: Request) -> tuple[object, ...]:
    """Returns what decides how the model is opened."""
    return (request.model, request.wishes, request.provider, request.is_anew)


def _open_model(path: Path, request: Request) -> Job[Sentence, tuple[Classifier, Said]]:
    """Opens a model as the user states now, else as was stated about it before."""
    stated, found, provider = request.wishes, list[Said](), _provider(request)

    def wishes(graph: Graph) -> Wishes:
        found.append(Said() if request.is_anew else recall(graph.sha256))
        return found[0].wishes if stated == Wishes() else stated

    try:
        classifier = yield from classifier_opening(path, wishes, provider)
    except SpecError as error:
        if stated != Wishes() or not found or found[0].wishes == Wishes():
            raise
        log.warning("What was said about %s does not fit it: %s", path, error)
        classifier = yield from classifier_opening(path, stated, provider)
        return classifier, Said()
    if stated == Wishes():
        return classifier, found[0]
    return classifier, replace(found[0], wishes=_without_files(classifier, stated))


def _provider(request: Request) -> ProviderChoice:
    """Returns where a model is to run; where CUDA cannot be had that is told."""
    if request.provider in ("auto", "cpu") or not (why := why_no_cuda()):
        return request.provider
    tell(Sentence("CUDA cannot be used: {why}. The network runs on the CPU.", why=why))
    return "auto"


def _without_files(classifier: Classifier, wishes: Wishes) -> Wishes:
    """Returns wishes that hold what was read from files: these may go."""
    spec = classifier.spec
    if wishes.labels is not None:
        wishes = replace(wishes, labels=spec.labels)
    if wishes.preprocess is not None:
        wishes = replace(wishes, preprocess=spec.preprocessing.normalisation)
    return wishes


def _with_photo(request: Request, subject: Subject) -> Subject:
    photo, had = request.photo, subject.request
    is_same = (photo, request.is_srgb) == (had.photo, had.is_srgb)
    if photo is None or is_same:
        return subject
    return replace(
        subject,
        request=replace(had, photo=photo, is_srgb=request.is_srgb),
        image=open_image(photo, is_srgb=request.is_srgb),
    )


def _with_prediction(subject: Subject) -> Subject:
    if subject.classifier is None or subject.image is None:
        return replace(subject, prepared=None, fed=None, prediction=None, key=None)
    prepared = subject.classifier.prepare(subject.image)
    prediction = subject.classifier.predict_input(prepared)
    key = _key(subject, subject.classifier, prepared)
    fed = fed_picture(subject.classifier, prepared)
    return replace(subject, prepared=prepared, fed=fed, prediction=prediction, key=key)


def _key(
    subject: Subject, classifier: Classifier, prepared: PreparedInput
) -> SubjectKey:
    return SubjectKey(
        model=classifier.graph.identity,
        device=f"{classifier.device} {classifier.precision}",
        wishes=subject.said.wishes,
        photo=subject.request.photo,
        pixels=sha256(prepared.pixels.tobytes()).hexdigest(),
        trial=subject.request.trial,
    )
