"""What a sweep answers besides maps of numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.classifier import ClassScore, Target
from inference.geometry import Affine, Box, Floats, Pixel

UNKNOWN = -1  # in a class map: nothing computed there yet


@dataclass(frozen=True, slots=True)
class SensitivePlace:
    """A place where covering lowers a score most.

    Attributes:
        center: Of the mask, in input coordinates.
        photo_center: The same on the photo.
        box: The mask, in input pixels.
        photo_box: The same on the photo.
        name: Of the score: "probability of French horn".
        target: What it is the score of.
        score_before: When nothing is covered.
        score_after: When this place is covered.
        equals: At how many places the score is as low; among these the margin of the
            logits fell most here. Of several places: of those that none before it
            overlaps.
        before: The class when nothing is covered.
        after: The class when this place is covered.
        becomes: The leading class then.
    """

    center: Pixel
    photo_center: Pixel
    box: Box
    photo_box: Box
    name: str
    target: Target
    score_before: float
    score_after: float
    equals: int
    before: ClassScore
    after: ClassScore
    becomes: ClassScore


@dataclass(frozen=True, slots=True, eq=False)
class ClassMap:
    """The predicted class at each place.

    Attributes:
        classes: (rows, cols) int32 class index, or `UNKNOWN`.
        shares: (rows, cols) probability of that class.
        staying: (rows, cols) probability of the untouched prediction's class.
        grid: The part of the photo that the grid covers, in photo pixels.
        seen: The part of the photo that the network saw.
        reference: The class predicted for the untouched input.
        flips: At how many of these places the prediction is another one.
        places: How many places the finest finished pass has with those before it.
        labels: Names of the classes, by index.
        reached: (rows, cols) whether computing has come as far there as anywhere; None:
            everywhere.
    """

    classes: NDArray[np.int32]
    shares: Floats
    staying: Floats
    grid: Box
    seen: Box
    reference: int
    flips: int
    places: int
    labels: tuple[str, ...]
    reached: NDArray[np.bool_] | None = None

    def cell_at(self, pixel: Pixel) -> tuple[int, int] | None:
        """The cell under a place of the photo that was computed; None for none."""
        area = self.grid.intersection(self.seen)
        if not area.contains(pixel):
            return None
        rows, cols = self.classes.shape
        row, col = Affine(self.grid, Box(0, 0, rows, cols)).pixel(pixel)
        cell = min(int(row), rows - 1), min(int(col), cols - 1)
        return None if self.classes[cell] == UNKNOWN else cell

    def counts(self) -> list[tuple[int, int]]:
        """Returns (class, number of grid cells), the commonest first."""
        classes, counts = np.unique(self.classes, return_counts=True)
        order = np.argsort(-counts, kind="stable")
        pairs = [(int(classes[i]), int(counts[i])) for i in order]
        return [pair for pair in pairs if pair[0] != UNKNOWN]
