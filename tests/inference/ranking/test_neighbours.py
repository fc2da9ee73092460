"""What is alike to a network: layouts, their samples, and the most similar photos."""

import importlib.util
import subprocess
from pathlib import Path

import numpy as np
import pytest

from inference.classifier import Activation
from inference.dataset import BookKey, Dataset, Entry, Looks, Photo, ScoreBook, Stamp
from inference.errors import DatasetError, SpecError
from inference.jobs import Stopped, run
from inference.ranking import (
    Analysis,
    LayoutSpec,
    Scored,
    Scores,
    has_tsne,
    laid_out,
    most_similar,
)

NAMES = ("pizza", "salad", "sushi")
needs_tsne = pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="needs scikit-learn"
)


def analysis(folder, features, true, hashes=()):
    """Photos with these features and classes, in a book of their own."""
    count, width = features.shape
    photos = tuple(Photo(Path(f"/meals/{n:05}.png")) for n in range(count))
    dataset = Dataset(Path("/meals"), photos)
    book = ScoreBook(folder, BookKey("sha", {}, 3, width))
    hashes = hashes or [f"{n:016x}" for n in range(count)]
    book.write(
        [Entry(dataset.way_to(photo.path), Stamp(1, 1)) for photo in photos],
        [Looks(f"sha {n}", each, 9, 9, 50.0) for n, each in enumerate(hashes)],
        np.zeros((count, 3), np.float32),
        features.astype(np.float32),
    )
    places = np.arange(count)
    scored = Scored(dataset, book, places, places, {})
    logits = np.eye(3, dtype=np.float32)[true]
    classes = np.arange(3)
    scores = Scores(places, 3, Activation.SOFTMAX, lambda rows: logits[rows])
    return Analysis(scored, places, classes, NAMES, scores, np.asarray(true))


@pytest.fixture
def clusters(tmp_path):
    """Sixty photos in three heaps of twenty features."""
    random = np.random.default_rng(0)
    true = np.arange(60) % 3
    features = random.normal(size=(60, 20)) + 9 * np.eye(20)[true]
    return analysis(tmp_path / "book", features, true)


