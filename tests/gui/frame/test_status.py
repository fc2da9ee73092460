import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton

from gui.frame.messages import Message, MessageBar
from gui.frame.status import StatusBar
from gui.jobs import Lanes
from inference.jobs import Progress
from tests.gui.finding import part, words


@pytest.fixture
def lanes(qtbot):
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def status(lanes, qtbot):
    status = StatusBar(lanes)
    qtbot.addWidget(status)
    status.resize(1200, 32)
    status.show()
    return status


@pytest.fixture
def messages(qtbot):
    messages = MessageBar()
    qtbot.addWidget(messages)
    messages.resize(1200, 60)
    return messages


def counting(gate, total=100):
    for step in range(total):
        gate.wait(0.005)
        yield Progress(step + 1, total, None)


def test_running_work_is_shown_with_progress_and_can_be_stopped(lanes, status, qtbot):
    lane = lanes.create("Occlusion map")
    lane.start(counting(threading.Event(), 100_000))
    stop = part(status, QPushButton, "Stop")
    qtbot.waitUntil(stop.isVisible)
    title, *_ = words(status)
    assert title.startswith("Occlusion map · ")
    assert title.endswith(" of 100,000")
    with qtbot.waitSignal(lane.stopped):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not stop.isVisible())
    assert words(status) == ["Occlusion map · stopped"]


def test_work_of_which_nothing_stays_is_cancelled(lanes, status, qtbot):
    lane = lanes.create("Opening", keeps=False)
    lane.start(counting(threading.Event(), 100_000))
    end = part(status, QPushButton, "Stop")
    qtbot.waitUntil(end.isVisible)
    assert (end.text(), end.accessibleName()) == ("Cancel", "Cancel: Opening")
    with qtbot.waitSignal(lane.stopped):
        qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words(status) == ["Opening · cancelled"])
    lanes.create("Occlusion map").start(counting(threading.Event(), 100_000))
    qtbot.waitUntil(lambda: end.text() == "Stop")


def test_short_work_shows_nothing(lanes, status, qtbot):
    lane = lanes.create("Prediction")
    with qtbot.waitSignal(lane.succeeded):
        lane.start(counting(threading.Event(), 3))
    assert not part(status, QPushButton, "Stop").isVisible()
    assert words(status) == []


def test_an_ending_is_told_and_fades(lanes, status, qtbot):
    lane = lanes.create("Map")
    with qtbot.waitSignal(lane.busy_changed, check_params_cb=lambda busy: not busy):
        lane.start(counting(threading.Event(), 90))
    (ending,) = words(status)
    assert ending.startswith("Map · done in ")
    (afterglow,) = [t for t in status.findChildren(QTimer) if t.isSingleShot()]
    afterglow.setInterval(1)
    qtbot.waitUntil(lambda: words(status) == [])


def test_the_newest_work_is_shown_and_the_others_counted(lanes, status, qtbot):
    for title in ("first", "second"):
        lanes.create(title).start(counting(threading.Event(), 10_000))
    others = part(status, QPushButton, "Other work")
    qtbot.waitUntil(others.isVisible)
    assert words(status)[0].startswith("second")
    assert others.text() == "+1"


def test_the_read_out_falls_back_to_the_last_finished_thing(status):
    status.set_resting("Saved map.png")
    assert words(status) == ["Saved map.png"]
    status.show_readout("row 1, column 2")
    status.set_resting("Saved other.png")
    assert words(status) == ["row 1, column 2"]
    status.show_readout("")
    assert words(status) == ["Saved other.png"]


def test_a_message_is_replaced_by_the_next_of_its_source(messages):
    messages.show_message(Message("model", "One"))
    messages.show_message(Message("photo", "Two"))
    messages.show_message(Message("model", "Three"))
    assert messages.sources == ("photo", "model")
    messages.clear("photo")
    assert messages.sources == ("model",)


def test_messages_are_closed_newest_first(messages, qtbot):
    messages.show_message(Message("model", "One"))
    messages.show_message(Message("photo", "Two"))
    with qtbot.waitSignal(messages.closed) as signal:
        assert messages.close_newest()
    assert signal.args == ["photo"]
    assert messages.close_newest()
    assert not messages.close_newest()
    assert messages.isHidden()


def test_a_message_has_at_most_two_buttons_and_details_to_copy(messages, qtbot):
    pressed = []
    actions = tuple((f"Do {n}", lambda n=n: pressed.append(n)) for n in range(3))
    message = Message("model", "No", "Because.", details="a\nb", actions=actions)
    messages.show_message(message)
    messages.show()
    buttons = {b.text(): b for b in messages.findChildren(QPushButton)}
    assert set(buttons) == {"Do 0", "Do 1", "Details", "Copy"}
    buttons["Do 1"].click()
    assert pressed == [1]
    assert not buttons["Copy"].isVisible()
    buttons["Details"].click()
    assert buttons["Copy"].isVisible()
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == "a\nb"
    messages.findChild(QToolButton).click()
    assert messages.sources == ()
