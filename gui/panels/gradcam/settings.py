"""What a method can be told besides its main choice: the settings under *More*.

A setting begins at the value that the method has when nobody says, as its question
knows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gui.widgets.words import translate
from inference.methods import METHODS
from inference.occluder import BASELINES

MOST_SEED = 999_999_999


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, typed.

    Attributes:
        option: Its name, as in `Method.options`.
        title: Of the row.
        tip: What it does and its default.
        low: The least.
        high: The most.
        is_share: Whether percents are typed of what is a share from 0 to 1.
        none: The word for the least one where that stands for None; "" for no such.
    """

    option: str
    title: str
    tip: str
    low: int
    high: int
    is_share: bool = False
    none: str = ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values.

    Attributes:
        option: Its name, as in `Method.options`.
        title: Of the row.
        tip: What it does and its default.
        values: To choose from, with their words.
    """

    option: str
    title: str
    tip: str
    values: Sequence[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class Tick:
    """Yes or no.

    Attributes:
        option: Its name, as in `Method.options`.
        title: Of the row.
        tip: What it does and its default.
        words: Beside the box.
    """

    option: str
    title: str
    tip: str
    words: str


Setting = Number | OneOf | Tick


def usual(method: str, option: str) -> Any:
    """Returns the value that an option has when nobody says."""
    known = METHODS[method]
    return getattr(known.spec(), known.options[option])


def settings(method: str) -> tuple[Setting, ...]:
    """Returns what a method can be told under *More*."""
    made = {
        "scorecam": _of_score_cam,
        "integrated-gradients": _of_integrated,
        "smoothgrad": _of_smooth,
        "rise": _of_rise,
        "lime": _of_lime,
        "rollout": _of_attention,
        "gradient-attention": _of_attention,
    }
    return made[method]() if method in made else ()


def baselines() -> tuple[tuple[Any, str], ...]:
    """Returns what may stand in place of the photo, with their words."""
    return (
        (BASELINES["black"], translate("MethodChoice", "Black")),
        (BASELINES["gray"], translate("MethodChoice", "Grey")),
        (BASELINES["blurred"], translate("MethodChoice", "Blurred")),
    )


def _of_score_cam() -> tuple[Setting, ...]:
    tip = translate(
        "MethodSettings", "The strongest so many are shown, a pass each (default: all)."
    )
    title, every = (
        translate("MethodSettings", "Channels"),
        translate("MethodSettings", "All"),
    )
    return (
        Number("channels", title, tip, 0, 100_000, none=every),
        _covered(translate("MethodSettings", "Covers the rest (default: black).")),
    )


def _of_integrated() -> tuple[Setting, ...]:
    tip = translate(
        "MethodSettings",
        "At how many points of the way the gradient is taken (default: 50).",
    )
    steps = Number("steps", translate("MethodSettings", "Steps"), tip, 1, 10_000)
    values = (
        ("summed", translate("MethodSettings", "Summed")),
        ("magnitude", translate("MethodSettings", "Magnitude")),
    )
    tip = translate(
        "MethodSettings",
        "How the colours of a pixel become one number (default: summed).",
    )
    return steps, OneOf("colors", translate("MethodSettings", "Colours"), tip, values)


def _of_smooth() -> tuple[Setting, ...]:
    tip = translate(
        "MethodSettings",
        "Standard deviation of the noise, of the input's range (default: 15 %).",
    )
    noise = Number(
        "noise", translate("MethodSettings", "Noise"), tip, 0, 100, is_share=True
    )
    values = (
        ("gradient", translate("MethodSettings", "Gradient")),
        ("integrated", translate("MethodSettings", "Integrated")),
    )
    tip = translate(
        "MethodSettings",
        "What is averaged: the gradient or integrated gradients (default: gradient).",
    )
    return (
        noise,
        OneOf("of", translate("MethodSettings", "Averages"), tip, values),
        _seed(),
    )


def _of_rise() -> tuple[Setting, ...]:
    tip = translate("MethodSettings", "Cells of a grid, down and across (default: 8).")
    cells = Number("cells", translate("MethodSettings", "Grid"), tip, 1, 1000)
    tip = translate(
        "MethodSettings", "The share of cells that is kept (default: 50 %)."
    )
    kept = Number(
        "kept", translate("MethodSettings", "Kept"), tip, 1, 99, is_share=True
    )
    covered = _covered(translate("MethodSettings", "Covers the rest (default: grey)."))
    tip = translate(
        "MethodSettings",
        "Places near the border are seen less often; this makes up for it (default: "
        "off).",
    )
    words = translate("MethodSettings", "Divide by how often a place was seen")
    coverage = translate("MethodSettings", "Coverage")
    return cells, kept, covered, Tick("divide", coverage, tip, words), _seed()


def _of_lime() -> tuple[Setting, ...]:
    tip = translate("MethodSettings", "Patterns, a pass each (default: 2,048).")
    samples = translate("MethodSettings", "Samples")
    return Number("samples", samples, tip, 2, 100_000), _seed()


def _of_attention() -> tuple[Setting, ...]:
    tip = translate(
        "MethodSettings", "The first block that is followed, from 0 on (default: 0)."
    )
    return (
        Number("first-block", translate("MethodSettings", "From block"), tip, 0, 999),
    )


def _covered(tip: str) -> OneOf:
    title = translate("MethodSettings", "Covered with")
    return OneOf("baseline", title, tip, baselines())


def _seed() -> Number:
    tip = translate("MethodSettings", "Of what is drawn by chance (default: 0).")
    return Number("seed", translate("MethodSettings", "Seed"), tip, 0, MOST_SEED)
