"""A graphics card that fails in mid-work: smaller batches, then the CPU, told once."""

from functools import partial

import numpy as np
import onnxruntime as ort
import pytest
from PIL import Image

from inference.classifier import Wishes, open_classifier
from inference.cli import run as command
from inference.geometry import Size
from inference.jobs import run
from inference.masking import RiseSpec, rise
from inference.network import cuda, sessions
from inference.network.passes import OutOfMemoryError, Passes
from inference.network.sessions import provider_names
from inference.network.tensors import TensorReader
from inference.occlusion import OcclusionSpec, occlusion_sweep
from inference.ranking import Scorer
from tests import no_card
from tests.models import convolutions, noise

SIZE = (20, 28)
SPEC = OcclusionSpec(Size(7, 9), Size(3, 4))
ON_CPU = "Went on on the CPU: "


@pytest.fixture
def path(tmp_path):
    return convolutions(tmp_path / "net.onnx", SIZE)


def opened(path, provider="auto"):
    return open_classifier(path, Wishes(preprocess="torchvision"), provider)


def told(work):
    """What a piece of work gives, and the sentences that were told meanwhile."""
    passes = Passes()
    with passes.here():
        found = work()
    return found, [str(each) for each in passes.told]


def swept(network, **options):
    prepared = network.prepare(noise(*SIZE))
    return run(occlusion_sweep(network, prepared, SPEC, **options))


@pytest.fixture
def plain(path):
    return swept(opened(path, "cpu"))


@pytest.mark.parametrize("said", no_card.LOST)
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_card_that_is_lost_in_mid_sweep_costs_nothing(
    card, path, plain, said, after, capfd
):
    network = opened(path)
    assert network.device == "CUDA"
    card.fails(said, after=after)
    sweep, sentences = told(lambda: swept(network, batch_size=16))
    assert sweep.done == plain.done
    np.testing.assert_allclose(sweep.logits, plain.logits, atol=2e-6)
    (sentence,) = sentences
    assert sentence.startswith(ON_CPU + "the card's software says: CUDA failure ")
    assert network.device == "CPU"
    assert provider_names() == ["CPUExecutionProvider"]  # for good
    assert "start NetGaze again" in cuda.why_no_cuda()
    assert opened(path).device == "CPU"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("said", no_card.OUT_OF_MEMORY)
@pytest.mark.parametrize("most", [7, 1])
def test_want_of_memory_is_met_with_smaller_batches(card, path, plain, said, most):
    network = opened(path)
    card.fails(said, above=most)
    sweep, sentences = told(lambda: swept(network, batch_size=16))
    np.testing.assert_allclose(sweep.logits, plain.logits, atol=2e-6)
    assert sentences[0] == "Went on with smaller batches (8 instead of 16)."
    assert sweep.note == sentences[-1]
    assert network.device == "CUDA"
    assert max(card.passes) <= most
    assert not cuda.lost_cuda()


@pytest.mark.parametrize("said", no_card.OUT_OF_MEMORY)
def test_without_memory_for_one_input_it_goes_on_on_the_cpu(card, path, plain, said):
    network = opened(path)
    card.fails(said)
    sweep, sentences = told(lambda: swept(network, batch_size=4))
    np.testing.assert_allclose(sweep.logits, plain.logits, atol=2e-6)
    assert sum(each.startswith(ON_CPU) for each in sentences) == 1
    assert "the graphics card has no memory left" in sentences[-1]
    assert network.device == "CPU"
    card.fails("")
    assert opened(path).device == "CUDA"  # others may fit


@pytest.mark.parametrize("said", no_card.OF_THE_NETWORK)
def test_what_fails_for_one_network_ends_cuda_for_that_one(card, path, plain, said):
    network, other = opened(path), opened(path)
    card.fails(said)
    sweep, sentences = told(lambda: swept(network))
    np.testing.assert_allclose(sweep.logits, plain.logits, atol=2e-6)
    assert [each.startswith(ON_CPU) for each in sentences] == [True]
    assert (network.device, other.device) == ("CPU", "CUDA")


@pytest.mark.parametrize("said", [no_card.CUDA_MEMORY, no_card.ILLEGAL_ACCESS])
def test_a_model_that_the_card_cannot_take_opens_on_the_cpu(card, path, said):
    card.opening = said
    for provider in ("auto", "cuda"):
        cuda.forget_loss()
        network, sentences = told(partial(opened, path, provider))
        assert network.device == "CPU"
        assert sentences
        assert all(each.startswith(ON_CPU) for each in sentences)


