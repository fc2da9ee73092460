"""Which photos something is wrong with, and what a person marks about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.panels.ranking.asked import Answer
from gui.panels.ranking.chips import part_words
from gui.panels.ranking.ranking import Ranking
from gui.walk import Walk
from gui.widgets.words import facts, fixed, translate
from inference.dataset import Mark, Marks, Part
from inference.export import export_review
from inference.jobs import Job, once
from inference.ranking import (
    KINDS,
    Analysis,
    Kind,
    Suspect,
    all_suspects,
)

# Kinds that stand together: wrong labels, confident mistakes, duplicates, odd ones.
GROUPS: tuple[tuple[Kind, ...], ...] = (KINDS[:1], KINDS[1:2], KINDS[2:4], KINDS[4:])


@dataclass(frozen=True, slots=True)
class Row:
    """A photo that something may be wrong with, in words.

    Attributes:
        path: Its file.
        name: In the review list.
        labelled: "labelled caesar salad 0.00".
        looks: "looks like greek salad 1.00".
        offer: The class that it may be relabelled to; "" for none.
        beside: The photo that it repeats; None for none.
        leak: The part of the split that it is to leave; None where it leaks into none.
    """

    path: Path
    name: str
    labelled: str
    looks: str
    offer: str = ""
    beside: Path | None = None
    leak: Part | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What was found among the photos of an answer.

    Attributes:
        answer: Whose photos these are.
        is_own: Whether the network's own scores judged the labels.
        groups: Rows of each of `GROUPS`.
        walks: Their files.
    """

    answer: Answer
    is_own: bool
    groups: tuple[tuple[Row, ...], ...]
    walks: tuple[Walk, ...]


def judge(answer: Answer, *, is_own: bool) -> Job[None, Judged]:
    """Looks for photos that something is wrong with."""
    found = answer.found
    is_own = is_own or not _has_features(found)
    suspects = yield from all_suspects(found, is_own=is_own)
    groups = tuple(_rows(found, suspects, kinds) for kinds in GROUPS)
    walks = tuple(Walk.of(row.path for row in rows) for rows in groups)
    return Judged(answer, is_own, groups, walks)


def _has_features(found: Analysis) -> bool:
    return found.scored.book.key.features > 0


def _rows(
    found: Analysis, suspects: list[Suspect], kinds: tuple[Kind, ...]
) -> tuple[Row, ...]:
    """Puts suspects into words; each photo once."""
    rows: dict[int, Row] = {}
    for each in suspects:
        if each.kind in kinds and each.photo not in rows:
            rows[each.photo] = _row(found, each)
    return tuple(rows.values())


def _row(found: Analysis, suspect: Suspect) -> Row:
    dataset = found.scored.dataset
    photo = dataset.photos[suspect.photo]
    name = dataset.way_to(photo.path)
    label = photo.label
    if suspect.place >= 0 and found.true[suspect.place] >= 0:
        label = said(found.names[found.true[suspect.place]])
    labelled = translate("Ranking", "labelled {name}").format(name=label or "–")
    if suspect.kind in GROUPS[0] + GROUPS[1]:
        other = said(suspect.looks_like)
        looks = translate("Ranking", "looks like {name} {share}")
        looks = looks.format(name=other, share=fixed(suspect.likeness, 2))
        share = fixed(suspect.self_confidence, 2)
        return Row(photo.path, name, f"{labelled} {share}", looks, suspect.looks_like)
    if suspect.kind in GROUPS[2]:
        return _pair(found, suspect, name)
    return Row(photo.path, name, labelled, _oddity(found, suspect))


def _pair(found: Analysis, suspect: Suspect, name: str) -> Row:
    """Says what repeats what, and why that matters."""
    photos = found.scored.dataset.photos
    photo, other = photos[suspect.photo], photos[suspect.repeats]
    words = translate("Ranking", "nearly the same as {name}")
    if suspect.kind == "duplicate":
        words = translate("Ranking", "the same file as {name}")
    repeats = words.format(name=suspect.looks_like)
    words = translate("Ranking", "both labelled {name}")
    if photo.label != other.label:
        words = translate("Ranking", "labelled {name}, there {other}")
    labels = words.format(name=photo.label or "–", other=other.label or "–")
    if suspect.parts is None:
        return Row(photo.path, name, repeats, labels, beside=other.path)
    leak, its = suspect.parts
    words = translate("Ranking", "in {one} and {other} at once: {other} looks too good")
    shown = part_words()
    why = words.format(one=shown[its].lower(), other=shown[leak].lower())
    first = facts(repeats, labels)
    return Row(photo.path, name, first, why, beside=other.path, leak=leak)


