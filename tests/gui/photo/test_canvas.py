"""While a colouring is slow, the canvas shows pictures on the way."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

import gui.photo.drawing
from gui.photo.legend import Legend
from gui.photo.map_picture import MapPicture
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
RED = 250  # of every picture; green counts them


class Coloring:
    """Colours a map for each release, wholly, each in another shade."""

    def __init__(self):
        self.gate = threading.Semaphore(0)
        self.begun = 0

    def __call__(self, heatmap, *_):
        self.begun += 1
        shade = QColor(RED, self.begun, 0)
        assert self.gate.acquire(timeout=60)
        picture = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(shade)
        return MapPicture(picture, heatmap.area)

    def hold(self):
        """Lets none through any more; those of before do not count."""
        while self.gate.acquire(blocking=False):
            pass
        self.begun = 0


@pytest.fixture
def coloring(monkeypatch):
    coloring = Coloring()
    monkeypatch.setattr(gui.photo.drawing, "map_picture", coloring)
    yield coloring
    coloring.gate.release(1000)


def shown(user):
    """Which colouring is seen over the photo; None for no map."""
    picture = user.view.grab().toImage()
    shade = picture.pixelColor(user.place(100, 250) * picture.devicePixelRatio())
    return shade.green() if (shade.red(), shade.blue()) == (RED, 0) else None


def test_partial_maps_are_shown_while_newer_ones_wait(monkeypatch, qapp, coloring):
    def script(user):
        user.wait_opened()
        published = []
        user.window.session.shown_changed.connect(published.append)
        user.press("Run map")
        user.wait(lambda: coloring.begun, "a colouring")
        first = len(published)
        user.wait(lambda: len(published) > first, "a newer map")
        coloring.gate.release()
        user.wait(lambda: shown(user) == 1, "the older one, on the screen")
        coloring.gate.release(1000)
        user.wait_idle()
        assert shown(user) > 1

    assert drive(monkeypatch, [], script) == 0


def test_a_drag_of_the_opacity_shows_steps_on_the_way(monkeypatch, qapp, coloring):
    def script(user):
        user.wait_opened()
        coloring.gate.release(1000)
        user.press("Run map")
        user.wait_idle()
        coloring.hold()
        slider = user.window.findChild(Legend).findChild(QSlider)
        left, at = Qt.MouseButton.LeftButton, handle(slider)
        QTest.mousePress(slider, left, pos=at)
        for by in (6, 12, 18):
            QTest.mouseMove(slider, at - QPoint(by, 0))
        coloring.gate.release()
        user.wait(lambda: shown(user) == 1, "the first step while it is held")
        QTest.mouseRelease(slider, left, pos=at - QPoint(18, 0))
        coloring.gate.release(1000)
        user.wait_idle()
        assert shown(user) == 2

    assert drive(monkeypatch, [], script) == 0


def handle(slider):
    """Where the pointer takes hold of a slider."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(control, option, part, slider).center()


def test_a_colouring_of_the_former_photo_is_not_shown(monkeypatch, qapp, coloring):
    def script(user):
        user.wait_opened()
        user.press("Run map")
        user.wait(lambda: coloring.begun, "a colouring")
        user.key(Qt.Key.Key_Right)
        session = user.window.session
        user.wait(lambda: session.subject.image.name != "hamburger-01.jpg")
        coloring.gate.release(1000)
        user.wait_idle()
        assert not session.shown.overlays
        assert shown(user) is None

    assert drive(monkeypatch, [], script) == 0


def test_the_read_out_is_of_what_lies_under_the_pointer_now(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        heard = []
        user.window.canvas.readout_changed.connect(heard.append)
        user.click(150, 250)
        QTest.mouseMove(user.view, user.place(150, 250))
        user.wait(lambda: heard and heard[-1].endswith("(covered)"), "the patch")
        user.key(Qt.Key.Key_Escape)
        user.wait(lambda: not user.window.session.shown.patches, "no patch")
        assert "RGB" in heard[-1]
        assert "(covered)" not in heard[-1]
        user.key(Qt.Key.Key_Plus)
        before = heard[-1]
        user.key(Qt.Key.Key_F)
        assert heard[-1] != before  # the photo has moved under the pointer
        user.press("Run map")
        user.wait(lambda: "drop" in heard[-1], "the value of the map")
        user.key(Qt.Key.Key_PageDown)
        user.wait(lambda: "drop" not in heard[-1], "another photo without a map")

    assert drive(monkeypatch, [], script) == 0


class Heights(QObject):
    """Every height that a widget has had."""

    def __init__(self, widget):
        super().__init__()
        self.seen = {widget.height()}
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize:
            self.seen.add(watched.height())
        return False


def test_the_photo_stays_in_place_when_maps_come_and_go(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        heights = Heights(user.window.canvas.viewer)
        user.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: session.shown.overlays, "a map")
        for _ in range(2):
            user.wait_idle()
            photo = session.subject.image
            user.key(Qt.Key.Key_PageDown)
            user.wait(lambda old=photo: session.subject.image is not old, "the next")
            user.wait(lambda: session.shown.overlays, "its map")
        user.wait_idle()
        assert len(heights.seen) == 1

    assert drive(monkeypatch, [], script) == 0
