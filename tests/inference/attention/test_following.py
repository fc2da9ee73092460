import numpy as np
import pytest
import torch
from torch.nn import functional

from inference.attention import (
    AttentionSpec,
    gradient_attention,
    rolled_out,
    rollout,
)
from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import GradCam
from tests.cam_models import PATCH, pooled, transformer
from tests.models import noise

SIZE = (12, 20)
GRID = (SIZE[0] // PATCH, SIZE[1] // PATCH)
TARGET = Target(0, quantity=Quantity.LOGIT)


def opened(path):
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


def attended(weights, image, reads):
    """Attention (T, T) of the one block, and its gradient by class 0, in torch."""
    w = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}
    patches = functional.conv2d(image, w["patch"], stride=PATCH)
    tokens = patches.flatten(2).transpose(1, 2)
    x = torch.cat([w["token"], tokens], 1) + w["position"]
    attention = ((x @ w["q"]) @ (x @ w["k"]).transpose(1, 2)).softmax(-1)
    attention.requires_grad_()
    residual = x + attention @ (x @ w["v"])
    out = residual + torch.tanh(residual @ w["mlp"])
    read = out[:, 0] if reads == "class token" else out.mean(1)
    (read @ w["head"])[0, 0].backward()
    return attention[0].detach().numpy(), attention.grad[0].numpy()


@pytest.fixture(params=["class token", "mean"])
def vision(tmp_path, request):
    """A transformer, a photo, its attention and the gradient there."""
    path, weights = transformer(tmp_path / "v.onnx", SIZE, reads=request.param)
    classifier = opened(path)
    prepared = classifier.prepare(noise(*SIZE))
    image = torch.from_numpy(classifier.tensor(prepared.pixels))[None]
    return classifier, prepared, *attended(weights, image, request.param)


def test_rollout_by_hand():
    """Two blocks of two heads, against the formula written out."""
    random = np.random.default_rng(3)
    blocks = [random.dirichlet(np.ones(5), (2, 5)) for _ in range(2)]
    identity, expected = np.eye(5), np.eye(5)
    for block in blocks:
        mixed = (block[0] + block[1]) / 2 + identity
        for row in range(5):
            mixed[row] /= mixed[row].sum()
        expected = mixed @ expected
    assert rolled_out(blocks) == pytest.approx(expected)
    assert rolled_out(blocks).sum(axis=1) == pytest.approx(np.ones(5))
    strongest = rolled_out([np.maximum(*block)[None] for block in blocks])
    assert rolled_out(blocks, "strongest") == pytest.approx(strongest)


def test_a_block_is_followed_to_the_photo(vision):
    """Half attention, half the token itself, read at the class token."""
    classifier, prepared, attention, _ = vision
    found = rollout(classifier, prepared, AttentionSpec(TARGET))
    expected = attention[0, 1:].reshape(GRID) / 2
    assert found.heatmap.values == pytest.approx(expected, abs=1e-6)
    assert not found.health.is_sound  # it is not of one class


def test_attention_is_weighed_by_its_gradient(vision):
    classifier, prepared, attention, gradient = vision
    found = gradient_attention(GradCam(classifier), prepared, AttentionSpec(TARGET))
    expected = np.maximum(attention * gradient, 0)[0, 1:].reshape(GRID)
    assert found.heatmap.values == pytest.approx(expected, abs=1e-6)
    assert found.target.class_index == 0


def test_blocks_that_are_not_there_are_refused(tmp_path):
    classifier = opened(transformer(tmp_path / "v.onnx", SIZE)[0])
    prepared = classifier.prepare(noise(*SIZE))
    with pytest.raises(SpecError, match="no block 1: the network has 1"):
        rollout(classifier, prepared, AttentionSpec(TARGET, first=1))
    with pytest.raises(SpecError):
        AttentionSpec(TARGET, first=-1)


def test_a_network_without_attention_says_so(tmp_path):
    random = np.random.default_rng(1)
    path = pooled(
        tmp_path / "c.onnx",
        random.normal(size=(4, 3, 3, 3)),
        random.normal(size=(4, 3)),
    )
    classifier = opened(path)
    with pytest.raises(SpecError, match="no attention"):
        rollout(classifier, classifier.prepare(noise(8, 8)), AttentionSpec(TARGET))
