"""The page of the preprocessing doctor, as a user goes through it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
)

from gui.frame.doctor import page as page_room
from gui.said import recall
from tests import colour_photos
from tests.gui.driving import drive
from tests.gui.finding import choose, panes, part, press, words

pytestmark = pytest.mark.gui
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def model(tmp_path):
    return colour_photos.made(tmp_path)


def open_page(user):
    user.key(Qt.Key.Key_D, CONTROL)
    user.wait_idle()
    return user.window.tabs.current


def is_open(user):
    names = [each.text() for each in user.window.findChildren(QLabel)]
    shown = [e for e in user.window.findChildren(QLabel) if e.text() == "Preprocessing"]
    return "Preprocessing" in names and any(each.isVisible() for each in shown)


def cell(user, name):
    return user.part(QAbstractButton, name)


def line(user):
    """What the subject bar says of the model."""
    return next(w for w in words(user.window.subject_bar) if " classes" in w)


def sentence(user, *parts):
    return any(all(p in w for p in parts) for w in words(user.window.tabs.current))


def opens_and_closes(user):
    """The badge, a key, the cross, Esc and a tab; nothing is tried any more after."""
    badge = part(user.window.subject_bar, QAbstractButton, "guessed")
    QTest.mouseClick(badge, LEFT)
    user.wait_idle()
    assert is_open(user)
    first, second = panes(user.window.canvas.viewer)
    assert first.pane.title == "0.png"
    assert second.pane.title == "As the network sees it"
    assert "torchvision, crop" in second.pane.subtitle
    assert any(w.startswith("Red ") for w in words(user.window.canvas.legend))
    user.press_cross = lambda: press(
        user.window.tabs.current, "Close preprocessing", QToolButton
    )
    user.press_cross()
    assert not is_open(user)
    assert second.pane is None
    open_page(user)
    user.key(Qt.Key.Key_Escape)
    assert not is_open(user)
    open_page(user)
    bar = user.window.tabs.findChild(QTabBar)
    for place in (0, 1):  # the tab in front, and another one
        open_page(user)
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(place).center())
        assert not is_open(user)
    user.key(Qt.Key.Key_1, CONTROL)


def one_photo(user):
    """A click tries a way, which ends with the page."""
    open_page(user)
    session = user.window.session
    before = session.subject.prediction
    assert sentence(user, "One photo proves little")
    QTest.mouseClick(cell(user, "caffe, squash"), LEFT)
    user.wait_idle()
    assert "caffe · squash 8" in line(user)
    assert "Trying caffe, squash" in words(user.window.status)
    fed = panes(user.window.canvas.viewer)[1].pane
    assert "caffe, squash" in fed.subtitle
    assert not np.allclose(session.subject.prediction.logits, before.logits)
    assert "tried" in cell(user, "caffe, squash").accessibleDescription()
    user.key(Qt.Key.Key_PageDown)  # the next photo is fed so too
    user.wait_idle()
    assert session.subject.image.name == "1.png"
    assert "caffe · squash 8" in line(user)
    user.key(Qt.Key.Key_PageUp)
    user.wait_idle()
    user.key(Qt.Key.Key_Escape)
    user.wait_idle()
    assert "torchvision · crop 8" in line(user)
    assert np.allclose(session.subject.prediction.logits, before.logits)


def labelled_folder(user):
    """The verdict first, a share for each way; what is offered is used and kept."""
    open_page(user)
    user.press("Choose folder")
    user.wait_idle()
    assert sentence(user, "18 labelled photos · 3 classes")
    assert sentence(
        user, "is right on 100 % (82 to 100)", "torchvision, crop, used now"
    )
    offered = cell(user, "caffe, crop")
    assert "100 % (82 to 100), 18 of 18" in offered.accessibleDescription()
    assert "offered" in offered.accessibleDescription()
    assert "used now" in cell(user, "torchvision, crop").accessibleDescription()
    assert sentence(user, "3 names for 3 scores", "Moved by one place they would be")
    user.press("Use caffe")
    user.wait_idle()
    assert sentence(user, "no way is surely better")
    assert sentence(user, "You chose this.")
    assert "as you chose" in line(user)
    assert "used now" in cell(user, "caffe, crop").accessibleDescription()


def further_ways(user):
    """More tries each preset in the other order of colours, and takes own numbers."""
    user.press("More")
    user.wait_idle()
    turned = cell(user, "caffe, RGB, crop")
    assert turned.isVisible()
    assert "18" in turned.accessibleDescription()
    assert part(user.window.tabs.current, QLineEdit, "Mean").isVisible()
    assert cell(user, "caffe, grey, crop").isVisible()
    transparent_places(user)
    user.press("Less")
    user.wait_idle()
    assert "caffe, RGB, crop" not in [
        each.accessibleName()
        for each in user.window.tabs.current.findChildren(QAbstractButton)
        if each.isVisible()
    ]


def transparent_places(user):
    """What they become is chosen, and stays when another way is used."""
    session = user.window.session
    field = part(user.window.tabs.current, QComboBox, "Transparent places")
    assert field.currentText() == "over white"
    assert field.findText("transparent: alpha is fed, too") < 0
    choose(field, "over black")
    user.wait_idle()
    assert session.subject.opened.preprocessing.alpha == "black"
    QTest.mouseDClick(cell(user, "caffe, squash"), LEFT)
    user.wait_idle()
    assert session.subject.opened.preprocessing.alpha == "black"
    assert recall(session.subject.opened.graph.sha256).wishes.alpha == "black"
    choose(
        part(user.window.tabs.current, QComboBox, "Transparent places"), "over white"
    )
    user.wait_idle()


def double_click_and_keys(user):
    QTest.mouseDClick(cell(user, "caffe, letterbox"), LEFT)
    user.wait_idle()
    assert "caffe · letterbox 8" in line(user)
    unit = cell(user, "unit, crop")
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Space)
    user.wait_idle()
    assert "Trying unit, crop" in words(user.window.status)
    QTest.keyClick(unit, Qt.Key.Key_Return)
    user.wait_idle()
    assert "unit · crop 8" in line(user)
    assert "Trying unit, crop" not in words(user.window.status)
    user.press("Use caffe")
    user.wait_idle()


def moved_names(user, folder):
    """Names in a wrong order are found by the photos, and moved."""
    names = folder / "moved.txt"
    names.write_text("red\nblue\ngreen\n")
    user.drop(names)
    session = user.window.session
    user.wait(lambda: session.subject.classifier.labels[0] == "red", "the names")
    user.wait_idle()
    assert sentence(user, "fit better moved", "100 % of the photos instead of 0 %")
    user.press("Move them")
    user.wait_idle()
    assert session.subject.classifier.labels == ("blue", "green", "red")
    assert sentence(user, "3 names for 3 scores")


def names_of_a_wrong_number(user, folder):
    """What was refused is pointed out, and used with the change that fits."""
    names = folder / "four.txt"
    names.write_text("background\nblue\ngreen\nred\n")
    user.drop(names)
    user.wait(lambda: user.window.messages.sources, "the refusal")
    user.wait_idle()
    assert sentence(user, '"four.txt" holds 4 names', "without the first, “background”")
    user.press("Use them so")
    user.wait_idle()
    assert user.window.session.subject.classifier.labels == ("blue", "green", "red")
    assert sentence(user, "3 names for 3 scores")
    assert not user.window.messages.sources


def without_labels(user, folder, monkeypatch):
    (folder / "plain").mkdir()
    for n, photo in enumerate(sorted((folder / "set").glob("*/*.png"))[::3]):
        (folder / "plain" / f"{n}.png").write_bytes(photo.read_bytes())
    monkeypatch.setattr(page_room, "ask_folder", lambda *_: folder / "plain")
    user.press("Choose folder")
    user.wait_idle()
    assert sentence(user, "6 photos without labels")
    assert sentence(user, "Weaker evidence")
    user.press("Forget what I chose")
    user.wait_idle()
    assert part(user.window.subject_bar, QAbstractButton, "guessed").isVisible()


def a_folder_without_photos(user, folder, monkeypatch):
    (folder / "empty").mkdir()
    monkeypatch.setattr(page_room, "ask_folder", lambda *_: folder / "empty")
    user.press("Choose folder")
    user.wait_idle()
    (source,) = user.window.messages.sources
    assert 'There is no photo in "empty"' in user.message(source)
    user.key(Qt.Key.Key_Escape)
    user.key(Qt.Key.Key_Escape)
    assert not is_open(user)
    assert not user.window.messages.sources


def test_a_user_finds_how_a_model_wants_its_photos(monkeypatch, qapp, model, tmp_path):
    monkeypatch.setattr(page_room, "ask_folder", lambda *_: tmp_path / "set")

    def script(user):
        user.wait_opened()
        opens_and_closes(user)
        one_photo(user)
        labelled_folder(user)
        further_ways(user)
        double_click_and_keys(user)
        names_of_a_wrong_number(user, tmp_path)
        moved_names(user, tmp_path)
        without_labels(user, tmp_path, monkeypatch)
        a_folder_without_photos(user, tmp_path, monkeypatch)

    photo = tmp_path / "set" / "green" / "0.png"
    assert drive(monkeypatch, [model, photo], script) == 0


def test_the_page_says_what_is_missing(monkeypatch, qapp, model, tmp_path):
    """Without a model and without a photo it waits for nothing."""

    def script(user):
        user.wait(lambda: len(user.window.messages.sources) == 2, "two refusals")
        user.wait_idle()
        open_page(user)
        assert sentence(user, "Open a model first.")
        user.drop(model)
        user.wait(lambda: user.window.session.subject.opened, "the model")
        user.wait_idle()
        assert sentence(user, "Nothing was tried yet.")
        user.drop(tmp_path / "set" / "red" / "0.png")
        user.wait_opened()
        assert sentence(user, "One photo proves little")

    broken = [tmp_path / "broken.onnx", tmp_path / "broken.png"]
    for path in broken:
        path.write_bytes(b"nothing")
    assert drive(monkeypatch, broken, script) == 0


def test_what_another_model_answered_is_forgotten(
    monkeypatch, qapp, model, tmp_path, caplog
):
    names = tmp_path / "four.txt"
    names.write_text("a\nb\nc\nd\n")

    def script(user):
        user.wait_opened()
        session = user.window.session
        assert session.subject.prediction.top_index > 2
        open_page(user)
        user.wait_idle()
        user.key(Qt.Key.Key_Escape)
        assert not is_open(user)
        user.drop(model)  # of three classes
        user.wait(lambda: session.subject.request.model == model, "another model")
        user.wait_idle()
        user.drop(names)
        user.wait(lambda: user.window.messages.sources, "the refusal")
        user.wait_idle()
        assert list(user.window.messages.sources) == ["Model"]
        open_page(user)
        assert sentence(user, '"four.txt" holds 4 names')

    assert drive(monkeypatch, [], script) == 0
    assert not [r for r in caplog.records if r.levelname == "ERROR"]


def test_a_trial_of_a_folder_is_stopped_and_keeps_what_it_has(
    monkeypatch, qapp, tmp_path
):
    model = colour_photos.made(tmp_path, count=400)
    monkeypatch.setattr(page_room, "ask_folder", lambda *_: tmp_path / "set")

    def script(user):
        user.wait_opened()
        open_page(user)
        user.press("Choose folder")
        user.wait(lambda: sentence(user, "labelled photos", " tried"), "some photos")
        user.press("Stop")
        user.wait_idle()
        assert sentence(user, "1,200 labelled photos · 3 classes", " tried")
        assert sentence(user, "is right on")
        user.press("Choose folder")  # and begins anew
        user.wait(lambda: sentence(user, " of 1,200"), "progress")
        QApplication.processEvents()
        user.key(Qt.Key.Key_Period, CONTROL)
        user.wait_idle()

    photo = tmp_path / "set" / "red" / "0.png"
    assert drive(monkeypatch, [model, photo], script) == 0
