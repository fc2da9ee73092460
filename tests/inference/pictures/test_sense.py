"""What colours and opacity mean: which side counts, what white is, what is pale."""

import numpy as np
import pytest

from inference.classifier import Quantity
from inference.geometry import Box, Size
from inference.occlusion import OcclusionSpec, SweepGrid
from inference.pictures.colormaps import DIVERGING, color_table, reversed_map, tints
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.style import Style, laid_over, overlaid

WHOLE = Box(0, 0, 20, 20)


def heatmap(values, **options):
    values = np.float32(values)
    return Heatmap(
        values, WHOLE, WHOLE, "Title", "meaning", Quantity.LOGIT, 0, **options
    )


def drawn(photo, drawing, **options):
    style = Style(enlarge="blocks", **options)
    return overlaid(photo, drawing, style, style.limits(drawing.values))


def test_where_low_is_important_low_has_the_strong_colour_and_the_opacity():
    grey = np.full((20, 20, 3), 120, np.uint8)
    values = [[0.0, 1.0], [0.5, 1.0]]
    high = heatmap(1 - np.float32(values))
    low = heatmap(values, is_low_important=True)
    apart = drawn(grey, high).astype(int) - drawn(grey, low)
    assert np.abs(apart).max() <= 2  # a level of 256
    assert not (drawn(grey, heatmap(values)) == drawn(grey, low)).any(axis=2).all()
    assert Style().color_map_for(Limits(0, 1), low) == reversed_map("viridis")
    turned = Style(reversed_map("viridis"))  # as the window hands it on
    assert turned.color_map_for(Limits(0, 1), low) == reversed_map("viridis")
    ends = color_table(reversed_map("viridis"))[[0, -1]]
    assert (ends == color_table("viridis")[[-1, 0]]).all()


def test_a_map_of_nothing_but_noughts_leaves_the_photo_to_be_seen():
    photo = np.full((20, 20, 3), 200, np.uint8)
    nothing = drawn(photo, heatmap([[0.0, 0.0]]), opacity=0.75)
    weakest = drawn(photo, heatmap([[0.0, 1.0]]), opacity=0.75)
    assert (nothing[:, :10] == weakest[:, :10]).all()
    assert np.abs(nothing.astype(int) - 200).max() < 20


@pytest.mark.parametrize("lift", [0, 4, -6])
def test_where_only_differences_count_the_low_end_leaves_the_photo_to_be_seen(lift):
    """As in RISE, whose weakest places still have half of the score."""
    photo = np.full((20, 20, 3), 120, np.uint8)
    values = np.float32([[0.0, 1.0], [2.0, 4.0]])
    usual = drawn(photo, heatmap(values))
    lifted = heatmap(values + lift, counts="differences")
    style = Style(enlarge="blocks")
    shown = overlaid(photo, lifted, style, style.limits_of(lifted))
    assert (shown == usual).all()


@pytest.mark.parametrize("level", [0, 90, 240])
def test_blue_red_greys_no_photo_where_it_says_little(level):
    """Next to zero a photo keeps its colours; on paper the bar's own come out."""
    photo = np.full((20, 20, 3), level, np.uint8)
    weak = drawn(photo, heatmap([[0.06, -0.06], [1, -1]]), opacity=1.0)
    change = weak[:10].astype(int) - level
    assert np.abs(change).max() <= 8
    strong = drawn(photo, heatmap([[0.06, -0.06], [1, -1]]), opacity=1.0)[10:]
    assert (strong[0, 0] == color_table(DIVERGING)[-1]).all()
    assert (strong[0, -1] == color_table(DIVERGING)[0]).all()


def test_the_tints_of_blue_red_on_paper_are_its_colours():
    colours, shares = tints(DIVERGING)
    white = color_table(DIVERGING)[[127, 128]].mean(axis=0)
    mixed = white + (colours - white) * shares[:, np.newaxis]
    assert np.abs(mixed - color_table(DIVERGING)).max() < 5
    viridis, whole = tints("viridis")
    assert (viridis == color_table("viridis")).all()
    assert (whole == 1).all()


def test_what_computing_has_not_reached_is_pale_and_said():
    reached = np.array([[True], [False]])
    half = heatmap([[1.0], [1.0]], reached=reached)
    limits = Limits(0, 1)
    _, alpha = laid_over(
        half, half.values, limits, "viridis", opacity=1.0, is_even=False
    )
    assert alpha[0, 0] == 1
    assert alpha[1, 0] < 0.5
    assert half.sentence("viridis", limits) == "meaning · pale: coarser"


def test_the_pass_under_way_has_come_to_whole_blocks():
    grid = SweepGrid(Size(8, 7), OcclusionSpec(Size(3, 3), Size(1, 1)))
    assert grid.passes == (1,)
    grid = SweepGrid(Size(12, 11), OcclusionSpec(Size(3, 3), Size(1, 1)))
    assert grid.passes == (2, 1)
    first = grid.finished(36)
    assert first == 36
    assert not grid.reached(36).any()
    assert grid.reached(grid.count).all()
    for done in range(37, grid.count):
        computed = np.zeros(grid.count, bool)
        computed[grid.order[:done]] = True
        computed = computed.reshape(grid.shape)
        for (row, col), is_reached in np.ndenumerate(grid.reached(done)):
            top, left = row // 2 * 2, col // 2 * 2
            assert is_reached == computed[top : top + 2, left : left + 2].all()
