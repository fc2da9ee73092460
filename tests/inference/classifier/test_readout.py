"""Where logits are read, and the one rule by which NumPy and torch read them."""

import numpy as np
import pytest
import torch

from inference.classifier import Activation, Readout, open_classifier
from inference.classifier.readout import find_logits, output_scale
from inference.network.graph import read_graph
from tests.models import ENDINGS, linear

WEIGHTS = np.random.default_rng(7).normal(0, 0.2, (4, 5, 6, 3))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "m.onnx"


@pytest.mark.parametrize(
    ("ending", "activation"),
    [
        ("softmax", "softmax"),
        ("log softmax", "softmax"),
        ("softmax (N, K, 1, 1)", "softmax"),
        ("quantised softmax", "softmax"),
        ("sigmoid", "sigmoid"),
        ("logits", None),
        ("decomposed softmax", None),
        ("quantised logits", None),
    ],
)
def test_logits_are_found_behind_the_last_activation(path, ending, activation):
    behind = find_logits(read_graph(linear(path, WEIGHTS, ending=ending)))
    if activation is None:
        assert behind is None
    else:
        assert (behind.tensor, behind.activation.value) == ("logits", activation)


def test_a_quantised_output_tells_its_scale(path):
    graph = read_graph(linear(path, WEIGHTS, ending="quantised logits"))
    assert output_scale(graph) == (pytest.approx(0.05), 100)
    assert output_scale(read_graph(linear(path, WEIGHTS))) is None


@pytest.mark.parametrize("activation", Activation)
@pytest.mark.parametrize("count", [1, 5])
def test_torch_and_numpy_read_alike(activation, count):
    raw = np.random.default_rng(3).integers(0, 256, (7, count), np.uint8)
    readout = Readout("y", 1 / 256, 3, activation)
    ours = readout.logits(raw.astype(np.float64), np)
    theirs = readout.logits(torch.from_numpy(raw).double(), torch)
    assert ours.shape == (7, max(count, 2))
    assert theirs.numpy() == pytest.approx(ours, rel=1e-15, abs=1e-15)
    shares = activation.probabilities(theirs, torch)
    assert shares.dtype == torch.float64
    assert shares.numpy() == pytest.approx(
        activation.probabilities(ours, np), rel=1e-12, abs=1e-15
    )


@pytest.mark.parametrize("activation", Activation)
def test_gradients_of_probabilities_are_those_of_torch(activation):
    theirs = {
        Activation.SOFTMAX: lambda x: x.softmax(-1),
        Activation.SIGMOID: torch.sigmoid,
        Activation.EXP: torch.exp,
    }[activation]
    values = torch.randn((6, 5), dtype=torch.float64) * 8
    values[0] = torch.tensor([3.0, 3.0, 3.0, -700.0, 2.0])  # equals, and one far away
    logits = -values.abs() if activation is Activation.EXP else values
    weights = torch.randn_like(logits)
    gradients = []
    for rule in (lambda x: activation.probabilities(x, torch), theirs):
        leaf = logits.clone().requires_grad_()
        (rule(leaf) * weights).sum().backward()
        gradients.append(leaf.grad)
    assert gradients[0].numpy() == pytest.approx(gradients[1].numpy(), abs=1e-14)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_classifier_reads_what_its_readout_says(path, ending):
    classifier = open_classifier(linear(path, WEIGHTS, ending=ending))
    pixels = np.random.default_rng(1).integers(0, 256, (3, 5, 6, 3), np.uint8)
    raw = classifier.forward(classifier.tensor(pixels))
    read = classifier.readout.logits(torch.from_numpy(raw).double(), torch)
    logits = classifier.logits(classifier.tensor(pixels))
    assert read.numpy() == pytest.approx(logits, abs=1e-5)
