"""The rows of the scores: their order and what they hold."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from gui.errors import said
from gui.shown import Other
from gui.widgets import words
from inference.classifier import Prediction

ROW_HEIGHT = 30  # px


Index = QModelIndex | QPersistentModelIndex


_Reader = Callable[[int], object]  # of what a row says about its class


class Role(IntEnum):
    """What a row knows besides its name."""

    CLASS = Qt.ItemDataRole.UserRole  # index of the class; −1: "not …" of one output
    BEFORE = CLASS + 1
    AFTER = CLASS + 2
    IS_TARGET = CLASS + 3
    IS_TRUE = CLASS + 4


def row_order(
    before: Prediction,
    after: Prediction | None,
    target: int | None,
    in_sight: int,
    true: int | None = None,
) -> list[int]:
    """Returns all classes in the order of the list.

    The leading ones come first. With a patch the new winner, and always the target and
    the true class, are among the first `in_sight`; the rest follows by score.
    """
    order = [int(each) for each in before.order]
    ranks = {each: rank for rank, each in enumerate(order)}
    winner = None if after is None else after.top_index
    wanted = {ranks[each] for each in (target, true, winner) if each in ranks}
    beyond = sum(rank >= in_sight for rank in wanted)
    late = sorted(rank for rank in wanted if rank >= in_sight - beyond)
    first = [*range(in_sight - len(late)), *late][: len(order)]
    rest = sorted(set(range(len(order))) - set(first))
    return [order[rank] for rank in (*first, *rest)]


def probed_words(other: Other) -> str:
    """Says what stands beside the scores of the untouched photo."""
    return {
        "patches": words.translate("ScoreList", "probability, before → with patch"),
        "crop": words.translate("ScoreList", "probability, photo → crop"),
        "model": words.translate("ScoreList", "probability, before → after"),
    }[other]


class ScoreModel(QAbstractListModel):
    """Classes with their scores before, and with a patch also after."""

    def __init__(self) -> None:
        super().__init__()
        self._before: Prediction | None = None
        self._after: Prediction | None = None
        self._target: int | None = None
        self._order: list[int] = []
        self.is_frozen = False
        self.in_sight = 5
        self.among: frozenset[int] = frozenset()  # the only ones; none: all
        self.true: int | None = None  # the class that a dataset says the photo is of
        self._readers: dict[int, _Reader] = {
            Qt.ItemDataRole.DisplayRole: self._name,
            Qt.ItemDataRole.ToolTipRole: lambda each: words.as_tip(self._tip(each)),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Role.CLASS: int,
            Role.BEFORE: self._before_score,
            Role.AFTER: self._after_score,
            Role.IS_TARGET: self._is_target,
            Role.IS_TRUE: self._is_true,
        }

    def show(
        self, before: Prediction | None, after: Prediction | None, target: int | None
    ) -> None:
        """Shows other scores; sorts again unless frozen."""
        is_same = self._has_rows_of(before)
        self._before, self._after, self._target = before, after, target
        if not is_same:
            self.beginResetModel()
            self._order = self._sorted()
            self.endResetModel()
            return
        order = self._order if self.is_frozen else self._sorted()
        if order != self._order:
            self._move_to(order)
        if order:
            self.dataChanged.emit(self.index(0), self.index(len(order) - 1))

    def _has_rows_of(self, other: Prediction | None) -> bool:
        """Whether the rows stand for the classes of these scores."""
        if other is None or self._before is None:
            return False
        labels = self._before.labels
        is_same = other.labels is labels or other.labels == labels
        return is_same and len(self._order) == self._row_count(other)

    def _move_to(self, order: list[int]) -> None:
        """Puts the rows in another order; what is selected goes along."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        classes = [self._order[index.row()] for index in kept]
        self._order = order
        moved = [self.index(order.index(each)) for each in classes]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    @property
    def prediction(self) -> Prediction | None:
        """The scores without a patch."""
        return self._before

    @property
    def is_probing(self) -> bool:
        """Whether there are scores with a patch."""
        return self._after is not None

    def _row_count(self, prediction: Prediction | None) -> int:
        if prediction is None:
            return 0
        if self.among:
            return len(self.among)
        count = len(prediction.labels)
        return 2 if count == 1 else count

    def _sorted(self) -> list[int]:
        if self._before is None:
            return []
        if len(self._before.labels) == 1:
            return [0, -1]
        shown = self._before, self._after, self._target
        order = row_order(*shown, self.in_sight, self.true)
        return [n for n in order if n in self.among] if self.among else order

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._before is None or not index.isValid():
            return None
        each = self._order[index.row()]
        read = self._readers.get(role)
        return None if read is None else read(each)

    def _before_score(self, each: int) -> float:
        assert self._before is not None
        return _score(self._before, each)

    def _after_score(self, each: int) -> float | None:
        return None if self._after is None else _score(self._after, each)

    def _is_target(self, each: int) -> bool:
        return each == self._target

    def _is_true(self, each: int) -> bool:
        return each >= 0 and each == self.true

    def _name(self, each: int) -> str:
        assert self._before is not None
        label = said(self._before.labels[max(each, 0)])
        return label if each >= 0 else self.tr("not {name}").format(name=label)

    def _tip(self, each: int) -> str:
        assert self._before is not None
        if each < 0:
            name = said(self._before.labels[0])
            return self.tr("Everything but {name}").format(name=name)
        score = self._before.score(each)
        logit = words.fixed(score.logit, 2)
        tip = self.tr("{name} · class {index} · logit {logit}")
        return tip.format(name=said(score.label), index=each, logit=logit)

    def _spoken(self, each: int) -> str:
        assert self._before is not None
        parts = [self._name(each), words.score(_score(self._before, each))]
        if self._after is not None:
            after = words.score(_score(self._after, each))
            parts.append(self.tr("with patch {score}").format(score=after))
        if each == self._target:
            parts.append(self.tr("target"))
        if self._is_true(each):
            parts.append(self.tr("true class"))
        return ", ".join(parts)


def _score(prediction: Prediction, each: int) -> float:
    if each < 0:
        return 1 - prediction.probability(0)
    return prediction.probability(each)
