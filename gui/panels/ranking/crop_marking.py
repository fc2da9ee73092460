"""The crop of a photo as a mark of the review list."""

from PySide6.QtCore import QObject, Slot

from gui.crop import Crop
from gui.panels.ranking.judging import Judging
from gui.panels.ranking.ranking import Ranking
from gui.session import Session
from inference.dataset import Mark
from inference.geometry import Box


class CropMarking(QObject):
    """Puts the crop on the review list, and tells it whether it is there."""

    def __init__(
        self, session: Session, crop: Crop, ranking: Ranking, judging: Judging
    ) -> None:
        super().__init__(ranking)
        self._session, self._crop = session, crop
        self._ranking, self._judging = ranking, judging
        judging.changed.connect(self.look)
        crop.changed.connect(self.look)
        crop.marked.connect(self._mark)

    @property
    def _name(self) -> str | None:
        """The photo's way from the dataset's folder; None where it is none of it."""
        photo, dataset = self._session.subject.request.photo, self._ranking.dataset
        if photo is None or dataset is None or not self._ranking.holds(photo):
            return None
        return dataset.way_to(photo)

    @Slot()
    def look(self) -> None:
        """Says whether the photo may be marked, and its crop is."""
        name = self._name
        mark = None if name is None else self._judging.marks.get(name)
        crop = None if mark is None else mark.crop
        is_marked = crop is not None and crop == self._crop.box
        self._crop.set_markable(is_markable=name is not None, is_marked=is_marked)

    @Slot(object)
    def _mark(self, box: Box) -> None:
        """Puts a part of the photo on the review list, by its true class."""
        true, prediction = self._session.true_class, self._session.subject.prediction
        label = "" if true is None or not prediction else prediction.labels[true]
        if (name := self._name) is not None:
            self._judging.mark(name, Mark("crop", label, box))
