"""A hand that knows nothing of the program: it touches, drags, types, turns and drops.

It finds what to touch as a person does, by what stands on the screen: any widget that
is visible and enabled. Events go to the window, so Qt routes them as real ones:
through popups, grabs, focus and shortcuts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from gui.frame.window import MainWindow
    from tests.benchmarks.soak_files import Files

WORDS = (
    *("0", "-1", "7", "31", "1e9", "99999999999999999999", "0.5", "nan", ""),
    *(
        "burger",
        "a",
        "zzz",
        "conv",
        "200, 10, 300",
        "#ff8800",
        "abc",
        "é中\u202e'\"<b>",
    ),
)
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F4),
)
PLAIN = Qt.KeyboardModifier.NoModifier
MODIFIER_KEYS = {
    Qt.KeyboardModifier.ShiftModifier: Qt.Key.Key_Shift,
    Qt.KeyboardModifier.ControlModifier: Qt.Key.Key_Control,
    Qt.KeyboardModifier.AltModifier: Qt.Key.Key_Alt,
}
MODIFIERS = (*(PLAIN,) * 6, *MODIFIER_KEYS)
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
GRAD_CAM = 1  # the place of its tab
PAGES = ("Page: ", "View: ", "Compare: ")
SIZES = ((1280, 800), (1440, 900), (1300, 1000), (1920, 1080), (1281, 801))


class Hand:
    """Does one random thing at a time, and says what before it does it.

    Attributes:
        is_busy: Whether an action is going on; an open menu waits inside its click.
    """

    def __init__(self, window: MainWindow, files: Files, dice: random.Random) -> None:
        self.is_busy = False
        self._window, self._files, self._dice = window, files, dice
        self._number = 0
        self._deeds: dict[Callable[[], None], int] = {
            self._touch: 36,
            self._use_photo: 14,
            self._press_keys: 12,
            self._press_shortcut: 12,
            self._drop: 8,
            self._choose_tab: 5,
            self._turn_wheel: 4,
            self._drag: 4,
            self._type: 3,
            self._resize: 2,
        }

    def act(self) -> None:
        """Does something."""
        (deed,) = self._dice.choices(list(self._deeds), list(self._deeds.values()))
        self.is_busy = True
        try:
            deed()
        finally:
            self.is_busy = False

    def tour(self) -> Iterator[None]:
        """Opens the demo's photos, sees every page and begins what it offers, once.

        Then it explains a photo by one network after another. What is made when it is
        first needed is no growth, nor are the compiled kernels that oneDNN keeps.
        """
        self._drop_paths([self._files.dataset])
        yield
        yield from self._see_pages()
        self._window.tabs.show_tab(GRAD_CAM)
        for model in self._files.sound:
            self._say(f"tour: {model.name}")
            self._drop_paths([model])
            yield

    def _see_pages(self) -> Iterator[None]:
        (tabs,) = (leaf for leaf in self._leaves() if isinstance(leaf, QTabBar))
        for place in range(tabs.count()):
            self._click(tabs, tabs.tabRect(place).center())
            yield
            pressed: set[str] = set()
            while offers := [w for w in self._offers() if name(w) not in pressed]:
                pressed.add(name(offers[0]))
                self._say(f"tour: {name(offers[0])}")
                self._click(offers[0], offers[0].rect().center())
                yield

    def _offers(self) -> list[QWidget]:
        """What begins something, then what shows another page."""
        leaves = self._leaves()
        pages = [leaf for leaf in leaves if leaf.accessibleName().startswith(PAGES)]
        return [leaf for leaf in leaves if leaf.property("kind") == "primary"] + pages

    def _say(self, words: str) -> None:
        print(f"{self._number} {words}".encode("ascii", "backslashreplace").decode())
        sys.stdout.flush()
        self._number += 1

    # ---- deeds

    def _touch(self) -> None:
        widget, place = self._target()
        if isinstance(widget, QLineEdit) and self._dice.random() < 0.6:
            self._say(f"click {name(widget)}")
            self._click(widget, place)
            self._type()
            return
        how = self._dice.choices(("click", "twice", "right", "hover"), (12, 1, 1, 3))[0]
        top, at = _in_window(widget, place)
        modifiers = self._dice.choice(MODIFIERS)
        self._say(f"{how} {name(widget)} at {at.x()}, {at.y()} {_said(modifiers)}")
        if how == "hover":
            QTest.mouseMove(top, at)
        elif how == "twice":
            QTest.mouseDClick(top, LEFT, pos=at)
        else:
            QTest.mouseClick(top, RIGHT if how == "right" else LEFT, modifiers, at)

    def _use_photo(self) -> None:
        viewer = self._window.canvas.viewer
        views = [leaf for leaf in self._leaves() if viewer.isAncestorOf(leaf)]
        if not views:
            self._touch()
            return
        view = self._dice.choice(views)
        if self._dice.random() < 0.3:
            self._drag_on(view)
            return
        top, at = _in_window(view, self._point(view))
        modifiers = self._dice.choice(MODIFIERS)
        self._say(f"photo at {at.x()}, {at.y()} {_said(modifiers)}")
        QTest.mouseMove(top, at)
        if self._dice.random() < 0.7:
            QTest.mouseClick(top, LEFT, modifiers, at)

    def _press_keys(self) -> None:
        key, count = self._dice.choice(KEYS), self._dice.choice((1, 1, 1, 2, 8))
        modifiers = self._dice.choice(MODIFIERS)
        self._say(f"{count} × {key.name} {_said(modifiers)}")
        for _ in range(count):
            self._key(key, modifiers)

    def _press_shortcut(self) -> None:
        actions = self._window.findChildren(QAction)
        keys = [key for action in actions for key in action.shortcuts()]
        key = self._dice.choice(keys)
        self._say(f"shortcut {key.toString()}")
        self._key(key[0].key(), key[0].keyboardModifiers())

    def _drop(self) -> None:
        models, photos = self._dice.choice(((1, 0), (0, 1), (1, 1)))
        paths = self._dice.sample(self._files.models, models)
        paths += self._dice.sample(self._files.photos, photos)
        self._say(f"drop {', '.join(str(path) for path in paths)}")
        self._drop_paths(paths)

    def _drop_paths(self, paths: Sequence[Path]) -> None:
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, copy = QPoint(700, 400), Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(place, copy, carried, LEFT, PLAIN),
            QDropEvent(QPointF(place), copy, carried, LEFT, PLAIN),
        ):
            QApplication.sendEvent(self._window, event)

    def _choose_tab(self) -> None:
        bars = [bar for bar in self._leaves() if isinstance(bar, QTabBar)]
        if not bars:
            self._touch()
            return
        bar = self._dice.choice(bars)
        place = self._dice.randrange(bar.count())
        self._say(f"tab {bar.tabText(place)}")
        self._click(bar, bar.tabRect(place).center())

    def _turn_wheel(self) -> None:
        widget, place = self._target()
        top, at = _in_window(widget, place)
        steps = self._dice.choice((-600, -120, 120, 600))
        modifiers = self._dice.choice(MODIFIERS)
        self._say(f"wheel {steps} on {name(widget)} {_said(modifiers)}")
        QTest.wheelEvent(top, at, QPoint(0, steps), stateKey=modifiers)

    def _drag(self) -> None:
        handles = [w for w in self._leaves() if isinstance(w, QSplitterHandle)]
        is_splitter = handles and self._dice.random() < 0.3
        self._drag_on(self._dice.choice(handles) if is_splitter else self._target()[0])

    def _type(self) -> None:
        words = self._dice.choice(WORDS)
        ending = self._dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, None))
        self._say(f"type {words!r} {ending and ending.name}")
        self._key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in words:
            self._key(Qt.Key.Key_unknown, text=letter)
        if ending is not None:
            self._key(ending)

    def _resize(self) -> None:
        size = QSize(*self._dice.choice(SIZES))
        self._say(f"resize to {size.width()} × {size.height()}")
        self._window.resize(size)

    # ---- parts of deeds

    def _key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, text: str = ""
    ) -> None:
        """Presses a key and lets it go, where the focus is by then.

        A modifier goes first, by itself: Alt closes a menu, and QTest would send the
        key to the window that went with it.
        """
        held = [key for flag, key in MODIFIER_KEYS.items() if flag & modifiers]
        for press in held:
            self._send(QTest.KeyAction.Press, press)
        self._send(QTest.KeyAction.Press, key, text, modifiers)
        for release in (key, *held):
            self._send(QTest.KeyAction.Release, release)

    def _send(
        self,
        action: QTest.KeyAction,
        key: Qt.Key,
        text: str = "",
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        top = self._focused()  # as long as the call: a menu of Qt's own has no other
        QTest.sendKeyEvent(action, top.windowHandle(), key, text, modifiers)

    def _click(self, widget: QWidget, place: QPoint) -> None:
        top, at = _in_window(widget, place)
        QTest.mouseClick(top, LEFT, pos=at)

    def _drag_on(self, widget: QWidget) -> None:
        top, start = _in_window(widget, self._point(widget))
        reach = self._dice.choice((4, 40, 400))
        room = QRect(-reach, -reach, 2 * reach, 2 * reach).translated(start)
        end = self._random_point(room & widget.window().rect())
        words = f"at {start.x()}, {start.y()} to {end.x()}, {end.y()}"
        self._say(f"drag on {name(widget)} {words}")
        QTest.mousePress(top, LEFT, pos=start)
        for step in range(1, 5):
            if isValid(top):  # a menu may go on the way
                QTest.mouseMove(top, start + (end - start) * step / 4)
        if isValid(top):
            QTest.mouseRelease(top, LEFT, pos=end)

    # ---- what is on the screen

    def _target(self) -> tuple[QWidget, QPoint]:
        """A widget and a visible point of it; each kind is equally likely."""
        kinds = defaultdict(list)
        for widget in self._leaves():
            kinds[type(widget).__name__].append(widget)
        widget = self._dice.choice(kinds[self._dice.choice(sorted(kinds))])
        return widget, self._point(widget)

    def _leaves(self) -> list[QWidget]:
        """What can be touched: in a popup if there is one, else in some window."""
        inside = self._front().findChildren(QWidget)
        found = [w for w in (*inside, self._front()) if _is_leaf(w)]
        return found or [self._front()]

    def _front(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible()
            and widget.isWindow()
            and widget is not self._window
            and widget.windowType() is not Qt.WindowType.ToolTip
        ]
        is_other = others and self._dice.random() < 0.1
        return self._dice.choice(others) if is_other else self._window

    def _point(self, widget: QWidget) -> QPoint:
        """A point of a widget that can be seen."""
        rects = list(widget.visibleRegion()) or [widget.rect()]
        return self._random_point(self._dice.choice(rects))

    def _random_point(self, rect: QRect) -> QPoint:
        across = self._dice.randrange(max(rect.width(), 1))
        return rect.topLeft() + QPoint(
            across, self._dice.randrange(max(rect.height(), 1))
        )

    def _focused(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeWindow()
        return (top or self._window).window()


class Choosers:
    """Answers in place of the system's file choosers, which are modal and foreign."""

    def __init__(self, files: Files, dice: random.Random) -> None:
        self._files, self._dice = files, dice

    def getOpenFileName(  # noqa: N802 - as Qt calls it
        self, _: object, title: str, *_more: str
    ) -> tuple[str, str]:
        """Chooses a file that fits the title, now and then none."""
        words = title.lower()
        kind = self._files.models if "model" in words else self._files.photos
        kind = self._files.labels if "names" in words else kind
        return self._dice.choice([*map(str, self._dice.sample(kind, 4)), ""]), ""

    def getSaveFileName(self, *_: object) -> tuple[str, str]:  # noqa: N802
        """Chooses a file to write: new, used, or none."""
        name = self._dice.choice(("one.png", f"{self._dice.random()}.csv", ""))
        return name and str(self._files.exports / name), ""

    def getExistingDirectory(self, *_: object) -> str:  # noqa: N802
        """Chooses a folder to export into or to rank: new, used, or none."""
        name = self._dice.choice(("one", "two", str(self._dice.random()), ""))
        return name and str(self._files.exports / name)


def name(widget: QWidget) -> str:
    """What a person would call a widget."""
    words = widget.accessibleName() or widget.windowTitle()
    if isinstance(widget, QAbstractButton):
        words = words or widget.text()
    return f"{type(widget).__name__} {words!r}"


def _is_leaf(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or isinstance(widget, QLabel):
        return False
    is_plain = type(widget) is QWidget or widget.visibleRegion().isEmpty()
    inner = widget.findChildren(QWidget, options=DIRECT)
    return not is_plain and not any(w.isVisible() and not w.isWindow() for w in inner)


def _said(modifiers: Qt.KeyboardModifier) -> str:
    return "" if modifiers == PLAIN else f"with {modifiers.name}"


def _in_window(widget: QWidget, place: QPoint) -> tuple[QWindow, QPoint]:
    top = widget.window()
    return top.windowHandle(), widget.mapTo(top, place)
