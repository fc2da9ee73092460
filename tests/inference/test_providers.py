import numpy as np
import onnx
import pytest

from inference import providers
from inference.errors import ModelError, SpecError
from inference.providers import (
    OutOfMemoryError,
    device_name,
    open_session,
    provider_names,
    run_session,
    why_no_cuda,
)
from tests.models import average_pool, node, save


@pytest.fixture
def model(tmp_path):
    path = average_pool(tmp_path / "model.onnx", (5, 6), np.ones((3, 4)))
    return onnx.load(path), path


def test_the_processor_is_always_there():
    assert provider_names("cpu") == ["CPUExecutionProvider"]
    assert provider_names()[-1] == "CPUExecutionProvider"


def test_cuda_is_asked_for_only_where_it_can_be_had(monkeypatch):
    monkeypatch.setattr(providers, "why_no_cuda", lambda: "")
    assert provider_names("cuda")[0] == "CUDAExecutionProvider"
    assert provider_names("auto")[0] == "CUDAExecutionProvider"
    monkeypatch.setattr(providers, "why_no_cuda", lambda: "there is no driver")
    assert provider_names("auto") == ["CPUExecutionProvider"]
    with pytest.raises(SpecError, match="CUDA cannot be used: there is no driver"):
        provider_names("cuda")


def test_the_reason_against_cuda_is_a_clause():
    reason = why_no_cuda()
    assert not reason.endswith(".")


def test_a_session_says_where_it_runs(model):
    session = open_session(*model, "cpu")
    assert device_name(session) == "CPU"
    (answer,) = run_session(
        session, model[1], {"x": np.ones((2, 3, 5, 6), np.float32)}, ["y"]
    )
    assert answer.tolist() == [[3] * 4] * 2


def test_a_model_that_is_refused_ends_in_a_sentence(model):
    broken, path = model
    broken.graph.node[0].op_type = "Nonsense"
    with pytest.raises(ModelError, match=r'"model.onnx": ONNX Runtime refuses it \('):
        open_session(broken, path)


def test_a_failing_pass_ends_in_a_sentence(model, capfd):
    session = open_session(*model, "cpu")
    with pytest.raises(ModelError, match="failed in a forward pass") as error:
        run_session(session, model[1], {"x": np.ones((1, 5, 5, 6), np.float32)}, ["y"])
    assert not isinstance(error.value, OutOfMemoryError)
    assert capfd.readouterr() == ("", "")


def test_want_of_memory_is_told_apart(tmp_path, capfd):
    nodes = [
        node("ConstantOfShape", "shape", "huge"),
        node("Add", "huge x", "y"),
    ]
    shape = {"shape": np.array([2**42])}
    types = {"x": ("float32", [1])}, {"y": ("float32", [2**42])}
    path = save(tmp_path / "huge.onnx", nodes, *types, shape)
    session = open_session(onnx.load(path), path, "cpu")
    with pytest.raises(OutOfMemoryError, match="There is not enough memory"):
        run_session(session, path, {"x": np.ones(1, np.float32)}, ["y"])
    assert capfd.readouterr() == ("", "")
