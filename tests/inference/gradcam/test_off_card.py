"""A graphics card that fails torch in mid-work: the same once more on the processor."""

import numpy as np
import pytest
import torch

from inference.classifier import Target, Wishes, open_classifier
from inference.gradcam import GradCam, input_gradients
from inference.gradcam import tail as room
from inference.network import cuda
from inference.network.passes import Passes
from inference.twin.module import Twin
from tests.models import convolutions, noise

SIZE = (20, 28)
FULL = torch.OutOfMemoryError(
    "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of "
    "3.94 GiB of which 1.11 GiB is free."
)
LOST = torch.AcceleratorError(
    "CUDA error: an illegal memory access was encountered\n"
    "CUDA kernel errors might be asynchronously reported at some other API call"
)
INTERNAL = RuntimeError("cuDNN error: CUDNN_STATUS_INTERNAL_ERROR")


@pytest.fixture
def engine(tmp_path):
    path = convolutions(tmp_path / "net.onnx", SIZE)
    yield GradCam(open_classifier(path, Wishes(preprocess="torchvision"), "cpu"))
    cuda.forget_loss()


def put_on_card(engine, monkeypatch, error):
    """Lets the twin lie on a card that fails each pass; its successor runs."""
    failing, tail = engine.tail.twin, Twin.tail

    def where(twin):
        return torch.device("cuda" if twin is failing else "cpu")

    def run(twin, given, wanted):
        if twin is failing:
            raise error
        return tail(twin, given, wanted)

    monkeypatch.setattr(room, "device_of", where)
    monkeypatch.setattr(Twin, "tail", run)


@pytest.mark.parametrize("error", [FULL, LOST, INTERNAL])
def test_maps_and_gradients_are_made_on_the_processor(engine, monkeypatch, error):
    prepared = engine.classifier.prepare(noise(*SIZE))
    inputs = engine.classifier.batch(prepared.pixels)
    wanted = engine.explain(prepared).heatmap.values
    slopes = input_gradients(engine, inputs, Target(1))[1]
    put_on_card(engine, monkeypatch, error)
    passes = Passes()
    with passes.here():
        assert np.array_equal(engine.explain(prepared).heatmap.values, wanted)
        assert np.array_equal(input_gradients(engine, inputs, Target(1))[1], slopes)
    (sentence,) = map(str, passes.told)
    assert sentence.startswith("Went on on the CPU: ")
    assert bool(cuda.lost_cuda()) == (error is LOST)


def test_other_failures_stay(engine, monkeypatch):
    put_on_card(engine, monkeypatch, RuntimeError("sizes differ"))
    with pytest.raises(RuntimeError, match="sizes differ"):
        engine.explain(engine.classifier.prepare(noise(*SIZE)))
