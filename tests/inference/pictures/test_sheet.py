import numpy as np
import pytest
from PIL import ImageFont

from inference.pictures.sheet import Tile, printable, tiled

WORDS = "A − B · 512 × 13 × 13 – 50 % … Crème brûlée, Spätzle, Weißwurst ±1.5e-03 “x”"


def drawn(sign):
    mask = ImageFont.load_default(12).getmask(sign)
    return mask.size, bytes(mask)


def test_all_that_is_printed_is_in_the_font():
    box = drawn("\uffff")  # what stands for a sign that is missing
    assert drawn("−") == drawn("×") == drawn("–") == box
    assert not [sign for sign in printable(WORDS) if drawn(sign) == box]
    assert printable("−0.25 of 3 × 3") == "-0.25 of 3 x 3"


@pytest.mark.parametrize(("count", "across"), [(1, 8), (7, 3), (9, 3)])
def test_tiles_stand_in_rows(count, across):
    grey = [np.full((20, 30, 3), 10 + number, np.uint8) for number in range(count)]
    sheet = tiled([Tile(each, ("a", "b")) for each in grey], across=across, apart=40)
    places = [np.argwhere((sheet == each[0, 0]).all(2)) for each in grey]
    assert all(len(found) >= 600 for found in places)
    corners = [tuple(found.min(0)) for found in places]
    assert corners == sorted(corners)
    assert len({row for row, _ in corners}) == -(-count // across)
