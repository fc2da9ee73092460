"""The menu bar: every action of the window with its key, as one table.

Single letters act unless a text field has the focus, which Qt sees to by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.frame.help import PAGES
from gui.panels import PANELS
from gui.theme import ThemeChoice

if TYPE_CHECKING:
    from gui.frame.window import MainWindow
    from gui.session import Session
    from inference.geometry import Pixel

Command = tuple[str, str, Callable[[], object]]  # words, keys (by blanks), what it does

LINE: Command = ("", "", lambda: None)
OPACITY_STEP = 0.1


class Menus:
    """Fills a menu bar and keeps the lists of recent files in it."""

    def __init__(self, bar: QMenuBar, window: MainWindow) -> None:
        self._window = window
        self._photos, self._models = QMenu("Recent photos"), QMenu("Recent models")
        menus = {title: bar.addMenu(title) for title in self._table()}
        for title, commands in self._table().items():
            self._fill(menus[title], commands)
        self._add_recent(menus["&File"])
        self._add_switches(menus["&View"])

    def _table(self) -> dict[str, tuple[Command, ...]]:
        window, session = self._window, self._window.session
        opening = window.opening
        canvas, tabs = window.canvas, window.tabs
        viewer, legend = canvas.viewer, canvas.legend
        follow = partial(session.follow_top, is_following=True)
        return {
            "&File": (
                ("Open photo…", "Ctrl+O", opening.choose_photo),
                ("Open model…", "Ctrl+Shift+O", opening.choose_model),
                ("Open the demo", "", opening.open_demo),
                LINE,
                ("Export…", "Ctrl+E", window.choose_export),
                LINE,
                ("Quit", "Ctrl+Q", window.close),
            ),
            "&Edit": (
                ("Undo", "Ctrl+Z", lambda: tabs.hand.undo()),
                ("Copy picture", "Ctrl+C", window.copy_picture),
                LINE,
                ("Find a class", "/ Ctrl+F", canvas.scores.focus_search),
                ("Follow the top class", "T", follow),
            ),
            "&View": (
                ("Fit", "F", viewer.fit),
                ("Actual size", "1", viewer.one_to_one),
                ("Zoom in", "+ =", viewer.zoom_in),
                ("Zoom out", "-", viewer.zoom_out),
                LINE,
                ("Show or hide the map", "O", canvas.toggle_map),
                ("Next colour map", "M", legend.next_color_map),
                ("Less opaque", ",", lambda: legend.step_opacity(-OPACITY_STEP)),
                ("More opaque", ".", lambda: legend.step_opacity(OPACITY_STEP)),
            ),
            "&Model": (
                (
                    "Preprocessing and class names…",
                    "",
                    opening.open_preprocessing,
                ),
                LINE,
                ("Run", "Ctrl+Return", lambda: tabs.current.run()),
                ("Stop", "Ctrl+.", lambda: tabs.current.stop()),
                LINE,
                ("Smaller patch", "[", lambda: tabs.current.step_size(-1)),
                ("Larger patch", "]", lambda: tabs.current.step_size(1)),
            ),
            "&Go": (
                ("Previous photo", "PgUp", lambda: session.step(-1)),
                ("Next photo", "PgDown", lambda: session.step(1)),
                LINE,
                *(
                    (panel.title, f"Ctrl+{place}", partial(tabs.show_tab, place - 1))
                    for place, panel in enumerate(PANELS, 1)
                ),
            ),
            "&Help": (
                *(
                    (page, "" if place else "F1", partial(window.open_help, page))
                    for place, page in enumerate(PAGES)
                ),
                LINE,
                ("First steps", "", tabs.first_steps.show),
            ),
        }

    def _fill(self, menu: QMenu, commands: Sequence[Command]) -> None:
        for words, keys, act in commands:
            if not words:
                menu.addSeparator()
                continue
            action = QAction(words, menu)
            action.setShortcuts([QKeySequence(key) for key in keys.split()])
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)

    def _add_recent(self, file: QMenu) -> None:
        line = next(action for action in file.actions() if action.isSeparator())
        file.insertMenu(line, self._photos)
        file.insertMenu(line, self._models)

    def _add_switches(self, view: QMenu) -> None:
        settings, canvas = self._window.memory.settings, self._window.canvas
        session = self._window.session
        view.addSeparator()
        switches = []
        for words, key, is_on, pick in (
            ("Even opacity", "", session.look.is_even, _picker(session, "is_even")),
            ("Raw grid", "", session.look.is_raw, _picker(session, "is_raw")),
            ("Photo strip", "Ctrl+Shift+T", canvas.shows_strip, canvas.set_strip),
        ):
            action = view.addAction(words)
            action.setShortcut(QKeySequence(key))
            action.setCheckable(True)
            action.setChecked(is_on)
            action.toggled.connect(pick)
            switches.append(action)
        even = switches[0]
        classic = view.addAction("Classic look (jet, even)")
        classic.triggered.connect(lambda: session.set_look(session.look.classic()))
        session.look_changed.connect(lambda look: even.setChecked(look.is_even))
        themes = view.addMenu("Theme")
        group = QActionGroup(themes)
        for choice in ThemeChoice:
            action = themes.addAction(choice.value.capitalize())
            action.setCheckable(True)
            action.setChecked(choice.value == settings.theme)
            choose = partial(self._window.choose_theme, choice)
            action.triggered.connect(lambda _=False, act=choose: act())
            group.addAction(action)

    def open_photo_menu(self, pixel: Pixel | None, place: QPoint) -> None:
        """Opens what can be done with the photo, at a position of the screen."""
        window = self._window
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy picture", window.copy_picture)
        if pixel is not None:
            menu.addAction("Copy value", lambda: window.copy_value(pixel))
        export = menu.addAction("Export…", window.choose_export)
        export.setEnabled(window.tabs.current.is_exportable)
        menu.addSeparator()
        menu.addAction("Reset view", window.canvas.viewer.fit)
        menu.popup(place)

    def show_recent(self, models: Sequence[str], photos: Sequence[str]) -> None:
        """Offers files that were open before."""
        session = self._window.session
        for menu, paths, pick in (
            (self._models, models, session.open_model),
            (self._photos, photos, session.open_photo),
        ):
            menu.clear()
            menu.setEnabled(bool(paths))
            menu.setToolTipsVisible(True)
            for path in map(Path, paths):
                action = menu.addAction(path.name.replace("&", "&&"))
                action.setToolTip(str(path))
                action.triggered.connect(lambda _=False, p=path, f=pick: f(p))


def _picker(session: Session, part: str) -> Callable[[bool], None]:
    """Returns what switches a part of the look."""

    def pick(is_on: bool) -> None:
        changes: dict[str, Any] = {part: is_on}
        session.set_look(replace(session.look, **changes))

    return pick
