"""Choosing one of many names by typing a part of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from gui.errors import said
from gui.widgets.form import named
from gui.widgets.words import facts
from inference.classifier import Prediction

_INDENT = 2  # px before the words of a line edit, as Qt has it
_MIDDLE = Qt.TextElideMode.ElideMiddle


class _Line(QLineEdit):
    """The entry that is shown; where it has no room, its last fact gives way first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._fitted()
        if self.hasFocus() or shown == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        ground = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(ground, option, painter, self)
        painter.setPen(self.palette().text().color())
        left = QRect(self.rect()).adjusted(_INDENT, 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, shown)

    def _fitted(self) -> str:
        room, metrics = self.width() - 2 * _INDENT, self.fontMetrics()
        for words in (self.text(), self.text().rpartition(" · ")[0]):
            if words and metrics.horizontalAdvance(words) <= room:
                return words
        return metrics.elidedText(words or self.text(), _MIDDLE, room)


class _Picker(QComboBox):
    """A combo box that finds its entries by any part of their names.

    Text that means no entry is put back when the focus leaves.
    """

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setObjectName("completions")
        completer.setPopup(popup)
        self.setCompleter(completer)
        self._line.editingFinished.connect(self._settle)
        self.currentIndexChanged.connect(lambda _: self._line.setCursorPosition(0))
        named(self, name, tip)

    def fill(self, names: Sequence[str], tips: Sequence[str] = ()) -> None:
        """Offers other entries, without a signal."""
        self.blockSignals(True)
        self.clear()
        self.addItems(list(names))
        for place, tip in enumerate(tips):
            self.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(False)

    def show_place(self, place: int) -> None:
        """Shows one of the entries, without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(place)
        self._line.setCursorPosition(0)
        self.blockSignals(False)
        self._line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel scrolls; a picker under the pointer must not turn

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._line.selectAll()

    def _settle(self) -> None:
        words = self._line.text()
        if words == self.itemText(self.currentIndex()):
            return  # of several of this name the one that was chosen
        place = self.findText(words, Qt.MatchFlag.MatchFixedString)
        if place < 0 and words:
            place = self.findText(words, Qt.MatchFlag.MatchContains)
        if place >= 0 and place != self.currentIndex():
            self.setCurrentIndex(place)
        self._line.setText(self.itemText(self.currentIndex()))
        self._line.setCursorPosition(0)


class ClassPicker(_Picker):
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
        self.currentIndexChanged.connect(lambda _: self._announce())

    @property
    def picked(self) -> int | None:
        """Index of the class that is shown, None for none."""
        place = self.currentIndex() - bool(self._none)
        return place if place >= 0 else None

    def set_labels(self, labels: Sequence[str]) -> None:
        """Offers the classes of a model; none of them is picked."""
        names = list(map(said, labels))
        self.fill([self._none, *names] if self._none else names)
        self.set_picked(None)

    def set_picked(self, index: int | None) -> None:
        """Shows a class, without a signal."""
        self.show_place(
            index + bool(self._none) if index is not None else 0 if self._none else -1
        )

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
        self._prediction = prediction
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


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """A layer as it stands in a picker.

    Attributes:
        tensor: Its full name in the graph.
        short: A name for the eye.
        shape: "512 × 13 × 13".
    """

    tensor: str
    short: str
    shape: str


class LayerPicker(_Picker):
    """Chooses a layer; the tooltip has its full name.

    Signals:
        layer_picked: the tensor's name.
    """

    layer_picked = Signal(str)

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(name, tip, parent)
        self._layers: tuple[LayerChoice, ...] = ()
        self._tip = tip
        self.currentIndexChanged.connect(self._announce)

    def set_layers(self, layers: Sequence[LayerChoice]) -> None:
        """Offers the layers of a model, input to output."""
        self._layers = tuple(layers)
        names = [facts(layer.short, layer.shape) for layer in layers]
        self.fill(names, [layer.tensor for layer in layers])

    @property
    def picked(self) -> str | None:
        """The tensor that is shown."""
        place = self.currentIndex()
        return self._layers[place].tensor if place >= 0 else None

    def set_picked(self, tensor: str) -> None:
        """Shows a layer, without a signal."""
        names = [layer.tensor for layer in self._layers]
        self.show_place(names.index(tensor) if tensor in names else -1)
        self._show_tip()

    def step(self, by: int) -> None:
        """Goes some layers on or back and announces it."""
        place = min(max(self.currentIndex() + by, 0), self.count() - 1)
        self.setCurrentIndex(place)

    def _show_tip(self) -> None:
        """Says the full name of the layer, and what the field is for."""
        self.setToolTip("\n".join(filter(None, (self.picked, self._tip))))

    def _announce(self, place: int) -> None:
        self._show_tip()
        if place >= 0:
            self.layer_picked.emit(self._layers[place].tensor)
