import numpy as np
import onnx
import pytest

from inference.network.extract import ancestors, extract
from inference.network.graph import TensorInfo, read_graph
from inference.network.passes import run_session
from inference.network.sessions import open_session
from inference.network.shapes import infer_shapes
from tests.models import node, save

WEIGHTS = {
    "narrow": np.float32([0.5, -1, 2]).reshape(1, 3, 1, 1),
    "wide": np.arange(27, dtype=np.float32).reshape(1, 3, 3, 3) / 27,
    "unused": np.ones(5, np.float32),
}


@pytest.fixture
def path(tmp_path):
    nodes = [
        node("Mul", "x narrow", "a"),
        node("Relu", "a", "b"),
        node("Conv", "b wide", "c", auto_pad="SAME_UPPER", strides=[2, 2]),
        node("Neg", "b", "aside"),
        node("Flatten", "c", "y"),
    ]
    feeds, answer = {"x": ("float32", ["N", 3, 6, 6])}, {"y": ("float32", ["N", 9])}
    return save(tmp_path / "m.onnx", nodes, feeds, answer, WEIGHTS)


def run(graph, model, name, values, wanted):
    session = open_session(model, graph, "cpu")
    return run_session(session, graph.path, {name: values}, [wanted])[0]


def test_a_part_from_the_input_on_holds_only_what_leads_to_its_end(path):
    graph = read_graph(path)
    part = extract(graph, graph.inputs, ["b"])
    assert [made.op_type for made in part.graph.node] == ["Mul", "Relu"]
    assert [weight.name for weight in part.graph.initializer] == ["narrow"]
    values = np.random.default_rng(0).normal(size=(2, 3, 6, 6)).astype(np.float32)
    expected = np.maximum(values * WEIGHTS["narrow"], 0)
    assert (run(graph, part, "x", values, "b") == expected).all()


def test_a_part_between_two_tensors_knows_nothing_before_them(path):
    graph = read_graph(path)
    fed = TensorInfo("b", "float32", ("N", 3, "h", "w"))
    part = extract(graph, [fed], ["c"])
    assert [made.op_type for made in part.graph.node] == ["Conv"]
    assert [given.name for given in part.graph.input] == ["b"]
    values = np.random.default_rng(0).normal(size=(2, 3, 6, 6)).astype(np.float32)
    whole = run(graph, graph.with_outputs(["b", "c"]), "x", values, "c")
    seen = run(graph, graph.with_outputs(["b", "c"]), "x", values, "b")
    assert (run(graph, part, "b", seen, "c") == whole).all()


def test_crops_are_padded_as_the_whole_is(path):
    """For the whole, padding stands at the bottom and at the right alone."""
    graph = read_graph(path)
    shapes = infer_shapes(graph, (1, 3, 6, 6))
    fed = TensorInfo("b", "float32", ("N", 3, "h", "w"))
    part = extract(graph, [fed], ["c"], padded_as=shapes)
    whole = np.random.default_rng(0).normal(size=(1, 3, 6, 6)).astype(np.float32)
    expected = run(graph, part, "b", whole, "c")
    crop = run(graph, part, "b", whole[:, :, 2:, 2:], "c")
    assert crop.shape == (1, 1, 2, 2)
    assert crop == pytest.approx(expected[:, :, 1:, 1:], abs=1e-6)
    odd = run(graph, part, "b", whole[:, :, :5, :5], "c")
    assert odd[:, :, :2, :2] == pytest.approx(expected[:, :, :2, :2], abs=1e-6)


def test_weights_that_a_file_lists_among_its_inputs_go_along(path):
    model = onnx.load(path)
    shape = WEIGHTS["narrow"].shape
    listed = onnx.helper.make_tensor_value_info("narrow", onnx.TensorProto.FLOAT, shape)
    model.graph.input.append(listed)
    onnx.save(model, path)
    graph = read_graph(path)
    part = extract(graph, graph.inputs, ["b"])
    assert [given.name for given in part.graph.input] == ["x", "narrow"]
    values = np.ones((1, 3, 6, 6), np.float32)
    assert run(graph, part, "x", values, "b").max() == 2


def test_what_a_branch_reads_is_among_the_ancestors(tmp_path):
    def branch(name):
        out = onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        inner = onnx.helper.make_node("Relu", ["hidden"], [name])
        return onnx.helper.make_graph([inner], name, [], [out])

    nodes = [
        node("Neg", "x", "hidden"),
        node("If", "flag", "y", then_branch=branch("p"), else_branch=branch("q")),
    ]
    feeds, answer = {"x": ("float32", ["N", 3])}, {"y": ("float32", ["N", 3])}
    weights = {"flag": np.array(True)}
    path = save(tmp_path / "m.onnx", nodes, feeds, answer, weights)
    graph = read_graph(path)
    assert ancestors(graph, "y") >= {"x", "hidden", "flag"}
    part = extract(graph, graph.inputs, ["y"])
    values = np.float32([[-1, 2, -3]])
    assert (run(graph, part, "x", values, "y") == [[1, 0, 3]]).all()
