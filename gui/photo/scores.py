"""The classes beside the photo: how likely each is, and which one is explained."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QSignalBlocker,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QWidget,
)

from gui.fonts import px
from gui.photo.score_model import ROW_HEIGHT, Role, ScoreModel, probed_words
from gui.photo.score_rows import ScoreDelegate
from gui.shown import Other
from gui.widgets.form import Elided, Group, button, column, named, row, stack, text
from gui.widgets.icons import icon
from gui.widgets.words import counted, facts, grouped
from inference.classifier import Activation, Prediction

SIDE = 8  # px, left and right of it
WIDE = 640  # px; below, the search field is short
SEARCHABLE = 10  # classes; with fewer a search would be in the way


class ScoreList(Group):
    """Lists classes with their scores; a click makes one the target.

    Signals:
        target_picked: index of the class the user chose to explain.
        follow_changed: whether the target follows the top class.
        open_model_clicked: *Open model…* of the empty list.
        open_photo_clicked: *Open photo…* of the empty list.
    """

    target_picked = Signal(int)
    follow_changed = Signal(bool)
    open_model_clicked = Signal()
    open_photo_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("scores", parent)
        self._after: Prediction | None = None
        self._other: Other = "patches"  # what makes the scores after differ
        self._target: int | None = None
        self._model = ScoreModel()
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._build_head()
        self._build_list()
        self._build_empty()
        parts = (self._head, self._list, self._empty)
        stack(self, *parts, gap=4, margins=(SIDE, 5, SIDE, 6))
        self.set_rows(5)
        self._refresh()

    def _build_head(self) -> None:
        self._quantity = Elided(role="muted")
        policy = QSizePolicy.Policy
        self._quantity.setSizePolicy(policy.Ignored, policy.Preferred)
        self._follow = QCheckBox(self.tr("Follow the top class"))
        tip = self.tr(
            "The explained class changes with the prediction until you pick one; on by "
            "default."
        )
        named(self._follow, self.tr("Follow the top class"), tip)
        self._follow.setChecked(True)
        self._follow.toggled.connect(self.follow_changed)
        self._search = QLineEdit()
        named(
            self._search,
            self.tr("Find a class"),
            self.tr(
                "Lists only the classes whose name has these letters; Esc lists all of "
                "them, which is the default."
            ),
        )
        leading = QLineEdit.ActionPosition.LeadingPosition
        self._search.addAction(icon("search"), leading)
        self._search.setClearButtonEnabled(False)
        self._search.textChanged.connect(self._on_search)
        self._search.installEventFilter(self)
        self._head = row(
            text(self.tr("Scores"), "heading"),
            (self._quantity, 1),
            self._follow,
            self._search,
            gap=12,
            margins=(12, 0, 8, 0),
        )
        self._head.setFixedHeight(px(30))

    def _build_list(self) -> None:
        self._list = QListView()
        self._list.setModel(self._found)
        self._delegate = ScoreDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        tip = self.tr(
            "Click a class to explain it; the arrow keys and Enter do the same."
        )
        named(self._list, self.tr("Classes"), tip)
        self._list.setAccessibleDescription(tip)
        self._list.clicked.connect(self._on_chosen)
        self._list.installEventFilter(self)

    def _build_empty(self) -> None:
        self._waiting = 0  # classes of a model that has no photo yet
        self._wanted = Elided(role="muted")
        self._open_model = button(self.tr("Open model…"), glyph="cube")
        named(
            self._open_model,
            self.tr("Open model"),
            self.tr("Chooses an ONNX model to ask."),
        )
        self._open_model.clicked.connect(self.open_model_clicked)
        self._open_photo = button(self.tr("Open photo…"), glyph="photo")
        named(
            self._open_photo,
            self.tr("Open photo"),
            self.tr("Chooses a photo to look at."),
        )
        self._open_photo.clicked.connect(self.open_photo_clicked)
        line = row(
            self._wanted,
            self._open_model,
            self._open_photo,
            ...,
            gap=12,
            margins=(12, 2, 8, 0),
        )
        self._empty = column(line, ...)

    # ---- what is shown

    def set_prediction(
        self, prediction: Prediction | None, among: Sequence[int] = ()
    ) -> None:
        """Shows the scores of the untouched photo, or of some classes of it alone.

        None: there is no model.
        """
        self._after, self._model.among = None, frozenset(among)
        self._model.show(prediction, None, self._target)
        self._refresh()

    def set_waiting(self, classes: int) -> None:
        """Says how many classes wait for a photo; 0: there is no model either."""
        self._waiting = classes
        self._refresh()

    def set_probe(self, after: Prediction | None, other: Other = "patches") -> None:
        """Shows beside them those with a patch, of a crop, of a model; None: none."""
        self._after, self._other = after, other
        self._model.show(self._model.prediction, after, self._target)
        self._refresh()

    def set_target(self, target: int | None) -> None:
        """Marks the class that is explained."""
        self._target = target
        self._model.show(self._model.prediction, self._after, target)

    def set_true(self, index: int | None) -> None:
        """Marks the class that a dataset says the photo is of."""
        if index != self._model.true:
            self._model.true = index
            self._model.show(self._model.prediction, self._after, self._target)

    def set_following(self, *, is_following: bool) -> None:
        """Sets the check box, without a signal."""
        with QSignalBlocker(self._follow):
            self._follow.setChecked(is_following)

    def set_frozen(self, *, is_frozen: bool) -> None:
        """Keeps the order while a patch is dragged; sorts again when that ends."""
        self._model.is_frozen = is_frozen
        if not is_frozen:
            self._model.show(self._model.prediction, self._after, self._target)

    def set_stale(self, *, is_stale: bool) -> None:
        """Greys the scores while the next subject is being opened."""
        self._delegate.is_stale = is_stale
        self._list.viewport().update()

    def set_rows(self, rows: int, given: int = 0) -> int:
        """Shows so many rows at a time; the list scrolls.

        Of their height others want `given` [px]; returned is what they get [px], as one
        row stays.
        """
        whole = rows * px(ROW_HEIGHT)
        height = max(whole - given, px(ROW_HEIGHT))
        self._model.in_sight = max(height // px(ROW_HEIGHT), 1)
        self._list.setFixedHeight(height)
        self._empty.setFixedHeight(height)
        return whole - height

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _refresh(self) -> None:
        prediction = self._model.prediction
        self._list.setVisible(prediction is not None)
        self._follow.setVisible(prediction is not None)
        self._empty.setVisible(prediction is None)
        count = 0 if prediction is None else len(prediction.labels)
        self._search.setVisible((len(self._model.among) or count) > SEARCHABLE)
        self._fit_follow()
        if prediction is None:
            photo = self.tr("Open a photo to see its scores.")
            model = self.tr("Open a model to see its scores.")
            self._wanted.setText(photo if self._waiting else model)
            self._open_photo.setVisible(bool(self._waiting))
            self._open_model.setVisible(not self._waiting)
            classes = counted("{n} classes", "{n} class", self._waiting)
            self._quantity.setText(classes if self._waiting else "")
            return
        quantity = self.tr("probability")
        if self._model.is_probing:
            quantity = probed_words(self._other)
        among = len(self._model.among)
        if among:
            kind = self.tr("{n} of {count}")
            kind = kind.format(n=grouped(among), count=grouped(count))
        elif prediction.activation is Activation.SIGMOID and count > 1:
            kind = counted("{n} independent classes", "{n} independent class", count)
        else:
            kind = counted("{n} classes", "{n} class", count)
        self._quantity.setText(facts(quantity, kind))

    # ---- answers

    def _on_search(self, words: str) -> None:
        self._found.setFilterFixedString(words.strip())
        self._list.scrollToTop()

    def _on_chosen(self, index: QModelIndex) -> None:
        chosen = index.data(Role.CLASS)
        if chosen is not None and chosen >= 0:
            self.target_picked.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self._list and is_enter:
            self._on_chosen(self._list.currentIndex())
            return True
        return watched is self._search and self._on_search_key(event, is_enter=is_enter)

    def _on_search_key(self, event: QKeyEvent, *, is_enter: bool) -> bool:
        first = self._found.index(0, 0)
        if is_enter:
            self._on_chosen(first)
        elif event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif event.key() == Qt.Key.Key_Down and first.isValid():
            self._list.setCurrentIndex(first)
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= px(WIDE)
        words = self.tr("Find a class  /") if is_wide else self.tr("Find a class")
        self._search.setPlaceholderText(words)
        self._search.setFixedWidth(px(190 if is_wide else 142))
        self._fit_follow()

    def _fit_follow(self) -> None:
        """Says less where there is no room for more."""
        self._follow.setText(self.tr("Follow the top class"))
        if self._head.minimumSizeHint().width() > self.width() - 2 * SIDE:
            self._follow.setText(self.tr("Follow"))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())
