import numpy as np
import pytest
import torch
from torch import nn

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import GradCam
from inference.integrated import (
    IntegratedSpec,
    SmoothSpec,
    integrated_gradients,
    smooth_gradients,
)
from inference.integrated.integrated import Way
from inference.jobs import run
from inference.occluder import BASELINES
from tests.cam_models import node, photo, save

SIZE = (7, 10)
TARGET = Target(0, quantity=Quantity.LOGIT)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.first, self.second = nn.Conv2d(3, 4, 3), nn.Conv2d(4, 5, 3)
        self.head = nn.Linear(5, 3)

    def forward(self, image):
        x = torch.tanh(self.second(torch.relu(self.first(image))))
        return self.head(x.mean((2, 3)))


MODULE = Net().requires_grad_(requires_grad=False)


@pytest.fixture(params=["N", 1, 4])
def engine(tmp_path, request):
    weights = {n: p.numpy() for n, p in MODULE.named_parameters()}
    nodes = [
        node("Conv", "image first.weight first.bias", "a"),
        node("Relu", "a", "b"),
        node("Conv", "b second.weight second.bias", "c"),
        node("Tanh", "c", "d"),
        node("GlobalAveragePool", "d", "e"),
        node("Flatten", "e", "f"),
        node("Gemm", "f head.weight head.bias", "logits", transB=1),
    ]
    path = save(tmp_path / "net.onnx", nodes, [request.param, 3, *SIZE], weights)
    wishes = Wishes(preprocess="torchvision", resize="squash")
    return GradCam(open_classifier(path, wishes))


@pytest.fixture
def prepared(engine):
    pixels = np.random.default_rng(2).integers(0, 256, (*SIZE, 3))
    return engine.classifier.prepare(photo(pixels))


def fed(engine, pixels):
    return torch.from_numpy(engine.classifier.tensor(pixels))[None]


@pytest.mark.parametrize("name", ["black", "gray", "blurred"])
def test_integrated_gradients_equal_captum(engine, prepared, name):
    from captum.attr import IntegratedGradients

    blank = np.broadcast_to(BASELINES[name].filling(prepared), prepared.pixels.shape)
    expected, missed = IntegratedGradients(MODULE).attribute(
        fed(engine, prepared.pixels),
        fed(engine, blank),
        target=0,
        n_steps=20,
        method="gausslegendre",
        return_convergence_delta=True,
    )
    spec = IntegratedSpec(TARGET, BASELINES[name], steps=20)
    found = run(integrated_gradients(engine, prepared, spec))
    assert found.heatmap.values == pytest.approx(
        expected[0].sum(0).detach().numpy(), abs=1e-5
    )
    measures = found.health.measures
    assert measures["summed"] - measures["change"] == pytest.approx(
        float(missed), abs=1e-5
    )
    assert found.health.is_sound == (measures["completeness_error"] <= 0.05)


def test_the_magnitude_adds_up_colours_without_their_signs(engine, prepared):
    summed, magnitude = (
        run(integrated_gradients(engine, prepared, IntegratedSpec(TARGET, colors=how)))
        for how in ("summed", "magnitude")
    )
    assert (magnitude.heatmap.values >= np.abs(summed.heatmap.values) - 1e-6).all()


def test_a_kink_is_met_by_fifty_steps():
    """relu(relu(x1) - 1 - relu(x2)) at (3, 1), from 0: (1.5, -0.5)."""

    def gradients(inputs):
        x = torch.from_numpy(inputs).requires_grad_()
        y = torch.relu(torch.relu(x[:, 0]) - 1 - torch.relu(x[:, 1]))
        (found,) = torch.autograd.grad(y.sum(), x)
        return y.detach().numpy(), found.numpy()

    way = Way(np.zeros(2, np.float32), np.float32([3, 1]), 50)
    assert [*way.added_up(gradients)][-1] == 50
    assert way.attributions == pytest.approx([1.5, -0.5], abs=1e-6)


@pytest.mark.parametrize("averaged", ["gradient", "integrated"])
def test_smoothgrad_equals_captum(engine, prepared, averaged, monkeypatch):
    """captum is handed the same noise."""
    from captum.attr import IntegratedGradients, NoiseTunnel, Saliency

    image, deviation = fed(engine, prepared.pixels), 0.2
    wide = deviation * float(image.max() - image.min())
    random = np.random.default_rng(5)
    noise = [random.normal(0, wide, image.shape[1:]) for _ in range(4)]
    noise = torch.from_numpy(np.stack(noise).astype(np.float32))
    monkeypatch.setattr(torch, "normal", lambda mean, _: mean + noise)
    kind = Saliency(MODULE)
    options = {"abs": False}
    if averaged == "integrated":
        kind = IntegratedGradients(MODULE)
        black = np.zeros_like(prepared.pixels)
        options = {"n_steps": 6, "method": "gausslegendre"}
        options["baselines"] = fed(engine, black)
    expected = NoiseTunnel(kind).attribute(
        image, nt_type="smoothgrad", nt_samples=4, stdevs=wide, target=0, **options
    )
    spec = SmoothSpec(
        TARGET, 4, deviation, averaged=averaged, colors="summed", steps=6, seed=5
    )
    found = run(smooth_gradients(engine, prepared, spec))
    assert found.heatmap.values == pytest.approx(
        expected[0].sum(0).detach().numpy(), abs=1e-5
    )


def test_smoothgrad_grows_and_says_how_far_noise_moves_it(engine, prepared):
    steps, spec = [], SmoothSpec(TARGET, 5)
    found = run(smooth_gradients(engine, prepared, spec), steps.append)
    assert [step.done for step in steps] == [1, 2, 3, 4, 5]
    assert "not known" in steps[0].partial.health.sentence
    assert (
        0 < found.health.measures["noise"] < steps[1].partial.health.measures["noise"]
    )
    still = run(smooth_gradients(engine, prepared, SmoothSpec(TARGET, 3, 0)))
    assert still.health.measures["noise"] == pytest.approx(0, abs=1e-4)


def test_what_cannot_work_is_refused():
    for wrong in ({"samples": 0}, {"noise": -1}, {"seed": -1}, {"steps": 0}):
        with pytest.raises(SpecError):
            SmoothSpec(TARGET, **wrong)
    for noise in (np.nan, np.inf, 1e30):
        with pytest.raises(SpecError, match="noise from 0 to 100"):
            SmoothSpec(TARGET, noise=noise)
    with pytest.raises(SpecError):
        IntegratedSpec(TARGET, steps=0)
