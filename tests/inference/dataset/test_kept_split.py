"""A split is saved and used again, whatever photos come and go."""

import json

import pytest
from PIL import Image

from inference.dataset import list_dataset, split_of, with_parts
from inference.jobs import run


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    folder = tmp_path / "meals"
    for label in ("pizza", "sushi"):
        (folder / label).mkdir(parents=True)
        for n in range(10):
            Image.new("RGB", (3, 2)).save(folder / label / f"{n}.png")
    return folder


def saved(tmp_path):
    return sorted((tmp_path / "user").rglob("*.split.json"))


def test_a_split_is_stratified_saved_with_its_seed_and_used_again(root, tmp_path):
    dataset = run(list_dataset(root))
    parts = split_of(dataset)
    names = [photo.path for photo in dataset.photos]
    assert parts == with_parts(names, [photo.label for photo in dataset.photos])
    for label in ("pizza", "sushi"):
        of_class = [part for path, part in parts.items() if path.parent.name == label]
        counts = [of_class.count(p) for p in ("training", "validation", "test")]
        assert counts == [6, 2, 2]
    (file,) = saved(tmp_path)
    record = json.loads(file.read_text("utf-8"))
    assert (record["seed"], record["shares"]) == (0, [60, 20, 20])
    assert split_of(dataset, seed=1) != parts
    assert len(saved(tmp_path)) == 2
    assert split_of(dataset) == parts


def test_photos_that_come_later_move_no_other_photo(root, tmp_path):
    former = split_of(run(list_dataset(root)))
    for n in range(10, 40):
        Image.new("RGB", (3, 2)).save(root / "pizza" / f"{n}.png")
    (root / "sushi" / "3.png").unlink()
    parts = split_of(run(list_dataset(root)))
    assert len(parts) == 49
    assert all(former[path] == part for path, part in parts.items() if path in former)
    new = [part for path, part in parts.items() if path not in former]
    counts = [new.count(p) for p in ("training", "validation", "test")]
    assert counts == [18, 6, 6]


def test_a_saved_split_that_cannot_be_read_is_made_anew(root, tmp_path):
    dataset = run(list_dataset(root))
    parts = split_of(dataset)
    for text in ("no json", '{"parts": 3}', "[]"):
        saved(tmp_path)[0].write_text(text, "utf-8")
        assert split_of(dataset) == parts


def test_the_datasets_own_split_goes_first(tmp_path, root):
    (root / "pizza").rename(root / "x")
    for part in ("train", "test"):
        (root / part / "a").mkdir(parents=True)
        Image.new("RGB", (3, 2)).save(root / part / "a" / "1.png")
    dataset = run(list_dataset(root))
    parts = split_of(dataset)
    assert set(parts.values()) == {"training", "test"}
    assert not saved(tmp_path)


def test_shares_that_are_stated_go_before_the_datasets_own_split(tmp_path, root):
    (root / "pizza").rename(root / "x")
    (root / "train").mkdir()
    (root / "x").rename(root / "train" / "a")
    former = split_of(run(list_dataset(root)), (50, 0, 50))
    assert sorted(former.values()).count("test") == 10
    for n in range(10, 30):
        Image.new("RGB", (3, 2)).save(root / "train" / "a" / f"{n}.png")
    parts = split_of(run(list_dataset(root)), (50.0, 0.0, 50.0))
    assert len(parts) == 40
    assert former == {path: parts[path] for path in former}
    assert len(saved(tmp_path)) == 1
