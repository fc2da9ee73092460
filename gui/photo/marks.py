"""What is painted over a photo besides maps: the seen box, patches, labels, lines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.raster import photo_image

LABEL_HEIGHT = 28  # px
NUMBER_SIDE = 18  # px


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
    painter.setFont(font("body", 600))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)


def label_rect(
    box: QRectF, words: str, room: QSize, head: int, taken: Sequence[QRectF] = ()
) -> QRectF:
    """Where the label of a patch stands: below it, above near the lower edge.

    Args:
        box: The patch.
        words: Of the label.
        room: The pane.
        head: Height at its top that is kept free [px].
        taken: Where other labels and numbers stand; beside the patch where it would
            hide one of them both below and above.
    """
    width, height = _label_width(words), px(LABEL_HEIGHT)
    left = min(max(box.left(), 4.0), max(room.width() - width - 4, 4.0))
    top = min(max(box.top(), head + 4.0), room.height() - height - 4.0)
    below = QRectF(left, box.bottom() + 8, width, height)
    above = QRectF(left, box.top() - height - 8, width, height)
    inside = QRectF(0, head + 4, room.width(), room.height() - head - 8)
    ways = (
        below,
        above,
        QRectF(box.right() + 8, top, width, height),
        QRectF(box.left() - width - 8, top, width, height),
    )
    fit = [way for way in ways if inside.contains(way)]
    free = [way for way in fit if not any(way.intersects(each) for each in taken)]
    above.moveTop(max(above.top(), head + 4))
    return next(iter([*free, *fit]), above)


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
    return QFontMetricsF(font("body", 600)).horizontalAdvance(words) + 20


def write(
    painter: QPainter, line: QRectF, words: str, face: QFont, shade: QColor
) -> None:
    """Writes one line, shortened where it has no room."""
    painter.setFont(face)
    painter.setPen(shade)
    shown = QFontMetricsF(face).elidedText(
        words, Qt.TextElideMode.ElideRight, line.width()
    )
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
