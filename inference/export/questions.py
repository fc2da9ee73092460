"""What an export was asked for, read from its JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from inference.activations import ORDERS, SCALES, Order, TileStyle
from inference.classifier import EXPLAINED, Quantity, Target
from inference.export.entries import Entries
from inference.export.explained import ExplainedQuestion, explained_question
from inference.geometry import Box
from inference.gradcam import EQUATIONS, GradCamSpec
from inference.occluder import Baseline, parse_baseline
from inference.occlusion import OcclusionSpec
from inference.pictures.colormaps import COLOR_MAPS
from inference.pictures.limits import Limits

Drawn = Literal["drop", "remaining", "class"]
DRAWN: tuple[Drawn, ...] = get_args(Drawn)
"""What is drawn of a map of covered places."""

Word = TypeVar("Word", bound=str)

_MOST_BOXES, _MOST_CHANNELS = 1000, 100_000


@dataclass(frozen=True, slots=True)
class ActivationsQuestion:
    """What was asked of a layer.

    Attributes:
        layer: Name of the tensor.
        channels: Those that were chosen.
        is_positive: Whether negative values were set to zero.
        is_larger: Whether the photo was run at its own resolution.
        order: Of the channels in the grid.
        style: How channels are drawn.
    """

    layer: str
    channels: tuple[int, ...] = ()
    is_positive: bool = False
    is_larger: bool = False
    order: Order = "index"
    style: TileStyle = TileStyle()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True)
class OcclusionQuestion:
    """What was asked of a map of covered places.

    Attributes:
        spec: How places were covered.
        target: The number that is explained.
        drawn: The drop, the remaining score, or the predicted class.
    """

    spec: OcclusionSpec
    target: Target
    drawn: Drawn = "drop"


@dataclass(frozen=True, slots=True)
class ProbeQuestion:
    """Which places were covered, in input pixels, and with what."""

    boxes: tuple[Box, ...]
    baseline: str
    target: int


Question = (
    OcclusionQuestion
    | GradCamSpec
    | ActivationsQuestion
    | ProbeQuestion
    | ExplainedQuestion
)


def _occlusion(entries: Entries) -> OcclusionQuestion:
    spec = entries.part("spec")
    how = OcclusionSpec(
        spec.size("mask_size"),
        spec.size("stride"),
        spec.understood("baseline", _baseline),
        spec.flag("clip"),
    )
    return OcclusionQuestion(how, _target(entries), _one_of(entries, "drawn", DRAWN))


def _gradcam(entries: Entries) -> GradCamSpec:
    titles = {str(each.title): name for name, each in EQUATIONS.items()}
    is_value = entries.text("quantity", ("probability", "logit", "value")) == "value"
    index = entries.part("target").whole("index")
    return GradCamSpec(
        target=Target(index, None, Quantity.LOGIT) if is_value else _target(entries),
        layer=entries.part("layer").text("name"),
        reduction=entries.text("reduction") if is_value else None,
        is_signed=not entries.flag("relu"),
        equation=titles[entries.text("method", tuple(titles))],
    )


def _activations(entries: Entries) -> ActivationsQuestion:
    channels = (
        entries.parts("channels", _MOST_CHANNELS) if entries.filled("channels") else []
    )
    return ActivationsQuestion(
        layer=entries.part("layer").text("name"),
        channels=tuple(each.whole("number") for each in channels),
        is_positive=entries.flag("positive_part_only"),
        is_larger=entries.flag("larger_than_trained"),
        order=_one_of(entries, "order", ORDERS),
        style=_tiles(entries),
    )


def _tiles(entries: Entries) -> TileStyle:
    """How channels were drawn; older exports do not say what was asked."""
    asked = "asked_color_map" if entries.has("asked_color_map") else "color_map"
    colors = entries.text(asked, ("automatic", *COLOR_MAPS))
    scale = _one_of(entries, "scale", SCALES)
    ends = entries.numbers("limits", 2) if entries.has("limits") else []
    if scale != "fixed":
        return TileStyle(scale, color_map=colors)
    if len(ends) != 2:  # older exports do not have them
        return TileStyle(color_map=colors)
    return TileStyle(scale, Limits(*sorted(ends)), colors)


def _probe(entries: Entries) -> ProbeQuestion:
    boxes = (each.box() for each in entries.parts("boxes", _MOST_BOXES))
    baseline = entries.understood("baseline", _baseline).name
    return ProbeQuestion(tuple(boxes), baseline, entries.part("target").whole("index"))


def _one_of(entries: Entries, key: str, known: tuple[Word, ...]) -> Word:
    """Returns a word that older exports do not have; theirs is the first one."""
    if not entries.has(key):
        return known[0]
    word = entries.text(key, known)
    return next(each for each in known if each == word)


def _target(entries: Entries) -> Target:
    index = entries.part("target").whole("index")
    has_other = entries.has("against")
    against = entries.part("against").whole("index") if has_other else None
    quantity = entries.text("quantity", tuple(each.value for each in EXPLAINED))
    return Target(index, against, Quantity(quantity))


def _explained(entries: Entries) -> ExplainedQuestion:
    return explained_question(entries, _target(entries))


def question_of(entries: Entries) -> Question:
    """Reads what was asked; a map of `explain` tells the settings of its method."""
    if entries.has("settings"):
        return _explained(entries)
    return QUESTIONS[entries.text("method", tuple(QUESTIONS))](entries)


QUESTIONS: dict[str, Callable[[Entries], Question]] = {
    "occlusion": _occlusion,
    **{str(each.title): _gradcam for each in EQUATIONS.values()},
    "activations": _activations,
    "probe": _probe,
}


def _baseline(value: Any, _: str) -> Baseline:
    return parse_baseline(str(value)[:100])
