"""The part of the occlusion tab that runs a map: mask, detail, baseline, Run, Stop."""

from PySide6.QtCore import Signal

from gui.errors import said
from gui.panels.occlusion.baseline import BaselinePicker
from gui.panels.occlusion.lens import Wish
from gui.panels.occlusion.options import MapOptions
from gui.widgets.controls import Fold, Segments
from gui.widgets.form import (
    Group,
    field_row,
    section,
    stack,
    text,
)
from gui.widgets.numbers import NumberSlider
from gui.widgets.running import Next, RunRow
from gui.widgets.words import about, counted, facts, grouped
from inference.errors import SpecError
from inference.geometry import Floats, Size
from inference.jobs import Progress
from inference.occlusion import (
    OcclusionSpec,
    Sweep,
    SweepGrid,
    default_spec,
)

FINE = 28  # places along a side


class MapSection(Group):
    """Chooses how places are covered, and starts, stops and continues.

    Attributes:
        baseline: What stands in covered places.

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
        self.baseline = BaselinePicker()
        self.baseline.changed.connect(self._on_changed)
        self._build_more()
        self._build_run()
        hint = self.tr(
            "Covers one place after another and draws how much the score drops."
        )
        stack(
            self,
            section(self.tr("Map"), hint),
            self._side,
            field_row(self.tr("Detail"), (self._detail, 1)),
            field_row(self.tr("Covered with"), self.baseline, ..., self._fold.link),
            self.baseline.own,
            self._fold.body,
            self._problem,
            self._row,
        )
        self.set_input(self._input)

    # ---- parts

    def _build_mask(self) -> None:
        tip = self.tr(
            "Side of the covering square in input pixels, a fifth of the input by "
            "default; larger squares give stronger, coarser answers."
        )
        self._side = NumberSlider(self.tr("Mask side"), tip, is_labelled=True)
        self._side.value_changed.connect(self._on_side)

    def _build_detail(self) -> None:
        tip = self.tr(
            "How far the square moves between two places: a tenth of the input (Quick, "
            "the default), 1/28 of it (Fine), or one input pixel."
        )
        self._detail = Segments(self.tr("Detail"), tip)
        self._detail.picked.connect(self._on_detail)

    def _build_more(self) -> None:
        self._options = MapOptions()
        self._options.lengths_typed.connect(self._on_typed)
        self._options.clip_toggled.connect(self._on_changed)
        self._options.batch_changed.connect(self.wish_changed)
        self._fold = Fold(self._options)

    def _build_run(self) -> None:
        tip = self.tr("Covers all places, coarse to fine (Ctrl+Enter).")
        self._row = RunRow(self.tr("Run map"), tip)
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

    def set_mean(self, mean: Floats) -> None:
        """Shows what each baseline looks like on an input of this mean (C,)."""
        self.baseline.set_mean(mean)

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

    def choose(self, spec: OcclusionSpec) -> None:
        """Chooses how places are covered."""
        self._options.set_clipped(is_clipped=spec.clip)
        self._show(spec.mask_size, spec.stride)
        self.baseline.choose(spec.baseline.name)

    # ---- what is chosen

    @property
    def wish(self) -> Wish:
        """What the controls say."""
        options = self._options
        return Wish(
            mask=options.mask_size,
            stride=options.stride,
            baseline=self.baseline.words,
            clip=options.is_clipped,
            batch_size=options.batch_size,
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
        self._side.set_value(self._options.mask_size.height)
        self._on_changed()

    def _show(self, mask: Size | None, stride: Size | None) -> None:
        self._options.choose(mask, stride)
        if mask:
            self._side.set_value(mask.height)

    def _on_changed(self) -> None:
        self._show_detail()
        try:
            self.spec()
        except SpecError as error:
            self._problem.setText(said(error))
        else:
            self._problem.clear()
        problem = bool(self._problem.text())
        self._problem.setVisible(problem)
        is_fit = self._options.show_fit(self._input)
        self.baseline.set_invalid(is_invalid=problem and is_fit)
        self._show_offer()
        self.wish_changed.emit()

    def _count(self, stride: Size) -> int:
        options = self._options
        spec = OcclusionSpec(options.mask_size, stride, clip=options.is_clipped)
        return SweepGrid(self._input, spec).count

    def _show_detail(self) -> None:
        mask, stride = self._options.mask_size, self._options.stride
        if any(m > s for m, s in zip(mask, self._input, strict=True)):
            return
        strides = self._strides()
        ways = (self.tr("Quick"), self.tr("Fine"))
        names = (*ways[: len(strides) - 1], self.tr("Every pixel"))
        words = [
            facts(name, grouped(self._count(each)))
            for name, each in zip(names, strides, strict=True)
        ]
        if stride not in strides:  # four with their numbers would not fit
            words = [*names, facts(self.tr("Own"), grouped(self._count(stride)))]
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
            words = counted("{n} places left", "{n} place left", left)
            self._row.offer("continue", facts(words, self._time_of(left)))
            return
        count = SweepGrid(self._input, spec).count
        words = counted("{n} positions", "{n} position", count)
        wanted: Next = "run" if known is None else "again"
        self._row.offer(wanted, facts(words, self._time_of(count)))

    def _time_of(self, count: int) -> str:
        """Writes how long so many places take, as far as that is known."""
        return about(count * self._seconds) if self._seconds else ""
