"""All lenses of the window, and the one that the canvas follows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from gui.crop import Crop
from gui.errors import said
from gui.hand import Hand
from gui.lens import Lens
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.speed import Speed
from gui.widgets.words import facts, score, translate
from inference.classifier import Prediction
from inference.image import LoadedImage

Kind = TypeVar("Kind", bound=Lens[Any, Any, Any])


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the lens that is followed.

    Attributes:
        word: Of another lens; "" for none.
        is_photo: The bare photo.
    """

    word: str = ""
    is_photo: bool = False


@dataclass(frozen=True, slots=True)
class _Kept:
    """A map that stays beside those of its lens, and of what it is."""

    word: str
    overlay: Overlay
    photo: str
    model: str


class Lenses(QObject):
    """All lenses by word; lays over the photo what the followed one says.

    Attributes:
        crop: A rectangle on the photo that is classified by itself.
        speed: How fast the model is.

    Signals:
        followed_changed: the word of the lens that is followed.
    """

    followed_changed = Signal(str)

    def __init__(self, session: Session, lenses: Iterable[Lens[Any, Any, Any]]) -> None:
        super().__init__(session)
        self._session = session
        self._lenses = {lens.word: lens for lens in lenses}
        self._followed, self._beside = "", Beside()
        self._kept: _Kept | None = None
        self._is_looking = False
        self.crop, self.speed = Crop(session), Speed(session)
        self.crop.changed.connect(self._publish)
        for lens in self._lenses.values():
            lens.changed.connect(partial(self._on_changed, lens.word))
        session.subject_changed.connect(self._look)
        session.target_changed.connect(self._look)
        session.truth.changed.connect(self._look)

    def __getitem__(self, word: str) -> Lens[Any, Any, Any]:
        return self._lenses[word]

    def of(self, kind: type[Kind]) -> Kind:
        """Returns the lens of this class, for the panel that has its controls."""
        return next(lens for lens in self._lenses.values() if isinstance(lens, kind))

    @property
    def of_photo(self) -> dict[str, Lens[Any, Any, Any]]:
        """Those that have a map of one photo, by their words."""
        return {word: it for word, it in self._lenses.items() if it.is_of_photo}

    @property
    def followed(self) -> Lens[Any, Any, Any] | None:
        """The lens that the canvas shows."""
        return self._lenses.get(self._followed)

    @property
    def hand(self) -> Hand:
        """What takes pointer and keys over the photo: the lens that is followed."""
        return self.followed or Hand()

    def follow(self, word: str, beside: Beside | None = None) -> None:
        """Lets the canvas show a lens ("": none), and something beside it."""
        self._followed, self._beside = word, beside or Beside()
        for each, lens in self._lenses.items():
            lens.set_seen(is_seen=each in (word, self._beside.word))
            if each != self._beside.word:
                lens.explain(None)
        self._publish()
        self.followed_changed.emit(word)

    def toggle_kept(self) -> None:
        """Keeps the present map beside those that follow, or lets it go."""
        followed, image = self.followed, self._session.subject.image
        if followed is None or image is None:
            return
        if self._kept is not None and self._kept.word == self._followed:
            self._kept = None
        elif overlays := followed.present.overlays:
            self._keep(overlays[0], overlays[0].image or image)
        self._publish()

    def _keep(self, overlay: Overlay, image: LoadedImage) -> None:
        overlay = replace(overlay, image=image)
        self._kept = _Kept(self._followed, overlay, image.name, self._model)

    @property
    def _model(self) -> str:
        classifier = self._session.subject.classifier
        return "" if classifier is None else classifier.spec.name

    def _with_kept(self, shown: Shown) -> Shown:
        """Returns what is shown with the map beside it that was kept in this tab."""
        kept, image = self._kept, self._session.subject.image
        if kept is None or kept.word != self._followed or image is None:
            return shown
        maps = [each for each in shown.overlays if each.is_map]
        if not maps:
            return shown
        first = maps[0]
        is_alone = first.measure != kept.overlay.measure
        photos = _apart(image.name, kept.photo)
        models = _apart(self._model, kept.model)
        methods = _apart(first.method, kept.overlay.method)
        mine, its = map(facts, photos, models, methods)
        pair = (
            _named(first, mine, is_alone=is_alone),
            _named(kept.overlay, its, is_alone=is_alone),
        )
        return replace(shown, overlays=pair)

    @Slot()
    def _look(self, _: object = None) -> None:
        """Lets all lenses take up a subject; only then something is laid over it."""
        self._is_looking = True
        for lens in self._lenses.values():
            lens.look()
        self._is_looking = False
        self._publish()

    def _on_changed(self, word: str) -> None:
        if word in (self._followed, self._beside.word) and not self._is_looking:
            self._publish()

    @Slot()
    def _publish(self) -> None:
        followed = self.followed
        if followed is None:
            self._session.set_shown(self.crop.on_top_of(Shown()))
            return
        shown = followed.present
        prediction = self._session.prediction
        if self._session.truth.is_compared and prediction is not None:
            shown = _judged(shown, prediction, self._session.true_class)
        elif self._beside.is_photo:
            shown = shown.with_photo()
        elif self._beside.word:
            other = self._lenses[self._beside.word]
            if shown.explained is not None:
                other.explain(shown.explained)  # both panes explain one number
            shown = shown.beside(other.present)
        else:
            shown = self._with_kept(shown)
        self._session.set_shown(self.crop.on_top_of(shown))


