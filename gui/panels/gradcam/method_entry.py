"""How an entry of the list of methods is drawn: its name, what it does, its cost."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.fonts import px, width_of
from gui.theme import color, font
from gui.widgets.words import translate

Index = QModelIndex | QPersistentModelIndex

ABOUT = Qt.ItemDataRole.UserRole + 1  # what it does, or why it cannot
COST = Qt.ItemDataRole.UserRole + 2
NAME = Qt.ItemDataRole.UserRole + 3

_INSET, _GAP, _LINE = 14, 10, 17  # of the design
_HIGH, _HEAD = 42, 28


def what_it_does() -> dict[str, str]:
    """Returns a few words for each method, by name."""
    return {
        "gradcam": translate("MethodList", "mean gradient × feature map"),
        "hirescam": translate("MethodList", "gradient × feature map, place by place"),
        "layercam": translate("MethodList", "the same, rising gradients only"),
        "scorecam": translate("MethodList", "shows the photo through each map"),
        "integrated-gradients": translate(
            "MethodList", "adds it up from a blank photo to this one"
        ),
        "smoothgrad": translate("MethodList", "averages it over noisy copies"),
        "rise": translate("MethodList", "4,000 random grids"),
        "lime": translate("MethodList", "2,048 patterns of 49 squares, one fit"),
        "occlusion": translate("MethodList", "covers one place after another"),
        "rollout": translate("MethodList", "follows attention, of no class"),
        "gradient-attention": translate(
            "MethodList", "attention where it raises the score"
        ),
    }


class MethodDelegate(QStyledItemDelegate):
    """Paints a method in two lines, its cost at the right; heads stay one line."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        name, words = index.data(NAME), index.data(ABOUT)
        if name is None:
            return QSize(super().sizeHint(option, index).width(), px(_HEAD))
        first = width_of(name, weight=600) + width_of(index.data(COST) or "")
        widest = max(first, width_of(words))
        return QSize(int(widest) + 2 * px(_INSET) + 3 * _GAP, px(_HIGH))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if index.data(NAME) is None:
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, color("accent_soft"))
        self._paint_words(painter, QRectF(option.rect), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        is_able = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        inside = rect.adjusted(px(_INSET), 4, -px(_INSET), 0)
        inside.setHeight(px(_LINE))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(font("body", 600))
        painter.setPen(color("text" if is_able else "faint"))
        painter.drawText(inside, left, index.data(NAME))
        painter.setFont(font("small"))
        painter.setPen(color("muted" if is_able else "faint"))
        if is_able:
            painter.drawText(inside, right, index.data(COST) or "")
        below = inside.translated(0, px(_LINE))
        mode = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(
            index.data(ABOUT), mode, int(below.width())
        )
        painter.drawText(below, left, words)
