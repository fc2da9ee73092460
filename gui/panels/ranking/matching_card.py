"""What stands above a ranking while labels have no class."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from gui.widgets.class_picker import ClassPicker
from gui.widgets.form import Elided, Group, button, card, column, named, row, stack

MOST = 12  # labels that are asked for at once; the others wait for the next time


class _LabelRow(Group):
    """Asks which class of the model a label means.

    Signals:
        settled: something was said, or taken back.
    """

    settled = Signal()

    def __init__(self, name: str, labels: Sequence[str]) -> None:
        super().__init__()
        self.name = name
        words = self.tr("“{name}” is not a class of this model.").format(name=name)
        tip = self.tr("Says which class of the model the photos of this folder are.")
        title = self.tr("Class of {name}").format(name=name)
        self._picker = ClassPicker(title, tip, self.tr("Choose its class"))
        self._picker.set_labels(labels)
        self._leave = QCheckBox(self.tr("Leave out"))
        tip = self.tr("These photos are shown, and count in no metric.")
        named(self._leave, self.tr("Leave out {name}").format(name=name), tip)
        self._picker.class_picked.connect(self._on_picked)
        self._leave.toggled.connect(self._on_left)
        label = Elided(words)
        stack(self, row((label, 1), (self._picker, 1), self._leave))

    @property
    def is_settled(self) -> bool:
        """Whether something was said."""
        return self._leave.isChecked() or self._picker.picked is not None

    @property
    def stated(self) -> int | None:
        """The class; None leaves the photos out."""
        return None if self._leave.isChecked() else self._picker.picked

    def _on_picked(self, _index: object) -> None:
        self._leave.setChecked(False)
        self.settled.emit()

    def _on_left(self, is_left: bool) -> None:
        self._picker.setEnabled(not is_left)
        self.settled.emit()


class MatchingCard(Group):
    """Asks what labels mean that no class of the model fits.

    Signals:
        applied: the class by label; None leaves its photos out.
    """

    applied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[str, ...] = ()
        self._classes: tuple[str, ...] = ()
        self._rows: list[_LabelRow] = []
        self._lines = column(gap=6)
        self._apply = button(self.tr("Apply"), "primary")
        tip = self.tr("Counts these photos as you said; it is remembered.")
        named(self._apply, self.tr("Apply"), tip)
        self._apply.clicked.connect(self._on_apply)
        self._none = button(self.tr("Leave all out"))
        tip = self.tr("Shows the photos of these folders without counting them.")
        named(self._none, self.tr("Leave all out"), tip)
        self._none.clicked.connect(self._leave_all)
        stack(self, card(self._lines, row(self._apply, self._none, ...)))
        self.hide()

    def ask(self, unknown: Sequence[str], classes: Sequence[str]) -> None:
        """Asks for these labels; for none of them it goes away."""
        asked = tuple(unknown)
        self.setVisible(bool(asked))
        if (asked, tuple(classes)) == (self._asked, self._classes):
            return
        self._asked, self._classes = asked, tuple(classes)
        layout = self._lines.layout()
        assert layout is not None
        for old in self._rows:
            layout.removeWidget(old)
            old.deleteLater()
        self._rows = [_LabelRow(name, classes) for name in asked[:MOST]]
        for each in self._rows:
            layout.addWidget(each)
            each.settled.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._apply.setEnabled(any(each.is_settled for each in self._rows))

    def _on_apply(self) -> None:
        said = {each.name: each.stated for each in self._rows if each.is_settled}
        self.applied.emit(said)

    def _leave_all(self) -> None:
        self.applied.emit(dict.fromkeys(self._asked))
