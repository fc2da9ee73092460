"""What `python main.py` says where it cannot start, on real machines' failures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.display import PACKAGES
from inference.bundled import DEMO_MODEL

ROOT = Path(__file__).resolve().parents[1]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux's own troubles")


def failure(*arguments, **changes):
    """The exit code and the one line that a start without a display leaves."""
    kept = {name: text for name, text in os.environ.items() if name not in DISPLAYS}
    done = subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT,
        env=kept | changes,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert not done.stdout
    (line,) = done.stderr.splitlines()
    return done.returncode, line


def without(library, folder):
    """An environment in which a system library cannot be loaded."""
    (folder / library).write_bytes(b"")
    return {"LD_LIBRARY_PATH": str(folder)}


@on_linux
@pytest.mark.parametrize("changes", [{}, {"DISPLAY": ":987"}])
def test_without_a_display_a_sentence_says_what_to_install(changes):
    code, line = failure(**changes)
    assert code == 1
    assert line.startswith("The window cannot open because there is no display; ")
    assert PACKAGES in line


@on_linux
@pytest.mark.parametrize("library", ["libEGL.so.1", "libxcb-cursor.so.0"])
def test_a_missing_system_library_is_named_with_the_packages(tmp_path, library):
    code, line = failure(DISPLAY=":987", **without(library, tmp_path))
    assert code == 1
    assert f"the system library {library} does not load" in line
    assert f"sudo apt install {PACKAGES}" in line


@on_linux
def test_a_platform_that_qt_does_not_know_is_named():
    code, line = failure(QT_QPA_PLATFORM="nonsense")
    assert code == 1
    assert '"nonsense"' in line


@on_linux
def test_commands_need_no_window(tmp_path):
    done = subprocess.run(
        [sys.executable, "main.py", "info", DEMO_MODEL],
        cwd=ROOT,
        env=os.environ | without("libEGL.so.1", tmp_path),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_commands_without_a_translation_load_no_qt(monkeypatch):
    monkeypatch.setenv("LC_ALL", "tlh_AQ.UTF-8")
    code = "import sys, main; main.main(); sys.exit('PySide6' in sys.modules)"
    command = [sys.executable, "-c", code, "info", DEMO_MODEL]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "word", "nearest"),
    [
        (["predikt", DEMO_MODEL], "predikt", "predict"),
        (["explian", "photo.png"], "explian", "explain"),
        ([DEMO_MODEL, "ocludde"], "ocludde", "occlude"),
        ([DEMO_MODEL, "--json"], "--json", "activations"),
        (["grad\x1b[31mcam\n"], "grad[31mcam", "gradcam"),
        (["a" * 5000], "aaaa", "activations"),
    ],
)
def test_an_unknown_argument_ends_in_a_sentence(arguments, word, nearest):
    code, line = failure(*arguments)
    assert code == 2
    assert line.startswith(f'"{word}')
    assert (
        f'is no command, option or existing file; the nearest command is "{nearest}"'
        in line
    )


def test_the_readme_names_the_packages():
    assert PACKAGES in (ROOT / "README.md").read_text("utf-8")
