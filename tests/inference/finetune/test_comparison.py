"""Two models on the same photos: what changed, and what chance would do."""

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.finetune import Comparison, Judged, Sample, classes_of, compare
from inference.jobs import run
from tests.inference.finetune.studio import COLOURS, make_net, make_photos

NAMES = ("a", "b", "c")


def judged(predicted, true):
    logits = np.eye(3, dtype=np.float32)[list(predicted)]
    samples = tuple(Sample(f"{n}.png", index) for n, index in enumerate(true))
    return Judged(NAMES, samples, logits, logits)


def test_photos_change_sides_and_mcnemar_says_what_that_is_worth():
    true = [0] * 9 + [1] * 8
    before = judged([1] * 4 + [0] * 5 + [1] * 8, true)
    after = judged([0] * 9 + [2] + [1] * 7, true)
    found = Comparison(before, after)
    assert found.became_right == (0, 1, 2, 3)
    assert found.became_wrong == (9,)
    assert found.chance == pytest.approx(0.375)  # 2 · (1 + 5) / 2⁵
    assert found.verdict == "open"
    assert found.sentence == (
        "4 photos became right, 1 became wrong. By chance alone so large a change "
        "comes in 38 of 100 tries: 17 photos cannot tell."
    )
    pairs = [(p.true, p.predicted, p.before, p.after) for p in found.pairs]
    assert pairs == [(0, 1, 4, 0), (1, 2, 0, 1)]


@pytest.mark.parametrize(("is_back", "verdict"), [(False, "better"), (True, "worse")])
def test_a_change_that_chance_hardly_makes_is_believed(is_back, verdict):
    wrong, right = judged([1] * 8, [0] * 8), judged([0] * 8, [0] * 8)
    found = Comparison(right, wrong) if is_back else Comparison(wrong, right)
    assert found.chance == pytest.approx(2 / 2**8)
    assert found.verdict == verdict
    assert ("harmed" if is_back else "helped") in found.sentence


def test_of_two_models_that_nobody_trained_the_better_one_is_told():
    wrong, right = judged([1] * 8, [0] * 8), judged([0] * 8, [0] * 8)
    told = Comparison(wrong, right, is_trained=False).sentence
    assert told.endswith("in 1 of 100 tries: the second model is better.")
    told = Comparison(right, wrong, is_trained=False).sentence
    assert told.endswith("the second model is worse.")


def test_nothing_changed_is_no_evidence():
    same = judged([0, 1], [0, 0])
    assert Comparison(same, same).chance == 1


def test_any_two_models_with_the_same_labels_are_compared(tmp_path):
    from inference.classifier import Wishes

    photos = make_photos(tmp_path / "photos", count=3)
    names = tuple(sorted(COLOURS))
    labels = (*names, "other", "none")
    path = make_net(tmp_path / "net.onnx")
    one = open_classifier(path, Wishes(labels=labels))
    turned = open_classifier(path, Wishes(labels=labels[::-1]))
    assert classes_of(one, names) == (0, 1, 2)
    assert classes_of(turned, names) == (4, 3, 2)
    assert classes_of(one, ("apple", "cherry")) is None
    samples = [Sample(p.path, names.index(p.label)) for p in photos.photos]
    steps = []
    found = run(compare(one, turned, samples, names), steps.append)
    assert (steps[-1].done, steps[-1].total) == (18, 18)
    assert np.allclose(found.before.probabilities.sum(axis=1), 1)
    assert len(found.after.samples) == 9
    assert found.before.confusion.sum() == 9
