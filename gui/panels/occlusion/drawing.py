"""What is drawn of a map: numbers or classes, worst places, how far to trust it.

All of it is read from a sweep without inference.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.errors import said
from gui.panels.occlusion.baseline import baseline_words
from gui.panels.occlusion.fills import Fill, fill_of
from gui.shown import CoveredPlace, Overlay
from gui.widgets.words import (
    counted,
    facts,
    fixed,
    grouped,
    score,
    shortened,
    signed,
    translate,
)
from inference.classifier import Quantity, Target
from inference.export import Drawn
from inference.occlusion import ClassMap, OcclusionSpec, SensitivePlace, Sweep
from inference.pictures.heatmap import Heatmap

if TYPE_CHECKING:
    from gui.theme import Tone


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
        fill: What stood in covered places.
        places: Where covering hurts the target most, the worst first; none overlap.
    """

    sweep: Sweep
    drawn: Drawn
    target: Target
    heatmap: Heatmap
    classes: ClassMap
    fill: Fill
    places: tuple[SensitivePlace, ...]


def read(sweep: Sweep, drawn: Drawn, target: Target) -> Reading:
    """Answers a question; takes milliseconds, so it belongs into a lane.

    Raises:
        SpecError: The class was not kept.
    """
    is_remaining = drawn == "remaining"
    heatmap = sweep.remaining(target) if is_remaining else sweep.heatmap(target)
    places = sweep.most_damaging(target)
    baseline, prepared = sweep.spec.baseline, sweep.prepared
    fill = fill_of(baseline, prepared.mean, baseline.filling(prepared))
    return Reading(sweep, drawn, target, heatmap, sweep.class_map(), fill, places)


def overlay(reading: Reading, *, is_running: bool, is_other: bool) -> Overlay:
    """Returns what is drawn over the photo, with how far it can be trusted.

    Args:
        reading: What the map says.
        is_running: Whether more places are being computed.
        is_other: Whether the options were changed since.
    """
    badge, tone = _trust(reading.sweep, is_running=is_running, is_other=is_other)
    is_class = reading.drawn == "class"
    places = reading.heatmap.values.size
    return Overlay(
        heatmap=None if is_class else reading.heatmap,
        classes=reading.classes if is_class else None,
        subtitle=facts(
            _what_is_drawn(reading),
            counted("{count} places", "{count} place", places, count=places),
        ),
        method=translate("Occlusion", "Occlusion"),
        badge=badge,
        tone=tone,
        is_growing=is_running,
        made=_how_covered(reading.sweep.spec),
    )


def _how_covered(spec: OcclusionSpec) -> str:
    """Says how places are covered: what two maps may differ in."""
    height, width = spec.mask_size
    words = translate("Occlusion", "mask {height} × {width}, stride {stride}")
    stride = " × ".join(map(str, dict.fromkeys(spec.stride)))
    sizes = words.format(height=height, width=width, stride=stride)
    return facts(sizes, baseline_words(spec.baseline.name))


def _trust(sweep: Sweep, *, is_running: bool, is_other: bool) -> "tuple[str, Tone]":
    """Says how far a map can be trusted, and in which tone."""
    if is_other and not is_running:
        return translate("Occlusion", "From other options"), "plain"
    if sweep.is_complete and sweep.spec.stride == (1, 1):
        return translate("Occlusion", "Exact"), "good"
    if sweep.is_complete:
        return counted(
            "Exact at {n} positions", "Exact at {n} position", sweep.done
        ), "good"
    if is_running:
        return translate("Occlusion", "Preview"), "warn"
    done, total = grouped(sweep.done), grouped(sweep.grid.count)
    stopped = translate("Occlusion", "Stopped at {done} of {total}")
    return stopped.format(done=done, total=total), "warn"


def _what_is_drawn(reading: Reading) -> str:
    if reading.drawn == "class":
        return translate("Occlusion", "predicted class")
    quantity = said(reading.target.quantity_name)
    if reading.drawn == "drop":
        return translate("Occlusion", "drop in {quantity}").format(quantity=quantity)
    return translate("Occlusion", "remaining {quantity}").format(quantity=quantity)


def marks(reading: Reading, chosen: int) -> tuple[CoveredPlace, ...]:
    """Returns the most damaging places for the eye.

    The chosen one is covered as the network saw it, and says what comes of it; the
    others are outlines with their numbers.

    Args:
        reading: What the map says.
        chosen: The place in its list.
    """
    found = []
    for rank, place in enumerate(reading.places):
        if rank == chosen:
            name = shortened(said(place.becomes.label))
            label = f"{rank + 1}  {name}  {fall_of(place)}"
            fill = reading.fill.at(place.box)
            found.append(CoveredPlace(place.photo_box, fill, label))
        else:
            found.append(CoveredPlace(place.photo_box, None, number=str(rank + 1)))
    return tuple(found)


def fall_of(place: SensitivePlace) -> str:
    """Writes how its score changes: "−0.957"."""
    return signed(place.score_after - place.score_before)


def number_of(place: SensitivePlace, value: float) -> str:
    """Writes one of its scores."""
    target = place.target
    is_share = target.quantity is Quantity.PROBABILITY and target.against is None
    return score(value) if is_share else fixed(value)
