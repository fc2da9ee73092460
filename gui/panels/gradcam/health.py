"""The line that says whether a map is sound, with a button for what would help."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.widgets.form import Group, button, card, named, row, set_property, stack, text
from gui.widgets.words import shortened
from inference.errors import InferenceError
from inference.gradcam import GradCamMap, GradCamSpec
from inference.pictures.explanation import Explanation

_LONGEST = 48  # letters on the button


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

    def show_map(self, found: GradCamMap | Explanation) -> None:
        """Says whether a map is sound, and what would help."""
        if isinstance(found, Explanation):
            tone = "good" if found.health.is_sound else "warn"
            self._remedy = None
            self._show(said(found.health.sentence), tone)
            return
        diagnosis = found.diagnosis
        self._show(said(found.health), "warn" if diagnosis else "good")
        self._remedy = diagnosis.remedy if diagnosis else None
        if diagnosis and diagnosis.remedy:
            self._fix.setText(shortened(said(diagnosis.fix), _LONGEST))
            named(
                self._fix,
                said(diagnosis.fix),
                self.tr("Asks the question that has an answer."),
            )
        self._fix.setVisible(self._remedy is not None)

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
