"""Finds what a user sees below a widget, and uses it with mouse and keys."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from gui.photo.pane_view import PaneView


def part(root, kind, name):
    """The control that a user knows by this accessible name, or by these words.

    Of several the one in sight: what is folded away may have a namesake.
    """
    found = [each for each in root.findChildren(kind) if name in names(each)]
    if len(found) > 1:
        found = [each for each in found if each.isVisible()]
    (only,) = found
    return only


def names(widget):
    """What a widget is called: its accessible name, its words and their beginning.

    "Every pixel · 50,176" is "Every pixel" too.
    """
    shown = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName(), shown, shown.split(" · ")[0]


def words(root):
    """All words in sight that are no control's."""
    labels = (each for each in root.findChildren(QLabel) if each.isVisible())
    return [label.text() for label in labels if label.text()]


def panes(viewer):
    """The two panes of the viewer, the first one first."""
    return viewer.findChildren(PaneView)


def press(root, name, kind=QPushButton):
    """Clicks the button of this name."""
    button = part(root, kind, name)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tick(box):
    """Presses the space bar on a check box."""
    QTest.keyClick(box, Qt.Key.Key_Space)


def choose(combo, entry):
    """Opens a list of choices and takes the one of these words."""
    place = combo.findText(entry)
    assert place >= 0, f"{entry} is not among the choices"
    combo.showPopup()
    view = combo.view()
    view.setCurrentIndex(combo.model().index(place, combo.modelColumn()))
    QTest.keyClick(view, Qt.Key.Key_Return)


def in_menu(look, widget, at=None):
    """Clicks what opens a menu, returns what `look` finds in it, and closes it."""
    found = []

    def see():
        menu = QApplication.activePopupWidget()
        try:
            found.append(look(menu))
        finally:
            menu.close()

    QTimer.singleShot(0, see)  # the menu may keep the click until it is closed
    where = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()
    (only,) = found
    return only


def entries(menu):
    """What the lines of a menu say, "" for one that parts others."""
    return [action.text() for action in menu.actions()]


def untold_entries(menu):
    """The lines of a menu, and of those it opens, whose tooltip adds nothing."""
    lines = [each for each in menu.actions() if not each.isSeparator()]
    inner = [each.menu() for each in lines if each.menu()]
    own = [each for each in lines if not each.menu()]
    mute = [each.text() for each in own if each.toolTip() in ("", _plain(each.text()))]
    if own and not menu.toolTipsVisible():
        mute.append(f"{menu.title()} shows none")
    return mute + [words for each in inner for words in untold_entries(each)]


def _plain(words):
    return words.replace("&", "").removesuffix("…")


def leave(field):
    """Lets the focus go on to the next field, as the Tab key does."""
    out, reason = QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason
    QApplication.sendEvent(field, QFocusEvent(out, reason))


def enter(field, typed):
    """Types into a field, in place of what stands there, and presses Enter."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
