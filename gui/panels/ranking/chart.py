"""The chart of Neighbours: points, their key, and the photo that is pointed at."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane
from gui.panels.ranking.key import Key, slots_of
from gui.panels.ranking.neighbouring import Laid
from gui.widgets.form import Group, set_property, stack, text
from gui.widgets.thumbnails import Loader, ThumbnailModel
from gui.widgets.words import score, shortened
from inference.ranking import Analysis

if TYPE_CHECKING:  # it is loaded when a chart is first shown
    from gui.panels.ranking.scatter import Scatter

Flags = NDArray[np.bool_]
LEAST_HEIGHT = 184  # of the design
PICTURE = 108  # of the design, the side of the photo that is pointed at
AWAY = 14  # px between a point and what is said of it


def is_wrong(found: Analysis) -> Flags:
    """Which photos are predicted wrong, (N,)."""
    wrong: Flags = (found.true >= 0) & (found.true != found.predicted)
    return wrong


class Chart(Group):
    """Shows a layout; points are clicked, hovered and gathered.

    Signals:
        point_clicked: its number in the layout.
        gathered: the numbers of the points in the lasso, ascending.
    """

    point_clicked = Signal(int)
    gathered = Signal(object)

    def __init__(self, loader: Loader, lane: Lane) -> None:
        super().__init__("chart")
        self._laid: Laid | None = None
        self._scatter: Scatter | None = None
        self._is_true = True  # colours say the true class, not the predicted one
        self._chosen = np.zeros(0, bool)
        self._key = Key()
        self._key.class_pointed.connect(self._point_at)
        self._peek = _Peek(self, loader, lane)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 8, 12, 8)
        self._row.addWidget(self._key)
        self.setMinimumHeight(px(LEAST_HEIGHT))

    # ---- what is shown

    def show_laid(self, laid: Laid, *, is_true: bool, only_wrong: bool) -> None:
        """Shows a layout.

        Args:
            laid: The photos, and where they are.
            is_true: Whether colours say the true class, or else the predicted one.
            only_wrong: Whether only mistakes are shown.
        """
        is_new = laid is not self._laid
        self._laid, self._is_true = laid, is_true and laid.found.is_labelled
        if is_new:
            self._chosen = np.zeros(len(laid.layout.rows), bool)
            self.gathered.emit(np.flatnonzero(self._chosen))
            self._peek.show_walk(laid)
        scatter, classes = self._seen(), self._classes()
        wrong = is_wrong(laid.found)[laid.layout.rows]
        names = [said(name) for name in laid.found.names]
        counts = np.bincount(classes[classes >= 0], minlength=len(names))
        slots = np.append(slots_of(counts), len(counts) + 1)[classes]  # −1: no class
        scatter.show_points(laid.layout.points, slots, wrong)
        scatter.set_shown(wrong | np.array(not only_wrong))
        title = self.tr("True class") if self._is_true else self.tr("Predicted class")
        self._key.show_classes(title, names, counts, int(wrong.sum()))

    def set_current(self, number: int) -> None:
        """Rings a point; −1 for none."""
        if self._scatter is not None:
            self._scatter.set_current(number)

    def clear_lasso(self) -> None:
        """Lets the gathered points go."""
        self._chosen[:] = False
        if self._scatter is not None:
            self._scatter.clear_lasso()
        self.gathered.emit(np.flatnonzero(self._chosen))

    def _classes(self) -> NDArray[np.int64]:
        """The class that each point is coloured by; −1 where it has none."""
        assert self._laid is not None
        found = self._laid.found
        whole = found.true if self._is_true else found.predicted
        return whole[self._laid.layout.rows]

    def _seen(self) -> "Scatter":
        """The points; made when they are first wanted."""
        if self._scatter is None:
            from gui.panels.ranking.scatter import Scatter

            self._scatter = Scatter()
            self._scatter.point_clicked.connect(self.point_clicked)
            self._scatter.point_hovered.connect(self._on_hovered)
            self._scatter.lasso_drawn.connect(self._on_lasso)
            self._row.insertWidget(0, self._scatter, 1)
        return self._scatter

    # ---- what a person does

    @Slot(int)
    def _point_at(self, index: int) -> None:
        if self._scatter is not None and self._laid is not None:
            pointed = None if index < 0 else self._classes() == index
            self._scatter.point_at_class(pointed)

    @Slot(int)
    def _on_hovered(self, number: int) -> None:
        scatter = self._scatter
        if number < 0 or scatter is None:
            self._peek.hide()
            return
        place = scatter.mapTo(self, scatter.place_of(number))
        self._peek.show_photo(number, place)

    @Slot(object, bool)
    def _on_lasso(self, inside: Flags, adds: bool) -> None:
        self._chosen = self._chosen | inside if adds else inside
        self.gathered.emit(np.flatnonzero(self._chosen))


class _Peek(Group):
    """What is said of the photo that is pointed at; it never takes the mouse."""

    def __init__(self, parent: QWidget, loader: Loader, lane: Lane) -> None:
        super().__init__("peek", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._laid: Laid | None = None
        self._number = -1
        self._pictures = ThumbnailModel(loader, lane, 2 * PICTURE)
        self._pictures.dataChanged.connect(self._show_picture)
        self._picture = QLabel()
        self._picture.setFixedSize(px(PICTURE), px(PICTURE))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head = text("", "strong")
        self._below = text("", "muted")
        parts = self._picture, self._head, self._below
        stack(self, *parts, gap=4, margins=(8, 8, 8, 8))
        self.hide()

    def show_walk(self, laid: Laid) -> None:
        """Is about other photos."""
        self._laid = laid
        self._pictures.set_walk(laid.walk)
        self.hide()

    def show_photo(self, number: int, place: QPoint) -> None:
        """Shows a photo beside a place of the parent."""
        assert self._laid is not None
        self._number = number
        found, n = self._laid.found, int(self._laid.layout.rows[number])
        true, predicted = int(found.true[n]), int(found.predicted[n])
        glyph = "" if true < 0 else "✓" if true == predicted else "✗"
        name = shortened(said(found.names[predicted]), 24)
        self._head.setText(f"{glyph} {name}".strip())
        role = {"✓": "good", "✗": "bad"}.get(glyph, "strong")
        set_property(self._head, "role", role)
        share = score(float(found.scores.confidence[n]))
        label = shortened(said(found.names[true]), 24) if true >= 0 else ""
        words = self.tr("true: {name} · {score}") if label else self.tr("{score}")
        self._below.setText(words.format(name=label, score=share))
        self._show_picture()
        self._stand_beside(place)
        self.show()
        self.raise_()

    @Slot()
    def _show_picture(self) -> None:
        if self._laid is None or self._number < 0:
            return
        found = self._pictures.picture(self._number)
        ratio = self.devicePixelRatio()
        side = round(px(PICTURE) * ratio)
        shown = QPixmap()
        if found is not None and not found.isNull():
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = QPixmap.fromImage(found).scaled(side, side, keep, smooth)
            shown.setDevicePixelRatio(ratio)
        self._picture.setPixmap(shown)

    def _stand_beside(self, place: QPoint) -> None:
        """Stands right of a place, or left of it, wholly within the parent."""
        self.adjustSize()
        parent = self.parentWidget()
        room = QRect() if parent is None else parent.rect()
        left = place.x() + AWAY
        if left + self.width() > room.right():
            left = place.x() - AWAY - self.width()
        top = place.y() - self.height() // 2
        top = min(max(top, room.top()), max(room.bottom() - self.height(), 0))
        self.move(max(left, 0), top)
