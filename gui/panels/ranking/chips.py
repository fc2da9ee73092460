"""Which photos of a ranking are shown: a chip for each filter, and what adds one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu

from gui.errors import said
from gui.panels.ranking.asked import Parts, Wish
from gui.panels.ranking.filters import Filters
from gui.widgets.class_picker import ClassPicker
from gui.widgets.form import Group, button, named, row, stack, text
from gui.widgets.menu import Line, fill_menu
from gui.widgets.words import counted, shortened, translate

FIELD = 160  # px, of what a filter is typed into


def part_words() -> dict[Parts, str]:
    """Returns what the parts of a split are called."""
    return {
        "all": translate("Ranking", "All photos"),
        "training": translate("Ranking", "Training"),
        "validation": translate("Ranking", "Validation"),
        "test": translate("Ranking", "Test"),
    }


class Chips(Group):
    """Shows the filters that hold, takes them away, and adds others.

    Signals:
        wish_changed: a `Wish` with other filters.
    """

    wish_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        self._labels: Sequence[str] = ()
        self._asked = "true"  # which filter the picker is for
        self._chips = row(gap=6)
        self._add = button(self.tr("Add filter"), "link")
        tip = self.tr("Shows only some of the photos.")
        named(self._add, self.tr("Add filter"), tip)
        self._add.clicked.connect(self._open_menu)
        tip = self.tr("The class whose photos are shown.")
        self._picker = ClassPicker(self.tr("Class to show"), tip)
        self._picker.setMinimumWidth(FIELD)
        self._picker.class_picked.connect(self._on_class)
        self._picker.hide()
        self._text = QLineEdit()
        tip = self.tr(
            "Shows photos whose folder or name has these letters; Enter asks."
        )
        named(self._text, self.tr("Text to find"), tip)
        self._text.setPlaceholderText(self.tr("Part of a name"))
        self._text.setFixedWidth(FIELD)
        self._text.returnPressed.connect(self._on_text)
        self._text.hide()
        self._count = text("", "muted")
        fields = (self._picker, self._text, self._add)
        stack(self, row(self._chips, *fields, ..., self._count))
        self.show_wish(Wish(), ())

    def show_wish(self, wish: Wish, labels: Sequence[str]) -> None:
        """Shows the filters that hold."""
        if labels != self._labels:
            self._labels = labels
            self._picker.set_labels(labels)
        self._wish = wish
        self._picker.hide()
        self._text.hide()
        layout = self._chips.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        held = self._held()
        for words, rest in held:
            chip = button(f"{words}  ×", "small")
            tip = self.tr("Takes this filter away.")
            named(chip, self.tr("Without {filter}").format(filter=words), tip)
            chip.clicked.connect(partial(self.wish_changed.emit, rest))
            layout.addWidget(chip)
        self._chips.setVisible(bool(held))

    def show_count(self, shown: int) -> None:
        """Says how many photos are left."""
        self._count.setText(counted("{n} photos", "{n} photo", shown))

    def _held(self) -> list[tuple[str, Wish]]:
        """Returns what each filter says, and the wish without it."""
        filters = self._wish.filters
        held = {
            "true": self._class_words(self.tr("true: {name}"), filters.true),
            "predicted": self._class_words(
                self.tr("predicted: {name}"), filters.predicted
            ),
            "is_right": {True: self.tr("right"), False: self.tr("wrong"), None: ""}[
                filters.is_right
            ],
            "is_marked": {
                True: self.tr("marked"),
                False: self.tr("not marked"),
                None: "",
            }[filters.is_marked],
            "text": self.tr("text: {text}").format(text=shortened(filters.text, 20))
            if filters.text
            else "",
            "gathered": self.tr("gathered photos") if filters.gathered else "",
            "sample": self.tr("nine at random") if filters.sample else "",
        }
        none = Filters()
        found = [
            (words, self._with(**{name: getattr(none, name)}))
            for name, words in held.items()
            if words
        ]
        if self._wish.part != "all":
            words = self.tr("split: {part}")
            words = words.format(part=part_words()[self._wish.part].lower())
            found.append((words, replace(self._wish, part="all")))
        return found

    def _class_words(self, words: str, index: int | None) -> str:
        if index is None:
            return ""
        name = said(self._labels[index]) if index < len(self._labels) else ""
        return words.format(name=name)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._choices())
        parts = menu.addMenu(self.tr("split"))
        tip = self.tr("Shows the photos of this split alone (default: all).")
        lines: list[Line] = []
        for part, words in part_words().items():
            wish = replace(self._wish, part=part)
            lines.append((words, tip, partial(self.wish_changed.emit, wish)))
        fill_menu(parts, lines)
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _choices(self) -> list[Line]:
        """Returns the filters that can be added, with what they do."""
        return [
            (
                self.tr("right"),
                self.tr("Shows the photos whose first class is their label."),
                partial(self._change, is_right=True),
            ),
            (
                self.tr("wrong"),
                self.tr("Shows the photos whose first class is not their label."),
                partial(self._change, is_right=False),
            ),
            (
                self.tr("true class…"),
                self.tr("Shows the photos with the label that you choose next."),
                partial(self._ask, "true"),
            ),
            (
                self.tr("predicted class…"),
                self.tr("Shows the photos taken for the class that you choose next."),
                partial(self._ask, "predicted"),
            ),
            (
                self.tr("marked"),
                self.tr("Shows the photos with a mark in your review list."),
                partial(self._change, is_marked=True),
            ),
            (
                self.tr("not marked"),
                self.tr("Shows the photos without a mark in your review list."),
                partial(self._change, is_marked=False),
            ),
            (
                self.tr("text…"),
                self.tr("Shows photos whose folder or name has the letters you type."),
                self._ask_text,
            ),
        ]

    def _ask(self, which: str) -> None:
        self._asked = which
        self._text.hide()
        self._picker.set_picked(None)
        self._picker.show()
        self._picker.setFocus()

    def _ask_text(self) -> None:
        self._picker.hide()
        self._text.setText(self._wish.filters.text)
        self._text.show()
        self._text.setFocus()

    def _on_text(self) -> None:
        self._change(text=self._text.text().strip())

    def _on_class(self, index: object) -> None:
        if index is not None:
            self._change(**{self._asked: index})

    def _with(self, **changes: Any) -> Wish:
        filters = replace(self._wish.filters, **changes)
        return replace(self._wish, filters=filters)

    def _change(self, **changes: object) -> None:
        self.wish_changed.emit(self._with(**changes))
