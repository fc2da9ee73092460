"""How far two maps side by side agree: their rank correlation, in one line."""

from dataclasses import replace

from PySide6.QtCore import Slot

from gui.jobs import Lanes
from gui.session import Session
from gui.shown import Overlay
from gui.widgets.form import Group, stack, text
from gui.widgets.words import fixed
from inference.classifier import PreparedInput
from inference.geometry import Floats
from inference.jobs import once
from inference.pictures.heatmap import Heatmap
from inference.trust import rank_correlation


class AgreementLine(Group):
    """Tells the rank correlation of the maps of two methods; else it is hidden.

    It is computed beside the window, anew with every map that lies over the photo.
    """

    def __init__(self, session: Session, lanes: Lanes) -> None:
        super().__init__()
        self._session = session
        self._line = text("", "muted", wraps=True)
        self._line.setToolTip(
            self.tr(
                "Spearman's: 1 where both maps put all places into one order, 0 where "
                "they know nothing of each other."
            )
        )
        stack(self, self._line)
        self._lane = lanes.create(self.tr("Comparing two maps"), is_quiet=True)
        self._lane.succeeded.connect(self._show)
        session.shown_changed.connect(self._look)
        self._look()

    @property
    def _pair(self) -> tuple[Overlay, Overlay] | None:
        """Two maps of this photo by two methods, beside each other; else None."""
        photos = None, self._session.subject.image
        overlays = self._session.shown.overlays
        maps = [x for x in overlays if x.heatmap is not None and x.image in photos]
        if len(maps) != 2 or maps[0].method == maps[1].method:
            return None
        return maps[0], maps[1]

    @Slot()
    def _look(self, _: object = None) -> None:
        """Compares what lies over the photo; the former number stays until then."""
        prepared, pair = self._session.subject.prepared, self._pair
        if prepared is None or pair is None:
            self.hide()
            return
        maps = pair[0].heatmap, pair[1].heatmap
        self._lane.start(once(agreement, *maps, prepared), about=pair)

    @Slot(object)
    def _show(self, found: float) -> None:
        pair = self._pair
        if pair is not None and pair == self._lane.about:
            words = self.tr("Rank correlation with {method} {value}")
            told = words.format(method=pair[1].method, value=fixed(found, 2))
            self._line.setText(told)
            self.show()


def agreement(first: Heatmap, second: Heatmap, prepared: PreparedInput) -> float:
    """Returns the rank correlation of two maps at the pixels of the input."""
    return rank_correlation(
        _at_pixels(first, prepared),
        _at_pixels(second, prepared),
    )


def _at_pixels(heatmap: Heatmap, prepared: PreparedInput) -> Floats:
    """Returns a map as large as the input, (h, w), high where it is for the class."""
    values = replace(heatmap, seen=prepared.whole).enlarged(prepared.size, "bilinear")
    return -values if heatmap.is_low_important else values
