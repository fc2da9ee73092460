"""The list of suspects: a photo, what is odd about it, and its mark in each row."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem

from gui.errors import said
from gui.fonts import px, width_of
from gui.jobs import Lane
from gui.panels.ranking.judging import Judged, Row
from gui.theme import RADIUS, color, font
from gui.walk import Walk
from gui.widgets.thumbnails import (
    GAP,
    Index,
    Loader,
    ThumbnailDelegate,
    ThumbnailModel,
)
from gui.widgets.words import counted, translate
from inference.dataset import Mark

HEIGHT = 70  # of the design, of a row
PICTURE = 60
LEAST_HEIGHT = 200  # px
KEYS = {Qt.Key.Key_R: "relabel", Qt.Key.Key_K: "keep", Qt.Key.Key_Delete: "remove"}


def mark_words(mark: Mark) -> str:
    """Says what is to become of a photo."""
    if mark.word == "relabel":
        words = translate("Ranking", "✓ relabel to {name}")
        return words.format(name=said(mark.label))
    if mark.crop is not None:
        words = translate("Ranking", "✓ crop {width} × {height}")
        width, height = round(mark.crop.width), round(mark.crop.height)
        return words.format(width=width, height=height)
    if mark.word == "remove":
        return translate("Ranking", "✗ remove")
    return translate("Ranking", "✓ keep")


class _Suspects(ThumbnailModel):
    """Photos with what is odd about them, and their marks."""

    def __init__(self, loader: Loader, lane: Lane) -> None:
        super().__init__(loader, lane, 2 * PICTURE)
        self.rows: tuple[Row, ...] = ()
        self.beside = ThumbnailModel(loader, lane, 2 * PICTURE)  # what they repeat
        self.marks: Mapping[str, Mark] = {}

    def mark(self, row: int) -> str:
        """The mark of a row in words; "" for none."""
        mark = self.marks.get(self.rows[row].name)
        return "" if mark is None else mark_words(mark)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.rows[index.row()]
            mark = self.mark(index.row())
            parts = (str(found), row.labelled, row.looks, mark)
            return ", ".join(part for part in parts if part)
        return found


class _RowDelegate(ThumbnailDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        model = index.model()
        assert isinstance(model, _Suspects)
        whole = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft"))
            painter.drawRoundedRect(whole, RADIUS, RADIUS)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        photo = QStyleOptionViewItem(option)
        side = px(PICTURE) + 2 * GAP
        photo.rect.setWidth(side)
        photo.rect.setHeight(side)
        super().paint(painter, photo, index)
        mark = model.mark(index.row())
        used = _paint_mark(painter, whole, mark) if mark else 0
        if model.rows[index.row()].beside is not None:
            photo.rect.moveLeft(photo.rect.left() + side)
            self._paint_beside(painter, photo, model, index.row())
            side *= 2
        left = whole.left() + side + 6
        width = whole.right() - left - used - 12
        row = model.rows[index.row()]
        lines = ((row.path.name, 600, "text"), (row.labelled, 400, "muted"))
        for n, (words, weight, token) in enumerate((*lines, (row.looks, 400, "text"))):
            line = QRectF(left, whole.top() + 5 + n * px(19), width, px(19))
            painter.setFont(font("small" if n else "body", weight))
            painter.setPen(color(token))
            mode = Qt.TextElideMode.ElideMiddle
            shown = painter.fontMetrics().elidedText(words, mode, int(width))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_beside(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        model: _Suspects,
        row: int,
    ) -> None:
        """Paints the photo that a row repeats."""
        place = model.beside.walk.place(model.rows[row].beside)
        if place is not None:
            option.state &= ~QStyle.StateFlag.State_Selected
            super().paint(painter, option, model.beside.index(place))


def _paint_mark(painter: QPainter, row: QRectF, words: str) -> float:
    """Paints a mark at the right of a row; returns how wide it is."""
    width = width_of(words, "label", 600) + 16
    badge = QRectF(row.right() - width - 10, row.center().y() - px(9), width, px(18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("good_soft"))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setFont(font("label", 600))
    painter.setPen(color("good"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
    return width + 10


class SuspectList(QListView):
    """Shows suspects; keys mark the chosen one.

    Signals:
        row_picked: its place; −1 for none.
        key_pressed: "relabel", "keep", "remove", "undo" or "redo".
        photo_opened: it is wanted in the tab that was used last.
    """

    row_picked = Signal(int)
    key_pressed = Signal(str)
    photo_opened = Signal()

    def __init__(self, loader: Loader, lane: Lane) -> None:
        super().__init__()
        self._suspects = _Suspects(loader, lane)
        self.setModel(self._suspects)
        self.setItemDelegate(_RowDelegate(px(PICTURE), self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Suspects"))
        tip = self.tr("R relabels to the offer, K keeps, Del removes; Ctrl+Z undoes.")
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._suspects.beside.dataChanged.connect(self.viewport().update)
        self.doubleClicked.connect(lambda _: self.photo_opened.emit())

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._suspects.rows

    @property
    def current(self) -> Row | None:
        """The chosen row."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def show_rows(self, rows: tuple[Row, ...], walk: Walk) -> None:
        """Lists other photos."""
        if walk is self._suspects.walk:
            return
        with QSignalBlocker(self.selectionModel()):
            self._suspects.rows = rows
            twins = (row.beside for row in rows if row.beside is not None)
            self._suspects.beside.set_walk(Walk.of(twins))
            self._suspects.set_walk(walk)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Shows the review list."""
        self._suspects.marks = marks
        self.viewport().update()

    def choose_next(self) -> None:
        """Goes on to the next row."""
        place = self.currentIndex().row() + 1
        if place < len(self.rows):
            self.setCurrentIndex(self._suspects.index(place))

    @Slot()
    def _on_current(self) -> None:
        self.viewport().update()
        self.row_picked.emit(self.currentIndex().row())

    def event(self, event: QEvent) -> bool:
        """Takes its keys before the shortcuts of the menus."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _word(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        word = _word(event)
        if word:
            self.key_pressed.emit(word)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.photo_opened.emit()
        else:
            super().keyPressEvent(event)


def _word(event: QKeyEvent) -> str:
    """What a key means to a suspect; "" for nothing."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier
    if event.key() == Qt.Key.Key_Z and event.modifiers() & control:
        return "redo" if event.modifiers() & shift.ShiftModifier else "undo"
    return "" if event.modifiers() else KEYS.get(Qt.Key(event.key()), "")


def none_words(found: Judged, group: int) -> str:
    """Says that there are no suspects of a kind."""
    analysis = found.answer.found
    count = len(analysis.places)
    if group == 0 and not analysis.is_labelled:
        return translate("Ranking", "No photo has a true class here.")
    if group == 0 and not found.is_own:
        return counted(
            "No label looks wrong: {n} photos judged out of sample.",
            "No label looks wrong: {n} photo judged out of sample.",
            count,
        )
    return counted(
        "Nothing of this kind among {n} photos.",
        "Nothing of this kind in {n} photo.",
        count,
    )
