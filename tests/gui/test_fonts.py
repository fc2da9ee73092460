"""The layout holds for every font: nothing that is written is cut."""

import shutil

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QListView,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from gui import fonts
from gui.photo.pane_view import PaneView
from gui.widgets.form import Elided
from inference.bundled import DEMO_PHOTO
from tests.gui.drawn import words_of
from tests.gui.driving import drive
from tests.gui.finding import part

pytestmark = pytest.mark.gui
WIDEST = "DejaVu Sans"
FAMILIES = (WIDEST, "Inter", "Noto Sans CJK SC")
SLACK = 1.5  # px: hinting rounds letters, and the SVG rounds sizes


@pytest.fixture
def set_system_font(monkeypatch, qapp):
    """Makes a font the system's."""

    def set_font(family, points):
        chosen = QFont(family)
        chosen.setPointSizeF(points)
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: chosen)
        fonts.forget()

    yield set_font
    monkeypatch.undo()
    fonts.forget()


@pytest.fixture
def wanted_font(request, set_system_font):
    family, points = request.param
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not installed")
    set_system_font(family, points)
    return family


def cut_words(window):
    """Lists what is written in a window and not wholly seen, top to bottom."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or _gives_way(widget):
            continue
        kind, written = type(widget).__name__, words_of(widget)
        cut += [(kind, words.text) for words in written if _is_cut(widget, words.box)]
        if written and _sticks_out(widget, window):
            cut.append((kind, written[0].text, "sticks out"))
    return cut


def _gives_way(widget):
    """Whether it is shortened or scrolls sideways where there is no room."""
    within = (QTableView, QHeaderView, QGraphicsView, QComboBox)
    is_within = isinstance(widget.parentWidget(), within)
    return is_within or isinstance(widget, Elided | PaneView)


def _is_cut(widget, ink):
    return not _room(widget, ink.center().x()).contains(ink)


def _room(widget, across):
    """Where words around a place may lie: their tab, their head, their widget."""
    room = QRectF(widget.rect())
    if isinstance(widget, QTabBar):
        tabs = [QRectF(widget.tabRect(i)) for i in range(widget.count())]
        room = next(t for t in tabs if t.left() <= across <= t.right())
    if isinstance(widget.parentWidget(), QAbstractScrollArea):  # it scrolls
        room.adjust(0, -widget.height(), 0, widget.height())
    return room.adjusted(-SLACK, -SLACK, SLACK, SLACK)


def _sticks_out(widget, window):
    left = widget.mapTo(window, widget.rect().topLeft()).x()
    right = left + widget.width()
    while (widget := widget.parentWidget()) is not None and widget is not window:
        outer = widget.mapTo(window, widget.rect().topLeft()).x()
        if left < outer or right > outer + widget.width():
            return True
    return False


def heads_that_are_cut(window):
    """Lists table heads that are narrower than their word."""
    cut = []
    for header in window.findChildren(QHeaderView):
        if not header.isVisible():
            continue
        for place in range(header.count()):
            word = header.model().headerData(place, header.orientation())
            if fonts.width_of(word, "label", 600) + 12 > header.sectionSize(place):
                cut.append(word)
    return cut


def pin_channels(user):
    """Makes chips, where there are channels."""
    for button in user.window.tabs.findChildren(QPushButton):
        if button.text() == "Pin" and button.isVisible():
            press(button)
            user.wait_idle()
            QTest.qWait(1)


def press(widget, place=None):
    at = widget.rect().center() if place is None else place
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def buttons(window, kind):
    """All visible buttons of a kind of the style sheet."""
    return [
        button
        for button in window.findChildren(QPushButton)
        if button.property(kind) and button.isVisible() and button.isEnabled()
    ]


def choices(window):
    """What changes the tab in front; of the chips every other one."""
    return [*buttons(window, "seg"), *buttons(window, "chip")[::2]]


def words_cut_in_tab(window):
    return [*cut_words(window.tabs), *heads_that_are_cut(window)]


@pytest.mark.parametrize(
    "wanted_font",
    [(family, points) for family in FAMILIES for points in (9, 14)],
    indirect=True,
    ids=lambda each: "{} {}".format(*each),
)
def test_no_word_is_cut(wanted_font, monkeypatch, qapp):
    """In every tab; with the widest letters whatever is chosen in it."""

    def script(user):
        user.wait_opened()
        window = user.window
        window.resize(1280, 800)
        user.click(100, 200)
        user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        user.panel.run()
        user.wait_idle()
        QTest.qWait(1)  # what the sweep said last is laid out
        bar = window.tabs.findChild(QTabBar)
        found = {"window": cut_words(window)}
        for place in range(bar.count()):
            press(bar, bar.tabRect(place).center())
            user.wait_idle()
            pin_channels(user)
            QTest.qWait(1)  # what was put into the tab is laid out
            found[bar.tabText(place)] = words_cut_in_tab(window)
            for button in choices(window) if wanted_font == WIDEST else ():
                press(button)
                user.wait_idle()
                QTest.qWait(1)
                key = f"{bar.tabText(place)}, {button.accessibleName()}"
                found[key] = words_cut_in_tab(window)
        assert found
        assert not {key: cut for key, cut in found.items() if cut}

    assert drive(monkeypatch, (), script) == 0


def test_a_dataset_and_a_refusal_fit_with_the_largest_letters(
    set_system_font, monkeypatch, qapp, tmp_path
):
    """Two panes, three scores and a page of Ranking stand beside each other."""
    set_system_font(WIDEST, 14)
    for name in ("hamburger", "pizza"):
        (tmp_path / "meals" / name).mkdir(parents=True)
        for photo in sorted((DEMO_PHOTO.parents[1] / name).iterdir())[:6]:
            shutil.copy(photo, tmp_path / "meals" / name)
    (tmp_path / "no model.onnx").write_bytes(b"nothing")

    def script(user):
        user.wait_opened()
        window, found = user.window, {}
        window.resize(1280, 800)
        user.drop(tmp_path / "meals")
        user.panel = window.tabs.current
        segment = part(user.panel, QPushButton, "Page: Suspects")
        user.wait(segment.isVisible, "scores")
        user.wait_idle()
        found["photos"] = cut_words(window)
        press(segment)
        user.wait_idle()
        QTest.keyClick(user.part(QListView, "Suspects"), Qt.Key.Key_Home)
        user.wait_idle()
        QTest.qWait(1)  # what was put into the page is laid out
        found["suspects"] = cut_words(window)
        user.drop(tmp_path / "no model.onnx")
        user.wait(lambda: window.messages.sources, "the refusal")
        press(part(window.messages, QPushButton, "Details"))
        QTest.qWait(1)
        found["details"] = cut_words(window.messages)
        assert not {key: cut for key, cut in found.items() if cut}

    assert drive(monkeypatch, (), script) == 0


@pytest.mark.parametrize(
    ("points", "wanted"), [(7, 9), (9, 9), (11, 11), (14, 14), (30, 14)]
)
def test_the_size_of_the_system_is_followed_within_bounds(
    points, wanted, set_system_font, qapp
):
    set_system_font(FAMILIES[0], points)
    dots = qapp.primaryScreen().logicalDotsPerInch()
    assert abs(fonts.font().pixelSize() - wanted * dots / 72) <= 1


def test_heights_grow_with_the_font(set_system_font, qapp):
    set_system_font(FAMILIES[0], 9)
    small = fonts.px(28)
    set_system_font(FAMILIES[0], 14)
    assert fonts.px(28) > small
