"""What may be imported where, seen from fresh interpreters."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import inference

ROOT = Path(__file__).resolve().parents[1]
ROOMS = sorted(
    module.name
    for module in pkgutil.walk_packages(inference.__path__, "inference.")
    if not module.name.startswith("inference.twin")
)
FOREIGN = ("PySide6", "pyqtgraph", "torch", "captum")


@pytest.mark.slow
def test_no_room_of_inference_but_the_twin_loads_qt_or_torch():
    code = f"""
import importlib, sys
for room in {ROOMS!r}:
    importlib.import_module(room)
    found = [name for name in {FOREIGN!r} if name in sys.modules]
    assert not found, (room, found)
"""
    command = [sys.executable, "-c", code]
    ended = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_there_are_rooms_to_look_at():
    assert "inference.classifier.classifier" in ROOMS
    assert "inference.occlusion.sweep" in ROOMS
