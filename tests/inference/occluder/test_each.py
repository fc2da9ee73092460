"""Batches of masks one after another, the next one's passes begun meanwhile."""

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.classifier import forward as forward_room
from inference.network.passes import OutOfMemoryError
from inference.occluder import Masks, Occluder, batching
from tests.models import linear, noise

SIZE = (10, 14)
WEIGHTS = np.random.default_rng(5).normal(0, 0.1, (4, *SIZE, 3))
GREY = np.full(3, 128, np.float32)
SIDES = np.random.default_rng(1).integers(1, 7, (23, 2))
BOXES = np.hstack([SIDES // 2, SIDES])


@pytest.fixture(params=["NCHW", "NHWC"])
def classifier(tmp_path, request, monkeypatch):
    monkeypatch.setattr(batching, "core_count", lambda: 2)
    path = linear(tmp_path / "m.onnx", WEIGHTS, layout=request.param)
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


@pytest.fixture
def pixels():
    return noise(*SIZE).pixels


@pytest.fixture
def one_by_one(classifier, pixels):
    """The logits of each box, a pass for each."""
    occluder = Occluder(classifier, pixels, GREY, batch_size=1, shortcuts=False)
    return np.concatenate([occluder.logits(Masks(box[np.newaxis])) for box in BOXES])


def occluder_of(classifier, pixels, batch_size=6):
    return Occluder(classifier, pixels, GREY, batch_size=batch_size, shortcuts=False)


def batches(occluder, made=None):
    """Yields where a batch begins, and its masks."""
    done = 0
    while done < len(BOXES):
        some = BOXES[done : done + occluder.batch_size]
        if made is not None:
            made.append(done)
        yield done, Masks(some)
        done += len(some)


@pytest.mark.parametrize("batch_size", [None, 1, 2, 6, 23])
def test_each_batch_comes_with_its_own_logits(
    classifier, pixels, one_by_one, batch_size
):
    occluder = occluder_of(classifier, pixels, batch_size)
    for _ in range(2):  # the second time, the first time's masks must be gone
        done = 0
        for start, logits in occluder.each(batches(occluder)):
            assert start == done
            done += len(logits)
            assert logits == pytest.approx(one_by_one[start:done], abs=1e-5)
        assert done == len(BOXES)


def test_a_batch_is_asked_for_before_the_former_is_used(classifier, pixels):
    occluder, made = occluder_of(classifier, pixels), []
    ahead = [len(made) for _ in occluder.each(batches(occluder, made))]
    assert made == [0, 6, 12, 18]
    assert ahead == [2, 3, 4, 4]


def test_whoever_leaves_finds_the_input_as_it_was(classifier, pixels, one_by_one):
    occluder = occluder_of(classifier, pixels)
    for _ in range(3):
        found = occluder.each(batches(occluder))
        next(found)
        found.close()
        logits = occluder.logits(Masks(BOXES))
        assert logits == pytest.approx(one_by_one, abs=1e-5)


def test_want_of_memory_goes_on_with_smaller_batches(
    classifier, pixels, one_by_one, monkeypatch
):
    run = forward_room.run_session

    def failing(session, path, feeds, names):
        if max(map(len, feeds.values())) > 2:
            raise OutOfMemoryError("There is not enough memory.")
        return run(session, path, feeds, names)

    occluder = occluder_of(classifier, pixels, 12)
    monkeypatch.setattr(forward_room, "run_session", failing)
    found = np.concatenate([logits for _, logits in occluder.each(batches(occluder))])
    assert found == pytest.approx(one_by_one, abs=1e-5)
    assert "smaller batches" in occluder.note
    assert occluder.batch_size < 12


def test_a_failure_is_told_and_leaves_the_input_clean(
    classifier, pixels, one_by_one, monkeypatch
):
    occluder = occluder_of(classifier, pixels)
    with monkeypatch.context() as broken:
        broken.setattr(forward_room, "run_session", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            next(occluder.each(batches(occluder)))
    assert occluder.logits(Masks(BOXES)) == pytest.approx(one_by_one, abs=1e-5)