def _apart(first: str, second: str) -> tuple[str, str]:
    """Returns both names where they tell two maps from each other, else none."""
    return (first, second) if first != second else ("", "")


def _named(overlay: Overlay, subject: str, *, is_alone: bool) -> Overlay:
    """Returns a map with what tells it from another one of the same tab.

    That is its photo, model or method, or how it was made where those are the same.
    """
    made = overlay.made or overlay.layer
    words = (subject, made) if subject else (made, "")
    what = facts(overlay.title, overlay.subtitle) if overlay.title else _what(overlay)
    return replace(
        overlay,
        title=words[0],
        subtitle=facts(what, words[1]),
        is_alone=is_alone,
    )


def _what(overlay: Overlay) -> str:
    """Says what a map is of: "Drop in probability of sushi"."""
    if overlay.classes is not None:
        return translate("Lenses", "Predicted class")
    return overlay.method if overlay.heatmap is None else said(overlay.heatmap.title)


def _judged(shown: Shown, prediction: Prediction, true: int | None) -> Shown:
    """Returns maps that say what their classes are to a photo of a dataset.

    A map that stands alone has the bare photo beside it, so that nothing moves from
    photo to photo.
    """
    told = tuple(_told(each, prediction, true) for each in shown.overlays)
    if len(told) == 1 and told[0].heatmap is not None:
        told = (Overlay(title=translate("Lenses", "Photo"), subtitle=" "), *told)
    return replace(shown, overlays=told)


def _told(overlay: Overlay, prediction: Prediction, true: int | None) -> Overlay:
    heatmap = overlay.heatmap
    if heatmap is None:
        return overlay
    if heatmap.target < 0:
        return replace(overlay, title=overlay.title or said(heatmap.title))
    return replace(
        overlay,
        title=overlay.title or said(prediction.labels[heatmap.target]),
        subtitle=_role(heatmap.target, prediction, true),
    )


def _role(index: int, prediction: Prediction, true: int | None) -> str:
    """Says what a class is to a photo, and how likely: "predicted · 0.564"."""
    words = ""
    if index == prediction.top_index:
        right = translate("Lenses", "predicted, right")
        words = right if index == true else translate("Lenses", "predicted")
    elif index == true:
        words = translate("Lenses", "true class")
    elif index in (each.index for each in prediction.top(2)):
        words = translate("Lenses", "runner-up")
    return facts(words, score(float(prediction.probabilities[index])))
