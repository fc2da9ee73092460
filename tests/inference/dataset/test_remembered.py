import json
import math

import pytest

from inference.dataset import Mark, read_matching
from inference.dataset.remembered import Remembered, recall, remember
from inference.geometry import Box

LABELS = ("\ud800", "b\udcff", "c")  # as a JSON list and a file's name can hold


def test_what_folders_mean_is_remembered_where_class_names_are_no_text(tmp_path):
    stated = {"first": 0, "second": 1, "none": None, "third \udcfe": 2}
    remember(tmp_path, Remembered().with_matching(LABELS, stated))
    assert recall(tmp_path).stated(LABELS) == stated
    # Of classes by other names it holds what the file beside the dataset names.
    known = {name: index for name, index in stated.items() if name != "first"}
    assert recall(tmp_path).stated(("a", *LABELS[1:])) == known


def test_what_folders_mean_stands_beside_the_dataset(tmp_path, monkeypatch):
    root = tmp_path / "meals"
    (root / "maki").mkdir(parents=True)
    remember(
        root, Remembered().with_matching(("soup", "sushi"), {"maki": 1, "x": None})
    )
    beside = tmp_path / "meals.match.json"
    assert json.loads(beside.read_text("utf-8")) == {"maki": "sushi", "x": None}
    assert read_matching(beside, ("sushi",)) == {"maki": 0, "x": None}
    assert [each.name for each in root.rglob("*")] == ["maki"]
    forget_the_user(monkeypatch, tmp_path)
    assert recall(root).stated(("tea", "sushi")) == {"maki": 1, "x": None}
    assert recall(root).stated(("tea",)) == {"x": None}  # sushi is no class of it
    assert recall(root).stated(("sushi", "maki", "x")) == {}  # their own names fit
    beside.write_text("[]")
    assert recall(root).stated(("tea", "sushi")) == {}


def test_what_folders_mean_is_kept_by_the_user_where_nothing_can_stand_beside(tmp_path):
    root = tmp_path / "meals"
    (tmp_path / "meals.match.json").mkdir()  # in the way, as a folder that is read-only
    said = Remembered().with_matching(("soup", "sushi"), {"maki": 1})
    remember(root, said)
    assert recall(root).stated(("soup", "sushi")) == {"maki": 1}


def forget_the_user(monkeypatch, tmp_path):
    """Another person has the photos."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "other"))


@pytest.mark.parametrize("side", [0, -1, math.nan, math.inf])
def test_a_crop_that_is_no_part_of_a_photo_counts_as_never_said(tmp_path, side):
    crop = Mark("crop", "", Box(1, 2, 3, 4))
    remember(tmp_path, Remembered().with_marks({"a.png": crop}))
    assert recall(tmp_path).marks == {"a.png": crop}
    wrong = Mark("crop", "", Box(1, 2, side, 4))
    remember(tmp_path, Remembered().with_marks({"a.png": wrong}))
    assert recall(tmp_path) == Remembered()
