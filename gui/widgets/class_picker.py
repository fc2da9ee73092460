"""Choosing a class by a part of its name; the likely ones stand first."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.errors import said
from gui.fonts import width_of
from gui.theme import color, font
from gui.widgets.pickers import Picker
from gui.widgets.words import score
from inference.classifier import Prediction

LIKELY = 8  # classes that stand before all others
INSET = 8  # px right of a score
GAP = 12  # px between a name and its score
SCORE_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class ClassList(QAbstractListModel):
    """The classes of a model, perhaps with "none" before them; the likely ones first.

    Attributes:
        labels: Of the classes, by index.
    """

    def __init__(self, none: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._none = none
        self.labels: tuple[str, ...] = ()
        self._prediction: Prediction | None = None
        self._likely: tuple[int, ...] = ()
        self._later: tuple[int, ...] = ()  # the likely ones, in order of index

    def show(self, labels: Sequence[str], prediction: Prediction | None) -> None:
        """Lists other classes, or the same for another photo."""
        self.beginResetModel()
        self.labels, self._prediction = tuple(labels), prediction
        leading = () if prediction is None else prediction.top(LIKELY)
        self._likely = tuple(each.index for each in leading)
        self._later = tuple(sorted(self._likely))
        self.endResetModel()

    def class_at(self, row: int) -> int | None:
        """The class of a row; None for "none"."""
        place = row - bool(self._none)
        if place < 0:
            return None
        if place < len(self._likely):
            return self._likely[place]
        index = place - len(self._likely)
        for likely in self._later:  # they stand above
            index += likely <= index
        return index

    def row_of(self, index: int | None) -> int:
        """The row of a class, or of "none"; −1 where there is none."""
        if index is None:
            return 0 if self._none else -1
        first = int(bool(self._none))
        if index in self._likely:
            return first + self._likely.index(index)
        before = sum(likely < index for likely in self._likely)
        return first + len(self._likely) + index - before

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self.labels) + bool(self._none)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.class_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._none if place is None else said(self.labels[place])
        if role == SCORE_ROLE and place is not None and self._prediction is not None:
            return score(self._prediction.probability(place))
        return None


class _ScoreDelegate(QStyledItemDelegate):
    """Paints a class with its score at the right; long names give way."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().paint(painter, option, index)
        number = index.data(SCORE_ROLE)
        if number:
            where = QRectF(option.rect).adjusted(0, 0, -INSET, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.save()
            painter.setFont(font("small"))
            painter.setPen(color("muted"))
            painter.drawText(where, right, number)
            painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        number = index.data(SCORE_ROLE)
        if number:
            room = option.rect.width() - width_of(number) - GAP - 2 * INSET
            mode = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, mode, int(room))


class ClassPicker(Picker):
    """Chooses a class, or none where that is offered.

    Signals:
        class_picked: index of the class, or None.
    """

    class_picked = Signal(object)

    def __init__(
        self, name: str, tip: str, none: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, tip, parent)
        self._none = none
        self._list = ClassList(none, self)
        self.setModel(self._list)
        for view in (self.view(), self.set_completer()):
            view.setItemDelegate(_ScoreDelegate(view))
        self.currentIndexChanged.connect(lambda _: self._announce())

    @property
    def picked(self) -> int | None:
        """Index of the class that is shown, None for none."""
        row = self.currentIndex()
        return self._list.class_at(row) if row >= 0 else None

    def set_labels(self, labels: Sequence[str]) -> None:
        """Offers the classes of a model; none of them is picked."""
        self._show(labels, None)
        self.set_picked(None)

    def offer(self, labels: Sequence[str]) -> None:
        """Offers the classes of a model; the same ones keep what was picked."""
        if tuple(labels) != tuple(self._list.labels):
            self.set_labels(labels)

    def set_prediction(self, prediction: Prediction) -> None:
        """Puts the likely classes of a photo first; what is picked stays picked.

        Another model may have come before its labels did: they are the prediction's.
        """
        picked = self.picked if prediction.labels == self._list.labels else None
        self._show(prediction.labels, prediction)
        self.show_place(self._list.row_of(picked))

    def set_picked(self, index: int | None) -> None:
        """Shows a class, without a signal."""
        self.show_place(self._list.row_of(index))

    def _show(self, labels: Sequence[str], prediction: Prediction | None) -> None:
        self.blockSignals(True)
        self._list.show(labels, prediction)
        self.blockSignals(False)

    def _announce(self) -> None:
        self.class_picked.emit(self.picked)


class RivalPicker(ClassPicker):
    """Chooses a class that is looked at beside the target; the two are never equal.

    Where the target comes to the class that is picked, they change places; where the
    target itself is picked, they do so too.

    Signals:
        target_given: the target was picked here; the class that takes its place.
    """

    target_given = Signal(int)

    def __init__(self, name: str, tip: str, none: str = "") -> None:
        super().__init__(name, tip, none)
        self._target: int | None = None
        self._prediction: Prediction | None = None
        self._former: int | None = None  # picked before the present one

    def set_labels(self, labels: Sequence[str]) -> None:
        super().set_labels(labels)
        self._target = self._prediction = None

    def set_picked(self, index: int | None) -> None:
        super().set_picked(index)
        self._former = index

    def set_target(self, target: int, prediction: Prediction) -> None:
        """Takes over the explained class, and what the network says of the photo.

        Where a class is needed and none was picked yet, the likeliest other one is.
        """
        before, self._target = self._target, target
        if prediction is not self._prediction:
            self._prediction = prediction
            self.set_prediction(prediction)
        if self.picked == target:
            self.set_picked(self._other(before))
        elif self.picked is None and not self._none:
            self.set_picked(self._other(None))

    def _other(self, wanted: int | None) -> int | None:
        """Returns a class that is not the target: the wanted one, or the likeliest."""
        if wanted is not None and wanted != self._target:
            return wanted
        leading = [] if self._prediction is None else self._prediction.top(2)
        return next((s.index for s in leading if s.index != self._target), None)

    def _announce(self) -> None:
        picked, former = self.picked, self._former
        self._former = picked
        if picked is None or picked != self._target:
            super()._announce()
        elif (other := self._other(former)) is not None:
            self.target_given.emit(other)
