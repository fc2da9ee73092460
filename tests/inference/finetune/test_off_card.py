"""A graphics card that fails while a network learns: fewer at a time, then the CPU."""

import numpy as np
import pytest
import torch

from inference.classifier import open_classifier
from inference.finetune import TrainingSpec, finetune
from inference.finetune.head import renewed
from inference.finetune.trainee import Batch, Trainee
from inference.jobs import run
from inference.network import cuda
from inference.network.passes import Passes
from inference.twin import device
from inference.twin.module import Twin
from tests.inference.finetune.studio import SIZE, make_net, make_photos

FULL = "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of"
LOST = "CUDA error: an illegal memory access was encountered\nCUDA kernel errors might"


class Card(str):
    """The processor, which says that it is a card."""

    type = "cuda"


@pytest.fixture
def classifier(tmp_path):
    return open_classifier(make_net(tmp_path / "net.onnx"))


@pytest.fixture
def fails(monkeypatch):
    """Has torch compute on such a card, and passes of it fail from one on."""
    real, tail, passes = device.torch_device, Twin.tail, []

    def where(provider="auto"):
        return real("cpu") if provider == "cpu" else Card("cpu")

    def set_up(error, after, above=0):
        def failing(twin, given, wanted):
            count = len(given["x"])
            passes.append(count)
            if len(passes) > after and count > above:
                raise error
            return tail(twin, given, wanted)

        monkeypatch.setattr(device, "torch_device", where)
        monkeypatch.setattr(Twin, "tail", failing)
        return passes

    yield set_up
    cuda.forget_loss()


@pytest.mark.parametrize("trains_norms", [False, True])
def test_gradients_of_fewer_at_a_time_add_up(classifier, fails, trains_norms):
    spec = TrainingSpec(freeze="none", trains_norms=trains_norms)
    network, random = renewed(classifier, 3), np.random.default_rng(0)
    inputs = random.normal(size=(6, 3, SIZE, SIZE)).astype(np.float32)
    trainee = Trainee(network, spec)
    batch = Batch({trainee.given[0]: inputs}, np.arange(6) % 3, np.ones(6, np.float32))
    wanted, slopes = trainee.gradients(batch)
    passes = fails(torch.OutOfMemoryError(FULL), after=0, above=2)
    work = Passes()
    trainee = Trainee(network, spec)
    with work.here():
        found, made = trainee.gradients(batch)
    assert str(work.told[-1]) == "Went on with smaller batches (1 instead of 3)."
    assert max(passes[2:]) <= 2
    if not trains_norms:  # which look at all photos of a pass
        assert found.loss == pytest.approx(wanted.loss, rel=1e-5)
        for one, other in zip(made, slopes, strict=True):
            torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("error", [torch.AcceleratorError(LOST), RuntimeError(LOST)])
@pytest.mark.parametrize("after", [0, 4, 7])
def test_an_epoch_that_a_card_ends_is_gone_through_on_the_processor(
    classifier, fails, tmp_path, error, after, monkeypatch
):
    dataset = make_photos(tmp_path / "photos")
    spec = TrainingSpec(epochs=3, freeze="none", batch=10, split=(100, 0, 0))
    unbroken = run(finetune(classifier, dataset, spec, out=tmp_path / "one.onnx"))
    tail = Twin.tail
    fails(error, after)
    failing = Twin.tail

    def once(twin, given, wanted):
        return (tail if cuda.lost_cuda() else failing)(twin, given, wanted)

    monkeypatch.setattr(Twin, "tail", once)
    work = Passes()
    with work.here():
        done = run(finetune(classifier, dataset, spec, out=tmp_path / "two.onnx"))
    (sentence,) = map(str, work.told)
    assert sentence.startswith("Went on on the CPU: ")
    np.testing.assert_allclose(done.losses, unbroken.losses, rtol=1e-5)
    assert [epoch.number for epoch in done.epochs] == [1, 2, 3]
    assert (tmp_path / "two.onnx").is_file()
