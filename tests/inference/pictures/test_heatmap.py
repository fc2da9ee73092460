import numpy as np
import pytest

from inference.classifier import Quantity
from inference.geometry import Box, Pixel, Size
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits, automatic_limits
from inference.pictures.style import (
    Style,
    automatic_color_map,
    colored,
    opacities,
    overlaid,
)

SEEN = Box(10, 20, 60, 90)
GRIDS = {
    "the grid is what was seen": SEEN,
    "the grid reaches over what was seen": Box(6.5, 17, 66, 95.5),
    "the grid ends inside what was seen": Box(15, 30.25, 50, 70),
}


def heatmap(values, grid=SEEN, seen=SEEN):
    return Heatmap(
        np.asarray(values, np.float32), grid, seen, "t", "m", Quantity.LOGIT, 0
    )


def slope(places):
    """A function of the place that every linear interpolation reproduces."""
    rows, cols = places
    return 3 * rows - 2 * cols


def centers(box, rows, cols):
    """Middles of the cells of a grid of rows x cols that covers the box."""
    down, across = box.height / rows, box.width / cols
    return np.meshgrid(
        box.top + (np.arange(rows) + 0.5) * down,
        box.left + (np.arange(cols) + 0.5) * across,
        indexing="ij",
    )


def test_a_heatmap_is_a_read_only_copy():
    values = np.ones((2, 3), np.float32)
    drawn = heatmap(values)
    values[:] = 0
    assert drawn.values.min() == 1
    with pytest.raises(ValueError, match="read-only"):
        drawn.values[0, 0] = 0


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
@pytest.mark.parametrize("how", ["bilinear", "bicubic"])
def test_enlarged_values_lie_where_their_cells_lie(grid, how):
    drawn = heatmap(slope(centers(grid, 11, 13)), grid)
    area = drawn.area
    size = Size(120, 180)
    enlarged = drawn.enlarged(size, how)
    expected = slope(centers(area, *size))
    rows, cols = centers(area, *size)
    cell_height, cell_width = grid.height / 11, grid.width / 13
    margin = 0.5 if how == "bilinear" else 2.5  # the border has no neighbours outside
    inside = (
        (rows > grid.top + margin * cell_height)
        & (rows < grid.bottom - margin * cell_height)
        & (cols > grid.left + margin * cell_width)
        & (cols < grid.right - margin * cell_width)
    )
    assert inside.any()
    assert enlarged[inside] == pytest.approx(expected[inside], abs=1e-2)


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_blocks_and_the_value_under_a_place_agree(grid):
    drawn = heatmap(np.arange(12).reshape(3, 4), grid)
    size = Size(47, 81)
    blocks = drawn.enlarged(size, "blocks")
    rows, cols = centers(drawn.area, *size)
    for i in range(0, 47, 5):
        for j in range(0, 81, 7):
            assert drawn.value_at(Pixel(rows[i, j], cols[i, j])) == blocks[i, j]


def test_there_is_no_value_outside_what_was_seen():
    drawn = heatmap([[1.0]], GRIDS["the grid reaches over what was seen"])
    assert drawn.value_at(Pixel(9.9, 50)) is None
    assert drawn.value_at(Pixel(10, 20)) == 1
    assert drawn.value_at(Pixel(70, 50)) is None


def test_bicubic_values_stay_within_the_range_of_the_map():
    values = np.zeros((5, 7))
    values[:, 3:] = 1  # a step, beside which bicubic curves overshoot
    enlarged = heatmap(values).enlarged(Size(300, 420))
    assert (enlarged.min(), enlarged.max()) == (0, 1)


def test_a_map_can_be_shown_smaller_than_it_is():
    values = slope(centers(SEEN, 224, 224))
    small = heatmap(values).enlarged(Size(6, 9), "bilinear")
    expected = slope(centers(SEEN, 6, 9))
    assert small[1:-1, 1:-1] == pytest.approx(expected[1:-1, 1:-1], abs=0.1)


# -- Limits ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ([0, 0.4, 1], 0, 1),
        ([0.2, 0.4], 0, 0.4),
        ([-0.05, 1], 0, 1),  # a negative side below a tenth does not count
        ([-0.11, 1], -1, 1),
        ([-0.31, 0.38], -0.38, 0.38),
        ([-2, 1], -2, 2),
        ([-2, -1], -2, 2),
        ([0, 0], 0, 0),
        ([0.5, 0.5], 0.5, 0.5),
    ],
)
def test_limits_are_symmetric_where_the_negative_side_counts(values, low, high):
    limits = automatic_limits(np.float32(values))
    assert (limits.low, limits.high) == pytest.approx((low, high))
    expected = "blue-red" if limits.is_signed else "viridis"
    assert automatic_color_map(limits) == expected


