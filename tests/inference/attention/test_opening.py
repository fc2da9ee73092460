"""Attention inside one operator: laid open, and followed like any other."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from inference.attention import AttentionSpec, gradient_attention, rollout
from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import GradCam
from inference.image import open_image
from tests.cam_models import PATCH, WIDTH, node, transformer
from tests.models import noise

SIZE, HEADS = (12, 20), 2
GRID = (SIZE[0] // PATCH, SIZE[1] // PATCH)
TARGET = Target(0, quantity=Quantity.LOGIT)
VIT = Path(__file__).resolve().parents[2] / "data" / "vit"
BIAS = np.random.default_rng(5).normal(0, 0.3, 3 * WIDTH).astype(np.float32)
ADDED = np.random.default_rng(6).normal(0, 1, (1, HEADS, 16, 16)).astype(np.float32)
FUSED = {"domain": "com.microsoft", "num_heads": HEADS}
OWN = {"q_num_heads": HEADS, "kv_num_heads": HEADS}


def three(weights):
    """Nodes that make biased queries, keys and values, and the biases."""
    names = ("q", "k", "v")
    pieces = zip(names, np.split(BIAS, 3), strict=True)
    biases = {f"{name}_bias": piece for name, piece in pieces}
    nodes = [
        each
        for name in names
        for each in (
            node("MatMul", f"position_added {name}", f"plain_{name}"),
            node("Add", f"plain_{name} {name}_bias", f"all_{name}"),
        )
    ]
    return nodes, biases


def own(weights, **how):
    nodes, biases = three(weights)
    inputs = "all_q all_k all_v"
    return [*nodes, node("Attention", inputs, "mixed", **OWN, **how)], biases


def own_with_mask(weights):
    nodes, biases = three(weights)
    attention = node("Attention", "all_q all_k all_v added", "mixed", **OWN)
    return [*nodes, attention], {**biases, "added": ADDED}


def fused(weights):
    joined = np.concatenate([weights[name] for name in ("q", "k", "v")], axis=1)
    attention = node("Attention", "position_added joined bias", "mixed", **FUSED)
    return [attention], {"joined": joined, "bias": BIAS}


def fused_with_mask(weights):
    (attention,), more = fused(weights)
    attention.input.extend(["", "", "added"])
    return [attention], {**more, "added": ADDED}


def fused_from_three(weights):
    nodes = [
        node("MatMul", f"position_added {name}", f"plain_{name}")
        for name in ("q", "k", "v")
    ]
    inputs = "plain_q plain_k plain_v bias"
    nodes.append(node("MultiHeadAttention", inputs, "mixed", scale=0.3, **FUSED))
    return nodes, {"bias": BIAS}


def attended(weights, image, *, scale=None, added=None):
    """Attention (heads, T, T), and its gradient by class 0, in torch by hand."""
    w = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()}
    patches = functional.conv2d(image, w["patch"], stride=PATCH)
    tokens = patches.flatten(2).transpose(1, 2)
    x = torch.cat([w["token"], tokens], 1) + w["position"]
    biases = torch.from_numpy(BIAS).split(WIDTH)
    q, k, v = (
        (x @ w[name] + bias).reshape(1, -1, HEADS, WIDTH // HEADS).transpose(1, 2)
        for name, bias in zip(("q", "k", "v"), biases, strict=True)
    )
    scale = scale or (WIDTH // HEADS) ** -0.5
    scores = scale * (q @ k.transpose(2, 3))
    scores = scores if added is None else scores + torch.from_numpy(added)
    attention = scores.softmax(-1).detach().requires_grad_()
    mixed = (attention @ v).transpose(1, 2).flatten(2)
    residual = x + mixed
    out = residual + torch.tanh(residual @ w["mlp"])
    (out[:, 0] @ w["head"])[0, 0].backward()
    return attention[0].detach().numpy(), attention.grad[0].numpy()


ROUTES = {
    "ONNX's, opset 23": (own, 23, {}),
    "ONNX's, opset 24": (own, 24, {}),
    "ONNX's, with something added": (own_with_mask, 23, {"added": ADDED}),
    "fused": (fused, 17, {}),
    "fused, with something added": (fused_with_mask, 17, {"added": ADDED}),
    "fused, from three": (fused_from_three, 17, {"scale": 0.3}),
}


def opened(path):
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


@pytest.mark.parametrize("route", ROUTES)
def test_it_is_followed_as_by_hand(tmp_path, route):
    inner, opset, how = ROUTES[route]
    path, weights = transformer(tmp_path / "v.onnx", SIZE, inner=inner, opset=opset)
    classifier = opened(path)
    prepared = classifier.prepare(noise(*SIZE))
    image = torch.from_numpy(classifier.tensor(prepared.pixels))[None]
    attention, gradient = attended(weights, image, **how)
    found = rollout(classifier, prepared, AttentionSpec(TARGET))
    expected = attention.mean(axis=0)[0, 1:].reshape(GRID) / 2
    assert found.heatmap.values == pytest.approx(expected, abs=1e-6)
    found = gradient_attention(GradCam(classifier), prepared, AttentionSpec(TARGET))
    raising = np.maximum(attention * gradient, 0).mean(axis=0)
    expected = raising[0, 1:].reshape(GRID)
    assert np.ptp(expected) > 1e-4
    assert found.heatmap.values == pytest.approx(expected, abs=1e-6)


def test_five_exports_of_one_network_have_the_same_attention():
    """As softmaxes of the graph, in ONNX's operator, in those of ONNX Runtime."""
    maps = []
    for route in ("legacy", "present", "opset23", "fused", "optimised"):
        classifier = open_classifier(VIT / f"{route}.onnx", None, "cpu")
        prepared = classifier.prepare(noise(73, 73))
        spec = AttentionSpec(TARGET)
        found = gradient_attention(GradCam(classifier), prepared, spec)
        maps.append((rollout(classifier, prepared, spec), found))
    for pair in maps[1:]:
        for one, first in zip(pair, maps[0], strict=True):
            expected = first.heatmap.values
            assert one.heatmap.values == pytest.approx(expected, abs=1e-4, rel=1e-4)
            assert one.done == 3


