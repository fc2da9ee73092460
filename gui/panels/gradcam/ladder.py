"""Small maps in a row, input to output: one for each layer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

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
    Slot,
)
from PySide6.QtGui import QBrush, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.fonts import px, width_of
from gui.panels.gradcam.rungs import TILE, Rung
from gui.theme import color, font
from gui.widgets.raster import level_image
from gui.widgets.words import as_tip, fixed

Index = QModelIndex | QPersistentModelIndex

LINE = 14  # of the design, of a caption
GAP = 8  # px
_BREAK = re.compile(r"\.(?!\d)|(?<=_)(?!$)")
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._words(rung))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(rung)
        return None

    def _words(self, rung: Rung) -> str:
        words = self.tr("{name}, {size}")
        if rung.is_empty:
            words = self.tr("{name}, {size}: nothing is left here")
        return words.format(name=rung.name, size=rung.size)


class _RungDelegate(QStyledItemDelegate):
    """Paints a rung as wide as its cell.

    Attributes:
        cell: How much room each rung has, in px.
        lines: How many lines the names have.
        is_dimmed: Whether the rungs are pale.
        color_map: The colours that are wanted, or "automatic".
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cell, self.lines = QSize(TILE + GAP, TILE), 1
        self.is_dimmed = False
        self.color_map = "automatic"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rung: Rung = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        side = self.cell.width() - GAP
        place = QRectF(rect.left() + 2, rect.top() + 3, side, side)
        painter.save()
        painter.setOpacity(DIMMED if self.is_dimmed else 1.0)
        _paint_map(painter, place, rung, self.color_map)
        if is_chosen:
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        self._paint_words(painter, place, rung, is_chosen=is_chosen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, place: QRectF, rung: Rung, *, is_chosen: bool
    ) -> None:
        painter.setFont(font("label", 600 if is_chosen else 400))
        metrics, side = painter.fontMetrics(), int(place.width())
        name = _broken(rung.short, side, metrics.horizontalAdvance)[: self.lines]
        name += [""] * (self.lines - len(name))
        for line, words in enumerate([*name, rung.size]):
            is_size = line == self.lines
            ink = "faint" if is_size else "accent" if is_chosen else "text"
            painter.setPen(color(ink))
            cut = Qt.TextElideMode.ElideRight if line else Qt.TextElideMode.ElideMiddle
            shown = metrics.elidedText(words, cut, side)
            top = place.bottom() + 4 + line * px(LINE)
            where = QRectF(place.left(), top, place.width(), px(LINE))
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, shown)


def _told(rung: Rung, worth: float | None) -> Rung:
    """Returns a rung that tells its worth in place of its size."""
    return rung if worth is None else replace(rung, size=fixed(worth))


def _paint_map(painter: QPainter, place: QRectF, rung: Rung, color_map: str) -> None:
    if rung.is_empty:
        painter.fillRect(place, color("raised"))
        painter.fillRect(place, QBrush(color("edge"), Qt.BrushStyle.BDiagPattern))
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    colors = rung.color_map if color_map == "automatic" else color_map
    painter.drawImage(place, level_image(rung.levels, colors))


def _broken(name: str, room: int, width: Callable[[str], int]) -> list[str]:
    """Breaks a name that has no room on one line, so that both parts have room.

    Best is a dot, else an underscore, as late as possible. A number stays with what it
    counts: "features.12", "squeeze".
    """
    if width(name) <= room:
        return [name]
    pairs = [(name[: at.start()], name[at.end() :]) for at in _BREAK.finditer(name)]
    fit = [pair for pair in pairs if width(pair[0]) <= room]
    if not fit:
        return [name]

    def worth(pair: tuple[str, str]) -> tuple[bool, bool, int]:
        first, second = pair
        return width(second) <= room, not first.endswith("_"), len(first)

    best = max(fit, key=worth)
    return [*best]


class Ladder(QListView):
    """Shows the rungs; one of them is chosen and in sight.

    Signals:
        rung_picked: the tensor's name.
    """

    rung_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._made: tuple[Rung, ...] = ()
        self._worths: Mapping[str, float] = {}
        self._all: tuple[Rung, ...] = ()  # in the order in which they stand
        self._is_every = False
        self._chosen: str | None = None
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
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Layer ladder"))
        self.setToolTip(self.tr("The map layer by layer, input to output."))
        queued = Qt.ConnectionType.QueuedConnection  # the view is done with choosing
        self.selectionModel().currentChanged.connect(self._on_current, queued)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """What is shown."""
        return self._rungs.rungs

    @property
    def is_dimmed(self) -> bool:
        """Whether the rungs are pale."""
        return self._delegate.is_dimmed

    def set_color_map(self, name: str) -> None:
        """Draws the maps in these colours, or with "automatic" as their signs want."""
        self._delegate.color_map = name
        self.viewport().update()

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Shows rungs pale that are not of what is asked."""
        self._delegate.is_dimmed = is_dimmed
        self.viewport().update()

    def show_rungs(self, rungs: tuple[Rung, ...]) -> None:
        """Shows other maps."""
        if rungs is not self._made:
            self._made = rungs
            self._arrange()

    def show_worths(self, worths: Mapping[str, float]) -> None:
        """Puts what is worth most first, and tells that in place of sizes.

        Args:
            worths: Of layers, by name; of none, all stand as the network runs.
        """
        if worths != self._worths:
            self._worths = worths
            self._arrange()

    def _arrange(self) -> None:
        worths = self._worths
        self._all = self._made
        if worths:
            least = min(worths.values()) - 1
            told = (_told(rung, worths.get(rung.name)) for rung in self._made)
            self._all = tuple(
                sorted(told, key=lambda rung: -worths.get(rung.name, least))
            )
        self._offer()

    def show_every(self, is_every: bool) -> None:
        """Shows every layer, or one for each convolution with its activation."""
        self._is_every = is_every
        self._offer()

    def show_chosen(self, name: str | None) -> None:
        """Marks a rung and brings it into sight, without a signal."""
        self._chosen = name
        self._offer()

    def _offer(self) -> None:
        """Shows the rungs that are wanted; the chosen one is always among them."""
        offered = tuple(each for each in self._all if self._is_wanted(each))
        names = [rung.name for rung in offered]
        place = names.index(self._chosen) if self._chosen in names else -1
        with QSignalBlocker(self.selectionModel()):
            if offered != self.rungs:
                self._rungs.replace(offered)
                self._fit()
            self.setCurrentIndex(self._rungs.index(place, 0))
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _is_wanted(self, rung: Rung) -> bool:
        return self._is_every or rung.is_usual or rung.name == self._chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        """Gives the rungs all of the width, and their names the lines they need."""
        room = self.viewport().width() - 1
        side = room // max(room // (TILE + GAP), 1)
        shown = [rung.short for rung in self.rungs]
        lines = 1 + any(width_of(name, "label", 600) > side - GAP for name in shown)
        height = side - GAP + px(LINE) * (lines + 1) + 12
        self._delegate.cell, self._delegate.lines = QSize(side, height), lines
        self.setGridSize(QSize(side, height))
        self.setMinimumHeight(2 * height)
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _on_current(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self.rungs[index.row()].name != self._chosen:
            self.rung_picked.emit(self.rungs[index.row()].name)
