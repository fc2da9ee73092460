from pathlib import Path

import numpy as np
import pytest

from inference.dataset import (
    BORDERS,
    PhotoEvidence,
    even_share,
    evidence_changes,
    gather_evidence,
    highest_mean,
    softened,
)
from inference.errors import ImageError
from inference.geometry import Box
from inference.jobs import run

WHOLE = Box(0, 0, 90, 60)


def at(row, column, *, grid=WHOLE, seen=WHOLE, cells=6):
    """All evidence in one cell of a grid."""
    values = np.zeros((cells, cells), np.float32)
    values[row, column] = 2
    return PhotoEvidence(values, grid, seen)


def gathered(maps, names=("a", "b", "c")):
    """Evidence of photos (class, map), in partial results and at the end."""
    found = [evidence for _, evidence in maps]
    photos = [(Path(str(n)), index) for n, (index, _) in enumerate(maps)]
    parts = []
    job = gather_evidence(photos, names, lambda path, index: found[int(path.name)])
    last = run(job, lambda progress: parts.append(progress.partial))
    return last, parts


def test_every_photo_counts_alike_and_adds_up_to_one():
    strong, weak = at(0, 0), at(5, 5)
    strong.values.setflags(write=True)
    strong.values[0, 0] = 1000
    found, _ = gathered([(0, strong), (0, weak)])
    assert found.mean[0].sum() == pytest.approx(1)
    assert found.shares[0, 0, 0] == pytest.approx(0.5)
    assert found.shares[0, 2, 2] == pytest.approx(0.5)
    assert found.counts == (2, 0, 0)
    assert found.spread[0].max() == pytest.approx(found.mean[0].max())


def test_maps_lie_in_the_frame_of_what_the_network_sees():
    """A crop of the middle has its corners where it ends, not where the photo does."""
    crop = Box(15, 0, 60, 60)
    found, _ = gathered([(0, at(0, 5, grid=crop, seen=crop))])
    assert found.shares[0, 0, 2] == pytest.approx(1)
    assert found.border()[0] == pytest.approx(1 - (1 / 7) ** 2)


def test_a_map_that_ends_within_what_is_seen_goes_on_to_its_edge():
    within = Box(15, 10, 60, 40)
    found, _ = gathered([(0, at(0, 0, grid=within))])
    assert found.shares[0, 0, 0] == pytest.approx(1)
    ninth = found.mean[0, :14, :14]
    assert ninth[0, 0] == pytest.approx(ninth.max())


def test_a_map_that_ends_beyond_counts_only_within():
    half = PhotoEvidence(np.ones((6, 6), np.float32), WHOLE, Box(30, 0, 30, 60))
    found, _ = gathered([(0, half)])
    np.testing.assert_allclose(found.shares[0], 1 / 9)


def test_a_uniform_map_gives_each_ninth_an_equal_share():
    even = PhotoEvidence(np.ones((7, 5), np.float32), WHOLE, WHOLE)
    found, _ = gathered([(1, even)])
    np.testing.assert_allclose(found.shares[1], 1 / 9)
    for border in BORDERS:
        assert found.border(border)[1] == pytest.approx(even_share(border))
    assert even_share() == pytest.approx(1 - (5 / 7) ** 2)


def test_a_picture_of_a_layout_has_no_steps_and_the_same_mean():
    cells = np.zeros((42, 42))
    cells[21:] = 1.0
    picture = softened(cells, 420)
    assert picture.shape == (420, 420)
    assert picture.mean() == pytest.approx(0.5)
    assert np.abs(np.diff(picture, axis=0)).max() < 0.05
    assert (picture.min(), picture.max()) == (0, pytest.approx(1))


def test_the_class_that_leans_on_a_ninth_is_found_and_said():
    even = PhotoEvidence(np.ones((6, 6), np.float32), WHOLE, WHOLE)
    found, parts = gathered([(0, even), (1, at(0, 5)), (2, even), (1, at(0, 5))])
    first = found.findings[0]
    assert (first.name, first.row, first.column) == ("b", 0, 2)
    assert first.others == pytest.approx(1 / 9)
    assert found.sentence.startswith("b leans on the upper right: 100 %")
    assert [part.counts for part in parts] == [
        (1, 0, 0),
        (1, 1, 0),
        (1, 1, 1),
        (1, 2, 1),
    ]
    np.testing.assert_array_equal(parts[-1].mean, found.mean)


def test_nothing_is_said_where_nothing_stands_out():
    even = PhotoEvidence(np.ones((6, 6), np.float32), WHOLE, WHOLE)
    found, _ = gathered([(0, even), (1, even)])
    assert found.sentence == "No class leans on one part of the picture."
    alone, _ = gathered([(0, at(0, 0))])
    assert not alone.findings


def test_photos_without_evidence_count_in_nothing():
    empty = PhotoEvidence(-np.ones((6, 6), np.float32), WHOLE, WHOLE)
    found, _ = gathered([(0, at(5, 0)), (0, empty)])
    assert found.counts == (1, 0, 0)
    assert np.isnan(found.ninths[1]).all()
    assert found.ninths[0, 2, 0] == pytest.approx(1)

    def broken(path, index):
        raise ImageError("broken")

    assert run(gather_evidence([(Path("a"), 0)], ("a",), broken)).counts == (0,)
    assert run(gather_evidence([], ("a",), broken)).counts == (0,)


def even():
    """Evidence everywhere alike."""
    return PhotoEvidence(np.ones((6, 6), np.float32), WHOLE, WHOLE)


def test_what_a_class_leant_on_is_followed_to_another_model():
    others = [(1, even()), (2, even())]
    before, _ = gathered([(0, at(0, 0)), (0, even()), *others])
    after, _ = gathered([(0, even()), (0, even()), *others])
    (change,) = evidence_changes(before, after)
    assert change.before == before.shares[0, 0, 0] > 0.5
    assert change.after == pytest.approx(1 / 9)
    share = round(100 * change.before)
    assert change.sentence == f"a no longer leans on the upper left: {share} % → 11 %."
    (back,) = evidence_changes(after, before)
    assert back.sentence == f"a now leans on the upper left: 11 % → {share} %."
    (same,) = evidence_changes(before, before)
    assert "still leans" in same.sentence
    assert evidence_changes(after, after) == ()
    assert highest_mean(before, after) == before.mean.max()
