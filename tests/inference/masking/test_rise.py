import numpy as np
import pytest

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.jobs import run
from inference.masking import RandomGrids, RiseSpec, rise
from inference.occluder import BASELINES
from tests.models import linear, noise

SIZE = (9, 14)
WEIGHTS = np.random.default_rng(7).normal(0, 0.02, (3, *SIZE, 3))
LOGIT = Target(0, quantity=Quantity.LOGIT)


@pytest.fixture(params=["NCHW", "NHWC"])
def classifier(tmp_path, request):
    path = linear(tmp_path / "m.onnx", WEIGHTS, layout=request.param)
    return open_classifier(path, Wishes(preprocess="raw255", resize="squash"))


@pytest.fixture
def prepared(classifier):
    return classifier.prepare(noise(*SIZE))


def enlarged(grid, rows, cols):
    """Linear enlarging by hand, half-pixel aligned, clamped at the border."""
    result = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            y = min(max((r + 0.5) * len(grid) / rows - 0.5, 0), len(grid) - 1)
            x = min(max((c + 0.5) * len(grid) / cols - 0.5, 0), len(grid) - 1)
            top, left = int(y), int(x)
            bottom, right = min(top + 1, len(grid) - 1), min(left + 1, len(grid) - 1)
            upper = grid[top, left] * (1 - (x - left)) + grid[top, right] * (x - left)
            lower = grid[bottom, left] * (1 - (x - left))
            lower += grid[bottom, right] * (x - left)
            result[r, c] = upper * (1 - (y - top)) + lower * (y - top)
    return result


def masks_by_hand(grids, count):
    """Each grid enlarged to one cell more than the input has, and cut at random."""
    height, width = grids.cell.height, grids.cell.width
    for number in range(count):
        grid, top, left = grids.drawn(number)
        whole = enlarged(grid, (grids.cells + 1) * height, (grids.cells + 1) * width)
        yield whole[top : top + SIZE[0], left : left + SIZE[1]]


def by_hand(classifier, prepared, spec, target):
    """RISE as a plain loop."""
    grids = RandomGrids(prepared.size, spec.cells, spec.kept, spec.seed)
    fill, total, kept = spec.baseline.filling(prepared), 0, 0
    for mask in masks_by_hand(grids, spec.masks):
        mixed = prepared.pixels * mask[..., None] + fill * (1 - mask[..., None])
        logits = np.einsum("khwc,hwc->k", WEIGHTS, mixed)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        is_logit = target.quantity is Quantity.LOGIT
        score = (logits if is_logit else shares)[target.index]
        total, kept = total + score * mask, kept + mask
    return total / (kept if spec.is_divided else spec.masks * spec.kept)


@pytest.mark.parametrize("target", [LOGIT, Target(2)])
@pytest.mark.parametrize("options", [{}, {"is_divided": True, "seed": 3}])
def test_rise_is_the_average_of_its_masks(classifier, prepared, target, options):
    black = BASELINES["black"]
    spec = RiseSpec(target, masks=37, cells=4, baseline=black, **options)
    found = run(rise(classifier, prepared, spec, batch_size=5))
    expected = by_hand(classifier, prepared, spec, target)
    assert found.heatmap.values == pytest.approx(expected, rel=1e-5, abs=1e-5)


def test_one_cell_and_one_mask_work(classifier, prepared):
    spec = RiseSpec(LOGIT, masks=1, cells=1, kept=0.9)
    found = run(rise(classifier, prepared, spec))
    assert found.heatmap.values == pytest.approx(
        by_hand(classifier, prepared, spec, LOGIT), rel=1e-5, abs=1e-5
    )


def test_masks_do_not_depend_on_the_batch(classifier, prepared):
    spec = RiseSpec(LOGIT, masks=23, cells=3)
    maps = [
        run(rise(classifier, prepared, spec, batch_size=size)).heatmap.values
        for size in (1, 4, 23)
    ]
    assert maps[0] == pytest.approx(maps[1], rel=1e-5, abs=1e-5)
    assert maps[0] == pytest.approx(maps[2], rel=1e-5, abs=1e-5)


def test_every_class_is_drawn_from_one_run(classifier, prepared):
    spec = RiseSpec(LOGIT, masks=20, cells=4)
    found = run(rise(classifier, prepared, spec, batch_size=6))
    other = Target(1, against=2, quantity=Quantity.LOGIT)
    again = run(rise(classifier, prepared, RiseSpec(other, masks=20, cells=4)))
    assert found.of(other).heatmap.values == pytest.approx(
        again.heatmap.values, rel=1e-4, abs=1e-5
    )
    assert found.of(other).score == pytest.approx(again.score)


def test_the_map_grows_while_it_runs(classifier, prepared):
    steps = []
    spec = RiseSpec(LOGIT, masks=40, cells=4)
    found = run(rise(classifier, prepared, spec, batch_size=2), steps.append)
    assert [step.done for step in steps] == list(range(2, 41, 2))
    partial = [step.partial for step in steps if step.partial]
    assert partial[0].done < partial[-1].done <= found.done == 40
    assert not partial[0].heatmap.is_exact
    assert found.heatmap.is_exact


def test_the_error_is_the_spread_over_runs(classifier, prepared):
    """The standard error of one run against the spread of maps of many seeds."""
    specs = [RiseSpec(LOGIT, masks=60, cells=4, seed=seed) for seed in range(60)]
    found = [run(rise(classifier, prepared, spec)) for spec in specs]
    spread = np.std([each.heatmap.values for each in found], axis=0, ddof=1)
    claimed = np.mean([each.error for each in found], axis=0)
    assert np.median(spread / claimed) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"masks": 0}, {"cells": 0}, {"kept": 0}, {"kept": 1}, {"seed": -1}),
        *({"cells": 100_000}, {"kept": np.nan}),
    ],
)
def test_what_cannot_work_is_refused(wrong):
    with pytest.raises(SpecError):
        RiseSpec(LOGIT, **wrong)
