"""The options of a map that are needed less often: lengths, border, batch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from gui.panels.occlusion.sizes import Pair, beside, show, two_fields, typed
from gui.widgets.form import (
    Group,
    at_least,
    field_row,
    named,
    set_property,
    stack,
)
from inference.geometry import Size

BATCHES = (1, 4, 8, 16, 32, 64)


class MapOptions(Group):
    """Stride and mask in two lengths each, what masks do at the border, batch.

    Signals:
        lengths_typed: stride or mask was typed.
        clip_toggled: masks are cut at the border, or lie wholly inside.
        batch_changed: how many places share a forward pass.
    """

    lengths_typed = Signal()
    clip_toggled = Signal()
    batch_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build_lengths()
        self._build_clip()
        self._build_batch()
        stack(
            self,
            beside(self.tr("Stride"), self._stride, self.tr("px, down × across")),
            beside(self.tr("Mask"), self._mask, self.tr("px, height × width")),
            field_row(self.tr("At the border"), self._clip, ...),
            field_row(self.tr("Batch"), self._batch, ...),
            gap=10,
        )

    def _build_lengths(self) -> None:
        tip = self.tr(
            "How far the mask moves down between two places, in input pixels; a tenth "
            "of the input by default."
        )
        across = self.tr(
            "How far the mask moves across between two places, in input pixels; a "
            "tenth of the input by default."
        )
        self._stride: Pair = two_fields()
        named(self._stride[0], self.tr("Stride down"), tip)
        named(self._stride[1], self.tr("Stride across"), across)
        tip = self.tr("Height of the mask in input pixels; a fifth of it by default.")
        wide = self.tr("Width of the mask in input pixels; a fifth of it by default.")
        self._mask: Pair = two_fields()
        named(self._mask[0], self.tr("Mask height"), tip)
        named(self._mask[1], self.tr("Mask width"), wide)
        for field in (*self._stride, *self._mask):
            field.valueChanged.connect(lambda _: self.lengths_typed.emit())

    def _build_clip(self) -> None:
        words = self.tr("Clip the mask, so that every place is a centre")
        self._clip = QCheckBox(words)
        tip = self.tr(
            "Masks are centred on every place and cut at the border, which is the "
            "default; without it they lie wholly inside and the border has no places."
        )
        named(self._clip, self.tr("Clip the mask at the border"), tip)
        self._clip.setChecked(True)
        self._clip.toggled.connect(lambda _: self.clip_toggled.emit())

    def _build_batch(self) -> None:
        self._batch = QComboBox()
        self._batch.addItem(self.tr("Automatic"), None)
        for size in BATCHES:
            self._batch.addItem(str(size), size)
        tip = self.tr(
            "Places per forward pass; automatic, the default, tries which number is "
            "fastest."
        )
        named(self._batch, self.tr("Batch"), tip)
        self._batch.currentIndexChanged.connect(lambda _: self.batch_changed.emit())
        at_least(self._batch, 136)

    # ---- what is chosen

    @property
    def mask_size(self) -> Size:
        """Of the covering rectangle, in input pixels."""
        return typed(self._mask)

    @property
    def stride(self) -> Size:
        """Step between two places, in input pixels."""
        return typed(self._stride)

    @property
    def is_clipped(self) -> bool:
        """Whether masks are centred on places and cut at the border."""
        return self._clip.isChecked()

    @property
    def batch_size(self) -> int | None:
        """Places per forward pass; None for the fastest."""
        size = self._batch.currentData()
        return None if size is None else int(size)

    def choose(self, mask: Size | None, stride: Size | None) -> None:
        """Shows lengths, without a signal."""
        if stride:
            show(self._stride, stride)
        if mask:
            show(self._mask, mask)

    def set_clipped(self, *, is_clipped: bool) -> None:
        """Chooses what masks do at the border."""
        self._clip.setChecked(is_clipped)

    def show_fit(self, size: Size) -> bool:
        """Marks sides of the mask that are larger than an input; false if one is."""
        fits = [mask <= side for mask, side in zip(self.mask_size, size, strict=True)]
        for field, is_fit in zip(self._mask, fits, strict=True):
            set_property(field, "invalid", not is_fit)
        return all(fits)