@pytest.mark.parametrize("values", [[-0.05, 1], [0, 1], [0.5, 1]])
def test_a_map_of_a_set_with_both_signs_is_balanced(values):
    limits = automatic_limits(np.float32(values), "both signs")
    assert limits == Limits(-1, 1)
    assert automatic_color_map(limits) == "blue-red"


@pytest.mark.parametrize(
    "limits",
    [
        Limits(0, 1),
        Limits(-0.38, 0.38),
        Limits(0, 0.0123),
        Limits(-7, 1234),
        Limits(0.3, 0.31),
        Limits(-3e-7, 1e-7),
    ],
)
def test_ticks_hold_both_ends_a_zero_inside_and_round_numbers(limits):
    ticks = limits.ticks()
    assert (ticks[0], ticks[-1]) == (limits.low, limits.high)
    assert 3 <= len(ticks) <= 6
    assert all(np.diff(ticks) > 0)
    assert (0 in ticks) == (limits.low <= 0 <= limits.high)


def test_a_flat_map_has_one_tick():
    assert Limits(0.5, 0.5).ticks() == [0.5]


# -- Colours -----------------------------------------------------------------------


def test_both_ends_of_the_bar_have_the_ends_of_the_colour_map():
    values = np.float32([[-5, -1, 0, 1, 5]])
    colors = colored(values, Limits(-1, 1), "grey")[0, :, 0]
    assert colors.tolist() == [0, 0, 128, 255, 255]


def test_a_flat_map_and_missing_numbers_have_the_lowest_colour():
    flat = colored(np.full((2, 2), 3, np.float32), Limits(3, 3), "grey")
    missing = colored(np.float32([[np.nan]]), Limits(0, 1), "grey")
    assert flat.max() == 0
    assert missing.max() == 0


def test_opacity_follows_the_value_by_a_power_of_four_fifths():
    values = np.float32([[0, 0.5, 1, -1]])
    signed = opacities(values, Limits(-1, 1), 0.75, is_even=False)[0]
    assert signed == pytest.approx([0, 0.75 * 0.5**0.8, 0.75, 0.75])
    one_sided = opacities(values, Limits(0, 1), 0.75, is_even=False)[0]
    assert one_sided[0] == pytest.approx(0.12 * 0.75)
    even = opacities(values, Limits(-1, 1), 0.75, is_even=True)
    assert (even == 0.75).all()


# -- Over a photo ------------------------------------------------------------------


@pytest.mark.parametrize("is_even", [True, False])
def test_only_the_part_that_was_seen_is_painted(is_even):
    photo = np.random.default_rng(0).integers(0, 256, (100, 150, 3), np.uint8)
    before = photo.copy()
    style = Style(is_even=is_even)
    drawn = heatmap(np.ones((3, 3)), GRIDS["the grid reaches over what was seen"])
    painted = overlaid(photo, drawn, style, Limits(0, 1))
    changed = (painted != photo).any(axis=2)
    rows, cols = np.nonzero(changed)
    assert (rows.min(), rows.max(), cols.min(), cols.max()) == (10, 69, 20, 109)
    assert (photo == before).all()


def test_the_blend_is_photo_and_colour_in_proportion():
    photo = np.full((80, 120, 3), 200, np.uint8)
    style = Style(color_map="grey", opacity=0.25, is_even=True)
    painted = overlaid(photo, heatmap(np.zeros((2, 2))), style, Limits(0, 1))
    assert painted[40, 60].tolist() == [150, 150, 150]


def test_what_the_network_saw_may_be_less_than_a_pixel():
    photo = np.full((1, 3000, 3), 200, np.uint8)
    drawn = heatmap(np.ones((3, 3)), *[Box(0.06, 1499.56, 0.87, 0.87)] * 2)
    assert overlaid(photo, drawn, Style(), Limits(0, 1)).shape == photo.shape


def test_a_style_uses_the_limits_that_it_is_given():
    values = np.float32([-0.01, 1])
    assert Style().limits(values) == Limits(0, 1)
    assert Style(scale="symmetric").limits(values) == Limits(-1, 1)
    assert Style(scale=Limits(-3, 3)).limits(values) == Limits(-3, 3)
    assert Style().color_map_for(Limits(-3, 3)) == "blue-red"
    assert Style(color_map="jet").color_map_for(Limits(-3, 3)) == "jet"
