import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.look import Look
from gui.photo.map_picture import map_picture
from gui.photo.marks import number_rect
from gui.photo.pane import Pane, Patch
from gui.photo.viewer import ImageViewer
from gui.photo.zoom import ZoomPill
from inference.classifier import Quantity
from inference.geometry import Box, Pixel
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from tests.gui.drawn import words_of
from tests.gui.finding import panes, press

SIZES = [(338, 500), (500, 300), (32, 32), (40, 900)]


def photo(rows, cols):
    return np.random.default_rng(0).integers(0, 255, (rows, cols, 3), dtype=np.uint8)


def heatmap(seen):
    values = np.linspace(-1, 1, 49, dtype=np.float32).reshape(7, 7)
    return Heatmap(values, seen, seen, "Drop", "", Quantity.PROBABILITY, 0)


def mapped(pixels, drawn, limits, color_map="viridis", look=None):
    picture = map_picture(drawn, limits, color_map, look or Look())
    return Pane(pixels, drawn.seen, picture)


@pytest.fixture
def viewer(qtbot):
    viewer = ImageViewer()
    qtbot.addWidget(viewer)
    viewer.resize(900, 500)
    viewer.show()
    return viewer


def wheel(view, position, notches=1):
    event = QWheelEvent(
        position,
        QPointF(view.mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def move(view, position):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        position,
        QPointF(view.mapToGlobal(position)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


@pytest.mark.parametrize("size", SIZES)
def test_the_wheel_keeps_the_place_under_the_pointer(viewer, size):
    viewer.set_panes([Pane(photo(*size))])
    view = panes(viewer)[0]
    position = view.photo_rect().center() + QPointF(7.25, 3.5)
    before = view.pixel_at(position)
    for notches in (1, 3, -1, 2, -4):
        wheel(view, position, notches)
        assert view.pixel_at(position) == pytest.approx(before, abs=1e-6)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("notches", [0, 2, 9, -1])
def test_a_click_reports_the_place_of_the_photo(viewer, qtbot, size, notches):
    viewer.set_panes([Pane(photo(*size))])
    view = panes(viewer)[0]
    wheel(view, view.photo_rect().center(), notches)
    wanted = view.pixel_at(QPointF(QPoint(460, 260)))
    with qtbot.waitSignal(viewer.pressed) as signal:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(460, 260))
    pixel, modifiers = signal.args
    assert pixel == pytest.approx(wanted)
    corner = view.photo_rect().topLeft()
    assert pixel.col == pytest.approx((460 - corner.x()) / view.scale)
    assert pixel.row == pytest.approx((260 - corner.y()) / view.scale)
    assert modifiers == Qt.KeyboardModifier.NoModifier


def test_a_click_on_the_mat_says_nothing_and_two_fit_the_photo(viewer, qtbot):
    viewer.set_panes([Pane(photo(300, 300))])
    view = panes(viewer)[0]
    with qtbot.assertNotEmitted(viewer.pressed):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    viewer.zoom_out()
    assert not viewer.is_fitted
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert viewer.is_fitted


def test_a_drag_goes_on_outside_the_photo(viewer, qtbot):
    viewer.set_panes([Pane(photo(300, 300))])
    view = panes(viewer)[0]
    heard = []
    viewer.dragged.connect(heard.append)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(450, 250))
    move(view, QPointF(5, 250))
    assert heard[-1].col < 0
    with qtbot.waitSignal(viewer.released):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 250))


def test_the_middle_button_pans(viewer, qtbot):
    viewer.set_panes([Pane(photo(300, 300))])
    view = panes(viewer)[0]
    held = view.pixel_at(QPointF(450, 250))
    qtbot.mousePress(view, Qt.MouseButton.MiddleButton, pos=QPoint(450, 250))
    move(view, QPointF(400, 240))
    qtbot.mouseRelease(view, Qt.MouseButton.MiddleButton, pos=QPoint(400, 240))
    assert view.pixel_at(QPointF(400, 240)) == pytest.approx(held)
    assert not viewer.is_fitted


@pytest.mark.slow
@pytest.mark.parametrize("ratio", ["1.25", "2"])
def test_places_are_exact_on_dense_screens_too(ratio):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
    wanted = "wheel_keeps or click_reports or one_to_one or maps_are_painted"
    done = subprocess.run(
        [*command, "-k", wanted],
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "QT_SCALE_FACTOR": ratio},
    )
    assert done.returncode == 0, done.stdout


def test_one_to_one_means_pixels_of_the_screen(viewer):
    viewer.set_panes([Pane(photo(300, 400))])
    viewer.one_to_one()
    assert viewer.scale == pytest.approx(1)


def test_a_small_photo_is_enlarged_at_most_sixteenfold(viewer):
    viewer.set_panes([Pane(photo(8, 8))])
    assert panes(viewer)[0].scale == 16


