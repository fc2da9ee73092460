"""Choosing one of many names by typing a part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
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

from gui.widgets.form import named
from gui.widgets.words import as_tip, facts
from inference.network.layers import FeatureLayer

Index = QModelIndex | QPersistentModelIndex

_INDENT = 2  # px before the words of a line edit, as Qt has it
_MIDDLE = Qt.TextElideMode.ElideMiddle


class _Line(QLineEdit):
    """The entry that is shown; where it has no room, its last fact gives way first.

    Attributes:
        is_entered: Whether the click that is under way brought the focus.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_entered = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Selects all: the press only put a cursor there."""
        super().mouseReleaseEvent(event)
        if self.is_entered and not self.hasSelectedText():
            self.selectAll()
        self.is_entered = False

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


class Picker(QComboBox):
    """A combo box that finds its entries by any part of their names.

    What is typed takes the place of the entry that stands there. Text that means no
    entry is put back when the focus leaves.
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
        rows = self.view()
        if isinstance(rows, QListView):
            rows.setUniformItemSizes(True)  # of 20,000 entries a few are looked at
        self.set_completer()
        self._line.editingFinished.connect(self._settle)
        self.currentIndexChanged.connect(lambda _: self._line.setCursorPosition(0))
        self.activated.connect(lambda _: self._line.selectAll())
        named(self, name, tip)

    def set_completer(self, entries: QAbstractItemModel | None = None) -> QListView:
        """Finds entries while one types; returns their view.

        Args:
            entries: The same rows as those of the present list, which is the default:
                a completer reads all of them with each choice.
        """
        completer = QCompleter(entries or self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setObjectName("completions")
        popup.setUniformItemSizes(True)
        completer.setPopup(popup)
        self.setCompleter(completer)
        return popup

    def set_placeholder(self, words: str) -> None:
        """Says what can be chosen, while nothing is."""
        self._line.setPlaceholderText(words)

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
        self._line.is_entered = event.reason() is Qt.FocusReason.MouseFocusReason
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


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """A layer as it stands in a picker.

    Attributes:
        tensor: Its full name in the graph.
        short: A name for the eye.
        shape: "512 × 13 × 13".
        words: Both, as they are listed; made with the record, which may be on a worker.
    """

    tensor: str
    short: str
    shape: str
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", facts(self.short, self.shape))


def layer_choices(layers: Iterable[FeatureLayer]) -> tuple[LayerChoice, ...]:
    """Returns layers as a picker lists them; of 20,000 that is work for a lane."""
    return tuple(LayerChoice(x.name, x.short, x.shape_text) for x in layers)


class _LayerList(QAbstractListModel):
    """The layers of a model, input to output."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.layers: tuple[LayerChoice, ...] = ()

    def show(self, layers: Sequence[LayerChoice]) -> None:
        """Lists other layers."""
        self.beginResetModel()
        self.layers = tuple(layers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self.layers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        layer = self.layers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return layer.words
        return as_tip(layer.tensor) if role == Qt.ItemDataRole.ToolTipRole else None


class LayerPicker(Picker):
    """Chooses a layer; the tooltip has its full name.

    Signals:
        layer_picked: the tensor's name.
    """

    layer_picked = Signal(str)

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(name, tip, parent)
        self._list, self._tip = _LayerList(self), tip
        self._names = QStringListModel(self)
        self.setModel(self._list)
        self.set_completer(self._names)
        self.currentIndexChanged.connect(self._announce)

    def set_layers(self, layers: Sequence[LayerChoice]) -> None:
        """Offers the layers of a model, input to output."""
        self.blockSignals(True)
        self._list.show(layers)
        self._names.setStringList([each.words for each in layers])
        self.blockSignals(False)
        self.show_place(0 if layers else -1)

    @property
    def picked(self) -> str | None:
        """The tensor that is shown."""
        place = self.currentIndex()
        return self._list.layers[place].tensor if place >= 0 else None

    def set_picked(self, tensor: str) -> None:
        """Shows a layer, without a signal."""
        names = [layer.tensor for layer in self._list.layers]
        self.show_place(names.index(tensor) if tensor in names else -1)
        self._show_tip()

    def step(self, by: int) -> None:
        """Goes some layers on or back and announces it."""
        place = min(max(self.currentIndex() + by, 0), self.count() - 1)
        self.setCurrentIndex(place)

    def _show_tip(self) -> None:
        """Says the full name of the layer, and what the field is for."""
        self.setToolTip(as_tip("\n".join(filter(None, (self.picked, self._tip)))))

    def _announce(self, place: int) -> None:
        self._show_tip()
        if place >= 0:
            self.layer_picked.emit(self._list.layers[place].tensor)
