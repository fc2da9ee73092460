"""What is read while nobody waits for it: the code of the tabs, icons, versions.

A tab that nobody visited yet is not imported when the window opens. Its first visit
would read some fifty files in the GUI thread, so a lane imports them once the first
scores stand.
"""

from PySide6.QtCore import QObject, Slot

from gui.errors import machine
from gui.frame.tabs import page_class
from gui.jobs import Lanes
from gui.opened import Subject
from gui.panels import TABS
from gui.session import Session
from gui.theme import read_icons
from inference.jobs import Job, Progress


class Ahead(QObject):
    """Imports what the first visits of tabs and the first failure need."""

    def __init__(self, session: Session, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lanes.create(self.tr("Making the tabs ready"), is_quiet=True)
        self._is_begun = False
        session.subject_changed.connect(self._begin)

    @Slot(object)
    def _begin(self, subject: Subject) -> None:
        if subject.prediction is not None and not self._is_begun:
            self._is_begun = True
            self._lane.start(made_ready())


def made_ready() -> Job[None, None]:
    """Imports the panels of all tabs, one a step, and the rest that is read."""
    steps = len(TABS) + 1
    for done, tab in enumerate(TABS, start=1):
        tab.panel()
        yield Progress(done, steps, None)
    page_class()
    read_icons()
    machine()
    yield Progress(steps, steps, None)
