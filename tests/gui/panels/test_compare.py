"""Before and after in the window: two models on the same photos, walked by keys."""

import json
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView, QPushButton, QSpinBox

from gui.widgets.decimals import DecimalField
from gui.widgets.evidence_tiles import EvidenceTiles
from inference.bundled import DEMO_MODEL
from inference.classifier import open_classifier
from inference.dataset import list_dataset
from inference.finetune import TrainingSpec, compare, divided
from inference.jobs import run as run_job
from tests.gui import finding
from tests.gui.clipping import cut_words
from tests.gui.driving import drive
from tests.gui.panels.test_finetune import is_there, says
from tests.inference.finetune.studio import make_net, make_photos

pytestmark = pytest.mark.gui
LABELS = ["apple", "lime", "plum", "fig", "date"]


@pytest.fixture
def studio(tmp_path):
    """A network that knows the fruit, without having learnt them, and their photos."""
    folder = tmp_path / "model"
    folder.mkdir()
    make_photos(tmp_path / "fruit")
    metadata = {"netgaze": json.dumps({"labels": LABELS})}
    return make_net(folder / "net.onnx", metadata=metadata), tmp_path / "fruit"


def field(user, name):
    found = user.window.tabs.current.findChildren(QListView)
    return next((f for f in found if f.accessibleName() == name), None)


def names(view):
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row).data(role) for row in range(model.rowCount())]


def train(user, photos):
    user.wait_opened()
    user.window.tabs.show_word("finetune")
    user.drop(photos)
    user.wait(lambda: says(user, "18 train · 6 validation · 6 test"), "the split")
    user.wait_idle()
    finding.enter(user.part(QSpinBox, "Epochs"), "15")
    finding.enter(user.part(DecimalField, "Learning rate"), "0.03")
    user.wait_idle()
    user.press("Train")
    user.wait(lambda: says(user, "Done in"), "the end of the run")
    user.wait_idle()


def test_before_and_after_are_told_walked_and_measured(monkeypatch, qapp, studio):
    model, photos = studio
    file = model.with_name("net_fruit.onnx")

    def script(user):
        train(user, photos)
        user.press("Page: Before and after")
        found = expected(model, file, photos)
        user.wait(lambda: says(user, str(found.sentence)), "the verdict")
        user.wait_idle()
        assert says(user, "6 photos; the old model may know them")
        walks(user, found)
        measures(user)
        offers_to_score_again(user, file)
        compares_another(user, monkeypatch, file)

    opened = model, photos / "apple" / "0.png"
    assert drive(monkeypatch, opened, script) == 0


def expected(model, file, photos):
    """The comparison that the functions of the command line give."""
    division = divided(run_job(list_dataset(photos)), TrainingSpec())
    models = open_classifier(model), open_classifier(file)
    return run_job(compare(*models, division.test, division.names))


def walks(user, found):
    """The keys walk the photos that became right; the viewer shows both models."""
    session, right = user.window.session, field(user, "Became right")
    samples = [found.after.samples[n] for n in found.became_right]
    labels = [found.after.names[sample.index] for sample in samples]
    told = names(right)
    assert len(told) >= 2
    assert [words.split("✓ ")[1].split()[0] for words in told] == labels
    assert all("was " in words for words in told)
    QTest.keyClick(right, Qt.Key.Key_Home)
    QTest.keyClick(right, Qt.Key.Key_Down)
    second = samples[1].path
    user.wait(lambda: session.subject.request.photo == second, "the second photo")
    user.wait(lambda: len(session.shown.overlays) == 2, "both maps")
    user.wait_idle()
    before, after = session.shown.overlays
    assert (before.title, after.title) == ("Before", "After")
    assert before.subtitle.startswith(f"{labels[1]}, true class · 0.")
    assert before.measure == after.measure  # so they share one scale
    number = float(after.subtitle.rpartition(" ")[2])
    share = found.after.probabilities[found.became_right[1]]
    assert number == pytest.approx(share.max(), abs=0.01)


