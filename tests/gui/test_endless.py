"""A network that never returns takes nothing over: Stop ends it, closing ends all."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from inference.classifier import vetting
from inference.network.graph import read_graph
from inference.network.passes import run_session
from inference.network.sessions import open_session
from tests.gui.driving import drive
from tests.models import average_pool, endless, one_long_node

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[2]


def stop_of(user, work):
    """What ends work in the status bar, once it stands there: the work takes a while.

    Opening is cancelled: nothing of it stays.
    """
    word = "Cancel" if work == "Opening" else "Stop"

    def stops():
        buttons = user.window.status.findChildren(QPushButton)
        wanted = [b for b in buttons if b.accessibleName() == f"{word}: {work}"]
        return [each for each in wanted if each.isVisible()]

    user.wait(stops, f"a {word} for {work}")
    return stops()[0]


def press_stop(user, work):
    QTest.mouseClick(stop_of(user, work), Qt.MouseButton.LeftButton)


def test_cancel_ends_the_opening_of_an_endless_model(monkeypatch, qapp, tmp_path):
    path = endless(tmp_path / "endless.onnx")

    def script(user):
        user.wait_opened()
        before = user.window.session.subject
        user.window.opening.open_files([path])
        press_stop(user, "Opening")
        user.wait_idle()
        assert user.window.session.subject is before
        assert not user.window.messages.sources
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: user.window.session.subject is not before, "the next photo")

    assert drive(monkeypatch, [], script) == 0


def test_cancel_leaves_a_photo_on_which_a_model_never_returns(
    monkeypatch, qapp, tmp_path
):
    path = endless(tmp_path / "endless.onnx", above=2)
    for name, level in (("a.png", 100), ("b.png", 255)):
        Image.fromarray(np.full((8, 8, 3), level, np.uint8)).save(tmp_path / name)

    def script(user):
        user.wait_opened()
        user.key(Qt.Key.Key_Right)
        press_stop(user, "Opening")
        user.wait_idle()
        assert user.window.session.subject.image.name == "a.png"

    assert drive(monkeypatch, [path, tmp_path / "a.png"], script) == 0


def test_another_model_ends_the_opening_of_an_endless_one(monkeypatch, qapp, tmp_path):
    path = endless(tmp_path / "endless.onnx")
    other = average_pool(tmp_path / "other.onnx", (8, 8), np.ones((3, 2)))

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.window.opening.open_files([path])
        stop_of(user, "Opening")
        user.window.opening.open_files([other])
        user.wait(lambda: name_of(session.subject) == "other.onnx", "the other one")
        assert not user.window.messages.sources

    assert drive(monkeypatch, [], script) == 0


def test_another_photo_ends_a_prediction_that_never_comes(monkeypatch, qapp, tmp_path):
    monkeypatch.setattr("gui.session.GRACE", 100)
    path = endless(tmp_path / "endless.onnx", above=2)
    for name, level in (("a.png", 100), ("b.png", 255), ("c.png", 100)):
        Image.fromarray(np.full((8, 8, 3), level, np.uint8)).save(tmp_path / name)

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.key(Qt.Key.Key_Right)
        stop_of(user, "Opening")
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: session.subject.image.name == "c.png", "the third photo")

    assert drive(monkeypatch, [path, tmp_path / "a.png"], script) == 0


def test_a_patch_and_a_map_from_which_a_model_never_returns_hold_nothing_up(
    monkeypatch, qapp, tmp_path
):
    monkeypatch.setattr("gui.jobs.LONG", 0.1)
    monkeypatch.setattr("gui.jobs.GRACE", 100)
    path = endless(tmp_path / "endless.onnx", above=2)
    other = average_pool(tmp_path / "other.onnx", (8, 8), np.ones((3, 2)))
    Image.fromarray(np.full((8, 8, 3), 100, np.uint8)).save(tmp_path / "a.png")

    def script(user):
        user.wait_opened()
        lens, session = user.panel.lens, user.window.session
        user.choose("Covered with", "White")
        user.click(4, 4)
        press_stop(user, "Patch")
        user.wait_idle()
        assert lens.probing.answer is None
        user.choose("Covered with", "Black")
        user.wait(lambda: lens.probing.answer, "what black does")
        user.choose("Covered with", "White")
        stop_of(user, "Patch")
        user.press("Run map")
        stop_of(user, "Occlusion map")
        user.window.opening.open_files([other])
        user.wait(lambda: name_of(session.subject) == "other.onnx", "the other one")
        user.click(4, 4)
        user.press("Run map")
        user.wait(lambda: lens.answer and lens.answer.is_complete, "its map")
        user.wait(lambda: lens.probing.answer, "what a patch does there")

    assert drive(monkeypatch, [path, tmp_path / "a.png"], script) == 0


def name_of(subject):
    return subject.classifier.graph.path.name


def endless_session(folder):
    """What takes the place of a session: its pass never ends."""
    path = endless(folder / "endless.onnx")
    graph = read_graph(path)
    session = open_session(graph.model, graph, "cpu")
    feeds = {"x": np.zeros((1, 3, 8, 8), np.float32)}
    return lambda *_: run_session(session, path, feeds, ["y"])


@pytest.mark.parametrize(
    ("tab", "step", "work"),
    [
        (1, "inference.gradcam.engine.weighable_layers", "Loading the gradients"),
        (1, "inference.gradcam.engine.weigh", "Grad-CAM"),
        (2, "inference.network.tensors.run_session", "Activations"),
    ],
)
def test_a_tab_that_was_stopped_says_so_and_asks_again(
    monkeypatch, qapp, tmp_path, tab, step, work
):
    endless_run = endless_session(tmp_path)

    def says(user, words):
        labels = user.window.tabs.current.findChildren(QLabel)
        return any(words in each.text() for each in labels if each.isVisible())

    def script(user):
        user.wait_opened()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(step, endless_run)
            user.window.tabs.show_tab(tab)
            press_stop(user, work)
            user.wait(lambda: says(user, "Stopped."), "what was stopped")
        user.window.tabs.show_tab(tab)
        user.wait(lambda: user.window.tabs.current.is_exportable, "an answer")
        assert not says(user, "Stopped.")

    assert drive(monkeypatch, [], script) == 0


def test_gradients_are_made_for_who_asks_in_the_moment_of_the_stop(
    monkeypatch, qapp, tmp_path
):
    endless_run = endless_session(tmp_path)

    def script(user):
        user.wait_opened()
        gradients = user.window.session.gradients
        gradients.stopped.connect(gradients.need)  # its thread has not ended yet
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("inference.gradcam.engine.weighable_layers", endless_run)
            gradients.stopped.connect(patch.undo)
            user.window.tabs.show_tab(1)
            press_stop(user, "Loading the gradients")
            user.wait(lambda: gradients.engine is not None, "the gradients")

    assert drive(monkeypatch, [], script) == 0


CLOSING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
import main
app = QApplication(["netgaze"])
def look():
    (window,) = [w for w in app.topLevelWidgets() if hasattr(w, "session")]
    stops = window.status.findChildren(QPushButton)
    if any(b.isVisible() and "Opening" in b.accessibleName() for b in stops):
        print("closing", flush=True)
        window.close()
    else:
        QTimer.singleShot(20, look)
QTimer.singleShot(0, look)
sys.exit(main.main())
"""


