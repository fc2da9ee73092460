"""The parts of the activations tab below the tiles: one channel, and those watched."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fonts import px
from gui.panels.activations.detail import ChannelDetail, Compared, Scales
from gui.panels.activations.study import Study
from gui.panels.activations.tiles import fitted
from gui.theme import SPACE, color, font
from gui.widgets.form import (
    Elided,
    Group,
    button,
    named,
    row,
    set_property,
    stack,
    text,
)
from gui.widgets.raster import level_image
from gui.widgets.words import as_tip, facts, number, translate

TILE = 56  # px, of a compared channel


class PinsSection(Group):
    """Shows the watched channels, and compares them between two photos.

    Signals:
        pin_picked: number of a channel to look at.
        pin_removed: number of a channel that is not watched any more.
        add_photo_clicked: *Add photo B…*.
        remove_photo_clicked: *Remove photo B*.
        difference_toggled: whether A − B is drawn in the viewer.
    """

    pin_picked = Signal(int)
    pin_removed = Signal(int)
    add_photo_clicked = Signal()
    remove_photo_clicked = Signal()
    difference_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips()
        self.chips.picked.connect(self.pin_picked)
        self.chips.removed.connect(self.pin_removed)
        self._build_buttons()
        label = text(self.tr("Pinned"), "label")
        buttons = (self._add, self._apart, self._remove)
        self.comparison = Comparison()
        self._why = text(role="muted")
        self._scale = Elided(role="muted")
        stack(
            self,
            row(label, (self.chips, 1), self._why, *buttons),
            self.comparison,
            self._scale,
        )
        self.show_photo(None)

    def _build_buttons(self) -> None:
        self._add = button(self.tr("Add photo B…"))
        tip = self.tr("Shows the same channels of a second photo beside this one.")
        named(self._add, self.tr("Add photo B"), tip)
        self._add.clicked.connect(self.add_photo_clicked)
        self._apart = button(self.tr("Difference A − B"))
        self._apart.setCheckable(True)
        tip = self.tr(
            "Draws what the channel gives for A more than for B, over photo A."
        )
        named(self._apart, self.tr("Difference A − B"), tip)
        self._apart.toggled.connect(self.difference_toggled)
        self._remove = button(self.tr("Remove photo B"), "link")
        named(
            self._remove,
            self.tr("Remove photo B"),
            self.tr("Looks at one photo alone again."),
        )
        self._remove.clicked.connect(self.remove_photo_clicked)

    def show_pins(self, channels: Sequence[int]) -> None:
        """Shows other chips."""
        self.chips.show_channels(channels)

    def show_photo(self, name: str | None) -> None:
        """Shows what can be done with photo B, or without one."""
        self._add.setVisible(name is None)
        self._apart.setVisible(name is not None and not self._why.text())
        self._remove.setVisible(name is not None)
        tip = self.tr("Looks at A alone, not {photo}.").format(photo=name)
        self._remove.setToolTip("" if name is None else as_tip(tip))
        self._why.setVisible(name is not None and bool(self._why.text()))
        if name is None:
            self.set_difference(is_on=False)
            self.show_comparison(None)

    def show_comparison(self, detail: ChannelDetail | None) -> None:
        """Shows the watched channels of both photos, and between what they are drawn.

        Where there is no difference to draw, the reason stands before its button.
        """
        scales = None if detail is None else detail.scales
        shown = () if detail is None else detail.compared
        self.comparison.show_channels(shown)
        self._scale.setText("" if scales is None else scale_words(scales))
        self._scale.setVisible(bool(shown))
        is_pair = detail is not None and len(detail.study.shown) == 2
        reason = why_no_difference(detail.study) if detail and is_pair else ""
        self._apart.setVisible(is_pair and not reason)  # the reason takes its place
        self._why.setText(reason)
        self._why.setVisible(bool(reason))

    def set_difference(self, *, is_on: bool) -> None:
        """Shows whether the difference is drawn, without a signal."""
        self._apart.blockSignals(True)
        self._apart.setChecked(is_on)
        self._apart.blockSignals(False)


def why_no_difference(study: Study) -> str:
    """Says why A − B cannot be drawn; "" where it can."""
    first, second = study.shown[:2]
    if first.is_vector:
        return translate("Pins", "A vector has no places.")
    sizes = [each.maps.shape[1:] for each in (first, second)]
    if sizes[0] == sizes[1]:
        return ""
    a, b = (" × ".join(map(str, size)) for size in sizes)
    return translate("Pins", "B gives {b}, A {a}.").format(a=a, b=b)


def scale_words(scales: Scales) -> str:
    """Writes between what both photos are drawn: "A and B from 0 to 879.5"."""
    low, high = map(number, scales.both.ends)
    both = translate("Pins", "A and B from {low} to {high}").format(low=low, high=high)
    if scales.apart is None:
        return both
    low, high = map(number, scales.apart.ends)
    apart = translate("Pins", "A − B from {low} to {high}").format(low=low, high=high)
    return facts(both, apart)


class Chips(QWidget):
    """Numbers of channels with a cross each; what has no room is counted.

    Signals:
        picked: number of the chip that was clicked.
        removed: number of the chip whose cross was clicked.
    """

    picked = Signal(int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._channels: tuple[int, ...] = ()
        self._chips: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * SPACE)
        self._words = text("", "muted")
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * SPACE, super().minimumSizeHint().height())

    def show_channels(self, channels: Sequence[int]) -> None:
        """Shows other chips, the newest first."""
        if tuple(channels) == self._channels:
            return
        self._channels = tuple(channels)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(channel) for channel in reversed(channels)]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hides the chips that would be cut."""
        room, left = self.width() - 28, 0
        for chip in self._chips:
            room -= chip.sizeHint().width() + 2 * SPACE
            chip.setVisible(room >= 0)
            left += room < 0
        none = self.tr("none yet") if not self._chips else ""
        self._words.setText(f"+{left}" if left else none)

    def _chip(self, channel: int) -> QWidget:
        look = button(str(channel), "small")
        name, tip = self.tr("Channel {number}"), self.tr("Looks at channel {number}.")
        named(look, name.format(number=channel), tip.format(number=channel))
        look.clicked.connect(lambda: self.picked.emit(channel))
        away = button("×", "small")
        name = self.tr("Unpin channel {number}")
        tip = self.tr("Does not watch channel {number}.")
        named(away, name.format(number=channel), tip.format(number=channel))
        away.clicked.connect(lambda: self.removed.emit(channel))
        for part, end in ((look, "first"), (away, "last")):
            set_property(part, "chip", end)
        return row(look, away, gap=0)