def measures(user):
    user.press("Page: Evidence")
    user.press("Measure")
    panel = user.window.tabs.current
    words = "Mean Grad-CAM of the true class over the same test photos"
    user.wait(lambda: says(user, words), "the maps")
    user.wait_idle()
    assert says(user, "lean")
    for name in ("Mean evidence before", "Mean evidence after"):
        assert finding.part(panel, EvidenceTiles, name).isVisible()


def offers_to_score_again(user, file):
    """What the former model scored stands there until the new one scores."""
    tabs, session = user.window.tabs, user.window.session
    tabs.show_word("ranking")
    user.wait(lambda: says(user, "30 photos · 3 of the model's 5 classes"), "scores")
    user.wait_idle()
    tabs.show_word("finetune")
    user.press("Use this model")
    user.wait(lambda: session.subject.request.model == file, "the new model")
    user.wait_idle()
    tabs.show_word("ranking")
    assert says(user, "scored with net")
    assert user.part(QPushButton, "Score again").isVisible()


def compares_another(user, monkeypatch, file):
    """Model ▸ Compare with model… shows any other file of these classes."""
    other = file.with_name("again.onnx")
    shutil.copy(file, other)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    user.window.tabs.show_word("occlusion")
    bar = user.window.menuBar()
    actions = [a for menu in bar.actions() for a in menu.menu().actions()]
    action = next(a for a in actions if a.text() == "Compare with model…")
    assert isinstance(action, QAction)
    action.trigger()
    assert user.window.tabs.current.title == "Fine-tuning"
    user.wait(lambda: says(user, "became right"), "the comparison")
    user.wait_idle()


def test_a_model_of_other_classes_is_refused(monkeypatch, qapp, studio, tmp_path):
    model, photos = studio
    other = make_net(tmp_path / "other.onnx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))

    def script(user):
        user.wait_opened()
        bar = user.window.menuBar()
        actions = [a for menu in bar.actions() for a in menu.menu().actions()]
        next(a for a in actions if a.text() == "Compare with model…").trigger()
        words = "does not have the classes that are compared"
        user.wait(lambda: says(user, words), "the refusal")
        user.wait_idle()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(model), ""))
        next(a for a in actions if a.text() == "Compare with model…").trigger()
        user.wait(lambda: says(user, "No labelled photos are compared"), "the pair")
        user.wait(lambda: len(user.window.session.shown.overlays) == 2, "both maps")
        first, second = user.window.session.shown.overlays
        assert np.array_equal(first.heatmap.values, second.heatmap.values)

    opened = model, photos / "apple" / "0.png"
    assert drive(monkeypatch, opened, script) == 0


def test_tables_of_nine_classes_are_whole_in_small_and_large_windows(
    monkeypatch, qapp, tmp_path
):
    """They stand below each other rather than make the panel wider."""
    other = tmp_path / "other.onnx"
    shutil.copy(DEMO_MODEL, other)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))

    def script(user):
        user.wait_opened()
        window, tabs = user.window, user.window.tabs
        window.resize(1280, 800)
        tabs.show_word("finetune")
        user.press("Use the demo photos")
        user.wait(lambda: is_there(user, "Train"), "the photos")
        user.wait_idle()
        QTest.qWait(1)
        width = tabs.width()
        actions = [a for m in window.menuBar().actions() for a in m.menu().actions()]
        next(a for a in actions if a.text() == "Compare with model…").trigger()
        user.wait(lambda: says(user, "After: other.onnx"), "both models")
        user.wait_idle()
        for size in ((1440, 900), (3840, 2160), (1280, 800)):
            window.resize(*size)
            for _ in range(5):  # a page that turns is laid out more than once
                QTest.qWait(10)
            assert cut_words(tabs) == []
        assert tabs.width() == width

    assert drive(monkeypatch, (), script) == 0
