import math

import pytest

from inference.dataset import Mark
from inference.dataset.remembered import Remembered, recall, remember
from inference.geometry import Box

LABELS = ("\ud800", "b\udcff", "c")  # as a JSON list and a file's name can hold


def test_what_folders_mean_is_remembered_where_class_names_are_no_text(tmp_path):
    stated = {"first": 0, "second": 1, "none": None, "third \udcfe": 2}
    remember(tmp_path, Remembered().with_matching(LABELS, stated))
    assert recall(tmp_path).stated(LABELS) == stated
    assert recall(tmp_path).stated(("a", *LABELS[1:])) == {}


@pytest.mark.parametrize("side", [0, -1, math.nan, math.inf])
def test_a_crop_that_is_no_part_of_a_photo_counts_as_never_said(tmp_path, side):
    crop = Mark("crop", "", Box(1, 2, 3, 4))
    remember(tmp_path, Remembered().with_marks({"a.png": crop}))
    assert recall(tmp_path).marks == {"a.png": crop}
    wrong = Mark("crop", "", Box(1, 2, side, 4))
    remember(tmp_path, Remembered().with_marks({"a.png": wrong}))
    assert recall(tmp_path) == Remembered()
