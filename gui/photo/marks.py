"""What is painted over a photo besides maps: the seen box, patches, labels, lines."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.raster import photo_image

LABEL_HEIGHT = 28  # px
NUMBER_SIDE = 18  # px
BESIDE = 20  # px beside the words of a label


def paint_seen(painter: QPainter, whole: QRectF, seen: QRectF) -> None:
    """Lets the photo fade outside what the network sees, and dashes the border."""
    for faded in _around(whole, seen):
        painter.fillRect(faded, color("mat", 125))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    white = QPen(QColor("#FFFFFF"), 1.2, Qt.PenStyle.CustomDashLine)
    white.setDashPattern([3, 3])
    white.setCapStyle(Qt.PenCapStyle.FlatCap)
    for pen in (QPen(QColor("#000000"), 1.2), white):
        painter.setPen(pen)
        painter.drawRect(seen)


def paint_patch(
    painter: QPainter,
    box: QRectF,
    fill: tuple[int, int, int] | NDArray[np.uint8] | None,
) -> None:
    """Paints a covered place as the network sees it; None paints the outline alone."""
    if isinstance(fill, tuple):
        painter.fillRect(box, QColor(*fill))
    elif fill is not None:
        painter.drawImage(box, photo_image(fill))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shade, width in ((QColor(0, 0, 0, 170), 4), (QColor("#FFFFFF"), 2)):
        pen = QPen(shade, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box)


def paint_label(painter: QPainter, where: QRectF, words: str) -> None:
    """Paints a few words on a dark ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 22, 25, 235))
    painter.drawRoundedRect(where, 6, 6)
    painter.setPen(QColor("#FFFFFF"))
    face = font("body", 600)
    painter.setFont(face)
    shown = _shortened(words, QFontMetricsF(face), where.width() - BESIDE + 1)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, shown)


def label_rect(
    box: QRectF, words: str, room: QSize, head: int, taken: Sequence[QRectF] = ()
) -> QRectF:
    """Where the label of a patch stands: near it, below if that hides nothing.

    Args:
        box: The patch.
        words: Of the label; they are shortened where the pane is narrower.
        room: The pane.
        head: Height at its top that is kept free [px].
        taken: Where other labels and numbers stand; of the places that all hide some,
            the one that hides the least.
    """
    inside = QRectF(4, head + 4, max(room.width() - 8, 0), room.height() - head - 8)
    size = QSizeF(min(_label_width(words), inside.width()), px(LABEL_HEIGHT))
    fit = [way for way in _ways_beside(box, size, inside) if inside.contains(way)]
    if not fit:  # the pane is lower than a label
        return QRectF(inside.topLeft(), size)
    return min(fit, key=lambda way: sum(_shared(way, each) for each in taken))


def _ways_beside(box: QRectF, size: QSizeF, inside: QRectF) -> Iterator[QRectF]:
    """Places for a label, the better the earlier: around a patch, near before far."""
    wide, high = size.width(), size.height()
    last = max(inside.right() - wide, inside.left())
    top = min(max(box.top(), inside.top()), inside.bottom() - high)
    for away in (8 + step * (high + 4) for step in range(5)):
        for left in (box.left(), box.right() - wide, box.right() + 8, inside.left()):
            across = min(max(left, inside.left()), last)
            yield QRectF(QPointF(across, box.bottom() + away), size)
            yield QRectF(QPointF(across, box.top() - away - high), size)
        for down in (top, box.bottom() - high, box.bottom() + 8, box.top() - high):
            yield QRectF(QPointF(box.right() + away, down), size)
            yield QRectF(QPointF(box.left() - away - wide, down), size)


def _shared(one: QRectF, other: QRectF) -> float:
    """How much two rectangles have in common, in px²."""
    both = one.intersected(other)
    return both.width() * both.height()


def number_rect(box: QRectF) -> QRectF:
    """Where the number of a marked place stands: in its corner."""
    side = px(NUMBER_SIDE)
    return QRectF(box.left() + 1, box.top() + 1, side, side)


def paint_number(painter: QPainter, where: QRectF, number: str) -> None:
    """Paints the number of a marked place on a dark ground."""
    painter.fillRect(where, QColor(20, 22, 25, 235))
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(font("small", 600))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)


def _label_width(words: str) -> float:
    return QFontMetricsF(font("body", 600)).horizontalAdvance(words) + BESIDE


def _shortened(words: str, metrics: QFontMetricsF, room: float) -> str:
    """Leaves the number at the end whole, where a label has no room for its name."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    name, gap, number = words.rpartition("  ")
    taken = metrics.horizontalAdvance(gap + number)
    right = Qt.TextElideMode.ElideRight
    return metrics.elidedText(name, right, room - taken) + gap + number


def write(
    painter: QPainter,
    line: QRectF,
    words: str,
    face: QFont,
    shade: QColor,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Writes one line, shortened where it has no room."""
    painter.setFont(face)
    painter.setPen(shade)
    shown = QFontMetricsF(face).elidedText(words, elide, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _around(outer: QRectF, inner: QRectF) -> list[QRectF]:
    """The four parts of a rectangle that lie outside another one."""
    left, right = inner.left(), inner.right()
    return [
        QRectF(outer.topLeft(), QPointF(outer.right(), inner.top())),
        QRectF(QPointF(outer.left(), inner.bottom()), outer.bottomRight()),
        QRectF(QPointF(outer.left(), inner.top()), QPointF(left, inner.bottom())),
        QRectF(QPointF(right, inner.top()), QPointF(outer.right(), inner.bottom())),
    ]
