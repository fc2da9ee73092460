"""Every way in which something can go wrong says so, and leaves all as it was."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import forward
from inference.network.passes import OutOfMemoryError, run_session
from tests import models
from tests.gui.driving import drive
from tests.gui.finding import in_menu, part

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[2]


def told(user, source):
    """What the message bar says from a source."""
    user.wait(lambda: source in user.window.messages.sources, f"a message: {source}")
    return user.message(source)


def test_names_that_do_not_fit_are_refused_and_the_old_ones_stay(
    monkeypatch, qapp, tmp_path
):
    labels = tmp_path / "three.txt"
    labels.write_text("a\nb\nc\n")
    monkeypatch.setattr(dialogs, "ask_file", lambda *_: labels)

    def script(user):
        user.wait_opened()
        before = user.window.session.subject
        user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.press("Class names")
        words = told(user, "Model")
        assert words.startswith("These class names do not fit")
        assert "3 class names" in words
        assert "Toy food stays open." in words
        assert user.window.session.subject is before
        user.window.opening.open_demo()  # what was refused is not asked for again
        user.wait_idle()
        session = user.window.session
        session.step(1)
        user.wait(lambda: session.subject.request.photo != before.request.photo)
        assert session.subject.request.wishes == before.request.wishes

    assert drive(monkeypatch, [], script) == 0


def test_a_file_of_another_kind_is_refused_in_words(monkeypatch, qapp, tmp_path):
    def script(user):
        user.wait_opened()
        user.drop(tmp_path / "notes.pdf")
        assert "not notes.pdf" in told(user, "Photo")
        user.key(Qt.Key.Key_Escape)
        assert not user.window.messages.sources

    assert drive(monkeypatch, [], script) == 0


def test_files_that_are_gone_are_told_and_the_window_stands(
    monkeypatch, qapp, tmp_path
):
    gone = [tmp_path / "gone.onnx", tmp_path / "gone.png"]

    def script(user):
        user.wait_opened()
        user.window.opening.open_files(gone)
        assert "no file" in told(user, "Model")
        user.wait_idle()
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: not user.window.messages.sources, "the next photo")

    assert drive(monkeypatch, [], script) == 0


def test_want_of_memory_halves_the_batch_and_says_so(monkeypatch, qapp):
    def poor(session, path, feeds, outputs):
        (tensor,) = feeds.values()
        if len(tensor) > 2:
            raise OutOfMemoryError("There is not enough memory.")
        return run_session(session, path, feeds, outputs)

    def script(user):
        user.wait_opened()
        monkeypatch.setattr(forward, "run_session", poor)
        user.press("More")
        user.choose("Batch", "8")
        user.panel.run()
        assert "smaller" in told(user, "Note")
        user.wait_idle()
        assert user.panel.lens.answer.is_complete

    assert drive(monkeypatch, [], script) == 0


def test_no_memory_at_all_keeps_the_map_that_stands(monkeypatch, qapp):
    def none(*_):
        raise OutOfMemoryError("There is not enough memory.")

    def script(user):
        user.wait_opened()
        user.panel.run()
        user.wait_idle()
        session = user.window.session
        subject, overlays = session.subject, session.shown.overlays
        monkeypatch.setattr(forward, "run_session", none)
        user.panel.run()
        assert told(user, "Occlusion map").startswith("Not enough memory")
        user.wait_idle()
        assert session.subject is subject
        heatmap, former = session.shown.overlays[0].heatmap, overlays[0].heatmap
        assert heatmap.values is former.values or heatmap.title == former.title
        assert user.part(QPushButton, "Run map").isVisible()
        monkeypatch.setattr(forward, "run_session", run_session)
        user.panel.run()
        user.wait_idle()
        assert "Occlusion map" not in user.window.messages.sources

    assert drive(monkeypatch, [], script) == 0


def test_a_mistake_of_ours_is_shown_and_the_button_is_back(monkeypatch, qapp, caplog):
    def broken(*_):
        raise ZeroDivisionError

    def script(user):
        user.wait_opened()
        monkeypatch.setattr(forward, "run_session", broken)
        user.panel.run()
        assert told(user, "Occlusion map").startswith("NetGaze made a mistake")
        user.wait_idle()
        assert user.part(QPushButton, "Run map").isVisible()

    assert drive(monkeypatch, [], script) == 0


def test_photos_that_vanished_are_stepped_over(monkeypatch, qapp, tmp_path):
    for name in "abc":
        models_photo = DEMO_PHOTO.read_bytes()
        (tmp_path / f"{name}.jpg").write_bytes(models_photo)

    def script(user):
        user.wait_opened()
        session = user.window.session
        (tmp_path / "b.jpg").unlink()
        session.step(1)
        told(user, "Photo")
        user.wait_idle()
        assert session.subject.image.name == "a.jpg"
        session.step(1)
        user.wait_idle()
        assert session.subject.image.name == "c.jpg"
        assert not user.window.messages.sources

    assert drive(monkeypatch, [DEMO_MODEL, tmp_path / "a.jpg"], script) == 0


def test_a_model_of_two_classes_and_a_line_of_a_photo_work(monkeypatch, qapp, tmp_path):
    model = models.one_pixel(tmp_path / "two.onnx", (16, 16), (8, 8))
    line = tmp_path / "line.png"
    from PIL import Image

    Image.new("RGB", (3000, 1), (200, 10, 10)).save(line)

    def script(user):
        user.wait_opened()
        seen = user.window.session.subject.prepared.seen
        user.click(seen.top + seen.height / 2, seen.left + seen.width / 2)
        user.wait_idle()
        user.panel.run()
        user.wait_idle()
        user.press("Draw classes")
        user.wait_idle()
        assert user.panel.lens.answer.is_complete
        assert "Bug" not in user.window.messages.sources

    assert drive(monkeypatch, [model, line], script) == 0


def test_closing_while_something_opens_ends_in_order(monkeypatch, qapp):
    def script(user):
        user.window.opening.open_demo()
        user.window.session.open_photo(DEMO_PHOTO)

    assert drive(monkeypatch, [], script) == 0


OPENING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main
app = QApplication(["netgaze"])
def look():
    (window,) = [w for w in app.topLevelWidgets() if hasattr(w, "session")]
    if "Photo" in window.messages.sources:
        window.close()
    else:
        QTimer.singleShot(20, look)
QTimer.singleShot(0, look)
sys.exit(main.main())
"""


