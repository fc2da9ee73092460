import json
from itertools import count
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.frame.messages import MessageRow
from gui.panels.panel import folder_name
from gui.settings import Settings, load
from gui.settings import save as remember
from gui.widgets import dialogs
from tests.foreign import foreign
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


def test_another_export_is_asked_about_in_the_language_of_the_window(speaking, mapped):
    def script(user, _out):
        for _ in range(2):
            user.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
            user.wait_idle()
        (row,) = user.window.messages.findChildren(MessageRow)
        assert row.accessibleName().startswith(foreign("This folder holds an export"))

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


CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(monkeypatch, qapp, tmp_path):
    """Runs a script on the demo, without a map; everything goes into one folder."""

    def run(script):
        out = tmp_path / "out"
        out.mkdir()

        def start(user):
            user.wait_opened()
            folders = (out / str(number) for number in count())
            monkeypatch.setattr(dialogs, "ask_folder", lambda *_: next(folders))
            monkeypatch.setattr(dialogs, "ask_picture", lambda *_: out / "mine.png")
            script(user, out)

        assert drive(monkeypatch, [], start) == 0

    return run


def saved_picture(user, out):
    """Ctrl+S; returns the picture's size."""
    (out / "mine.png").unlink(missing_ok=True)
    user.key(Qt.Key.Key_S, CTRL)
    user.wait(lambda: (out / "mine.png").exists())
    user.wait_idle()
    with Image.open(out / "mine.png") as picture:
        return picture.size


def exported_json(user, out, name):
    """Ctrl+E; returns the JSON of the export that is new."""
    before = {*out.rglob(name)}
    user.key(Qt.Key.Key_E, CTRL)
    user.wait(lambda: {*out.rglob(name)} - before)
    user.wait_idle()
    new = {*out.rglob(name)} - before
    path = min(new, key=lambda each: len(each.parts))
    return path.parent, json.loads(path.read_text("utf-8"))


def test_all_that_is_shown_is_saved(shown):
    """A patch alone, a patch over a map, classes, two maps, the ladder."""

    def script(user, out):
        session = user.window.session
        photo = session.subject.image
        assert saved_picture(user, out)[0] == photo.size.width
        user.click(100, 100)
        user.wait_idle()
        folder, record = exported_json(user, out, "probe.json")
        assert record["boxes"]
        assert record["baseline"] == "gray"
        written = {"covered.png", "probe.csv", "probe.json", "shown.png"}
        assert {path.name for path in folder.iterdir()} == written

        user.panel.run()
        user.wait_idle()
        folder, map_record = exported_json(user, out, "occlusion.json")
        assert map_record["probe"]["boxes"] == record["boxes"]
        assert (folder / "shown.png").exists()
        user.press("Class")
        user.wait_idle()
        assert saved_picture(user, out)[0] == photo.size.width
        user.press("Drop")

        user.key(Qt.Key.Key_2, CTRL)
        lens = user.window.tabs.current.lens
        user.wait(lambda: lens.answer is not None)
        user.press("Two classes")
        user.wait(lambda: lens.answer is not None and lens.answer.second is not None)
        user.wait_idle()
        folder, first = exported_json(user, out, "gradcam.json")
        beside = folder / "beside" / "gradcam.json"
        second = json.loads(beside.read_text("utf-8"))
        assert first["target"] != second["target"]
        assert len(first["layers"]) > 5
        assert (folder / "layers.png").exists()
        assert saved_picture(user, out)[0] == 2 * photo.size.width + 12

        user.press("Method")
        user.wait_idle()
        folder, _ = exported_json(user, out, "gradcam.json")
        assert (folder / "beside" / "occlusion.json").exists()

    shown(script)


def choose_in_menu(user, *words):
    """Takes a line of the menu bar, menu by menu."""
    menu = user.window.menuBar()
    for each in words:
        (action,) = (a for a in menu.actions() if a.text() == each)
        menu = action.menu()
    action.trigger()


def test_a_picture_has_the_size_of_ones_choice_and_says_why_it_cannot_be_saved(
    shown, monkeypatch
):
    def script(user, out):
        assert saved_picture(user, out)[0] == user.window.session.subject.image.size[1]
        sizes = ("&File", "Size of saved pictures")
        choose_in_menu(user, *sizes, "1,024 px, the longer side")
        assert saved_picture(user, out)[0] == 1024
        assert not [*out.glob(".*")]
        monkeypatch.setattr(dialogs, "ask_picture", lambda *_: out / "no" / "x.png")
        user.key(Qt.Key.Key_S, CTRL)
        user.wait(lambda: "Picture" in user.window.messages.sources)
        assert "x.png" in user.message("Picture")
        (out / "taken.png").write_text("mine")
        monkeypatch.setattr(dialogs, "ask_picture", lambda *_: out / "taken")
        user.key(Qt.Key.Key_S, CTRL)
        user.wait_idle()
        user.wait(lambda: "Picture" in user.window.messages.sources)
        assert "taken.png" in user.message("Picture")
        assert (out / "taken.png").read_text() == "mine"
        choose_in_menu(user, *sizes, "The photo's own size")

    shown(script)
