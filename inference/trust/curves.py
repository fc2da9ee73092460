"""Deletion and insertion: the score while pixels go or come, in a map's order.

V. Petsiuk, A. Das, K. Saenko: "RISE: Randomized Input Sampling for Explanation of
Black-box Models", BMVC 2018, section 4.1.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier, PreparedInput, Target, scores
from inference.geometry import Doubles, Floats
from inference.jobs import Job, Progress
from inference.occluder import Masks, Occluder, blurred

STEPS = 56
BLUR_SHARE = 5 / 224  # of the shorter side, the standard deviation

Ordered = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A score against the share of pixels that went, or came.

    Attributes:
        shares: (n,) of the pixels, 0 to 1.
        scores: (n,).
    """

    shares: Doubles
    scores: Doubles

    @property
    def area(self) -> float:
        """Under the curve, by trapezoids."""
        return float(np.trapezoid(self.scores, self.shares))


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What happens while the pixels that a map names go, or come.

    Attributes:
        deletion: The most important first, towards the photo's mean: a fall is good.
        insertion: The most important first, into a blurred photo: a rise is good.
    """

    deletion: Curve
    insertion: Curve

    @property
    def difference(self) -> float:
        """Area of insertion less that of deletion; the larger, the better the map."""
        return self.insertion.area - self.deletion.area


def order_of(values: Floats) -> Ordered:
    """Returns the pixels of a map (h, w), the most important first, (h · w,)."""
    return np.argsort(-values.ravel().astype(np.float64), kind="stable")


def stepped(count: int, steps: int) -> list[int]:
    """Returns how many of `count` pixels are done after each step; 0 first."""
    size = math.ceil(count / steps)
    return [*range(0, count, size), count]


def deletion_insertion(
    classifier: Classifier,
    prepared: PreparedInput,
    target: Target,
    orders: Sequence[Ordered],
    *,
    steps: int = STEPS,
    batch_size: int | None = None,
) -> Job[tuple[Curves, ...], tuple[Curves, ...]]:
    """Measures both curves for each of several orders of the pixels.

    Deletion removes all colours of a pixel and puts the photo's mean there; insertion
    begins with the photo blurred by 5 pixels at 224.

    Args:
        classifier: The network.
        prepared: The photo as it sees it.
        target: Which number is followed; its class is settled.
        orders: Of the pixels, as `order_of` makes them.
        steps: How many times pixels go.
        batch_size: Passes together; None finds the fastest.

    Yields:
        The curves that are complete.
    """
    soft = blurred(prepared.pixels, BLUR_SHARE)
    ways = (
        (prepared.pixels, prepared.mean),  # deletion
        (np.rint(soft).astype(np.uint8), prepared.pixels.astype(np.float32)),
    )
    followers = [
        _Follower(
            Occluder(classifier, base, fill, batch_size=batch_size, shortcuts=False),
            lambda logits: scores(logits, target, classifier.activation),
        )
        for base, fill in ways
    ]
    counts = stepped(len(orders[0]), steps)
    done, total = 0, len(orders) * len(followers) * len(counts)
    found: tuple[Curves, ...] = ()
    for order in orders:
        pair = []
        for follower in followers:
            values: list[Doubles] = []
            for some in follower.followed(order, counts, prepared.size):
                values.append(some)
                done += len(some)
                yield Progress(done, total, found)
            shares = np.array(counts) / counts[-1]
            pair.append(Curve(shares, np.concatenate(values)))
        found = (*found, Curves(*pair))
    return found


@dataclass(frozen=True, slots=True)
class _Follower:
    """Follows a score while more and more pixels are covered."""

    occluder: Occluder
    read: Callable[[Floats], Doubles]

    def followed(
        self, order: Ordered, counts: Sequence[int], size: tuple[int, int]
    ) -> Iterator[Doubles]:
        """Yields scores after each count, a batch at a time."""
        place = np.empty(len(order), np.intp)
        place[order] = np.arange(len(order))
        place, done = place.reshape(size), 0
        while done < len(counts):
            some = np.array(counts[done : done + self.occluder.batch_size])
            covered = place < some[:, np.newaxis, np.newaxis]
            done += len(some)
            yield self.read(self.occluder.logits(Masks.of_pixels(covered)))
