"""A map is never lost without a word: stopped, continued, left and found again."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from gui.panels.occlusion.drawing import read
from inference.occluder import Occluder
from tests.gui.driving import drive, place_of

pytestmark = pytest.mark.gui


class Gate:
    """Lets the batches of maps through one by one."""

    def __init__(self, monkeypatch):
        self._passes = threading.Semaphore(0)
        self._is_open = False
        logits = Occluder.logits

        def gated(occluder, boxes):
            if not self._is_open:
                assert self._passes.acquire(timeout=60)
            return logits(occluder, boxes)

        monkeypatch.setattr(Occluder, "logits", gated)

    def let(self, batches):
        self._passes.release(batches)

    def open(self):
        self._is_open = True
        self._passes.release(1000)


def offered(user):
    """The buttons that stand in the place of the progress."""
    names = ("Run map", "Continue", "Start anew", "Stop")
    parts = user.window.tabs.current.findChildren(QPushButton)
    return {p.text(): p for p in parts if p.text() in names and p.isVisible()}


def badge(user):
    return user.window.session.shown.overlays[0].badge


def stopped(user, monkeypatch, batches=3):
    """A map that was stopped; what it shows."""
    user.wait_opened()
    gate = Gate(monkeypatch)
    user.press("Run map")
    gate.let(batches)
    user.wait(lambda: user.window.session.shown.overlays, "a picture")
    user.press("Stop")
    gate.open()
    user.wait_idle()
    assert badge(user).startswith("Stopped at")
    return user.window.session.shown.overlays[0].heatmap


def test_a_stopped_map_is_continued_by_the_primary_button(monkeypatch, qapp):
    def script(user):
        stopped(user, monkeypatch)
        buttons = offered(user)
        assert set(buttons) == {"Continue", "Start anew"}
        assert buttons["Continue"].property("kind") == "primary"
        assert buttons["Start anew"].property("kind") == "link"
        labels = [x.text() for x in user.panel.findChildren(QLabel) if x.isVisible()]
        assert any("places left" in words for words in labels)
        user.press("Continue")
        user.wait_idle()
        assert badge(user).startswith("Exact at")
        (run,) = offered(user).values()
        assert run.text() == "Run map"
        assert run.property("kind") == "plain"

    assert drive(monkeypatch, [], script) == 0


def test_a_stopped_map_counts_with_the_room_that_its_places_will_take(
    monkeypatch, qapp
):
    def script(user):
        stopped(user, monkeypatch)
        size = user.window.answers.size
        user.press("Continue")
        user.wait_idle()
        assert badge(user).startswith("Exact at")
        assert user.window.answers.size == size

    assert drive(monkeypatch, [], script) == 0


def test_ctrl_enter_continues_what_was_stopped(monkeypatch, qapp):
    def script(user):
        before = stopped(user, monkeypatch)
        runs = []
        user.window.lanes.began.connect(lambda lane: runs.append(lane.title))
        user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: runs, "a run")
        assert badge(user) != "Exact at 121 positions"
        user.wait_idle()
        assert badge(user).startswith("Exact at")
        after = user.window.session.shown.overlays[0].heatmap
        assert not np.array_equal(before.values, after.values)

    assert drive(monkeypatch, [], script) == 0


def test_the_old_map_stays_until_the_new_one_stands(monkeypatch, qapp):
    def script(user):
        before = stopped(user, monkeypatch)
        words = badge(user)
        gate = Gate(monkeypatch)
        user.press("Start anew")
        user.wait(lambda: "Stop" in offered(user), "the run")
        assert badge(user) == words
        assert user.window.session.shown.overlays[0].heatmap is before
        user.press("Stop")
        gate.open()
        user.wait_idle()
        assert badge(user) == words  # one batch is no map yet
        assert "Continue" in offered(user)
        user.press("Start anew")
        user.wait_idle()
        assert badge(user).startswith("Exact at")

    assert drive(monkeypatch, [], script) == 0


def test_other_options_offer_a_run_and_leave_the_map(monkeypatch, qapp):
    def script(user):
        stopped(user, monkeypatch)
        user.press("Detail: " + fine(user))
        assert set(offered(user)) == {"Run map"}
        assert offered(user)["Run map"].property("kind") == "primary"
        assert badge(user) == "From other options"
        user.press("Detail: " + quick(user))
        assert set(offered(user)) == {"Continue", "Start anew"}

    assert drive(monkeypatch, [], script) == 0


def details(user):
    parts = user.panel.findChildren(QPushButton)
    names = [part.accessibleName() for part in parts]
    return [n.removeprefix("Detail: ") for n in names if n.startswith("Detail: ")]


def quick(user):
    return details(user)[0]


def fine(user):
    return details(user)[1]


def test_a_photo_that_was_left_has_its_map_when_one_comes_back(monkeypatch, qapp):
    def script(user):
        session = user.window.session
        before, words = stopped(user, monkeypatch), badge(user)
        session.step(1)
        user.wait(lambda: place_of(session) == 1, "the next photo")
        user.wait_idle()
        assert not session.shown.overlays
        session.step(-1)
        user.wait(lambda: place_of(session) == 0, "the first photo")
        user.wait_idle()
        assert badge(user) == words
        found = session.shown.overlays[0].heatmap
        np.testing.assert_array_equal(found.values, before.values)
        user.press("Continue")
        user.wait_idle()
        assert badge(user).startswith("Exact at")

    assert drive(monkeypatch, [], script) == 0


def test_a_photo_that_changed_on_disk_has_no_old_map(monkeypatch, qapp, tmp_path):
    from PIL import Image

    from tests.models import noise

    photos = [tmp_path / "a.png", tmp_path / "b.png"]
    for seed, path in enumerate(photos):
        Image.fromarray(noise(80, 90, seed).pixels).save(path)

    def script(user):
        session = user.window.session
        user.wait_opened()
        session.open_photo(photos[0])
        user.wait_idle()
        user.press("Run map")
        user.wait_idle()
        session.open_photo(photos[1])
        user.wait_idle()
        Image.fromarray(noise(80, 90, 7).pixels).save(photos[0])
        session.open_photo(photos[0])
        user.wait_idle()
        assert session.subject.image.path == photos[0]
        assert not session.shown.overlays

    assert drive(monkeypatch, [], script) == 0


def begun(user, monkeypatch):
    """A map that runs and is drawn already; its gate."""
    user.wait_opened()
    gate = Gate(monkeypatch)
    user.press("Run map")
    gate.let(3)
    user.wait(lambda: user.window.session.shown.overlays, "a picture")
    return gate


def went_to(user, key, place):
    """Goes to another photo by key."""
    session = user.window.session
    user.key(key)
    user.wait(lambda: place_of(session) == place, "the photo")


def test_a_running_map_pauses_with_its_photo_and_goes_on_with_it(monkeypatch, qapp):
    def script(user):
        gate = begun(user, monkeypatch)
        went_to(user, Qt.Key.Key_Right, 1)
        assert not user.window.session.shown.overlays
        assert set(offered(user)) == {"Run map"}
        gate.let(1)  # ends the pass that is under way
        user.wait_idle()
        went_to(user, Qt.Key.Key_Left, 0)
        assert set(offered(user)) == {"Stop"}
        user.wait(lambda: user.window.session.shown.overlays, "what is known")
        assert badge(user) == "Preview"
        computed = count_places(monkeypatch)
        gate.open()
        user.wait_idle()
        assert badge(user) == "Exact at 121 positions"
        assert sum(computed) < 121  # it went on, it did not begin anew

    assert drive(monkeypatch, [], script) == 0


def count_places(monkeypatch):
    """Counts from now on how many places each pass computes."""
    computed, logits = [], Occluder.logits

    def counted(occluder, boxes):
        computed.append(len(boxes))
        return logits(occluder, boxes)

    monkeypatch.setattr(Occluder, "logits", counted)
    return computed


def test_a_running_map_is_not_disturbed_by_another_tab(monkeypatch, qapp):
    control = Qt.KeyboardModifier.ControlModifier

    def script(user):
        gate = begun(user, monkeypatch)
        user.key(Qt.Key.Key_2, control)
        assert user.window.tabs.current.title == "Grad-CAM"
        gate.open()
        user.wait_idle()
        user.key(Qt.Key.Key_1, control)
        user.wait_idle()
        assert badge(user) == "Exact at 121 positions"

    assert drive(monkeypatch, [], script) == 0


def test_options_that_were_run_before_have_their_map_at_once(monkeypatch, qapp):
    def pick(user, key):
        box = user.part(QComboBox, "Covered with")
        box.setFocus()
        QTest.keyClick(box, key)

    def script(user):
        session = user.window.session
        user.wait_opened()
        user.press("Run map")
        user.wait_idle()
        grey = session.shown.overlays[0].heatmap
        pick(user, Qt.Key.Key_Down)  # the image's mean
        user.press("Run map")
        user.wait_idle()
        mean = session.shown.overlays[0].heatmap
        assert not np.array_equal(mean.values, grey.values)
        computed = count_places(monkeypatch)
        pick(user, Qt.Key.Key_Up)
        user.wait_idle()
        assert badge(user) == "Exact at 121 positions"
        np.testing.assert_array_equal(
            session.shown.overlays[0].heatmap.values, grey.values
        )
        assert not computed

    assert drive(monkeypatch, [], script) == 0


def test_what_is_read_is_shown_though_newer_places_wait(monkeypatch, qapp):
    """With slow readings a map grew unseen, if each newer one took their place."""
    is_free, readings, seen = threading.Event(), [], []

    def slow(*asked):
        assert is_free.wait(60)
        readings.append(read(*asked))
        return readings[-1]

    def script(user):
        session = user.window.session
        user.wait_opened()
        monkeypatch.setattr("gui.panels.occlusion.lens.read", slow)
        monkeypatch.setattr("gui.job_thread.REPORT_INTERVAL", 0)  # none is skipped
        session.shown_changed.connect(
            lambda shown: seen.extend(each.heatmap for each in shown.overlays)
        )
        gate = Gate(monkeypatch)
        user.press("Run map")
        done = []
        user.window.lanes.progressed.connect(lambda lane: done.append(lane.work))
        for batch in range(1, 4):  # the first is being read, the others wait
            gate.let(1)
            user.wait(lambda n=batch: len(done) >= n, "places")
        assert not seen
        is_free.set()
        user.wait(lambda: seen, "the first reading")
        assert seen == [readings[0].heatmap]
        assert badge(user) == "Preview"
        gate.open()
        user.wait_idle()
        assert badge(user) == "Exact at 121 positions"
        assert [each for each in readings if each.heatmap not in seen] == []

    assert drive(monkeypatch, [], script) == 0
