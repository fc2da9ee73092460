"""Into training, validation and test: each class in the same shares, by a seed."""

import random
from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import Literal, TypeVar, get_args

from inference.errors import SpecError

Part = Literal["training", "validation", "test"]
PARTS: tuple[Part, ...] = get_args(Part)
SHARES = (60, 20, 20)  # percent

Name = TypeVar("Name", bound=Hashable)


def with_parts(
    names: Sequence[Name],
    labels: Sequence[str],
    shares: Sequence[float] = SHARES,
    *,
    seed: int = 0,
) -> dict[Name, Part]:
    """Splits photos, stratified: every class is divided in the same shares.

    What a photo gets depends on the names of its own class and on the seed alone, so
    that a new class changes nothing in the others.

    Args:
        names: Of the photos, in any order; the same names give the same split.
        labels: Of the photos.
        shares: Of training, validation and test; they need not add up to 100.
        seed: Another seed gives another split.

    Raises:
        SpecError: The shares cannot be.
    """
    if len(shares) != len(PARTS) or min(shares) < 0 or not 0 < sum(shares) < 1e9:
        raise SpecError(
            "A split needs three shares that are not negative, such as 60,20,20, not "
            "{found}.",
            found=tuple(map(str, shares)),
        )
    groups: defaultdict[str, list[Name]] = defaultdict(list)
    for name, label in zip(names, labels, strict=True):
        groups[label].append(name)
    found: dict[Name, Part] = {}
    for label, group in groups.items():
        shuffled = sorted(group, key=str)
        random.Random(f"{seed} {label}").shuffle(shuffled)
        bounds = _bounds(len(shuffled), shares)
        for part, first, end in zip(PARTS, bounds, bounds[1:], strict=False):
            found |= dict.fromkeys(shuffled[first:end], part)
    return {name: found[name] for name in names}


def _bounds(count: int, shares: Sequence[float]) -> list[int]:
    """Returns where the parts of so many photos begin, and where the last one ends."""
    return [0, *(round(count * s / sum(shares)) for s in accumulate(shares))]
