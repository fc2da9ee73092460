import json

import pytest

from inference.dataset import matched, read_matching
from inference.errors import DatasetError, SpecError

LABELS = ("tench, Tinca tinca", "hot dog, hotdog", "Hot pot", "crane", "crane", "pizza")


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("pizza", 5),
        ("PIZZA", 5),
        ("hot_pot", 2),
        ("hot-pot", 2),
        ("Tinca_tinca", 0),
        ("hotdog", 1),
        ("tench", 0),
        ("tench, Tinca tinca", 0),
    ],
)
def test_folder_names_are_matched_more_and_more_loosely(name, index):
    assert matched([name], LABELS) == ({name: index}, [])


def test_what_fits_none_or_several_is_asked_for():
    assert matched(["crane", "sushi", "pizza"], LABELS) == (
        {"pizza": 5},
        ["crane", "sushi"],
    )


def test_what_a_person_said_goes_first_and_class_0_is_a_class():
    stated = {"pizza": 0, "sushi": None}
    found, asked = matched(["pizza", "sushi"], LABELS, stated)
    assert (found, asked) == (stated, [])


def test_a_file_says_it_too(tmp_path):
    path = tmp_path / "match.json"
    path.write_text(json.dumps({"a": "tench", "b": None, "c": 4, "d": "hot_pot"}))
    assert read_matching(path, LABELS) == {"a": 0, "b": None, "c": 4, "d": 2}


@pytest.mark.parametrize("stated", ["crane", "pizzas", 6, -1, 1.5, True, [1], {}])
def test_an_entry_that_names_no_class_is_named(tmp_path, stated):
    path = tmp_path / "match.json"
    path.write_text(json.dumps({"a": stated}))
    with pytest.raises(DatasetError, match=r'The entry "a" of "match\.json"'):
        read_matching(path, LABELS)
    path.write_text("[]")
    with pytest.raises(SpecError):
        read_matching(path, LABELS)
