"""HiResCAM, LayerCAM and Score-CAM."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import (
    GradCam,
    GradCamSpec,
    ScoreCamSpec,
    grad_cam,
    hires_cam,
    layer_cam,
    score_cam,
)
from inference.jobs import run
from inference.occluder import BASELINES
from tests.cam_models import node, photo, save

SIZE = (8, 12)
LOGIT = Target(0, quantity=Quantity.LOGIT)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.first, self.second = nn.Conv2d(3, 4, 3, 2), nn.Conv2d(4, 5, 2)
        self.head = nn.Linear(5 * 2 * 4, 3)

    def forward(self, image):
        return self.rest(torch.relu(self.first(image)))

    def rest(self, activations):
        x = torch.tanh(self.second(activations))
        return self.head(x.flatten(1))


MODULE = Net().requires_grad_(requires_grad=False)


@pytest.fixture
def classifier(tmp_path):
    weights = {n: p.numpy() for n, p in MODULE.named_parameters()}
    nodes = [
        node("Conv", "image first.weight first.bias", "a", strides=[2, 2]),
        node("Relu", "a", "layer"),
        node("Conv", "layer second.weight second.bias", "c"),
        node("Tanh", "c", "d"),
        node("Flatten", "d", "f"),
        node("Gemm", "f head.weight head.bias", "logits", transB=1),
    ]
    path = save(tmp_path / "net.onnx", nodes, ["N", 3, *SIZE], weights)
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


@pytest.fixture
def prepared(classifier):
    pixels = np.random.default_rng(2).integers(0, 256, (*SIZE, 3))
    return classifier.prepare(photo(pixels))


def weighed(classifier, prepared):
    """A and ∂y/∂A of class 0, in torch."""
    image = torch.from_numpy(classifier.tensor(prepared.pixels))[None]
    activations = torch.relu(MODULE.first(image)).requires_grad_()
    MODULE.rest(activations)[0, 0].backward()
    return activations[0].detach().numpy(), activations.grad[0].numpy()


@pytest.mark.parametrize("name", ["hirescam", "layercam"])
def test_the_equations_by_hand(classifier, prepared, name):
    values, slopes = weighed(classifier, prepared)
    kept = np.maximum(slopes, 0) if name == "layercam" else slopes
    expected = (kept * values).sum(axis=0)
    spec = GradCamSpec(LOGIT, layer="layer", equation=name)
    found = GradCam(classifier).explain(prepared, spec)
    assert found.signed == pytest.approx(expected, abs=1e-5)
    assert found.heatmap.values == pytest.approx(np.maximum(expected, 0), abs=1e-5)
    assert {"hirescam": "HiResCAM", "layercam": "LayerCAM"}[name] in found.heatmap.title


def test_hirescam_is_what_captum_adds_up_over_channels(classifier, prepared):
    from captum.attr import LayerGradientXActivation

    image = torch.from_numpy(classifier.tensor(prepared.pixels))[None]
    expected = LayerGradientXActivation(MODULE, MODULE.second).attribute(
        image, target=0, attribute_to_layer_input=True
    )
    spec = GradCamSpec(LOGIT, layer="layer", equation="hirescam")
    found = GradCam(classifier).explain(prepared, spec)
    assert found.signed == pytest.approx(expected[0].sum(0).detach().numpy(), abs=1e-5)


def test_they_are_grad_cam_where_gradients_are_constant():
    random = np.random.default_rng(4)
    values = random.normal(size=(6, 5, 9)).astype(np.float32)
    slopes = np.broadcast_to(random.random((6, 1, 1)), values.shape).astype(np.float32)
    expected = grad_cam(values, slopes)
    assert hires_cam(values, slopes) == pytest.approx(expected, abs=1e-5)
    assert layer_cam(values, slopes) == pytest.approx(expected, abs=1e-5)
    assert layer_cam(values, -slopes) == pytest.approx(0)


@pytest.mark.parametrize("count", [None, 2])
@pytest.mark.parametrize("name", ["black", "gray"])
def test_score_cam_is_a_plain_loop(classifier, prepared, count, name):
    image = torch.from_numpy(classifier.tensor(prepared.pixels))[None]
    pixels = np.broadcast_to(BASELINES[name].filling(prepared), prepared.pixels.shape)
    blank = torch.from_numpy(classifier.tensor(pixels))[None]
    maps = torch.relu(MODULE.first(image))[0]
    order = sorted(range(len(maps)), key=lambda k: -float(maps[k].max()))
    expected = torch.zeros(maps.shape[1:])
    for k in order[:count]:
        unit = (maps[k] - maps[k].min()) / (maps[k].max() - maps[k].min())
        large = functional.interpolate(unit[None, None], SIZE, mode="bilinear")
        mixed = blank + (image - blank) * large
        gain = MODULE(mixed).softmax(1)[0, 2] - MODULE(blank).softmax(1)[0, 2]
        expected += gain * maps[k]
    spec = ScoreCamSpec(Target(2), "layer", count, BASELINES[name])
    found = run(score_cam(classifier, prepared, spec, batch_size=3))
    assert found.heatmap.values == pytest.approx(
        np.maximum(expected.numpy(), 0), abs=1e-5
    )
    assert found.done == (count or 4)
    assert f"{count or 4} of 4 maps used." in found.health.sentence


def test_score_cam_explains_a_probability_at_a_layer_that_is_there(
    classifier, prepared
):
    with pytest.raises(SpecError, match="probability"):
        ScoreCamSpec(LOGIT)
    with pytest.raises(SpecError, match="no layer"):
        run(score_cam(classifier, prepared, ScoreCamSpec(Target(0), "nothing")))
    found = run(score_cam(classifier, prepared, ScoreCamSpec()))
    assert found.settings["layer_is_automatic"]
