"""Networks written by hand, exported, optimised: maps equal torch's own gradients."""

from itertools import product

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper

from inference.classifier import Wishes, open_classifier
from inference.gradcam import GradCam
from inference.network.extract import extract
from inference.network.graph import TensorInfo
from inference.network.passes import run_session
from inference.network.sessions import open_session
from inference.network.tensors import TensorReader
from tests import cam_models as models
from tests import transformers
from tests.data.exporting import EXPORTERS, LEVELS, export, optimise
from tests.data.make import EXPORTS, OPSETS

OPTIMISED = [
    *product(transformers.NETWORKS, ["legacy_17"], LEVELS),
    *product(transformers.NETWORKS, ["present_23"], ["ALL"]),
]


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    """Of networks so small several threads mostly wait for each other."""
    count = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(count)


@pytest.fixture(scope="module")
def picture():
    pixels = np.random.default_rng(3).integers(0, 256, (*transformers.SIZE, 3))
    return models.photo(pixels)


def explained(path, picture):
    engine = GradCam(open_classifier(path, Wishes(preprocess="unit"), "cpu"))
    prepared = engine.classifier.prepare(picture)
    assert engine.certificate(prepared).holds
    return engine, prepared, engine.explain(prepared)


def expected_map(network, engine, prepared):
    image = torch.from_numpy(engine.classifier.batch(prepared.pixels))
    return transformers.map_by_autograd(network, image)


def assert_same(found, expected):
    scale = np.abs(expected).max()
    assert scale > 1e-3
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-5 * scale)


def assert_it_equals_autograd(name, path, picture):
    engine, prepared, answer = explained(path, picture)
    assert_same(answer.signed, expected_map(transformers.made(name), engine, prepared))
    return engine, prepared


@pytest.mark.parametrize("opset", OPSETS)
@pytest.mark.parametrize("exporter", EXPORTERS)
@pytest.mark.parametrize("name", transformers.NETWORKS)
def test_the_automatic_map_equals_autograd(picture, name, exporter, opset):
    path = EXPORTS / f"{name}_{exporter}_{opset}.onnx"
    engine, prepared = assert_it_equals_autograd(name, path, picture)
    assert len(engine.ladder(prepared)) == len(engine.layers)


@pytest.mark.parametrize(("name", "route", "level"), OPTIMISED)
def test_optimised_files_give_the_same_map(tmp_path, picture, name, route, level):
    path = EXPORTS / f"{name}_{route}.onnx"
    saved = optimise(path, tmp_path / "m.onnx", level)
    assert_it_equals_autograd(name, saved, picture)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("exporter", EXPORTERS)
def test_what_the_installed_exporter_writes_gives_the_same_map(
    tmp_path, picture, exporter
):
    network = transformers.made("vit")
    path = export(network, transformers.SIZE, tmp_path / "m.onnx", exporter)
    assert_it_equals_autograd("vit", path, picture)


@pytest.mark.parametrize("name", transformers.NETWORKS)
def test_gradients_are_the_slopes_of_the_file(picture, name):
    """The share of a channel is its mean gradient: ONNX Runtime's own difference."""
    engine, prepared, answer = explained(EXPORTS / f"{name}_legacy_17.onnx", picture)
    graph, layer = engine.classifier.graph, answer.layer
    logits = engine.classifier.readout.tensor
    before = [engine.choice.second.name] if layer.axes.extra_tokens else []
    batch = engine.classifier.batch(prepared.pixels)
    values = TensorReader(graph, "CPU").read([layer.name, *before], batch)
    fed = [TensorInfo(n, "float32", v.shape) for n, v in values.items()]
    session = open_session(extract(graph, fed, [logits]), graph, "cpu")

    def score(shift):
        moved = values | {layer.name: values[layer.name] + shift}
        answers = run_session(session, graph.path, moved, [logits])[0]
        return float(answers[0, answer.explained.target])

    channel_sums = layer.folded(values[layer.name])[0].sum((1, 2))
    shares = []
    for channel in range(layer.channels):
        shift = np.zeros_like(values[layer.name])
        at_places = np.moveaxis(shift, layer.axes.letters.index("C"), -1)
        at_places[..., channel] = 1
        if layer.axes.extra_tokens:
            at_places[:, : layer.axes.extra_tokens] = 0
        step = np.float32(1e-2) * shift
        places = layer.size.height * layer.size.width
        shares.append((score(step) - score(-step)) / (2e-2 * places))
    total = float(np.dot(shares, channel_sums))
    found = float(answer.signed.sum())
    least = 0.002 * float(np.abs(answer.signed).sum())
    assert found == pytest.approx(total, rel=0.02, abs=least)


def test_a_branch_may_hold_what_the_twin_lacks(tmp_path):
    """Only the branch that is taken has to be known."""
    rng = np.random.default_rng(0)
    branches = {}
    kinds = {"then_branch": "Relu", "else_branch": "RandomNormalLike"}
    for name, operator in kinds.items():
        output = helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
        node = helper.make_node(operator, ["conv"], [name])
        branches[name] = helper.make_graph([node], name, [], [output])
    weights = {
        "w": rng.normal(0, 0.3, (4, 3, 3, 3)).astype(np.float32),
        "yes": np.array(True),
        "head": rng.normal(0, 1, (4, 3)).astype(np.float32),
    }
    nodes = [
        models.node("Conv", "image w", "conv"),
        helper.make_node("If", ["yes"], ["taken"], **branches),
        models.node("GlobalAveragePool", "taken", "mean"),
        models.node("Flatten", "mean", "flat"),
        models.node("MatMul", "flat head", "logits"),
    ]
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 8, 8], weights)
    engine = GradCam(open_classifier(path, Wishes(preprocess="unit"), "cpu"))
    assert not engine.missing
    assert engine.automatic.name == "taken"
