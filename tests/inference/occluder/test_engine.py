import logging

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.classifier import forward as forward_room
from inference.geometry import Box, Size
from inference.network.passes import OutOfMemoryError
from inference.occluder import Masks, Occluder, batching
from inference.occluder import engine as room
from tests.models import linear, noise

SIZE = (10, 14)
WEIGHTS = np.random.default_rng(5).normal(0, 0.1, (4, *SIZE, 3))
GREY = np.full(3, 128, np.float32)
BOXES = np.array(
    [[0, 0, 3, 5], [7, 9, 3, 5], [2, 3, 1, 1], [0, 0, 10, 14], [4, 0, 2, 14]]
)


@pytest.fixture(params=["NCHW", "NHWC"])
def classifier(tmp_path, request):
    path = linear(tmp_path / "m.onnx", WEIGHTS, layout=request.param)
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


@pytest.fixture
def pixels():
    return noise(*SIZE).pixels


def expected(pixels, boxes, fill=GREY):
    """Logits with all boxes covered, by hand."""
    covered = pixels.astype(np.float64)
    for top, left, height, width in boxes:
        covered[top : top + height, left : left + width] = fill
    mean, std = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    return np.einsum("khwc,hwc->k", WEIGHTS, (covered / 255 - mean) / std)


def test_one_box_is_covered_in_each_input(classifier, pixels):
    occluder = Occluder(classifier, pixels, GREY)
    by_hand = np.array([expected(pixels, [box]) for box in BOXES])
    for _ in range(2):  # the second time, the first time's boxes must be gone
        assert occluder.logits(Masks(BOXES)) == pytest.approx(by_hand, abs=1e-4)
    assert occluder.logits(Masks(BOXES[::-1])) == pytest.approx(by_hand[::-1], abs=1e-4)


def test_the_fill_is_a_pixel_value_before_normalisation(classifier, pixels):
    fill = np.float32([12.5, 200, 7])
    occluder = Occluder(classifier, pixels, fill)
    by_hand = expected(pixels, BOXES[:1], fill)
    assert occluder.logits(Masks(BOXES[:1]))[0] == pytest.approx(by_hand, abs=1e-4)


def test_all_boxes_can_be_covered_at_once(classifier, pixels):
    occluder = Occluder(classifier, pixels, GREY)
    boxes = [Box(*map(int, box)) for box in BOXES[:3]]  # the first two are apart
    overlapping = [Box(1, 1, 4, 4), Box(2, 2, 5, 5)]
    for patches in (boxes, overlapping, []):
        tuples = [tuple(map(int, (b.top, b.left, b.height, b.width))) for b in patches]
        by_hand = expected(pixels, tuples)
        mask = Masks.union(patches, Size(*SIZE))
        assert occluder.logits(mask)[0] == pytest.approx(by_hand, abs=1e-4)


def test_masks_of_any_form_are_covered(classifier, pixels):
    """Against a plain loop; the second time, the first time's must be gone."""
    random = np.random.default_rng(3)
    rows, cols = np.indices(SIZE)
    covered = np.array(
        [
            (rows - 4) ** 2 + (cols - 6) ** 2 < 10,
            random.random(SIZE) < 0.3,
            np.zeros(SIZE, bool),
            np.ones(SIZE, bool),
            (rows == 9) & (cols == 13),
        ]
    )
    by_hand = []
    for mask in covered:
        photo = pixels.copy()
        photo[mask] = 128
        by_hand.append(classifier.logits(classifier.tensor(photo)[np.newaxis])[0])
    occluder = Occluder(classifier, pixels, GREY)
    for _ in range(2):
        found = occluder.logits(Masks.of_pixels(covered))
        assert found == pytest.approx(np.array(by_hand), abs=1e-5)
    boxes = np.array([expected(pixels, [box]) for box in BOXES])
    assert occluder.logits(Masks(BOXES)) == pytest.approx(boxes, abs=1e-4)


def test_the_pixels_of_the_caller_stay_as_they_are(classifier, pixels):
    before = pixels.copy()
    Occluder(classifier, pixels, GREY).logits(Masks(BOXES))
    assert (pixels == before).all()


