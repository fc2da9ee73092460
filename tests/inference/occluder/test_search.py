import itertools
import logging

import numpy as np
import pytest

from inference.classifier import Forward, Wishes, forward, open_classifier
from inference.geometry import Size
from inference.image import open_image
from inference.jobs import run
from inference.network.passes import OutOfMemoryError
from inference.occluder import Masks, Occluder, batching
from inference.occluder import search as room
from inference.occluder.shortcut import Shortcut
from inference.occlusion import OcclusionSpec, SweepGrid, occlusion_sweep
from tests.models import convolutions, linear, node, noise, save

SIZE = (37, 50)
GREY = np.full(3, 128, np.float32)
FASTER, SLOWER = (1e-3, 2e-3), (2e-3, 1e-3)  # seconds of a shortcut, of all


@pytest.fixture
def classifier(tmp_path):
    path = convolutions(tmp_path / "m.onnx", SIZE, gain=2.0)
    return open_classifier(path, Wishes(preprocess="unit", resize="squash"), "cpu")


@pytest.fixture
def taking(monkeypatch):
    """Lets the search begin soon, and take a shortcut or not whatever the time is."""

    def pretend(times, soon=8):
        clock = itertools.cycle(times)
        monkeypatch.setattr(room, "_seconds", lambda run: [run(), next(clock)][1])
        monkeypatch.setattr(room, "_LONG", soon)

    return pretend


@pytest.fixture
def counted(monkeypatch):
    """Counts how many places were computed by shortcuts."""
    counts = []
    run = Shortcut.run

    def counting(self, known, changes):
        counts.append(len(changes.spans))
        return run(self, known, changes)

    monkeypatch.setattr(Shortcut, "run", counting)
    return counts


def boxes_of(size, mask, stride=(1, 1), *, clip=True):
    spec = OcclusionSpec(Size(*mask), Size(*stride), clip=clip)
    return SweepGrid(Size(*size), spec.checked(Size(*size))).boxes


def plain_logits(classifier, pixels, boxes):
    plain = Occluder(classifier, pixels, GREY, batch_size=8, shortcuts=False)
    return np.concatenate(
        [plain.logits(Masks(boxes[n : n + 8])) for n in range(0, len(boxes), 8)]
    )


