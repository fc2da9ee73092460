"""The real window, driven as a person would, against the command line."""

import contextlib
import gc
import io
import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QPushButton

from gui.widgets import dialogs
from gui.widgets.words import change, score
from inference.cli import run as command
from tests.gui.driving import drive
from tests.gui.finding import part, words

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[2]


def answer(*arguments):
    """What the command line prints as JSON."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert command([*map(str, arguments), "--json"]) == 0
    return json.loads(out.getvalue())


@pytest.fixture
def horn(shared):
    model = shared / "data" / "models" / "mobilenet_v1_0.25_224_tf2onnx_nhwc.onnx"
    return model, shared / "data" / "photos" / "imagenet" / "n03394916_French_horn.JPEG"


def test_the_demo_stands_without_arguments(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        assert session.subject.classifier.spec.name == "Toy food"
        assert session.target == session.subject.prediction.top_index

    assert drive(monkeypatch, [], script) == 0


@pytest.mark.slow
def test_clicks_maps_and_exports_equal_the_command_line(
    monkeypatch, qapp, horn, tmp_path
):
    model, photo = horn
    predicted = answer("predict", model, photo)
    target = predicted["top"][0]["index"]
    by_shell = tmp_path / "shell"
    answer("occlude", model, photo, "--stride", "8", "--out", by_shell)

    def script(user):
        user.wait_opened()
        window, panel = user.window, user.panel
        listed = window.canvas.scores.findChild(QListView).model()
        shown = [listed.index(row, 0) for row in range(5)]
        from gui.photo.score_model import Role

        for index, expected in zip(shown, predicted["top"], strict=True):
            assert index.data(Role.CLASS) == expected["index"]

        # A patch, in image coordinates.
        user.click(150, 180)
        user.wait_idle()
        box = panel.lens.probing.answer.patches[0]
        sides = (box.top, box.left, box.height, box.width)
        typed = ",".join(str(int(side)) for side in sides)
        probed = answer("occlude", model, photo, "--box", typed)
        before, after = (
            probed[f"probabilities_{when}"][target] for when in ("before", "after")
        )
        told = words(panel.probe)
        arrow = told.index("→")
        assert told[arrow - 1] == score(before)
        assert told[arrow + 1 : arrow + 3] == [score(after), change(before, after)]
        assert panel.lens.probing.answer.drop(target) == pytest.approx(
            probed["drop"], abs=1e-6
        )
        user.key(Qt.Key.Key_Escape)
        assert not panel.lens.probing.boxes

        # A map: stopped, continued, asked for other things.
        user.press("Fine")
        assert panel.map.spec().stride == (8, 8)
        panel.run()
        user.wait(lambda: panel.lens.answer is not None and panel.lens.answer.done > 50)
        panel.stop()
        user.wait_idle()
        assert not panel.lens.answer.is_complete
        user.press("Continue")
        user.wait_idle()
        assert panel.lens.answer.is_complete
        expected = np.load(by_shell / "heatmap.npy")
        found = window.session.shown.overlays[0].heatmap.values
        np.testing.assert_allclose(found, expected, atol=1e-5)
        window.session.pick_target(514)
        user.choose("Quantity", "Logit")
        user.wait_idle()
        title = window.session.shown.overlays[0].heatmap.title
        assert title == "Drop in logit of cornet"
        window.session.follow_top(is_following=True)
        user.choose("Quantity", "Probability")
        user.wait_idle()

        # The same files.
        chosen = tmp_path / "window"
        monkeypatch.setattr(dialogs, "ask_folder", lambda *_: chosen)
        window.exporting.choose()
        user.wait(lambda: [*chosen.glob("*/occlusion.json")])
        user.wait_idle()
        (by_hand,) = chosen.iterdir()
        same_json(by_shell / "occlusion.json", by_hand / "occlusion.json")
        for name in ("overlay.png", "side_by_side.png"):
            same_picture(by_shell / name, by_hand / name)
        for name in ("heatmap.npy",):
            np.testing.assert_allclose(
                np.load(by_shell / name), np.load(by_hand / name), atol=1e-5
            )

    assert drive(monkeypatch, horn, script) == 0


def same_picture(first, second):
    """The same but for roundings: batches of other sizes differ in the last bit."""
    first, second = (
        np.asarray(Image.open(path)).astype(int) for path in (first, second)
    )
    difference = np.abs(first - second)
    assert difference.max() <= 4
    assert (difference > 0).mean() < 1e-3


def same_json(first, second):
    first, second = (json.loads(path.read_text("utf-8")) for path in (first, second))
    assert first.keys() == second.keys()
    for key in ("model", "image", "spec", "target", "quantity", "grid_box", "rows"):
        assert first[key] == second[key], key


def test_files_that_cannot_be_opened_leave_everything_as_it_is(
    monkeypatch, qapp, tmp_path
):
    bad_model, bad_photo = tmp_path / "a.onnx", tmp_path / "b.png"
    bad_model.write_bytes(b"not a model")
    bad_photo.write_bytes(b"")

    def script(user):
        user.wait_opened()
        session = user.window.session
        before = session.subject
        for path, source, headline in (
            (bad_model, "Model", "This model cannot be used"),
            (bad_photo, "Photo", "This photo cannot be opened"),
        ):
            user.window.opening.open_files([path])
            user.wait(lambda: user.window.messages.sources)
            assert user.window.messages.sources == (source,)
            user.wait_idle()
            assert session.subject is before
            assert headline in user.message(source)
            user.window.messages.clear(source)

    assert drive(monkeypatch, [], script) == 0


def test_a_folder_that_cannot_be_written_is_told(monkeypatch, qapp, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("here")

    def script(user):
        user.wait_opened()
        user.panel.run()
        user.wait_idle()
        monkeypatch.setattr(dialogs, "ask_folder", lambda *_: in_the_way)
        user.window.exporting.choose()
        user.wait(lambda: "Export" in user.window.messages.sources)

    assert drive(monkeypatch, [], script) == 0


def test_closing_in_mid_run_leaves_no_thread(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.press("Every pixel")
        user.panel.run()
        user.wait(lambda: user.panel.lens.answer is not None)

    assert drive(monkeypatch, [], script) == 0
    threads = [t for t in gc.get_objects() if issubclass(type(t), QThread)]
    assert not [thread for thread in threads if thread.isRunning()]
    ours = [t for t in threading.enumerate() if type(t) is threading.Thread]
    # Idle workers are shared by all sweeps and ended by Python's exit.
    assert all(thread.name.startswith("occluder") for thread in ours), ours


CLOSING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main
from tests.gui import finding
app = QApplication(["netgaze"])
def look():
    (window,) = [w for w in app.topLevelWidgets() if hasattr(w, "session")]
    panel = window.tabs.current
    if window.session.subject.prediction is None:
        return QTimer.singleShot(20, look)
    if panel.lens.answer is None:
        finding.press(panel, "Every pixel")
        panel.run() if panel.lens.work is None else None
        return QTimer.singleShot(20, look)
    window.close()
QTimer.singleShot(0, look)
sys.argv = ["netgaze"]
sys.exit(main.main())
"""


