"""The numbers on a colour bar: which ones, where they stand, in how many digits.

Window and exports write the same. A label stands at the value that it names: numbers
between the ends are exact, the ends are within half a percent of the bar.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from inference.pictures.limits import Limits

MINUS = "\u2212"

_FEW, _MANY = 3, 5  # numbers asked for on narrow and wide bars
_WIDE = 300  # px
_LEAST, _MOST = 3, 6
_GAP = 8  # px between two labels
_END_ERROR = 0.005  # of the bar's span
_MOST_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on a colour bar.

    Attributes:
        value: Where it stands.
        share: The same as a part of the bar, from its low end, 0..1.
        words: Its number; "" where that has no room.
    """

    value: float
    share: float
    words: str


def bar_ticks(
    limits: Limits, *, is_signed: bool, width: float, measure: Callable[[str], float]
) -> list[Tick]:
    """Chooses 3 to 6 ticks whose labels do not touch; both ends and zero stay.

    Args:
        limits: The ends of the bar.
        is_signed: Whether numbers carry + or −.
        width: Of the bar [px].
        measure: Returns the width of a label [px].
    """
    room = partial(_room, width=width, measure=measure)
    choose = partial(_chosen, limits=limits, is_signed=is_signed, room=room)
    chosen = choose(limits.ticks(_MANY if width >= _WIDE else _FEW))
    if sum(bool(tick.words) for tick in chosen) < _LEAST:  # others may have room
        chosen = choose(limits.ticks(_MANY))
    return sorted(chosen, key=lambda tick: tick.value)


def _chosen(
    values: Sequence[float],
    limits: Limits,
    room: Callable[[Tick], tuple[float, float]],
    *,
    is_signed: bool,
) -> list[Tick]:
    """Takes the ends, zero, and those others whose labels touch none before them."""
    ends = (values[0], values[-1])
    chosen: list[Tick] = []
    for value in sorted(values, key=lambda v: (v not in ends, v != 0)):
        words = tick_label(value, limits, is_signed=is_signed)
        tick = Tick(value, _share(value, limits), words)
        is_free = not any(_touch(room(tick), room(other)) for other in chosen)
        if value in ends or (is_free and len(chosen) < _MOST):
            chosen.append(tick)
        elif value == 0:
            chosen.append(replace(tick, words=""))
    return chosen


def _share(value: float, limits: Limits) -> float:
    """Returns where a value stands, as a part of the bar."""
    span = limits.high - limits.low
    return (value - limits.low) / span if span > 0 else 0.5


def _room(
    tick: Tick, width: float, measure: Callable[[str], float]
) -> tuple[float, float]:
    """Returns the left and the right end of a label with half a gap around it [px]."""
    half = measure(tick.words) / 2 + _GAP / 2
    return tick.share * width - half, tick.share * width + half


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] > other[0] and one[0] < other[1]


def tick_label(value: float, limits: Limits, *, is_signed: bool) -> str:
    """Writes a number for the bar: as many digits as its ticks need, and its sign."""
    if value == 0:
        return "0"
    reach = limits.reach
    is_scientific = 0 < reach < 0.001 or reach >= 1e6
    form = "e" if is_scientific else "f"
    text = f"{abs(value):,.{_decimals(limits, form)}{form}}"
    if is_scientific:
        mantissa, exponent = text.split("e")
        text = f"{mantissa}e{int(exponent)}".replace("-", MINUS)
    sign = MINUS if value < 0 else "+" if is_signed else ""
    return sign + text


def _decimals(limits: Limits, form: str) -> int:
    """The fewest decimals with which every tick of a bar names its place."""
    span = limits.high - limits.low
    if not (np.isfinite(span) and span > 0):
        return 2
    needed = [_needed(end, _END_ERROR * span, form) for end in limits.ends]
    inner = {*limits.ticks(_FEW)[1:-1], *limits.ticks(_MANY)[1:-1]}
    needed += [_needed(value, 1e-6 * span, form) for value in inner]
    return max([*needed, 1 if form == "e" else 0])


def _needed(value: float, error: float, form: str) -> int:
    for decimals in range(_MOST_DECIMALS):
        if abs(float(f"{value:.{decimals}{form}}") - value) <= error:
            return decimals
    return _MOST_DECIMALS
