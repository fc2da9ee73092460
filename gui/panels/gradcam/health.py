"""The line that says whether a map is sound, with a button for what would help."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gui.errors import said
from gui.widgets.form import Group, button, card, named, row, set_property, stack, text
from gui.widgets.words import shortened
from inference.errors import InferenceError
from inference.gradcam import GradCamMap, GradCamSpec
from inference.pictures.explanation import Explanation

_LONGEST = 48  # letters on the button
Named = tuple[str, GradCamMap | Explanation]  # a map, and what it is called


class HealthLine(Group):
    """Says how sound a map is.

    Signals:
        remedy_clicked: the `GradCamSpec` that would help.
    """

    remedy_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words = text(wraps=True)
        self._fix = button("")
        self._fix.clicked.connect(self._on_clicked)
        self._remedy: GradCamSpec | None = None
        self._card = card(self._words, row(self._fix, ...))
        stack(self, self._card)
        self.show_waiting("")

    def show_maps(self, maps: Sequence[Named]) -> None:
        """Says of one map, or of two by name, how sound they are, and what helps."""
        lines = [said(_health(found)) for _, found in maps]
        if len(maps) > 1:
            of = self.tr("{name}: {sentence}")
            names = (name for name, _ in maps)
            pairs = zip(names, lines, strict=True)
            lines = [of.format(name=name, sentence=line) for name, line in pairs]
        is_sound = all(_is_sound(found) for _, found in maps)
        self._show("\n".join(lines), "good" if is_sound else "warn")
        self._offer([found for _, found in maps if isinstance(found, GradCamMap)])

    def _offer(self, maps: Sequence[GradCamMap]) -> None:
        """Offers what helps the first map that can be helped."""
        found = (each.diagnosis for each in maps)
        diagnosis = next((d for d in found if d and d.remedy), None)
        self._remedy = diagnosis.remedy if diagnosis else None
        if diagnosis:
            fix = said(diagnosis.fix)
            self._fix.setText(shortened(fix, _LONGEST))
            named(self._fix, fix, self.tr("Asks the question that has an answer."))
        self._fix.setVisible(diagnosis is not None)

    def show_failure(self, error: Exception) -> None:
        """Says why there is no map."""
        mistake = self.tr(
            "NetGaze made a mistake when it made this map. Details are in the log."
        )
        self._show(said(error) if isinstance(error, InferenceError) else mistake, "bad")

    def show_waiting(self, words: str) -> None:
        """Says what is awaited; "" hides the line."""
        self._show(words, "plain")

    def _show(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._fix.hide()
        set_property(self._card, "tone", tone)
        self.setVisible(bool(words))

    def _on_clicked(self) -> None:
        if self._remedy is not None:
            self.remedy_clicked.emit(self._remedy)


def _health(found: GradCamMap | Explanation) -> str:
    return found.health.sentence if isinstance(found, Explanation) else found.health


def _is_sound(found: GradCamMap | Explanation) -> bool:
    if isinstance(found, Explanation):
        return found.health.is_sound
    return found.diagnosis is None
