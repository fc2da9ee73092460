from dataclasses import replace

import numpy as np
import pytest

from inference.jobs import Stopped, run
from inference.ranking import confident_learning, duplicates, out_of_sample

P = np.array(
    [
        *[(0.9, 0.05, 0.05), (0.8, 0.1, 0.1), (0.7, 0.2, 0.1), (0.1, 0.8, 0.1)],
        *[(0.1, 0.85, 0.05), (0.2, 0.7, 0.1), (0.15, 0.75, 0.1), (0.6, 0.3, 0.1)],
        *[(0.05, 0.05, 0.9), (0.1, 0.1, 0.8), (0.85, 0.1, 0.05), (0.3, 0.3, 0.4)],
    ]
)
LABELS = [0] * 4 + [1] * 4 + [2] * 4


def test_confident_learning_finds_the_papers_suspects():
    suspects, thresholds, joint = confident_learning(P, LABELS)
    np.testing.assert_allclose(thresholds, [0.625, 0.65, 0.5375])
    assert joint.tolist() == [[3, 1, 0], [0, 3, 0], [1, 0, 2]]
    assert suspects.tolist() == [10, 3]  # row 7 is misread, and no suspect


def test_a_photo_that_is_taken_for_its_own_label_is_no_suspect():
    p = np.array([(0.95, 0.05), (0.51, 0.49), (0.7, 0.3), (0.4, 0.6)])
    suspects, thresholds, joint = confident_learning(p, [0, 0, 1, 1])
    np.testing.assert_allclose(thresholds, [0.73, 0.45])
    assert joint.tolist() == [[1, 1], [0, 1]]  # the second reaches the other's alone
    assert suspects.tolist() == []


def test_it_finds_what_cleanlab_finds():
    cleanlab = pytest.importorskip("cleanlab.filter", reason="needs cleanlab")
    random = np.random.default_rng(0)
    for _ in range(20):
        labels = np.concatenate([np.arange(4), random.integers(0, 4, 60)])
        p = random.dirichlet(np.ones(4), 64) + 0.5 * np.eye(4)[labels]
        p /= p.sum(axis=1, keepdims=True)
        theirs = cleanlab.find_label_issues(
            labels,
            p,
            filter_by="confident_learning",
            return_indices_ranked_by="self_confidence",
            n_jobs=1,
        )
        ours, _, _ = confident_learning(p, labels)
        assert ours.tolist() == theirs.tolist()


def test_a_class_that_nobody_has_and_one_photo_are_no_trouble():
    suspects, thresholds, _ = confident_learning(np.array([[0.2, 0.8, 0.0]]), [1])
    assert suspects.tolist() == []
    assert np.isinf(thresholds[[0, 2]]).all()


def test_the_probe_judges_photos_that_it_was_not_fitted_on():
    random = np.random.default_rng(0)
    true = np.repeat(np.arange(3), 40)
    features = (random.normal(size=(120, 6)) + 4 * np.eye(6)[true]).astype(np.float32)
    given = true.copy()
    given[[0, 50, 100]] = [1, 2, 0]
    p = run(out_of_sample(features, given, 3))
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-6)
    own = p[np.arange(120), given]
    assert set(np.argsort(own)[:3]) == {0, 50, 100}
    assert (p.argmax(axis=1) == true).mean() > 0.95
    np.testing.assert_array_equal(p, run(out_of_sample(features, given, 3)))


def test_noise_is_not_learnt_by_heart():
    random = np.random.default_rng(1)
    features = random.normal(size=(90, 200)).astype(np.float32)
    p = run(out_of_sample(features, np.arange(90) % 2, 2))
    assert 0.3 < (p.argmax(axis=1) == np.arange(90) % 2).mean() < 0.7


def test_what_stands_in_two_parts_comes_first_and_the_later_one_repeats(
    tmp_path, monkeypatch
):
    from tests.inference.ranking.test_neighbours import analysis

    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))  # where a split is saved
    features = np.eye(6, 4)
    hashes = ["0a", "0b", "0a", "0c", "0b", "0d"]
    features[[2, 4]] = features[[0, 1]]
    found = analysis(tmp_path, features, np.zeros(6, int), hashes)
    looks = found.looks()
    alone = [(each.place, each.kind) for each in duplicates(found, features, looks)]
    parts = ("training", "test", "training", "test", "training", "validation")
    photos = zip(found.scored.dataset.photos, parts, strict=True)
    split = tuple(replace(photo, part=part) for photo, part in photos)
    scored = replace(found.scored, dataset=replace(found.scored.dataset, photos=split))
    pairs = list(duplicates(replace(found, scored=scored), features, looks))
    assert {kind for _, kind in alone} == {"near duplicate"}
    assert [(each.photo, each.repeats) for each in pairs] == [(1, 4), (2, 0)]
    assert [each.parts for each in pairs] == [("test", "training"), None]


def test_judging_is_left_at_every_step():
    random = np.random.default_rng(0)
    steps = []
    job = out_of_sample(random.normal(size=(40, 8)), np.arange(40) % 2, 2)
    with pytest.raises(Stopped):
        run(job, steps.append, lambda: steps[3:])
    assert [step.done for step in steps] == [0, 1, 2, 3]
    assert steps[0].total == 5 * 300
