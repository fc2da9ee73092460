"""Inputs that are covered where the network runs are those that the host makes.

On the CPU's provider, by the same graphs and bindings that a graphics card gets.
"""

import logging

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.errors import ModelError
from inference.geometry import Size
from inference.jobs import run
from inference.masking import RiseSpec, rise
from inference.network.passes import OutOfMemoryError
from inference.occluder import BASELINES, Masks, Occluder, engine, parse_baseline
from inference.occluder.on_device import OnDevice
from inference.occlusion import OcclusionSpec, occlusion_sweep
from tests.models import convolutions, linear, noise, save
from tests.models import node as made

FILLS = [*BASELINES, "12,200,7"]
SHAPES = [  # layout, type, channels, height and width, batch of the file
    ("NCHW", "float32", 3, (10, 14), "N"),
    ("NHWC", "float32", 3, (14, 10), "N"),
    ("NCHW", "float32", 1, (9, 9), "N"),
    ("NHWC", "float32", 1, (7, 16), "N"),
    ("NCHW", "float16", 3, (8, 12), "N"),
    ("NHWC", "float16", 1, (12, 8), "N"),
    ("NCHW", "uint8", 3, (10, 14), "N"),
    ("NHWC", "uint8", 3, (6, 18), "N"),
    ("NCHW", "float64", 3, (6, 5), "N"),
    ("NCHW", "float32", 3, (6, 8), 1),
    ("NHWC", "float32", 3, (6, 8), 4),
    ("NCHW", "float32", 4, (1, 20), "N"),
]


def a_classifier(path, layout, dtype, channels, size, batch):
    weights = np.random.default_rng(5).normal(0, 0.1, (4, *size, channels))
    linear(path, weights, layout=layout, dtype=dtype, batch=batch)
    preset = "raw255" if dtype == "uint8" else "unit"
    return open_classifier(path, Wishes(preprocess=preset, resize="squash"))


def boxes(size):
    """All kinds: clipped at each edge, one pixel, a line, everything, nothing."""
    height, width = size
    random = np.random.default_rng(8)
    tops, lefts = random.integers(0, height, 8), random.integers(0, width, 8)
    some = [
        [t, f, random.integers(1, height - t + 1), random.integers(1, width - f + 1)]
        for t, f in zip(tops, lefts, strict=True)
    ]
    edges = [
        *([0, 0, 1, 1], [height - 1, width - 1, 1, 1], [0, 0, height, width]),
        *([0, width - 1, height, 1], [height - 1, 0, 1, width], [0, 0, 0, 0]),
    ]
    return np.array([*edges[:1], *some, *edges[1:]], np.int32)


def all_masks(size):
    random = np.random.default_rng(4)
    shares = random.random((5, *size)).astype(np.float32)
    shares[1], shares[2] = 0, 1
    return {
        "boxes": Masks(boxes(size)),
        "one box": Masks(boxes(size)[3:4]),
        "pixels": Masks.of_pixels(random.random((6, *size)) < 0.4),
        "nothing": Masks.of_pixels(np.zeros((2, *size), bool)),
        "shares": Masks.of_shares(shares),
    }


def covered_on_host(classifier, base, fill, masks):
    """What `Masks.cover` makes of copies, (B, ...)."""
    batch = np.repeat(base[np.newaxis], len(masks), axis=0)
    if classifier.spec.input.layout == "NCHW":
        masks.cover(batch, fill)
    else:
        first = np.moveaxis(batch, -1, 1)
        masks.cover(first, np.moveaxis(fill, -1, 0))
    return batch


@pytest.mark.parametrize(("layout", "dtype", "channels", "size", "batch"), SHAPES)
def test_inputs_are_those_of_the_host_number_for_number(
    tmp_path, layout, dtype, channels, size, batch
):
    """Of the first, the last and one place; in whole batches and in filled up ones."""
    classifier = a_classifier(tmp_path / "m.onnx", layout, dtype, channels, size, batch)
    pixels = classifier.prepare(noise(*size)).pixels
    base = classifier.tensor(pixels)
    prepared = classifier.prepare(noise(*size))
    for name in FILLS:
        filling = parse_baseline(name).filling(prepared)
        fill = classifier.tensor(
            filling if filling.ndim == 3 else filling[np.newaxis, np.newaxis]
        )
        engine = OnDevice(classifier.forward, base, fill, layout)
        for kind, masks in all_masks(size).items():
            inputs = covered_on_host(classifier, base, fill, masks)
            plain = np.concatenate([classifier.forward(i[np.newaxis]) for i in inputs])
            for together in (1, 4, 16):
                found = engine(masks, together)
                assert found.shape == plain.shape
                np.testing.assert_allclose(
                    found, plain, rtol=1e-5, atol=1e-4, err_msg=f"{name} {kind}"
                )


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
@pytest.mark.parametrize("dtype", ["float32", "float16", "uint8"])
def test_what_is_made_is_the_same_to_the_last_bit(tmp_path, layout, dtype):
    """A network that gives back what it is fed."""
    size, channels = (5, 7), 3
    shape = [*size, channels] if layout == "NHWC" else [channels, *size]
    path = save(
        tmp_path / "echo.onnx",
        [made("Flatten", "x", "flat"), made("Cast", "flat", "y", to=1)],
        {"x": (dtype, ["N", *shape])},
        {"y": ("float32", ["N", 105])},
    )
    preset = "raw255" if dtype == "uint8" else "torchvision"
    classifier = open_classifier(path, Wishes(preprocess=preset, resize="squash"))
    prepared = classifier.prepare(noise(*size))
    base = classifier.tensor(prepared.pixels)
    for name in ("blurred", "gray"):
        filling = BASELINES[name].filling(prepared)
        fill = classifier.tensor(
            filling if filling.ndim == 3 else filling[np.newaxis, np.newaxis]
        )
        engine = OnDevice(classifier.forward, base, fill, layout)
        for masks in all_masks(size).values():
            inputs = covered_on_host(classifier, base, fill, masks)
            expected = inputs.reshape(len(inputs), -1).astype(np.float32)
            assert np.array_equal(engine(masks, 4), expected)