def test_two_panes_move_together(viewer):
    viewer.set_panes([Pane(photo(300, 300), title="A"), Pane(photo(600, 600))])
    first, second = panes(viewer)
    wheel(second, second.photo_rect().center() + QPointF(20, 10), 3)
    middle_one = first.pixel_at(first.room().center())
    middle_two = second.pixel_at(second.room().center())
    assert middle_two == pytest.approx((middle_one.row * 2, middle_one.col * 2))


def test_panes_stand_where_they_are_drawn_larger(viewer):
    viewer.set_panes([Pane(photo(300, 300)), Pane(photo(300, 300))])
    assert panes(viewer)[0].height() == 500
    viewer.set_panes([Pane(photo(100, 900)), Pane(photo(100, 900))])
    assert panes(viewer)[0].width() == 900


def test_a_window_that_grows_keeps_the_photo_fitted(viewer):
    viewer.set_panes([Pane(photo(300, 300))])
    viewer.resize(1200, 900)
    view = panes(viewer)[0]
    assert view.scale == pytest.approx(view.fitting_scale())


def test_the_pointer_is_reported_while_over_the_photo(viewer, qtbot):
    viewer.set_panes([Pane(photo(300, 300))])
    heard = []
    viewer.hovered.connect(heard.append)
    move(panes(viewer)[0], QPointF(450, 250))
    move(panes(viewer)[0], QPointF(3, 3))
    assert isinstance(heard[0], Pixel)
    assert heard[-1] is None


def test_a_tap_of_o_switches_the_map(viewer, qtbot):
    viewer.set_panes([Pane(photo(30, 30))])
    with qtbot.waitSignal(viewer.map_toggled):
        qtbot.keyClick(viewer, Qt.Key.Key_O)


def test_arrows_nudge_a_patch_and_shift_goes_farther(viewer, qtbot):
    viewer.set_panes([Pane(photo(30, 30))])
    heard = []
    viewer.nudged.connect(lambda *by: heard.append(by))
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    viewer.set_patches([Patch(Box(3, 3, 9, 9), label="dog  −0.1")])
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(viewer, Qt.Key.Key_Down, shift)
    assert heard == [(0, -1), (10, 0)]


def test_no_label_lies_below_the_zoom_pill(viewer):
    """Wherever the patch is; its label then stands above or beside it."""
    viewer.set_panes([Pane(photo(500, 900))])
    view, pill = panes(viewer)[0], viewer.findChild(ZoomPill)
    for col in range(600, 880, 20):
        for row in range(380, 480, 20):
            patch = Patch(Box(row, col, 20, 20), label="dog  −0.123")
            ((_, where),) = view.labels((patch,))
            assert not where.intersects(pill.geometry()), (row, col)


def test_a_label_hides_no_number_of_near_places(viewer):
    """Whichever of four is chosen on a tall photo whose middle they fill."""
    viewer.set_panes([Pane(photo(300, 100))])
    viewer.resize(560, 330)
    view = panes(viewer)[0]
    boxes = [Box(top, 30 + top % 20, 20, 20) for top in (60, 85, 110, 135)]
    for chosen in boxes:
        label = Patch(chosen, label="1  American Staffordshire terrier  −0.957")
        others = [Patch(b, None, number="2") for b in boxes if b is not chosen]
        ((_, where),) = view.labels((label, *others))
        numbers = [number_rect(view.rect_of(each.box)) for each in others]
        assert not [each for each in numbers if each.intersects(where)], chosen


def test_a_label_that_is_wider_than_its_pane_is_shortened_in_it(viewer):
    viewer.set_panes([Pane(photo(60, 60), title=side) for side in ("left", "right")])
    viewer.resize(400, 300)
    view = panes(viewer)[0]
    patch = Patch(Box(20, 20, 20, 20), label=f"1  {'a long name ' * 5} −0.957")
    viewer.set_patches([patch])
    ((_, where),) = view.labels((patch,))
    assert 0 <= where.left() < where.right() <= view.width()
    written = words_of(view)[-1]
    assert written.text.startswith("1  a long")
    assert written.text.endswith("…  −0.957")  # the number and its sign are whole
    assert where.contains(written.box)


@pytest.mark.parametrize("count", [1, 2])
def test_a_photo_of_one_line_is_seen(viewer, count):
    """However far it is scaled down, in each pane."""
    black = np.zeros((1, 3000, 3), np.uint8)
    for height in range(301, 311):
        viewer.resize(500, height)
        viewer.set_panes([Pane(black, title="one" * (count - 1))] * count)
        for view in panes(viewer)[:count]:
            picture = view.grab().toImage()
            middle = picture.width() // 2
            below = range(view.head, picture.height())
            shades = {picture.pixelColor(middle, row).name() for row in below}
            assert len(shades) > 1, height


