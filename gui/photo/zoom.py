"""The pill on the viewer that says how large the photo is drawn."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.theme import SPACE
from gui.widgets.form import Group, named, set_property
from gui.widgets.icons import icon
from gui.widgets.words import facts, percent


class ZoomPill(Group):
    """Says how large the photo is drawn.

    Signals:
        fit_clicked: show the whole photo.
        actual_clicked: show one photo pixel on one pixel of the screen.
    """

    fit_clicked = Signal()
    actual_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("pill", parent)
        self._fit = named(
            QPushButton(),
            self.tr("Fit"),
            self.tr("Shows the whole photo, as is the default (F)."),
        )
        self._fit.setIcon(icon("fit"))
        self._fit.setIconSize(QSize(16, 16))
        tip = self.tr("Shows one photo pixel on one pixel of the screen (1).")
        self._actual = named(QPushButton("1:1"), self.tr("One to one"), tip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE // 2, 1, SPACE // 2, 1)
        layout.setSpacing(0)
        for each in (self._fit, self._actual):
            each.setProperty("kind", "pill")
            each.setCursor(Qt.CursorShape.ArrowCursor)
            layout.addWidget(each)
        self._fit.clicked.connect(self.fit_clicked)
        self._actual.clicked.connect(self.actual_clicked)

    def show_zoom(self, scale: float, *, is_fitted: bool) -> None:
        """Says how many pixels of the screen a photo pixel takes."""
        fit = self.tr("Fit") if is_fitted else ""
        self._fit.setText(f"  {facts(fit, percent(scale))}")
        set_property(self._fit, "tone", "plain")
        set_property(self._actual, "tone", "accent")
