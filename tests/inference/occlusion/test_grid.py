import itertools

import numpy as np
import pytest

from inference.errors import SpecError
from inference.geometry import Box, Pixel, Size
from inference.occluder import BASELINES, parse_baseline
from inference.occlusion import OcclusionSpec, SweepGrid, default_spec

SIZES = [Size(32, 32), Size(23, 31), Size(56, 40), Size(1, 17), Size(5, 5)]
MASKS = [Size(1, 1), Size(31, 31), Size(4, 4), Size(5, 2), Size(2, 9)]
STRIDES = [Size(1, 1), Size(2, 3), Size(5, 1), Size(22, 22), Size(32, 7)]


def grid_of(size, mask, stride, *, clip=True):
    spec = OcclusionSpec(Size(*mask), Size(*stride), clip=clip)
    return SweepGrid(Size(*size), spec.checked(Size(*size)))


def fitting():
    """Sizes, masks and strides that go together."""
    for size in SIZES:
        for mask in MASKS:
            if mask.height <= size.height and mask.width <= size.width:
                for stride in STRIDES:
                    yield size, mask, stride


# -- Where masks lie ---------------------------------------------------------------


def test_clipped_masks_are_centred_on_every_stride_th_pixel():
    for size, mask, stride in fitting():
        grid = grid_of(size, mask, stride)
        expected = {}
        for i, row in enumerate(range(0, size.height, stride.height)):
            for j, col in enumerate(range(0, size.width, stride.width)):
                top, left = row - (mask.height - 1) // 2, col - (mask.width - 1) // 2
                rows = [
                    r for r in range(top, top + mask.height) if 0 <= r < size.height
                ]
                cols = [
                    c for c in range(left, left + mask.width) if 0 <= c < size.width
                ]
                expected[i, j] = (rows[0], cols[0], len(rows), len(cols))
        assert grid.shape == tuple(np.array(max(expected)) + 1)
        ours = {
            divmod(int(cell), grid.shape[1]): tuple(map(int, box))
            for cell, box in zip(grid.order, grid.boxes, strict=True)
        }
        assert ours == expected


def test_masks_that_are_not_clipped_lie_wholly_inside():
    for size, mask, stride in fitting():
        grid = grid_of(size, mask, stride, clip=False)
        tops = range(0, size.height - mask.height + 1, stride.height)
        lefts = range(0, size.width - mask.width + 1, stride.width)
        expected = {(top, left, *mask) for top in tops for left in lefts}
        assert {tuple(map(int, box)) for box in grid.boxes} == expected
        assert grid.count == len(expected)


def test_a_place_is_the_middle_of_its_mask_where_the_mask_has_a_middle_pixel():
    for clip in (True, False):
        grid = grid_of((40, 60), (7, 5), (4, 6), clip=clip)
        for cell, box in zip(grid.order, grid.boxes, strict=True):
            top, left, height, width = map(int, box)
            if (height, width) == (7, 5):
                assert grid.center(int(cell)) == Box(top, left, 7, 5).center


def test_the_seeds_first_square_reaches_35_pixels_around_its_pixel():
    grid = grid_of((224, 224), (71, 71), (1, 1))
    boxes = dict(zip(grid.order.tolist(), grid.boxes.tolist(), strict=True))
    assert boxes[112 * 224 + 143] == [77, 108, 71, 71]
    assert boxes[0] == [0, 0, 36, 36]
    assert boxes[223 * 224 + 223] == [188, 188, 36, 36]


@pytest.mark.parametrize("clip", [True, False])
def test_each_cell_of_the_grid_reaches_half_a_stride_around_its_pixel(clip):
    for size, mask, stride in fitting():
        grid = grid_of(size, mask, stride, clip=clip)
        rows, cols = grid.shape
        down, across = grid.box.height / rows, grid.box.width / cols
        assert (down, across) == stride
        for cell in (0, cols - 1, grid.count - 1):
            i, j = divmod(cell, cols)
            middle = Pixel(
                grid.box.top + (i + 0.5) * down, grid.box.left + (j + 0.5) * across
            )
            assert middle == pytest.approx(grid.center(cell))


# -- Coarse to fine ----------------------------------------------------------------


def test_the_headline_map_is_computed_in_six_passes():
    grid = grid_of((224, 224), (71, 71), (1, 1))
    assert grid.count == 50_176
    assert grid.passes == (32, 16, 8, 4, 2, 1)
    level = {step: set() for step in grid.passes}
    for cell in grid.order.tolist():
        row, col = divmod(cell, 224)
        level[next(s for s in grid.passes if not (row % s or col % s))].add(cell)
    assert [len(cells) for cells in level.values()] == [49, 147, 588, 2352, 9408, 37632]
    start = 0
    for cells in level.values():
        assert set(grid.order[start : start + len(cells)].tolist()) == cells
        start += len(cells)


def test_every_place_comes_exactly_once():
    for size, mask, stride in fitting():
        grid = grid_of(size, mask, stride)
        assert sorted(grid.order.tolist()) == list(range(grid.count))


def test_a_pass_goes_in_reading_order():
    grid = grid_of((40, 60), (3, 3), (1, 1))
    assert grid.passes == (8, 4, 2, 1)
    ends = np.cumsum([0, 5 * 8, 10 * 15 - 5 * 8, 20 * 30 - 10 * 15, 2400 - 20 * 30])
    for start, end in itertools.pairwise(ends):
        assert (np.diff(grid.order[start:end]) > 0).all()


