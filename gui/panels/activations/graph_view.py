"""A network as boxes and lines: scroll to zoom, drag to move, click to choose."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsScene,
    QGraphicsView,
)

from gui.fonts import px
from gui.panels.activations.graph_columns import in_columns
from gui.panels.activations.graph_items import DOWN, Box, BoxWords, Line, line, spot
from gui.panels.activations.graph_layout import Block, Placed

LARGEST, SMALLEST = 2.0, 0.1
STEP = 1.2
READABLE = 0.8  # the smallest scale that a large view takes by itself
WIDEST = 1.6  # the largest
FEWEST = 4  # ranks of a column
LOW = 140  # of the design, its least height
CLICK = 4  # px that a click may move
FADED = 0.25  # opacity of boxes that the search leaves out


class NetGraph(QGraphicsView):
    """Draws blocks of nodes.

    Signals:
        node_picked: the first node of the box that was clicked.
        block_toggled: place of a box of several nodes, to be opened.
    """

    node_picked = Signal(int)
    block_toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self._boxes: list[Box] = []
        self._lines: list[Line] = []
        self._placed, self._tallest = Placed((), ()), 0
        self._is_large = False
        self._is_fitted = True  # until it is zoomed or moved
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._pressed = QPointF()
        self.setMinimumHeight(px(LOW))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        anchor = QGraphicsView.ViewportAnchor.AnchorUnderMouse
        self.setTransformationAnchor(anchor)
        self.setAccessibleName(self.tr("Drawn network"))
        self.setToolTip(
            self.tr("Scroll to zoom, drag to move; click a box to choose its layer.")
        )

    def show_graph(
        self,
        blocks: Sequence[Block],
        placed: Placed,
        words: Sequence[BoxWords],
    ) -> None:
        """Draws another network; `words` say what stands in each box."""
        self._scene.clear()
        self._boxes, self._lines = [], []
        self._placed = placed
        for place, (block, said) in enumerate(zip(blocks, words, strict=True)):
            box = Box(place, block, said)
            self._scene.addItem(box)
            self._boxes.append(box)
        self._place()

    def set_large(self, *, is_large: bool) -> None:
        """Breaks a tall drawing into columns that fill a large view."""
        self._is_large, self._is_fitted, self._tallest = is_large, True, 0
        self._settling.start()

    def _place(self) -> None:
        """Puts boxes and lines where they belong in a view of this height."""
        self._tallest = self._ranks_in_view
        placed = self._placed
        if self._is_large:
            placed = in_columns(placed, self._tallest)
        for each in self._lines:
            self._scene.removeItem(each)
        self._lines = [line(way) for way in placed.ways]
        for each in self._lines:
            self._scene.addItem(each)
        for box, (column, rank) in zip(self._boxes, placed.places, strict=True):
            box.setPos(spot(column, rank))
        self._scene.setSceneRect(
            self._scene.itemsBoundingRect().adjusted(-40, -24, 40, 24)
        )

    @property
    def _ranks_in_view(self) -> int:
        """How many ranks are seen at once in a size that is read."""
        height = self.viewport().height() / READABLE - 48
        return max(int(height / px(DOWN)), FEWEST)

    def set_picked(self, node: int, *, is_shown: bool = True) -> None:
        """Marks the box of a node and brings it into sight."""
        for box in self._boxes:
            box.set_picked(is_picked=node in box.block.nodes)
            if box.is_picked and is_shown:
                self.ensureVisible(box, 20, 20)

    def _show_picked(self) -> None:
        for box in self._boxes:
            if box.is_picked:
                self.ensureVisible(box, 20, 20)

    def set_found(self, nodes: frozenset[int] | None) -> None:
        """Lets all boxes but those of some nodes fade; None shows all alike."""
        for box in self._boxes:
            is_other = nodes is not None and nodes.isdisjoint(box.block.nodes)
            box.setOpacity(FADED if is_other else 1.0)

    def fit_picked(self) -> None:
        """Brings the chosen box to the middle, in a size that is read."""
        for box in self._boxes:
            if box.is_picked:
                self._is_fitted = False
                self.resetTransform()
                self.centerOn(box)

    def show_box(self, place: int) -> None:
        """Brings a box to the upper part of the view."""
        if place < len(self._boxes):
            below = self.viewport().height() / 3 / self.transform().m22()
            self.centerOn(self._boxes[place].pos() + QPointF(0, below))

    def fit(self) -> None:
        """Shows as much as is readable, from the start; a short network fills it."""
        self._is_fitted = True
        self.resetTransform()
        whole, room = self._scene.sceneRect(), self.viewport().rect()
        across = room.width() / max(whole.width(), 1)
        down = room.height() / max(whole.height(), 1)
        if self._is_large:
            self._zoom(min(max(min(across, down), READABLE), WIDEST))
        else:
            self._zoom(min(max(across, 0.6), 1.0))
        starts_left = whole.width() * self.transform().m11() > room.width()
        middle = whole.left() if self._is_large and starts_left else whole.center().x()
        self.centerOn(middle, 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def fit_all(self) -> None:
        """Shows all of it."""
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() > 1:
            self.fit()

    def _zoom(self, factor: float) -> None:
        scale = self.transform().m11() * factor
        if SMALLEST <= scale <= LARGEST:
            self.scale(factor, factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._is_fitted = False
        self._zoom(STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() <= 0:
            self.fit()
        if self._is_large:
            self._settling.start()

    @Slot()
    def _settle(self) -> None:
        """Fills the view anew, once, when its size is no longer about to change."""
        if self._tallest != self._ranks_in_view:
            self._place()
        if self._is_fitted:
            self.fit()
            self._show_picked()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        moved = (event.position() - self._pressed).manhattanLength()
        self._is_fitted &= moved <= CLICK
        box = self.itemAt(event.position().toPoint())
        if moved > CLICK or not isinstance(box, Box):
            return
        if len(box.block.nodes) > 1:
            self.block_toggled.emit(box.place)
        else:
            self.node_picked.emit(box.block.nodes[0])
