"""The page Suspects: photos that something is wrong with, and the review list."""

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane
from gui.panels.ranking.chips import part_words
from gui.panels.ranking.judging import GROUPS, Judged, Judging, Row
from gui.panels.ranking.suspect_rows import SuspectList, none_words
from gui.walk import Walk
from gui.widgets.class_picker import ClassPicker
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    button,
    card,
    column,
    named,
    row,
    text,
)
from gui.widgets.form import stack as stacked
from gui.widgets.words import counted, facts, grouped, shortened
from inference.dataset import Mark
from inference.image import thumbnail

KINDS = 184  # of the design, the width of the left column
_NAME = 24  # letters of a class on a button


class SuspectsPage(Group):
    """Lists suspects by kind; the chosen one is relabelled, kept or removed.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
        export_clicked: the review list is to be written.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()
    export_clicked = Signal()

    def __init__(self, judging: Judging, lane: Lane) -> None:
        super().__init__()
        self._judging = judging
        self._found: Judged | None = None
        self._walk = Walk()
        self._labels: tuple[str, ...] = ()
        self._list = SuspectList(thumbnail, lane)
        left = column(self._kinds_part(), 8, self._review_part(), ..., gap=6)
        left.setFixedWidth(px(KINDS))
        right = column(
            self._question_part(),
            self._actions_part(),
            (self._nothing_part(), 1),
            (self._list, 1),
            gap=8,
        )
        whole = row(left, (right, 1), gap=20)
        stacked(self, (whole, 1))
        self._connect()
        self.show_found(None, "")

    # ---- parts

    def _kinds_part(self) -> Group:
        self._kinds = QListWidget()
        tip = self.tr("What may be wrong with the photos that are listed.")
        named(self._kinds, self.tr("Kinds of suspects"), tip)
        self._kinds.addItems([""] * len(GROUPS))
        self._kinds.setCurrentRow(0)
        self._kinds.setFixedHeight(len(GROUPS) * px(30))
        self._kinds.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # counts stay
        for n in range(len(GROUPS)):
            self._kinds.item(n).setSizeHint(QSize(1, px(28)))  # as wide as the list
        return column(self._kinds)

    def _review_part(self) -> Group:
        self._review = text("", "muted", wraps=True)
        self._export = button(self.tr("Export CSV…"))
        tip = self.tr("Writes path, mark and label of each marked photo as a table.")
        named(self._export, self.tr("Export the review list"), tip)
        hint = self.tr("Marks are yours alone: nothing in the folder changes.")
        return column(
            text(self.tr("Review list"), "heading"),
            self._review,
            row(self._export, ...),
            text(hint, "muted", wraps=True),
            gap=6,
        )

    def _question_part(self) -> Group:
        hint = self.tr(
            "Then its own scores hide wrong labels. Until you say no, each photo is "
            "judged by a small new head that learnt from the other four fifths."
        )
        question = self.tr("Was this network trained on these photos?")
        self._was = button(self.tr("It was"))
        tip = self.tr("Labels are judged out of sample, in five folds.")
        named(self._was, self.tr("It was"), tip)
        self._was_not = button(self.tr("It was not"))
        tip = self.tr("Labels are judged by the network's own scores.")
        named(self._was_not, self.tr("It was not"), tip)
        asked = text(question, "strong", wraps=True)
        words = column(asked, text(hint, "muted", wraps=True), gap=3)
        self._question = card(row((words, 1), self._was, self._was_not))
        return self._question

    def _actions_part(self) -> Group:
        self._judge = Badge()
        self._ask_again = button(self.tr("Change"), "link")
        tip = self.tr("Asks again whether the network was trained on these photos.")
        named(self._ask_again, self.tr("Ask again"), tip)
        self._relabel = button("")
        tip = self.tr("The class that the photo is relabelled to.")
        self._picker = ClassPicker(self.tr("Relabel to"), tip)
        self._picker.setMinimumWidth(150)
        self._picker.set_placeholder(self.tr("another class"))
        self._keep = button(self.tr("Keep"))
        tip = self.tr("Says that nothing is wrong with this photo (K).")
        named(self._keep, self.tr("Keep"), tip)
        self._remove = button(self.tr("Remove"))
        tip = self.tr("Takes the photo out of the dataset, in your review list (Del).")
        named(self._remove, self.tr("Remove"), tip)
        self._undo = button(self.tr("Undo"), "link")
        tip = self.tr("Takes the last mark back (Ctrl+Z).")
        named(self._undo, self.tr("Undo the mark"), tip)
        keys = Elided(self.tr("R relabel · K keep · Del remove"), "muted")
        judge = row(self._judge, self._ask_again, ..., keys)
        marks = row(
            self._relabel, (self._picker, 1), self._keep, self._remove, self._undo
        )
        return column(judge, marks, gap=6)

    def _nothing_part(self) -> Group:
        self._nothing = text("", "muted", wraps=True)
        self._empty = column(self._nothing, ...)
        return self._empty

    def _connect(self) -> None:
        judging = self._judging
        judging.changed.connect(self._refresh)
        self._kinds.currentRowChanged.connect(self._show_group)
        self._list.row_picked.connect(self._on_row)
        self._list.key_pressed.connect(self._on_key)
        self._list.photo_opened.connect(self.photo_opened)
        self._was.clicked.connect(partial(judging.say_trained, True))
        self._was_not.clicked.connect(partial(judging.say_trained, False))
        self._ask_again.clicked.connect(partial(judging.say_trained, None))
        self._relabel.clicked.connect(partial(self._on_key, "relabel"))
        self._keep.clicked.connect(partial(self._on_key, "keep"))
        self._remove.clicked.connect(partial(self._on_key, "remove"))
        self._undo.clicked.connect(judging.undo)
        self._picker.class_picked.connect(self._on_class)
        self._export.clicked.connect(self.export_clicked)

    # ---- what is shown

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Offers the classes that a photo may be relabelled to."""
        if labels != self._labels:
            self._labels = labels
            self._picker.set_labels(labels)

    def show_found(self, found: Judged | None, waiting: str) -> None:
        """Lists what was found; until there is something, says what is waited for."""
        self._found = found
        names = (
            self.tr("Wrong labels"),
            self.tr("Confidently wrong"),
            self.tr("Duplicates"),
            self.tr("Odd ones"),
        )
        for n, name in enumerate(names):
            count = "" if found is None else grouped(len(found.groups[n]))
            self._kinds.item(n).setText(facts(name, count))
            self._kinds.item(n).setToolTip(name)
        self._waiting = waiting
        self._show_group()

    @Slot()
    def _show_group(self, _row: int = 0) -> None:
        found, n = self._found, max(self._kinds.currentRow(), 0)
        rows = () if found is None else found.groups[n]
        self._walk = Walk() if found is None else found.walks[n]
        self._list.show_rows(rows, self._walk)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._nothing.setText(self._waiting if found is None else none_words(found, n))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        judging, marks = self._judging, self._judging.marks
        has_labels = self._found is None or self._found.answer.found.is_labelled
        self._question.setVisible(judging.is_trained is None and has_labels)
        self._ask_again.setVisible(judging.is_trained is not None)
        is_own = self._found is not None and self._found.is_own
        words = self.tr("the network's own scores")
        out = self.tr("out of sample, 5 folds")
        self._judge.show_words(words if is_own else out, "warn" if is_own else "good")
        self._show_actions(self._list.current)
        self._undo.setEnabled(judging.can_undo)
        self._list.show_marks(marks)
        self._export.setEnabled(bool(marks))
        self._show_review(Counter(mark.word for mark in marks.values()))

    def _show_actions(self, chosen: Row | None) -> None:
        """Says what can be done with the chosen photo."""
        offer = said(chosen.offer) if chosen is not None and chosen.offer else ""
        relabel = self.tr("Relabel to {name}").format(name=shortened(offer, _NAME))
        self._relabel.setText(relabel if offer else self.tr("Relabel"))
        tip = self.tr("Writes the class into your review list; the file stays (R).")
        named(self._relabel, self.tr("Relabel"), tip)
        self._relabel.setEnabled(bool(offer))
        for each in (self._picker, self._keep, self._remove):
            each.setEnabled(chosen is not None)
        leak = None if chosen is None else chosen.leak
        words = self.tr("Remove from {part}")
        words = words.format(part=part_words()[leak].lower() if leak else "")
        self._remove.setText(words if leak else self.tr("Remove"))

    def _show_review(self, words: Counter[str]) -> None:
        self._review.setText(
            facts(
                counted("{n} marks", "{n} mark", words.total()),
                counted("{n} relabel", "{n} relabel", n)
                if (n := words["relabel"])
                else "",
                counted("{n} crop", "{n} crop", n) if (n := words["crop"]) else "",
                counted("{n} keep", "{n} keep", n) if (n := words["keep"]) else "",
                counted("{n} remove", "{n} remove", n)
                if (n := words["remove"])
                else "",
            )
        )

    # ---- what a person does

    @Slot(int)
    def _on_row(self, place: int) -> None:
        with QSignalBlocker(self._picker):
            self._picker.set_picked(None)
        self._refresh()
        if place >= 0:
            self.photo_picked.emit(self._list.rows[place].path, self._walk)

    @Slot(str)
    def _on_key(self, word: str) -> None:
        chosen = self._list.current
        if word == "undo":
            self._judging.undo()
        elif word == "redo":
            self._judging.redo()
        elif chosen is not None and word == "relabel" and chosen.offer:
            self._mark(Mark("relabel", chosen.offer))
        elif chosen is not None and word == "keep":
            self._mark(Mark("keep"))
        elif chosen is not None and word == "remove":
            self._mark(Mark("remove"))

    def _on_class(self, index: int | None) -> None:
        if index is not None:
            self._mark(Mark("relabel", self._labels[index]))

    def _mark(self, mark: Mark) -> None:
        """Marks the chosen photo, and goes on to the next."""
        chosen = self._list.current
        if chosen is not None:
            self._judging.mark(chosen.name, mark)
            self._list.choose_next()


def suggested(root: Path) -> Path:
    """Returns where a review list is written unless another place is chosen."""
    return Path.home() / f"{root.stem} review.csv"