@pytest.mark.parametrize("said", [no_card.ARENA, no_card.ILLEGAL_ACCESS])
def test_predictions_layers_and_rise_go_on_too(card, path, said):
    prepared = opened(path, "cpu").prepare(noise(*SIZE))
    still = opened(path, "cpu")
    wanted = still.predict_input(prepared).logits
    layers = TensorReader(still.graph, "CPU").read(["i"], still.batch(prepared.pixels))
    mask_map = run(rise(still, prepared, RiseSpec(masks=20))).heatmap.values
    network = opened(path)
    card.fails(said)
    for reader in (TensorReader(network.graph, network.device),):
        found = reader.read(["i"], network.batch(prepared.pixels))
        np.testing.assert_allclose(found["i"], layers["i"], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(
        network.predict_input(prepared).logits, wanted, rtol=1e-5, atol=1e-6
    )
    found, _ = told(lambda: run(rise(network, prepared, RiseSpec(masks=20))))
    np.testing.assert_allclose(found.heatmap.values, mask_map, rtol=1e-3, atol=1e-5)


def test_layers_of_many_inputs_are_read_in_portions(card, path):
    network = opened(path)
    inputs = np.random.default_rng(0).random((9, 3, *SIZE)).astype(np.float32)
    wanted = TensorReader(network.graph, "CPU").read(["i"], inputs)["i"]
    card.fails(no_card.ARENA, above=2)
    reader = TensorReader(network.graph, network.device)
    found, sentences = told(lambda: reader.read(["i"], inputs)["i"])
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)
    assert sentences[-1] == "Went on with smaller batches (2 instead of 4)."
    card.passes.clear()
    reader.read(["i"], inputs)
    assert card.passes == [2, 2, 2, 2, 1]  # what sufficed is remembered


@pytest.mark.parametrize(
    ("said", "above", "device"),
    [
        (no_card.ARENA, 3, "CUDA"),
        (no_card.ARENA, 0, "CPU"),
        (no_card.FELL_OFF, 0, "CPU"),
    ],
)
def test_ranking_goes_on_and_keeps_all_that_it_had(card, path, said, above, device):
    inputs = np.random.default_rng(0).random((16, 3, *SIZE)).astype(np.float32)
    wanted, _ = Scorer(opened(path, "cpu"))(inputs)
    scorer = Scorer(opened(path))
    np.testing.assert_allclose(scorer(inputs)[0], wanted, rtol=1e-5, atol=1e-6)
    card.fails(said, above=above)
    (found, _), sentences = told(lambda: scorer(inputs))
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)
    assert sentences[-1].startswith(
        "Went on with smaller batches" if device == "CUDA" else ON_CPU
    )


def test_a_fixed_batch_that_does_not_fit_goes_to_the_cpu(card, tmp_path):
    """It cannot be made smaller."""
    path = convolutions(tmp_path / "fixed.onnx", SIZE, batch=4)
    network = opened(path)
    prepared = network.prepare(noise(*SIZE))
    wanted = opened(path, "cpu").predict_input(prepared).logits
    card.fails(no_card.CUDA_MEMORY)
    found, sentences = told(lambda: network.predict_input(prepared).logits)
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)
    assert sentences[0].startswith(ON_CPU)


def test_want_of_memory_on_the_cpu_stays_an_error(path, monkeypatch):
    class Short(ort.InferenceSession):
        def run(self, *_):
            raise RuntimeError(no_card.ARENA)

    monkeypatch.setattr(sessions.ort, "InferenceSession", Short)
    with pytest.raises(OutOfMemoryError):
        opened(path, "cpu")


def test_the_command_line_says_once_how_it_went_on(card, path, tmp_path, capsys):
    photo = tmp_path / "photo.png"
    Image.fromarray(noise(*SIZE).pixels).save(photo)
    out = str(tmp_path / "out")
    words = ["occlude", str(path), str(photo), "--mask", "7", "--stride", "2"]
    card.fails(no_card.ILLEGAL_ACCESS, after=8)
    assert command([*words, "--out", out]) == 0
    assert capsys.readouterr().err.count(ON_CPU) == 1
    assert (tmp_path / "out" / "occlusion.json").is_file()