@pytest.mark.slow
def test_a_process_that_is_closed_in_mid_run_ends_with_code_0(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", CLOSING],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_a_monkey_cannot_break_it(monkeypatch, qapp):
    """500 random actions; nothing crashes, nothing leaks, no mistake is reported."""
    dice = random.Random(0)

    def script(user):
        user.wait_opened()
        for _ in range(500):
            act(user, dice)
        user.panel.stop()
        user.wait_idle()
        assert "Bug" not in user.window.messages.sources

    assert drive(monkeypatch, [], script) == 0


SCORE, CLIP = "Remaining score", "Clip the mask at the border"


def press_if_shown(user, name):
    """Clicks a button of the occlusion tab, unless something hides it."""
    button = part(user.panel, QPushButton, name)
    if button.isVisible():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def set_combo(panel, name, place):
    part(panel, QComboBox, name).setCurrentIndex(place)


def act(user, dice):
    window, panel = user.window, user.panel
    height, width = window.session.subject.image.size
    place = (dice.uniform(0, height - 1), dice.uniform(0, width - 1))
    other = (dice.uniform(0, height - 1), dice.uniform(0, width - 1))
    shift = Qt.KeyboardModifier.ShiftModifier
    actions = (
        lambda: user.click(*place),
        lambda: user.click(*place, shift),
        lambda: user.drag(place, other),
        lambda: user.key(Qt.Key.Key_Escape),
        lambda: user.key(dice.choice([Qt.Key.Key_Left, Qt.Key.Key_Down])),
        panel.run,
        panel.stop,
        lambda: press_if_shown(user, "Continue"),
        lambda: user.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        lambda: panel.step_size(dice.choice([-1, 1])),
        lambda: press_if_shown(user, dice.choice(["Quick", "Fine", "Every pixel"])),
        lambda: press_if_shown(user, dice.choice(["Drop", "Class", SCORE])),
        lambda: set_combo(panel, "Quantity", dice.randrange(2)),
        lambda: set_combo(panel, "Against", dice.randrange(4)),
        lambda: set_combo(panel, "Covered with", dice.randrange(5)),
        lambda: part(panel, QCheckBox, CLIP).setChecked(dice.random() < 0.5),
        lambda: window.session.step(dice.choice([-1, 1])),
        lambda: window.session.pick_target(dice.randrange(9)),
        lambda: window.canvas.legend.next_color_map(),
        lambda: window.canvas.toggle_map(),
        lambda: window.tabs.show_tab(dice.randrange(5)),
        lambda: window.canvas.viewer.zoom_in(),
        lambda: window.canvas.viewer.fit(),
        lambda: window.opening.open_demo(),
        lambda: user.wait(lambda: True),
    )
    dice.choice(actions)()
    QTest.qWait(dice.choice([0, 0, 1, 5, 20]))
