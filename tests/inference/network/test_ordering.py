"""A file whose nodes lie in any order is read as ONNX Runtime reads it."""

import numpy as np
import onnx
import pytest

from inference.classifier import Wishes, open_classifier
from inference.errors import ModelError
from inference.network.graph import read_graph
from tests.models import linear, noise


@pytest.fixture
def model(tmp_path):
    weights = np.random.default_rng(0).normal(size=(3, 8, 8, 3))
    return linear(tmp_path / "model.onnx", weights)


def saved(path, change):
    file = onnx.load(path)
    change(file.graph)
    return onnx.save(file, path)


def backwards(graph):
    nodes = list(graph.node)[::-1]
    copies = [onnx.NodeProto.FromString(n.SerializeToString()) for n in nodes]
    del graph.node[:]
    graph.node.extend(copies)


def test_nodes_stand_behind_what_they_read(model):
    before = [node.name or node.outputs[0] for node in read_graph(model).nodes]
    saved(model, backwards)
    after = [node.name or node.outputs[0] for node in read_graph(model).nodes]
    assert after == before


def test_of_several_outputs_one_is_read_whatever_the_order_of_nodes(model):
    """A part of the network is run then, which was cut out in the order of the file."""

    def change(graph):
        backwards(graph)
        graph.output.append(onnx.ValueInfoProto(name="flat"))

    photo = noise(8, 8)
    wishes = Wishes(preprocess="unit")
    wanted = open_classifier(model, wishes, "cpu").predict(photo).logits
    saved(model, change)
    found = open_classifier(model, wishes, "cpu").predict(photo).logits
    assert found == pytest.approx(wanted)


def test_a_circle_ends_in_a_sentence_of_its_own(model):
    saved(model, lambda graph: graph.node[0].input.__setitem__(0, "logits"))
    with pytest.raises(ModelError, match="refuses"):
        open_classifier(model, None, "cpu")
