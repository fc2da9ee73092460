"""The dataset that is ranked: listed, matched, scored and put in order, each in a lane.

Scoring belongs to the model that it began with. Another model leaves the old numbers in
sight, and *Score again* takes them anew.
"""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.jobs import Lanes
from gui.labelled import Listed
from gui.opened import Subject
from gui.panels.ranking.asked import (
    Answer,
    Matched,
    Model,
    Question,
    Wish,
    answered,
    match,
)
from gui.panels.ranking.channels import Channels
from gui.session import Session
from gui.walk import Walk
from inference.dataset import Dataset, Remembered
from inference.jobs import Progress, once
from inference.ranking import Scored, score_dataset

GROWTH = 1.25  # of the photos that have scores, before they are ranked again


class Ranking(QObject):
    """What is known of a dataset, and what is asked of it.

    Signals:
        changed: another dataset, or more is known of it.
        answered: a ranking, an `Answer`.

    Attributes:
        dataset: The photos; None before one was opened.
        matched: What their labels mean; None until that is known.
        scored: The photos that have scores; None before there are any.
        answer: The last ranking.
        wish: What the controls say.
        channels: Of the network, by which photos can be ranked.
    """

    changed = Signal()
    answered = Signal(object)

    def __init__(self, session: Session, lanes: Lanes, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.dataset: Dataset | None = None
        self.matched: Matched | None = None
        self.scored: Scored | None = None
        self.answer: Answer | None = None
        self.wish = Wish()
        self._photos = Walk()  # all of them
        self._classifier = Subject().classifier  # that scores, while it is open
        self._model: Model | None = None  # the same, and after that
        self._ranked_count = 0
        self._begun = (0.0, 0)  # when this run scored its first photo, and the count
        self._labelled = session.labelled
        self._labelled.listed.connect(self._take_listed)
        self._matching = lanes.create(self.tr("Class names"), is_quiet=True)
        self._matching.succeeded.connect(self._take_matched)
        self._scoring = lanes.create(self.tr("Scoring"))
        self._scoring.progressed.connect(self._take_partial)
        self._scoring.succeeded.connect(self._take_scored)
        self._scoring.busy_changed.connect(lambda _: self.changed.emit())
        self._ranking = lanes.create(self.tr("Ranking"), is_quiet=True)
        self._ranking.succeeded.connect(self._take_answer)
        self.channels = Channels(lanes, self)
        self.channels.layers_changed.connect(self._ask)
        self.channels.grown.connect(self._ask)
        session.subject_changed.connect(self._on_subject)

    # ---- what is open

    def look(self) -> None:
        """Takes up the dataset that is open already."""
        if self._labelled.found is not None:
            self._take_listed(self._labelled.found)

    @property
    def said(self) -> Remembered:
        """What was said about the photos."""
        return self._labelled.said or Remembered()

    def follow_links(self) -> None:
        """Lists the dataset anew, with what lies outside of its folder."""
        if self.dataset is not None:
            self._labelled.open(self.dataset.root, follows_links=True)

    def holds(self, photo: Path | None) -> bool:
        """Whether a photo is one of the dataset."""
        return self._photos.place(photo) is not None

    @property
    def is_scoring(self) -> bool:
        """Whether photos are being scored."""
        return self._scoring.is_working and not self._scoring.is_stopping

    @property
    def is_stale(self) -> bool:
        """Whether the scores are of another model than the one that is open."""
        return (
            self.scored is not None
            and self._classifier is not self._session.subject.classifier
        )

    @property
    def scored_by(self) -> str:
        """The name of the model that the scores are of."""
        return "" if self._model is None else self._model.name

    @property
    def model_hash(self) -> str:
        """The sha256 of that model."""
        return "" if self._model is None else self._model.sha256

    @property
    def known(self) -> int:
        """Photos that have scores, or could not be read."""
        return 0 if self.scored is None else self.scored.known

    @property
    def is_complete(self) -> bool:
        """Whether all photos of the dataset were looked at."""
        return self.dataset is not None and self.known == len(self.dataset.photos)

    @property
    def rate(self) -> float:
        """Photos per second of this run; 0 while that is not known."""
        started, first = self._begun
        elapsed = time.monotonic() - started
        return (self.known - first) / elapsed if started and elapsed > 0 else 0.0

    # ---- what a person asks

    def start(self) -> None:
        """Scores what has no scores yet, with the model that is open."""
        classifier = self._session.subject.classifier
        if self.dataset is None or classifier is None:
            return
        if classifier is not self._classifier:
            self._classifier, self._model = classifier, Model.of(classifier)
            self.scored = self.answer = self.matched = None
            self._ranked_count = 0
            self.channels.forget()
            if self.wish.layer:
                self.wish = replace(self.wish, layer="", channel=0)
        self._match()
        if not self.is_complete:
            self._begun = (0.0, 0)
            job = score_dataset(classifier, self.dataset)
            self._scoring.start(job, about=classifier, known=self.known)
        self.changed.emit()

    def stop(self) -> None:
        """Ends listing and scoring; what was scored is kept."""
        self._labelled.stop()
        self._scoring.stop()
        self.channels.stop()

    def set_wish(self, wish: Wish) -> None:
        """Ranks in another way."""
        if wish != self.wish:
            self.wish = wish
            self._tell_truth()
            self._ask()

    def say(self, said: Remembered) -> None:
        """Keeps what was said about the dataset, for the next start too."""
        self._labelled.say(said)
        if self.wish.filters.is_marked is not None:
            self._ask()

    def say_matching(self, stated: Mapping[str, int | None]) -> None:
        """Takes up what folders mean."""
        if self._model is not None:
            self.say(self.said.with_matching(self._model.labels, stated))
            self._match(is_anew=True)

    def title(self) -> str:
        """What the walk through the ranking is called."""
        return "" if self.dataset is None else self.dataset.name

    # ---- lanes

    def _match(self, *, is_anew: bool = False) -> None:
        if self.dataset is None or self._model is None:
            return
        if self.matched is None or is_anew:
            asked = (self._model, self.dataset, self.said)
            self._matching.start(once(match, *asked))

    def _ask(self) -> None:
        if self.matched is None or self.scored is None or self.is_stale:
            return
        if not len(self.scored.came):
            return
        self._ranked_count = len(self.scored.came)
        if self.wish.by == "channel" and not self._has_channel(self.scored):
            return
        marked = self.wish.filters.is_marked is not None
        question = Question(
            self.matched,
            self.scored,
            self.wish,
            self.title(),
            frozenset(self.said.marks) if marked else frozenset(),
            self.channels.known(self.wish) if self.wish.by == "channel" else None,
        )
        self._ranking.start(once(answered, question, self.answer))

    def _has_channel(self, scored: Scored) -> bool:
        """Asks for what is not known of the channel; whether anything is."""
        classifier = self._session.subject.classifier
        assert classifier is not None
        if not self.wish.layer and self.channels.usual:
            self.wish = replace(self.wish, layer=self.channels.usual)
            self.changed.emit()
        return self.channels.ask(classifier, scored, self.wish) is not None

    @Slot(object)
    def _take_listed(self, found: Listed) -> None:
        self._scoring.leave()
        self.channels.forget()
        self.dataset, self._photos = found.dataset, found.walk
        self.scored = self.answer = self.matched = self._classifier = None
        self._ranked_count = 0
        self.wish = Wish()
        self.start()
        self.changed.emit()

    @Slot(object)
    def _take_matched(self, found: Matched) -> None:
        if found.model is self._model:
            self.matched = found
            self._tell_truth()
            self._ask()
            self.changed.emit()

    @Slot(object)
    def _take_partial(self, progress: Progress[Scored]) -> None:
        if not self._is_mine(progress.partial):
            return
        self.scored = progress.partial
        if not self._begun[0]:
            self._begun = (time.monotonic(), self.known)
        if len(self.scored.came) >= GROWTH * self._ranked_count:
            self._ask()
        self.changed.emit()

    @Slot(object)
    def _take_scored(self, scored: Scored) -> None:
        if self._is_mine(scored):
            self.scored = scored
            self._ask()
            self.changed.emit()

    def _is_mine(self, scored: Scored) -> bool:
        """Whether scores are of the dataset that is open, and of its model."""
        is_dataset = scored.dataset is self.dataset
        return is_dataset and self._scoring.about is self._classifier

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.question.matched is self.matched:
            self.answer = answer
            self.answered.emit(answer)

    @Slot()
    def _on_subject(self) -> None:
        """Leaves the scoring of a model that is not open any more."""
        if self.dataset is None:
            return
        classifier = self._session.subject.classifier
        if classifier is not self._classifier:
            self._scoring.leave()
            self._classifier = None  # the model may go
            self._tell_truth()
            if self.scored is None:
                self.start()
        self.changed.emit()

    def _tell_truth(self) -> None:
        """Lets the scores mark the true class, where that is known for this model."""
        is_open = self._classifier is self._session.subject.classifier
        found, truth = self.matched, self._session.truth
        if found is None or not is_open:
            truth.set_classes({})
        else:
            truth.set_classes(found.truth, () if self.wish.over_all else found.among)
