"""Whether class names stand in the order of the scores, as labelled photos tell."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.dataset import Share
from inference.doctor.examination import Examination
from inference.errors import Sentence


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """Class names in another order.

    Attributes:
        title: What order that is.
        labels: The names in it.
        right: Photos whose leading class would then be the true one.
    """

    title: Sentence
    labels: tuple[str, ...]
    right: Share


def orders_of(
    found: Examination, labels: Sequence[str], way: int | None = None
) -> tuple[LabelOrder, ...]:
    """Returns class names as given and in usual wrong orders, best first.

    A list that begins with a class for the background, or lacks it, is moved by one
    place; tools that read folders sort names by the alphabet.

    Args:
        found: With labelled photos.
        labels: As given, K.
        way: Which of the ways is looked at; None: the one to which some order fits
            best, for names in a wrong order make the right way look wrong.
    """
    known = found.true >= 0
    true, orders = found.true[known], _orders(labels)
    if way is None:
        way = max(
            range(len(found.ways)),
            key=lambda w: (
                max(_right(o, found.leading[w][known], true).hits for _, o in orders),
                w == found.now,
            ),
        )
    leading = found.leading[way][known]
    tried = (
        LabelOrder(title, tuple(labels[k] for k in order), _right(order, leading, true))
        for title, order in orders
    )
    return tuple(sorted(tried, key=lambda each: -each.right.value))


def _orders(labels: Sequence[str]) -> list[tuple[Sentence, np.ndarray]]:
    """Returns usual orders, each with the index of the name that stands at a place."""
    count = len(labels)
    places = np.arange(count)
    return [
        (Sentence("as they are"), places),
        (Sentence("moved down by one place"), (places - 1) % count),
        (Sentence("moved up by one place"), (places + 1) % count),
        (Sentence("in the order of the alphabet"), np.argsort(np.array(labels))),
    ]


def _right(order: np.ndarray, leading: np.ndarray, true: np.ndarray) -> Share:
    return Share(int((order[leading] == true).sum()), len(true))


def naming_sentence(orders: Sequence[LabelOrder], score_count: int) -> Sentence | None:
    """Says that another order fits better; None where the given one does best."""
    best = orders[0]
    given = next(each for each in orders if str(each.title) == "as they are")
    if best.right.interval[0] <= given.right.interval[1]:
        return None
    return Sentence(
        "The {n} class names fit better {order}: right on {better:.0f} % of the photos "
        "instead of {worse:.0f} %.",
        n=score_count,
        order=best.title,
        better=100 * best.right.value,
        worse=100 * given.right.value,
    )


def moved_sentence(orders: Sequence[LabelOrder]) -> Sentence:
    """Says how often names moved by one place would be right: the best such move."""
    moved = [each for each in orders if "moved" in str(each.title)]
    best = max(each.right.value for each in moved)
    return Sentence(
        "Moved by one place they would be right on {share:.0f} % of the photos.",
        share=100 * best,
    )
