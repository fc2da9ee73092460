"""The right column: the tabs, and the panel of the one in front."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from gui.fonts import px, width_of
from gui.frame.first_steps import FirstSteps
from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels import TABS, WORDS
from gui.panels.panel import Panel
from gui.session import Session
from gui.settings import Settings
from gui.widgets.form import Group, row, set_property
from gui.widgets.words import translate

if TYPE_CHECKING:  # the window starts without it
    from gui.frame.doctor.page import PreprocessingPage

HEIGHT = 44  # of the design, of the tab bar
BESIDE, TIGHT = 13, 7  # px on both sides of a word, as in the style sheet
INSET = 7  # px, so that the first word stands above the panel's edge
SMALLEST = {"look": 456, "study": 540, "work": 760}  # of the design
_STEPS = 0  # the tab that the first steps are about: its clicks are theirs


class _Words(QTabBar):
    """The words of the tabs; in front, a word is bolder and still has room."""

    def __init__(self) -> None:
        super().__init__()
        self._beside = BESIDE
        self.setFixedHeight(px(HEIGHT))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def tabSizeHint(self, place: int) -> QSize:
        word = self.tabText(place)
        boldest = width_of(word, weight=600) + 2 * self._beside
        return QSize(boldest, super().tabSizeHint(place).height())

    def fit(self, room: int) -> None:
        """Lets the gaps give way where the words need more than the room [px]."""
        words = [self.tabText(place) for place in range(self.count())]
        wide = sum(width_of(word, weight=600) + 2 * BESIDE for word in words)
        self._beside = BESIDE if wide <= room else TIGHT
        set_property(self, "tight", self._beside == TIGHT)

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)


class Tabs(Group):
    """Shows one panel at a time; a panel is made when it is first visited.

    Signals:
        switched: another panel came to the front.
        noted: a sentence: it went on, but know this.
        ended: what was finished, for the status bar.
        steps_closed: the first steps are not wanted any more.
        enlarged: a widget of the panel that is to stand in the left pane, or None.
        labels_clicked: names of classes are to be read from a file.
    """

    switched = Signal()
    noted = Signal(str)
    ended = Signal(str)
    steps_closed = Signal()
    enlarged = Signal(object)
    labels_clicked = Signal()

    def __init__(
        self, session: Session, lanes: Lanes, lenses: Lenses, settings: Settings
    ) -> None:
        super().__init__("panel")
        self._session, self._lanes, self._lenses = session, lanes, lenses
        self._made: dict[int, Panel] = {}
        self._place = self._former = 0  # the tab in front, and the one before it
        self._page: PreprocessingPage | None = None  # made when it is first wanted
        self._bar = _Words()
        self._bar.setAccessibleName(self.tr("Tabs"))
        self.first_steps = FirstSteps()
        if not settings.shows_first_steps:
            self.first_steps.hide()
        self.first_steps.closed.connect(self._close_steps)
        self._stack = QStackedWidget()
        self._stack.setObjectName("panels")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        line = Group("rule")
        line.setFixedHeight(1)
        layout.addWidget(row(self._bar, ..., margins=(INSET, 0, 0, 0)))
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        for tab in TABS:
            self._bar.addTab(translate("Panel", tab.title))
        self._bar.fit(SMALLEST["look"] - INSET)
        self.current = self._panel(_STEPS)
        self.current.put_first(self.first_steps)
        self._bar.currentChanged.connect(self.show_tab)
        self._bar.tabBarClicked.connect(self._on_clicked)
        self.show_tab(0)
        session.subject_changed.connect(self._reset)
        session.dataset_changed.connect(self._show_dataset)

    @property
    def place(self) -> int:
        """Of the tab in front, from 0."""
        return self._place

    def show_tab(self, place: int) -> None:
        """Brings a tab to the front."""
        if not 0 <= place < len(TABS):
            return
        panel = self._panel(place)
        if place != self._place:
            self._place, self._former = place, self._place
        if panel is not self.current:
            self.current.deactivated()
        self.current = panel
        self._bar.setCurrentIndex(place)
        self._stack.setCurrentWidget(panel)
        self._fit()
        panel.activated()
        self.switched.emit()

    def show_word(self, word: str) -> None:
        """Brings the tab of a word to the front."""
        self.show_tab(WORDS.index(word))

    def show_page_of(self, word: str, place: int) -> None:
        """Brings a page of the tab of a word to the front, and the tab."""
        self.show_word(word)
        self.current.show_page(place)

    @Slot(object)
    def compare_with(self, model: Path) -> None:
        """Compares the model that is open with another one, in their tab."""
        self.show_word("finetune")
        self.current.compare_with(model)

    def show_first_steps(self) -> None:
        """Shows the first steps, in the tab that they are about."""
        self.show_tab(_STEPS)
        self.first_steps.show()

    def undo(self) -> None:
        """Takes the last step back: of the tab, or of the hand over the photo."""
        if not self.current.undo():
            self._lenses.hand.undo()

    def redo(self) -> None:
        """Takes the last undone step again."""
        if not self.current.redo():
            self._lenses.hand.redo()

    @Slot()
    def show_former(self) -> None:
        """Brings the tab to the front that was there before."""
        self.show_tab(self._former)

    # ---- the page over the panel

    @property
    def is_on_page(self) -> bool:
        """Whether the preprocessing stands over the panel."""
        return self.current is self._page

    @property
    def title(self) -> str:
        """The word on the tab that is chosen."""
        return self._bar.tabText(self._bar.currentIndex())

    @Slot()
    def show_preprocessing(self) -> None:
        """Shows how the photo is fed to the model, over the panel."""
        if self._page is None:
            self._page = self._made_page()
        if self.is_on_page:
            return
        self.current.deactivated()
        self.current = self._page
        self._stack.setCurrentWidget(self._page)
        self._fit()
        self._page.activated()
        self.switched.emit()

    @Slot()
    def show_reading(self) -> None:
        """Shows which inputs and outputs of the model are used, on the same page."""
        self.show_preprocessing()
        if self._page is not None:
            self._page.show_reading()

    @Slot()
    def close_page(self) -> bool:
        """Shows the panel again; whether a page stood over it."""
        was_on_page = self.is_on_page
        if was_on_page:
            self.show_tab(self._bar.currentIndex())
        return was_on_page

    def _made_page(self) -> "PreprocessingPage":
        page = page_class()(self._session, self._lanes, self._lenses)
        page.need_changed.connect(self._fit)
        page.closed.connect(self.close_page)
        page.labels_clicked.connect(self.labels_clicked)
        self._stack.addWidget(page)
        return page

    @Slot(int)
    def _on_clicked(self, place: int) -> None:
        """Goes back to the tab that is chosen already; another one comes by itself."""
        if place == self._bar.currentIndex():
            self.close_page()

    # ---- panels

    def _panel(self, place: int) -> Panel:
        if place not in self._made:
            panel = TABS[place].panel()(self._session, self._lanes, self._lenses)
            panel.noted.connect(self.noted)
            panel.ended.connect(self.ended)
            panel.need_changed.connect(self._fit)
            panel.enlarged.connect(self.enlarged)
            panel.left.connect(self.show_former)
            self._stack.addWidget(panel)
            self._made[place] = panel
        return self._made[place]

    @Slot()
    def _fit(self) -> None:
        """Is never narrower than what the panel in front has to show."""
        words = self._bar.sizeHint().width() + INSET + 1
        needed = self.current.needed_width + 1
        self.setMinimumWidth(max(SMALLEST[self.current.kind], words, needed))

    @Slot()
    def _reset(self) -> None:
        for panel in (*self._made.values(), *filter(None, [self._page])):
            panel.reset()

    @Slot()
    def _show_dataset(self) -> None:
        """Shows a tab that works with a dataset."""
        if not self.current.takes_datasets:
            self.show_word("ranking")

    @Slot()
    def _close_steps(self) -> None:
        self.first_steps.hide()
        self.steps_closed.emit()


def page_class() -> type["PreprocessingPage"]:
    """Imports the page over the panels."""
    from gui.frame.doctor.page import PreprocessingPage

    return PreprocessingPage
