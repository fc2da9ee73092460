"""Where one looks: at the whole photo, at the part that is seen, or nearer.

Two panes share it, relative to their own fitted size, so that photos of different sizes
stay side by side too.
"""

from PySide6.QtCore import QPointF

from gui.photo.pane_view import PaneView
from inference.geometry import Pixel

LARGEST = 64.0  # device pixels per pixel of the pane
_CENTER = (0.5, 0.5)


class Sight:
    """Keeps where one looks and places the panes so; it knows no widget but them."""

    def __init__(self, views: tuple[PaneView, ...]) -> None:
        self._views = views
        self._scale: float | None = None  # of the first pane; None: fitted
        self._center = _CENTER  # part of the photo in the middle: down, across
        self._fits_seen = False  # while it is fitted

    @property
    def is_fitted(self) -> bool:
        """Whether the photo, or its seen part, follows the size of the viewer."""
        return self._scale is None

    def fit(self, *, to_seen: bool = False) -> None:
        """Looks at the whole photo, or at the part of it that the network sees."""
        self._scale, self._center, self._fits_seen = None, _CENTER, to_seen

    def zoom_to(
        self, scale: float, view: PaneView, position: QPointF | None = None
    ) -> None:
        """Zooms the first pane to `scale`; `view` keeps its place at `position`."""
        ratio, first = view.devicePixelRatioF(), self._views[0]
        least = min(first.fitting_scale(), 1 / ratio) / 2
        scale = min(max(scale, least), LARGEST / ratio)
        position = view.room().center() if position is None else position
        fixed = view.own_pixel_at(position)
        own = scale * view.fitting_scale() / first.fitting_scale()
        self._scale = scale
        self._look_at(view, fixed, position, own)

    def pan(self, view: PaneView, held: QPointF, position: QPointF) -> None:
        """Moves what lies at one position of a pane to another."""
        pixel = view.own_pixel_at(held)
        self._scale = self._views[0].scale
        self._look_at(view, pixel, position, view.scale)

    def place(self, count: int) -> None:
        """Puts the photos of so many panes where scale and centre want them."""
        first = self._views[0]
        zoom = 1.0 if self._scale is None else self._scale / first.fitting_scale()
        for view in self._views[:count]:
            part = view.seen_part() if self._scale is None and self._fits_seen else None
            if part is not None:
                _put(view, view.fitting_scale(part), part.center)
            else:
                rows, cols = view.own_size
                down, across = self._center
                middle = Pixel(down * rows, across * cols)
                _put(view, view.fitting_scale() * zoom, middle)

    def _look_at(
        self, view: PaneView, pixel: Pixel, position: QPointF, scale: float
    ) -> None:
        """Centres so that a pixel of a pane lies at a position of the view."""
        rows, cols = view.own_size
        room = view.room()
        offset = (room.center() - position) / scale
        down = (pixel.row + offset.y()) / rows
        across = (pixel.col + offset.x()) / cols
        reach_down = 0.5 + room.height() / 2 / (rows * scale)  # never wholly out
        reach_across = 0.5 + room.width() / 2 / (cols * scale)
        self._center = (
            min(max(down, 0.5 - reach_down), 0.5 + reach_down),
            min(max(across, 0.5 - reach_across), 0.5 + reach_across),
        )


def _put(view: PaneView, scale: float, middle: Pixel) -> None:
    """Draws a pane at a scale, with one of its pixels in the middle of its room."""
    offset = QPointF(middle.col, middle.row) * scale
    view.place(scale, view.room().center() - offset)
