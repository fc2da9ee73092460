"""The network that learns: its gradients, and which of its weights train."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from inference.classifier import open_classifier
from inference.errors import SpecError
from inference.finetune import TrainingSpec
from inference.finetune.head import renewed
from inference.finetune.optimiser import Optimiser, rate_at
from inference.finetune.trainee import Batch, Trainee
from tests.data.make import EXPORTS
from tests.inference.finetune.studio import SIZE, make_net
from tests.models import node, save
from tests.transformers import made

COUNT = 6


class Written(nn.Module):
    """The network of `make_net`, written by hand."""

    def __init__(self, weights):
        super().__init__()
        self.kept = nn.ParameterDict(
            {name.replace(".", "_"): nn.Parameter(torch.from_numpy(np.array(w)))
             for name, w in weights.items()}
        )  # fmt: skip

    def forward(self, x):
        w = self.kept
        x = functional.conv2d(x, w.stem_w, w.stem_b, 2, 1)
        x = functional.batch_norm(
            x, w.norm_m.detach(), w.norm_v.detach(), w.norm_s, w.norm_b
        )
        x = functional.relu(functional.conv2d(x.relu(), w.mid_w, None, 1, 1))
        return functional.linear(x.mean((2, 3)), w.head_w, w.head_b)


@pytest.fixture(scope="module")
def classifier(tmp_path_factory):
    return open_classifier(make_net(tmp_path_factory.mktemp("model") / "net.onnx"))


def values(graph):
    """The weights of a graph, by name."""
    return {name: graph.values(proto) for name, proto in graph.weights.items()}


def some_batch(name, shape, count=COUNT, classes=3):
    random = np.random.default_rng(0)
    inputs = random.normal(size=(count, *shape)).astype(np.float32)
    true = np.arange(count) % classes
    return Batch({name: inputs}, true, np.linspace(0.5, 1.5, count, dtype=np.float32))


def test_gradients_are_those_of_the_same_network_in_torch(classifier):
    network = renewed(classifier, 3)
    trainee = Trainee(network, TrainingSpec(freeze="none"))
    batch = some_batch("x", (3, SIZE, SIZE))
    outcome, gradients = trainee.gradients(batch)
    module = Written(values(network.graph))
    losses = functional.cross_entropy(
        module(torch.from_numpy(batch.given["x"])),
        torch.from_numpy(batch.classes),
        reduction="none",
    )
    weights = torch.from_numpy(batch.weights)
    loss = (losses * weights).sum() / weights.sum()
    loss.backward()
    assert outcome.loss == pytest.approx(loss.item(), abs=1e-6)
    assert set(trainee.weights) == {
        *("stem.w", "stem.b", "norm.s", "norm.b", "mid.w", "head.w", "head.b")
    }
    assert trainee.head == {"head.w", "head.b"}
    for name, gradient in zip(trainee.weights, gradients, strict=True):
        expected = module.kept[name.replace(".", "_")].grad
        assert torch.allclose(gradient, expected, atol=1e-5, rtol=0), name


@pytest.mark.parametrize("name", ["vit_present_23", "vit_legacy_20", "swin_present_20"])
def test_gradients_of_transformers_are_those_of_the_module(name):
    classifier = open_classifier(EXPORTS / f"{name}.onnx")
    network = renewed(classifier, 5)
    trainee = Trainee(network, TrainingSpec(freeze="none"))
    module = made(name.split("_")[0])
    head = module.heads[0] if hasattr(module, "heads") else module.head
    stored = values(network.graph)
    with torch.no_grad():
        for own in trainee.head:
            weight = torch.from_numpy(np.array(stored[own]))
            (head.bias if weight.dim() == 1 else head.weight).copy_(weight)
    fed = network.graph.inputs[0]
    batch = some_batch(fed.name, fed.shape[1:], count=2, classes=5)
    _, gradients = trainee.gradients(batch)
    found = dict(zip(trainee.weights, gradients, strict=True))
    inputs = torch.from_numpy(batch.given[fed.name])
    losses = functional.cross_entropy(
        module(inputs), torch.from_numpy(batch.classes), reduction="none"
    )
    weights = torch.from_numpy(batch.weights)
    ((losses * weights).sum() / weights.sum()).backward()
    parameters = dict(module.named_parameters())
    compared = [name for name in parameters if name in found]
    assert len(compared) > 8
    for each in compared:  # exporters store equal tensors once
        own = parameters[each]
        expected = sum(p.grad for p in parameters.values() if torch.equal(p, own))
        assert torch.allclose(found[each], expected, atol=1e-5, rtol=0), each


def test_gradients_of_single_photos_add_up_to_those_of_a_batch(tmp_path, classifier):
    fixed = open_classifier(make_net(tmp_path / "fixed.onnx", batch=1))
    batch = some_batch("x", (3, SIZE, SIZE))
    spec = TrainingSpec(freeze="none")
    alone, whole = (
        Trainee(renewed(each, 3), spec).gradients(batch) for each in (fixed, classifier)
    )
    assert alone[0].loss == pytest.approx(whole[0].loss, abs=1e-6)
    assert alone[0].hits == whole[0].hits
    for one, other in zip(alone[1], whole[1], strict=True):
        assert torch.allclose(one, other, atol=1e-6)


def test_what_lies_behind_the_frozen_layer_trains(classifier):
    network = renewed(classifier, 3)
    trainee = Trainee(network, TrainingSpec(freeze="relu"))
    assert trainee.given == ("relu",)
    assert set(trainee.weights) == {"mid.w", "head.w", "head.b"}
    assert not trainee.has_norms
    assert Trainee(network, TrainingSpec(freeze="stem")).has_norms
    with pytest.raises(SpecError, match="no layer"):
        Trainee(network, TrainingSpec(freeze="nowhere"))
    with pytest.raises(SpecError, match="does not lead"):
        Trainee(network, TrainingSpec(freeze="logits"))


def shared_net(path):
    """A weight that is used twice, once transposed; and one that stands in a node."""
    random = np.random.default_rng(0)
    matrix = random.normal(0, 0.3, (6, 6)).astype(np.float32)
    factor = np.float32(random.normal(1, 0.1, 6))
    import onnx

    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat first", "a"),
        node("MatMul", "a matrix", "b"),
        node("Transpose", "matrix", "turned", perm=[1, 0]),
        node("MatMul", "b turned", "c"),
        node("Constant", "", "factor", value=onnx.numpy_helper.from_array(factor)),
        node("Mul", "c factor", "d"),
        node("MatMul", "d head", "y"),
    ]
    weights = {
        "first": np.float32(random.normal(size=(3, 6))), "matrix": matrix,
        "head": np.float32(random.normal(size=(6, 4))),
    }  # fmt: skip
    feeds = {"x": ("float32", ["N", 3, 4, 4])}
    return save(path, nodes, feeds, {"y": ("float32", ["N", 4])}, weights)


def test_a_weight_of_two_layers_has_one_gradient_and_stays_where_one_is_frozen(
    tmp_path,
):
    classifier = open_classifier(shared_net(tmp_path / "net.onnx"))
    network = renewed(classifier, 3)
    trainee = Trainee(network, TrainingSpec(freeze="none"))
    assert set(trainee.weights) == {"first", "matrix", "factor", "head"}
    batch = some_batch("x", (3, 4, 4))
    _, gradients = trainee.gradients(batch)
    stored = {n: torch.tensor(v, requires_grad=True) for n, v in
              values(network.graph).items()}  # fmt: skip
    x = torch.from_numpy(batch.given["x"]).mean((2, 3)) @ stored["first"]
    x = x @ stored["matrix"] @ stored["matrix"].T * stored["factor"] @ stored["head"]
    losses = functional.cross_entropy(
        x, torch.from_numpy(batch.classes), reduction="none"
    )
    (losses @ torch.from_numpy(batch.weights / batch.weights.sum())).backward()
    for name, gradient in zip(trainee.weights, gradients, strict=True):
        assert torch.allclose(gradient, stored[name].grad, atol=1e-5, rtol=0), name
    frozen = Trainee(network, TrainingSpec(freeze="b"))
    assert set(frozen.weights) == {"factor", "head"}


def test_batch_norm_learns_its_statistics_only_when_asked(classifier):
    network, batch = renewed(classifier, 3), some_batch("x", (3, SIZE, SIZE))
    plain = Trainee(network, TrainingSpec(freeze="none"))
    plain.gradients(batch)
    assert plain.statistics == {}
    trainee = Trainee(network, TrainingSpec(freeze="none", trains_norms=True))
    outcome, _ = trainee.gradients(batch)
    stored = values(network.graph)
    stem = functional.conv2d(
        torch.from_numpy(batch.given["x"]),
        torch.from_numpy(np.array(stored["stem.w"])), None, 2, 1,
    )  # fmt: skip
    mean, var = stem.mean((0, 2, 3)), stem.var((0, 2, 3), correction=0)
    assert torch.allclose(trainee.statistics["norm.m"], 0.1 * mean, atol=1e-6)
    assert torch.allclose(trainee.statistics["norm.v"], 0.9 + 0.1 * var, atol=1e-5)
    assert outcome.loss != pytest.approx(plain.judged(batch).loss, abs=1e-6)
    assert set(trainee.arrays()) == {*trainee.weights, "norm.m", "norm.v"}


def by_hand(kind, weight, gradient, kept, step, rate):
    """A step of SGD with momentum, or of AdamW (Loshchilov and Hutter 2019)."""
    if kind == "sgdm":
        kept[0] = 0.9 * kept[0] + gradient + 1e-4 * weight
        return weight - rate * kept[0]
    kept[0] = 0.9 * kept[0] + 0.1 * gradient
    kept[1] = 0.999 * kept[1] + 0.001 * gradient**2
    mean, square = kept[0] / (1 - 0.9**step), kept[1] / (1 - 0.999**step)
    return weight * (1 - rate * 1e-4) - rate * mean / (np.sqrt(square) + 1e-8)


@pytest.mark.parametrize("kind", ["sgdm", "adamw"])
def test_steps_are_those_of_the_books_and_larger_in_the_head(classifier, kind):
    spec = TrainingSpec(freeze="none", rate=1e-2, optimiser=kind, schedule="cosine")
    trainee = Trainee(renewed(classifier, 3), spec)
    optimiser = Optimiser(trainee.weights, trainee.head, spec)
    expected = {n: w.detach().double().numpy() for n, w in trainee.weights.items()}
    kept = {name: [0.0, 0.0] for name in expected}
    for step in range(3):
        _, gradients = trainee.gradients(some_batch("x", (3, SIZE, SIZE)))
        rate = rate_at(spec, step, 3)
        for name, gradient in zip(trainee.weights, gradients, strict=True):
            own = rate * 10 if name in trainee.head else rate
            args = expected[name], gradient.double().numpy(), kept[name], step + 1, own
            expected[name] = by_hand(kind, *args)
        optimiser.step(gradients, rate)
    assert rate_at(spec, 0, 3) == pytest.approx(1e-2)
    assert rate_at(spec, 2, 4) == pytest.approx(5e-3)
    for name, weight in trainee.weights.items():
        found = weight.detach().numpy()
        assert np.allclose(found, expected[name], rtol=0, atol=1e-6), name
