"""Files are put in place whole, or not at all."""

import pytest

from inference.files import put_text


def test_a_text_takes_the_place_of_the_former(tmp_path):
    path = tmp_path / "new" / "a.json"
    for text in ("one", "zwei · ü"):
        put_text(path, text)
        assert path.read_text("utf-8") == text
    assert list(path.parent.iterdir()) == [path]


def test_a_text_that_cannot_be_put_leaves_nothing_beside(tmp_path):
    path = tmp_path / "a.json"
    (path / "full").mkdir(parents=True)
    with pytest.raises(OSError, match=r"a\.json"):
        put_text(path, "text")
    assert list(tmp_path.iterdir()) == [path]
