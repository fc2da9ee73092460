"""What the user says about a model is kept for the next start, by the model's hash."""

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from gui.panels import WORDS
from gui.said import Said, recall, remember
from gui.settings import load, settings_file
from gui.widgets.pickers import LayerPicker
from inference.bundled import DEMO_PHOTO
from inference.classifier import PRESETS, Normalisation, Wishes
from inference.geometry import Size
from inference.network.graph import read_graph
from tests import models
from tests.gui import finding
from tests.gui.driving import drive
from tests.gui.finding import enter, part, press

pytestmark = pytest.mark.gui
GRADCAM, ACTIVATIONS = WORDS.index("gradcam"), WORDS.index("activations")


def test_all_that_is_said_comes_back(qapp):
    own = Normalisation("BGR", 0.5, (1, 2, 3), (4, 5, 6))
    inputs = (("temperature", (1.5,)), ("mask", (0.0, 1.0)))
    wishes = Wishes(own, "squash", ("a", "b"), Size(32, 48), "logits", inputs)
    said = Said(wishes, "conv", "relu")
    assert recall("5e1f") == Said()
    remember("5e1f", said)
    assert recall("5e1f") == said
    remember("5e1f", Said(Wishes(PRESETS["caffe"])))
    assert recall("5e1f") == Said(Wishes(PRESETS["caffe"]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1, 2]",
        "{",
        "[" * 100_000,
        '{"preprocessing": "none such"}',
        '{"preprocessing": {"std": [0, 0, 0]}}',
        '{"preprocessing": 3}',
        '{"resize": "stretch"}',
        '{"resize": ["crop"]}',
        '{"labels": []}',
        '{"labels": 7}',
        '{"size": "large"}',
        '{"output": 7}',
        '{"inputs": [1]}',
        '{"inputs": {"t": ["warm"]}}',
        '{"layer": {}}',
        json.dumps({"layer": "x" * 5000}),
        '{"preprocessing": {"mean": [1e999, 0, 0]}}',
    ],
)
def test_a_file_that_holds_something_else_is_ignored_and_logged(qapp, text, caplog):
    remember("5e1f", Said())
    file = Path(settings_file().fileName()).parent / "models" / "5e1f.json"
    file.write_text(text)
    assert recall("5e1f") == Said()
    assert "is ignored" in caplog.text


@pytest.fixture
def model(tmp_path):
    return models.convolutions(tmp_path / "own.onnx", (40, 48))


@pytest.fixture
def photo(tmp_path):
    Image.radial_gradient("L").convert("RGB").save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


def preprocessing(user):
    """Opens the page as its badge does."""
    badge = part(user.window.subject_bar, QPushButton, "guessed")
    badge.click()
    user.wait_idle()
    return user.window.tabs.current


def is_guessed(user):
    buttons = user.window.subject_bar.findChildren(QPushButton)
    return any(each.text() == "guessed" and each.isVisible() for each in buttons)


def test_what_is_said_in_the_window_holds_at_the_next_start(
    monkeypatch, qapp, model, photo, tmp_path
):
    names = tmp_path / "names.txt"
    names.write_text("one\ntwo\nthree\nfour\nfive\n")

    def first(user):
        session = user.window.session
        user.wait_opened()
        assert is_guessed(user)
        page = preprocessing(user)
        press(page, "Confirm")
        user.wait_idle()
        assert not is_guessed(user)
        assert session.subject.classifier.spec.preprocessing_source == "user"
        press(page, "More")
        enter(part(page, QLineEdit, "Mean"), "12, x")
        wrong = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
        assert any('"12, x" is no number' in words for words in wrong)
        enter(part(page, QLineEdit, "Mean"), "0.25 0.5 0.75")
        enter(part(page, QLineEdit, "Scale"), "1/100")
        user.wait_idle()
        how = session.subject.classifier.spec.preprocessing.normalisation
        assert (how.scale, how.mean) == (0.01, (0.25, 0.5, 0.75))
        user.key(Qt.Key.Key_Escape)
        user.drop(names)
        user.wait(lambda: session.subject.classifier.labels[0] == "one", "the names")
        user.wait_idle()
        user.window.tabs.show_tab(GRADCAM)
        user.wait(lambda: session.gradients.engine, "gradients")
        user.wait_idle()
        picker = user.part(LayerPicker, "Layer")
        picker.setCurrentIndex(picker.currentIndex() - 2)
        user.wait_idle()
        assert session.said.layer == picker.picked

    def second(user):
        user.wait_opened()
        classifier = user.window.session.subject.classifier
        assert not is_guessed(user)
        assert classifier.labels == ("one", "two", "three", "four", "five")
        how = classifier.spec.preprocessing.normalisation
        assert (how.scale, how.mean) == (0.01, (0.25, 0.5, 0.75))
        user.window.tabs.show_tab(GRADCAM)
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        layer = user.part(LayerPicker, "Layer").picked
        assert layer == user.window.session.said.layer != ""
        user.window.tabs.show_tab(ACTIVATIONS)
        user.wait_idle()
        assert user.part(LayerPicker, "Layer").picked == layer  # shared
        user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.press("Forget what I chose")
        user.wait(lambda: is_guessed(user), "the guess")
        user.wait_idle()

    def third(user):
        user.wait_opened()
        assert is_guessed(user)
        assert user.window.session.subject.classifier.labels[0] == "class 0"

    for script in (first, second, third):
        assert drive(monkeypatch, [model, photo], script) == 0


def test_names_that_do_not_fit_any_more_are_ignored(
    monkeypatch, qapp, model, photo, caplog
):
    remember(read_graph(model).sha256, Said(Wishes(labels=("a", "b"))))

    def script(user):
        user.wait_opened()
        assert user.window.session.subject.classifier.labels[0] == "class 0"
        assert "does not fit" in caplog.text

    assert drive(monkeypatch, [model, photo], script) == 0


def test_what_was_looked_at_last_is_offered_at_the_next_start(
    monkeypatch, qapp, model, photo
):
    def first(user):
        user.wait_opened()

    def second(user):
        user.wait_opened()
        assert "photo.png through own.onnx" in user.message("last")
        press(user.window.messages, "Open both")
        session = user.window.session
        user.wait(lambda: session.subject.request.model == model, "the model")
        user.wait(lambda: session.subject.request.photo == photo, "the photo")
        user.wait_idle()
        assert "last" not in user.window.messages.sources

    assert drive(monkeypatch, [model, photo], first) == 0
    assert load().last_photo == str(photo)
    assert drive(monkeypatch, [], second) == 0


def test_what_a_folder_means_to_a_model_is_not_asked_at_the_next_start(
    monkeypatch, qapp, tmp_path
):
    demo, meals = DEMO_PHOTO.parents[1], tmp_path / "meals"
    for folder, name in (("sushi", "sushi"), ("mystery", "pizza")):
        (meals / folder).mkdir(parents=True)
        shutil.copy(demo / name / f"{name}-01.jpg", meals / folder)
    is_asked = []

    def script(user):
        user.wait_opened()
        user.drop(meals)
        user.wait(lambda: finding.words(user.window.tabs.current), "the ranking")
        user.wait_idle()
        user.panel = user.window.tabs.current
        asked = "“mystery” is not a class of this model."
        is_asked.append(asked in finding.words(user.panel))
        if is_asked[-1]:
            finding.tick(user.part(QCheckBox, "Leave out mystery"))
            user.press("Apply")
            user.wait_idle()

    assert drive(monkeypatch, [], script) == 0
    assert drive(monkeypatch, [], script) == 0
    assert is_asked == [True, False]
