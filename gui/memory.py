"""What is remembered as it stands now, and written soon after it changed.

A program that is killed loses nothing that was settled before. Writing takes some
milliseconds, so a lane does it; a drag makes many changes, so they wait for each other.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from gui.jobs import Lanes
from gui.look import Look
from gui.settings import Settings, save
from inference.jobs import once

SOON = 200  # ms from a change to its writing


class Memory(QObject):
    """The settings; the parts of the window share one."""

    def __init__(
        self, settings: Settings, lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._writing = lanes.create(self.tr("Settings"), is_quiet=True)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._write)

    @property
    def settings(self) -> Settings:
        """What is remembered."""
        return self._settings

    def change(self, **changes: Any) -> None:
        """Remembers something else."""
        self.remember(replace(self._settings, **changes))

    def remember(self, settings: Settings) -> None:
        """Takes the place of all that was remembered."""
        if settings != self._settings:
            self._settings = settings
            if not self._soon.isActive():  # else a long drag would put it off
                self._soon.start()

    @property
    def look(self) -> Look:
        """How maps were drawn last."""
        kept = self._settings
        return Look(
            kept.color_map,
            opacity=kept.opacity,
            is_even=kept.is_even,
            is_raw=kept.is_raw,
        )

    def remember_look(self, look: Look) -> None:
        """Keeps how maps are drawn, but for what belongs to one map."""
        self.change(
            color_map=look.color_map,
            opacity=look.opacity,
            is_even=look.is_even,
            is_raw=look.is_raw,
        )

    def follow(self, window: QWidget) -> None:
        """Puts a window where it stood last, and remembers where it goes."""
        if self._settings.window_geometry:
            window.restoreGeometry(QByteArray(self._settings.window_geometry))
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        is_moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if is_moved and isinstance(window, QWidget) and window.isVisible():
            self.change(window_geometry=bytes(window.saveGeometry().data()))
        return False

    def close(self) -> None:
        """Writes at once; the lanes are closed already."""
        self._soon.stop()
        save(self._settings)

    @Slot()
    def _write(self) -> None:
        self._writing.start(once(save, self._settings))
