"""Which colour stands for which class; pointing at one lets its photos stand out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from gui.fonts import px
from gui.theme import CLASS_COLORS, class_color, color
from gui.widgets.class_picker import ClassPicker
from gui.widgets.form import Group, named, stack, text
from gui.widgets.words import counted, grouped, translate

Ints = NDArray[np.int64]
WIDTH = 180  # of the design
LINE = 24
MANY = 20  # classes; of more only the commonest stand in the key
_CLASS = Qt.ItemDataRole.UserRole


def slots_of(counts: Ints) -> Ints:
    """Returns the colour of each class: the eight commonest have one of their own."""
    slots = np.full(len(counts), len(CLASS_COLORS), np.int64)
    if len(counts) <= MANY:  # as they stand in the key
        leading = np.flatnonzero(counts)[: len(CLASS_COLORS)]
    else:
        leading = np.argsort(-counts, kind="stable")[: len(CLASS_COLORS)]
    slots[leading] = np.arange(len(leading))
    return slots


class Key(Group):
    """Lists classes with their colours and counts.

    Signals:
        class_pointed: the class that is pointed at; −1 for none.
    """

    class_pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._title = text("", "strong")
        self._list = QListWidget()
        self._list.setMouseTracking(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the count stays
        self._list.setIconSize(QSize(px(12), px(12)))
        tip = self.tr("Lets the photos of the class that is pointed at stand out.")
        named(self._list, self.tr("Classes of the chart"), tip)
        self._list.itemEntered.connect(self._on_item)
        self._list.currentItemChanged.connect(lambda new, _: self._on_item(new))
        self._list.viewport().installEventFilter(self)
        self._picker = ClassPicker(self.tr("Find a class"), tip, self.tr("every class"))
        self._picker.class_picked.connect(self._on_class)
        self._wrong = text("", "muted")
        stack(self, self._title, (self._list, 1), self._picker, self._wrong, gap=6)
        self.setFixedWidth(px(WIDTH))

    def show_classes(
        self, title: str, names: Sequence[str], counts: Ints, wrong: int
    ) -> None:
        """Lists other classes.

        Args:
            title: What their colours say.
            names: Of all classes, (C,).
            counts: Of the points of each, (C,).
            wrong: How many points are mistakes.
        """
        self._title.setText(title)
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._picker.set_labels(names)
        is_many = len(names) > MANY
        self._picker.setVisible(is_many)
        slots = slots_of(counts)
        listed = np.flatnonzero(slots < len(CLASS_COLORS) if is_many else counts)
        listed = listed[np.argsort(slots[listed], kind="stable")]
        self._list.blockSignals(True)
        self._list.clear()
        for n in listed.tolist():
            words = translate("Ranking", "{name}  {count}")
            words = words.format(name=names[n], count=grouped(int(counts[n])))
            item = QListWidgetItem(_dot(class_color(int(slots[n]))), words)
            item.setData(_CLASS, n)
            item.setSizeHint(QSize(px(LINE), px(LINE)))
            item.setToolTip(names[n])
            self._list.addItem(item)
        self._list.blockSignals(False)
        words = counted("✗ {n} predicted wrong", "✗ {n} predicted wrong", wrong)
        self._wrong.setText(words if wrong else "")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._list.setCurrentRow(-1)
            self.class_pointed.emit(-1)
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _on_item(self, item: QListWidgetItem | None) -> None:
        self.class_pointed.emit(-1 if item is None else item.data(_CLASS))

    def _on_class(self, index: int | None) -> None:
        self.class_pointed.emit(-1 if index is None else index)


def _dot(shade: QColor) -> QIcon:
    """Makes an icon of a colour: a point with its darker rim."""
    side = px(12)
    pixmap = QPixmap(4 * side, 4 * side)  # sharp at every scale of the screen
    pixmap.fill(color("surface", 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4, 4)
    painter.setBrush(shade)
    painter.setPen(shade.darker(150))
    painter.drawEllipse(1, 1, side - 2, side - 2)
    painter.end()
    return QIcon(pixmap)
