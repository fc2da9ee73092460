"""The head of the page and the row of its folder."""

from PySide6.QtCore import Signal

from gui.frame.doctor.study import Study
from gui.frame.doctor.words import folder_words, source_words
from gui.widgets.form import (
    Badge,
    Elided,
    Glyph,
    Group,
    button,
    icon_button,
    named,
    row,
    stack,
    text,
)
from gui.widgets.words import facts, grouped, time_left
from gui.work import Work
from inference.classifier import Classifier


class SourceRow(Group):
    """Says what the page is about, and who says how the model is fed.

    Signals:
        closed: the cross was clicked.
        forget_clicked: *Forget what I chose*.
    """

    closed = Signal()
    forget_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._badge = Badge()
        self._source = text(role="muted", wraps=True)
        self._forget = button(self.tr("Forget what I chose"), "link")
        tip = self.tr("Reads the model as if you had never chosen anything for it.")
        named(self._forget, self.tr("Forget what I chose"), tip)
        self._forget.clicked.connect(self.forget_clicked)
        tip = self.tr("Goes back to the tab.")
        close = icon_button("cross", self.tr("Close preprocessing"), tip)
        close.clicked.connect(self.closed)
        hint = Elided(self.tr("Every number NetGaze shows depends on it."), "muted")
        heading = text(self.tr("Preprocessing"), "heading")
        stack(
            self,
            row(heading, self._badge, (hint, 1), close, gap=10),
            row((self._source, 1), self._forget),
            gap=4,
        )

    def show_model(self, opened: Classifier | None, *, has_wishes: bool) -> None:
        """Shows who says how a model is fed; None: there is no model."""
        self._forget.hide()
        if opened is None:
            self._badge.show_words("")
            self._source.setText(self.tr("Open a model first."))
            return
        spec = opened.spec
        self._badge.show_words(self.tr("guessed") if spec.is_guessed else "", "warn")
        self._source.setText(source_words(spec))
        self._forget.setVisible(has_wishes)


class FolderRow(Group):
    """Says which photos are tried; while they are, progress stands at the button.

    Signals:
        choose_clicked: *Choose folder…*.
        stop_clicked: *Stop*.
    """

    choose_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = text("", "strong")
        self._facts = Elided(role="muted")
        self._progress = text(role="muted")
        self._choose = button(self.tr("Choose folder…"))
        tip = self.tr(
            "Tries all ways on the photos of a folder with one folder per class."
        )
        named(self._choose, self.tr("Choose folder"), tip)
        self._choose.clicked.connect(self.choose_clicked)
        self._stop = button(self.tr("Stop"), glyph="stop")
        tip = self.tr("Ends the trial; what was found so far stays.")
        named(self._stop, self.tr("Stop"), tip)
        self._stop.clicked.connect(self.stop_clicked)
        line = row(
            Glyph("folder", "accent"),
            self._name,
            (self._facts, 1),
            self._progress,
            self._choose,
            self._stop,
        )
        stack(self, line)

    def show_study(self, study: Study) -> None:
        """Shows the folder that was chosen, and what it holds."""
        if study.path is None:
            self._name.setText(self.tr("No labelled photos yet"))
            words = self.tr("a folder with one folder per class tells most")
            self._facts.setText(words)
        else:
            self._name.setText(study.path.name)
            folder = study.folder
            self._facts.setText("" if folder is None else folder_words(folder))
        self.show_progress(study.lane.work)

    def show_progress(self, work: Work | None) -> None:
        """Shows how far the trial is; None: nothing is tried."""
        self._stop.setVisible(work is not None)
        self._choose.setVisible(work is None)
        self._progress.setVisible(work is not None)
        if work is not None and work.total:
            words = self.tr("{done} of {total}")
            words = words.format(done=grouped(work.done), total=grouped(work.total))
            left = time_left(work.done, work.total, work.elapsed)
            self._progress.setText(facts(words, left))
