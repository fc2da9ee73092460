"""Walking through photos: what is listed, where, and what is shown on the way."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication

import gui.opened
import gui.walk
from gui.walk import Walk, listing
from inference.bundled import DEMO_PHOTO
from inference.image import open_image
from inference.jobs import run
from tests.gui.driving import drive, place_of

pytestmark = pytest.mark.gui
NAMES = ("a.jpg", "b.jpg", "c.jpg", "d.jpg")


@pytest.fixture
def folder(tmp_path):
    """Four photos."""
    for name in NAMES:
        shutil.copy(DEMO_PHOTO, tmp_path / name)
    return tmp_path


@pytest.fixture
def gate(monkeypatch):
    """Photos are decoded one for each release."""
    gate = threading.Semaphore(0)

    def slow(path, **how):
        assert gate.acquire(timeout=60)
        return open_image(path, **how)

    monkeypatch.setattr(gui.opened, "open_image", slow)
    yield gate
    gate.release(100)


def shown(user):
    """The names of the photos that come to be shown."""
    found = []
    user.window.session.subject_changed.connect(lambda s: found.append(s.image.name))
    return found


def run_in(monkeypatch, folder, script):
    assert drive(monkeypatch, [folder / NAMES[0]], script) == 0


def test_a_folder_is_listed_by_name_with_what_was_opened(tmp_path):
    for name in ("b.PNG", "a.jpg", "notes.txt", "C.jpeg"):
        (tmp_path / name).touch()
    walk = run(listing(tmp_path, tmp_path / "odd"))
    assert [photo.name for photo in walk.photos] == sorted(
        ["b.PNG", "a.jpg", "C.jpeg", "odd"]
    )
    assert walk.title == tmp_path.name
    assert [walk.place(photo) for photo in walk.photos] == [0, 1, 2, 3]
    assert walk.place(tmp_path / "notes.txt") is None
    assert run(listing(tmp_path / "nowhere")).photos == ()


def test_a_walk_steps_over_what_cannot_be_read():
    paths = [Path(name) for name in NAMES]
    walk, bad = Walk.of(paths), {paths[1]}
    assert walk.beyond(paths[0], 1, bad) == paths[2]
    assert walk.beyond(paths[0], 2, bad) == paths[3]
    assert walk.beyond(paths[2], -1, bad) == paths[0]
    assert walk.beyond(paths[1], 1, bad) == paths[2]
    assert walk.beyond(paths[3], 1, bad) is None
    assert walk.beyond(Path("elsewhere.jpg"), 1, bad) is None


def test_a_held_key_shows_the_photos_on_the_way(monkeypatch, qapp, folder, gate):
    def script(user):
        gate.release()
        user.wait_opened()
        found = shown(user)
        for _ in range(3):
            user.key(Qt.Key.Key_Right)  # still held: the next waits already
        gate.release()
        user.wait(lambda: found, "a photo while the key is held")
        assert found == ["b.jpg"]
        gate.release()
        user.wait_idle()
        assert found == ["b.jpg", "d.jpg"]

    run_in(monkeypatch, folder, script)


def test_an_unreadable_photo_never_leads_backward(monkeypatch, qapp, folder, gate):
    (folder / "c.jpg").write_text("no photo")

    def script(user):
        gate.release()
        user.wait_opened()
        found = shown(user)
        user.key(Qt.Key.Key_Right)
        user.key(Qt.Key.Key_Right)
        gate.release(2)
        user.wait_idle()
        assert found == ["b.jpg"]
        assert "Photo" in user.window.messages.sources
        user.key(Qt.Key.Key_Right)
        gate.release()
        user.wait_idle()
        assert found == ["b.jpg", "d.jpg"]

    run_in(monkeypatch, folder, script)


def test_a_folder_is_listed_once_and_never_by_the_window(monkeypatch, qapp, folder):
    listed = []
    scandir = gui.walk.os.scandir

    def counted(path):
        listed.append((Path(path), QThread.currentThread() is qapp.thread()))
        return scandir(path)

    monkeypatch.setattr(gui.walk.os, "scandir", counted)

    def script(user):
        user.wait_opened()
        for place in range(1, len(NAMES)):
            user.key(Qt.Key.Key_Right)
            user.wait(lambda place=place: place_of(user.window.session) == place)
        user.wait_idle()
        assert [each for each in listed if each[0] == folder] == [(folder, False)]

    run_in(monkeypatch, folder, script)


class Touched(tuple):
    """Photos that count who reads them, and let the window read none in a row."""

    reads = 0

    def __getitem__(self, place):
        Touched.reads += 1
        return super().__getitem__(place)

    def _refuse(self, *_):
        assert QThread.currentThread() is not QApplication.instance().thread()
        raise AssertionError

    __iter__ = __contains__ = index = count = _refuse


def test_a_step_among_very_many_photos_looks_at_a_few(monkeypatch, qapp, folder):
    many = [folder / name for name in NAMES]
    many += [folder / f"e{number}.jpg" for number in range(100_000)]
    walk = Walk.of(many)
    walk = Walk(Touched(many), walk.title, walk.places)

    def script(user):
        user.wait_opened()
        user.window.session.set_walk(walk)
        QApplication.processEvents()
        user.wait_idle()
        Touched.reads = 0
        user.key(Qt.Key.Key_Right)
        user.wait(lambda: place_of(user.window.session) == 1)
        QApplication.processEvents()
        assert 0 < Touched.reads < 500  # those in sight

    run_in(monkeypatch, folder, script)
