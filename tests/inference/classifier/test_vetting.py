"""A stranger's model is tried in a child process; that may end, this one goes on."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest

from inference import trial_process
from inference.classifier import (
    classifier_opening,
    open_classifier,
    vetting,
)
from inference.cli import run as command
from inference.errors import ModelError
from inference.jobs import Stopped, run
from inference.user_folder import user_folder
from tests.models import convolutions, endless, linear, node, save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bounds are POSIX's")


@pytest.fixture(autouse=True)
def stranger(monkeypatch, tmp_path):
    """Nothing was tried before, and models are tried."""
    monkeypatch.delenv(vetting.OFF)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))


def opened(path, **how):
    seen = []
    classifier = run(
        classifier_opening(path, None, "cpu", **how), lambda p: seen.append(p.partial)
    )
    return classifier, seen


def test_a_model_that_passes_is_tried_once(tmp_path):
    path = convolutions(tmp_path / "m.onnx", (16, 16))
    _, seen = opened(path)
    assert seen[0] == "Trying m.onnx · first run in a separate process"
    assert opened(path)[1] == []
    path.write_bytes(convolutions(tmp_path / "n.onnx", (16, 16), gain=2.0).read_bytes())
    assert opened(path)[1] != []  # another file of that name


def test_weights_beside_the_file_count_too(tmp_path):
    path = linear(tmp_path / "m.onnx", np.ones((3, 40, 40, 3)))
    model = onnx.load(path)
    how = {"save_as_external_data": True, "location": "m.bin", "size_threshold": 0}
    onnx.save(model, path, **how)
    assert opened(path)[1] != []
    assert opened(path)[1] == []
    data = bytearray((tmp_path / "m.bin").read_bytes())
    data[3] ^= 1
    (tmp_path / "m.bin").write_bytes(data)
    assert opened(path)[1] != []


def test_the_demo_and_what_is_trusted_are_not_tried(tmp_path, monkeypatch):
    from inference.bundled import DEMO_MODEL

    assert opened(DEMO_MODEL)[1] == []
    path = convolutions(tmp_path / "m.onnx", (16, 16))
    assert opened(path, is_trusted=True)[1] == []
    open_classifier(path, None, "cpu")
    monkeypatch.setenv(vetting.OFF, "1")
    assert opened(path)[1] == []


def plain(model):
    """The model as it is."""


def wanting_more(model):
    """It wants a number, too."""
    more = onnx.helper.make_tensor_value_info("more", onnx.TensorProto.FLOAT, [1])
    model.graph.input.append(more)


def narrow(model):
    """It computes in bfloat16, which is computed in float32."""
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.elem_type = onnx.TensorProto.BFLOAT16
    above = model.graph.initializer[0]
    kind = onnx.TensorProto.BFLOAT16
    above.CopyFrom(onnx.helper.make_tensor(above.name, kind, [], [-1.0]))
    (body,) = (a.g for n in model.graph.node for a in n.attribute if a.name == "body")
    for value in (*body.input, *body.output):
        if value.type.tensor_type.elem_type == onnx.TensorProto.FLOAT:
            value.type.tensor_type.elem_type = kind


@pytest.mark.parametrize("changed", [plain, wanting_more, narrow])
def test_an_endless_model_ends_in_a_sentence(tmp_path, monkeypatch, capsys, changed):
    monkeypatch.setattr(vetting, "LEAST_SECONDS", 1)
    path = endless(tmp_path / "endless.onnx")
    model = onnx.load(path)
    changed(model)
    onnx.save(model, path)
    assert command(["info", str(path)]) == 1
    told = capsys.readouterr().err
    assert 'Cannot open "endless.onnx": it did not come to an end within 1 s' in told
    assert told.count("\n") == 1
    assert not (user_folder() / "tried models.txt").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bounds are Linux's")
def test_a_model_that_wants_all_memory_ends_in_a_sentence(tmp_path):
    nodes = [
        node("ConstantOfShape", "length", "many"),
        node("ReduceSum", "many", "zero", keepdims=0),
        node("GlobalAveragePool", "x", "pooled"),
        node("Flatten", "pooled", "flat"),
        node("Add", "flat zero", "y"),
    ]
    feeds, outputs = {"x": ("float32", ["N", 3, 8, 8])}, {"y": ("float32", ["N", 3])}
    weights = {"length": np.array([10**12], np.int64)}
    path = save(tmp_path / "bomb.onnx", nodes, feeds, outputs, weights)
    with pytest.raises(ModelError, match=r'"bomb.onnx": .* more than 2.0 GB of memory'):
        opened(path)


def test_a_crash_ends_in_a_sentence(tmp_path, monkeypatch):
    crashing = tmp_path / "crashing.py"
    crashing.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    monkeypatch.setattr(trial_process, "__file__", str(crashing))
    path = convolutions(tmp_path / "m.onnx", (16, 16))
    with pytest.raises(ModelError, match=r"ended the process that tried it .*-11"):
        opened(path)


@pytest.fixture
def packaged(monkeypatch, tmp_path):
    """The program as it is packaged: one file to start, and no Python beside it."""
    program = tmp_path / "netgaze"
    main = Path(vetting.__file__).parents[2] / "main.py"
    started = tmp_path / "started.txt"
    program.write_text(
        f'#!/bin/sh\necho "$@" >> "{started}"\nexec "{sys.executable}" "{main}" "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return started


def test_a_packaged_program_tries_models_too(packaged, tmp_path, monkeypatch):
    path = convolutions(tmp_path / "m.onnx", (16, 16))
    assert opened(path)[1] != []
    assert opened(path)[1] == []
    assert packaged.read_text() == "--try-model\n"
    monkeypatch.setattr(vetting, "LEAST_SECONDS", 1)
    with pytest.raises(ModelError, match="did not come to an end"):
        opened(endless(tmp_path / "endless.onnx"))


def test_what_onnx_runtime_refuses_is_told_as_before(tmp_path):
    path = linear(tmp_path / "m.onnx", np.ones((3, 8, 8, 3)))
    model = onnx.load(path)
    model.graph.node[-1].op_type = "NoSuchOperator"
    onnx.save(model, path)
    with pytest.raises(ModelError, match="ONNX Runtime refuses it"):
        opened(path)


@pytest.mark.parametrize("batch", [1, 4])
def test_a_fixed_batch_is_tried_as_it_is(tmp_path, batch):
    path = convolutions(tmp_path / "m.onnx", (16, 16), batch=batch)
    classifier, seen = opened(path)
    assert seen
    assert len(classifier.labels) > 1


def test_leaving_ends_the_child(tmp_path, monkeypatch):
    children = []

    class Watched(subprocess.Popen):
        def __init__(self, *arguments, **how):
            super().__init__(*arguments, **how)
            children.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    path = endless(tmp_path / "endless.onnx")
    with pytest.raises(Stopped):
        run(classifier_opening(path, None, "cpu"), stopping=lambda: True)
    (child,) = children
    assert child.returncode is not None


def test_an_input_that_fails_at_zero_is_one_and_that_is_tried_too(tmp_path):
    """Whole numbers cannot be divided by zero: ONNX Runtime says so, or crashes."""
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("Mul", "flat thousand", "large"),
        node("Cast", "large", "whole", to=onnx.TensorProto.INT64),
        node("Div", "whole t", "less"),
        node("Cast", "less", "y", to=onnx.TensorProto.FLOAT),
    ]
    feeds = {"x": ("float32", ["N", 3, 8, 8]), "t": ("int64", [1])}
    answers, weights = {"y": ("float32", ["N", 3])}, {"thousand": np.float32(1000)}
    path = save(tmp_path / "m.onnx", nodes, feeds, answers, weights)
    classifier, seen = opened(path)
    (given,) = classifier.spec.reading.given
    assert (given.numbers, given.source) == ((1,), "ones")
    assert len(set(seen)) == 1
    assert opened(path)[1] == []
