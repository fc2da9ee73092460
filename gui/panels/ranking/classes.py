"""The page Classes: how each class fares, and how far confidence can be believed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from gui.fonts import px
from gui.jobs import Lanes
from gui.panels.ranking.chips import part_words
from gui.panels.ranking.classes_calibration import CalibrationLine
from gui.panels.ranking.classes_painting import TONES
from gui.panels.ranking.classes_room import WHOLE
from gui.panels.ranking.classes_table import ClassesTable
from gui.panels.ranking.metrics import TOP, accuracy, interval
from gui.panels.ranking.ranking import Ranking
from gui.panels.ranking.waiting import waiting_words
from gui.widgets.choice import Choice
from gui.widgets.class_picker import ClassPicker
from gui.widgets.form import (
    Elided,
    Group,
    button,
    column,
    named,
    row,
    rule,
    stack,
    text,
)
from gui.widgets.matrix import Share
from gui.widgets.swatches import Swatch
from gui.widgets.words import counted, facts, percent
from inference.dataset import PARTS, Metrics
from inference.jobs import once
from inference.ranking import ClassOrder, ClassTable, class_table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHARES: tuple[Share, ...] = ("true", "predicted", "counts")
ORDERS: tuple[ClassOrder, ...] = ("similar", "wrong", "index")
FIND = 200  # of the design, where a name is typed
NAME = 24  # letters of a class in a sentence


class ClassesPage(Group):
    """Shows how each class fares; *Show them* wants the photos of a cell.

    Signals:
        cell_wanted: the true class and the predicted one, of the model.
    """

    cell_wanted = Signal(int, int)

    def __init__(self, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__()
        self._ranking = ranking
        self._is_seen = False
        self._table: ClassTable | None = None
        self._asked: object = None  # the photos that the table is of
        self._lane = lanes.create(self.tr("Classes"), is_quiet=True)
        self._lane.succeeded.connect(self._take)
        self._waiting = text("", "muted", wraps=True)
        self._rows = ClassesTable()
        self._calibration = CalibrationLine()
        self._body = column(
            self._head_part(),
            self._find_part(),
            self._rows,
            self._foot_part(),
            rule(0),
            self._calibration,
            gap=8,
        )
        self._rest = column(...)  # takes the room that a short table leaves
        stack(self, self._waiting, self._body, (self._rest, 1), gap=0)
        self._connect()
        self._refresh()

    # ---- parts

    def _head_part(self) -> Group:
        self._figure = text("", "figure")
        self._accuracy = Elided("", "muted")
        self._cells = Choice()
        tip = self.tr(
            "What the cells say: shares of the photos of the true class, of what is "
            "taken for a class, or counts (default: share of true class)."
        )
        named(self._cells, self.tr("Cells"), tip)
        words = [self.tr("share of true class"), self.tr("share of predicted")]
        self._cells.addItems([*words, self.tr("counts")])
        self._order = Choice()
        tip = self.tr(
            "Order of rows and columns (default: classes that are taken for each other "
            "stand together; over 40 classes the most wrong first)."
        )
        named(self._order, self.tr("Order"), tip)
        words = [self.tr("similar together"), self.tr("most wrong")]
        self._order.addItems([*words, self.tr("by index")])
        self._order.setPlaceholderText(self.tr("by a column"))
        controls = text(self.tr("Cells"), "label"), self._cells
        order = text(self.tr("Order"), "label"), self._order
        return row(self._figure, (self._accuracy, 1), *controls, *order)

    def _find_part(self) -> Group:
        tip = self.tr(
            "Brings a class into sight, with what it is most often taken for."
        )
        self._picker = ClassPicker(
            self.tr("Find a class"), tip, self.tr("Find a class")
        )
        self._picker.setMinimumWidth(px(FIND))
        self._count = text("", "muted")
        self._find = row(self._picker, self._count, ...)
        return self._find

    def _foot_part(self) -> Group:
        self._words = Elided("", "strong")
        self._show = button(self.tr("Show them"), "link")
        tip = self.tr("Shows the photos of the chosen cell in Photos.")
        named(self._show, self.tr("Show them"), tip)
        names = part_words()
        key: list[QWidget] = []
        for part, token in zip(PARTS, TONES, strict=True):
            key += Swatch(token), text(names[part].lower(), "label")
        return row(self._words, self._show, ..., *key, gap=6)

    def _connect(self) -> None:
        self._ranking.answered.connect(self._refresh)
        self._ranking.changed.connect(self._refresh)
        self._cells.activated.connect(lambda n: self._rows.set_share(SHARES[n]))
        self._order.activated.connect(lambda n: self._rows.set_order(ORDERS[n]))
        self._rows.head_picked.connect(lambda: self._order.setCurrentIndex(-1))
        self._rows.lit.connect(self._say_lit)
        self._rows.cell_opened.connect(self._want)
        self._show.clicked.connect(lambda: self._want(*self._rows.chosen))
        self._picker.class_picked.connect(self._on_found)

    # ---- what is shown

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._is_seen = is_seen
        self._refresh()

    @Slot()
    def _refresh(self, _what: object = None) -> None:
        """Asks for the table of the photos that are ranked."""
        answer = self._ranking.answer
        is_labelled = answer is not None and answer.found.is_labelled
        if answer is None or not is_labelled:
            self._table = self._asked = None
        elif self._is_seen and answer.found is not self._asked:
            self._asked = answer.found
            self._lane.start(once(class_table, answer.found), about=answer.found)
        is_shown = self._table is not None
        self._body.setVisible(is_shown)
        is_long = self._table is not None and len(self._table.names) > WHOLE
        self._rest.setVisible(not is_long)
        words = self.tr("No photo has a true class here.")
        if answer is None or is_labelled:
            working = self.tr("Classes are being compared.")
            words = working if answer else waiting_words(self._ranking, working)
        self._waiting.setText(words)
        self._waiting.setVisible(not is_shown)

    @Slot(object)
    def _take(self, table: ClassTable) -> None:
        if self._lane.about is not self._asked:
            return
        self._show_metrics(table.metrics)
        former, count = self._table, len(table.names)
        self._table = table
        self._rows.show_table(table)
        is_new = former is None or former.names != table.names
        if is_new:
            with QSignalBlocker(self._picker):
                self._picker.set_labels(table.names)
            place = ORDERS.index("wrong" if count > WHOLE else "similar")
            self._order.setCurrentIndex(place)
            self._rows.set_order(ORDERS[place])
        self._find.setVisible(count > WHOLE)
        self._count.setText(counted("{n} classes", "{n} class", count))
        self._calibration.show_calibration(table.calibration)
        self._refresh()

    def _show_metrics(self, metrics: Metrics) -> None:
        self._figure.setText(accuracy(metrics))
        words = self.tr("accuracy ({interval})").format(interval=interval(metrics))
        top = self.tr("top five {share}").format(share=percent(metrics.top5.value))
        has_top = len(metrics.classes) > TOP
        self._accuracy.setText(facts(words, top if has_top else ""))

    @Slot()
    def _say_lit(self) -> None:
        """Says what stands out; the link is for what was chosen."""
        rows, table = self._rows, self._table
        if table is not None:
            self._words.setText(rows.words(rows.lit_cell, NAME))
            self._show.setEnabled(bool(table.counts[rows.chosen]))

    # ---- what a person asks

    @Slot(int, int)
    def _want(self, true: int, other: int) -> None:
        if self._table is not None and self._table.counts[true, other]:
            classes = self._table.classes
            self.cell_wanted.emit(int(classes[true]), int(classes[other]))

    @Slot(object)
    def _on_found(self, index: int | None) -> None:
        if index is not None and self._table is not None:
            self._rows.choose(index, self._table.rival(index))
