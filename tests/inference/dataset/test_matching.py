import json

import pytest

from inference.dataset import list_dataset, matched, read_matching
from inference.errors import DatasetError, SpecError
from inference.jobs import run

LABELS = (
    *("tench, Tinca tinca", "hot dog, hotdog", "Hot pot", "crane", "crane", "pizza"),
    *("jack-o'-lantern", "potter’s wheel", "+", "-"),
)
SHARK = (
    "great white shark, white shark, man-eater, man-eating shark, "
    "Carcharodon carcharias"
)


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
        ("tench_Tinca_tinca", 0),
        ("Tench (Tinca tinca)", 0),
        ("hot-dog, frankfurter", 1),
        ("jack o lantern", 6),
        ("potters_wheel", 7),
    ],
)
def test_folder_names_are_matched_more_and_more_loosely(name, index):
    assert matched([name], LABELS) == ({name: index}, [])


def test_what_fits_none_or_several_is_asked_for():
    names = ["crane", "sushi", "pizza", "tench, pizza", "+", "?"]
    assert matched(names, LABELS) == (
        {"pizza": 5, "+": 8},
        ["crane", "sushi", "tench, pizza", "?"],
    )


def test_a_folder_with_a_long_name_is_matched_by_all_of_it(tmp_path):
    """Two classes begin alike; a name is no longer than a folder's may be."""
    labels = (SHARK, f"{SHARK} of the South", "white shark")
    for label in labels:
        (tmp_path / "sea" / label).mkdir(parents=True)
        (tmp_path / "sea" / label / "a.jpg").touch()
    dataset = run(list_dataset(tmp_path / "sea"))
    assert matched(dataset.labels, labels) == (
        dict(zip(labels, range(3), strict=True)),
        [],
    )
    path = tmp_path / "match.json"
    path.write_text(json.dumps({SHARK: 2}))
    assert read_matching(path, labels) == {SHARK: 2}


def test_what_a_person_said_goes_first_and_class_0_is_a_class():
    stated = {"pizza": 0, "sushi": None}
    found, asked = matched(["pizza", "sushi"], LABELS, stated)
    assert (found, asked) == (stated, [])


def test_a_file_says_it_too(tmp_path):
    path = tmp_path / "match.json"
    path.write_text(json.dumps({"a": "tench", "b": None, "c": 4, "d": "hot_pot"}))
    assert read_matching(path, LABELS) == {"a": 0, "b": None, "c": 4, "d": 2}


@pytest.mark.parametrize("stated", ["crane", "pizzas", 99, -1, 1.5, True, [1], {}])
def test_an_entry_that_names_no_class_is_named(tmp_path, stated):
    path = tmp_path / "match.json"
    path.write_text(json.dumps({"a": stated}))
    with pytest.raises(DatasetError, match=r'The entry "a" of "match\.json"'):
        read_matching(path, LABELS)
    path.write_text("[]")
    with pytest.raises(SpecError):
        read_matching(path, LABELS)
