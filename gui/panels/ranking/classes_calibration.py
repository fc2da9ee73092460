"""The lower part of Classes: whether the network's confidence can be believed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from gui.errors import said
from gui.fonts import px
from gui.widgets.form import Group, column, row, stack, text
from gui.widgets.swatches import Swatch
from gui.widgets.words import fixed, translate
from inference.dataset import Calibration

if TYPE_CHECKING:  # it is loaded when a chart is first shown
    from gui.panels.ranking.classes_charts import Reliability, Sureness

LEAST, HIGHEST = 72, 160  # of the design, the height of a chart
WIDEST = 480  # of the design, likewise its width
WORDS = 150  # of the design, the least that the sentence has


class CalibrationLine(Group):
    """Two charts and a sentence; charts are made when there is something to show."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._charts: tuple[Reliability, Sureness] | None = None
        self._sentence = text("", "body", wraps=True)
        self._error = text("", "muted", wraps=True)
        heading = text(self.tr("Calibration"), "heading")
        verdict = column(heading, self._sentence, self._error, ..., gap=4)
        verdict.setMinimumWidth(px(WORDS))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(verdict, 4)

    def show_calibration(self, calibration: Calibration) -> None:
        """Shows other bins."""
        for chart in self._seen():
            chart.show_calibration(calibration)
        self._sentence.setText(said(calibration.sentence))
        words = self.tr(
            "Expected calibration error {error}, ten bins. Bars: 95 % interval."
        )
        error = fixed(calibration.error)
        self._error.setText(words.format(error=error))

    def hasHeightForWidth(self) -> bool:
        return False  # Qt would hold the charts as high as they may be

    def _seen(self) -> "tuple[Reliability, Sureness]":
        """The charts; made when they are first wanted."""
        if self._charts is None:
            from gui.panels.ranking.classes_charts import Reliability, Sureness

            self._charts = reliability, sureness = Reliability(), Sureness()
            for chart in self._charts:
                chart.setMinimumHeight(px(LEAST))
                chart.setMaximumHeight(px(HIGHEST))
            head = row(text(self.tr("was right"), "label"), ...)
            self._row.insertWidget(0, _below(head, reliability), 4)
            key = (
                *(Swatch("accent"), text(self.tr("right"), "label"), 6),
                *(Swatch("bad"), text(self.tr("wrong"), "label")),
            )
            head = row(text(self.tr("photos"), "label"), ..., *key, gap=4)
            self._row.insertWidget(1, _below(head, sureness), 5)
        return self._charts


def _below(head: Group, chart: "Reliability | Sureness") -> Group:
    """Puts a chart between its heads and the name of its axis."""
    words = translate("Ranking", "said: probability of the first class")
    axis = row(..., text(words, "label"), ..., gap=0)
    whole = stack(Group(), head, (chart, 1), axis, gap=1)
    whole.setMaximumWidth(px(WIDEST))
    return whole
