"""How a network fares on a dataset: accuracy with its interval, and its mistakes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.ranking.asked import Answer
from gui.panels.ranking.filters import Filters
from gui.panels.ranking.mistakes import Mistake, MistakeList
from gui.widgets.choice import Choice
from gui.widgets.form import Elided, Group, button, named, row, stack, text
from gui.widgets.matrix import Matrix, Share
from gui.widgets.words import (
    counted,
    facts,
    fixed,
    grouped,
    percent,
    shortened,
    translate,
)
from inference.dataset import Metrics

MATRIX = 15  # classes that have a matrix; more have a list of mistakes
TOP = 5  # with fewer classes all are among the first five
NAMED = 12  # classes of few photos that are all named
SOME = 5  # of more of them
SHARES: tuple[Share, ...] = ("counts", "true", "predicted")


class MetricsColumn(Group):
    """Accuracy, calibration and confusion; a click on a mistake shows its photos.

    Signals:
        cell_picked: the true class and the predicted one, of the model.
    """

    cell_picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._figure = text("", "figure")
        self._accuracy = text("", "muted", wraps=True)
        self._facts = text("", "muted", wraps=True)
        words = [self.tr("counts"), self.tr("of the true"), self.tr("of the predicted")]
        tip = self.tr(
            "What the cells say: counts, or shares of a row or of a column (default: "
            "counts)."
        )
        self._share = named(Choice(), self.tr("Cells"), tip)
        self._share.addItems(words)
        self._matrix = Matrix()
        self._share.activated.connect(lambda n: self._matrix.set_share(SHARES[n]))
        self._matrix.cell_picked.connect(self._on_cell)
        self._list = MistakeList()
        self._list.picked.connect(self._on_cell)
        self._hint = Elided(self.tr("Click a cell to see its photos."), "muted")
        self._scarce = text("", "warn", wraps=True)
        self._share_right = row(self._figure, (self._accuracy, 1))
        title = Elided(self.tr("Confusion"), "heading")
        self._heading = row((title, 1), self._share)
        stack(
            self,
            self._share_right,
            self._facts,
            4,
            self._heading,
            self._matrix,
            self._list,
            self._hint,
            self._scarce,
            ...,
            gap=6,
        )

    def set_brief(self, *, is_brief: bool) -> None:
        """Leaves the accuracy out, which then stands above."""
        self._share_right.setVisible(not is_brief)

    def show_answer(self, answer: Answer) -> None:
        """Shows how the network fares on these photos."""
        self._answer = answer
        metrics, found = answer.metrics, answer.found
        self._figure.setText(accuracy(metrics))
        words = self.tr("accuracy ({interval})").format(interval=interval(metrics))
        self._accuracy.setText(words)
        top5 = self.tr("top five {share} %")
        top5 = top5.format(share=fixed(100 * metrics.top5.value, 1))
        error = self.tr("calibration error {error}")
        error = error.format(error=fixed(metrics.calibration.error))
        photos = counted("{n} photos", "{n} photo", metrics.accuracy.total)
        top5 = top5 if len(found.names) > TOP else ""
        self._facts.setText(facts(photos, top5, error))
        names = [said(name) for name in found.names]
        self._show_scarce(metrics, names)
        is_small = len(names) <= MATRIX
        self._matrix.setVisible(is_small)
        self._hint.setVisible(is_small)
        self._share.setVisible(is_small)
        self._list.setVisible(not is_small)
        if is_small:
            self._matrix.show_table(names, answer.table)
        else:
            self._show_mistakes(names, answer.mistakes)
        self._show_chosen(answer.question.wish.filters)

    def _show_chosen(self, filters: Filters) -> None:
        assert self._answer is not None
        places = {int(c): n for n, c in enumerate(self._answer.found.classes)}
        true = None if filters.true is None else places.get(filters.true)
        other = None if filters.predicted is None else places.get(filters.predicted)
        is_cell = true is not None and other is not None
        self._matrix.set_chosen((true or 0, other or 0) if is_cell else None)

    def _show_scarce(self, metrics: Metrics, names: Sequence[str]) -> None:
        """Names the classes of few photos; of very many some."""
        scarce, first = metrics.scarce, metrics.scarce
        if len(scarce) > NAMED:
            first = first[:SOME]
        each = self.tr("{name} ({count})")
        parts = [
            each.format(name=shortened(names[n]), count=metrics.classes[n].true)
            for n in first
        ]
        if len(first) < len(scarce):
            more = self.tr("{n} more")
            parts.append(more.format(n=grouped(len(scarce) - len(first))))
        words = self.tr("Few photos, below three quarters of the median: {names}.")
        self._scarce.setText(words.format(names=", ".join(parts)) if scarce else "")
        self._scarce.setVisible(bool(scarce))

    def _show_mistakes(
        self, names: Sequence[str], mistakes: Sequence[tuple[int, int, int]]
    ) -> None:
        self._list.show_mistakes(
            [
                Mistake(true, other, (names[true], names[other]), count)
                for true, other, count in mistakes
            ]
        )

    def _on_cell(self, true: int, other: int) -> None:
        assert self._answer is not None
        classes = self._answer.found.classes
        self.cell_picked.emit(int(classes[true]), int(classes[other]))


class MetricsLine(Group):
    """The same in one line, where there is no room for more.

    Signals:
        confusion_clicked: the confusion is wanted in place of the photos, or no longer.
    """

    confusion_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._figure = text("", "heading")
        self._accuracy = text("", "muted")
        self._mistake = Elided("", "muted")
        self._link = button(self.tr("Confusion"), "link")
        tip = self.tr("Shows what is taken for what, in place of the photos.")
        named(self._link, self.tr("Confusion"), tip)
        self._link.clicked.connect(self.confusion_clicked)
        stack(self, row(self._figure, self._accuracy, (self._mistake, 1), self._link))

    def show_answer(self, answer: Answer) -> None:
        """Shows how the network fares on these photos."""
        metrics, names = answer.metrics, answer.found.names
        self._figure.setText(accuracy(metrics))
        words = self.tr("accuracy ({interval})")
        self._accuracy.setText(words.format(interval=interval(metrics)))
        said_so = ""
        for true, other, count in answer.mistakes[:1]:
            said_so = self.tr("most often: {true} taken for {other}, {count}").format(
                true=shortened(said(names[true])),
                other=shortened(said(names[other])),
                count=grouped(count),
            )
        self._mistake.setText(said_so)


def accuracy(metrics: Metrics) -> str:
    """Writes the share that is right: "90.5 %"."""
    return percent(metrics.accuracy.value, 1)


def interval(metrics: Metrics) -> str:
    """Writes its interval of 95 %, in percent: "82 to 95"."""
    low, high = metrics.accuracy.interval
    words = translate("Ranking", "{low} to {high}")
    return words.format(low=round(100 * low), high=round(100 * high))
