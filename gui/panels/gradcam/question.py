"""What the Grad-CAM tab asks, and what it draws of the answer."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from gui.session import Overlay
from gui.widgets.words import MINUS, facts, fixed
from inference.classifier import PreparedInput
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.heatmap import Heatmap, quantity_name
from inference.jobs import run
from inference.occlusion import default_spec, occlusion_sweep

if TYPE_CHECKING:
    from gui.theme import Tone


class Beside(Enum):
    """What stands beside the map."""

    NOTHING = "Off"
    PHOTO = "Photo"
    CLASS = "Two classes"
    OCCLUSION = "Occlusion"


@dataclass(frozen=True, slots=True)
class Question:
    """All that one drawing needs.

    Attributes:
        spec: What is explained, at which layer.
        beside: What stands beside the map.
        second: The other class, where two are compared.
    """

    spec: GradCamSpec
    beside: Beside = Beside.NOTHING
    second: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The maps of a question.

    Attributes:
        question: What was asked.
        first: The map.
        second: The other class's map, or None.
        occlusion: The occlusion map of the same class, or None.
    """

    question: Question
    first: GradCamMap
    second: GradCamMap | None = None
    occlusion: Heatmap | None = None


def answer(engine: GradCam, prepared: PreparedInput, question: Question) -> Answer:
    """Computes the maps; belongs into a lane.

    Raises:
        InferenceError: A map cannot be made.
    """
    first = engine.explain(prepared, question.spec)
    if question.beside is Beside.CLASS and question.second is not None:
        other = second_spec(question.spec, question.second)
        return Answer(question, first, second=engine.explain(prepared, other))
    if question.beside is Beside.OCCLUSION:
        spec, target = default_spec(prepared.size), first.explained.target
        job = occlusion_sweep(engine.classifier, prepared, spec, target=target)
        drop = run(job).heatmap(target, question.spec.quantity, question.spec.against)
        return Answer(question, first, occlusion=drop)
    return Answer(question, first)


def second_spec(spec: GradCamSpec, second: int) -> GradCamSpec:
    """Returns the same question about another class: a margin stays a margin.

    Where the other class is the one that is subtracted, they change places.
    """
    against = spec.target if second == spec.against else spec.against
    return replace(spec, target=second, against=against)


def overlays(found: Answer, labels: tuple[str, ...]) -> tuple[Overlay, ...]:
    """Returns what is drawn over the photo: one pane or two."""
    first = _overlay(found.first, labels)
    beside = found.question.beside
    if beside is Beside.PHOTO:
        return Overlay(title="Photo"), replace(first, is_bare=True)
    if found.second is not None:
        return first, _overlay(found.second, labels)
    if found.occlusion is not None:
        drop = found.occlusion
        quantity = quantity_name(drop.quantity, drop.against)
        first = replace(first, title="Grad-CAM", is_alone=True)
        other = Overlay(
            heatmap=drop,
            title="Occlusion",
            subtitle=facts(f"drop in {quantity}", f"{drop.values.size} places"),
            is_alone=True,
        )
        return first, other
    return (replace(first, title="", subtitle=""),)


def _overlay(found: GradCamMap, labels: tuple[str, ...]) -> Overlay:
    layer, explained = found.layer, found.explained
    tone: Tone = "plain"
    badge = f"{layer.size.height} × {layer.size.width}, enlarged"
    if found.diagnosis is not None:
        is_little = found.diagnosis.trouble == "few"
        badge, tone = "Says little" if is_little else "Says nothing", "warn"
    spec = found.spec
    title = labels[explained.target]
    if spec.against is not None:
        title += f" {MINUS} {labels[spec.against]}"
    quantity = quantity_name(spec.quantity, spec.against)
    return Overlay(
        heatmap=found.heatmap,
        title=title,
        subtitle=f"{quantity} {fixed(explained.score)}",
        badge=badge,
        tone=tone,
    )
