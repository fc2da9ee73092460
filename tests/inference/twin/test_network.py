"""What a twin promises, shown on graphs of a few nodes."""

import weakref
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from inference.errors import ModelError, UnsupportedOperatorError
from inference.network.graph import read_graph
from inference.twin import program
from inference.twin.module import load_twin
from tests.models import in_memory

FLOAT = TensorProto.FLOAT


def model(nodes, inputs, outputs, constants=None, **details):
    """A model; `inputs` are names with shapes, `constants` names with arrays."""
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(n, FLOAT, s) for n, s in inputs.items()],
        [helper.make_tensor_value_info(n, FLOAT, None) for n in outputs],
        [
            numpy_helper.from_array(np.asarray(v), n)
            for n, v in (constants or {}).items()
        ],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("own", 1)]
    details.setdefault("opset_imports", opsets)
    return helper.make_model(graph, ir_version=8, **details)


def classifier():
    """Convolution, ReLU, pooling, dense: four inner tensors."""
    rng = np.random.default_rng(1)
    constants = {
        "conv.w": rng.normal(size=(4, 3, 3, 3)).astype(np.float32),
        "conv.b": rng.normal(size=4).astype(np.float32),
        "fc/w": rng.normal(size=(4, 5)).astype(np.float32),
        "shape": np.array([0, -1]),
    }
    nodes = [
        helper.make_node("Conv", ["x", "conv.w", "conv.b"], ["c"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c"], ["r"]),
        helper.make_node("GlobalAveragePool", ["r"], ["g"]),
        helper.make_node("Reshape", ["g", "shape"], ["f"]),
        helper.make_node("MatMul", ["f", "fc/w"], ["logits"]),
    ]
    return model(nodes, {"x": ["N", 3, "H", "W"]}, ["logits"], constants)


def picture(seed=0, size=6):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(1, 3, size, size, generator=generator)


def answer(proto, *inputs):
    session = onnxruntime.InferenceSession(
        proto.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    names = [value.name for value in session.get_inputs()]
    return session.run(None, {n: x.numpy() for n, x in zip(names, inputs, strict=True)})


def test_a_twin_answers_like_onnx_runtime():
    twin = load_twin(in_memory(classifier()))
    (logits,) = twin(picture())
    np.testing.assert_allclose(
        logits.detach(), answer(classifier(), picture())[0], rtol=1e-5, atol=1e-6
    )


def test_weights_train_and_shapes_do_not():
    twin = load_twin(in_memory(classifier()))
    assert list(twin.weights) == ["conv.w", "conv.b", "fc/w"]
    assert all(weight.requires_grad for weight in twin.weights.values())
    assert len(list(twin.parameters())) == 3
    twin(picture())[0].sum().backward()
    assert all(weight.grad is not None for weight in twin.weights.values())


def test_statistics_and_bounds_are_buffers():
    vector = np.ones(3, np.float32)
    nodes = [
        helper.make_node("BatchNormalization", ["x", *"sbmv"], ["n"]),
        helper.make_node("Sub", ["n", "mean of the data"], ["d"]),
        helper.make_node("Mul", ["d", "two"], ["y"]),
    ]
    constants = {
        **dict.fromkeys("sbmv", vector),
        "mean of the data": vector.reshape(1, 3, 1, 1),
        "two": np.float32(2),
    }
    twin = load_twin(in_memory(model(nodes, {"x": [1, 3, 2, 2]}, ["y"], constants)))
    assert list(twin.weights) == ["s", "b"]


def test_a_weight_behind_a_transpose_trains():
    nodes = [
        helper.make_node("Transpose", ["w"], ["wt"]),
        helper.make_node("MatMul", ["x", "wt"], ["y"]),
    ]
    constants = {"w": np.ones((2, 3), np.float32)}
    twin = load_twin(in_memory(model(nodes, {"x": [1, 3]}, ["y"], constants)))
    assert list(twin.weights) == ["w"]
    assert len(twin.calls) == 2


def test_watched_tensors_hang_on_the_graph():
    twin = load_twin(in_memory(classifier()))
    (logits,), seen = twin.run([picture()], watch=["r", "x"])
    (slope,) = torch.autograd.grad(logits[0, 2], seen["r"])
    weight = twin.weights["fc/w"][:, 2].detach() / 36
    assert torch.allclose(slope, weight.reshape(1, 4, 1, 1).expand(1, 4, 6, 6))
    assert twin.run({"x": picture()})[0][0].shape == (1, 5)


def test_the_tail_starts_in_the_middle():
    twin = load_twin(in_memory(classifier()))
    _, seen = twin.run([picture()], watch=["r", "logits"])
    features = seen["r"].detach().requires_grad_()
    values = twin.tail({"r": features}, ["logits"])
    assert list(values) == ["logits"]
    assert torch.equal(values["logits"], seen["logits"])
    (slope,) = torch.autograd.grad(values["logits"][0, 0], features)
    assert slope.shape == features.shape


def test_the_tail_runs_no_more_than_it_needs():
    twin = load_twin(in_memory(classifier()))
    shape_mismatch = torch.zeros(1, 99)  # would break the dense layer
    values = twin.tail({"x": picture(), "f": shape_mismatch}, ["g"])
    assert values["g"].shape == (1, 4, 1, 1)


def test_a_tail_without_its_input_says_what_is_missing():
    with pytest.raises(ModelError, match="'x' is neither given nor made"):
        load_twin(in_memory(classifier())).tail({}, ["logits"])


def test_a_wrong_number_of_inputs_is_told():
    with pytest.raises(ModelError, match=r"takes 1 inputs \(x\), not 2"):
        load_twin(in_memory(classifier()))(picture(), picture())


def test_a_failing_node_is_named_with_its_shapes():
    with pytest.raises(ModelError, match=r"Conv 'c' failed .* \(1, 2, 6, 6\)"):
        load_twin(in_memory(classifier()))(torch.zeros(1, 2, 6, 6))


def test_two_threads_may_ask_at_once():
    twin = load_twin(in_memory(classifier()))

    def attribution(seed):
        (logits,), seen = twin.run([picture(seed, 6 + seed % 3)], watch=["r"])
        return torch.autograd.grad(logits[0].max(), seen["r"])[0]

    alone = [attribution(seed) for seed in range(12)]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(attribution, list(range(12)) * 5))
    assert all(torch.equal(m, alone[i % 12]) for i, m in enumerate(together))


def test_a_run_leaves_nothing_behind():
    twin = load_twin(in_memory(classifier()))
    before = {name: value.clone() for name, value in twin.state_dict().items()}
    attributes = set(vars(twin))
    image = picture()
    untouched = image.clone()
    twin.run([image], watch=["c", "r", "g"])
    assert set(vars(twin)) == attributes
    assert torch.equal(image, untouched)
    assert all(torch.equal(before[n], v) for n, v in twin.state_dict().items())


def test_values_are_let_go_after_their_last_use():
    relus = [helper.make_node("Relu", [f"t{i}"], [f"t{i + 1}"]) for i in range(50)]
    twin = load_twin(in_memory(model(relus, {"t0": [None]}, ["t50"])))
    alive, made = [], weakref.WeakSet()
    original = program.Call.run

    def run(node, values):
        results = original(node, values)
        made.update(results.values())
        alive.append(len(made))
        return results

    with pytest.MonkeyPatch.context() as patch, torch.no_grad():
        patch.setattr(program.Call, "run", run)
        twin(torch.zeros(3))
    assert max(alive) <= 2


def test_missing_operators_are_reported_together():
    nodes = [
        helper.make_node("Unique", ["x"], ["a"], name="first"),
        helper.make_node("Fancy", ["a"], ["b"], domain="own"),
        helper.make_node("Fancy", ["b"], ["y"], domain="own"),
    ]
    with pytest.raises(UnsupportedOperatorError) as caught:
        load_twin(in_memory(model(nodes, {"x": [2]}, ["y"])))
    told = [(m.name, m.domain, m.opset, m.count) for m in caught.value.missing]
    assert told == [("Unique", "", 17, 1), ("Fancy", "own", 1, 2)]
    assert [m.first_node for m in caught.value.missing] == ["first", "b"]


def test_an_operator_newer_than_the_opset_is_missing():
    gelu = [helper.make_node("Gelu", ["x"], ["y"])]
    with pytest.raises(UnsupportedOperatorError, match=r"Gelu \(opset 17"):
        load_twin(in_memory(model(gelu, {"x": [2]}, ["y"])))


def test_functions_are_inlined():
    body = [
        helper.make_node("Mul", ["a", "a"], ["square"]),
        helper.make_node("Add", ["square", "b"], ["sum"]),
    ]
    function = helper.make_function(
        "own", "SquarePlus", ["a", "b"], ["sum"], body, [helper.make_opsetid("", 17)]
    )
    nodes = [
        helper.make_node("SquarePlus", ["x", "x"], ["h"], domain="own"),
        helper.make_node("SquarePlus", ["h", "x"], ["y"], domain="own"),
    ]
    twin = load_twin(in_memory(model(nodes, {"x": [1]}, ["y"], functions=[function])))
    assert twin(torch.tensor([2.0]))[0].item() == 38
    assert twin.run([torch.tensor([2.0])], watch=["h"])[1]["h"].item() == 6


def test_an_operator_that_the_specification_spells_out_is_inlined():
    nodes = [helper.make_node("AffineGrid", ["x", "size"], ["y"])]
    proto = model(
        nodes,
        {"x": [2, 2, 3]},
        ["y"],
        {"size": np.array([2, 3, 4, 5])},
        opset_imports=[helper.make_opsetid("", 20)],
    )
    angles = torch.randn(2, 2, 3, generator=torch.Generator().manual_seed(0))
    twin = load_twin(in_memory(proto))
    np.testing.assert_allclose(
        twin(angles)[0],
        answer(proto, angles)[0],
        rtol=1e-5,
        atol=1e-6,
    )


def branch(name, operator):
    return helper.make_graph(
        [helper.make_node(operator, ["x", "k"], ["inner"])],
        name,
        [],
        [helper.make_tensor_value_info("inner", FLOAT, None)],
        [numpy_helper.from_array(np.float32([3]), "k")],
    )


def if_model(condition, constants):
    choice = [
        helper.make_node(
            "If",
            ["condition"],
            [output],
            then_branch=branch("then", "Add"),
            else_branch=branch("else", "Mul"),
        )
        for output in ("y", "z")
    ]
    return model([*condition, *choice], {"x": [None]}, ["y", "z"], constants)


@pytest.mark.parametrize(("condition", "expected"), [(True, 8), (False, 15)])
def test_an_if_known_at_load_gives_way_to_its_branch(condition, expected):
    twin = load_twin(in_memory(if_model([], {"condition": np.array(condition)})))
    assert "If" not in [call.operator for call in twin.calls]
    assert [y.item() for y in twin(torch.tensor([5.0]))] == [expected, expected]


@pytest.mark.parametrize(("length", "expected"), [(1, [8.0]), (2, [15.0, 15.0])])
def test_an_if_of_the_input_chooses_when_it_runs(length, expected):
    asks = [
        helper.make_node("Shape", ["x"], ["shape"]),
        helper.make_node("Equal", ["shape", "one"], ["is one"]),
        helper.make_node("Squeeze", ["is one"], ["condition"]),
    ]
    twin = load_twin(in_memory(if_model(asks, {"one": np.array([1])})))
    x = torch.full((length,), 5.0, requires_grad=True)
    y, z = twin(x)
    assert y.tolist() == z.tolist() == expected
    assert y.requires_grad


def test_shape_arithmetic_of_constants_is_done_at_load():
    nodes = [
        helper.make_node("Concat", ["a", "b"], ["ab"], axis=0),
        helper.make_node("Mul", ["ab", "b"], ["shape"]),
        helper.make_node("Reshape", ["x", "shape"], ["y"]),
    ]
    constants = {"a": np.array([2]), "b": np.array([3])}
    twin = load_twin(in_memory(model(nodes, {"x": [54]}, ["y"], constants)))
    assert [call.operator for call in twin.calls] == ["Reshape"]
    assert twin(torch.zeros(54))[0].shape == (6, 9)


def test_half_floats_can_be_widened():
    proto = model(
        [
            helper.make_node("MatMul", ["x", "w"], ["h"]),
            helper.make_node("Cast", ["h"], ["y"], to=TensorProto.FLOAT16),
        ],
        {"x": [1, 2]},
        ["y"],
        {"w": np.eye(2, dtype=np.float16)},
    )
    proto.graph.input[0].type.tensor_type.elem_type = TensorProto.FLOAT16
    (narrow,) = load_twin(in_memory(proto))(torch.ones(1, 2))
    wide_twin = load_twin(in_memory(proto), widen=True)
    (wide,) = wide_twin(torch.ones(1, 2))
    assert narrow.dtype == torch.float16
    assert wide.dtype == wide_twin.weights["w"].dtype == torch.float32
    half = torch.ones(1, 2, dtype=torch.float16)
    assert wide_twin.tail({"h": half}, ["y"])["y"].dtype == torch.float32
    assert wide_twin.rounds


def test_a_twin_can_be_doubled():
    twin = load_twin(in_memory(classifier())).double()
    values = twin.tail({"x": picture().double()}, ["logits"])
    assert values["logits"].dtype == torch.float64


def test_external_weights_are_read(tmp_path):
    path = tmp_path / "outside.onnx"
    onnx.save(
        classifier(),
        path,
        save_as_external_data=True,
        location="weights.bin",
        size_threshold=0,
    )
    expected = load_twin(in_memory(classifier()))(picture())[0]
    assert torch.equal(load_twin(read_graph(path))(picture())[0], expected)


def test_a_tensor_that_nothing_makes_is_told():
    nodes = [helper.make_node("Add", ["x", "nowhere"], ["y"])]
    with pytest.raises(ModelError, match="'nowhere', which nothing before it makes"):
        load_twin(in_memory(model(nodes, {"x": [1]}, ["y"])))


def test_a_constant_of_a_terabyte_is_refused():
    nodes = [
        helper.make_node("ConstantOfShape", ["shape"], ["big"]),
        helper.make_node("Add", ["x", "big"], ["y"]),
    ]
    constants = {"shape": np.array([2**20, 2**20])}
    with pytest.raises(ModelError, match="elements is too large"):
        load_twin(in_memory(model(nodes, {"x": [1]}, ["y"], constants)))


@pytest.mark.parametrize("bound", [np.float32(1), np.ones(1, np.float32)])
def test_single_numbers_may_be_scalars_or_lists_of_one(bound):
    nodes = [
        helper.make_node("Clip", ["x", "", "bound"], ["c"]),
        helper.make_node("Unsqueeze", ["c", "axis"], ["y"]),
    ]
    constants = {"bound": bound, "axis": np.int64(0)}
    (y,) = load_twin(in_memory(model(nodes, {"x": [2]}, ["y"], constants)))(
        torch.tensor([0, 5.0])
    )
    assert y.tolist() == [[0, 1]]


def test_shapes_stay_on_the_host_when_the_weights_move():
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"]),
        helper.make_node("Shape", ["c"], ["shape"]),
        helper.make_node("Gather", ["shape", "first"], ["batch"]),
        helper.make_node("Concat", ["batch", "rest"], ["flat"], axis=0),
        helper.make_node("Reshape", ["c", "flat"], ["f"]),
        helper.make_node("Gather", ["f", "some"], ["y"], axis=1),
    ]
    constants = {
        "w": np.ones((2, 1, 3, 3), np.float32),
        "first": np.array([0]),
        "rest": np.array([-1]),
        "some": np.array([[0, 2]]),
    }
    twin = load_twin(
        in_memory(model(nodes, {"x": ["N", 1, 4, 4]}, ["y"], constants))
    ).to("meta")
    (y,), seen = twin.run([torch.zeros(3, 1, 4, 4, device="meta")], watch=["flat"])
    assert y.is_meta
    assert y.shape == (3, 1, 2)
    assert seen["flat"].tolist() == [3, -1]
