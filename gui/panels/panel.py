"""What every tab is: before it is visited, and then."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.answers import Answers
from gui.jobs import Lanes
from gui.lens import Lens
from gui.lenses import Beside, Lenses
from gui.session import Session
from gui.settings import PanelKind
from gui.theme import SPACE
from gui.widgets.focus import hand_on
from gui.widgets.form import Part, column
from inference.export import Reopened
from inference.pictures.style import Style

MARGIN = 5 * SPACE
LONGEST_WORD, LONGEST_NAME = 60, 200  # letters; bytes, of the names of folders
SCROLL_BAR = 10  # px, as in the style sheet


@dataclass(frozen=True, slots=True)
class Export:
    """A result that can be saved.

    Attributes:
        name: Of its folder, unless another is chosen: photo, class, kind of result.
        save: Writes it into a folder, which may hold another export that it `replaces`,
            with the picture of what is `shown`; returns the files.
        beside: The other map of a comparison, or None.
    """

    name: str
    save: Callable[..., list[Path]]
    beside: "Export | None" = None


def folder_name(*words: str) -> str:
    """Returns words as the name of a folder, fit for every system."""
    fit = (re.sub(r"[^\w ,.-]+", "-", word)[:LONGEST_WORD] for word in words)
    name = " ".join(word for each in fit if (word := each.strip(" .-")))
    return name.encode()[:LONGEST_NAME].decode(errors="ignore").strip(" .")


class LensMaker(Protocol):
    """What makes the lens of a tab: mostly its class."""

    def __call__(
        self, session: Session, lanes: Lanes, answers: Answers
    ) -> Lens[Any, Any, Any]:
        """Makes it."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab before it is visited.

    Attributes:
        title: The word on it.
        panel: Imports the class of its panel: the window opens without the widgets of
            tabs that nobody has looked at.
        lens: Makes its lens at the start of the window; None for a tab without one.
        exported: Returns what that lens shows beside another one, to be saved.
        beside: Makes the lens of its second pane alone; None for a tab without one.
    """

    title: str
    panel: Callable[[], type["Panel"]]
    lens: LensMaker | None = None
    exported: Callable[[Session, Lens[Any, Any, Any], Style], Export | None] = (
        lambda *_: None
    )
    beside: LensMaker | None = None


class _Scrolled(QScrollArea):
    """Scrolls up and down what is never cut at the sides.

    Signals:
        need_changed: the content needs more or less room.
    """

    need_changed = Signal()

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        self._sought: QWidget | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._show_sought)
        bar.actionTriggered.connect(lambda _: self._forget_sought())

    def seek(self, part: QWidget) -> None:
        """Shows a part, wherever it comes to lie while the rest finds its place."""
        self._sought = part
        self._show_sought()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._forget_sought()
        super().wheelEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget_sought()
        super().hideEvent(event)

    def _show_sought(self) -> None:
        if self._sought is not None:
            self.ensureWidgetVisible(self._sought)

    def _forget_sought(self) -> None:
        self._sought = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_layout = event.type() is QEvent.Type.LayoutRequest
        if is_layout and watched is self.widget():
            self.need_changed.emit()
        return super().eventFilter(watched, event)


class Panel(QWidget):
    """A tab: the controls of what one looks at the photo through.

    Attributes:
        tab: What was known of it before it was visited.
        kind: How wide it wants to be.
        needs_gradients: Whether it can do nothing without them.
        takes_datasets: Whether it works with the dataset that is open.
        lens: Asks and draws what its controls say; None for a tab without one.
        is_active: Whether it is in front.

    Signals:
        noted: a sentence: it went on, but know this.
        ended: what was finished, for the status bar.
        need_changed: `needed_width` may be another one.
        enlarged: a widget of it that is to stand in the left pane, or None.
        left: the tab that was in front before is wanted.
    """

    noted = Signal(str)
    ended = Signal(str)
    need_changed = Signal()
    enlarged = Signal(object)
    left = Signal()

    tab: ClassVar[Tab]
    kind: ClassVar[PanelKind] = "look"
    needs_gradients: ClassVar[bool] = False
    takes_datasets: ClassVar[bool] = False

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__()
        self.session = session
        self.lanes = lanes
        self.lenses = lenses
        self.lens: Lens[Any, Any, Any] | None = None
        self.is_active = False

    def lay_out(self, *parts: Part, is_filling: bool = False) -> None:
        """Puts sections below each other; they scroll where the window is low.

        One of them may fill the room that is left, if it says so by its stretch.
        """
        ending: tuple[Part, ...] = () if is_filling else (...,)
        self._body = column(*parts, *ending, gap=10, name="surface")
        self._area = _Scrolled(self._body)
        self._area.need_changed.connect(self.need_changed)
        self._body.setContentsMargins(MARGIN, 18, MARGIN - SCROLL_BAR, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def title(self) -> str:
        """The word on its tab."""
        return self.tab.title

    @property
    def needed_width(self) -> int:
        """How wide it has to be so that nothing is cut, in px."""
        return self._body.minimumSizeHint().width() + SCROLL_BAR

    @property
    def stopped_words(self) -> str:
        """What is said where its work was stopped."""
        return self.tr("Stopped. Choose this tab again to go on.")

    def reveal(self, part: QWidget) -> None:
        """Scrolls to a part, and stays with it until the user scrolls."""
        self._area.seek(part)

    def put_first(self, part: QWidget) -> None:
        """Puts a widget that several panels share above the sections."""
        layout = self._body.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, part)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Goes on to the next control; Qt asks too when the one in focus vanished."""
        return hand_on(self) or super().focusNextPrevChild(is_next)

    def reset(self) -> None:
        """Another subject is looked at."""

    def activated(self) -> None:
        """The tab came to the front: its lens is followed, if it has one."""
        self.is_active = True
        if self.lens is not None:
            self.lenses.follow(self.lens.word, self.beside)

    def deactivated(self) -> None:
        """Another tab came to the front; what is followed stays on the photo."""
        self.is_active = False

    @property
    def beside(self) -> Beside:
        """What its controls want beside the map of its lens."""
        return Beside()

    def compare_with(self, _model: Path) -> None:
        """Another model is to stand beside the one that is open."""

    def restore(self, _export: Reopened) -> None:
        """Says what was said when an export was made."""

    def step_size(self, by: int) -> None:
        """The keys [ and ] were pressed."""

    def undo(self) -> bool:
        """Takes the last step of the tab back; whether there was one."""
        return False

    def redo(self) -> bool:
        """Takes the last undone step again; whether there was one."""
        return False

    def show_page(self, place: int) -> None:
        """Brings one of its pages to the front, by its place from 0."""

    def run(self) -> None:
        """Ctrl+Enter: starts the work of the tab."""

    def stop(self) -> None:
        """Ctrl+.: ends it at the next step."""

    @property
    def is_exportable(self) -> bool:
        """Whether there is something to save."""
        return False

    def export(self, _style: Style) -> Export | None:
        """Returns what can be saved as it stands now; None where nothing can."""
        return None
