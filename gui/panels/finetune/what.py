"""What to train: the photos, how much of the network, and which layer is its head."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSizePolicy, QWidget

from gui.errors import said
from gui.fonts import px
from gui.panels.finetune.asked import Plan, Trainable, Wish
from gui.panels.finetune.tuning import Tuning
from gui.widgets.decimals import plainly
from gui.widgets.form import (
    Group,
    button,
    field_row,
    named,
    row,
    section,
    stack,
    text,
)
from gui.widgets.labels import FieldName
from gui.widgets.pickers import LayerPicker
from gui.widgets.words import as_tip, counted, facts, grouped, shortened, translate
from inference.finetune import FEATURES, NOTHING, RATE_OF_ALL, Division, TrainingSpec

HEAD = 176  # of the design, the words of the head
_HEAD, _FROM, _ALL = range(3)  # places of what trains


class WhatSection(Group):
    """Chooses what is trained.

    Signals:
        wish_changed: a `Wish`.
        open_clicked: another dataset is wanted.
        demo_clicked: the demo's photos are wanted.
    """

    wish_changed = Signal(object)
    open_clicked = Signal()
    demo_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wish = Wish()
        self._known: Trainable | None = None
        self._dataset = QComboBox()
        tip = self.tr(
            "The photos that it learns from (default: the dataset that is open, in "
            "Ranking too)."
        )
        named(self._dataset, self.tr("Dataset"), tip)
        self._dataset.activated.connect(self._on_dataset)
        self._counts = text("", "muted", wraps=True)
        self._marks = text("", "muted", wraps=True)
        self._strangers = text("", "muted", wraps=True)
        self._trouble = text("", "error", wraps=True)
        self._lines = (self._counts, self._marks, self._strangers, self._trouble)
        self._build_part()
        stack(
            self,
            section(self.tr("What to train")),
            field_row(self.tr("Dataset"), (self._dataset, 1)),
            *map(_below, self._lines),
            field_row(self.tr("Train"), (self._part, 1)),
            self._layer_row,
            field_row(self.tr("Head"), self._head, ...),
            _below(self._note),
            gap=6,
        )

    def _build_part(self) -> None:
        self._part = QComboBox()
        self._part.addItems(
            [
                self.tr("The new head only"),
                self.tr("From a layer on…"),
                self.tr("Everything"),
            ]
        )
        tip = self.tr(
            "How much of the network learns; the rest stays as it is, bit by bit "
            "(default: the new head only)."
        )
        named(self._part, self.tr("Train"), tip)
        self._part.activated.connect(self._on_part)
        tip = self.tr(
            "Nothing changes up to this layer, itself included (default: the one in "
            "the middle)."
        )
        self._layer = LayerPicker(self.tr("Frozen up to"), tip)
        self._layer.layer_picked.connect(lambda name: self._change(freeze=name))
        self._layer_row = field_row(self.tr("Frozen up to"), (self._layer, 1))
        self._layer_row.hide()
        self._head = button("", "link")
        tip = self.tr(
            "The layer that is replaced by a new one for these classes (default: the "
            "last that leads to the classes); a click chooses another one."
        )
        named(self._head, self.tr("Head"), tip)
        policy = QSizePolicy.Policy
        self._head.setSizePolicy(policy.Maximum, policy.Fixed)
        self._head.clicked.connect(self._choose_head)
        self._note = text("", "muted", wraps=True)

    # ---- what is shown

    def show_state(self, tuning: Tuning) -> None:
        """Shows how things stand."""
        self._wish = tuning.wish
        self._show_known(tuning.known, tuning.plan)
        self._show_plan(tuning.plan)
        spec = tuning.wish.spec
        place = {FEATURES: _HEAD, NOTHING: _ALL}.get(spec.freeze, _FROM)
        self._part.setCurrentIndex(place)
        self._layer_row.setVisible(place == _FROM)
        if place == _FROM:
            self._layer.set_picked(spec.freeze)
        is_folded = tuning.known is not None and not tuning.known.has_norms
        is_default = spec.rate is None or spec.rate == RATE_OF_ALL
        words = self.tr("{rate}: no batch norm in this file")
        words = words.format(rate=plainly(spec.learning_rate))
        _say(self._note, words if place == _ALL and is_folded and is_default else "")

    def _show_known(self, known: Trainable | None, plan: Plan | None) -> None:
        former, self._known = self._known, known
        if known is not None and known is not former:
            with QSignalBlocker(self._layer):
                self._layer.set_layers(known.layers)
        self._head.setEnabled(known is not None and bool(known.heads))
        if known is None or not known.heads:
            words = self.tr("Looking for the head…")
            self._head.setText(words if known is None else self.tr("none"))
            self._head.setAccessibleName(self.tr("Head"))
            return
        chosen = self._wish.spec.head
        head = next((h for h in known.heads if h.tensor == chosen), known.heads[0])
        division = None if plan is None else plan.division
        count = head.classes if division is None else len(division.names)
        words = self.tr("{name}, {layer}").format(
            name=_short(known, head.tensor), layer=said(head.becoming(count))
        )
        middle, room = Qt.TextElideMode.ElideMiddle, px(HEAD)
        self._head.setText(self._head.fontMetrics().elidedText(words, middle, room))
        self._head.setAccessibleName(self.tr("Head: {head}").format(head=words))

    def _show_plan(self, plan: Plan | None) -> None:
        with QSignalBlocker(self._dataset):
            self._dataset.clear()
            name = self.tr("none") if plan is None else shortened(plan.dataset.name, 24)
            self._dataset.addItems(
                [name, self.tr("Open dataset…"), self.tr("Demo photos")]
            )
        division = None if plan is None else plan.division
        _say(self._counts, "" if division is None else _counts(division))
        _say(self._marks, "" if division is None else _marks(division))
        _say(self._strangers, "" if plan is None else said(plan.strangers))
        _say(self._trouble, "" if plan is None else said(plan.failure or ""))

    # ---- what a person asks

    def _on_dataset(self, place: int) -> None:
        self._dataset.setCurrentIndex(0)
        if place == 1:
            self.open_clicked.emit()
        elif place:
            self.demo_clicked.emit()

    def _on_part(self, place: int) -> None:
        if place == _FROM and self._known is not None and self._known.layers:
            middle = self._known.layers[len(self._known.layers) // 2]
            self._change(freeze=middle.tensor)
        else:
            self._change(freeze=NOTHING if place == _ALL else FEATURES)

    def _choose_head(self) -> None:
        if self._known is None:
            return
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for choice in self._known.heads:
            words = facts(_short(self._known, choice.tensor), said(choice.sentence))
            action = menu.addAction(words.replace("&", "&&"))
            action.setToolTip(as_tip(choice.tensor))
            action.triggered.connect(
                lambda _=False, name=choice.tensor: self._change(head=name)
            )
        menu.popup(self._head.mapToGlobal(QPoint(0, self._head.height())))

    def _change(self, **changes: Any) -> None:
        spec: TrainingSpec = replace(self._wish.spec, **changes)
        self.wish_changed.emit(replace(self._wish, spec=spec))


def _below(line: QWidget) -> Group:
    """Puts a line below the controls, not below their names."""
    return row(FieldName(""), (line, 1))


def _say(line: QLabel, words: str) -> None:
    """Says something; with nothing to say its row takes no room."""
    line.setText(words)
    place = line.parentWidget()
    if place is not None:
        place.setVisible(bool(words))


def _short(known: Trainable, tensor: str) -> str:
    short = next((each.short for each in known.layers if each.tensor == tensor), "")
    return short or tensor.rpartition("/")[2]


def _counts(division: Division) -> str:
    words = translate(
        "Finetune", "{training} train · {validation} validation · {test} test"
    )
    return words.format(
        training=grouped(len(division.training)),
        validation=grouped(len(division.validation)),
        test=grouped(len(division.test)),
    )


def _marks(division: Division) -> str:
    """Says what the review list changes."""
    told = {
        "relabel": ("{n} relabelled", "{n} relabelled"),
        "remove": ("{n} removed", "{n} removed"),
        "crop": ("{n} cropped", "{n} cropped"),
    }
    parts = (
        counted(*words, division.marks[mark])
        for mark, words in told.items()
        if division.marks.get(mark)
    )
    return ", ".join(parts)
