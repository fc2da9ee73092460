"""Both models of a comparison on one photo: the same class, beside each other.

The maps share one scale: what became of the evidence is read from it.
"""

from dataclasses import dataclass
from functools import partial

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.finetune.pair import Pair, Sight, seen
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.widgets.words import facts, score, to_translate, translate
from inference.gradcam import GradCamMap
from inference.jobs import Job, once


@dataclass(frozen=True, slots=True)
class Question:
    """A class of two models.

    Attributes:
        models: The hashes of both.
        place: Of the class, among their names.
        is_true: Whether the photo is known to show it.
    """

    models: tuple[str, str]
    place: int
    is_true: bool


class BothLens(Lens[Pair | None, Question, Sight]):
    """What speaks for a class, to two models."""

    word, title = "finetune", to_translate("Lens", "Before and after")
    is_of_photo = False

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, None)

    def question(self, subject: Subject, index: int) -> Question | None:
        pair, classifier = self.wish, subject.classifier
        if pair is None or classifier is None:
            return None
        photo = subject.request.photo
        true = None if photo is None else pair.truth.get(photo)
        place = pair.place_of(classifier, index) if true is None else true
        if place is None:
            return None
        return Question(pair.key, place, true is not None)

    def job(
        self,
        subject: Subject,
        question: Question,
        known: Sight | None,  # noqa: ARG002
    ) -> Job[None, Sight]:
        assert self.wish is not None
        assert subject.image is not None
        asked = partial(seen, is_true=question.is_true)
        return once(asked, self.wish, subject.image, question.place)

    def arrays_of(self, answer: Sight) -> Arrays:
        maps = [each[0] for each in (answer.before, answer.after) if each is not None]
        found = [(each.signed, each.heatmap.values) for each in maps]
        return tuple(array for pair in found for array in pair)

    def shown(self, subject: Subject, answer: Sight) -> Shown:
        before, after = (
            translate("Finetune", "Before"),
            translate("Finetune", "After"),
        )
        first = Overlay(title=before, subtitle=" ")
        if answer.before is not None:
            first = _overlay(before, answer, *answer.before)
        overlays = first, _overlay(after, answer, *answer.after)
        pair, classifier = self.wish, subject.classifier
        is_old = pair and classifier and classifier.graph.sha256 == pair.key[0]
        covered = answer.prediction if is_old else None
        return Shown(overlays, covered=covered, other="model")


def _overlay(
    title: str, sight: Sight, found: GradCamMap, probability: float
) -> Overlay:
    role = translate("Finetune", "true class") if sight.is_true else ""
    height, width = found.layer.size
    badge = translate("Finetune", "{height} × {width}, enlarged")
    return Overlay(
        heatmap=found.heatmap,
        title=title,
        subtitle=facts(_named(sight.name, role), score(probability)),
        method=translate("Finetune", "Grad-CAM"),
        badge=badge.format(height=height, width=width),
    )


def _named(name: str, role: str) -> str:
    return f"{name}, {role}" if role else name
