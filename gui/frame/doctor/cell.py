"""A cell of the grid: what one way says of the photo, and how often it is right."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.fonts import px
from gui.theme import color, font
from gui.widgets.form import named, row, stack
from gui.widgets.share import ShareBar, share_words
from gui.widgets.words import facts, score
from inference.dataset import Share

HEIGHT, WIDTH = 54, 132  # of the design
INSET = 10  # px
BADGE = 4  # px, radius of cells
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WayCell(QAbstractButton):
    """Shows one way to feed the model; a click tries it.

    Signals:
        applied: it was clicked twice, or Enter was pressed.
    """

    applied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label, self._number, self._states = "", "", ""
        self._is_offered = self._is_used = self._is_tried = False
        self._bar = ShareBar()
        self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        stack(self, ..., row(self._bar), margins=(INSET, 0, INSET, 6))

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_name(self, name: str) -> None:
        """Says which way it is."""
        tip = self.tr(
            "A click tries this way to feed the model, a double click uses it from "
            "now on."
        )
        named(self, name, tip)

    def show_answer(self, label: str, probability: float | None) -> None:
        """Shows the first class of the photo; "" while it is not known."""
        self._label = label
        self._number = "" if probability is None else score(probability)
        self._describe()

    def show_share(self, share: Share | None) -> None:
        """Shows how often it is right, or agrees with most; None for not known."""
        token = "accent" if self._is_offered else "muted"
        self._bar.show_share(share, "warn" if self._is_used else token)
        self._describe(share)

    def show_state(self, *, is_offered: bool, is_used: bool, is_tried: bool) -> None:
        """Says whether it is offered, holds, or is tried."""
        self._is_offered, self._is_used = is_offered, is_used
        self._is_tried = is_tried
        states = (
            (is_used, self.tr("used now")),
            (is_offered, self.tr("offered")),
            (is_tried, self.tr("tried")),
        )
        self._states = facts(*(words for is_so, words in states if is_so))
        self.update()

    def _describe(self, share: Share | None = None) -> None:
        counted = "" if share is None else share_words(share)
        answer = f"{self._label} {self._number}".strip()
        self.setAccessibleDescription(facts(answer, counted, self._states))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.applied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.applied.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        area = QRectF(self.rect()).adjusted(INSET, 6, -INSET, 0)
        area.setHeight(px(20))
        is_bold = self._is_offered or self._is_used
        face = font("body", 600 if is_bold else 400)
        painter.setFont(font())
        painter.setPen(color("text"))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | side, self._number)
        painter.setFont(face)
        taken = painter.fontMetrics().horizontalAdvance(self._number) + 10
        room = int(area.width()) - taken
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self._label, right, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | side, shown)

    def _paint_ground(self, painter: QPainter) -> None:
        is_marked = self._is_offered or self._is_used or self._is_tried
        edge = "warn" if self._is_used else "accent" if self._is_offered else "line"
        pen = QPen(color("text" if self._is_tried else edge), 2 if is_marked else 1)
        if self.hasFocus():
            pen = QPen(color("accent"), 3)
        painter.setPen(pen)
        ground = "accent_soft" if self._is_offered else "surface"
        painter.setBrush(color("raised" if self.underMouse() else ground))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), BADGE, BADGE
        )
