"""Small maps in a row, input to output: one for each layer."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.fonts import px
from gui.panels.gradcam.rungs import TILE, Rung
from gui.theme import color, font

Index = QModelIndex | QPersistentModelIndex

CAPTION = 30  # px, two lines
GAP = 10  # px
DIMMED = 0.35  # opacity of rungs that are not of what is asked


class _Rungs(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rungs: tuple[Rung, ...] = ()

    def replace(self, rungs: tuple[Rung, ...]) -> None:
        self.beginResetModel()
        self.rungs = rungs
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self.rungs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rung = self.rungs[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return rung
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("{name}, {size}").format(name=rung.name, size=rung.size)
        return None


class _RungDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_dimmed = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TILE + GAP, TILE + px(CAPTION) + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rung: Rung = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        place = QRectF(rect.left() + GAP / 2, rect.top() + 3, TILE, TILE)
        painter.save()
        painter.setOpacity(DIMMED if self.is_dimmed else 1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, rung.picture)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(place.adjusted(-2, -2, 2, 2))
        painter.setFont(font("label", 600 if is_chosen else 400))
        metrics = painter.fontMetrics()
        for line, words, token in (
            (0, rung.short, "accent" if is_chosen else "text"),
            (1, rung.size, "faint"),
        ):
            painter.setPen(color(token))
            middle = Qt.TextElideMode.ElideMiddle
            shown = metrics.elidedText(words, middle, TILE)
            top = place.bottom() + 4 + line * px(14)
            where = QRectF(place.left(), top, TILE, px(14))
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, shown)
        painter.restore()


class Ladder(QListView):
    """Shows the rungs; one of them is chosen.

    Signals:
        rung_picked: the tensor's name.
    """

    rung_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rungs = _Rungs()
        self.setModel(self._rungs)
        self._delegate = _RungDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Layer ladder"))
        self.setToolTip(self.tr("The map at every layer with places, input to output."))
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """What is shown."""
        return self._rungs.rungs

    @property
    def is_dimmed(self) -> bool:
        """Whether the rungs are pale."""
        return self._delegate.is_dimmed

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Shows rungs pale that are not of what is asked."""
        self._delegate.is_dimmed = is_dimmed
        self.viewport().update()

    def show_rungs(self, rungs: tuple[Rung, ...]) -> None:
        """Shows other maps; none of them is chosen."""
        if rungs is not self.rungs:
            self._rungs.replace(rungs)
            self._fit()

    def show_chosen(self, name: str | None) -> None:
        """Marks a rung, without a signal."""
        names = [rung.name for rung in self.rungs]
        place = names.index(name) if name in names else -1
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self._rungs.index(place, 0))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Is as high as its rungs need; the panel scrolls."""
        columns = max((self.viewport().width() - 1) // (TILE + GAP), 1)
        rows = -(-len(self._rungs.rungs) // columns)
        self.setFixedHeight(max(rows, 1) * (TILE + px(CAPTION) + 8) + 4)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rung_picked.emit(self._rungs.rungs[index.row()].name)
