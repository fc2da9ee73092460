"""What the Grad-CAM tab asks, and what it draws of the answer."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from gui.panels.gradcam.ladder import TILE, Rung
from gui.shown import Overlay
from gui.widgets.raster import photo_image
from gui.widgets.words import MINUS, facts, fixed
from inference.classifier import PreparedInput
from inference.geometry import Size
from inference.gradcam import GradCam, GradCamMap, GradCamSpec
from inference.jobs import run
from inference.network.layers import short_names
from inference.occlusion import default_spec, occlusion_sweep
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import automatic_limits
from inference.pictures.style import Style, colored

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
        drop = run(job).heatmap(question.spec.target.settled(target))
        return Answer(question, first, occlusion=drop)
    return Answer(question, first)


def second_spec(spec: GradCamSpec, second: int) -> GradCamSpec:
    """Returns the same question about another class: a margin stays a margin.

    Where the other class is the one that is subtracted, they change places.
    """
    asked = spec.target
    against = asked.index if second == asked.against else asked.against
    return replace(spec, target=replace(asked, index=second, against=against))


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
        quantity = found.question.spec.target.quantity_name
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
    target = found.spec.target
    title = labels[explained.target]
    if target.against is not None:
        title += f" {MINUS} {labels[target.against]}"
    return Overlay(
        heatmap=found.heatmap,
        title=title,
        subtitle=f"{target.quantity_name} {fixed(explained.score)}",
        badge=badge,
        tone=tone,
    )


RUNG_SIDE = 2 * TILE  # px, so that rungs are sharp on dense screens


def rungs(
    engine: GradCam, prepared: PreparedInput, spec: GradCamSpec
) -> tuple[Rung, ...]:
    """Makes the small maps of all layers, from one backward pass."""
    short = short_names(layer.name for layer in engine.layers)
    ladder = engine.ladder(prepared, spec)
    return tuple(_rung(found, short[found.layer.name]) for found in ladder)


def _rung(found: GradCamMap, words: str) -> Rung:
    heatmap, layer = found.heatmap, found.layer
    values = heatmap.enlarged(Size(RUNG_SIDE, RUNG_SIDE), "bilinear")
    limits = automatic_limits(heatmap.values)
    picture = colored(values, limits, Style().color_map_for(limits))
    size = f"{layer.size.height} × {layer.size.width}"
    return Rung(layer.name, words, size, photo_image(picture))