class Comparison(QWidget):
    """Small maps of two photos and their difference, a group for each channel."""

    def __init__(self) -> None:
        super().__init__()
        self._channels: tuple[Compared, ...] = ()
        self.setAccessibleName(self.tr("Pinned channels of both photos"))
        tip = self.tr(
            "All of A and B at one scale; in the differences, at another one, red "
            "means more in A."
        )
        self.setToolTip(tip)
        self.hide()

    def show_channels(self, channels: Sequence[Compared]) -> None:
        """Shows other channels."""
        self._channels = tuple(channels)
        self.setVisible(bool(channels))
        self.setFixedHeight(self._rows * (TILE + px(18)))
        self.update()

    @property
    def _per_row(self) -> int:
        return max((self.width() + 16) // (3 * (TILE + 4) + 16), 1)

    @property
    def _rows(self) -> int:
        return -(-len(self._channels) // self._per_row)

    def sizeHint(self) -> QSize:
        return QSize(400, self._rows * (TILE + px(18)))

    def resizeEvent(self, _event: object) -> None:
        self.setFixedHeight(max(self._rows, 1) * (TILE + px(18)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("label"))
        painter.setPen(color("muted"))
        for place, compared in enumerate(self._channels):
            down, across = divmod(place, self._per_row)
            left, top = across * (3 * (TILE + 4) + 16), down * (TILE + px(18))
            parts = zip(
                compared.tiles, compared.color_maps, compared.words, strict=True
            )
            for number_, (tile, name, words) in enumerate(parts):
                box = QRectF(left + number_ * (TILE + 4), top, TILE, TILE)
                image = level_image(tile, name)
                painter.drawImage(fitted(image, box), image)
                line = QRectF(box.left(), box.bottom() + 1, TILE, px(15))
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