def test_a_small_grid_has_one_pass():
    assert grid_of((9, 9), (1, 1), (1, 1)).passes == (2, 1)
    assert grid_of((8, 8), (1, 1), (1, 1)).passes == (1,)
    assert grid_of((1, 17), (1, 1), (1, 1)).passes == (1,)


# -- Spreading what is known -------------------------------------------------------


def slope(grid):
    rows, cols = np.indices(grid.shape)
    return (3 * rows - 2 * cols).astype(np.float32)


@pytest.mark.parametrize("size", [(33, 49), (40, 60), (224, 224)])
def test_computed_places_are_never_changed_by_a_preview(size):
    grid = grid_of(size, (1, 1), (1, 1))
    values = np.random.default_rng(0).random(grid.count).astype(np.float32)
    for done in {1, 5, 40, 41, 200, grid.count // 3, grid.count - 1, grid.count}:
        spread = grid.spread(values[:done], -7)
        assert (spread.reshape(-1)[grid.order[:done]] == values[:done]).all()
        assert spread.dtype == np.float32


@pytest.mark.parametrize("size", [(33, 49), (40, 60), (97, 65)])
def test_from_the_first_pass_on_a_slope_is_seen_as_a_slope(size):
    """Between known places; beyond the last of them the map goes on level."""
    grid = grid_of(size, (1, 1), (1, 1))
    truth = slope(grid)
    values = truth.reshape(-1)[grid.order]
    step = grid.passes[0]
    counts = [-(-side // step) for side in size]
    last = [(count - 1) * step + 1 for count in counts]
    for done in range(counts[0] * counts[1], grid.count, 331):
        spread = grid.spread(values[:done], 0)
        inside = np.s_[: last[0], : last[1]]
        assert np.abs(spread[inside] - truth[inside]).max() < 1e-3
        assert spread.min() >= truth.min()
        assert spread.max() <= truth.max()


def test_before_the_first_pass_is_complete_the_rest_is_unknown():
    grid = grid_of((224, 224), (1, 1), (1, 1))
    spread = grid.spread(np.ones(48, np.float32), -7)
    assert (spread == 1).sum() == 48
    assert (spread == -7).sum() == grid.count - 48
    assert (grid.spread(np.ones(49, np.float32), -7) == 1).all()
    assert (grid.spread(np.ones(0, np.float32), -7) == -7).all()


def test_classes_are_never_mixed_only_taken_from_the_nearest_place():
    grid = grid_of((40, 60), (1, 1), (1, 1))
    truth = np.random.default_rng(0).integers(0, 9, grid.shape).astype(np.int32)
    values = truth.reshape(-1)[grid.order]
    step = grid.passes[0]
    first = -(-40 // step) * -(-60 // step)
    spread = grid.nearest_known(values[:first], -1)
    for row in range(40):
        for col in range(60):
            near = [
                truth[r, c]
                for r in range(0, 40, step)
                for c in range(0, 60, step)
                if abs(r - row) <= min(abs(q - row) for q in range(0, 40, step))
                and abs(c - col) <= min(abs(q - col) for q in range(0, 60, step))
            ]
            assert spread[row, col] in near
    assert (grid.nearest_known(values, -1) == truth).all()
    assert (grid.nearest_known(values[: first - 1], -1) == -1).sum() == 2400 - first + 1


# -- The specification -------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "mask", "stride"),
    [
        ((224, 224), (45, 45), (22, 22)),
        ((299, 299), (60, 60), (30, 30)),
        ((32, 64), (6, 13), (3, 6)),
        ((1, 3), (1, 1), (1, 1)),
    ],
)
def test_by_default_the_mask_is_a_fifth_and_the_stride_a_tenth(size, mask, stride):
    spec = default_spec(Size(*size))
    assert (spec.mask_size, spec.stride) == (mask, stride)
    assert (spec.baseline, spec.clip) == (BASELINES["gray"], True)


@pytest.mark.parametrize(
    ("mask", "stride"), [((0, 5), (1, 1)), ((5, 5), (1, 0)), ((-1, 5), (1, 1))]
)
def test_masks_and_strides_have_at_least_a_pixel(mask, stride):
    with pytest.raises(SpecError, match="at least 1 pixel"):
        OcclusionSpec(Size(*mask), Size(*stride))


def test_a_mask_larger_than_the_input_is_refused():
    spec = OcclusionSpec(Size(10, 31), Size(1, 1))
    assert spec.checked(Size(10, 31)) is spec
    with pytest.raises(SpecError, match="10x31 is larger than the input of 20x30"):
        spec.checked(Size(20, 30))


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("gray", [128, 128, 128]),
        ("black", [0, 0, 0]),
        ("white", [255, 255, 255]),
        ("1, 2,3", [1, 2, 3]),
        ("mean", [20, 30, 40]),
    ],
)
def test_a_baseline_is_a_word_or_a_colour(text, fill):
    values = parse_baseline(text).fill(np.array([20, 30, 40], np.float32))
    assert (values.tolist(), values.dtype) == (fill, np.float32)


def test_on_a_grey_input_colours_become_grey():
    mean = np.zeros(1, np.float32)
    assert parse_baseline("200,100,50").fill(mean).tolist() == [124]
    assert parse_baseline("gray").fill(mean).tolist() == [128]


@pytest.mark.parametrize(
    "text", ["", "blue", "1,2", "1,2,256", "-1,0,0", "1,2,x", "²,0,0"]
)
def test_other_words_cannot_cover_a_place(text):
    with pytest.raises(SpecError, match="cannot cover a place"):
        parse_baseline(text)
