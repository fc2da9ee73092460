"""Memory that was let go goes back to the system.

The C library keeps what is freed, in pieces between what is in use: after some models
twice of what a window needs. A while after the last change of what is looked at it is
asked to give whole pages back. That takes some 20 ms, in which nothing else allocates,
so it waits until nobody is in a hurry.

A model is taken apart in a lane, too: that of 20,000 nodes takes 0.1 s.
"""

import ctypes
import sys
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from gui.jobs import Lanes
from inference.jobs import once

SOON = 1000  # ms after the last change


class Subject(Protocol):
    """What is looked at, as far as it matters here."""

    @property
    def opened(self) -> object:
        """The model, or None."""


class Heap(QObject):
    """Gives memory back, in a lane of its own."""

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lanes.create(self.tr("Memory"), is_quiet=True)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._give_back)
        self._model: object = None
        self._former: list[object] = []
        self._parting = lanes.create(self.tr("Memory"), is_quiet=True)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._part)

    @Slot(object)
    def give_back_soon(self, subject: Subject) -> None:
        """Something large may have been let go; another change puts it off.

        Args:
            subject: What is looked at now.
        """
        self._soon.start()
        if subject.opened is not self._model:
            self._former.append(self._model)
            self._model = subject.opened
            self._next.start()  # once nobody else holds it any more

    @Slot()
    def _part(self) -> None:
        former, self._former = self._former, []
        self._parting.start(once(former.clear))

    @Slot()
    def _give_back(self) -> None:
        self._lane.start(once(give_back))


def give_back() -> None:
    """Gives what was freed back to the system, where the C library is glibc."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