@pytest.fixture
def on_device(monkeypatch):
    """Lets the engine of graphics cards run on the CPU; counts its passes."""
    counts, cover = [], OnDevice.__call__

    def counting(self, masks, batch):
        counts.append(len(masks))
        return cover(self, masks, batch)

    monkeypatch.setattr(engine, "covers_on_device", lambda classifier: True)
    monkeypatch.setattr(OnDevice, "__call__", counting)
    return counts


@pytest.fixture
def network(tmp_path):
    path = convolutions(tmp_path / "net.onnx", (20, 28))
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


def the_sweep(network, baseline="gray"):
    spec = OcclusionSpec(Size(7, 9), Size(3, 4), BASELINES[baseline])
    return run(occlusion_sweep(network, network.prepare(noise(20, 28)), spec))


@pytest.mark.parametrize("baseline", ["gray", "blurred"])
def test_a_sweep_has_the_logits_of_the_plain_loop(
    network, baseline, on_device, monkeypatch
):
    found = the_sweep(network, baseline)
    assert sum(on_device) == found.done + min(on_device[0], 4)  # and those of the proof
    on_device.clear()
    monkeypatch.setattr(engine, "covers_on_device", lambda classifier: False)
    plain = the_sweep(network, baseline)
    assert not on_device
    np.testing.assert_allclose(found.logits, plain.logits, atol=2e-6)


def test_the_masks_of_rise_go_the_same_way(network, on_device, monkeypatch):
    prepared = network.prepare(noise(20, 28))
    found = run(rise(network, prepared, RiseSpec(masks=50), batch_size=16))
    assert sum(on_device) == 50 + 4
    monkeypatch.setattr(engine, "covers_on_device", lambda classifier: False)
    plain = run(rise(network, prepared, RiseSpec(masks=50), batch_size=16))
    np.testing.assert_allclose(
        found.heatmap.values, plain.heatmap.values, rtol=1e-4, atol=1e-6
    )


def grey(network, **options):
    pixels = network.prepare(noise(20, 28)).pixels
    return Occluder(network, pixels, np.full(3, 128, np.float32), **options)


MASKS = Masks(boxes((20, 28)))


def the_stamped(network):
    """The logits of inputs that are made by hand."""
    base = network.tensor(network.prepare(noise(20, 28)).pixels)
    fill = network.tensor(np.full((1, 1, 3), 128, np.float32))
    return network.logits(covered_on_host(network, base, fill, MASKS))


def test_batches_are_of_one_shape(network, on_device, monkeypatch):
    lengths, run_held = [], type(network.forward).run_held

    def seeing(forward, held):
        lengths.append(held.shape()[0])
        return run_held(forward, held)

    monkeypatch.setattr(type(network.forward), "run_held", seeing)
    occluder = grey(network, batch_size=8)
    for count in (8, 8, 3, 1):
        assert occluder.logits(MASKS[:count]).shape == (count, 5)
    assert set(lengths) == {8}
    assert occluder.is_on_device


def test_a_way_that_gives_other_logits_is_given_up(
    network, on_device, monkeypatch, caplog
):
    by_hand = the_stamped(network)
    cover = OnDevice.__call__
    monkeypatch.setattr(
        OnDevice, "__call__", lambda *asked: cover(*asked)[:, ::-1] + 1e-3
    )
    occluder = grey(network)
    with caplog.at_level(logging.WARNING):
        found = occluder.logits(MASKS)
    assert "not made on the device in float32: logits differ by" in caplog.text
    assert not occluder.is_on_device
    np.testing.assert_allclose(found, by_hand, atol=2e-6)
    on_device.clear()
    assert grey(network).logits(MASKS).shape == (14, 5)  # it is not tried again
    assert not on_device


def test_a_way_that_fails_is_given_up(network, monkeypatch, caplog):
    def failing(self, masks, batch):
        raise ModelError("There is no such operator on this card.")

    monkeypatch.setattr(engine, "covers_on_device", lambda classifier: True)
    monkeypatch.setattr(OnDevice, "__call__", failing)
    occluder = grey(network)
    with caplog.at_level(logging.WARNING):
        assert occluder.logits(MASKS).shape == (14, 5)
    assert "not made on the device in float32: There is no such operator" in caplog.text


def test_want_of_memory_there_halves_the_batch(network, monkeypatch):
    expected, sizes, cover = the_stamped(network), [], OnDevice.__call__

    def short(self, masks, batch):
        sizes.append(batch)
        if batch > 3:
            raise OutOfMemoryError("There is not enough memory.")
        return cover(self, masks, batch)

    monkeypatch.setattr(engine, "covers_on_device", lambda classifier: True)
    monkeypatch.setattr(OnDevice, "__call__", short)
    occluder = grey(network, batch_size=14)
    np.testing.assert_allclose(occluder.logits(MASKS), expected, atol=2e-6)
    assert occluder.note.startswith("Went on with smaller batches")
    assert occluder.is_on_device
    assert occluder.batch_size <= 3
