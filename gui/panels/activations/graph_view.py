"""A network as boxes and lines: scroll to zoom, drag to move, click to choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.panels.activations.graph_layout import Block, Placed
from gui.theme import color, font
from gui.widgets.words import as_tip

WIDTH, HEIGHT = 176.0, 54.0  # of a box
LINE = 16.0  # of words in it
ACROSS, DOWN = 200.0, 76.0  # from one box to the next
LARGEST, SMALLEST = 2.0, 0.1
STEP = 1.2
CLICK = 4  # px that a click may move
FADED = 0.25  # opacity of boxes that the search leaves out


@dataclass(frozen=True, slots=True)
class BoxWords:
    """What a box says.

    Attributes:
        title: Operator, or how many nodes are folded.
        shape: Of what it gives.
        rest: Attributes; "" where there are none.
        tip: All of it.
    """

    title: str
    shape: str
    rest: str
    tip: str


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
        self.setScene(self._scene)
        self._boxes: list[_Box] = []
        self._pressed = QPointF()
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
        words: Callable[[Block], BoxWords],
    ) -> None:
        """Draws another network; `words` says what stands in a box."""
        self._scene.clear()
        self._boxes = []
        for way in placed.ways:
            self._scene.addItem(_line(way))
        for place, (block, at) in enumerate(zip(blocks, placed.places, strict=True)):
            box = _Box(place, block, words(block))
            box.setPos(at[0] * ACROSS, at[1] * DOWN)
            self._scene.addItem(box)
            self._boxes.append(box)
        self._scene.setSceneRect(
            self._scene.itemsBoundingRect().adjusted(-40, -24, 40, 24)
        )

    def set_picked(self, node: int, *, is_shown: bool = True) -> None:
        """Marks the box of a node and brings it into sight."""
        for box in self._boxes:
            box.set_picked(is_picked=node in box.block.nodes)
            if box.is_picked and is_shown:
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
                self.resetTransform()
                self.centerOn(box)

    def show_box(self, place: int) -> None:
        """Brings a box to the upper part of the view."""
        if place < len(self._boxes):
            below = self.viewport().height() / 3 / self.transform().m22()
            self.centerOn(self._boxes[place].pos() + QPointF(0, below))

    def fit(self) -> None:
        """Shows as much of the width as is readable, from the start."""
        self.resetTransform()
        whole = self._scene.sceneRect()
        room = self.viewport().width() / max(whole.width(), 1)
        self._zoom(min(max(room, 0.6), 1.0))
        self.centerOn(whole.center().x(), 0)
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
        self._zoom(STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() <= 0:
            self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        moved = (event.position() - self._pressed).manhattanLength()
        box = self.itemAt(event.position().toPoint())
        if moved > CLICK or not isinstance(box, _Box):
            return
        if len(box.block.nodes) > 1:
            self.block_toggled.emit(box.place)
        else:
            self.node_picked.emit(box.block.nodes[0])


class _Box(QGraphicsItem):
    def __init__(self, place: int, block: Block, words: BoxWords) -> None:
        super().__init__()
        self.place, self.block, self.is_picked = place, block, False
        self._words = words
        self.setToolTip(as_tip(words.tip))

    def set_picked(self, *, is_picked: bool) -> None:
        if is_picked != self.is_picked:
            self.is_picked = is_picked
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-WIDTH / 2 - 3, -HEIGHT / 2 - 3, WIDTH + 12, HEIGHT + 12)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        box = QRectF(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT)
        edge = color("accent" if self.is_picked else "edge")
        painter.setPen(QPen(edge, 2 if self.is_picked else 1))
        painter.setBrush(color("accent_soft" if self.is_picked else "surface"))
        if self.block.repeats > 1:
            painter.drawRoundedRect(box.translated(5, 5), 6, 6)
        painter.drawRoundedRect(box, 6, 6)
        lines = [
            (self._words.title, "small", 600, "text"),
            (self._words.shape, "label", 400, "muted"),
            (self._words.rest, "label", 400, "muted"),
        ]
        lines = [line for line in lines if line[0]]
        top = -LINE * len(lines) / 2
        for place, (words, role, weight, ink) in enumerate(lines):
            line = QRectF(8 - WIDTH / 2, top + place * LINE, WIDTH - 16, LINE)
            painter.setFont(font(role, weight))  # type: ignore[arg-type]
            painter.setPen(color(ink))
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(words, mode, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)


class _Line(QGraphicsPathItem):
    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        painter.setPen(QPen(color("edge"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path())


def _line(way: Sequence[tuple[float, int]]) -> _Line:
    """A curve through the bends, from the foot of one box to the head of another."""
    places = [QPointF(column * ACROSS, rank * DOWN) for column, rank in way]
    half = QPointF(0, HEIGHT / 2)
    path = QPainterPath(places[0] + half)
    for first, last in pairwise(places):
        start, end = first + half, last - half
        middle = (start.y() + end.y()) / 2
        path.lineTo(start)
        path.cubicTo(QPointF(start.x(), middle), QPointF(end.x(), middle), end)
    return _Line(path)
