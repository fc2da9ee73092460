"""What is drawn of a map: numbers or classes, the worst place, how far to trust it.

All of it is read from a sweep without inference.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gui.shown import CoveredPlace, Overlay
from gui.widgets.words import facts, fixed, grouped, plural, score
from inference.classifier import PreparedInput, Quantity, Target
from inference.occlusion import ClassMap, SensitivePlace, Sweep
from inference.pictures.heatmap import Heatmap

if TYPE_CHECKING:
    from gui.theme import Tone

Drawn = Literal["drop", "remaining", "class"]
DRAWN: tuple[Drawn, ...] = ("drop", "remaining", "class")


@dataclass(frozen=True, slots=True)
class ReadingWish:
    """What is asked of a sweep.

    Attributes:
        drawn: The drop, the remaining score, or the predicted class.
        target: Quantity and margin; the class is the explained one.
    """

    drawn: Drawn = "drop"
    target: Target = Target()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The answer.

    Attributes:
        sweep: What was asked.
        drawn: What it was asked for.
        target: Of what.
        heatmap: The numbers; the drop where classes are drawn.
        classes: The class at each place.
        place: Where covering hurts the target most.
    """

    sweep: Sweep
    drawn: Drawn
    target: Target
    heatmap: Heatmap
    classes: ClassMap
    place: SensitivePlace


def read(sweep: Sweep, drawn: Drawn, target: Target) -> Reading:
    """Answers a question; takes milliseconds, so it belongs into a lane.

    Raises:
        SpecError: The class was not kept.
    """
    is_remaining = drawn == "remaining"
    heatmap = sweep.remaining(target) if is_remaining else sweep.heatmap(target)
    place = sweep.most_sensitive(target)
    return Reading(sweep, drawn, target, heatmap, sweep.class_map(), place)


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
    if reading.drawn == "class":
        return Overlay(classes=reading.classes, badge=badge, tone=tone)
    how = "drop in" if reading.drawn == "drop" else "remaining"
    return Overlay(
        heatmap=reading.heatmap,
        subtitle=facts(
            f"{how} {reading.target.quantity_name}",
            f"{reading.heatmap.values.size} places",
        ),
        method="Occlusion",
        badge=badge,
        tone=tone,
    )


def marked(place: SensitivePlace, prepared: PreparedInput) -> CoveredPlace:
    """Returns the most sensitive place for the eye: an outline that says its score."""
    box = prepared.to_photo.box(place.box.clipped(prepared.size))
    words = f"Lowest {kind_of(place)}  {number_of(place, place.score_after)}"
    return CoveredPlace(box, None, words)


def kind_of(place: SensitivePlace) -> str:
    """What its score is, in short: "probability", "logit margin"."""
    return place.target.quantity_name


def number_of(place: SensitivePlace, value: float) -> str:
    """Writes one of its scores."""
    target = place.target
    is_share = target.quantity is Quantity.PROBABILITY and target.against is None
    return score(value) if is_share else fixed(value)
