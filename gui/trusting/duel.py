"""Deletion and insertion side by side: a map, its best rival, and the others."""

from functools import partial
from typing import TYPE_CHECKING

from gui.trusting.curves import CurveChart
from gui.widgets.form import Group, column, row, stack, text
from gui.widgets.words import fixed, percent

if TYPE_CHECKING:  # the window starts without it
    from inference.trust import Curve, Trust


class Duel(Group):
    """Both charts; below each the areas, or what the pointer is at."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: dict[str, tuple[Curve, Curve]] = {}  # own and best
        self._deletion = CurveChart(self.tr("Deletion"))
        self._insertion = CurveChart(self.tr("Insertion"))
        self._lines = {
            "deletion": text("", "muted", wraps=True),
            "insertion": text("", "muted", wraps=True),
        }
        self._deletion.pointed.connect(partial(self._on_pointed, "deletion"))
        self._insertion.pointed.connect(partial(self._on_pointed, "insertion"))
        first = self._half(
            self.tr("Deletion: most important first"), self._deletion, "deletion"
        )
        second = self._half(
            self.tr("Insertion: into a blurred photo"), self._insertion, "insertion"
        )
        stack(self, row((first, 1), (second, 1), gap=16))

    def _half(self, title: str, chart: CurveChart, word: str) -> Group:
        return column(text(title, "strong", wraps=True), ..., chart, self._lines[word])

    def show_trust(self, found: "Trust") -> None:
        """Draws the curves of a map and of its rivals."""
        own, (_, best) = found.curves, found.best_rival
        others = [each for _, each in found.rivals if each is not best]
        self._pairs = {
            "deletion": (own.deletion, best.deletion),
            "insertion": (own.insertion, best.insertion),
        }
        self._deletion.show_curves(
            own.deletion, best.deletion, [each.deletion for each in others]
        )
        self._insertion.show_curves(
            own.insertion, best.insertion, [each.insertion for each in others]
        )
        for word in self._pairs:
            self._on_pointed(word, -1)

    def _on_pointed(self, word: str, step: int) -> None:
        """Tells the areas, or the scores at the step under the pointer."""
        own, best = self._pairs[word]
        if step < 0:
            words = self.tr("area {own}, best rival {best}")
            values = own.area, best.area
            told = {"own": fixed(values[0], 2), "best": fixed(values[1], 2)}
            self._lines[word].setText(words.format(**told))
            return
        words = self.tr("{share} hidden: {own}, best rival {best}")
        if word == "insertion":
            words = self.tr("{share} shown: {own}, best rival {best}")
        told = {
            "share": percent(float(own.shares[step])),
            "own": fixed(float(own.scores[step]), 2),
            "best": fixed(float(best.scores[step]), 2),
        }
        self._lines[word].setText(words.format(**told))
