import pytest

from inference.geometry import Affine, Box, Pixel, Size, centered_box


def test_a_size_reads_height_by_width():
    assert str(Size(71, 45)) == "71x45"


def test_a_box_is_half_open():
    box = Box(2, 3, 4, 5)
    assert (box.bottom, box.right, box.center) == (6, 8, Pixel(4, 5.5))
    assert box.contains(Pixel(2, 3))
    assert box.contains(Pixel(5.99, 7.99))
    assert not box.contains(Pixel(6, 3))
    assert not box.contains(Pixel(2, 8))


@pytest.mark.parametrize(
    ("box", "clipped"),
    [
        (Box(-3, -2, 5, 5), Box(0, 0, 2, 3)),
        (Box(8, 18, 5, 5), Box(8, 18, 2, 2)),
        (Box(2, 3, 4, 5), Box(2, 3, 4, 5)),
        (Box(-9, 3, 4, 5), Box(0, 3, 0, 5)),
        (Box(30, 40, 4, 5), Box(10, 20, 0, 0)),
    ],
)
def test_a_box_is_clipped_to_the_canvas(box, clipped):
    assert box.clipped(Size(10, 20)) == clipped
    assert clipped == box.intersection(Box(0, 0, 10, 20)) or clipped.is_empty


def test_boxes_that_do_not_meet_have_an_empty_intersection():
    assert Box(0, 0, 2, 2).intersection(Box(5, 0, 2, 2)).is_empty
    assert Box(0, 0, 4, 4).intersection(Box(1, 2, 9, 9)) == Box(1, 2, 3, 2)


def test_a_box_moves_by_rows_and_columns():
    assert Box(1, 2, 3, 4).moved(10, -5) == Box(11, -3, 3, 4)


def test_an_affine_map_and_its_inverse_undo_each_other():
    there = Affine(Box(0, 0, 224, 112), Box(-10, 20, 448, 56))
    assert there.pixel(Pixel(112, 112)) == Pixel(214, 76)
    assert there.inverse.pixel(Pixel(214, 76)) == Pixel(112, 112)
    assert there.box(Box(0, 0, 1, 2)) == Box(-10, 20, 2, 1)


@pytest.mark.parametrize(
    ("center", "size", "box"),
    [
        (Pixel(112, 143), Size(71, 71), Box(77, 108, 71, 71)),  # the seed's square
        (Pixel(10.9, 10.1), Size(1, 2), Box(10, 10, 1, 2)),
        (Pixel(10.5, 10.5), Size(3, 4), Box(9, 9, 3, 4)),
        (Pixel(-0.5, -1.5), Size(3, 3), Box(-2, -3, 3, 3)),
    ],
)
def test_a_centred_box_reaches_half_its_side_around_the_pixel(center, size, box):
    assert centered_box(center, size) == box
