"""Exports that are opened, dropped or named on the command line."""

import json
import shutil

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton

from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import open_classifier
from inference.cli import run
from inference.export import ProbeResult, export_probe
from inference.geometry import Box
from inference.image import open_image
from inference.occlusion import probe
from inference.pictures.limits import Limits
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = DEMO_PHOTO.parents[1] / "pizza" / "pizza-01.jpg"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Exports of a photo that is not the one the window opens with."""
    place = tmp_path_factory.mktemp("made")
    words = {
        "occlude": ["--stride", "40x32", "--mask", "50x40", "--target", "3"],
        "gradcam": ["--target", "2", "--layer", "block5.relu", "--signed"],
        "activations": ["--layer", "block4.relu", "--channels", "7"],
    }
    words["occlude"] += ["--baseline", "10,20,30", "--quantity", "logit"]
    for command, options in words.items():
        out = ["--out", str(place / command)]
        photos = [str(OTHER), str(DEMO_PHOTO)][: 1 + (command == "activations")]
        assert run([command, str(DEMO_MODEL), *photos, *out, *options]) == 0
    classifier, image = open_classifier(DEMO_MODEL), open_image(OTHER)
    boxes = [Box(20, 30, 40, 50), Box(90, 99, 20, 20)]
    found = probe(classifier, classifier.prepare(image), boxes)
    export_probe(ProbeResult(found, 1, classifier, image), place / "probe")
    return place


def opened(user, path):
    """Waits until the window looks at a photo, and all is still."""
    session = user.window.session
    user.wait(lambda: session.subject.request.photo == path, path.name)
    user.wait_idle()
    user.wait(lambda: session.shown.overlays)
    user.wait_idle()


def test_an_export_restores_what_it_was_made_of(monkeypatch, qapp, made):
    """Named on the command line, dropped, and chosen."""

    def script(user):
        session = user.window.session
        opened(user, OTHER)
        assert session.target == 3
        (shown,) = session.shown.overlays
        assert shown.badge == "From an export"
        stored = np.load(made / "occlude" / "heatmap.npy")
        np.testing.assert_array_equal(shown.heatmap.values, stored)
        user.panel = user.window.tabs.current
        assert user.part(QComboBox, "Covered with").currentData() == "own"
        user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: session.shown.overlays[0].badge.startswith("Exact"))
        user.wait_idle()
        again = session.shown.overlays[0].heatmap.values
        np.testing.assert_allclose(again, stored, atol=1e-4)

        user.drop(made / "probe" / "probe.json")
        user.wait(lambda: len(session.shown.patches) == 2)
        user.wait_idle()
        assert session.target == 1
        assert session.shown.covered is not None

        user.drop(made / "gradcam" / "gradcam.json")
        user.wait(lambda: session.target == 2)
        user.wait_idle()
        stored = np.load(made / "gradcam" / "heatmap.npy")
        user.wait(lambda: session.shown.overlays and _values(session).shape == (14, 14))
        user.wait(lambda: user.window.tabs.current.lens.answer is not None)
        user.wait_idle()
        np.testing.assert_allclose(_values(session), stored, atol=1e-5)

        path = made / "activations" / "activations.json"
        monkeypatch.setattr(dialogs, "ask_file", lambda *_: path)
        _choose_in_file_menu(user, "Open export…")
        user.wait(lambda: user.window.tabs.current.title == "Activations")
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer and lens.answer.question.layer == "block4.relu")
        user.wait_idle()
        assert lens.channel == 7
        user.wait(lambda: lens.photo_b is not None)
        user.wait_idle()
        assert lens.photo_b.image.path == DEMO_PHOTO
        assert len(session.shown.overlays) == 2
        assert "Reopening" not in user.window.messages.sources

    export = made / "occlude" / "occlusion.json"
    assert drive(monkeypatch, [export], script) == 0


def test_what_was_chosen_in_the_tabs_is_restored(monkeypatch, qapp, tmp_path):
    """Saved from one window, opened in another: each tab says what it said."""
    out = tmp_path / "out"
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: out)

    def save(user):
        user.wait_opened()
        user.panel.run()
        user.wait_idle()
        user.press("Remaining score")
        save_tab(user, "occlusion")
        user.press("Class")
        save_tab(user, "occlusion")
        user.key(Qt.Key.Key_2, CTRL)
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer is not None)
        user.press("Two classes")
        user.part(QComboBox, "Second class").setCurrentIndex(5)
        user.wait(lambda: lens.answer.second is not None)
        user.wait_idle()
        save_tab(user, "gradcam")
        user.key(Qt.Key.Key_3, CTRL)
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer is not None)
        user.choose("Order", "Maximum")
        user.choose("Scale", "Fixed…")
        for name, end in (("Low", "0.25"), ("High", "3.5")):
            field = user.part(QLineEdit, f"{name} end of the scale")
            finding.enter(field, end)
        user.press("More")
        user.choose("Colour map of the tiles", "Inferno")
        for box in ("Positive part only", "Larger than trained"):
            finding.tick(user.part(QCheckBox, box))
        user.wait(lambda: lens.answer.question.is_larger)
        user.wait_idle()
        save_tab(user, "activations")

    def save_tab(user, name):
        user.wait_idle()
        before = {*out.glob(f"*/{name}.json")}
        finding.press(user.window, "Export…")
        user.wait(lambda: {*out.glob(f"*/{name}.json")} - before, name)
        user.wait_idle()
        (new,) = {*out.glob(f"*/{name}.json")} - before
        new.parent.rename(out / f"{name}-{len(before)}")

    def restore(user):
        user.wait_opened()
        session = user.window.session
        user.drop(out / "activations-0" / "activations.json")
        user.wait(lambda: user.window.tabs.current.title == "Activations")
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer is not None)
        user.wait_idle()
        question = lens.answer.question
        assert (question.order, question.is_positive, question.is_larger) == (
            "maximum",
            True,
            True,
        )
        style = question.style
        assert (style.scale, style.limits, style.color_map) == (
            "fixed",
            Limits(0.25, 3.5),
            "inferno",
        )
        assert user.part(QComboBox, "Scale").currentText() == "Fixed…"
        assert user.part(QLineEdit, "Low end of the scale").text() == "0.25"
        assert user.part(QLineEdit, "High end of the scale").isVisible()
        colors = user.part(QComboBox, "Colour map of the tiles")
        assert colors.currentText() == "Inferno"
        assert user.part(QComboBox, "Order").currentText() == "Maximum"
        assert user.part(QCheckBox, "Positive part only").isChecked()
        assert user.part(QCheckBox, "Larger than trained").isChecked()

        user.drop(out / "gradcam-0" / "gradcam.json")
        user.wait(lambda: user.window.tabs.current.title == "Grad-CAM")
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer and lens.answer.second)
        user.wait_idle()
        record = json.loads((out / "gradcam-0" / "gradcam.json").read_text("utf-8"))
        assert lens.answer.second.explained.target == record["second"]["index"]
        assert len(session.shown.overlays) == 2

        restore_map(user, "occlusion-0", "remaining", "Remaining score")
        restore_map(user, "occlusion-1", "class", "Class")

    def restore_map(user, export, drawn, words):
        user.drop(out / export / "occlusion.json")
        user.wait(lambda: user.window.tabs.current.title == "Occlusion")
        user.wait_idle()
        user.key(Qt.Key.Key_Return, CTRL)
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.reading and lens.reading.drawn == drawn)
        user.wait_idle()
        assert user.part(QPushButton, words).isChecked()

    assert drive(monkeypatch, [], save) == 0
    assert drive(monkeypatch, [], restore) == 0


def _values(session):
    return session.shown.overlays[0].heatmap.values


def test_what_the_command_line_said_of_feeding_is_restored(monkeypatch, qapp, tmp_path):
    """Some of it: the model's own file says the rest."""
    photo, out = tmp_path / "half.png", tmp_path / "out"
    Image.new("RGBA", (300, 200), (200, 40, 90, 128)).save(photo)
    options = ["--resize", "squash", "--alpha", "black", "--out", str(out)]
    assert run(["gradcam", str(DEMO_MODEL), str(photo), *options]) == 0

    def script(user):
        user.wait_opened()
        user.drop(out / "gradcam.json")
        opened(user, photo)
        how = user.window.session.subject.classifier.preprocessing
        assert (how.resize, how.alpha) == ("squash", "black")
        stored = np.load(out / "heatmap.npy")
        np.testing.assert_array_equal(_values(user.window.session), stored)
        assert "Reopening" not in user.window.messages.sources

    assert drive(monkeypatch, [], script) == 0


