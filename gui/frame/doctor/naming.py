"""The lines below the grid about the classes: whether their names fit."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.frame.doctor.words import label_source
from gui.widgets.form import Group, button, field_row, named, set_property, stack, text
from gui.widgets.words import counted, grouped
from inference.classifier import Classifier, MisfitError
from inference.doctor import (
    LabelOrder,
    Repair,
    is_known_to_fit,
    misfit_sentence,
    moved_sentence,
    naming_sentence,
)


class NamingSection(Group):
    """Shows what is known of class names.

    Signals:
        labels_clicked: *Choose file…*.
        moved: the class names in the order, or with the change, that fits better.
    """

    labels_clicked = Signal()
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._better: tuple[str, ...] | None = None
        self._names = text(role="muted", wraps=True)
        self._move = button("", "small")
        self._move.clicked.connect(self._on_move)
        self._choose = button(self.tr("Choose file…"), "link")
        tip = self.tr(
            "Reads the classes' names from a file; one may also be dropped on the "
            "window."
        )
        named(self._choose, self.tr("Class names"), tip)
        self._choose.clicked.connect(self.labels_clicked)
        stack(
            self,
            field_row(self.tr("Labels"), (self._names, 1), self._move, self._choose),
            gap=6,
        )

    def show_names(
        self, classifier: Classifier, orders: tuple[LabelOrder, ...]
    ) -> None:
        """Shows how many names there are, and how they fit where that is known."""
        count = len(classifier.labels)
        names = counted("{n} names", "{n} name", count)
        words = self.tr("{names} for {scores} scores, {source}.").format(
            names=names, scores=grouped(count), source=label_source(classifier.spec)
        )
        better = naming_sentence(orders, count) if orders else None
        further = better or (moved_sentence(orders) if orders else "")
        self._names.setText(" ".join(filter(None, (words, said(further)))))
        set_property(self._names, "role", "warn" if better else "muted")
        tip = self.tr("Gives the names to the scores in the order that fits better.")
        named(self._move, self.tr("Move them"), tip)
        self._offer(self.tr("Move them"), orders[0].labels if better else None)

    def show_misfit(self, misfit: MisfitError, repairs: tuple[Repair, ...]) -> None:
        """Shows names of a wrong number, and what would make them fit."""
        self._names.setText(said(misfit_sentence(misfit, repairs)))
        set_property(self._names, "role", "warn")
        tip = self.tr("Takes the names with this change, and keeps them for the model.")
        named(self._move, self.tr("Use them so"), tip)
        fits = is_known_to_fit(repairs)
        self._offer(self.tr("Use them so"), repairs[0].labels if fits else None)

    def _offer(self, words: str, labels: tuple[str, ...] | None) -> None:
        self._better = labels
        self._move.setText(words)
        self._move.setVisible(labels is not None)

    def _on_move(self) -> None:
        if self._better is not None:
            self.moved.emit(self._better)
