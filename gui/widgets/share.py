"""A share of photos with its 95 % interval: groove, interval, dot, number."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import px, width_of
from gui.theme import color, font
from gui.widgets.words import percent, translate
from inference.dataset import Share

HEIGHT = 18  # of the design
GROOVE = 5  # px
DOT = 4.0  # px, radius
GAP = 10  # px between groove and number


class ShareBar(QWidget):
    """Paints a share from 0 to 1; the interval says how far it can be trusted."""

    def __init__(self, token: str = "muted") -> None:
        super().__init__()
        self._share: Share | None = None
        self._token = token
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(96), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(64), px(HEIGHT))

    def show_share(self, share: Share | None, token: str = "muted") -> None:
        """Shows another share; None leaves the place empty.

        Args:
            share: So many of so many.
            token: The colour of the dot.
        """
        self._share, self._token = share, token
        self.setAccessibleName("" if share is None else share_words(share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        number = width_of("100 %", weight=600)
        groove = QRectF(0, 0, area.width() - number - GAP, GROOVE)
        groove.moveCenter(QPointF(groove.center().x(), area.center().y()))
        self._paint_groove(painter, groove, self._share)
        painter.setFont(font("body", 600))
        painter.setPen(color("text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, percent(self._share.value))

    def _paint_groove(self, painter: QPainter, groove: QRectF, share: Share) -> None:
        low, high = (groove.left() + end * groove.width() for end in share.interval)
        interval = QRectF(low, groove.top(), high - low, groove.height())
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, token in ((groove, "raised"), (interval, "ghost")):
            painter.setBrush(color(token))
            painter.drawRoundedRect(rect, GROOVE / 2, GROOVE / 2)
        painter.setBrush(color(self._token))
        at = groove.left() + share.value * groove.width()
        at = min(max(at, groove.left() + DOT), groove.right() - DOT)
        painter.drawEllipse(QPointF(at, groove.center().y()), DOT, DOT)


def share_words(share: Share) -> str:
    """Says a share with its interval: "60 % (45 to 74), 24 of 40 photos"."""
    low, high = share.interval
    words = translate("Share", "{share} ({low:.0f} to {high:.0f}), {hits} of {total}")
    return words.format(
        share=percent(share.value),
        low=100 * low,
        high=100 * high,
        hits=share.hits,
        total=share.total,
    )
