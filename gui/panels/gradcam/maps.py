"""The answers of the lens: maps of one method, and how they lie over the photo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gui.answers import Arrays
from gui.errors import said
from gui.opened import Subject
from gui.session import Session
from gui.shown import Overlay
from gui.widgets.words import MINUS, facts, fixed, shortened, translate
from inference.gradcam import EQUATIONS, GradCam, GradCamMap
from inference.jobs import Job, relayed
from inference.pictures.explanation import Explanation

if TYPE_CHECKING:
    from gui.theme import Tone

_BADGE = 32  # letters of a badge, which leaves the meaning its room
AT_ONCE = (*EQUATIONS, "rollout", "gradient-attention")  # take less than a second


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """The answer.

    Attributes:
        first: The map.
        second: Of the other class, or None.
        is_complete: Whether both are.
    """

    first: GradCamMap | Explanation
    second: GradCamMap | Explanation | None = None
    is_complete: bool = True


def arrays_in(found: GradCamMap | Explanation) -> Arrays:
    """Returns what a map holds memory in."""
    own = (found.heatmap.values,)
    if isinstance(found, GradCamMap):
        return (found.signed, *own)
    return own if found.error is None else (found.error, *own)


def explained(session: Session, subject: Subject, question: Any) -> Job[Any, Maps]:
    """Explains by a method that takes its time, one class after the other."""
    from inference.methods import explanation  # the window starts without it

    classifier, prepared = subject.classifier, subject.prepared
    assert classifier is not None
    assert prepared is not None
    gradients = handing(session.gradients.engine)

    def job(spec: Any) -> Job[Explanation | None, Explanation]:
        return explanation(
            question.method, classifier, prepared, question=spec, engine=gradients
        )

    def so_far(partial: Explanation | None) -> Maps | None:
        return None if partial is None else Maps(partial, is_complete=False)

    first = yield from relayed(job(question.spec), so_far)
    if question.second is None:
        return Maps(first)
    if first.of is not None:
        return Maps(first, first.of(question.second.target))
    found = Maps(first, is_complete=False)
    return Maps(first, (yield from relayed(job(question.second), lambda _: found)))


def handing(engine: GradCam | None) -> Callable[[], GradCam]:
    """Returns what hands on gradients that were made already."""

    def gradients() -> GradCam:
        assert engine is not None
        return engine

    return gradients


def as_explanation(found: GradCamMap | Explanation) -> Explanation:
    """Returns a map as any method answers."""
    from inference.methods import of_cam  # the window starts without it

    return of_cam(found) if isinstance(found, GradCamMap) else found


def method_of(found: GradCamMap | Explanation) -> str:
    """Returns the name of the method that made a map, as in `METHODS`."""
    return found.spec.equation if isinstance(found, GradCamMap) else found.method


def named_maps(
    maps: Maps, subject: Subject
) -> list[tuple[str, GradCamMap | Explanation]]:
    """Returns the maps of an answer, each with the name of what it explains."""
    assert subject.classifier is not None
    labels = subject.classifier.labels
    found = [each for each in (maps.first, maps.second) if each is not None]
    return [(_title(each, labels), each) for each in found]


def _title(found: GradCamMap | Explanation, labels: tuple[str, ...]) -> str:
    """What a map explains: a class, or a class less another one."""
    if isinstance(found, GradCamMap):
        index, against = found.explained.target, found.spec.target.against
    else:
        index, against = found.target.class_index, found.target.against
    title = said(labels[index])
    return title if against is None else f"{title} {MINUS} {said(labels[against])}"


def overlay_of(found: GradCamMap | Explanation, labels: tuple[str, ...]) -> Overlay:
    """Returns a map as it lies over the photo, with its words."""
    if isinstance(found, GradCamMap):
        target, score = found.spec.target, found.explained.score
        name: str = EQUATIONS[found.spec.equation].title
        layer = found.layer.short
        negative = translate("GradCamLens", "with negative evidence")
        made = facts(layer, negative if found.spec.is_signed else "")
    else:
        from inference.methods import METHODS

        target, score = found.target, found.score
        name, layer = METHODS[found.method].title, ""
        made = said(found.heatmap.made)
    badge, tone = _worth(found)
    return Overlay(
        heatmap=found.heatmap,
        title=_title(found, labels),
        subtitle=translate("GradCamLens", "{quantity} {score}").format(
            quantity=said(target.quantity_name), score=fixed(score)
        ),
        method=said(name),
        badge=badge,
        tone=tone,
        layer=layer,
        made=made,
    )


def _worth(found: GradCamMap | Explanation) -> "tuple[str, Tone]":
    """Says how much a map says, and in which tone."""
    if isinstance(found, Explanation):
        if not found.heatmap.is_exact:
            return translate("GradCamLens", "Preview"), "warn"
        return shortened(said(found.heatmap.made), _BADGE), "plain"
    if found.diagnosis is None:
        height, width = found.layer.size
        words = translate("GradCamLens", "{height} × {width}, enlarged")
        return words.format(height=height, width=width), "plain"
    if found.diagnosis.trouble == "few":
        return translate("GradCamLens", "Says little"), "warn"
    return translate("GradCamLens", "Says nothing"), "warn"


def needs_gradients(method: str) -> bool:
    """Whether a method has no answer without gradients; Grad-CAM and its kin have none.

    Of those nobody has to ask the table of methods, which the window starts without.
    """
    if method in EQUATIONS:
        return True
    from inference.methods import METHODS, Need

    return METHODS[method].needs is Need.GRADIENTS


def about_class(second: int, spec: Any) -> Any:
    """Returns the same question about another class: a margin stays a margin.

    Where the other class is the one that is subtracted, they change places.
    """
    asked = spec.target
    against = asked.index if second == asked.against else asked.against
    return replace(spec, target=replace(asked, index=second, against=against))
