"""What the frame promises: keys, focus, drops, menus, titles, sizes."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)

from gui.widgets.thumbnails import PhotoStrip
from inference.bundled import DEMO_PHOTO
from inference.occluder import Occluder
from tests.gui.driving import drive
from tests.gui.finding import entries, in_menu, part, words

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[3]


def run(monkeypatch, script, arguments=()):
    assert drive(monkeypatch, arguments, script) == 0


def test_the_title_names_photo_and_model(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        words = "hamburger-01.jpg · Toy food · NetGaze"
        assert user.window.windowTitle() == words

    run(monkeypatch, script)


def test_every_key_has_one_meaning(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        actions = user.window.menuBar().findChildren(QAction)
        keys = [key.toString() for a in actions for key in a.shortcuts()]
        assert len(keys) == len(set(keys))
        assert {"F", "T", "M", "/", "Ctrl+O", "Ctrl+E", "Ctrl+Shift+T"} <= set(keys)

    run(monkeypatch, script)


def test_letters_belong_to_the_text_field_that_has_the_focus(
    monkeypatch, qapp, tmp_path
):
    def script(user):
        user.wait_opened()
        window = user.window
        search = part(window.canvas.scores, QLineEdit, "Find a class")
        search.show()
        window.canvas.scores.focus_search()
        before = window.session.look.color_map
        QTest.keyClicks(search, "mft1")
        assert search.text() == "mft1"
        assert window.session.look.color_map == before
        QTest.keyClick(search, Qt.Key.Key_Escape)
        user.key(Qt.Key.Key_M)
        assert window.session.look.color_map != before

    run(monkeypatch, script)


def test_escape_takes_the_patch_before_the_message(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.window.opening.open_files([Path("notes.pdf")])
        user.click(100, 200)
        user.key(Qt.Key.Key_Escape)
        assert not user.panel.lens.probing.boxes
        assert user.window.messages.sources
        user.key(Qt.Key.Key_Escape)
        assert not user.window.messages.sources

    run(monkeypatch, script)


def test_the_focus_walks_from_the_subject_to_the_panel(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        window = user.window
        rooms = (
            window.subject_bar,
            window.canvas.viewer,
            window.canvas.scores,
            window.tabs,
        )
        order, each = [], window.subject_bar
        for _ in range(400):
            each = each.nextInFocusChain()
            takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
            room = [r for r in rooms if r is each or r.isAncestorOf(each)]
            if takes and room and room[0] not in order:
                order.append(room[0])
        assert order == list(rooms)

    run(monkeypatch, script)


def test_the_menu_of_the_photo_copies_value_and_picture(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.open_menu(100, 200)
        menu = next(m for m in user.window.findChildren(QMenu) if m.isVisible())
        actions = {action.text(): action for action in menu.actions()}
        assert not actions["Export…"].isEnabled()
        actions["Copy value"].trigger()
        assert QGuiApplication.clipboard().text().startswith("row ")
        actions["Copy picture"].trigger()
        user.wait_idle()
        QTest.qWait(5)
        picture = QGuiApplication.clipboard().image()
        size = user.window.session.subject.image.size
        assert (picture.height(), picture.width()) == size
        menu.close()

    run(monkeypatch, script)


def test_the_file_menu_offers_what_was_open_before(monkeypatch, qapp, tmp_path):
    photos = [tmp_path / f"{name}.jpg" for name in ("a", "b & c")]
    for photo in photos:
        photo.write_bytes(DEMO_PHOTO.read_bytes())

    def recent(menu):
        submenus = {action.text(): action.menu() for action in menu.actions()}
        photos, models = submenus["Recent photos"], submenus["Recent models"]
        return entries(photos), photos.isEnabled(), models.isEnabled(), photos

    def script(user):
        bar = user.window.menuBar()
        file = bar.actionGeometry(bar.actions()[0]).center()
        assert in_menu(recent, bar, file)[:3] == ([], False, False)
        for photo in photos:
            user.window.session.open_photo(photo)
            user.wait_opened()
        *shown, menu = in_menu(recent, bar, file)
        assert shown == [["b && c.jpg", "a.jpg"], True, False]
        assert menu.actions()[1].toolTip() == str(photos[0])
        menu.actions()[1].trigger()
        user.wait_opened()
        assert user.window.session.subject.image.path == photos[0]

    run(monkeypatch, script)


def test_a_folder_and_a_photo_can_be_dropped(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.drop(DEMO_PHOTO.parents[1] / "sushi")
        user.wait_idle()
        assert user.window.session.subject.image.name == "sushi-01.jpg"
        assert user.window.memory.settings.recent_photos == ()  # they are the demo's
        assert not user.window.tabs.first_steps.isHidden()

    run(monkeypatch, script)


def test_the_strip_shows_the_folder_and_leads_through_it(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        canvas = user.window.canvas
        strip = part(canvas, PhotoStrip, "Photos of this folder")
        assert strip.isVisible()
        assert strip.model().rowCount() == 18
        strip.setCurrentIndex(strip.model().index(2, 0))
        user.wait_idle()
        assert user.window.session.subject.image.name == "hamburger-03.jpg"
        canvas.set_strip(False)
        assert not strip.isVisible()
        assert not user.window.memory.settings.shows_strip

    run(monkeypatch, script)


def test_the_prediction_follows_the_preprocessing_at_once(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        window = user.window
        before = window.session.subject.prediction
        user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.wait_idle()
        cell = user.part(QAbstractButton, "raw255, crop")
        QTest.mouseDClick(cell, Qt.MouseButton.LeftButton)
        user.wait_idle()
        after = window.session.subject.prediction
        assert not np.allclose(before.logits, after.logits)
        assert "You chose this." in words(window.tabs.current)
        assert any("as you chose" in line for line in words(window.subject_bar))

    run(monkeypatch, script)


def test_the_export_waits_for_a_map(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        export = part(user.window.subject_bar, QPushButton, "Export")
        assert not export.isEnabled()
        user.panel.run()
        user.wait_idle()
        assert export.isEnabled()

    run(monkeypatch, script)


def test_the_panel_is_never_wider_than_its_room(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.window.resize(1280, 800)
        user.click(100, 200)
        user.panel.run()
        user.wait_idle()
        user.press("More")
        user.part(QSpinBox, "Stride down").setValue(9)
        user.choose("Covered with", "Own colour…")
        QTest.qWait(30)
        for area in user.window.tabs.findChildren(QAbstractScrollArea):
            inside = area.findChild(QWidget, "surface")
            if inside is not None:
                assert inside.minimumSizeHint().width() <= area.viewport().width()

    run(monkeypatch, script)


def test_nothing_is_said_to_be_missing_once_it_is_there(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        assert not any(line.startswith("Open a ") for line in words(user.panel))
        device = part(user.window.status, QLabel, "Device")
        assert device.toolTip().startswith("The network runs on")

    run(monkeypatch, script)


def test_stop_acts_within_one_batch(monkeypatch, qapp):
    calls = []
    logits = Occluder.logits

    def counted(occluder, boxes):
        calls.append(len(boxes))
        return logits(occluder, boxes)

    def script(user):
        user.wait_opened()
        user.press("Every pixel")
        user.panel.run()
        user.wait(lambda: user.panel.lens.answer is not None)
        monkeypatch.setattr(Occluder, "logits", counted)
        user.wait(lambda: calls)
        calls.clear()
        user.panel.stop()
        user.wait(lambda: user.panel.lens.work is None)
        assert len(calls) <= 1

    run(monkeypatch, script)


@pytest.mark.slow
def test_the_window_opens_without_torch_and_pyqtgraph():
    from tests.benchmarks.startup import WINDOW

    code = WINDOW.replace(
        "os._exit(0 if subject.prediction is not None else 1)",
        "os._exit(2 * ('torch' in sys.modules or 'pyqtgraph' in sys.modules))",
    )
    assert code != WINDOW
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, timeout=120, check=False
    )
    assert ended.returncode == 0
