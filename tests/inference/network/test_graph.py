import hashlib
import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inference.errors import ModelError
from inference.network.graph import read_graph
from tests.models import average_pool, linear, node, save

WEIGHTS = np.ones((4, 5, 6, 3))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "model.onnx"


def test_a_graph_tells_its_inputs_outputs_and_origin(path):
    linear(path, WEIGHTS, producer="maker", metadata={"author": "me"})
    graph = read_graph(str(path))
    assert [str(tensor) for tensor in graph.inputs] == ['"x" float32 (N, 3, 5, 6)']
    assert [str(tensor) for tensor in graph.outputs] == ['"y" float32 (N, 4)']
    assert (graph.opset, graph.exporter) == (17, "maker")
    assert graph.metadata == {"author": "me"}
    assert graph.parameters == 4 * 5 * 6 * 3
    assert graph.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_weights_listed_among_the_inputs_are_no_inputs(path):
    average_pool(path, (5, 6), np.ones((3, 4)))
    model = onnx.load(path)
    given = helper.make_tensor_value_info("matrix", TensorProto.FLOAT, [3, 4])
    model.graph.input.insert(0, given)
    onnx.save(model, path)
    assert [tensor.name for tensor in read_graph(path).inputs] == ["x"]


def test_nodes_without_names_are_called_after_their_outputs(path):
    average_pool(path, (5, 6), np.ones((3, 4)))
    graph = read_graph(path)
    assert [node.name for node in graph.nodes] == ["mean", "flat", "y"]
    assert graph.producers["flat"].operator == "Flatten"


def test_a_node_shows_its_attributes_as_values(path):
    nodes = [
        node("Cast", "x", "a", to=1, note="half", parts=[0.5, 2.0], words=["b", "ü"]),
        node("FusedConv", "a w", "y", domain="com.microsoft", tensor=helper.make_tensor(
            "t", TensorProto.FLOAT, [1], [1.0])),
    ]  # fmt: skip
    save(path, nodes, {"x": ("float32", [1])}, {"y": ("float32", [1])})
    cast, convolution = read_graph(path).nodes
    assert dict(cast.attributes) == {
        "to": 1, "note": "half", "parts": (0.5, 2.0), "words": ("b", "ü"),
    }  # fmt: skip
    assert (cast.operator, cast.plain_operator) == ("Cast", "Cast")
    assert convolution.operator == "com.microsoft.FusedConv"
    assert convolution.plain_operator == "FusedConv"
    assert not convolution.attributes  # tensors are no values


def test_a_model_with_more_outputs_is_a_copy(path):
    graph = read_graph(linear(path, WEIGHTS))
    model = graph.with_outputs(["logits", "y", "logits"])
    assert [output.name for output in model.graph.output] == ["y", "logits"]
    assert len(graph.model.graph.output) == 1


def test_an_unknown_tensor_names_the_nearest(path):
    graph = read_graph(linear(path, WEIGHTS))
    with pytest.raises(ModelError, match=r"no tensor .* Did you mean 'logits'"):
        graph.with_outputs(["logit"])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "the file is empty"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        (b"PK\x03\x04rest", "PyTorch file"),
        (b"\x80\x02}q", "PyTorch file"),
        (b"hello", "damaged or of another kind"),
        (b"\x08\x07", "damaged or of another kind"),
    ],
)
def test_other_files_are_named_for_what_they_are(path, data, found):
    path.write_bytes(data)
    with pytest.raises(ModelError, match=found):
        read_graph(path)


def test_a_graph_without_nodes_or_without_outputs_is_no_model(path):
    linear(path, WEIGHTS)
    model = onnx.load(path)
    del model.graph.output[:]
    onnx.save(model, path)
    with pytest.raises(ModelError, match="as an ONNX model"):
        read_graph(path)


def test_a_missing_file_and_a_folder_end_in_a_sentence(tmp_path):
    with pytest.raises(ModelError, match="No such file"):
        read_graph(tmp_path / "none.onnx")
    with pytest.raises(ModelError, match='Cannot open "'):
        read_graph(tmp_path)


# -- Weights in other files --------------------------------------------------------


def external(location, offset="0", length="48"):
    tensor = numpy_helper.from_array(np.zeros((3, 4), np.float32), "matrix")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    facts = {"location": location, "offset": offset, "length": length}
    for key, value in facts.items():
        tensor.external_data.add(key=key, value=value)
    return tensor


def save_external(path, tensor):
    average_pool(path, (5, 6), np.ones((3, 4)))
    model = onnx.load(path)
    model.graph.initializer[0].CopyFrom(tensor)
    path.write_bytes(model.SerializeToString())


@pytest.fixture
def folder(tmp_path):
    """A model's folder with weights in it, and a secret beside it."""
    folder = tmp_path / "models"
    (folder / "sub").mkdir(parents=True)
    (folder / "weights.bin").write_bytes(bytes(48))
    (tmp_path / "secret.bin").write_bytes(bytes(48))
    return folder


def test_weights_in_the_models_folder_are_accepted(folder):
    save_external(folder / "model.onnx", external("weights.bin"))
    assert read_graph(folder / "model.onnx").parameters == 12


@pytest.mark.parametrize(
    "location",
    ["", ".", "../secret.bin", "sub/../../secret.bin", "/etc/passwd"],
)
def test_weights_outside_the_models_folder_are_refused(folder, location):
    save_external(folder / "model.onnx", external(location))
    with pytest.raises(ModelError, match="not a file in the model's folder"):
        read_graph(folder / "model.onnx")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_outside_is_refused(folder):
    (folder / "link.bin").symlink_to(folder.parent / "secret.bin")
    save_external(folder / "model.onnx", external("link.bin"))
    with pytest.raises(ModelError, match="not a file in the model's folder"):
        read_graph(folder / "model.onnx")


@pytest.mark.parametrize(
    ("tensor", "found"),
    [
        (external("none.bin"), 'Put "none.bin" into the same folder'),
        (external("sub"), 'Put "sub" into the same folder'),
        (external("none\0.bin"), "into the same folder"),
        (external("weights.bin", offset="8"), "too short"),
        (external("weights.bin", length="many"), "too short"),
        (external("weights.bin", length="9" * 5000), "too short"),
    ],
)
def test_missing_and_short_weights_are_told_apart(folder, tensor, found):
    save_external(folder / "model.onnx", tensor)
    with pytest.raises(ModelError, match=found):
        read_graph(folder / "model.onnx")


def test_weights_of_constants_and_branches_are_looked_at_too(folder):
    path = folder / "model.onnx"
    constant = helper.make_node("Constant", [], ["c"], value=external("../secret.bin"))
    branch = helper.make_graph([constant], "branch", [], [])
    for nodes in (
        [constant],
        [helper.make_node("If", ["x"], ["y"], then_branch=branch, else_branch=branch)],
    ):
        types = {"x": ("float32", [1])}, {"z": ("float32", [1])}
        save(path, [*nodes, node("Identity", "x", "z")], *types)
        with pytest.raises(ModelError, match="not a file in the model's folder"):
            read_graph(path)
