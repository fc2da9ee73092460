import json

import pytest

from inference.classifier import bundled_labels, parse_labels, read_labels
from inference.errors import SpecError

NAMES = ("cat", "big dog", "jack-o'-lantern")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "cat\nbig dog\njack-o'-lantern\n"),
        ("a.txt", "\ufeffcat \r\n big dog\r\njack-o'-lantern\r\n\r\n"),
        ("a.labels", "cat\nbig dog\njack-o'-lantern"),
        ("a.json", '["cat", "big dog", "jack-o\'-lantern"]'),
        ("a.json", '{"2": "jack-o\'-lantern", "0": "cat", "1": "big dog"}'),
        ("a.json", '{"cat": 0, "jack-o\'-lantern": 2, "big dog": 1}'),
        ("a.JSON", '{"0": ["n1", "cat"], "1": ["n2", "big dog"], '
                   '"2": ["n3", "jack-o\'-lantern"]}'),
        ("a.json", '{"labels": ["cat", "big dog", "jack-o\'-lantern"]}'),
        ("a.csv", "cat\nbig dog\njack-o'-lantern\n"),
        ("a.csv", "index,wnid,name\n2,n3,jack-o'-lantern\n0,n1,cat\n1,n2,big dog\n"),
        ("a.csv", "n1,cat\nn2,big dog\nn3,jack-o'-lantern\n"),
        ("a.csv", '\ufeffName,x\n"cat",1\n\nbig dog,2\njack-o\'-lantern,3\n'),
    ],
)  # fmt: skip
def test_names_are_read_in_their_usual_forms(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    assert read_labels(path) == NAMES


def test_a_blank_line_inside_keeps_its_place(tmp_path):
    path = tmp_path / "labels.txt"
    path.write_text("cat\n\ndog\n")
    assert read_labels(path) == ("cat", "", "dog")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.txt", b" \n\n"),
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b"{}"),
        ("a.json", b"7"),
        ("a.json", b'{"a": "x", "b": "y"}'),
        ("a.json", b'{"\xc2\xb2": "x"}'),
        ("a.json", b"[" * 100_000),
        ("a.json", b"9" * 5000),
        ("a.json", json.dumps([["a"], []]).encode()),
        ("a.csv", b"\n,,\n"),
        ("a.csv", b"a" * 200_000),
    ],
)
def test_a_file_without_names_ends_in_a_sentence(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SpecError, match='There are no class names in "a'):
        read_labels(path)


def test_files_that_cannot_be_read_end_in_a_sentence(tmp_path):
    with pytest.raises(SpecError, match="No such file"):
        read_labels(tmp_path / "none.txt")
    path = tmp_path / "image.txt"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(SpecError, match="it is not text"):
        read_labels(path)


def test_numbers_may_be_names():
    assert parse_labels([0, 1, 2]) == ("0", "1", "2")
    assert parse_labels({1: "b", 0: "a"}) == ("a", "b")


@pytest.mark.parametrize(
    ("count", "places"),
    [
        (1000, {0: "tench", 134: "crane", 517: "crane", 566: "French horn"}),
        (1001, {0: "background", 1: "tench", 567: "French horn"}),
    ],
)
def test_the_imagenet_names_are_bundled(count, places):
    labels = bundled_labels(count)
    assert len(labels) == count
    assert {index: labels[index] for index in places} == places


def test_other_counts_have_no_bundled_names():
    assert bundled_labels(10) is None


def test_the_bundled_names_are_those_of_the_published_list(shared):
    published = read_labels(shared / "data/labels/imagenet_1000_wnid_name.csv")
    ours = bundled_labels(1000)
    differing = [
        (a, b)
        for a, b in zip(ours, published, strict=True)
        if a.replace(" ", "_").casefold() != b.replace(" ", "_").casefold()
    ]
    assert not differing
    assert bundled_labels(1001)[1:] == ours