def _choose_in_file_menu(user, words):
    (file,) = (a for a in user.window.menuBar().actions() if a.text() == "&File")
    (action,) = (a for a in file.menu().actions() if a.text() == words)
    action.trigger()


def test_what_is_missing_is_asked_for_and_what_is_another_is_told(
    monkeypatch, qapp, made, tmp_path
):
    shutil.copytree(made / "occlude", tmp_path / "copy")
    export = tmp_path / "copy" / "occlusion.json"
    record = json.loads(export.read_text("utf-8"))
    record["model"] |= {"path": str(tmp_path / "gone.onnx"), "sha256": "0" * 64}
    record["image"]["path"] = str(tmp_path / "gone.jpg")
    export.write_text(json.dumps(record))
    broken = tmp_path / "gradcam.json"
    broken.write_text('{"method": "Grad-CAM", "quantity": 7}')

    def script(user):
        messages, session = user.window.messages, user.window.session
        user.wait_opened()
        before = session.subject.request
        user.drop(broken)
        user.wait(lambda: "Reopening" in messages.sources)
        assert '"quantity"' in user.message("Reopening")
        user.drop(export)
        user.wait(lambda: "Reopening" in messages.sources and "gone.onnx" in told(user))
        assert session.subject.request == before
        monkeypatch.setattr(dialogs, "ask_file", lambda *_: DEMO_MODEL)
        finding.press(messages, "Find the model…", QPushButton)
        user.wait(lambda: "Reopening" in messages.sources and "gone.jpg" in told(user))
        monkeypatch.setattr(dialogs, "ask_file", lambda *_: OTHER)
        finding.press(messages, "Find the photo…", QPushButton)
        opened(user, OTHER)
        user.wait(lambda: "Reopening" in messages.sources)
        assert "is not the one that the export was made with" in told(user)

    def told(user):
        return user.message("Reopening")

    assert drive(monkeypatch, [], script) == 0
