"""The menu bar, filled from the table of commands, and the menu of the photo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from gui.frame.choices import add_choices
from gui.frame.command import Command, Parts
from gui.frame.commands import command_menus
from gui.frame.device import add_devices
from gui.frame.languages import add_languages
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
            menus[each.name].setToolTipsVisible(True)
            self._fill(menus[each.name], each.commands)
        self._add_recent(menus["file"])
        self._add_sizes(menus["file"])
        self._add_switches(menus["view"])
        self._add_classic(menus["view"])
        self._add_themes(menus["view"])
        add_languages(menus["view"], parts)
        add_devices(menus["model"], parts.session, parts.memory)
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
            action.setToolTip(line.tip)
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
        tip = translate(
            "Menus",
            "The longer side of the photo in pictures that are saved, in px (default: "
            "the photo's own size).",
        )
        memory = self._parts.memory
        entries = {side: (_size_words(side), tip) for side in PICTURE_SIDES}
        chosen = memory.settings.picture_side
        add_choices(sizes, entries, chosen, lambda n: memory.change(picture_side=n))

    def _add_switches(self, view: QMenu) -> None:
        view.addSeparator()
        canvas = self._parts.canvas
        tip = translate(
            "Menus",
            "Draws all places of a map alike opaque (default: off: strong ones more).",
        )
        words = translate("Menus", "Even opacity")
        self._even = _switch(view, words, tip, self._set_even)
        tip = translate(
            "Menus",
            "Draws the numbers of a map as blocks, not smoothed (default: off).",
        )
        self._raw = _switch(view, translate("Menus", "Raw grid"), tip, self._set_raw)
        tip = translate(
            "Menus",
            "Shows the photo cut and resized as the network is fed, in its place "
            "(default: off).",
        )
        words = translate("Menus", "What the network sees")
        _switch(view, words, tip, canvas.show_input, "N")
        tip = translate(
            "Menus",
            "Shows the photos of the same folder below this one (default: off).",
        )
        words = translate("Menus", "Photo strip")
        strip = _switch(view, words, tip, canvas.set_strip, "Ctrl+Shift+T")
        strip.setChecked(canvas.shows_strip)
        tip = translate(
            "Menus",
            "Converts photos of another colour profile, as most programs show them "
            "(default: off, as networks are trained).",
        )
        words = translate("Menus", "Convert photos to sRGB")
        srgb = _switch(view, words, tip, self._set_srgb)
        srgb.setChecked(self._parts.session.is_srgb)

    def _add_classic(self, view: QMenu) -> None:
        session = self._parts.session
        classic = view.addAction(translate("Menus", "Classic look (jet, even)"))
        tip = translate(
            "Menus", "Draws maps as most papers do: jet, all places alike opaque."
        )
        classic.setToolTip(tip)
        classic.triggered.connect(lambda: session.set_look(session.look.classic()))

    def _add_themes(self, view: QMenu) -> None:
        themes = view.addMenu(translate("Menus", "Theme"))
        tip = translate(
            "Menus", "Colours of the window (default: those of the system)."
        )
        entries = {choice: (words, tip) for choice, words in _theme_words().items()}
        chosen = ThemeChoice(self._parts.memory.settings.theme)
        add_choices(themes, entries, chosen, self._dress)

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
            session.is_srgb = is_srgb
            session.reopen()

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
        menu.setToolTipsVisible(True)
        copy = menu.addAction(
            translate("Menus", "Copy picture"), exporting.copy_picture
        )
        copy.setToolTip(
            translate(
                "Menus", "Copies the photo with its map, in the photo's own size."
            )
        )
        if pixel is not None:
            value = menu.addAction(
                translate("Menus", "Copy value"), lambda: exporting.copy_value(pixel)
            )
            value.setToolTip(
                translate("Menus", "Copies what the status bar says of this place.")
            )
        self._add_saving(menu)
        menu.popup(place)

    def _add_saving(self, menu: QMenu) -> None:
        exporting = self._parts.exporting
        export = menu.addAction(translate("Menus", "Export…"), exporting.choose)
        export.setEnabled(self._parts.tabs.current.is_exportable)
        export.setToolTip(
            translate("Menus", "Saves numbers and pictures into a new folder.")
        )
        words = translate("Menus", "Save picture as…")
        save = menu.addAction(words, exporting.save_picture)
        save.setToolTip(
            translate("Menus", "Saves what is shown, with its words, as one PNG.")
        )
        menu.addSeparator()
        words = translate("Menus", "Reset view")
        reset = menu.addAction(words, self._parts.canvas.viewer.fit)
        reset.setToolTip(
            translate("Menus", "Shows all of the photo, as large as there is room.")
        )

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
    menu: QMenu, words: str, tip: str, pick: Callable[[bool], None], key: str = ""
) -> QAction:
    action = menu.addAction(words)
    action.setToolTip(tip)
    action.setShortcut(QKeySequence(key))
    action.setCheckable(True)
    action.toggled.connect(pick)
    return action
