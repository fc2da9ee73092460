"""Where the evidence of each class lies: timed, measured in a lane, and kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.panels.ranking.ranking import Ranking
from gui.session import Session
from gui.work import Work
from inference.dataset import Evidence, PhotoEvidence, gather_evidence, gathering_time
from inference.errors import InferenceError
from inference.gradcam import Equation, GradCam, GradCamSpec, explaining
from inference.jobs import Job, Progress, once, relayed
from inference.ranking import Analysis

KEPT = 4  # answers; that of 1,000 classes has 28 MB

Pairs = list[tuple[Path, int]]
Explain = Callable[[Path, int], PhotoEvidence]


@dataclass(frozen=True, slots=True)
class EvidenceWish:
    """How evidence is to be measured.

    Attributes:
        is_predicted: Whether the predicted class of each photo is explained, not the
            true one.
        equation: The method.
        layer: The tensor that is weighed; None for the automatic one.
    """

    is_predicted: bool = False
    equation: Equation = "gradcam"
    layer: str | None = None

    @property
    def spec(self) -> GradCamSpec:
        """What is asked of each photo, but for the class."""
        return GradCamSpec(layer=self.layer, equation=self.equation)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What was measured so far.

    Attributes:
        pairs: Each photo's file, and the class that was explained.
        evidence: What came of it.
        done: Photos that were explained.
    """

    pairs: Pairs
    evidence: Evidence
    done: int

    @property
    def is_whole(self) -> bool:
        """Whether that is of all photos."""
        return self.done == len(self.pairs)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What a lane is at work on."""

    found: Analysis
    wish: EvidenceWish

    def pairs(self) -> Pairs:
        """Pairs each photo with its class: of 100,000 too long for the window."""
        found = self.found
        return found.predicted_classes if self.wish.is_predicted else found.own_classes


def time_of(asked: _Asked, explain: Explain) -> float:
    """Returns about how long the measuring takes [s]."""
    return gathering_time(asked.pairs(), explain)


def measured(asked: _Asked, explain: Explain) -> Job[Measured, Measured]:
    """Measures all photos."""
    pairs, done = asked.pairs(), 0

    def count(progress: Progress[Evidence]) -> None:
        nonlocal done
        done = progress.done

    def told(evidence: Evidence) -> Measured:
        return Measured(pairs, evidence, done)

    job = gather_evidence(pairs, asked.found.names, explain)
    evidence = yield from relayed(job, told, count)
    return Measured(pairs, evidence, len(pairs))


class EvidenceMeasuring(QObject):
    """Measures the photos of the present ranking as somebody asks.

    Signals:
        changed: more is known, or something is being measured.
    """

    changed = Signal()

    def __init__(self, session: Session, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__()
        self._session, self._ranking = session, ranking
        self.wish = EvidenceWish()
        self._found: Analysis | None = None  # whose photos all of this is about
        self._kept: OrderedDict[EvidenceWish, Measured] = OrderedDict()
        self._times: dict[EvidenceWish, float] = {}
        self._is_wanted = False  # as soon as there are gradients
        self._is_seen = False
        self._lane = lanes.create(self.tr("Evidence"))
        self._lane.progressed.connect(self._take_partial)
        self._lane.succeeded.connect(self._take)
        self._lane.busy_changed.connect(lambda _: self.changed.emit())
        self._timing = lanes.create(self.tr("Timing evidence"), is_quiet=True)
        self._timing.succeeded.connect(self._take_time)
        gradients = session.gradients
        gradients.ready.connect(self._on_ready)
        gradients.failed.connect(self._on_no_gradients)
        gradients.stopped.connect(self._on_no_gradients)

    # ---- what is known

    @property
    def now(self) -> Measured | None:
        """What was measured of what is asked for."""
        return self._kept.get(self.wish)

    @property
    def time(self) -> float | None:
        """About how long it takes [s]; None while that is not known."""
        return self._times.get(self.wish)

    @property
    def work(self) -> Work | None:
        """What is being measured; None where nothing is."""
        return self._lane.work

    @property
    def is_working(self) -> bool:
        """Whether something is measured, or about to be."""
        return self._lane.is_working or self._is_wanted

    @property
    def engine(self) -> GradCam | None:
        """What explains photos; None before there are gradients."""
        return self._session.gradients.engine

    @property
    def failure(self) -> InferenceError | None:
        """Why the model has no gradients."""
        return self._session.gradients.failure

    @property
    def count(self) -> int:
        """Photos of the present ranking."""
        return 0 if self._found is None else len(self._found.places)

    @property
    def is_labelled(self) -> bool:
        """Whether these photos have true classes, as far as that is known."""
        return self._found is None or self._found.is_labelled

    def way_to(self, photo: Path) -> str:
        """Returns the name of one of these photos, as in the review list."""
        assert self._found is not None
        return self._found.scored.dataset.way_to(photo)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to measure."""
        is_complete = self._ranking.is_complete and not self._ranking.is_stale
        return self.count > 0 and self.failure is None and is_complete

    # ---- what is asked

    def look(self) -> None:
        """Takes up the present ranking; what was measured on other photos goes."""
        answer = self._ranking.answer
        found = None if answer is None else answer.found
        if found is not self._found:
            self._found = found
            self._kept.clear()
            self._times.clear()
            self._lane.leave()
        self._time_it()

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is timed that nobody looks at."""
        self._is_seen = is_seen
        self._time_it()

    def set_wish(self, wish: EvidenceWish) -> None:
        """Asks for something else; what was measured of it is there at once."""
        if wish != self.wish:
            self.wish, self._is_wanted = wish, False
            self._lane.leave()
            self._time_it()
            self.changed.emit()

    def start(self) -> None:
        """Measures, once there are gradients."""
        self._is_wanted = True
        if self.engine is None:
            self._session.gradients.need()
        else:
            self._on_ready()

    def stop(self) -> None:
        """Ends the measuring; what was measured stays."""
        self._is_wanted = False
        self._lane.stop()

    # ---- lanes

    def _time_it(self) -> None:
        """Times a few photos, once, while it is looked at and nothing was measured."""
        if not self._is_seen or self.now is not None or self.is_working:
            return
        if not self.is_possible or self.wish in self._times:
            return
        if self.engine is None:
            self._session.gradients.need()
            return
        asked, running = self._asked(), self._timing.about
        if isinstance(running, _Asked) and running.wish == asked.wish:
            return
        explain = explaining(self.engine, asked.found.classes.tolist(), asked.wish.spec)
        self._timing.start(once(time_of, asked, explain), about=asked)

    def _asked(self) -> _Asked:
        assert self._found is not None
        return _Asked(self._found, self.wish)

    @Slot()
    def _on_ready(self, _engine: object = None) -> None:
        if self._is_wanted and self._found is not None and self.engine is not None:
            self._timing.leave()
            asked = self._asked()
            explain = explaining(
                self.engine, asked.found.classes.tolist(), asked.wish.spec
            )
            self._lane.start(measured(asked, explain), about=asked)
        self._is_wanted = False
        self._time_it()
        self.changed.emit()

    @Slot()
    def _on_no_gradients(self, _error: object = None) -> None:
        self._is_wanted = False
        self.changed.emit()

    @Slot(object)
    def _take_time(self, duration: float) -> None:
        asked = self._timing.about
        if isinstance(asked, _Asked) and asked.found is self._found:
            self._times[asked.wish] = duration
            self.changed.emit()

    @Slot(object)
    def _take_partial(self, progress: Progress[Measured]) -> None:
        self._take(progress.partial)

    @Slot(object)
    def _take(self, found: Measured) -> None:
        asked = self._lane.about
        if not isinstance(asked, _Asked) or asked.found is not self._found:
            return
        self._kept[asked.wish] = found
        self._kept.move_to_end(asked.wish)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.changed.emit()
