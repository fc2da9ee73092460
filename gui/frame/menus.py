"""The menu bar, filled from the table of commands, and the menu of the photo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from gui.frame.commands import Command, Parts, command_menus
from gui.look import Look
from gui.settings import PICTURE_SIDES
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.words import as_tip, grouped, translate
from inference.geometry import Pixel


class Menus:
    """Fills a menu bar and keeps the lists of recent files in it."""

    def __init__(self, bar: QMenuBar, parts: Parts) -> None:
        self._bar, self._parts = bar, parts
        self._photos, self._models = (
            QMenu(translate("Menus", "Recent photos"), bar),
            QMenu(translate("Menus", "Recent models"), bar),
        )
        menus: dict[str, QMenu] = {}
        for each in command_menus(parts):
            menus[each.name] = bar.addMenu(each.title)
            self._fill(menus[each.name], each.commands)
        self._add_recent(menus["file"])
        self._add_sizes(menus["file"])
        self._add_switches(menus["view"])
        self._add_classic(menus["view"])
        self._add_themes(menus["view"])
        parts.session.look_changed.connect(self._show_look)
        parts.canvas.viewer.menu_requested.connect(self.open_photo_menu)
        self._show_look(parts.session.look)

    def _fill(self, menu: QMenu, lines: Sequence[Command]) -> None:
        for line in lines:
            if not line.words:
                menu.addSeparator()
                continue
            action = QAction(line.words, menu)
            action.setShortcuts([QKeySequence(key) for key in line.keys.split()])
            action.triggered.connect(_without_state(line.act))
            menu.addAction(action)

    def _add_recent(self, file: QMenu) -> None:
        line = next(action for action in file.actions() if action.isSeparator())
        file.insertMenu(line, self._photos)
        file.insertMenu(line, self._models)
        file.aboutToShow.connect(self._show_recent)

    def _add_sizes(self, file: QMenu) -> None:
        """Offers how large pictures are saved."""
        sizes = QMenu(translate("Menus", "Size of saved pictures"), file)
        file.insertMenu(file.actions()[-2], sizes)  # above the line before Quit
        group = QActionGroup(sizes)
        memory = self._parts.memory
        for side in PICTURE_SIDES:
            action = sizes.addAction(_size_words(side))
            action.setCheckable(True)
            action.setChecked(side == memory.settings.picture_side)
            pick = partial(memory.change, picture_side=side)
            action.triggered.connect(_without_state(pick))
            group.addAction(action)

    def _add_switches(self, view: QMenu) -> None:
        view.addSeparator()
        canvas = self._parts.canvas
        self._even = _switch(view, translate("Menus", "Even opacity"), self._set_even)
        self._raw = _switch(view, translate("Menus", "Raw grid"), self._set_raw)
        words = translate("Menus", "What the network sees")
        _switch(view, words, canvas.show_input, "N")
        strip = _switch(
            view, translate("Menus", "Photo strip"), canvas.set_strip, "Ctrl+Shift+T"
        )
        strip.setChecked(canvas.shows_strip)
        words = translate("Menus", "Convert photos to sRGB")
        srgb = _switch(view, words, self._set_srgb)
        srgb.setChecked(self._parts.session.is_srgb)

    def _add_classic(self, view: QMenu) -> None:
        session = self._parts.session
        classic = view.addAction(translate("Menus", "Classic look (jet, even)"))
        classic.triggered.connect(lambda: session.set_look(session.look.classic()))

    def _add_themes(self, view: QMenu) -> None:
        themes = view.addMenu(translate("Menus", "Theme"))
        group = QActionGroup(themes)
        for choice, words in _theme_words().items():
            action = themes.addAction(words)
            action.setCheckable(True)
            action.setChecked(choice.value == self._parts.memory.settings.theme)
            action.triggered.connect(_without_state(partial(self._dress, choice)))
            group.addAction(action)

    # ---- what they do

    def _set_even(self, is_even: bool) -> None:
        session = self._parts.session
        session.set_look(replace(session.look, is_even=is_even))

    def _set_raw(self, is_raw: bool) -> None:
        session = self._parts.session
        session.set_look(replace(session.look, is_raw=is_raw))

    def _set_srgb(self, is_srgb: bool) -> None:
        """Photos of another colour profile are converted, or read as if sRGB."""
        session = self._parts.session
        if is_srgb != session.is_srgb:
            self._parts.memory.change(is_srgb=is_srgb)
            session.set_srgb(is_srgb=is_srgb)

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        self._even.setChecked(look.is_even)
        self._raw.setChecked(look.is_raw)

    def _dress(self, choice: ThemeChoice) -> None:
        """Shows the window light, dark, or as the system is."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, choice)
        self._parts.memory.change(theme=choice.value)

    def open_photo_menu(self, pixel: Pixel | None, place: QPoint) -> None:
        """Opens what can be done with the photo, at a position of the screen."""
        exporting = self._parts.exporting
        menu = QMenu(self._bar.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Menus", "Copy picture"), exporting.copy_picture)
        if pixel is not None:
            menu.addAction(
                translate("Menus", "Copy value"), lambda: exporting.copy_value(pixel)
            )
        export = menu.addAction(translate("Menus", "Export…"), exporting.choose)
        export.setEnabled(self._parts.tabs.current.is_exportable)
        menu.addAction(translate("Menus", "Save picture as…"), exporting.save_picture)
        menu.addSeparator()
        menu.addAction(translate("Menus", "Reset view"), self._parts.canvas.viewer.fit)
        menu.popup(place)

    @Slot()
    def _show_recent(self) -> None:
        """Offers files that were open before."""
        session, kept = self._parts.session, self._parts.memory.settings
        for menu, paths, pick in (
            (self._models, kept.recent_models, session.open_model),
            (self._photos, kept.recent_photos, session.open_photo),
        ):
            menu.clear()
            menu.setEnabled(bool(paths))
            menu.setToolTipsVisible(True)
            for path in map(Path, paths):
                action = menu.addAction(path.name.replace("&", "&&"))
                action.setToolTip(as_tip(str(path)))
                action.triggered.connect(_without_state(partial(pick, path)))


def _size_words(side: int) -> str:
    if not side:
        return translate("Menus", "The photo's own size")
    words = translate("Menus", "{side} px, the longer side")
    return words.format(side=grouped(side))


def _theme_words() -> dict[ThemeChoice, str]:
    return {
        ThemeChoice.SYSTEM: translate("Menus", "System"),
        ThemeChoice.LIGHT: translate("Menus", "Light"),
        ThemeChoice.DARK: translate("Menus", "Dark"),
    }


def _without_state(act: Callable[[], object]) -> Callable[[bool], object]:
    """Returns what Qt calls with whether the action is checked."""

    def do(_is_checked: bool = False) -> object:
        return act()

    return do


def _switch(
    menu: QMenu, words: str, pick: Callable[[bool], None], key: str = ""
) -> QAction:
    action = menu.addAction(words)
    action.setShortcut(QKeySequence(key))
    action.setCheckable(True)
    action.toggled.connect(pick)
    return action
