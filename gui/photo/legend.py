"""Under the photo: what is drawn, its sign, its numbers, and how it is drawn.

The bar is painted, with fixed ends. The controls say what the user wants; what the maps
then look like is worked out by `drawn`, the same for every tab.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from gui.fonts import px
from gui.look import Look, Scale
from gui.photo.colour_bar import Bar, ClassKey, ClassKeys, ColorBar
from gui.photo.look_controls import DisplayControls
from gui.theme import SPACE, Tone
from gui.widgets.form import (
    Badge,
    Elided,
    Group,
    button,
    icon_button,
    named,
)
from gui.widgets.icons import icon
from gui.widgets.words import as_tip

HEIGHT = 72  # px
NARROW = 640  # px; below, the controls fold into one button
ENDS = 28  # px left and right of a line
LEAST, TITLE = 40, 150  # of the design, that the title keeps beside a link, a note


@dataclass(frozen=True, slots=True)
class MapLegend:
    """What the legend says about a map.

    Attributes:
        title: "Drop in probability of French horn".
        badge: "Exact at 784 positions".
        tone: Colour of the badge; `badge_tip`, its tooltip.
        meaning: "positive: this place speaks for the class".
        bars: One for each scale in view; none for classes.
        keys: What the colours of classes stand for.
        are_keys_first: Whether the map of classes is the left one.
        panes: How many maps there are; two can share a scale.
        are_apart: Whether the two cannot, as their numbers cannot be compared.
        note: "tiger cat reaches 0.40 of 1.15."; a link offers a scale for each map.
    """

    title: str
    badge: str = ""
    tone: Tone = "plain"
    badge_tip: str = ""
    meaning: str = ""
    bars: tuple[Bar, ...] = ()
    keys: tuple[ClassKey, ...] = ()
    are_keys_first: bool = False
    panes: int = 1
    are_apart: bool = False
    note: str = ""


class Legend(Group):
    """Says what is drawn over the photo, and lets one change how.

    Signals:
        map_toggled: the eye was pressed; whether maps are drawn.
        color_map_changed: "automatic" or a name of `COLOR_MAPS`.
        scale_changed: a `Scale`.
        opacity_changed: 0..1.
    """

    map_toggled = Signal(bool)
    color_map_changed = Signal(str)
    scale_changed = Signal(object)
    opacity_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("legend", parent)
        self._shown: MapLegend | None = None
        self._plain = Elided(role="muted")
        self._build_words()
        self._bars = (ColorBar(), ColorBar())
        self._keys = ClassKeys()
        self._scales = QHBoxLayout()
        self._scales.setSpacing(2 * SPACE)
        for part in (*self._bars, self._keys):
            self._scales.addWidget(part, 1)
        self._controls = DisplayControls()
        self._controls.color_map_changed.connect(self.color_map_changed)
        self._controls.scale_changed.connect(self.scale_changed)
        self._controls.opacity_changed.connect(self.opacity_changed)
        self._build_folded()
        self._map = QWidget()
        self._lay_out()
        self.show_text("")

    def _build_words(self) -> None:
        tip = self.tr(
            "Hides or shows the map, which is shown by default (O); hold O to look "
            "under it."
        )
        self._eye = icon_button("eye", self.tr("Show the map"), tip)
        self._eye.setCheckable(True)
        self._eye.setChecked(True)
        self._eye.toggled.connect(self._on_eye)
        self._title = Elided(role="strong")
        self._badge = Badge()
        self._meaning = Elided(role="muted")
        self._note = Elided(role="muted")
        self._link = button(self.tr("Scale each map"), "link")
        named(
            self._link,
            self.tr("Scale each map"),
            self.tr("Gives each map a scale of its own."),
        )
        self._link.clicked.connect(self._on_link)
        policy = QSizePolicy.Policy
        self._title.setSizePolicy(policy.Maximum, policy.Preferred)
        self._note.setSizePolicy(policy.Maximum, policy.Preferred)
        self._meaning.setSizePolicy(policy.Ignored, policy.Preferred)

    def _build_folded(self) -> None:
        self._folded = QToolButton()
        self._folded.setProperty("kind", "plain")
        self._folded.setText(self.tr("Display"))
        self._folded.setIcon(icon("down"))
        self._folded.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._folded.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._folded.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._folded.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(
            self._folded,
            self.tr("Display"),
            self.tr("Opens colour map, scale and opacity."),
        )
        self._menu = QMenu(self._folded)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._popup = QWidget()
        self._popup_layout = QVBoxLayout(self._popup)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(self._popup)
        self._menu.addAction(action)
        self._folded.setMenu(self._menu)
        self._folded.hide()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2 * SPACE)
        for part in (self._eye, self._title, self._badge):
            first.addWidget(part)
        first.addWidget(self._meaning, 1)
        first.addWidget(self._note)
        first.addWidget(self._link)
        self._second = QHBoxLayout()
        self._second.setSpacing(2 * SPACE)
        self._second.addLayout(self._scales, 1)
        self._second.addWidget(self._folded)
        self._second.addWidget(self._controls)
        inside = QVBoxLayout(self._map)
        inside.setContentsMargins(12, 4, ENDS - 12, 4)
        inside.setSpacing(2)
        inside.addLayout(first)
        inside.addLayout(self._second)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 1, 0, 0)
        outer.setSpacing(0)
        self._plain.setContentsMargins(0, 0, 0, 0)
        self._plain_row = QWidget()
        plain = QHBoxLayout(self._plain_row)
        plain.setContentsMargins(20, 0, 16, 0)
        plain.addWidget(self._plain)
        outer.addWidget(self._plain_row)
        outer.addWidget(self._map)

    # ---- what is shown

    def show_text(self, words: str) -> None:
        """Shows one line instead of a map: what the dashed box is, for example."""
        self._shown = None
        self._plain.setText(words)
        self._plain_row.show()
        self._map.hide()
        self._set_height()

    def show_map(self, shown: MapLegend) -> None:
        """Shows what a map is, and its bar or its class keys."""
        self._shown = shown
        self._title.setText(shown.title)
        self._title.setToolTip(as_tip(shown.title))
        self._badge.show_words(shown.badge, shown.tone, shown.badge_tip)
        self._meaning.setText(shown.meaning)
        self._meaning.setToolTip(as_tip(shown.meaning))
        self._note.setText(shown.note)
        tip = self.tr("Gives each map a scale of its own.")
        self._link.setToolTip(as_tip(f"{shown.note} {tip}".strip()))
        if shown.bars:
            self._controls.set_limits(shown.bars[0].limits)
        for place, bar in enumerate(self._bars):
            bar.setVisible(place < len(shown.bars))
            if place < len(shown.bars):
                bar.show_bar(shown.bars[place])
        self._keys.setVisible(bool(shown.keys))
        self._keys.show_keys(shown.keys)
        direction = QHBoxLayout.Direction
        is_first = shown.are_keys_first
        self._scales.setDirection(
            direction.RightToLeft if is_first else direction.LeftToRight
        )
        self._controls.set_panes(shown.panes, are_apart=shown.are_apart)
        self._controls.set_class_map(is_class_map=not shown.bars)
        self._plain_row.hide()
        self._map.show()
        self._arrange()
        self._set_height()

    def show_look(self, look: Look) -> None:
        """Shows what holds, without signals."""
        self._controls.show_look(look)
        with QSignalBlocker(self._eye):
            self._eye.setChecked(look.is_visible)
        self._eye.setIcon(icon("eye" if look.is_visible else "eye_off"))

    def next_color_map(self) -> None:
        """Chooses the next colour map and announces it."""
        self._controls.next_color_map()

    def step_opacity(self, by: float) -> None:
        """Makes the map more or less opaque and announces it."""
        self._controls.step_opacity(by)

    def sentence(self) -> str:
        """What the legend says, in one line: for exports and screen readers."""
        if self._shown is None:
            return self._plain.text()
        parts = (self._shown.title, self._shown.badge, self._shown.meaning)
        return " · ".join(part for part in parts if part)

    # ---- answers

    @Slot(bool)
    def _on_eye(self, is_visible: object) -> None:
        self._eye.setIcon(icon("eye" if is_visible else "eye_off"))
        self.map_toggled.emit(bool(is_visible))

    def _on_link(self) -> None:
        self._controls.choose_scale(Scale("each"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.height())

    def _set_height(self) -> None:
        """Is as high without a map as with one, so that the photo stays in place."""
        self.setFixedHeight(max(px(HEIGHT), self._map.sizeHint().height() + 1))

    def _arrange(self) -> None:
        self._fold()
        self._fit_note()

    def _fit_note(self) -> None:
        """Shows the note where title and note are whole, the link if there is room."""
        parts = [each for each in (self._eye, self._badge) if not each.isHidden()]
        taken = sum(each.sizeHint().width() for each in (*parts, self._link))
        room = self.width() - ENDS - taken - 2 * SPACE * (len(parts) + 3)
        is_noted = bool(self._shown and self._shown.note) and room > px(LEAST)
        title = self._title.sizeHint().width()
        self._title.setMinimumWidth(min(title, px(TITLE), room) if is_noted else 0)
        self._link.setVisible(is_noted)  # the list of scales has the same
        note = self._note.sizeHint().width()
        self._note.setVisible(is_noted and room - title >= note)

    def _fold(self) -> None:
        """Moves the controls into the button where the bars leave them no room."""
        shown = self._shown
        is_two = shown is not None and len(shown.bars) + bool(shown.keys) > 1
        is_narrow = is_two or self.width() < px(NARROW)
        is_folded = self._controls.parent() is self._popup
        if is_narrow and not is_folded:
            self._second.removeWidget(self._controls)
            self._popup_layout.addWidget(self._controls)
        elif not is_narrow and is_folded:
            self._popup_layout.removeWidget(self._controls)
            self._second.addWidget(self._controls)
        self._controls.set_upright(is_upright=is_narrow)
        self._controls.show()
        self._folded.setVisible(is_narrow)
