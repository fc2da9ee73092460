"""Photo, legend, strip and scores below each other, and who of them gives height."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.photo.legend import Legend
from gui.photo.scores import ScoreList
from gui.photo.viewer import ImageViewer
from gui.photo.walk_strip import WalkStrip

ROWS, FEW_ROWS = 5, 3


class LeftColumn(QWidget):
    """Lays them out so that a message above them changes no photo's zoom.

    The scores give it their rows, then the strip its place. What is still lacking the
    photo's room lends: the photo keeps its size, and its margins get smaller.
    """

    def __init__(
        self, viewer: ImageViewer, legend: Legend, strip: WalkStrip, scores: ScoreList
    ) -> None:
        super().__init__()
        self._viewer, self._legend = viewer, legend
        self._strip, self._scores = strip, scores
        self._lacking = 0  # px that messages take beyond what the scores give
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(viewer, 1)
        for part in (legend, strip, scores):
            column.addWidget(part)

    def show_rows(self, *, is_few: bool, given: int) -> None:
        """Gives the scores fewer rows where room is short.

        Args:
            is_few: Whether the window is low.
            given: What is given to messages above the photo [px].
        """
        rows = FEW_ROWS if is_few else ROWS
        self._lacking = given - self._scores.set_rows(rows, given)
        self.share()

    def share(self) -> None:
        """Lets strip and photo give what messages lack."""
        beside = (self._legend, self._scores)
        given = self._strip.fit_into(self.height(), self._lacking, *beside)
        self._viewer.set_lent(self._lacking - given)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()
