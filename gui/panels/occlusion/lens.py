"""What one looks at the photo through: covered places."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gui.shown import Overlay
from gui.widgets.words import grouped, plural
from inference.classifier import Quantity, Target
from inference.occlusion import ClassMap, SensitivePlace, Sweep
from inference.pictures.heatmap import Heatmap

if TYPE_CHECKING:
    from gui.theme import Tone


Drawn = Literal["drop", "remaining", "class"]


_DRAWN: tuple[Drawn, ...] = ("drop", "remaining", "class")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a sweep.

    Attributes:
        drawn: The drop, the remaining score, or the predicted class.
        target: The explained class.
        quantity: Probability or logit.
        against: A class whose score is subtracted, or None.
    """

    drawn: Drawn
    target: int
    quantity: Quantity
    against: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The answer.

    Attributes:
        sweep: What was asked.
        question: What it was asked.
        heatmap: The numbers; the drop where classes are drawn.
        classes: The class at each place.
        place: Where covering hurts the target most.
    """

    sweep: Sweep
    question: Question
    heatmap: Heatmap
    classes: ClassMap
    place: SensitivePlace


def read(sweep: Sweep, question: Question) -> Reading:
    """Answers a question; takes milliseconds, so it belongs into a lane.

    Raises:
        SpecError: The class was not kept.
    """
    asked = Target(question.target, question.against, question.quantity)
    is_remaining = question.drawn == "remaining"
    heatmap = sweep.remaining(asked) if is_remaining else sweep.heatmap(asked)
    place = sweep.most_sensitive(asked)
    return Reading(sweep, question, heatmap, sweep.class_map(), place)


def overlay(reading: Reading, *, is_running: bool, is_other: bool) -> Overlay:
    """Returns what is drawn over the photo, with how far it can be trusted.

    Args:
        reading: What the map says.
        is_running: Whether more places are being computed.
        is_other: Whether the options were changed since.
    """
    sweep = reading.sweep
    badge = f"Exact at {plural(sweep.done, 'position', 'positions')}"
    tone: Tone = "good"
    if not sweep.is_complete:
        total = grouped(sweep.grid.count)
        stopped = f"Stopped at {grouped(sweep.done)} of {total}"
        badge, tone = ("Preview" if is_running else stopped), "warn"
    elif sweep.spec.stride == (1, 1):
        badge = "Exact"
    if is_other and not is_running:
        badge, tone = "From other options", "plain"
    if reading.question.drawn == "class":
        return Overlay(classes=reading.classes, badge=badge, tone=tone)
    return Overlay(heatmap=reading.heatmap, badge=badge, tone=tone)
