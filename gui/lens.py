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

from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from gui.answers import Answers, Arrays, Asked, Known
from gui.hand import Hand
from gui.jobs import Lanes
from gui.opened import Subject, SubjectKey
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.state import Phase, State
from gui.ways import Ways
from gui.work import Work
from inference.classifier import Target
from inference.jobs import Job, Progress

Wish = TypeVar("Wish")
Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Lens(QObject, Hand, Ways, Generic[Wish, Question, Answer]):
    """What one looks at the photo through.

    A lens knows no widget: a panel connects its controls to `set_wish` and shows
    `answer` and `state`.

    Attributes:
        word, title: As in lanes, settings and exports; as people read it.
        is_quiet: Whether the status bar says nothing of its jobs.
        session, lanes: What is looked at; where its jobs run.
        wish: What the controls say.
        asked: The question that `answer` answers; None without one.
        answer: Of the subject that is looked at; the old one stays until the new one
            stands (`supersedes`). None where there is none.
        state, is_seen: How it stands to the present question; whether it is shown.

    Signals:
        changed: its answer, or the state of it. way_changed: another of its `ways`.
    """

    changed, way_changed = Signal(), Signal()
    word: ClassVar[str] = ""
    title: ClassVar[str] = ""
    is_quiet: ClassVar[bool] = False

    def __init__(
        self, session: Session, lanes: Lanes, answers: Answers, wish: Wish
    ) -> None:
        super().__init__(session)
        self.session, self.lanes, self.wish = session, lanes, wish
        self.asked: Asked | None = None
        self.answer: Answer | None = None
        self.state = State()
        self.is_seen = False
        self._answers = answers
        self._restored: dict[SubjectKey | None, Shown] = {}
        self._wanted: Asked | None = None
        self._started: Asked | None = None  # runs, or waits for the lane
        self._newest: Answer | None = None  # of what runs
        self._is_by_itself = False  # what runs is asked again by itself
        self._paused: dict[SubjectKey, Asked] = {}  # left for another photo
        self._lane = lanes.create(self.tr(self.title), is_quiet=self.is_quiet)
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
    ) -> Job[Answer | None, Answer]:
        """Returns what computes the answer, from what is known of it on."""
        raise NotImplementedError

    def is_complete(self, answer: Answer) -> bool:  # noqa: ARG002
        """Whether an answer leaves nothing to compute."""
        return True

    def supersedes(self, new: Answer, old: Answer) -> bool:  # noqa: ARG002
        """Whether an answer may take the place of another of the same photo."""
        return True

    def steps_of(self, answer: Answer) -> int:  # noqa: ARG002
        """Returns how many steps of its job an answer has taken already."""
        return 0

    def arrays_of(self, answer: Answer) -> Arrays:
        """Returns what an answer holds memory in, or shares with others."""
        raise NotImplementedError

    def shown(self, subject: Subject, answer: Answer) -> Shown:
        """Returns what an answer lays over the photo."""
        raise NotImplementedError

    @property
    def present(self) -> Shown:
        """What it lays over the photo now; nothing before it heard of that."""
        subject = self.session.subject
        answer = self.answer if self.asked and self.asked.of == subject.key else None
        if subject.prepared is None:
            return Shown()
        shown = Shown() if answer is None else self.shown(subject, answer)
        return shown if shown.overlays else self._restored.get(subject.key, shown)

    def restore(self, overlay: Overlay) -> None:
        """Shows a map of the subject that was saved, until there is an answer."""
        self._restored = {self.session.subject.key: Shown((overlay,))}
        self.changed.emit()

    def explain(self, target: Target | None) -> None:
        """Reads its answers for the number that the map beside it explains."""

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
        """Goes on with the answer of the present question where it was stopped."""
        if self._wanted is not None:
            self._start(self._wanted, self.known)

    def stop(self) -> None:
        """Ends the question under way at its next step; what is known stays."""
        self._lane.stop()

    @property
    def known(self) -> Answer | None:
        """What is known of the present question, shown or not."""
        return known.answer if (known := self._find(self._wanted)) else None

    @property
    def work(self) -> Work | None:
        """What is being computed for the subject that is looked at."""
        is_wanted = self._started is not None and self._running == self._started
        return self._lane.work if is_wanted else None

    @property
    def is_growing(self) -> bool:
        """Whether what is being computed adds to the answer that is shown."""
        return self._newest is not None and self._newest is self.answer

    def look(self) -> None:
        """Takes up the present question: what is known at once, else it is asked."""
        self._leave_other_photos()
        wanted = self._wanted = self._present_question()
        known = self._find(wanted)
        if wanted is not None and known is not None and self._may_show(known.answer):
            self.asked, self.answer = wanted, known.answer
        elif self.answer is None and not (wanted and self.is_eager(wanted.question)):
            self._recall()
        due = self._due(known) if self.is_seen else None
        if due is None:
            self._set_state(self._state_of(known))
        else:
            self._start(due, found.answer if (found := self._find(due)) else None)

    def set_seen(self, *, is_seen: bool) -> None:
        """Says whether the canvas shows it; only then it asks by itself."""
        was_seen, self.is_seen = self.is_seen, is_seen
        if is_seen and not was_seen:
            self.look()

    # ---- inside

    @property
    def _running(self) -> Asked | None:
        about = self._lane.about
        return about if isinstance(about, Asked) else None

    def _present_question(self) -> Asked | None:
        subject, index = self.session.subject, self.session.target
        if subject.key is None or index is None:
            return None
        question = self.question(subject, index)
        return None if question is None else Asked(self.word, subject.key, question)

    def _find(self, asked: Asked | None) -> Known | None:
        return None if asked is None else self._answers.find(asked)

    def _leave_other_photos(self) -> None:
        """Pauses what runs for another model or photo, and lets go of its answer."""
        key = self.session.subject.key
        if self._started is not None and self._started.of != key:
            if not (self._lane.is_stopping or self._is_by_itself):
                self._paused[self._started.of] = self._started
            self._started = self._newest = None
            self._lane.leave()
        if self.asked is not None and self.asked.of != key:
            self.asked, self.answer = None, None

    def _recall(self) -> None:
        """Shows what was asked last of this subject: to ask again takes a Run."""
        key = self.session.subject.key
        if found := key and self._answers.newest(self.word, key):
            self.asked, self.answer = found[0], found[1].answer

    def _may_show(self, answer: Answer) -> bool:
        return self.answer is None or self.supersedes(answer, self.answer)

    def _state_of(self, known: Known | None) -> State:
        if self._started is not None:
            return State(Phase.ASKING)
        if known is None:
            return State()
        return State(Phase.COMPLETE if known.is_complete else Phase.PARTIAL)

    def _due(self, known: Known | None) -> Asked | None:
        """Returns what is to start: what is eager, else what was left for a photo."""
        wanted, key = self._wanted, self.session.subject.key
        if wanted is not None and known is None and self.is_eager(wanted.question):
            return None if self._started == wanted else wanted
        return self._paused.get(key) if key and self._started is None else None

    def _start(self, asked: Asked, known: Answer | None) -> None:
        self._paused.pop(asked.of, None)
        self._started, self._newest = asked, known
        self._is_by_itself = self.is_eager(asked.question)
        job = self.job(self.session.subject, asked.question, known)
        done = 0 if known is None else self.steps_of(known)
        self._lane.start(job, self.called(asked.question), about=asked, known=done)
        self._set_state(State(Phase.ASKING))

    def _take(self, asked: Asked, answer: Answer) -> None:
        """Keeps an answer, and shows it if it is of what is looked at."""
        kept = self._find(asked)
        if kept is None or self.supersedes(answer, kept.answer):
            known = Known(answer, self.is_complete(answer), self.arrays_of(answer))
            self._answers.keep(asked, known)
        if asked.of != self.session.subject.key:
            return
        self._newest = answer
        is_late = asked != self._wanted and self.asked == self._wanted
        if not is_late and self._may_show(answer):
            self.asked, self.answer = asked, answer
        self.changed.emit()

    @Slot(object)
    def _on_progressed(self, progress: Progress[Answer]) -> None:
        if self._running is not None and progress.partial is not None:
            self._take(self._running, progress.partial)
        else:
            self.changed.emit()  # it has come further

    @Slot(object)
    def _on_succeeded(self, answer: Answer) -> None:
        if self._running is not None:
            self._paused.pop(self._running.of, None)  # it came to its end after all
            self._take(self._running, answer)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._running is not None:
            self._paused.pop(self._running.of, None)
            if self._running == self._wanted:
                self._set_state(State(Phase.FAILED, error))

    @Slot(bool)
    def _on_busy(self, is_busy: object) -> None:
        if not is_busy:
            self._started = self._newest = None
            if self.state.phase is not Phase.FAILED:
                self._set_state(self._state_of(self._find(self._wanted)))

    def _set_state(self, state: State) -> None:
        self.state = state
        self.changed.emit()
