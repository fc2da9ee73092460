"""What is shown, in which order, how it changes, how much it counts."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from inference.dataset import Dataset, Mark, Photo
from inference.errors import DatasetError
from inference.finetune import Division, Sample, TrainingSpec, divided, previews
from inference.finetune.augmentation import Change, changed
from inference.finetune.feeding import cropped
from inference.finetune.lessons import class_weights, drawing, ordered
from inference.geometry import Box


def uneven():
    """Eight photos of one class, two of another."""
    samples = [Sample(f"{n}.png", int(n > 7)) for n in range(10)]
    return Division(("many", "few"), tuple(samples), (), (), {})


def test_every_epoch_shows_all_photos_in_an_order_of_its_own():
    division, spec = uneven(), TrainingSpec()
    first, again = (ordered(division, spec, 1) for _ in range(2))
    second = ordered(division, spec, 2)
    assert first == again != second
    assert set(first) == set(second) == set(division.training)
    assert ordered(division, replace(spec, seed=1), 1) != first


def test_balanced_sampling_shows_each_class_as_often_as_the_largest():
    shown = ordered(uneven(), TrainingSpec(balance="sampling"), 1)
    assert Counter(sample.index for sample in shown) == {0: 8, 1: 8}
    assert set(shown) == set(uneven().training)


def test_class_weights_make_classes_count_alike():
    weights = class_weights(uneven(), TrainingSpec(balance="weights"))
    assert weights.tolist() == [10 / 16, 10 / 4]
    assert class_weights(uneven(), TrainingSpec()).tolist() == [1, 1]


def square():
    """White on the left of black, with a dot at the top."""
    pixels = np.zeros((224, 224, 3), np.uint8)
    pixels[:, :112] = 255
    return pixels


def test_an_input_is_flipped_shifted_and_scaled_about_its_middle():
    pixels = square()
    assert np.array_equal(changed(pixels, Change(False, 0, 0, 1, 1)), pixels)
    assert np.array_equal(changed(pixels, Change(True, 0, 0, 1, 1)), pixels[:, ::-1])
    right = changed(pixels, Change(False, 0, 30 / 224, 1, 1))
    assert right[100, 141, 0] == 255
    assert right[100, 143, 0] == 0
    assert abs(int(right[100, 5, 0]) - 128) <= 1  # the photo's mean comes in
    small = np.zeros((224, 224, 3), np.uint8)
    small[62:162, 62:162] = 255
    wide = changed(small, Change(False, 0, 0, 0.9, 1.1)) > 127
    assert wide[112, :, 0].sum() == 110
    assert wide[:, 112, 0].sum() == 90


def test_previews_differ_and_grey_inputs_keep_their_channel():
    shown = previews(square(), 6)
    assert len({each.tobytes() for each in shown}) == 6
    grey = previews(square()[..., :1], 2)
    assert grey[0].shape == (224, 224, 1)
    spec = TrainingSpec(augments=False)
    assert drawing(spec, 1) is None


def listed(labels, root):
    paths = [Photo(root / f"{n}.png", label) for n, label in enumerate(labels)]
    return Dataset(root, tuple(paths))


def test_marks_leave_out_relabel_and_crop_but_test_photos_stay_whole(tmp_path):
    photos = listed(["b"] * 10 + ["a"] * 10, tmp_path)
    box = Box(1, 2, 3, 4)
    marks = {f"{n}.png": Mark("crop", crop=box) for n in range(20)}
    marks["0.png"], marks["10.png"] = Mark("remove"), Mark("relabel", "B")
    plain = divided(photos, TrainingSpec())
    found = divided(photos, TrainingSpec(), marks)
    assert found.names == ("a", "b")
    parts = ("training", "validation", "test")
    for part in parts:
        before = {s.path for s in getattr(plain, part)}
        after = {s.path for s in getattr(found, part)}
        assert after == before - {tmp_path / "0.png"}  # no mark moves a photo
    samples = {s.path.name: s for part in parts for s in getattr(found, part)}
    assert samples["10.png"].index == 1
    assert all(s.crop is None for s in found.test)
    assert any(s.crop == box for s in found.training)
    pixels = np.arange(300, dtype=np.uint8)[:, np.newaxis, np.newaxis] + np.zeros(
        (1, 8, 3), np.uint8
    )
    assert cropped(pixels, box).shape == (3, 4, 3)


def test_what_nobody_can_learn_from_is_refused(tmp_path):
    with pytest.raises(DatasetError, match="at least two classes"):
        divided(listed(["a"] * 5, tmp_path), TrainingSpec())
    with pytest.raises(DatasetError, match='no training photo of "b"'):
        divided(listed(["a"] * 20 + ["b"], tmp_path), TrainingSpec(split=(10, 45, 45)))


def test_the_datasets_own_split_holds_unless_shares_are_stated(tmp_path):
    photos = listed(["a"] * 6 + ["b"] * 6, tmp_path)
    parts = ["training", "training", "training", "training", "test", "validation"] * 2
    own = Dataset(tmp_path, tuple(
        replace(p, part=part) for p, part in zip(photos.photos, parts, strict=True)
    ))  # fmt: skip
    found = divided(own, TrainingSpec())
    assert [len(p) for p in (found.training, found.validation, found.test)] == [8, 2, 2]
    stated = divided(own, TrainingSpec(split=(50, 0, 50)))
    assert [len(p) for p in (stated.training, stated.test)] == [6, 6]
