"""What lies over the photo: maps, patches, and the scores with places covered."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from gui.theme import Tone
from inference.classifier import Prediction, Target
from inference.geometry import Box
from inference.image import LoadedImage
from inference.occlusion import ClassMap
from inference.pictures.heatmap import Heatmap

Other = Literal["patches", "crop", "model"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A map over the photo, with the words that go with it.

    Attributes:
        heatmap: Numbers, or None.
        classes: A class at each place, or None.
        title: The first line above a pane, if there are two.
        subtitle: The second line.
        method: What made the map; the first line where two methods stand there.
        badge: How far the map can be trusted: "Preview", "Exact at 784 positions".
        tone: "good", "warn" or "plain".
        badge_tip: What the badge leaves out.
        is_alone: Its numbers cannot be compared with those beside it, so it has a scale
            of its own.
        is_bare: The photo under it is covered.
        is_growing: More of it is being computed.
        image: The photo that the map lies over; None: the session's own.
        made: How it was made, in a few words: "mask 45 × 45".
        layer: The layer that its numbers are of, or "": they cannot be compared with
            those of another one.
    """

    heatmap: Heatmap | None = None
    classes: ClassMap | None = None
    title: str = ""
    subtitle: str = ""
    method: str = ""
    badge: str = ""
    tone: Tone = "plain"
    badge_tip: str = ""
    is_alone: bool = False
    is_bare: bool = False
    is_growing: bool = False
    image: LoadedImage | None = None
    made: str = ""
    layer: str = ""

    @property
    def is_map(self) -> bool:
        """Whether it is more than the photo."""
        return self.heatmap is not None or self.classes is not None

    @property
    def measure(self) -> tuple[object, ...]:
        """What its numbers mean: where that is the same, one scale serves two maps."""
        quantity = None if self.heatmap is None else self.heatmap.quantity
        return (self.method, self.layer, quantity)


@dataclass(frozen=True, slots=True, eq=False)
class Covering:
    """A picture that stands in a covered place.

    Attributes:
        pixels: (h, w, 3) uint8, of the part of the input that is covered.
    """

    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CoveredPlace:
    """A patch on the photo.

    Attributes:
        box: In photo pixels.
        fill: Its colour (R, G, B), or a picture; None draws the outline alone.
        label: What it does, in a few words.
        number: Of a place that is told in a list; "" where the label has it.
    """

    box: Box
    fill: tuple[int, int, int] | Covering | None
    label: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the canvas lays over the photo.

    Attributes:
        overlays: At most two maps; two stand beside each other.
        patches: Places that are covered.
        marks: Places that a map tells, for the eye alone.
        covered: What the network says with the patches, or None.
        other: What makes that differ: patches, a crop that is seen alone, or another
            model.
    """

    overlays: tuple[Overlay, ...] = ()
    patches: tuple[CoveredPlace, ...] = ()
    marks: tuple[CoveredPlace, ...] = ()
    covered: Prediction | None = None
    other: Other = "patches"

    @property
    def is_crop(self) -> bool:
        """Whether the scores are of a part of the photo alone."""
        return self.other == "crop"

    @property
    def explained(self) -> Target | None:
        """Which number its first map explains; None without one."""
        heatmap = self.overlays[0].heatmap if self.overlays else None
        if heatmap is None or heatmap.target < 0:
            return None
        return Target(heatmap.target, heatmap.against, heatmap.quantity)

    def beside(self, other: "Shown") -> "Shown":
        """Returns this with the first map of another beside its own."""
        if not (self.overlays and other.overlays):
            return self
        pair = (self.overlays[0], other.overlays[0])
        named = (replace(o, title=o.method or o.title, is_alone=True) for o in pair)
        return replace(self, overlays=tuple(named))

    def with_photo(self) -> "Shown":
        """Returns this with the bare photo before its map."""
        if not self.overlays:
            return self
        photo = QCoreApplication.translate("Shown", "Photo")
        covered = replace(self.overlays[0], is_bare=True)
        return replace(self, overlays=(Overlay(title=photo), covered))
