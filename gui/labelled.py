"""The dataset of the window: listed once, and what a person said about it.

Ranking and Fine-tuning stand on the same photos and the same review list, whichever of
them is visited first.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.walk import Walk
from inference.garbage import leave_uncollected, uncollected
from inference.jobs import Job, once

if TYPE_CHECKING:  # the window starts without it
    from inference.dataset import Dataset, Remembered


MANY = 10_000  # photos that are not looked through for garbage any more


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A dataset that was listed, and what was said about it before."""

    dataset: "Dataset"
    walk: Walk
    said: "Remembered"


def listed(path: Path, *, follows_links: bool = False) -> Job[None, Listed]:
    """Lists a dataset, and reads what was said about it.

    Links out of the folder are followed only where that is asked.

    Raises:
        DatasetError: It cannot be read, or holds no photo.
    """
    from inference.dataset import list_dataset, recall

    with uncollected():
        dataset = yield from list_dataset(path, follows_links=follows_links)
        walk = Walk.of((photo.path for photo in dataset.photos), dataset.name)
        if len(dataset.photos) >= MANY:
            leave_uncollected()
    return Listed(dataset, walk, recall(path))


class Labelled(QObject):
    """The photos with labels that are open, and what was said about them.

    Attributes:
        found: The dataset as it was listed; None before one was opened.
        said: What was said about it up to now; None likewise.

    Signals:
        listed: another dataset, a `Listed`.
        said_changed: something else was said about it.
    """

    listed = Signal(object)
    said_changed = Signal()

    def __init__(self, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Listed | None = None
        self.said: Remembered | None = None
        self._listing = lanes.create(self.tr("Dataset"))
        self._listing.succeeded.connect(self._take)
        self._keeping = lanes.create(self.tr("Settings"), is_quiet=True)

    def open(self, path: Path, *, follows_links: bool = False) -> None:
        """Lists a folder or a table of photos."""
        self._listing.start(listed(path, follows_links=follows_links), about=path)

    def stop(self) -> None:
        """Ends the listing; what was open stays open."""
        self._listing.stop()

    def say(self, said: "Remembered") -> None:
        """Keeps what was said about the dataset, for the next start too."""
        from inference.dataset import remember

        assert self.found is not None
        self.said = said
        self._keeping.start(once(remember, self.found.dataset.root, said))
        self.said_changed.emit()

    @Slot(object)
    def _take(self, found: Listed) -> None:
        self.found, self.said = found, found.said
        self.listed.emit(found)
