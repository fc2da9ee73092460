"""How often a map's maximum lies inside the dish, on the demo's drawings.

Run by hand: `python tests/benchmarks/pointing_game.py`. The masks of the drawings are
known, and none of them was trained on. Each method explains the class that the photo
truly shows; a hit is a maximum (the middle of the largest cell) inside the dish. The
middle of the photo is the baseline: people put what they show there. (Zhang and others
2016, section 4.1, without their tolerance of 15 pixels.)
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inference.classifier import (  # noqa: E402
    Classifier,
    Quantity,
    Target,
    open_classifier,
)
from inference.geometry import Affine, Box, Pixel  # noqa: E402
from inference.gradcam import GradCam, GradCamSpec  # noqa: E402
from inference.image import LoadedImage, open_image  # noqa: E402
from inference.jobs import run  # noqa: E402
from inference.occlusion import default_spec, occlusion_sweep  # noqa: E402
from inference.pictures.heatmap import Heatmap  # noqa: E402

DEMO = ROOT / "resources" / "demo"


@dataclass(frozen=True)
class Drawing:
    """A photo with its dish.

    Attributes:
        photo: As opened.
        dish: (H, W) whether the dish is there.
        target: Index of the class that it truly shows.
    """

    photo: LoadedImage
    dish: np.ndarray
    target: int


@dataclass
class Score:
    """Hits of one method."""

    hits: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Hits per drawing."""
        return self.hits / max(self.of, 1)

    def add(self, drawing: Drawing, place: Pixel) -> None:
        """Counts whether a place lies inside the dish."""
        height, width = drawing.dish.shape
        row, col = min(int(place.row), height - 1), min(int(place.col), width - 1)
        self.hits += bool(drawing.dish[row, col])
        self.of += 1


def drawings(demo: Path, labels: tuple[str, ...]) -> Iterator[Drawing]:
    """Yields all drawings of the demo."""
    wrong = json.loads((demo / "planted.json").read_text())["wrong_labels"]
    for path in sorted((demo / "photos").rglob("*.jpg")):
        name = wrong.get(path.relative_to(demo).as_posix(), path.parent.name)
        mask = demo / "masks" / path.parent.name / f"{path.stem}.png"
        with Image.open(mask) as dish:
            yield Drawing(open_image(path), np.asarray(dish), labels.index(name))


def peak(heatmap: Heatmap) -> Pixel:
    """Returns the middle of the largest cell that the network saw, on the photo."""
    rows, cols = heatmap.values.shape
    to_photo = Affine(Box(0, 0, rows, cols), heatmap.grid)
    seen = heatmap.area
    for index in np.argsort(-heatmap.values, axis=None, kind="stable"):
        row, col = divmod(int(index), cols)
        middle = to_photo.pixel(Pixel(row + 0.5, col + 0.5))
        if seen.contains(middle):
            return middle
    return seen.center


def play(
    classifier: Classifier, demo: Path, every: int = 1, *, with_occlusion: bool = True
) -> dict[str, Score]:
    """Returns the scores of Grad-CAM, occlusion and the middle of the photo.

    Args:
        classifier: The network.
        demo: The folder with photos and masks.
        every: Takes each such drawing only.
        with_occlusion: Whether occlusion plays; it takes a second per drawing.
    """
    engine = GradCam(classifier)
    scores = {name: Score() for name in ("Grad-CAM", "occlusion", "centre")}
    for drawing in list(drawings(demo, classifier.labels))[::every]:
        prepared = classifier.prepare(drawing.photo)
        answer = engine.explain(
            prepared, GradCamSpec(Target(drawing.target, quantity=Quantity.LOGIT))
        )
        scores["Grad-CAM"].add(drawing, peak(answer.heatmap))
        scores["centre"].add(drawing, prepared.seen.center)
        if with_occlusion:
            spec = default_spec(prepared.size)
            sweep = run(occlusion_sweep(classifier, prepared, spec))
            scores["occlusion"].add(
                drawing, peak(sweep.heatmap(Target(drawing.target)))
            )
    return scores


def main() -> None:
    """Prints the three numbers."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--demo", type=Path, default=DEMO)
    demo = parser.parse_args().demo
    classifier = open_classifier(demo / "toy-food.onnx", None, "cpu")
    for name, score in play(classifier, demo).items():
        print(f"{name:9} {score.share:6.1%}  ({score.hits} of {score.of})")
    found = list(drawings(demo, classifier.labels))
    share = np.mean([drawing.dish.mean() for drawing in found])
    print(f"dishes cover {share:.1%} of the photos")


if __name__ == "__main__":
    main()
