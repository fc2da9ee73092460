"""Which output is read and what is fed beside the photo, as a user says it."""

import numpy as np
import onnx
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from inference.cli import run
from tests.gui.driving import drive
from tests.gui.finding import part, words
from tests.models import node, noise, save

pytestmark = pytest.mark.gui
STRANGE = "feat\n\u202e" + 200 * "x"  # what a stranger may call an output
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def files(tmp_path):
    """Features of three channels and five logits over a temperature, of any size."""
    matrix = np.random.default_rng(3).normal(size=(3, 5)).astype(np.float32)
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "features"),
        node("MatMul", "features matrix", "scores"),
        node("Div", "scores temperature", "logits"),
        onnx.helper.make_node("Relu", ["features"], [STRANGE]),
    ]
    feeds = {"x": ("float32", ["N", 3, "H", "W"]), "temperature": ("float32", [1])}
    answers = {
        "features": ("float32", ["N", 3]),
        "logits": ("float32", ["N", 5]),
        STRANGE: ("float32", ["N", 3]),
    }
    model = save(tmp_path / "m.onnx", nodes, feeds, answers, {"matrix": matrix})
    photo = tmp_path / "photo.png"
    Image.fromarray(noise(40, 60).pixels).save(photo)
    return model, photo


def nowhere_finite(path):
    """A model that gives no numbers: logarithms of what lies below zero."""
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "flat"),
        node("Sub", "flat ten", "less"),
        node("Log", "less", "y"),
    ]
    feeds, answers = {"x": ("float32", [1, 3, 8, 8])}, {"y": ("float32", [1, 3])}
    return save(path, nodes, feeds, answers, {"ten": np.float32(10)})


def edit(user, name, text):
    """Writes into a field of the page, and waits for what comes of it."""
    field = user.part(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    user.wait_idle()


def badge(user):
    """What the subject bar asks to check, and why."""
    bar = user.window.subject_bar
    buttons = [b for b in bar.findChildren(QAbstractButton) if b.isVisible()]
    about = (b for b in buttons if "Click to" in b.toolTip() and b.text() != "guessed")
    return next(((each.text(), each.toolTip()) for each in about), ("", ""))


def line(user):
    return next(w for w in words(user.window.subject_bar) if " classes" in w)


def sentence(user, *parts):
    return any(all(p in w for p in parts) for w in words(user.window.tabs.current))


def test_a_user_says_what_is_read_and_what_is_fed(monkeypatch, qapp, files):
    def script(user):
        user.wait_opened()
        user.window.resize(1280, 720)
        session = user.window.session
        shown, tip = badge(user)
        assert shown == "several outputs · 1 input filled in"
        assert "“logits” is read; features, feat" in tip
        assert "could hold the classes, too" in tip
        assert "temperature = 1" in tip
        QTest.mouseClick(part(user.window.subject_bar, QAbstractButton, shown), LEFT)
        user.wait_idle()
        assert sentence(user, "“logits”: logits.")
        outputs = user.part(QComboBox, "Output")
        assert outputs.itemText(2).isprintable()
        assert len(outputs.itemText(2)) < 50
        user.wait(lambda: not outputs.visibleRegion().isEmpty(), "the outputs in sight")
        assert sentence(user, "nobody says: ones, for zeros give no answer")
        before = session.subject.prediction.logits
        edit(user, "temperature", "4")
        assert np.allclose(session.subject.prediction.logits, before / 4, rtol=1e-4)
        assert sentence(user, "yours")
        assert badge(user)[0] == "several outputs"
        edit(user, "temperature", "warm")
        assert sentence(user, '"warm" is no number')
        edit(user, "temperature", "4")
        assert not sentence(user, "is no number")
        edit(user, "Input size", "32 × 48")
        assert "crop 32 × 48" in line(user)
        edit(user, "Input size", "big")
        assert sentence(user, "is not a size")
        choose_output(user, "features")
        assert "3 classes" in line(user)
        assert "crop 32 × 48" in line(user)
        assert sentence(user, "“features”: logits.")
        assert badge(user)[0] == ""
        user.press("Forget what I chose")
        user.wait_idle()
        assert "5 classes · torchvision · crop 224" in line(user)
        assert badge(user)[0] == "several outputs · 1 input filled in"
        assert np.allclose(session.subject.prediction.logits, before)

    assert drive(monkeypatch, files, script) == 0


def choose_output(user, entry):
    user.choose("Output", entry)
    user.wait_idle()
    assert user.part(QComboBox, "Output").currentText() == entry


def test_an_export_is_opened_as_it_was_read(monkeypatch, qapp, files, tmp_path):
    model, photo = map(str, files)
    out = tmp_path / "out"
    stated = ["--input", "temperature=4", "--output", "features", "--size", "24"]
    command = ["occlude", model, photo, *stated, "--stride", "8", "--out", str(out)]
    assert run(command) == 0

    def script(user):
        user.wait_opened()
        assert "3 classes" in line(user)
        assert "crop 24" in line(user)
        wishes = user.window.session.said.wishes
        assert wishes.output == "features"
        assert wishes.inputs == (("temperature", (4.0,)),)
        assert user.window.session.shown.overlays
        assert not user.window.messages.sources
        user.drop(nowhere_finite(tmp_path / "log.onnx"))
        user.wait(lambda: user.window.messages.sources, "what it gives is told")
        user.wait_idle()
        (source,) = user.window.messages.sources
        told = user.message(source)
        assert '"log.onnx" gives values that are infinite or no numbers' in told
        assert "m stays open" in told
        assert "3 classes" in line(user)

    assert drive(monkeypatch, [out / "occlusion.json"], script) == 0