def _oddity(found: Analysis, suspect: Suspect) -> str:
    if suspect.photo in found.scored.reasons:
        return said(found.scored.reasons[suspect.photo])
    return said(suspect.looks_like)


class Judging(QObject):
    """Looks for suspects when they are wanted; keeps marks, and takes them back.

    Signals:
        judged: what was found, a `Judged`.
        changed: other marks, or another answer to the question.
        exported: the review list was written, a `Path`.

    Attributes:
        is_stopped: Whether it was stopped, and waits to be looked at again.
    """

    judged = Signal(object)
    changed = Signal()
    exported = Signal(object)

    def __init__(self, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__(ranking)
        self._ranking = ranking
        self._is_seen = False
        self.is_stopped = False
        self._found: Judged | None = None
        self._dataset = ranking.dataset  # whose marks may be taken back
        self._before: list[Marks] = []
        self._after: list[Marks] = []
        self._lane = lanes.create(self.tr("Suspects"))
        self._lane.succeeded.connect(self._take)
        self._lane.stopped.connect(self._on_stopped)
        self._writing = lanes.create(self.tr("Review list"))
        self._writing.succeeded.connect(self.exported)
        ranking.answered.connect(self._ask)

    @property
    def found(self) -> Judged | None:
        """What was found among the photos that are ranked now."""
        answer, found = self._ranking.answer, self._found
        if answer is None or found is None or found.answer.found is not answer.found:
            return None
        return found

    @property
    def is_working(self) -> bool:
        """Whether photos are being judged."""
        return self._lane.is_working

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._is_seen = is_seen
        self.is_stopped = False
        self._ask()

    # ---- the question

    @property
    def is_trained(self) -> bool | None:
        """Whether the network was trained on these photos; None: nobody said."""
        return self._ranking.said.trained.get(self._ranking.model_hash)

    def say_trained(self, is_trained: bool | None) -> None:
        """Takes an answer to that, or takes it back."""
        said_before = self._ranking.said
        key = self._ranking.model_hash
        if is_trained is None:
            self._ranking.say(said_before.without_trained(key))
        else:
            self._ranking.say(said_before.with_trained(key, is_trained=is_trained))
        self.is_stopped = False
        self.changed.emit()
        self._ask()

    # ---- marks

    @property
    def marks(self) -> Marks:
        """The review list."""
        return self._ranking.said.marks

    def mark(self, name: str, mark: Mark | None) -> None:
        """Marks a photo, or takes its mark away."""
        self.mark_all((name,), mark)

    def mark_all(self, names: Iterable[str], mark: Mark | None) -> None:
        """Marks photos alike, or takes their marks away; it is undone at once, too."""
        if self._dataset is not self._ranking.dataset:
            self._dataset = self._ranking.dataset
            self._before.clear()
        marks = {**self.marks}
        for name in names:
            marks.pop(name, None)
            if mark is not None:
                marks[name] = mark
        if marks != dict(self.marks):
            self._before.append(self.marks)
            self._after.clear()
            self._keep(marks)

    @property
    def can_undo(self) -> bool:
        """Whether there is a mark to take back."""
        return bool(self._before) and self._dataset is self._ranking.dataset

    def undo(self) -> bool:
        """Takes the last mark back; whether there was one."""
        if not self.can_undo:
            return False
        self._after.append(self.marks)
        self._keep(self._before.pop())
        return True

    def redo(self) -> bool:
        """Makes the mark again that was taken back; whether there was one."""
        if not self._after or self._dataset is not self._ranking.dataset:
            return False
        self._before.append(self.marks)
        self._keep(self._after.pop())
        return True

    def export(self, path: Path) -> None:
        """Writes the review list as a table."""
        self._writing.start(once(export_review, self.marks, path))

    def _keep(self, marks: Mapping[str, Mark]) -> None:
        self._ranking.say(self._ranking.said.with_marks(marks))
        self.changed.emit()

    # ---- judging

    @Slot()
    def _ask(self, _answer: object = None) -> None:
        ranking, answer = self._ranking, self._ranking.answer
        if answer is None or not self._is_seen or not ranking.is_complete:
            return
        is_own = self.is_trained is False
        has_features = _has_features(answer.found)
        found = self.found
        if found is None or found.is_own != (is_own or not has_features):
            about = (answer.found, is_own)
            is_under_way = self._lane.is_working and self._lane.about == about
            if not is_under_way and not self.is_stopped:
                self._lane.start(judge(answer, is_own=is_own), about=about)
            self.changed.emit()

    @Slot(object)
    def _take(self, found: Judged) -> None:
        self._found = found
        self.judged.emit(found)

    @Slot()
    def _on_stopped(self) -> None:
        self.is_stopped = True
        self.judged.emit(self._found)