def softmax(logits):
    powers = np.exp(logits.astype(float) - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def in_batches(occluder, boxes, size=8):
    starts = range(0, len(boxes), size)
    return np.concatenate([occluder.logits(Masks(boxes[n : n + size])) for n in starts])


# -- The same numbers --------------------------------------------------------------


@pytest.mark.parametrize("clip", [True, False])
@pytest.mark.parametrize(
    ("mask", "stride"),
    [((7, 7), (2, 3)), ((1, 1), (5, 4)), ((4, 15), (3, 3)), ((37, 2), (1, 1)),
     ((20, 30), (1, 3)), ((12, 9), (3, 2))],
)  # fmt: skip
def test_a_sweep_with_a_shortcut_equals_one_without(
    classifier, taking, counted, mask, stride, clip
):
    taking(FASTER)
    image = noise(60, 45)
    prepared = classifier.prepare(image)
    spec = OcclusionSpec(Size(*mask), Size(*stride), clip=clip)
    sweep = run(occlusion_sweep(classifier, prepared, spec, batch_size=4))
    plain = plain_logits(classifier, prepared.pixels, sweep.grid.boxes)
    assert np.abs(softmax(sweep.logits) - softmax(plain)).max() < 1e-5
    assert sum(counted) > 20


def test_masks_of_any_form_take_the_shortcut_too(classifier, taking, counted):
    taking(FASTER)
    pixels = noise(*SIZE).pixels
    random, (rows, cols) = np.random.default_rng(5), np.indices(SIZE)
    middles = random.integers(0, SIZE, (160, 2))
    discs = np.array([(rows - r) ** 2 + (cols - c) ** 2 < 20 for r, c in middles])
    masks = Masks.of_pixels(discs)
    whole = Occluder(classifier, pixels, GREY, batch_size=8, shortcuts=False)
    occluder = Occluder(classifier, pixels, GREY, batch_size=8)
    for start in range(0, len(masks), 8):
        plain = whole.logits(masks[start : start + 8])
        logits = occluder.logits(masks[start : start + 8])
        assert np.abs(logits - plain).max() < 1e-4 * np.ptp(plain)
    assert sum(counted) > 40


@pytest.mark.slow
@pytest.mark.parametrize(("mask", "clip"), [((71, 71), True), ((30, 101), False)])
def test_the_real_network_gives_the_same_by_a_shortcut(
    shared, taking, counted, mask, clip
):
    taking(FASTER)
    data = shared / "data"
    classifier = open_classifier(
        data / "models/squeezenet1.1_torch_legacy_op11.onnx", provider="cpu"
    )
    photo = open_image(data / "photos/imagenet/n02099601_golden_retriever.JPEG")
    pixels = classifier.prepare(photo).pixels
    boxes = boxes_of((224, 224), mask, (27, 27), clip=clip)
    occluder = Occluder(classifier, pixels, GREY, batch_size=4)
    in_batches(occluder, np.resize(boxes, (200, 4)), 4)  # finds the shortcut
    counted.clear()
    logits = in_batches(occluder, boxes, 4)
    assert sum(counted) == len(boxes)
    expected = softmax(plain_logits(classifier, pixels, boxes))
    assert np.abs(softmax(logits) - expected).max() < 1e-5
    assert np.ptp(expected.max(axis=1)) > 0.2  # covering matters


# -- Whether to take it ------------------------------------------------------------


def test_without_a_gain_passes_stay_plain(classifier, taking, counted):
    taking(SLOWER)
    pixels = noise(*SIZE).pixels
    boxes = boxes_of(SIZE, (7, 7), (3, 3))
    occluder = Occluder(classifier, pixels, GREY, batch_size=8)
    logits = in_batches(occluder, boxes)
    assert (logits == plain_logits(classifier, pixels, boxes)).all()
    assert list(room._kept[classifier].values()) == [None]
    assert not counted


def test_a_small_gain_is_not_worth_it(classifier, taking):
    taking((1e-3, 1.05e-3))
    occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    in_batches(occluder, boxes_of(SIZE, (7, 7), (3, 3)))
    assert list(room._kept[classifier].values()) == [None]


def test_a_search_goes_on_a_step_per_batch(classifier, taking, monkeypatch):
    """So that leaving a sweep never has to wait for it."""
    steps = []
    taking((0.1, 0.2))  # seconds: each run is a step of its own
    seconds = room._seconds
    monkeypatch.setattr(
        room, "_seconds", lambda run: steps.append(len(batches)) or seconds(run)
    )
    batches = []
    occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    boxes = boxes_of(SIZE, (7, 7), (1, 1))
    while not occluder._incremental._is_over:
        occluder.logits(Masks(boxes[:8]))
        batches.append(8)
    assert max(steps.count(batch) for batch in steps) == 1
    assert occluder._incremental._shortcut


def test_a_short_sweep_does_not_search(classifier, taking, monkeypatch):
    taking(FASTER, soon=30)
    monkeypatch.setattr(room, "find_shortcut", lambda *_: 1 / 0)
    occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    in_batches(occluder, boxes_of(SIZE, (7, 7), (3, 3))[:24])


def test_what_was_found_serves_the_next_sweep_with_the_same_mask(
    classifier, taking, monkeypatch
):
    taking(FASTER)
    searches = []
    find = room.find_shortcut
    monkeypatch.setattr(
        room, "find_shortcut", lambda *given: searches.append(given) or find(*given)
    )
    for mask, count in (((7, 7), 1), ((7, 7), 1), ((9, 5), 2)):
        occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
        in_batches(occluder, boxes_of(SIZE, mask, (3, 3), clip=False))
        assert len(searches) == count
        assert list(room._kept[classifier]) == [Size(*mask)]


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
def test_an_unknown_network_is_run_plainly(tmp_path, taking, counted, layout):
    taking(FASTER)
    weights = np.random.default_rng(5).normal(0, 0.1, (4, 10, 14, 3))
    classifier = open_classifier(
        linear(tmp_path / "m.onnx", weights, layout=layout), Wishes(preprocess="unit")
    )
    pixels = noise(10, 14).pixels
    boxes = boxes_of((10, 14), (3, 3))
    occluder = Occluder(classifier, pixels, GREY, batch_size=8)
    plain = plain_logits(classifier, pixels, boxes)
    assert (in_batches(occluder, boxes) == plain).all()
    assert not counted


def test_nothing_is_cut_behind_the_logits(tmp_path, taking):
    """A network of layers that are all understood, the sigmoid at its end too."""
    weights = {"w": np.ones((4, 3, 6, 8), np.float32) / 50}
    nodes = [
        node("Relu", "x", "a"),
        node("Conv", "a w", "logits"),
        node("Sigmoid", "logits", "y"),
    ]
    feeds = {"x": ("float32", ["N", 3, 6, 8])}
    answer = {"y": ("float32", ["N", 4, 1, 1])}
    path = save(tmp_path / "m.onnx", nodes, feeds, answer, weights)
    classifier = open_classifier(path, Wishes(preprocess="unit"), "cpu")
    assert classifier.readout.tensor == "logits"
    taking(FASTER)
    pixels, boxes = noise(6, 8).pixels, boxes_of((6, 8), (3, 3))
    logits = in_batches(Occluder(classifier, pixels, GREY, batch_size=4), boxes, 4)
    assert logits == pytest.approx(plain_logits(classifier, pixels, boxes), abs=1e-5)


# -- Giving up ---------------------------------------------------------------------


def spoiled(monkeypatch, failure):
    """Lets every shortcut fail from now on."""
    run = Shortcut.run
    monkeypatch.setattr(
        Shortcut,
        "run",
        lambda self, known, changes: failure(run(self, known, changes)),
    )


def out_of_memory(_):
    raise OutOfMemoryError("There is not enough memory.")


@pytest.mark.parametrize("failure", [lambda logits: logits + 1, out_of_memory])
def test_a_shortcut_that_fails_is_given_up_for_good(
    classifier, taking, counted, monkeypatch, caplog, failure
):
    taking(FASTER)
    pixels = noise(*SIZE).pixels
    boxes = boxes_of(SIZE, (7, 7), (2, 2))
    plain = plain_logits(classifier, pixels, boxes)
    with monkeypatch.context() as spoiling, caplog.at_level(logging.WARNING):
        spoiled(spoiling, failure)
        occluder = Occluder(classifier, pixels, GREY, batch_size=8)
        assert (in_batches(occluder, boxes) == plain).all()
    assert "Gave up the shortcut through m.onnx" in caplog.text
    counted.clear()
    occluder = Occluder(classifier, pixels, GREY, batch_size=8)
    assert (in_batches(occluder, boxes) == plain).all()
    assert not counted


def test_a_shortcut_that_cannot_be_opened_is_given_up(classifier, taking, monkeypatch):
    taking(FASTER)
    monkeypatch.setattr(Forward, "behind", lambda *_: out_of_memory(None))
    occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    boxes = boxes_of(SIZE, (7, 7), (3, 3))
    plain = plain_logits(classifier, noise(*SIZE).pixels, boxes)
    assert (in_batches(occluder, boxes) == plain).all()


def test_without_memory_for_a_session_of_its_own_the_search_is_given_up(
    classifier, taking, monkeypatch
):
    """With one core, the search is the first that wants it."""
    taking(FASTER)
    monkeypatch.setattr(batching, "core_count", lambda: 1)
    monkeypatch.setattr(forward, "open_session", lambda *_, **__: out_of_memory(None))
    pixels, boxes = noise(*SIZE).pixels, boxes_of(SIZE, (7, 7), (3, 3))
    occluder = Occluder(classifier, pixels, GREY, batch_size=8)
    plain = plain_logits(classifier, pixels, boxes)
    assert (in_batches(occluder, boxes) == plain).all()


def test_places_are_checked_ever_more_seldom(classifier, taking, monkeypatch):
    taking(FASTER)
    occluder = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    boxes = boxes_of(SIZE, (7, 7), (2, 2))
    in_batches(occluder, boxes)
    checked = []
    plainly = room._plainly
    monkeypatch.setattr(
        room, "_plainly", lambda *given: checked.append(given) or plainly(*given)
    )
    fresh = Occluder(classifier, noise(*SIZE).pixels, GREY, batch_size=8)
    in_batches(fresh, np.resize(boxes, (8 + 8 * 40, 4)))
    assert len(checked) == 6  # the 1st, 2nd, 4th, 8th, 16th, 32nd batch
