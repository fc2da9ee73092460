"""The part of the occlusion tab that runs a map: mask, detail, baseline, Run, Stop."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from gui.panels.occlusion.baseline import BaselinePicker
from gui.panels.occlusion.lens import Wish
from gui.panels.occlusion.running import RunRow
from gui.widgets.controls import Fold, NumberSlider, Segments, number_field
from gui.widgets.form import (
    Group,
    at_least,
    column,
    field_row,
    named,
    section,
    set_property,
    stack,
    text,
)
from gui.widgets.words import facts, grouped, plural, seconds
from inference.errors import SpecError
from inference.geometry import Size
from inference.jobs import Progress
from inference.occlusion import (
    OcclusionSpec,
    Sweep,
    SweepGrid,
    default_spec,
)

FINE = 28  # places along a side
BATCHES = (1, 4, 8, 16, 32, 64)


class MapSection(Group):
    """Chooses how places are covered, and starts, stops and continues.

    Signals:
        run_clicked: *Run map*.
        continue_clicked: *Continue*.
        stop_clicked: *Stop*.
        wish_changed: mask, stride, baseline, border or batch were changed.
    """

    run_clicked = Signal()
    continue_clicked = Signal()
    stop_clicked = Signal()
    wish_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._input = Size(224, 224)
        self._seconds = 0.0
        self._sweep: Sweep | None = None
        self._build_mask()
        self._build_detail()
        self._baseline = BaselinePicker()
        self._baseline.changed.connect(self._on_changed)
        self._build_more()
        self._build_run()
        hint = "Covers one place after another and draws how much the score drops."
        stack(
            self,
            section("Map", hint),
            field_row("Mask side", (self._side, 1)),
            field_row("Detail", (self._detail, 1)),
            field_row("Covered with", self._baseline, ..., self._fold.link),
            self._baseline.own,
            self._fold.body,
            self._problem,
            self._row,
        )
        self.set_input(self._input)

    # ---- parts

    def _build_mask(self) -> None:
        tip = (
            "Side of the covering square in input pixels. Larger squares give "
            "stronger, coarser answers; 20 % of the input is usual."
        )
        self._side = NumberSlider("Mask side", tip)
        self._side.value_changed.connect(self._on_side)

    def _build_detail(self) -> None:
        tip = (
            "How far the square moves between two places. Positions and time stand "
            "beside Run map."
        )
        self._detail = Segments("Detail", tip)
        self._detail.picked.connect(self._on_detail)

    def _build_more(self) -> None:
        px = (1, 4096, 1)
        self._stride = (number_field(*px), number_field(*px))
        self._mask = (number_field(*px), number_field(*px))
        for pair, word in ((self._stride, "Stride"), (self._mask, "Mask")):
            ways = ("down", "across") if word == "Stride" else ("height", "width")
            for field, way in zip(pair, ways, strict=True):
                named(field, f"{word} {way}", f"{word} {way} in input pixels.")
                field.valueChanged.connect(self._on_typed)
        self._clip = QCheckBox("Clip the mask, so that every place is a centre")
        tip = "Without it, masks lie wholly inside and the border has no places."
        named(self._clip, "Clip the mask at the border", tip)
        self._clip.setChecked(True)
        self._clip.toggled.connect(self._on_changed)
        self._batch = QComboBox()
        self._batch.addItem("Automatic", None)
        for size in BATCHES:
            self._batch.addItem(str(size), size)
        tip = "Places per forward pass; automatic tries which is fastest."
        named(self._batch, "Batch", tip)
        self._batch.currentIndexChanged.connect(self.wish_changed)
        at_least(self._batch, 136)
        body = column(
            _sides("Stride", self._stride, "px, down × across"),
            _sides("Mask", self._mask, "px, height × width"),
            field_row("At the border", self._clip, ...),
            field_row("Batch", self._batch, ...),
            gap=10,
        )
        self._fold = Fold(body)

    def _build_run(self) -> None:
        self._row = RunRow()
        self._row.run_clicked.connect(self.run_clicked)
        self._row.continue_clicked.connect(self.continue_clicked)
        self._row.stop_clicked.connect(self.stop_clicked)
        self._problem = text(role="bad", wraps=True)
        self._problem.hide()

    # ---- what is shown

    def set_input(self, size: Size) -> None:
        """Takes over another input, with the defaults for its size."""
        self._input = size
        default = default_spec(size)
        self._side.set_range(1, min(size))
        self._show(default.mask_size, default.stride)
        self._on_changed()

    def set_seconds(self, per_place: float) -> None:
        """Takes over how long one place takes; 0 while that is not known."""
        self._seconds = per_place
        self._show_offer()

    def set_pixels(self, pixels: NDArray[np.uint8]) -> None:
        """Shows what each baseline looks like on an input (h, w, C)."""
        self._baseline.set_pixels(pixels)

    def show_progress(
        self, progress: Progress[object] | None, elapsed: float, known: int
    ) -> None:
        """Shows Stop and the progress; `known` places were there before this run."""
        self._row.show_progress(progress, elapsed, known)

    def show_ready(self, sweep: Sweep | None) -> None:
        """Offers what one wants next, with what is known of the chosen map."""
        self._row.show_ready()
        if sweep is not self._sweep:
            self._sweep = sweep
            self._show_offer()

    # ---- what is chosen

    @property
    def wish(self) -> Wish:
        """What the controls say."""
        size = self._batch.currentData()
        return Wish(
            mask=Size(*(field.value() for field in self._mask)),
            stride=Size(*(field.value() for field in self._stride)),
            baseline=self._baseline.words,
            clip=self._clip.isChecked(),
            batch_size=None if size is None else int(size),
        )

    def spec(self) -> OcclusionSpec:
        """Returns what is chosen for the input.

        Raises:
            SpecError: It cannot work.
        """
        return self.wish.spec(self._input)

    # ---- answers

    def _strides(self) -> tuple[Size, ...]:
        """Of Quick, Fine and Every pixel."""
        quick = default_spec(self._input).stride
        fine = Size(*(max(side // FINE, 1) for side in self._input))
        return tuple(dict.fromkeys((quick, fine, Size(1, 1))))

    def _on_side(self, side: int) -> None:
        self._show(Size(side, side), None)
        self._on_changed()

    def _on_detail(self, place: int) -> None:
        strides = self._strides()
        if place < len(strides):
            self._show(None, strides[place])
            self._on_changed()

    def _on_typed(self) -> None:
        self._side.set_value(self._mask[0].value())
        self._on_changed()

    def _show(self, mask: Size | None, stride: Size | None) -> None:
        for pair, size in ((self._mask, mask), (self._stride, stride)):
            for field, length in zip(pair, size or (), strict=False):
                field.blockSignals(True)
                field.setValue(length)
                field.blockSignals(False)
        if mask:
            self._side.set_value(mask.height)

    def _on_changed(self) -> None:
        self._show_detail()
        try:
            self.spec()
        except SpecError as error:
            self._problem.setText(str(error))
        else:
            self._problem.clear()
        problem = bool(self._problem.text())
        self._problem.setVisible(problem)
        is_too_large = [
            f.value() > s for f, s in zip(self._mask, self._input, strict=True)
        ]
        for field, is_wrong in zip(self._mask, is_too_large, strict=True):
            set_property(field, "invalid", is_wrong)
        is_colour = problem and not any(is_too_large)
        self._baseline.set_invalid(is_invalid=is_colour)
        self._show_offer()
        self.wish_changed.emit()

    def _count(self, stride: Size) -> int:
        mask = Size(*(f.value() for f in self._mask))
        clip = self._clip.isChecked()
        return SweepGrid(self._input, OcclusionSpec(mask, stride, clip=clip)).count

    def _show_detail(self) -> None:
        mask = Size(*(f.value() for f in self._mask))
        if any(m > s for m, s in zip(mask, self._input, strict=True)):
            return
        stride = Size(*(field.value() for field in self._stride))
        strides = self._strides()
        names = (*("Quick", "Fine")[: len(strides) - 1], "Every pixel")
        words = [
            facts(name, grouped(self._count(each)))
            for name, each in zip(names, strides, strict=True)
        ]
        if stride not in strides:  # four with their numbers would not fit
            words = [*names, facts("Own", grouped(self._count(stride)))]
        self._detail.set_words(words)
        place = strides.index(stride) if stride in strides else len(strides)
        self._detail.set_current(place)

    def _show_offer(self) -> None:
        """Says what one may want next: the rest of a map, or a map with what chosen."""
        try:
            spec = self.spec()
        except SpecError:
            self._row.offer("run", "", is_possible=False)
            return
        known = self._sweep if self._sweep and self._sweep.spec == spec else None
        if known is not None and not known.is_complete:
            left = known.grid.count - known.done
            words = f"{plural(left, 'place', 'places')} left"
            self._row.offer("continue", facts(words, self._time_of(left)))
            return
        count = SweepGrid(self._input, spec).count
        words = facts(plural(count, "position", "positions"), self._time_of(count))
        self._row.offer("run" if known is None else "run again", words)

    def _time_of(self, count: int) -> str:
        """Writes how long so many places take, as far as that is known."""
        if not self._seconds:
            return ""
        return f"about {seconds(count * self._seconds)}".replace("about less", "less")


def _sides(name: str, fields: tuple[QSpinBox, QSpinBox], unit: str) -> Group:
    return field_row(name, fields[0], text("×"), fields[1], text(unit, "muted"), ...)
