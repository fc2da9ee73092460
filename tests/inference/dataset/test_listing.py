import os

import pytest
from PIL import Image

from inference.dataset import list_dataset
from inference.errors import DatasetError
from inference.jobs import run


@pytest.fixture
def tree(tmp_path):
    """Writes photos, by their paths, and returns the folder."""

    def make(*paths):
        root = tmp_path / "set"
        for path in paths:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (3, 2)).save(root / path)
        return root

    return make


def listed(root, **how):
    dataset = run(list_dataset(root, **how))
    base = root if root.is_dir() else root.parent
    return [
        (photo.path.relative_to(base).as_posix(), photo.label, photo.part)
        for photo in dataset.photos
    ]


def test_a_folder_is_a_class_and_what_lies_below_it_belongs_to_it(tree):
    root = tree("b/1.png", "a/2.JPG", "a/deep/er/3.png", "0.png")
    (root / "a/notes.txt").write_text("no photo")
    assert listed(root) == [
        ("0.png", "", None),
        ("a/2.JPG", "a", None),
        ("a/deep/er/3.png", "a", None),
        ("b/1.png", "b", None),
    ]
    assert run(list_dataset(root)).labels == ("a", "b")


def test_hidden_files_and_folders_are_passed_over(tree):
    assert listed(tree("a/1.png", "a/.2.png", ".git/3.png")) == [("a/1.png", "a", None)]


@pytest.mark.parametrize("word", ["val", "Validation", "valid"])
def test_a_dataset_may_bring_its_own_split(tree, word):
    root = tree("train/a/1.png", f"{word}/a/2.png", "test/b/3.png")
    parts = {path: (label, part) for path, label, part in listed(root)}
    assert parts == {
        "train/a/1.png": ("a", "training"),
        f"{word}/a/2.png": ("a", "validation"),
        "test/b/3.png": ("b", "test"),
    }
    assert run(list_dataset(root)).has_parts


def test_a_part_may_have_photos_without_labels(tree):
    root = tree("train/a/1.png", "test/2.png")
    assert ("test/2.png", "", "test") in listed(root)


def test_folders_of_photos_that_are_called_like_parts_are_classes(tree):
    root = tree("test/1.png", "train/2.png")
    assert [label for _, label, _ in listed(root)] == ["test", "train"]


def test_a_link_out_of_the_folder_is_followed_only_when_asked(tree, tmp_path):
    root = tree("a/1.png")
    outside = tmp_path / "outside"
    outside.mkdir()
    Image.new("RGB", (3, 2)).save(outside / "2.png")
    (root / "b").symlink_to(outside)
    (root / "a/3.png").symlink_to(outside / "2.png")
    (root / "a/4.png").symlink_to(root / "a/1.png")
    (root / "a/round").symlink_to(root)
    assert [path for path, _, _ in listed(root)] == ["a/1.png", "a/4.png"]
    followed = [path for path, _, _ in listed(root, follows_links=True)]
    assert followed == ["a/1.png", "a/3.png", "a/4.png", "b/2.png"]


def test_links_are_followed_by_where_they_end(tree, tmp_path):
    root = tree("a/1.png", "b/2.png")
    outside = tree("../outside/3.png") / "../outside"
    (tmp_path / "setting.png").write_bytes(b"beside a folder whose name begins alike")
    (root / "b/there").symlink_to(outside.resolve())
    links = {
        "b/4.png": "../a/1.png",
        "b/5.png": "4.png",  # a link to a link
        "b/6.png": "there/3.png",
        "b/7.png": "6.png",
        "b/8.png": "../../setting.png",
        "b/9.png": "missing.png",
        "c": "a/",
        "up": "..",
        "here": ".",
    }
    for link, target in links.items():
        (root / link).symlink_to(target)
    dataset = run(list_dataset(root))
    assert [dataset.way_to(photo.path) for photo in dataset.photos] == [
        *("a/1.png", "b/2.png", "b/4.png", "b/5.png", "b/9.png"),
    ]
    assert dataset.outside == 5  # there, 6, 7, 8, up


def test_links_in_a_ring_leave_the_other_photos(tree):
    root = tree("1.png", "a/2.png")
    (root / "3.png").symlink_to("3.png")
    (root / "a/ring").symlink_to("ring")
    assert [path for path, _, _ in listed(root)] == ["1.png", "3.png", "a/2.png"]


def test_a_folder_of_links_is_resolved_once(tree, monkeypatch):
    root = tree("a/1.png")
    for number in range(2, 50):
        (root / f"a/{number:02}.png").symlink_to(root / "a/1.png")
    resolve, resolved = os.path.realpath, []
    monkeypatch.setattr(
        os.path, "realpath", lambda path: resolved.append(path) or resolve(path)
    )
    assert len(listed(root)) == 49
    assert len(resolved) < 5  # the folders, not the photos


def test_photos_are_in_the_order_of_their_labels_and_paths(tree):
    paths = ["b/x.png", "a/y/1.png", "a/y.png", "a/Z.png", "a/y-1.png", "b-/1.png"]
    found = [path for path, _, _ in listed(tree("0.png", *reversed(paths)))]
    names = ("a/Z.png", "a/y-1.png", "a/y.png", "a/y/1.png", "b/x.png", "b-/1.png")
    assert found == ["0.png", *sorted(names[:4], key=os.path.normcase), *names[4:]]


def test_a_table_says_path_label_and_split(tree):
    root = tree("x/1.png", "x/2.png")
    table = root / "list.csv"
    table.write_text("Label,path,split\ncat,x/1.png,train\n\ndog,x/2.png,\n", "utf-8")
    assert listed(table) == [("x/1.png", "cat", "training"), ("x/2.png", "dog", None)]
    table.write_text("path\nx/1.png\n", "utf-8")
    assert listed(table) == [("x/1.png", "", None)]


def test_a_photo_that_a_table_names_twice_is_one(tree):
    table = tree("x/1.png") / "list.csv"
    table.write_text("path,label\nx/1.png,cat\nx/1.png,dog\n", "utf-8")
    assert listed(table) == [("x/1.png", "dog", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 'no column "path"'),
        ("file,label\na.png,b\n", 'no column "path"'),
        ("path,label\n,b\n", 'Row 2 of "list.csv" names no photo'),
        ("path,split\na.png,later\n", 'has the split "later"'),
        ("path\n", "no photo"),
        ('path\n"' + "a" * 200_000, "no CSV table"),
    ],
)
def test_a_table_that_cannot_be_used_ends_in_a_sentence(tmp_path, text, found):
    (tmp_path / "list.csv").write_text(text, "utf-8")
    with pytest.raises(DatasetError, match=found):
        run(list_dataset(tmp_path / "list.csv"))


def test_what_is_no_dataset_ends_in_a_sentence(tmp_path):
    with pytest.raises(DatasetError, match="no photo in"):
        run(list_dataset(tmp_path))
    (tmp_path / "notes.txt").touch()
    with pytest.raises(DatasetError, match="no folder and no CSV table"):
        run(list_dataset(tmp_path / "notes.txt"))
    with pytest.raises(DatasetError, match='There is no folder "nothing"'):
        run(list_dataset(tmp_path / "nothing"))