def nearest_is_alike(layout, true):
    """The share of points whose nearest other one is of the same class."""
    gaps = np.linalg.norm(layout.points[:, None] - layout.points[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    own = true[layout.rows]
    return (own[gaps.argmin(axis=1)] == own).mean()


def test_principal_components_are_those_of_the_svd(clusters):
    layout = run(laid_out(clusters, LayoutSpec("pca")))
    assert layout.rows.tolist() == list(range(60))
    assert (layout.points.min(axis=0), layout.points.max(axis=0)) == (
        pytest.approx(0),
        pytest.approx(1),
    )
    features = clusters.features().astype(float)
    centred = features - features.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    for axis in range(2):
        theirs, ours = left[:, axis] * sizes[axis], layout.points[:, axis]
        assert abs(np.corrcoef(theirs, ours)[0, 1]) == pytest.approx(1, abs=1e-5)
    assert nearest_is_alike(layout, clusters.true) == 1
    again = run(laid_out(clusters, LayoutSpec("pca")))
    np.testing.assert_array_equal(again.points, layout.points)


def test_of_many_photos_each_class_gives_its_share_and_one_at_least(tmp_path):
    true = np.array([0] * 900 + [1] * 99 + [2])
    features = np.random.default_rng(0).normal(size=(1000, 4))
    found = analysis(tmp_path, features, true)
    layout = run(laid_out(found, LayoutSpec(), most=100))
    assert len(layout.points) == 100
    assert np.bincount(true[layout.rows]).tolist() == pytest.approx([90, 9, 1], abs=1)
    assert layout.rows.tolist() == sorted(layout.rows)
    other = run(laid_out(found, LayoutSpec(seed=1), most=100))
    assert other.rows.tolist() != layout.rows.tolist()


@pytest.mark.parametrize("count", [1, 2])
def test_one_photo_or_one_feature_is_laid_out_too(tmp_path, count):
    features = np.arange(count, dtype=float)[:, None]
    found = analysis(tmp_path, features, np.zeros(count, int))
    layout = run(laid_out(found, LayoutSpec("tsne")))
    assert layout.spec.method == "pca"  # t-SNE makes nothing of so few
    assert np.isfinite(layout.points).all()


def test_a_network_without_features_ends_in_a_sentence(tmp_path):
    found = analysis(tmp_path, np.zeros((4, 0)), np.zeros(4, int))
    with pytest.raises(DatasetError, match="no features"):
        run(laid_out(found, LayoutSpec()))
    with pytest.raises(SpecError, match="from 1 to 100, not 500"):
        LayoutSpec(perplexity=500)


@needs_tsne
def test_tsne_keeps_heaps_together(clusters):
    assert has_tsne()
    layout = run(laid_out(clusters, LayoutSpec("tsne")))
    assert layout.spec.perplexity == pytest.approx(59 / 3)
    assert nearest_is_alike(layout, clusters.true) == 1


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Replaces what runs in the child; tells the processes that were started."""
    started, script = [], tmp_path / "child.py"

    class Child(subprocess.Popen):
        def __init__(self, command, **options):
            started.append(self)
            super().__init__([*command[:-1], str(script)], **options)

    monkeypatch.setattr(subprocess, "Popen", Child)

    def replaced(code):
        script.write_text(code)
        return started

    return replaced


def test_stop_ends_the_child_that_lays_out(clusters, child):
    started = child("import time; time.sleep(60)")
    steps = []
    with pytest.raises(Stopped):
        run(laid_out(clusters, LayoutSpec("tsne")), steps.append, lambda: steps[2:])
    (process,) = started
    assert process.returncode is not None


def test_while_tsne_is_at_work_it_tells_how_far_it_is_and_the_components(
    clusters, child
):
    child(
        "import json, sys, time, pathlib\n"
        "told = json.loads(sys.stdin.buffer.readline())['told']\n"
        "pathlib.Path(told).write_text('[t-SNE] Iteration 50: a\\n"
        "[t-SNE] Iteration 100: b\\n')\n"
        "time.sleep(60)"
    )
    steps, job = [], laid_out(clusters, LayoutSpec("tsne"))
    with pytest.raises(Stopped):
        run(job, steps.append, lambda: steps[-1].done == 100)
    assert [each.total for each in steps[1:]] == [500] * len(steps[1:])
    first = steps[-1].partial
    whole = run(laid_out(clusters, LayoutSpec("pca")))
    np.testing.assert_array_equal(first.points, whole.points)
    assert first.spec == whole.spec == LayoutSpec("pca")


def test_a_child_that_fails_ends_in_a_sentence(clusters, child):
    child("import sys; sys.stdin.buffer.read(); raise MemoryError('too many')")
    with pytest.raises(DatasetError, match="t-SNE failed: MemoryError: too many"):
        run(laid_out(clusters, LayoutSpec("tsne")))


def test_the_most_similar_photos_point_where_it_points(tmp_path):
    random = np.random.default_rng(0)
    features = random.normal(size=(30, 6)).astype(np.float32)
    features[7] = 3 * features[2]
    features[9] = features[2] + 0.001
    hashes = [f"{n:016x}" for n in range(30)]
    hashes[9] = hashes[2]
    found = analysis(tmp_path, features, np.zeros(30, int), hashes)
    similar = most_similar(found, 2)
    length = np.linalg.norm(features, axis=1)
    cosines = features @ features[2] / length / length[2]
    cosines[2] = -2
    assert [each.row for each in similar] == np.argsort(-cosines)[:12].tolist()
    assert [each.cosine for each in similar] == pytest.approx(sorted(cosines)[:17:-1])
    twins = {each.row: each.is_duplicate for each in similar[:2]}
    assert twins == {7: False, 9: True}  # 7 is another picture to the eye
