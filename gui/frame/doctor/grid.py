"""The grid of ways: normalisations by ways to resize."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from gui.errors import said
from gui.frame.doctor.cell import WayCell
from gui.frame.doctor.study import Study
from gui.frame.doctor.words import resize_heads, way_hint, way_title
from gui.session import Session
from gui.widgets.form import Group, column, text
from inference.classifier import RESIZES
from inference.dataset import Share
from inference.doctor import Examination, Way

GAP = 6  # px between cells


class WayGrid(Group):
    """Shows what each way says of the photo, and how often it is right.

    Signals:
        tried: a `Way` that was clicked.
        applied: a `Way` that was clicked twice.
    """

    tried = Signal(object)
    applied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ways: tuple[Way, ...] = ()
        self._cells: list[WayCell] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(GAP)
        self._layout.setVerticalSpacing(GAP)
        for place in range(len(RESIZES)):
            self._layout.setColumnStretch(place + 1, 1)

    def show_study(self, study: Study, session: Session) -> None:
        """Shows what is known by now."""
        if study.ways != self._ways:
            self._build(study.ways)
        opened = session.subject.opened
        if opened is None:
            return
        verdict, trial = study.verdict, session.subject.request.trial
        offered = None if verdict is None else verdict.offered.way
        answers, shares = _answers(study.here), _shares(study.found)
        for way, cell in zip(self._ways, self._cells, strict=True):
            cell.show_state(
                is_offered=way == offered,
                is_used=way.preprocessing == opened.preprocessing,
                is_tried=way == trial,
            )
            index, probability = answers.get(way, (None, None))
            label = "" if index is None else said(opened.labels[index])
            cell.show_answer(label, probability)
            cell.show_share(shares.get(way))

    def _build(self, ways: tuple[Way, ...]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._ways, self._cells = ways, []
        if not ways:
            return
        columns = [way.preprocessing.resize for way in ways[: len(RESIZES)]]
        heads = resize_heads(ways[0])
        for place, resize in enumerate(columns):
            head = text(heads[resize], "muted", wraps=True)
            head.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self._layout.addWidget(head, 0, place + 1)
        for w, way in enumerate(ways):
            line, place = divmod(w, len(columns))
            if place == 0:
                self._layout.addWidget(_row_head(way), line + 1, 0)
            self._layout.addWidget(self._made_cell(way), line + 1, place + 1)

    def _made_cell(self, way: Way) -> WayCell:
        cell = WayCell()
        cell.show_name(said(way.words))
        cell.clicked.connect(lambda: self.tried.emit(way))
        cell.applied.connect(lambda: self.applied.emit(way))
        self._cells.append(cell)
        return cell


def _row_head(way: Way) -> Group:
    title, hint = text(way_title(way), "strong"), text(way_hint(way), "muted")
    head = column(..., title, hint, ..., gap=1, margins=(0, 0, 8, 0))
    head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return head


def _answers(here: Examination | None) -> dict[Way, tuple[int, float]]:
    """The first class of the photo that is open, and its probability, by way."""
    if here is None or not here.photos:
        return {}
    firsts = zip(here.leading[:, 0], here.confidence[:, 0], strict=True)
    return {
        way: (int(index), float(probability))
        for way, (index, probability) in zip(here.ways, firsts, strict=True)
    }


def _shares(found: Examination | None) -> dict[Way, Share]:
    """How often each way is right, or agrees with most; one photo tells nothing."""
    if found is None or len(found.photos) < 2:
        return {}
    return {
        each.way: each.agreement if each.right is None else each.right
        for each in found.tried
    }
