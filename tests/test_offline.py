"""Nothing is written about a user, and nobody is called.

ONNX Runtime leaves a device id and a list of events in the cache folder as soon as it
is imported, unless its telemetry is switched off before.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inference.bundled import DEMO_MODEL, DEMO_PHOTO

ROOT = Path(__file__).resolve().parents[1]
SWITCH = "ORT_DISABLE_TELEMETRY"
WINDOW = """
import sys
import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["netgaze"])
def look():
    (window,) = [w for w in app.topLevelWidgets() if hasattr(w, "session")]
    if window.session.subject.prediction is None:
        QTimer.singleShot(20, look)
    else:
        window.close()
QTimer.singleShot(0, look)
sys.exit(main.main())
"""
STARTS = {
    "command line": ["main.py", "predict", DEMO_MODEL, DEMO_PHOTO],
    "window": ["-c", WINDOW],
    "tests": ["-m", "pytest", "-q", "--collect-only", "tests/resources/test_demo.py"],
    "benchmarks": ["tests/benchmarks/occlusion.py", "--help"],
    "demo": ["-m", "resources.demo.make", "--help"],
}


def environment(home):
    """That of a new user, whose folders are all below `home`."""
    folders = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "USERPROFILE", "TMPDIR")
    kept = {name: value for name, value in os.environ.items() if name != SWITCH}
    return kept | dict.fromkeys((*folders, "LOCALAPPDATA"), str(home))


def start(arguments, env, before=()):
    command = [*before, sys.executable, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", STARTS.values(), ids=STARTS)
def test_no_trace_of_the_user_is_left(tmp_path, arguments):
    start(arguments, environment(tmp_path))
    written = [path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")]
    assert "Microsoft" not in written
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name]


def test_a_value_of_the_users_own_is_respected():
    show = f"import os, inference; assert os.environ['{SWITCH}'] == '0'"
    start(["-c", show], os.environ | {SWITCH: "0"})


def can_trace():
    """Whether strace is there and may trace."""
    command = ["strace", "-o", os.devnull, sys.executable, "-c", ""]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.parametrize("name", ["command line", "window"])
def test_nobody_is_called(tmp_path, name):
    if not can_trace():
        pytest.skip("needs leave to trace")
    trace = tmp_path / "trace"
    tracing = ["strace", "-f", "-e", "trace=connect,sendto", "-o", str(trace)]
    start(STARTS[name], environment(tmp_path), tracing)
    calls = [line for line in trace.read_text().splitlines() if "AF_INET" in line]
    assert not calls
