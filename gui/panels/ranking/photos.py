"""The page Photos: metrics at the left, and the photos of the dataset in order."""

from dataclasses import replace
from math import isnan
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane
from gui.panels.ranking.asked import Answer, Wish
from gui.panels.ranking.chips import Chips
from gui.panels.ranking.filters import Filters
from gui.panels.ranking.metrics import MetricsColumn, MetricsLine
from gui.panels.ranking.order import OrderControls
from gui.panels.ranking.suspect_rows import mark_words
from gui.walk import Walk
from gui.widgets.form import Group, column, row, text
from gui.widgets.photo_field import Caption, PhotoField
from gui.widgets.words import facts, fixed, score
from gui.widgets.words import number as activation
from inference.dataset import Marks
from inference.image import KeptThumbnails

METRICS = 250  # of the design, the width of the column
GAP = 20  # px between the column and the photos
WIDE = 790  # of the design; narrower, the metrics are one line


class PhotosPage(Group):
    """Shows a ranking; what is chosen in it is opened.

    Signals:
        wish_changed: another ranking is wanted, a `Wish`.
        photo_picked: `Path` of a photo of the ranking.
        photo_opened: it is wanted in the tab that was used last.
    """

    wish_changed = Signal(object)
    photo_picked = Signal(object)
    photo_opened = Signal()

    def __init__(self, lane: Lane, picker: QWidget) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._wish = Wish()
        self._offered: tuple[tuple[str, ...], int] = ((), 0)  # and how many are used
        self._marks: Marks = {}
        self._is_confusion = False  # in place of the photos, where room is short
        self.order = OrderControls()
        self.chips = Chips()
        line = row((self.chips, 1), text(self.tr("Map"), "label"), picker)
        self.field = PhotoField(KeptThumbnails(), lane)
        self._metrics = MetricsColumn()
        self._line = MetricsLine()
        self._nothing = text(self.tr("No photo fits these filters."), "muted")
        self._photos = column(self.order, line, (self.field, 1), self._nothing, gap=8)
        layout = QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._metrics)
        layout.addWidget(self._photos, 1)
        whole = column(self._line, gap=8)
        inner = whole.layout()
        assert inner is not None
        body = Group()
        body.setLayout(layout)
        inner.addWidget(body)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.order.wish_changed.connect(self.wish_changed)
        self.chips.wish_changed.connect(self.wish_changed)
        self.field.photo_picked.connect(self.photo_picked)
        self.field.photo_opened.connect(self.photo_opened)
        self._metrics.cell_picked.connect(self._toggle_cell)
        self._line.confusion_clicked.connect(self._toggle_confusion)

    # ---- what is shown

    def show_wish(self, wish: Wish, labels: tuple[str, ...], used: int) -> None:
        """Shows what is asked for, of a model with these classes."""
        self._wish = wish
        if (labels, used) != self._offered:
            self._offered = (labels, used)
            self.order.set_classes(labels, used)
        self.order.show_wish(wish)
        self.chips.show_wish(wish, labels)

    def show_answer(self, answer: Answer | None) -> None:
        """Shows a ranking; None takes it away."""
        self._answer = answer
        if answer is not None:
            self.field.show_walk(answer.walk, self._caption)
            self.chips.show_count(len(answer.rows))
            self._nothing.setVisible(not len(answer.rows))
            self._metrics.show_answer(answer)
            self._line.show_answer(answer)
        self._arrange()

    def forget(self) -> None:
        """Lets go of the photos of another dataset."""
        self.field.show_walk(Walk(), self._caption)
        self.chips.show_count(0)

    def show_marks(self, marks: Marks) -> None:
        """Shows what is on the review list."""
        if marks is not self._marks:
            self._marks = marks
            self.field.viewport().update()

    def show_photo(self, photo: Path | None) -> None:
        """Frames the photo that is looked at."""
        self.field.set_current(self.field.walk.place(photo))

    def _caption(self, row: int) -> Caption:
        answer = self._answer
        if answer is None or row >= len(answer.rows):
            return Caption("", "", "", "")
        found, n = answer.found, int(answer.rows[row])
        true, predicted = int(found.true[n]), int(found.predicted[n])
        glyph = "" if true < 0 else "✓" if true == predicted else "✗"
        place, number = int(found.places[n]), _number(answer, row)
        activity = answer.question.activity
        boxes = () if activity is None else activity.peak(place)
        below = self._below(answer, place, true)
        return Caption(glyph, said(found.names[predicted]), number, below, boxes)

    def _below(self, answer: Answer, place: int, true: int) -> str:
        """The mark of a photo on the review list, and its true class."""
        dataset, names = answer.found.scored.dataset, answer.found.names
        photo = dataset.photos[place]
        label = said(names[true]) if true >= 0 else photo.label
        mark = self._marks.get(dataset.way_to(photo.path))
        return facts(
            mark_words(mark) if mark is not None else "",
            self.tr("true: {name}").format(name=label) if label else "",
        )

    # ---- what a person asks

    def _set_filters(self, filters: Filters) -> None:
        self.wish_changed.emit(replace(self._wish, filters=filters))

    def _toggle_cell(self, true: int, predicted: int) -> None:
        """Shows the photos of a cell; the same cell again shows all."""
        former = self._wish.filters
        is_again = (former.true, former.predicted) == (true, predicted)
        cell = (None, None) if is_again else (true, predicted)
        self._is_confusion = False
        self._set_filters(replace(former, true=cell[0], predicted=cell[1]))
        self._arrange()

    def _toggle_confusion(self) -> None:
        self._is_confusion = not self._is_confusion
        self._arrange()

    # ---- room

    @property
    def _wide(self) -> int:
        """How wide the page has to be for the metrics beside the photos, in px."""
        photos = self._photos.minimumSizeHint().width()
        return max(px(WIDE), px(METRICS) + GAP + photos)

    def minimumSizeHint(self) -> QSize:
        """Is that of the narrow page: the metrics ask for no width, they are given it.

        Else a page that became wide would stay so when the window gets narrower.
        """
        height = super().minimumSizeHint().height()
        parts = (self._photos, self._line)
        return QSize(max(part.minimumSizeHint().width() for part in parts), height)

    def _arrange(self) -> None:
        """Puts the metrics beside the photos, or in one line above them."""
        is_wide = self.width() >= self._wide
        is_labelled = self._answer is not None and self._answer.found.is_labelled
        self._metrics.setVisible(is_labelled and (is_wide or self._is_confusion))
        self._photos.setVisible(is_wide or not self._is_confusion)
        self._line.setVisible(is_labelled and not is_wide)
        self._metrics.set_brief(is_brief=not is_wide)
        if is_wide:
            self._metrics.setFixedWidth(px(METRICS))
        else:
            self._metrics.setMinimumWidth(0)
            self._metrics.setMaximumWidth(px(WIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _number(answer: Answer, row: int) -> str:
    """What a photo is ranked by; a dash where there is no such number."""
    wish, value = answer.question.wish, float(answer.numbers[row])
    if isnan(value):
        return "–"
    if wish.by == "channel":
        return activation(value)
    is_share = wish.by in ("score", "confidence") and not wish.is_logit
    return score(value) if is_share else fixed(value)
