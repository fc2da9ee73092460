"""The channels of a vector: a bar for each number."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gui.fonts import px
from gui.panels.activations.tiles import TileSheet
from gui.theme import color, font
from gui.widgets.words import local

BAR = 18  # px, height of a row
NUMBER, VALUE = 44, 76  # px beside a bar


def paint_bar(
    painter: QPainter,
    sheet: TileSheet,
    row: QRectF,
    channel: int,
    *,
    is_current: bool,
    is_pinned: bool,
) -> None:
    """Paints number, bar and value of a channel into a row."""
    assert sheet.values is not None
    if is_current:
        painter.fillRect(row, color("accent_soft"))
    painter.setFont(font("label", 600 if is_current or is_pinned else 400))
    painter.setPen(color("accent" if is_pinned else "muted"))
    number = QRectF(4, row.top(), px(NUMBER) - 4, px(BAR))
    painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(channel))
    low = min(float(sheet.values.min()), 0.0)
    span = (max(float(sheet.values.max()), 0.0) - low) or 1.0
    room = row.width() - px(NUMBER) - px(VALUE)
    value = float(sheet.values[channel])
    zero = px(NUMBER) - low / span * room
    end = px(NUMBER) + (value - low) / span * room
    width = max(abs(end - zero), 1.0)
    bar = QRectF(min(zero, end), row.top() + 4, width, px(BAR) - 8)
    painter.fillRect(bar, color("accent" if value >= 0 else "bad"))
    painter.setPen(color("text"))
    words = QRectF(row.right() - px(VALUE), row.top(), px(VALUE) - 6, px(BAR))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(words, align, local(f"{value:.4g}"))