@pytest.mark.slow
@pytest.mark.parametrize("make", [endless, one_long_node])
def test_closing_ends_the_process_whatever_a_network_does(tmp_path, make):
    model = make(tmp_path / "model.onnx")
    ended = subprocess.run(
        [sys.executable, "-c", CLOSING, str(model)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,  # before, it took for ever
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "closing\n"), ended.stderr
    assert "Traceback" not in ended.stderr
    assert "window_geometry" in (tmp_path / "NetGaze" / "NetGaze.ini").read_text()


def test_a_strangers_model_is_tried_elsewhere_and_cancel_leaves_it(
    monkeypatch, qapp, tmp_path
):
    """The status bar says so; Stop ends the child, and the window goes on.

    Nothing stays of it, neither a process nor a note that it passed, and what is opened
    next is tried and opens.
    """
    monkeypatch.delenv("NETGAZE_TRUST_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    path = endless(tmp_path / "endless.onnx")
    other = average_pool(tmp_path / "other.onnx", (8, 8), np.ones((3, 2)))
    children = list[subprocess.Popen]()
    start = subprocess.Popen

    def started(*arguments, **how):
        children.append(start(*arguments, **how))
        return children[-1]

    monkeypatch.setattr(vetting.subprocess, "Popen", started)

    def script(user):
        user.wait_opened()
        before = user.window.session.subject
        user.window.opening.open_files([path])
        sentence = "Trying endless.onnx · first run in a separate process"
        user.wait(lambda: sentence in shown_words(user), sentence)
        (child,) = children
        assert child.poll() is None
        press_stop(user, "Opening")
        user.wait_idle()
        assert user.window.session.subject is before
        assert not user.window.messages.sources
        assert child.poll() is not None
        assert not list((tmp_path / "user").rglob("tried models.txt"))
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: user.window.session.subject is not before, "the next photo")
        user.window.opening.open_files([other])
        session = user.window.session
        user.wait(lambda: name_of(session.subject) == "other.onnx", "the other one")
        assert [each.poll() for each in children[1:]] == [0]

    assert drive(monkeypatch, [], script) == 0
    (tried,) = (tmp_path / "user").rglob("tried models.txt")
    assert len(tried.read_text("utf-8").splitlines()) == 1


def shown_words(user):
    labels = user.window.status.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]
