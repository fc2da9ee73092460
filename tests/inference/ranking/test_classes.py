"""How each class fares, and in which orders classes are listed."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from inference.classifier import Activation
from inference.dataset import Calibration, Dataset, Photo
from inference.ranking import analysed, class_table

NAMES = ("cat", "bus", "dog", "van", "owl")
#        taken for:  cat bus dog van owl
COUNTS = np.array(
    [
        (6, 0, 4, 0, 0),
        (0, 3, 0, 7, 0),
        (2, 0, 8, 0, 0),
        (0, 1, 0, 3, 0),
        (0, 0, 0, 0, 0),
    ]
)


@pytest.fixture
def table():
    """The table of photos that are taken for each other like this."""
    true, predicted = np.repeat(np.argwhere(COUNTS), COUNTS[COUNTS > 0], axis=0).T
    photos = tuple(
        Photo(Path(f"{n}.jpg"), NAMES[k], ("training", "validation", "test")[n % 3])
        for n, k in enumerate(true)
    )
    logits = 4 * np.eye(len(NAMES), dtype=np.float32)[predicted]
    scored = SimpleNamespace(
        dataset=Dataset(Path("zoo"), photos),
        places=np.arange(len(photos)),
        rows=np.arange(len(photos)),
        book=SimpleNamespace(logits=lambda rows: logits[rows]),
    )
    model = SimpleNamespace(labels=NAMES, activation=Activation.SOFTMAX)
    matching = {name: n for n, name in enumerate(NAMES)}
    return class_table(analysed(model, scored, matching))


def test_a_class_tells_its_photos_by_part_and_what_it_is_taken_for(table):
    assert table.names == NAMES[:4]  # of the owl there is nothing to tell
    assert table.counts.tolist() == COUNTS[:4, :4].tolist()
    assert table.photos.tolist() == [10, 10, 10, 4]
    assert table.parts.sum(axis=1).tolist() == [10, 10, 10, 4]
    assert table.parts[0].tolist() == [4, 3, 3]
    assert table.is_scarce.tolist() == [False, False, False, True]
    assert table.precision == pytest.approx([6 / 8, 3 / 4, 8 / 12, 3 / 10])
    assert table.recall == pytest.approx([0.6, 0.3, 0.8, 0.75])
    assert table.f1[1] == pytest.approx(2 * 0.75 * 0.3 / 1.05)
    assert table.commonest == (1, 3)
    assert [table.rival(row) for row in range(4)] == [2, 3, 0, 1]


def test_classes_that_are_taken_for_each_other_stand_together(table):
    listed = {order: [NAMES[n] for n in rows] for order, rows in table.orders.items()}
    assert listed == {
        "similar": ["bus", "van", "cat", "dog"],
        "wrong": ["bus", "cat", "van", "dog"],
        "index": ["cat", "bus", "dog", "van"],
    }


def calibration(*bins):
    """Bins of (photos, mean confidence, how many of them are right)."""
    counts, said, right = (np.array(each, float) for each in zip(*bins, strict=True))
    edges = np.linspace(0, 1, len(bins) + 1)
    return Calibration(edges, counts.astype(np.int64), said, right / counts)


@pytest.mark.parametrize(
    ("bins", "words"),
    [
        (
            [(100, 0.54, 32), (100, 0.95, 97)],
            "The network is more sure than right: where it says 0.54, it is right in "
            "32 of 100.",
        ),
        (
            [(100, 0.54, 80), (3, 0.95, 0)],
            "The network is less sure than right: where it says 0.54, it is right in "
            "80 of 100.",
        ),
        ([(400, 0.54, 216), (400, 0.95, 380)], "The network says what it knows."),
        ([(4, 0.9, 3)], "Too few photos to tell how far it can be believed."),
    ],
)
def test_the_worst_bin_says_whether_confidence_can_be_believed(bins, words):
    assert calibration(*bins).sentence == words


def test_an_empty_bin_is_never_the_worst():
    found = calibration((100, 0.5, 50), (100, 0.9, 90))
    empty = Calibration(
        np.linspace(0, 1, 4),
        np.array([0, *found.counts]),
        np.array([np.nan, *found.confidence]),
        np.array([np.nan, *found.accuracy]),
    )
    assert empty.worst is None
    assert [share.total for share in empty.shares] == [0, 100, 100]
