"""What one looks at the photo through: asks, remembers, says what to lay over it.

A *wish* is what the controls say; a *question* is a wish applied to what is looked at:
frozen, hashable, all that decides the answer. The policy of all lenses stands here:

1. An answer carries its question and never writes into the controls that ask.
2. The newest question wins and never starves: what is under way is finished or left at
   its next step, delivered, and shown while the newest waits.
3. Nothing unseen is started, and nothing computed is thrown away: answers are kept by
   model, photo and question. A stopped one can be continued; one that was left for
   another photo goes on when the photo comes back.
4. The canvas shows the lens that is followed, whichever tab is in front.
5. Everything long is a job with progress and Stop.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from gui.answers import Answers, Asked, Known
from gui.jobs import Lanes, Work
from gui.opened import Subject
from gui.session import Session
from gui.shown import Shown
from inference.geometry import Pixel
from inference.jobs import Job, Progress
from inference.pictures.style import Style

Wish = TypeVar("Wish")
Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Phase(Enum):
    """How far a lens has come with its question."""

    WAITING = auto()  # for something to look at, for gradients, or for Run
    ASKING = auto()
    PARTIAL = auto()  # stopped on the way; `resume` goes on
    COMPLETE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class State:
    """How a lens stands to its question.

    Attributes:
        phase: How far it has come.
        error: Why it failed, or None.
    """

    phase: Phase = Phase.WAITING
    error: Exception | None = None


class Lens(QObject, Generic[Wish, Question, Answer]):
    """What one looks at the photo through.

    A lens knows no widget: a panel connects its controls to `set_wish` and shows
    `answer` and `state`.

    Attributes:
        word: As in lanes, settings and exports.
        title: As people read it.
        session: What is looked at.
        lanes: Where its jobs run.
        wish: What the controls say.
        asked: The question that `answer` answers; None without one.
        answer: Of the subject that is looked at; the old one stays until the new one
            stands. None where there is none.
        state: How it stands to the present question.
        is_seen: Whether the canvas shows it.

    Signals:
        changed: its answer, or the state of it.
    """

    changed = Signal()

    word: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def __init__(
        self, session: Session, lanes: Lanes, answers: Answers, wish: Wish
    ) -> None:
        super().__init__()
        self.session, self.lanes, self.wish = session, lanes, wish
        self.asked: Asked | None = None
        self.answer: Answer | None = None
        self.state = State()
        self.is_seen = False
        self._answers = answers
        self._wanted: Asked | None = None
        self._started: Asked | None = None  # runs, or waits for the lane
        self._paused: set[Asked] = set()  # left for another photo
        self._lane = lanes.create(self.title)
        self._lane.progressed.connect(self._on_progressed)
        self._lane.succeeded.connect(self._on_succeeded)
        self._lane.failed.connect(self._on_failed)
        self._lane.busy_changed.connect(self._on_busy)

    # ---- what a lens says

    def question(self, subject: Subject, index: int) -> Question | None:
        """Returns what the wish asks of a class; None while it cannot be asked."""
        raise NotImplementedError

    def is_eager(self, question: Question) -> bool:  # noqa: ARG002
        """Whether a question is asked by itself; else it waits for `run`."""
        return True

    def job(
        self, subject: Subject, question: Question, known: Answer | None
    ) -> Job[Answer, Answer]:
        """Returns what computes the answer, from what is known of it on."""
        raise NotImplementedError

    def is_complete(self, answer: Answer) -> bool:  # noqa: ARG002
        """Whether an answer leaves nothing to compute."""
        return True

    def size_of(self, answer: Answer) -> int:
        """Returns about how many bytes an answer holds."""
        raise NotImplementedError

    def shown(self, subject: Subject, answer: Answer) -> Shown:
        """Returns what an answer lays over the photo."""
        raise NotImplementedError

    def save(
        self, subject: Subject, answer: Answer, folder: Path, style: Style
    ) -> Job[None, list[Path]]:
        """Returns what writes an answer to disk."""
        raise NotImplementedError

    @property
    def present(self) -> Shown:
        """What it lays over the photo now."""
        subject = self.session.subject
        if self.answer is None or subject.prepared is None:
            return Shown()
        return self.shown(subject, self.answer)

    # ---- the pointer and the keys

    def on_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:
        """A place of the photo was clicked; adding means Shift."""

    def on_dragged(self, pixel: Pixel) -> None:
        """The pressed pointer moved."""

    def on_released(self) -> None:
        """The pointer was let go."""

    def on_nudged(self, rows: int, cols: int) -> None:
        """An arrow key was pressed on the photo."""

    def on_escape(self) -> bool:
        """Esc was pressed; returns whether it meant something."""
        return False

    def undo(self) -> None:
        """Takes the last step back."""

    # ---- asking

    def set_wish(self, wish: Wish) -> None:
        """Takes over what the controls say."""
        if wish != self.wish:
            self.wish = wish
            self.look()

    def run(self) -> None:
        """Asks the present question from its beginning."""
        if self._wanted is not None:
            self._start(self._wanted, None)

    def resume(self) -> None:
        """Goes on with an answer that was stopped."""
        if self.asked is not None and self.answer is not None:
            self._start(self.asked, self.answer)

    def stop(self) -> None:
        """Ends the question under way at its next step; what is known stays."""
        if self._started is not None:
            self._paused.discard(self._started)
        self._lane.stop()

    @property
    def work(self) -> Work | None:
        """What is being computed for the subject that is looked at."""
        return self._lane.work if self._is_asking(self._wanted) else None

    def look(self) -> None:
        """Takes up the present question: what is known at once, else it is asked."""
        wanted = self._wanted = self._present_question()
        self._leave_for(wanted)
        if wanted is None or (self.asked is not None and self.asked.of != wanted.of):
            self.asked, self.answer = None, None
        if wanted is None:
            self._set_state(State())
            return
        known = self._answers.find(wanted)
        if known is not None:
            self.asked, self.answer = wanted, known.answer
        self._set_state(self._state_of(wanted, known))
        if self.is_seen and self._started != wanted:
            self._ask_if_due(wanted, known)

    def set_seen(self, *, is_seen: bool) -> None:
        """Says whether the canvas shows it; only then it asks by itself."""
        if is_seen != self.is_seen:
            self.is_seen = is_seen
            if is_seen:
                self.look()

    # ---- inside

    @property
    def _running(self) -> Asked | None:
        about = self._lane.about
        return about if isinstance(about, Asked) else None

    def _present_question(self) -> Asked | None:
        subject, index = self.session.subject, self.session.target
        key = subject.key
        if key is None or index is None:
            return None
        question = self.question(subject, index)
        return None if question is None else Asked(self.word, key, question, subject)

    def _leave_for(self, wanted: Asked | None) -> None:
        """Pauses what runs for another model or photo."""
        if self._started is not None and not self._is_asking(wanted):
            self._paused.add(self._started)
            self._started = None
            self._lane.leave()

    def _is_asking(self, wanted: Asked | None) -> bool:
        """Whether something is asked of what is looked at."""
        started = self._started
        return started is not None and wanted is not None and started.of == wanted.of

    def _state_of(self, wanted: Asked, known: Known | None) -> State:
        if self._is_asking(wanted):
            return State(Phase.ASKING)
        if known is None:
            return State()
        return State(Phase.COMPLETE if known.is_complete else Phase.PARTIAL)

    def _ask_if_due(self, wanted: Asked, known: Known | None) -> None:
        is_paused = wanted in self._paused
        if known is not None and not known.is_complete and is_paused:
            self._start(wanted, known.answer)
        elif known is None and (is_paused or self.is_eager(wanted.question)):
            self._start(wanted, None)

    def _start(self, asked: Asked, known: Answer | None) -> None:
        self._paused.discard(asked)
        self._started = asked
        job = self.job(asked.subject, asked.question, known)
        self._lane.start(job, about=asked)
        self._set_state(State(Phase.ASKING))

    def _take(self, asked: Asked, answer: Answer) -> None:
        """Keeps an answer, and shows it if it is of what is looked at."""
        is_complete = self.is_complete(answer)
        self._answers.keep(asked, Known(answer, is_complete, self.size_of(answer)))
        if self._wanted is not None and self._wanted.of == asked.of:
            self.asked, self.answer = asked, answer
            self.changed.emit()

    @Slot(object)
    def _on_progressed(self, progress: Progress[Answer]) -> None:
        if self._running is not None and progress.partial is not None:
            self._take(self._running, progress.partial)

    @Slot(object)
    def _on_succeeded(self, answer: Answer) -> None:
        if self._running is not None:
            self._paused.discard(self._running)
            self._take(self._running, answer)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        asked = self._running
        if asked is not None and self._wanted is not None and asked == self._wanted:
            self._set_state(State(Phase.FAILED, error))

    @Slot(bool)
    def _on_busy(self, is_busy: object) -> None:
        if is_busy:
            return
        self._started = None
        if self.state.phase is Phase.FAILED or self._wanted is None:
            return
        self._set_state(self._state_of(self._wanted, self._answers.find(self._wanted)))

    def _set_state(self, state: State) -> None:
        self.state = state
        self.changed.emit()
