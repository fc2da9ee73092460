"""A review list that a person wrote, or a spreadsheet did."""

import pytest

from inference.dataset import Mark, read_review
from inference.errors import DatasetError
from inference.geometry import Box


@pytest.fixture
def review(tmp_path):
    path = tmp_path / "review.csv"

    def read(text):
        path.write_text(text, "utf-8")
        return read_review(path)

    return read


def test_columns_stand_in_any_order_and_letters(review):
    marks = review("Mark, PATH ,label\nKeep,a/1.png\nrelabel,a/2.png, b \n")
    assert marks == {"a/1.png": Mark("keep"), "a/2.png": Mark("relabel", "b")}


def test_a_crop_lies_where_four_numbers_say(review):
    head = "path,mark,top,left,height,width\n"
    box = Box(2, 3, 9, 12)
    assert review(f"{head}a.png,crop,2,3,9,12\n") == {"a.png": Mark("crop", "", box)}
    for sides in ("2,3,0,12", "2,3,9", "2,3,nan,12", "inf,3,9,12", "2,3,9,1e999"):
        with pytest.raises(DatasetError, match="says crop, but not top"):
            review(f"{head}a.png,crop,{sides}\n")


def test_a_row_is_named_by_its_place_in_the_file(review):
    with pytest.raises(
        DatasetError, match=r'Row 4 of "review\.csv" has the mark "burn"'
    ):
        review("path,mark\n\na.png,keep\nb.png,burn\n")


@pytest.mark.parametrize("text", ["", "\n", "mark\nkeep\n", "path,label\na.png,b\n"])
def test_what_is_no_review_list_is_told(review, text):
    with pytest.raises(DatasetError, match="is no review list"):
        review(text)
