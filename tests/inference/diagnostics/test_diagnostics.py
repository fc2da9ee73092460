"""`diagnose` says which providers there are, which load, and why CUDA does not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inference.cli import run
from inference.diagnostics import facts
from inference.errors import Sentence
from inference.network.cards import Card, Driver
from inference.network.cuda import CPU, CUDA, CudaTrial

ROOT = Path(__file__).resolve().parents[3]
REASON = Sentence("the NVIDIA driver is too old")
KEYS = (
    *("system", "python", "versions", "device", "built_for_cuda", "providers"),
    *("driver_cuda", "cards", "cudnn", "torch", "heard"),
)


@pytest.fixture
def workstation(monkeypatch):
    """A machine with a card; CUDA answers what a test says."""

    def made(trial, cudnn=""):
        card = Card("NVIDIA RTX 4000 Ada Generation", 20 * 10**9)
        monkeypatch.setattr(facts, "cuda_trial", lambda: trial)
        monkeypatch.setattr(facts, "cudnn_version", lambda: cudnn)
        monkeypatch.setattr(facts, "nvidia_driver", lambda: Driver("13.0", (card,)))
        known = ["TensorrtExecutionProvider", CUDA, CPU]
        monkeypatch.setattr(facts.ort, "get_available_providers", lambda: known)
        monkeypatch.setattr(facts.ort, "cuda_version", "13.0", raising=False)

    return made


def told(capsys, *words):
    assert run(["diagnose", *words]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def test_json_is_one_object_on_one_line(workstation, capsys):
    workstation(CudaTrial(REASON, ("Failed to load it",)))
    out = told(capsys, "--json")
    assert out.count("\n") == 1
    record = json.loads(out)
    assert tuple(record) == KEYS
    assert record["device"] == "CPU"
    assert record["providers"][1:] == [
        {"name": CUDA, "loads": False, "reason": str(REASON)},
        {"name": CPU, "loads": True, "reason": ""},
    ]
    assert record["providers"][0]["loads"] is None
    assert record["cards"][0]["memory"] == 20 * 10**9
    assert record["heard"] == ["Failed to load it"]
    assert {"netgaze", "numpy", "onnx", "torch"} <= set(record["versions"])
    assert {"version", "uses_cuda", "reason"} <= set(record["torch"])


def test_a_person_reads_why_cuda_did_not_load(workstation, capsys):
    workstation(CudaTrial(REASON))
    out = told(capsys)
    assert f"{CUDA}       does not work: the NVIDIA driver is too old" in out
    assert "NVIDIA RTX 4000 Ada Generation, 20.0 GB" in out
    assert "works without cuDNN, slower" in out


def test_cuda_that_works_is_said_to_work(workstation, capsys):
    workstation(CudaTrial(""), "9.10.2")
    out = told(capsys)
    assert f"{CUDA}       works" in out
    assert "networks run on             CUDA" in out
    assert "cuDNN                       9.10.2" in out


def test_this_machine_is_told_in_one_line_and_nothing_else_is_written():
    done = subprocess.run(
        [sys.executable, "main.py", "diagnose", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    names = [each["name"] for each in json.loads(done.stdout)["providers"]]
    assert names[-1] == CPU
