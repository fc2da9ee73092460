from collections import Counter

import pytest

from inference.dataset import with_parts
from inference.errors import SpecError

NAMES = [
    f"{label}{n}" for label in "abc" for n in range({"a": 50, "b": 7, "c": 1}[label])
]
LABELS = [name[0] for name in NAMES]


def test_every_class_is_divided_in_the_same_shares():
    parts = with_parts(NAMES, LABELS)
    counts = Counter((name[0], part) for name, part in parts.items())
    assert counts["a", "training"] == 30
    assert counts["a", "validation"] == counts["a", "test"] == 10
    assert [counts["b", p] for p in ("training", "validation", "test")] == [4, 2, 1]
    assert sum(counts.values()) == 58


def test_the_same_seed_gives_the_same_split_in_any_order():
    parts = with_parts(NAMES, LABELS, seed=3)
    turned = with_parts(NAMES[::-1], LABELS[::-1], seed=3)
    assert parts == turned
    assert parts != with_parts(NAMES, LABELS, seed=4)


def test_a_new_class_changes_nothing_in_the_others():
    parts = with_parts(NAMES, LABELS)
    more = with_parts([*NAMES, "d1", "d2"], [*LABELS, "d", "d"])
    assert {name: more[name] for name in NAMES} == parts


def test_shares_may_leave_parts_empty_and_need_not_be_percents():
    assert set(with_parts(NAMES, LABELS, (100, 0, 0)).values()) == {"training"}
    assert with_parts(NAMES, LABELS, (3, 1, 1)) == with_parts(NAMES, LABELS)


@pytest.mark.parametrize("shares", [(1, 2), (-1, 1, 1), (0, 0, 0), (float("nan"),) * 3])
def test_shares_that_cannot_be_end_in_a_sentence(shares):
    with pytest.raises(SpecError, match="three shares"):
        with_parts(NAMES, LABELS, shares)
