"""Where one photo speaks for its class, laid out over what the network sees of it.

The frame is the part of the photo that the network sees: its corner is the same corner
whatever the photo's proportions, and evidence that is spread evenly has as much in each
ninth. A frame of the whole photo would have margins where there can be no evidence.
"""

from dataclasses import dataclass

import numpy as np

from inference.geometry import Box, Doubles, Floats

SIDE = 42  # cells of a layout, down and across: whole thirds, sevenths, fourteenths
BORDERS = (3, 6, 9)  # of them that may count as border on each side
BORDER = 6  # that do when nobody says: the outer seventh

_SOFT = 3  # cells that a place of a picture is blended with, on each side


@dataclass(frozen=True, slots=True, eq=False)
class PhotoEvidence:
    """Where one photo speaks for its class.

    Attributes:
        values: (rows, cols), how much each place does; what speaks against it is 0.
        grid: The part of the photo that they cover, in photo pixels.
        seen: The part of the photo that the network saw.
    """

    values: Floats
    grid: Box
    seen: Box

    @property
    def laid_out(self) -> Doubles | None:
        """The map over what was seen, (SIDE, SIDE), adding up to 1.

        A place of the map is one density: a cell has what lies in it. What was seen
        beyond the map counts with its nearest place. None where nothing speaks for the
        class.
        """
        grid, seen = self.grid, self.seen
        rows, cols = self.values.shape
        down = _overlaps(rows, grid.top, grid.bottom, seen.top, seen.bottom)
        across = _overlaps(cols, grid.left, grid.right, seen.left, seen.right)
        cells: Doubles = down @ np.maximum(self.values, 0) @ across.T
        total = cells.sum()
        return cells / total if total > 0 and np.isfinite(total) else None


def ninths_of(cells: Doubles) -> Doubles:
    """Returns what lies in each ninth of layouts (…, SIDE, SIDE): (…, 3, 3)."""
    third = SIDE // 3
    parts: Doubles = cells.reshape(*cells.shape[:-2], 3, third, 3, third).sum((-3, -1))
    return parts


def even_share(border: int = BORDER) -> float:
    """Returns the share of a border where evidence is spread evenly, 0..1.

    Args:
        border: Its width, in cells.
    """
    return 1 - (1 - 2 * border / SIDE) ** 2


def softened(cells: Doubles, side: int) -> Doubles:
    """Returns a layout as a picture of (side, side), without the steps of its cells."""
    places = (np.arange(side) + 0.5) * SIDE / side
    away = np.abs(places[:, np.newaxis] - (np.arange(SIDE) + 0.5))
    weights = np.maximum(_SOFT - away, 0)
    weights /= weights.sum(axis=1, keepdims=True)
    picture: Doubles = weights @ cells @ weights.T
    return picture


def _overlaps(count: int, start: float, end: float, low: float, high: float) -> Doubles:
    """Returns how much of each cell of a layout each place of a map covers [px].

    Args:
        count: Places across the map.
        start: Where it begins, in photo pixels.
        end: Where it ends.
        low: Where the layout begins.
        high: Where it ends.

    Returns:
        (SIDE, count).
    """
    edges = np.linspace(start, end, count + 1)
    edges[0], edges[-1] = min(start, low), max(end, high)
    cells = np.linspace(low, high, SIDE + 1)[:, np.newaxis]
    covered: Doubles = np.minimum(cells[1:], edges[1:]) - np.maximum(
        cells[:-1], edges[:-1]
    )
    return np.maximum(covered, 0)
