"""What is alike to the network: laid out, and found for one photo, each in a lane."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.ranking.asked import Answer
from gui.panels.ranking.ranking import Ranking
from gui.walk import Walk
from gui.work import Work
from inference.jobs import Job, Progress, once, relayed
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
        spec: What this is an answer to: until t-SNE is there, PCA.
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


def lay(found: Analysis, spec: LayoutSpec, title: str) -> Job[Laid | None, Laid]:
    """Lays photos out; until t-SNE is there, by their principal components."""
    first: Laid | None = None

    def told(layout: Layout | None) -> Laid | None:
        nonlocal first
        if first is None and layout is not None:
            walk = _walked(found, layout, title)
            first = Laid(found, layout.spec, layout, walk)
        return first

    layout = yield from relayed(laid_out(found, spec), told)
    walk = first.walk if first is not None else _walked(found, layout, title)
    return Laid(found, spec, layout, walk)


def _walked(found: Analysis, layout: Layout, title: str) -> Walk:
    photos = found.photos
    return Walk.of((photos[n].path for n in layout.rows), title)


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
        progressed: the work has come further.
        met: other photos are like the one that is looked at.

    Attributes:
        spec: How photos are laid out.
        laid: The last layout.
        similar: What is like the photo that was asked about last.
        is_stopped: Whether it was stopped, and waits to be asked again.
    """

    changed = Signal()
    progressed = Signal()
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
        self._lane.progressed.connect(self._take_partial)
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
        return self._lane.work is not None and not self._lane.is_stopping

    @property
    def work(self) -> Work | None:
        """How far the laying out has come."""
        return self._lane.work

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
        is_under_way = self._lane.work is not None and self._lane.about == asked
        if laid is not None and laid.spec == self.spec:
            self._lane.leave()  # what is there is wanted, no longer what is coming
        elif is_wanted and not is_under_way:
            self._lane.start(lay(*asked, ranking.title()), about=asked)

    @Slot(object)
    def _take_partial(self, progress: Progress[Laid | None]) -> None:
        laid = progress.partial
        if laid is not None and laid is not self.laid and self._lane.work is not None:
            self._take(laid)
        self.progressed.emit()

    @Slot(object)
    def _take(self, laid: Laid) -> None:
        if self._lane.about == (laid.found, self.spec):  # and no other one is wanted
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
