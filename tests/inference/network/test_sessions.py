import gc
import threading
from functools import partial

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.errors import ModelError, SpecError
from inference.jobs import Stopped
from inference.network import sessions as providers
from inference.network.cuda import why_no_cuda
from inference.network.graph import read_graph
from inference.network.passes import OutOfMemoryError, Passes, device_name, run_session
from inference.network.sessions import open_session, provider_names
from inference.occluder import batching
from inference.occluder.batching import run_abreast
from tests.models import average_pool, endless, node, save


def opened(path):
    graph = read_graph(path)
    return graph.model, graph


@pytest.fixture
def model(tmp_path):
    return opened(average_pool(tmp_path / "model.onnx", (5, 6), np.ones((3, 4))))


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
    reason = str(why_no_cuda())
    assert not reason.endswith(".")


def test_a_session_says_where_it_runs(model):
    session = open_session(*model, "cpu")
    assert device_name(session) == "CPU"
    (answer,) = run_session(
        session, model[1].path, {"x": np.ones((2, 3, 5, 6), np.float32)}, ["y"]
    )
    assert answer.tolist() == [[3] * 4] * 2


def test_a_model_that_is_refused_ends_in_a_sentence(model):
    broken, graph = model
    broken.graph.node[0].op_type = "Nonsense"
    with pytest.raises(ModelError, match=r'"model.onnx": ONNX Runtime refuses it \('):
        open_session(broken, graph)


def test_a_failing_pass_ends_in_a_sentence(model, capfd):
    session, path = open_session(*model, "cpu"), model[1].path
    with pytest.raises(ModelError, match="failed in a forward pass") as error:
        run_session(session, path, {"x": np.ones((1, 5, 5, 6), np.float32)}, ["y"])
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
    session = open_session(*opened(path), "cpu")
    with pytest.raises(OutOfMemoryError, match="There is not enough memory"):
        run_session(session, path, {"x": np.ones(1, np.float32)}, ["y"])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("packs", [True, False])
def test_a_session_computes_with_weights_it_was_lent_when_all_else_is_gone(
    tmp_path, packs
):
    random = np.random.default_rng(0)
    classes, pixels = random.random((3, 1000)), random.random((1, 3, 5, 6), np.float32)
    path = average_pool(tmp_path / "model.onnx", (5, 6), classes)
    session = open_session(*opened(path), "cpu", packs=packs)
    gc.collect()
    np.full((64, 3, 1000), np.nan, np.float32)  # where the weights lay, were they freed
    (answer,) = run_session(session, path, {"x": pixels}, ["y"])
    np.testing.assert_allclose(answer, pixels.mean((2, 3)) @ classes, rtol=1e-5)


def ended_from_outside(work):
    """Starts work on a thread of its own, ends its passes, returns what it raised."""
    passes, begun, raised = Passes(), threading.Event(), []

    def run():
        with passes.here():
            begun.set()
            try:
                work()
            except Stopped as stopped:
                raised.append(stopped)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert begun.wait(5)
    passes.end()
    thread.join(20)
    assert not thread.is_alive(), "the pass goes on"
    return raised


def test_an_endless_pass_can_be_ended_while_a_model_is_opened(tmp_path, capfd):
    path = endless(tmp_path / "endless.onnx")
    assert ended_from_outside(partial(open_classifier, path))
    assert capfd.readouterr() == ("", "")


def test_the_endless_model_of_the_test_data_can_be_ended(shared):
    path = shared / "data" / "repro" / "infinite_loop.onnx"
    assert ended_from_outside(partial(open_classifier, path))


def test_endless_passes_side_by_side_end_together(tmp_path, monkeypatch):
    monkeypatch.setattr(batching, "core_count", lambda: 2)
    network = open_classifier(endless(tmp_path / "endless.onnx", above=1))
    bright = np.full((4, 3, 8, 8), 2, np.float32)
    dark = np.zeros_like(bright)
    assert ended_from_outside(lambda: run_abreast(network.logits, bright, 1))
    assert run_abreast(network.logits, dark, 1).tolist() == [[0, 0, 0]] * 4


def test_passes_that_were_ended_begin_nothing_more(model):
    session, passes = open_session(*model, "cpu"), Passes()
    feeds = {"x": np.ones((1, 3, 5, 6), np.float32)}
    passes.end()
    with passes.here(), pytest.raises(Stopped):
        run_session(session, model[1].path, feeds, ["y"])
    assert run_session(session, model[1].path, feeds, ["y"])
