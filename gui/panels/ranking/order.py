"""What photos are ranked by, and which of them are shown: controls and chips."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu

from gui.errors import said
from gui.panels.ranking.asked import Filters, Wish
from gui.widgets.class_picker import ClassPicker
from gui.widgets.controls import Fold
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.words import counted, translate
from inference.ranking import MEASURES, Measure


def measure_words() -> dict[Measure, str]:
    """Returns what the numbers are called that photos are ranked by."""
    return {
        "score": translate("Ranking", "score"),
        "loss": translate("Ranking", "loss"),
        "margin": translate("Ranking", "margin"),
        "confidence": translate("Ranking", "confidence"),
        "entropy": translate("Ranking", "entropy"),
    }


class OrderControls(Group):
    """Says by what photos are ranked, and which come first.

    Signals:
        wish_changed: a `Wish`.
    """

    wish_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        self._by = _combo(
            self.tr("Rank by"),
            self.tr(
                "The number that photos are ranked by: the score of a class, the loss "
                "or margin of the true one, the largest score, or the doubt (default: "
                "score)."
            ),
            [*measure_words().values()],
        )
        self._by.activated.connect(lambda n: self._change(by=MEASURES[n]))
        tip = self.tr(
            "Whose score counts: a class's, or each photo's own true class's (default: "
            "its own)."
        )
        self._class = ClassPicker(self.tr("Score of"), tip, self.tr("its own class"))
        self._class.class_picked.connect(lambda index: self._change(target=index))
        ends = [self.tr("largest first"), self.tr("smallest first")]
        tip = self.tr("Which end of the ranking comes first (default: the largest).")
        self._end = _combo(self.tr("Which come first"), tip, ends)
        self._end.activated.connect(lambda n: self._change(is_largest_first=n == 0))
        more = self._more()
        fold = Fold(more)
        first = row(
            text(self.tr("Rank by"), "label"),
            self._by,
            (self._class, 1),
            self._end,
            fold.link,
        )
        stack(self, first, more, gap=8)

    def _more(self) -> Group:
        words = [self.tr("probability"), self.tr("logit")]
        tip = self.tr(
            "What is read of the class: its probability from 0 to 1, or its logit "
            "(default: probability)."
        )
        self._quantity = _combo(self.tr("Quantity"), tip, words)
        self._quantity.activated.connect(lambda n: self._change(is_logit=n == 1))
        tip = self.tr(
            "Over which classes probabilities add up to 1: those of the dataset, or "
            "all that the model knows."
        )
        self._over = _combo(self.tr("Scores over"), tip, ["", ""])
        self._over.activated.connect(lambda n: self._change(over_all=n == 1))
        return row(
            text(self.tr("Quantity"), "label"),
            self._quantity,
            8,
            text(self.tr("Scores over"), "label"),
            self._over,
            ...,
        )

    def set_classes(self, labels: Sequence[str], used: int) -> None:
        """Offers the classes of a model, of which the dataset has so many."""
        self._class.set_labels(labels)
        self._class.set_picked(self._wish.target)
        count = len(labels)
        own = used if used > 1 else count  # one class alone would always be right
        self._over.setItemText(0, counted("these {n} classes", "this {n} class", own))
        self._over.setItemText(1, counted("all {n} classes", "{n} class", count))
        self._over.setEnabled(1 < used < count)

    def show_wish(self, wish: Wish) -> None:
        """Shows what is asked for, without a signal."""
        self._wish = wish
        self._by.setCurrentIndex(MEASURES.index(wish.by))
        self._class.set_picked(wish.target)
        self._class.setEnabled(wish.by == "score")
        self._end.setCurrentIndex(not wish.is_largest_first)
        self._quantity.setCurrentIndex(wish.is_logit)
        self._quantity.setEnabled(wish.by == "score")
        self._over.setCurrentIndex(wish.over_all)

    def _change(self, **changes: object) -> None:
        self.wish_changed.emit(replace(self._wish, **changes))  # type: ignore[arg-type]


class Chips(Group):
    """Which photos are shown: a chip for each filter, and what adds one.

    Signals:
        filters_changed: `Filters`.
    """

    filters_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filters = Filters()
        self._labels: Sequence[str] = ()
        self._asked = "true"  # which filter the picker is for
        self._chips = row(gap=6)
        self._add = button(self.tr("Add filter"), "link")
        tip = self.tr("Shows only some of the photos.")
        named(self._add, self.tr("Add filter"), tip)
        self._add.clicked.connect(self._open_menu)
        tip = self.tr("The class whose photos are shown.")
        self._picker = ClassPicker(self.tr("Class to show"), tip)
        self._picker.setMinimumWidth(160)
        self._picker.class_picked.connect(self._on_class)
        self._picker.hide()
        self._count = text("", "muted")
        stack(self, row(self._chips, self._picker, self._add, ..., self._count))
        self.show_filters(Filters(), ())

    def show_filters(self, filters: Filters, labels: Sequence[str]) -> None:
        """Shows the filters that hold."""
        if labels != self._labels:
            self._labels = labels
            self._picker.set_labels(labels)
        self._filters = filters
        self._picker.hide()
        layout = self._chips.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, rest in self._held():
            chip = button(f"{words}  ×", "small")
            tip = self.tr("Takes this filter away.")
            named(chip, self.tr("Without {filter}").format(filter=words), tip)
            chip.clicked.connect(partial(self.filters_changed.emit, rest))
            layout.addWidget(chip)
        self._chips.setVisible(filters != Filters())

    def show_count(self, shown: int) -> None:
        """Says how many photos are left."""
        self._count.setText(counted("{n} photos", "{n} photo", shown))

    def _held(self) -> list[tuple[str, Filters]]:
        """Returns what each filter says, and the filters without it."""
        filters, held = self._filters, []
        if filters.true is not None:
            words = self.tr("true: {name}").format(name=self._name(filters.true))
            held.append((words, replace(filters, true=None)))
        if filters.predicted is not None:
            words = self.tr("predicted: {name}")
            words = words.format(name=self._name(filters.predicted))
            held.append((words, replace(filters, predicted=None)))
        if filters.is_right is not None:
            words = self.tr("right") if filters.is_right else self.tr("wrong")
            held.append((words, replace(filters, is_right=None)))
        return held

    def _name(self, index: int) -> str:
        return said(self._labels[index]) if index < len(self._labels) else ""

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in (
            (self.tr("right"), partial(self._change, is_right=True)),
            (self.tr("wrong"), partial(self._change, is_right=False)),
            (self.tr("true class…"), partial(self._ask, "true")),
            (self.tr("predicted class…"), partial(self._ask, "predicted")),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _ask(self, which: str) -> None:
        self._asked = which
        self._picker.set_picked(None)
        self._picker.show()
        self._picker.setFocus()

    def _on_class(self, index: object) -> None:
        if index is not None:
            self._change(**{self._asked: index})

    def _change(self, **changes: object) -> None:
        filters = replace(self._filters, **changes)  # type: ignore[arg-type]
        self.filters_changed.emit(filters)


def _combo(name: str, tip: str, words: Sequence[str]) -> QComboBox:
    combo = named(QComboBox(), name, tip)
    combo.addItems(list(words))
    return combo
