"""What is written in a window and not wholly seen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QPushButton,
    QTabBar,
    QTableView,
    QWidget,
)

from gui import fonts
from gui.photo.pane_view import PaneView
from gui.widgets.form import Elided
from tests.gui.drawn import words_of

ROUNDS = 40  # looks at what is still laid out
SLACK = 1.5  # px: hinting rounds letters, and the SVG rounds sizes


def cut_words(window):
    """Lists what is written in a window and not wholly seen, top to bottom.

    Words that wrap get their height a few events after they are shown.
    """
    for _ in range(ROUNDS):
        cut = _cut_now(window)
        if not any("hangs out" in each for each in cut):
            break
        QTest.qWait(5)
    return cut


def _cut_now(window):
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or _gives_way(widget):
            continue
        kind, written = type(widget).__name__, words_of(widget)
        cut += [(kind, words.text) for words in written if _is_cut(widget, words.box)]
        if written and _sticks_out(widget, window):
            cut.append((kind, written[0].text, "sticks out"))
        if written and _hangs_out(widget, window):
            cut.append((kind, written[0].text, "hangs out"))
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


def _hangs_out(widget, window):
    """Whether what holds it is lower, and does not scroll."""
    while (outer := widget.parentWidget()) is not None and widget is not window:
        if isinstance(outer.parentWidget(), QAbstractScrollArea):
            return False
        room = QRectF(outer.rect()).adjusted(0, -SLACK, 0, SLACK)
        if widget.y() < room.top() or widget.geometry().bottom() > room.bottom():
            return True
        widget = outer
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
