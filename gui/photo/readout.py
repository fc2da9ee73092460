"""What the status bar says of the place under the pointer."""

from collections.abc import Sequence

from gui.widgets.words import facts, fixed
from inference.geometry import Affine, Box, Pixel
from inference.pictures.heatmap import Heatmap


def cell_words(maps: Sequence[Heatmap], pixel: Pixel, active: int) -> str:
    """Reads a cell of a layer's maps; with two photos, the same one of both."""
    heatmap = maps[min(active, len(maps) - 1)]
    if not heatmap.area.contains(pixel):
        return ""
    rows, cols = heatmap.values.shape
    row, col = Affine(heatmap.grid, Box(0, 0, rows, cols)).pixel(pixel)
    row, col = min(int(row), rows - 1), min(int(col), cols - 1)
    place = f"row {row}, column {col} of {rows} × {cols}"
    values = [
        f"{letter} {fixed(float(m.values[row, col]))}"
        for letter, m in zip("AB", maps, strict=False)
        if m.values.shape == (rows, cols)
    ]
    return facts(place, *([v[2:] for v in values] if len(maps) == 1 else values))