def test_what_looks_back_is_not_laid_open_and_says_so(tmp_path):
    def looks_back(weights):
        (attention,), more = fused(weights)
        attention.attribute.append(node("x", "", "", unidirectional=1).attribute[0])
        return [attention], more

    path, _ = transformer(tmp_path / "v.onnx", SIZE, inner=looks_back)
    classifier = opened(path)
    with pytest.raises(SpecError, match="keeps its attention inside the operator"):
        rollout(classifier, classifier.prepare(noise(*SIZE)), AttentionSpec(TARGET))


WINDOWS = "stays within windows"
NONE = "has no attention"
SHARED = {
    "hf_beit.legacy17": "",
    "hf_bit.legacy17.batch": NONE,
    "hf_clip.legacy17.batch": "",
    "hf_dinov2.legacy17.batch": "",
    "hf_pvt.legacy13": "",
    "hf_resnet.legacy17.batch.qdq": NONE,
    "hf_swin.legacy17": WINDOWS,
    "hf_swin.legacy17.qdq": WINDOWS,
    "hf_vit.dynamo20": "",
    "hf_vit.dynamo23.batch.softmax": "",
    "hf_vit.legacy14": "",
    "hf_vit.legacy14.dynq": "",
    "hf_vit.legacy14.ext": "",
    "tm_vit_gap.legacy17": "",
    "tv_densenet.legacy14.size": NONE,
}


@pytest.mark.parametrize("name", SHARED)
def test_other_peoples_transformers_work_or_say_why_not(shared, name):
    data = shared / "data"
    path = data / "models_transformers" / f"{name}.onnx"
    classifier = open_classifier(path, None, "cpu")
    photo = open_image(data / "photos/imagenet/n02099601_golden_retriever.JPEG")
    prepared, spec = classifier.prepare(photo), AttentionSpec(TARGET)
    why = SHARED[name]
    if why:
        with pytest.raises(SpecError, match=why):
            rollout(classifier, prepared, spec)
        return
    found = rollout(classifier, prepared, spec)
    assert found.heatmap.values.min() >= 0
    assert 0 < found.heatmap.values.sum() < 1 + 1e-5  # what the class token has besides
    weighed = gradient_attention(GradCam(classifier), prepared, spec)
    assert np.ptp(weighed.heatmap.values) > 0