def test_titles_that_differ_at_their_ends_are_told_apart_in_narrow_panes(viewer):
    titles = [f"mask 45 × 45, stride of its places {stride}" for stride in (8, 22)]
    viewer.set_panes([Pane(photo(60, 60), title=title) for title in titles])
    viewer.resize(400, 150)
    heads = [view.grab(QRect(0, 0, 200, view.head)) for view in panes(viewer)]
    assert heads[0].toImage() != heads[1].toImage()


def test_maps_are_painted_inside_the_seen_box_alone(viewer):
    grey = np.full((100, 200, 3), 128, np.uint8)
    seen = Box(0, 50, 100, 100)
    limits = Limits(-1, 1)
    pane = mapped(grey, heatmap(seen), limits, "blue-red")
    viewer.set_panes([pane])
    view = panes(viewer)[0]

    def shade(row, col):
        picture = view.grab().toImage()
        at = view.position_of(Pixel(row, col)).toPoint() * picture.devicePixelRatio()
        return picture.pixelColor(at)

    assert shade(95, 100).red() > shade(95, 100).blue() + 40
    assert shade(5, 100).blue() > shade(5, 100).red() + 40
    outside = shade(95, 20)
    assert outside.red() == outside.blue()
    viewer.set_map_visible(is_visible=False)
    assert shade(95, 100).red() == 128


def test_holding_o_shows_the_bare_photo(viewer, qtbot):
    grey = np.full((100, 100, 3), 128, np.uint8)
    viewer.set_panes([Pane(grey, Box(0, 0, 100, 100))])
    viewer.set_patches([Patch(Box(40, 40, 20, 20), fill=(0, 0, 0))])
    view = panes(viewer)[0]
    middle = view.position_of(Pixel(50, 50)).toPoint()

    def shade():
        picture = view.grab().toImage()
        return picture.pixelColor(middle * picture.devicePixelRatio()).red()

    assert shade() == 0
    qtbot.keyPress(viewer, Qt.Key.Key_O)
    assert shade() == 128
    qtbot.keyRelease(viewer, Qt.Key.Key_O)
    assert shade() == 0


def test_space_makes_the_left_button_pan(viewer, qtbot):
    viewer.set_panes([Pane(photo(300, 300))])
    view = panes(viewer)[0]
    qtbot.keyPress(viewer, Qt.Key.Key_Space)
    held = view.pixel_at(QPointF(450, 250))
    with qtbot.assertNotEmitted(viewer.pressed):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(450, 250))
        move(view, QPointF(430, 250))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(430, 250))
    assert view.pixel_at(QPointF(430, 250)) == pytest.approx(held)


def test_space_pans_whatever_has_the_focus(qtbot):
    """The pointer was used last; after a key, Space presses the button again."""
    window = QWidget()
    layout = QVBoxLayout(window)
    viewer, button, field = ImageViewer(), QPushButton("Run"), QLineEdit()
    for part in (viewer, button, field):
        layout.addWidget(part)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    viewer.set_panes([Pane(photo(300, 300))])
    view, middle = panes(viewer)[0], QPointF(450, 250)
    button.setFocus()
    move(view, middle)
    pressed = []
    button.pressed.connect(lambda: pressed.append(button))
    held = view.pixel_at(middle)
    qtbot.keyPress(button, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(viewer.pressed):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle.toPoint())
        move(view, QPointF(430, 250))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(430, 250))
    qtbot.keyRelease(viewer, Qt.Key.Key_Space)
    assert view.pixel_at(QPointF(430, 250)) == pytest.approx(held)
    assert not pressed
    with qtbot.waitSignal(viewer.pressed):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Up)  # the keyboard is used
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed
    field.setFocus()
    move(view, middle)
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == " "


def test_an_empty_viewer_offers_to_open_a_photo(viewer, qtbot):
    viewer.set_panes([])
    with qtbot.waitSignal(viewer.open_clicked):
        press(viewer, "Open photo")


def test_a_map_that_reaches_over_the_photo_is_cut(viewer):
    seen = Box(0, 0, 50, 50)
    wide = Heatmap(
        np.ones((3, 3), np.float32),
        Box(-9, -9, 68, 68),
        seen,
        "",
        "",
        Quantity.LOGIT,
        0,
    )
    for is_raw in (False, True):
        look = Look(is_raw=is_raw)
        viewer.set_panes([mapped(photo(50, 50), wide, Limits(0, 1), look=look)])
        picture = panes(viewer)[0].grab().toImage()
        corner = picture.pixelColor(3, 3)
        assert corner.red() == corner.green() == corner.blue()


def test_an_even_look_and_a_dimmed_photo_can_be_drawn(viewer):
    seen = Box(0, 0, 50, 50)
    look = Look(opacity=1, is_even=True)
    viewer.set_panes([mapped(photo(50, 50), heatmap(seen), Limits(-1, 1), look=look)])
    viewer.set_dimmed(is_dimmed=True)
    viewer.set_panes([Pane(photo(50, 50), seen, title="A", subtitle="b")])
    assert not viewer.grab().isNull()
