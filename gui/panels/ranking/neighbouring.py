"""What is alike to the network: laid out, and found for one photo, each in a lane."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.ranking.asked import Answer
from gui.panels.ranking.ranking import Ranking
from gui.walk import Walk
from inference.jobs import Job, once
from inference.ranking import (
    Alike,
    Analysis,
    Layout,
    LayoutSpec,
    has_tsne,
    laid_out,
    most_similar,
)


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Photos of an answer in two dimensions.

    Attributes:
        found: The photos.
        spec: What was asked for.
        layout: Where they are.
        walk: Those that are drawn.
    """

    found: Analysis
    spec: LayoutSpec
    layout: Layout
    walk: Walk


@dataclass(frozen=True, slots=True, eq=False)
class Similar:
    """The photos that are most like one.

    Attributes:
        found: Among these photos.
        photo: The one.
        alike: The others, nearest first.
        walk: Their files.
    """

    found: Analysis
    photo: Path
    alike: tuple[Alike, ...]
    walk: Walk


def lay(found: Analysis, spec: LayoutSpec, title: str) -> Job[None, Laid]:
    """Lays photos out."""
    layout = yield from laid_out(found, spec)
    photos = found.photos
    walk = Walk.of((photos[n].path for n in layout.rows), title)
    return Laid(found, spec, layout, walk)


def similar_to(found: Analysis, photo: Path) -> Similar | None:
    """Finds the photos that are most like one; None where it has no features."""
    photos = found.photos
    row = next((n for n, each in enumerate(photos) if each.path == photo), None)
    if row is None or not found.scored.book.key.features:
        return None
    alike = tuple(most_similar(found, row))
    walk = Walk.of((photos[each.row].path for each in alike), photo.name)
    return Similar(found, photo, alike, walk)


class Neighbouring(QObject):
    """Works out what is alike, once somebody looks.

    Signals:
        changed: another layout, or work began or ended.
        met: other photos are like the one that is looked at.

    Attributes:
        spec: How photos are laid out.
        laid: The last layout.
        similar: What is like the photo that was asked about last.
        is_stopped: Whether it was stopped, and waits to be asked again.
    """

    changed = Signal()
    met = Signal()

    def __init__(self, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__(ranking)
        self._ranking = ranking
        self.spec = LayoutSpec("tsne" if has_tsne() else "pca")
        self.laid: Laid | None = None
        self.similar: Similar | None = None
        self.is_stopped = False
        self._is_seen = False
        self._lane = lanes.create(self.tr("Neighbours"))
        self._lane.succeeded.connect(self._take)
        self._lane.stopped.connect(self._on_stopped)
        self._lane.failed.connect(self._on_failed)
        self._lane.busy_changed.connect(lambda _: self.changed.emit())
        self._seeking = lanes.create(self.tr("Similar photos"), is_quiet=True)
        self._seeking.succeeded.connect(self._take_similar)
        ranking.answered.connect(self._on_answer)

    @property
    def is_working(self) -> bool:
        """Whether photos are being laid out."""
        return self._lane.is_working and not self._lane.is_stopping

    @property
    def current(self) -> Laid | None:
        """The layout of the photos that are ranked now."""
        answer, laid = self._ranking.answer, self.laid
        if answer is None or laid is None or laid.found is not answer.found:
            return None
        return laid

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._is_seen = is_seen
        self._ask()

    def set_spec(self, **changes: Any) -> None:
        """Lays out in another way."""
        self.spec = replace(self.spec, **changes)
        self.start()

    def start(self) -> None:
        """Lays out, also after it was stopped."""
        self.is_stopped = False
        self._ask()

    def stop(self) -> None:
        """Ends the laying out."""
        self._lane.stop()

    def seek(self, photo: Path | None) -> None:
        """Looks for what is like a photo; while one walks through that, it stays."""
        answer = self._ranking.answer
        if answer is None or photo is None or not self._is_seen:
            return
        known = self.similar
        is_known = known is not None and known.found is answer.found
        if not (is_known and known is not None and known.photo == photo):
            self._seeking.start(once(similar_to, answer.found, photo), about=photo)

    @Slot(object)
    def _on_answer(self, _answer: Answer) -> None:
        if self.current is None:
            self.is_stopped = False
        self._ask()

    def _ask(self) -> None:
        ranking, answer, laid = self._ranking, self._ranking.answer, self.current
        if answer is None or not ranking.is_complete:
            return
        is_wanted = self._is_seen and not self.is_stopped
        asked = (answer.found, self.spec)
        is_under_way = self._lane.is_working and self._lane.about == asked
        if is_wanted and not is_under_way and (laid is None or laid.spec != self.spec):
            self._lane.start(lay(*asked, ranking.title()), about=asked)

    @Slot(object)
    def _take(self, laid: Laid) -> None:
        self.laid = laid
        self.changed.emit()

    @Slot(object)
    def _take_similar(self, similar: Similar | None) -> None:
        self.similar = similar
        self.met.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self.is_stopped = True

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self.is_stopped = True
