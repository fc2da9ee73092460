"""The ends of a colour bar."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.geometry import Floats

Counting = Literal["from zero", "both signs", "differences", "most"]
"""What of a map's values counts: how far they are from zero; the same, and the sign of
each, as the map is one of a set that has both; only how far they are from each other;
or most of them, since a few single pixels lie far above the rest."""

_MOST = np.array([0.01, 0.99])  # of the values lie between these
_SIGNED_SHARE = 0.1  # a negative side above this share of the largest value is shown


@dataclass(frozen=True, slots=True)
class Limits:
    """The values at the two ends of the colour bar."""

    low: float
    high: float

    @property
    def is_signed(self) -> bool:
        """Whether zero lies inside the range."""
        return self.low < 0 < self.high

    @property
    def is_balanced(self) -> bool:
        """Whether zero lies in the middle of the range."""
        return self.is_signed and self.low == -self.high

    @property
    def ends(self) -> tuple[float, float]:
        """The low end and the high one."""
        return self.low, self.high

    @property
    def reach(self) -> float:
        """The larger distance from zero."""
        return max(abs(self.low), abs(self.high))

    def symmetric(self) -> "Limits":
        """The same reach on both sides of zero."""
        return Limits(-self.reach, self.reach)

    def ticks(self, wanted: int = 5) -> list[float]:
        """Returns both ends, round numbers between, and zero where it is inside."""
        if not self.high > self.low:
            return [self.low]
        raw = (self.high - self.low) / (wanted - 1)
        power = 10.0 ** np.floor(np.log10(raw))
        step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= raw * 0.999)
        first, last = int(np.ceil(self.low / step)), int(np.floor(self.high / step))
        inner = [i * step for i in range(first, last + 1)]
        room = step * 0.45
        kept = [t for t in inner if t - self.low > room and self.high - t > room]
        if self.is_signed and 0.0 not in kept:
            kept = sorted([*kept, 0.0])
        return [self.low, *map(float, kept), self.high]


def has_both_signs(values: Floats) -> bool:
    """Whether numbers of a set of maps lie above zero, and others below."""
    finite = values[np.isfinite(values)]
    return finite.size > 0 and bool(finite.min() < 0 < finite.max())


def automatic_limits(values: Floats, counts: Counting = "from zero") -> Limits:
    """Returns symmetric limits where the negative side counts, else 0 to the maximum.

    The negative side counts from a tenth of the largest value on, unless both signs do.

    Args:
        values: The map's.
        counts: What of them does: see `Counting`.
    """
    if counts == "most":
        values = np.quantile(values, _MOST).astype(np.float32)
    low, high = float(np.min(values)), float(np.max(values))
    if counts == "differences":
        return Limits(low, high)
    is_negative_seen = -low >= _SIGNED_SHARE * max(high, 0.0) and low < 0
    if is_negative_seen or counts == "both signs":
        return Limits(low, high).symmetric()
    return Limits(0.0, high) if high > max(low, 0.0) else Limits(low, high)
