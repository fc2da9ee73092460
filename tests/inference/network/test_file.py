"""What is taken out of a file while it is read is all there, and only once."""

import hashlib

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inference.classifier import open_classifier
from inference.errors import ModelError
from inference.network.graph import read_graph
from inference.network.wire import LARGE
from tests.models import average_pool

CLASSES = 1000  # 12 kB of float32, enough to be taken out
VALUES = np.random.default_rng(0).normal(size=(3, CLASSES)).astype(np.float32)
PIXELS = np.random.default_rng(1).random((2, 3, 5, 6), np.float32)


@pytest.fixture
def path(tmp_path):
    return average_pool(tmp_path / "model.onnx", (5, 6), VALUES)


def stored_as(path, tensor):
    """Writes the model with its weight stored in another way."""
    model = onnx.load(path)
    model.graph.initializer[0].CopyFrom(tensor)
    path.write_bytes(model.SerializeToString())


def in_typed_field(values):
    kind = helper.np_dtype_to_tensor_dtype(values.dtype)
    return helper.make_tensor("matrix", kind, values.shape, values.ravel())


def only_weight(graph):
    return graph.values(graph.weights["matrix"])


def test_large_weights_lie_outside_the_model(path):
    graph = read_graph(path)
    assert len(graph.model.SerializeToString()) < LARGE < VALUES.nbytes
    assert np.array_equal(only_weight(graph), VALUES)
    assert not only_weight(graph).flags.writeable
    assert only_weight(graph) is only_weight(graph)
    assert graph.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "kind", ["float32", "float16", "float64", "int8", "uint8", "int64", "bool"]
)
@pytest.mark.parametrize("make", [in_typed_field, numpy_helper.from_array])
def test_weights_of_any_type_are_read_from_any_field(path, kind, make):
    values = (VALUES * 50).clip(0, 99).repeat(8, axis=1).astype(kind)
    tensor = make(values)
    tensor.name = "matrix"
    stored_as(path, tensor)
    found = only_weight(read_graph(path))
    assert found.dtype == values.dtype
    assert np.array_equal(found, values)


def test_weights_in_two_pieces_are_joined(path):
    stored_as(path, in_typed_field(VALUES))
    data = path.read_bytes()
    model = onnx.ModelProto(graph=onnx.GraphProto(initializer=[TensorProto()]))
    path.write_bytes(data + model.SerializeToString())  # messages are joined
    assert np.array_equal(only_weight(read_graph(path)), VALUES)


def test_a_weight_of_another_length_than_its_shape_ends_in_a_sentence(path):
    tensor = numpy_helper.from_array(VALUES, "matrix")
    tensor.raw_data = tensor.raw_data[:-4]
    stored_as(path, tensor)
    assert read_graph(path).parameters == VALUES.size
    with pytest.raises(ModelError, match="ONNX Runtime refuses it") as refused:
        open_classifier(path)
    assert ".cc:" not in str(refused.value)  # no place in ONNX Runtime's own files


@pytest.mark.parametrize("at", [0.01, 0.5, 0.999])
def test_a_file_that_was_cut_short_is_damaged(path, at):
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * at)])
    with pytest.raises(ModelError, match="damaged or of another kind"):
        read_graph(path)


def test_classes_are_those_of_the_weights(path):
    logits = open_classifier(path, provider="cpu").logits(PIXELS)
    np.testing.assert_allclose(
        logits, PIXELS.mean((2, 3)) @ VALUES, rtol=1e-4, atol=1e-6
    )


def test_weights_that_nothing_uses_do_no_harm(path):
    model = onnx.load(path)
    model.graph.initializer.append(numpy_helper.from_array(VALUES, "left over"))
    path.write_bytes(model.SerializeToString())
    assert open_classifier(path, provider="cpu").logits(PIXELS).shape == (2, CLASSES)


@pytest.mark.parametrize("threshold", [0, LARGE])
def test_weights_beside_the_file_are_read_with_it(path, threshold):
    model = onnx.load(path)
    onnx.save(
        model,
        path,
        save_as_external_data=True,
        location="w.bin",
        size_threshold=threshold,
    )
    graph = read_graph(path)
    (path.parent / "w.bin").unlink()
    assert np.array_equal(only_weight(graph), VALUES)