def run_all(occluder, count):
    """Asks for `count` boxes in batches, as a sweep does; returns their sizes."""
    sizes = []
    while sum(sizes) < count:
        size = min(occluder.batch_size, count - sum(sizes))
        occluder.logits(Masks(np.resize(BOXES, (size, 4))))
        sizes.append(size)
    return sizes


@pytest.fixture
def passes(monkeypatch):
    """The inputs of each forward pass from now on."""
    counts, run = [], forward_room.run_session

    def counting(session, path, feeds, names):
        counts.extend(map(len, feeds.values()))
        return run(session, path, feeds, names)

    monkeypatch.setattr(forward_room, "run_session", counting)
    return counts


def test_batchings_are_tried_on_work_that_is_wanted_anyway(classifier, pixels, passes):
    occluder = Occluder(classifier, pixels, GREY)
    passes.clear()
    sizes = run_all(occluder, 700)
    assert sum(passes) == sum(sizes) == 700
    assert len(set(passes)) > 1
    assert set(sizes[-5:-1]) == {occluder.batch_size}


def test_timings_go_on_in_the_next_sweep(classifier, pixels):
    first = Occluder(classifier, pixels, GREY)
    run_all(first, 700)
    second = Occluder(classifier, pixels, GREY)
    assert second._batching == first._batching
    assert room._timings[classifier].wanted == first._batching


@pytest.mark.parametrize("size", [1, 2, 5, 16])
def test_pieces_run_side_by_side_give_the_same(
    classifier, pixels, passes, size, monkeypatch
):
    monkeypatch.setattr(batching, "core_count", lambda: 3)
    occluder = Occluder(classifier, pixels, GREY, batch_size=size)
    passes.clear()
    boxes = np.resize(BOXES, (size, 4))
    by_hand = np.array([expected(pixels, [box]) for box in boxes])
    for _ in range(2):
        assert occluder.logits(Masks(boxes)) == pytest.approx(by_hand, abs=1e-4)
    assert len(passes) == 2 * min(size, 3)


def test_a_stated_batch_size_is_kept(classifier, pixels):
    occluder = Occluder(classifier, pixels, GREY, batch_size=5)
    assert set(run_all(occluder, 100)) == {5}


def short_of_memory(monkeypatch, most):
    """Lets passes of more than `most` inputs fail."""
    run = forward_room.run_session

    def failing(session, path, feeds, names):
        if max(map(len, feeds.values())) > most:
            raise OutOfMemoryError("There is not enough memory.")
        return run(session, path, feeds, names)

    monkeypatch.setattr(forward_room, "run_session", failing)


@pytest.mark.parametrize("most", [7, 3, 1])
@pytest.mark.parametrize("cores", [1, 2])
def test_want_of_memory_halves_the_batch_and_says_so(
    classifier, pixels, most, cores, caplog, monkeypatch
):
    monkeypatch.setattr(batching, "core_count", lambda: cores)
    occluder = Occluder(classifier, pixels, GREY, batch_size=16)
    by_hand = np.array([expected(pixels, [box]) for box in np.resize(BOXES, (16, 4))])
    short_of_memory(monkeypatch, most)
    with caplog.at_level(logging.WARNING):
        logits = occluder.logits(Masks(np.resize(BOXES, (16, 4))))
    assert logits == pytest.approx(by_hand, abs=1e-4)
    assert occluder.batch_size <= most
    assert "smaller batches" in occluder.note
    assert caplog.messages[-1] == occluder.note


def test_want_of_memory_for_a_single_input_is_an_error(classifier, pixels, monkeypatch):
    occluder = Occluder(classifier, pixels, GREY)
    short_of_memory(monkeypatch, 0)
    with pytest.raises(OutOfMemoryError):
        occluder.logits(Masks(BOXES))


def test_a_failure_leaves_the_batch_clean(classifier, pixels, monkeypatch):
    occluder = Occluder(classifier, pixels, GREY, batch_size=5)
    with monkeypatch.context() as broken:
        broken.setattr(forward_room, "run_session", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            occluder.logits(Masks(BOXES))
    untouched = expected(pixels, [])
    mask = Masks.union([], Size(*SIZE))
    assert occluder.logits(mask)[0] == pytest.approx(untouched, abs=1e-4)
