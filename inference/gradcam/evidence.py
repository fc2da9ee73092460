"""Grad-CAM as what tells where photos of a dataset speak for their class."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inference.classifier import Quantity, Target
from inference.gradcam.engine import GradCam
from inference.gradcam.spec import GradCamSpec
from inference.image import open_image

if TYPE_CHECKING:
    from inference.dataset import PhotoEvidence


def explaining(
    engine: GradCam, classes: Sequence[int], spec: GradCamSpec | None = None
) -> Callable[[Path, int], "PhotoEvidence"]:
    """Returns what explains one of these classes of a model by a photo.

    Args:
        engine: Of the model.
        classes: Their indices, which `explain` is given places of.
        spec: What else is asked of each photo; its target is not looked at.
    """
    from inference.dataset import PhotoEvidence  # the window starts without it

    def explain(path: Path, index: int) -> "PhotoEvidence":
        image = open_image(path)
        target = Target(int(classes[index]), quantity=Quantity.LOGIT)
        prepared = engine.classifier.prepare(image)
        asked = replace(spec or GradCamSpec(), target=target)
        heatmap = engine.explain(prepared, asked).heatmap
        return PhotoEvidence(heatmap.values, heatmap.grid, heatmap.seen)

    return explain
