"""The page Curves: the numbers of a run, and its loss and accuracy as they come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fonts import px, width_of
from gui.theme import color, font
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    button,
    column,
    named,
    row,
    rule,
    stack,
    text,
)
from gui.widgets.turning import Turning
from gui.widgets.words import counted, fixed, grouped, percent
from inference.finetune import Training

if TYPE_CHECKING:  # it is loaded when a run is first shown
    from gui.panels.finetune.curves import Curves

HEIGHT = 170  # of the design, the least of a chart
PATIENCE = 3  # epochs without a better validation that are worth a sentence


class _Key(QWidget):
    """Names the lines of the curves."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = (
            (self.tr("each step"), "ghost"),
            (self.tr("smoothed"), "accent"),
            (self.tr("validation"), "bad"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        widths = (px(36) + width_of(words, "small") for words, _ in self._entries)
        return QSize(sum(widths), px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        left, middle = 0.0, self.height() / 2
        for words, token in self._entries:
            painter.setPen(QPen(color(token), 2))
            painter.drawLine(int(left), int(middle), int(left) + px(18), int(middle))
            if token == "bad":
                painter.setBrush(color(token))
                dot = QRectF(left + px(9) - 3.5, middle - 3.5, 7, 7)
                painter.drawEllipse(dot)
            painter.setPen(color("muted"))
            wide = width_of(words, "small")
            where = QRectF(left + px(22), 0, wide + 2, self.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)
            left += px(36) + wide


class CurvesPage(Group):
    """Shows a run as it goes on.

    Signals:
        use_clicked: the best model so far is to be opened.
        show_clicked: its folder is to be shown.
    """

    use_clicked = Signal()
    show_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._curves: tuple[Curves, Curves] | None = None
        self._accuracy, self._badge = text("–", "figure"), Badge()
        self._epoch, self._speed = text("–", "figure"), text("–", "figure")
        share = row(self._accuracy, self._badge, ...)
        epoch = _figure(self.tr("Epoch"), self._epoch)
        speed = _figure(self.tr("Photos/s"), self._speed)
        figures = Turning(
            _figure(self.tr("Validation accuracy"), share),
            row(epoch, speed, gap=24),
            (1, 0),
        )
        self._loss_reading, self._share_reading = (
            Elided("", "muted"),
            Elided("", "muted"),
        )
        self._loss_place, self._share_place = column(), column()
        self._hint = text("", "warn", wraps=True)
        self._hint.hide()
        self._waiting = text(
            self.tr("Loss and accuracy appear here while training runs."),
            "muted",
            wraps=True,
        )
        self._key = _Key()
        self._build_foot()
        loss = row(text(self.tr("Loss"), "strong"), (self._loss_reading, 1))
        self._charts = column(
            Turning(loss, self._key, (1, 0)),
            (self._loss_place, 1),
            row(text(self.tr("Accuracy"), "strong"), (self._share_reading, 1)),
            (self._share_place, 1),
            self._hint,
            gap=4,
        )
        self._charts.hide()
        self._none = column(self._waiting, ...)
        parts = (self._none, 1), (self._charts, 1), self._foot
        stack(self, figures, *parts, gap=10)

    def _build_foot(self) -> None:
        self._later = text("", "muted", wraps=True)
        self._use = button(self.tr("Use best so far"))
        tip = self.tr("Opens the best model so far; training goes on.")
        named(self._use, self.tr("Use best so far"), tip)
        self._use.clicked.connect(self.use_clicked)
        self._show = button(self.tr("Show in folder"), "link")
        tip = self.tr("Shows the new model in its folder.")
        named(self._show, self.tr("Show the new model in its folder"), tip)
        self._show.clicked.connect(self.show_clicked)
        self._foot = column(
            rule(2),
            text(self.tr("Before and after"), "strong"),
            self._later,
            row(self._use, self._show, ...),
            gap=4,
        )
        self._foot.hide()

    # ---- what is shown

    def show_training(self, training: Training | None, *, is_running: bool) -> None:
        """Shows a run so far; None: there was none yet."""
        self._charts.setVisible(training is not None)
        self._none.setVisible(training is None)
        self._foot.setVisible(training is not None and is_running)
        if training is None:
            for figure in (self._accuracy, self._epoch, self._speed):
                figure.setText("–")
            self._badge.show_words("")
            return
        self._show_figures(training)
        self._show_foot(training)
        if len(training.losses) or self._curves is not None:
            self._show_curves(training)

    def _show_figures(self, training: Training) -> None:
        best = training.best_epoch
        share = best.validation if best is not None else None
        self._accuracy.setText("–" if share is None else percent(share.value))
        words = self.tr("best so far, epoch {n}") if best is not None else ""
        if training.stage == "done":
            words = self.tr("best, epoch {n}")
        self._badge.show_words(words.format(n=training.best), "good")
        words = self.tr("{epoch} of {epochs}")
        epochs = training.spec.epochs
        self._epoch.setText(words.format(epoch=training.epoch, epochs=epochs))
        speed = training.photos_per_second
        self._speed.setText(fixed(speed, 0 if speed >= 10 else 1) if speed else "–")
        is_late = training.epochs_without_gain >= PATIENCE
        words = counted(
            "Validation has not improved for {n} epochs: it learns the photos by "
            "heart.",
            "Validation has not improved for {n} epoch: it learns the photos by heart.",
            training.epochs_without_gain,
        )
        self._hint.setText(words if is_late else "")
        self._hint.setVisible(is_late)

    def _show_foot(self, training: Training) -> None:
        count = len(training.division.test)
        words = counted(
            "When training ends, accuracy on the {n} test photos, the photos that "
            "changed sides and both Grad-CAM maps appear here.",
            "When training ends, accuracy on the {n} test photo, the photos that "
            "changed sides and both Grad-CAM maps appear here.",
            count,
        )
        none = self.tr("The split leaves no test photo: nothing is compared.")
        self._later.setText(words if count else none)
        for part in (self._use, self._show):
            part.setEnabled(training.file is not None)

    def _show_curves(self, training: Training) -> None:
        from gui.panels.finetune.curves import Series

        loss, share = self._seen()
        per_epoch, epochs = training.steps_per_epoch, training.spec.epochs
        losses, shares = [], []
        for each in training.epochs:
            if each.validation_loss is not None:
                losses.append((each.number, each.validation_loss))
            if each.validation is not None:
                shares.append((each.number, each.validation.value))
        loss.show_series(Series(training.losses, losses, per_epoch, epochs))
        share.show_series(Series(training.accuracies, shares, per_epoch, epochs))
        told = self.tr("{n} steps").format(n=grouped(len(training.losses)))
        self.setAccessibleDescription(told)

    @Slot(str)
    def _read_loss(self, words: str) -> None:
        """Says what the pointer is on, in the place of the key."""
        self._loss_reading.setText(words)
        self._key.setVisible(not words)

    def _seen(self) -> "tuple[Curves, Curves]":
        """The curves; made when they are first wanted."""
        if self._curves is None:
            from gui.panels.finetune.curves import Curves

            loss = Curves(self.tr("Loss"), is_share=False)
            share = Curves(self.tr("Accuracy"), is_share=True)
            loss.read.connect(self._read_loss)
            share.read.connect(self._share_reading.setText)
            for curves, place in (
                (loss, self._loss_place),
                (share, self._share_place),
            ):
                curves.setMinimumHeight(px(HEIGHT))
                layout = place.layout()
                assert layout is not None
                layout.addWidget(curves)
            self._curves = loss, share
        return self._curves


def _figure(name: str, number: QLabel | QWidget) -> Group:
    """Puts a name above a number."""
    return column(text(name, "muted"), number, gap=0)
