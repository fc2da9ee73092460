import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.panels.panel import folder_name
from gui.settings import Settings, load
from gui.settings import save as remember
from gui.widgets import dialogs
from tests.gui.driving import drive

pytestmark = pytest.mark.gui


def press(user, words):
    """Clicks a button of the window."""
    buttons = user.window.findChildren(QPushButton)
    (button,) = (b for b in buttons if b.text() == words and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def export(user):
    press(user, "Export…")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def mapped(monkeypatch, qapp, tmp_path):
    """Runs a script on the demo's map; exports go into a folder of the test."""

    def run(script):
        def start(user):
            user.wait_opened()
            user.panel.run()
            user.wait_idle()
            monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path / "out")
            script(user, tmp_path / "out")

        assert drive(monkeypatch, [], start) == 0

    return run


def test_an_export_is_named_after_photo_and_class(mapped):
    def script(user, out):
        subject = user.window.session.subject
        export(user)
        user.wait(lambda: [*out.glob("*/occlusion.json")])
        user.wait_idle()
        (folder,) = out.iterdir()
        assert subject.image.path.stem in folder.name
        assert subject.prediction.labels[user.window.session.target] in folder.name

    mapped(script)


def test_another_export_in_the_folder_is_asked_about(mapped):
    def script(user, out):
        export(user)
        user.wait(lambda: [*out.glob("*/occlusion.json")])
        user.wait_idle()
        (folder,) = out.iterdir()
        (folder / "mine.txt").write_text("mine")
        before = files(folder)
        user.key(Qt.Key.Key_Comma)
        export(user)
        user.wait(lambda: "Export" in user.window.messages.sources)
        user.wait_idle()
        assert files(folder) == before
        assert [*out.iterdir()] == [folder]

        press(user, "New name")
        second = folder.with_name(f"{folder.name} 2")
        user.wait(lambda: (second / "occlusion.json").exists())
        user.wait_idle()
        assert "Export" not in user.window.messages.sources
        assert files(folder) == before

        export(user)
        user.wait(lambda: "Export" in user.window.messages.sources)
        press(user, "Replace")
        user.wait_idle()
        user.wait(lambda: "Export" not in user.window.messages.sources)
        user.wait(lambda: files(folder).get("overlay.png") != before["overlay.png"])
        user.wait_idle()
        assert files(folder)["mine.txt"] == b"mine"
        assert files(folder)["overlay.png"] == files(second)["overlay.png"]

    mapped(script)


def test_what_an_interrupted_export_left_is_put_in_order_at_the_start(
    monkeypatch, qapp, tmp_path
):
    out = tmp_path / "out"
    workshop = out / ".netgaze-export"
    for room in ("old", "new"):
        (workshop / room).mkdir(parents=True)
    (workshop / "plan.json").write_text(
        json.dumps({"old": ["a.npy"], "new": ["b.npy"]})
    )
    (workshop / "old" / "a.npy").write_text("old")
    (workshop / "new" / "b.npy").write_text("new")
    remember(Settings(unfinished_export=str(out)))

    def script(user):
        user.wait(lambda: not workshop.exists())
        user.wait_idle()

    assert drive(monkeypatch, [], script) == 0
    assert files(out) == {"b.npy": b"new"}
    assert load().unfinished_export == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("cat", "tabby, tabby cat"), "cat tabby, tabby cat"),
        (("a/b\\c", "..", "\x1b[31m\n"), "a-b-c 31m"),
        (("ナ" * 200, "é"), "ナ" * 60 + " é"),
        (("", "CON"), "CON"),
    ],
)
def test_folders_get_names_that_every_system_takes(words, name):
    assert folder_name(*words) == name
    assert Path(name).name == name