def test_what_libraries_say_of_a_photo_does_not_reach_the_terminal(tmp_path, shared):
    photo = shared / "data" / "repro" / "mutant_lzw.tif"
    ended = subprocess.run(
        [sys.executable, "-c", OPENING, str(photo)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "tif" not in ended.stderr.lower()


def test_axes_that_a_file_leaves_open_are_said_by_the_user(monkeypatch, qapp, tmp_path):
    """It opens, and once said it is not asked again."""
    nodes = [
        models.node("GlobalAveragePool", "x", "pooled"),
        models.node("Flatten", "pooled", "flat"),
        models.node("MatMul", "flat w", "y"),
    ]
    ends = {"x": ("float32", ["N", "A", "B", "C"])}, {"y": ("float32", ["N", 2])}
    path = tmp_path / "open.onnx"
    models.save(path, nodes, *ends, {"w": np.eye(3, 2, dtype=np.float32)})

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.drop(path)
        assert "leaves open which axis holds the channels" in told(user, "Model")
        button = part(user.window.messages, QPushButton, "Say its axes…")

        def choose(menu):
            (line,) = [each for each in menu.actions() if "N3HW" in each.text()]
            assert line.text() == "N3HW · 3 channels, height, width"
            line.trigger()

        in_menu(choose, button)
        for _ in range(2):
            user.wait(lambda: session.subject.request.model == path, "the model")
            user.wait_idle()
            assert session.subject.classifier.spec.input.layout == "NCHW"
            assert "Model" not in user.window.messages.sources
            user.window.opening.open_demo()
            user.wait(lambda: session.subject.request.model == DEMO_MODEL, "the demo")
            user.wait_idle()
            user.drop(path)

    assert drive(monkeypatch, [], script) == 0
