"""Where maps of drawings point whose dishes are known to the pixel, by every method.

Run by hand: `python tests/benchmarks/pointing.py [--methods rise lime]`. The drawings
have their dishes beside the middle and none was trained on; each method explains the
class that a drawing shows. Two numbers for each: how often the maximum (the middle of
the largest cell) lies inside the dish (Zhang and others 2016, section 4.1, without
their tolerance of 15 pixels), and which share of the positive evidence lies there. The
baseline is the middle of the photo: its centre, and a blob around it.

`--copies` lets the occlusion map compete with its copies, turned and mirrored, and with
its negative, by insertion less deletion. `--demo` takes the demo's own drawings, whose
dishes lie near the middle; `--vit` takes a small ViT, for the methods of attention.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
from inference.errors import SpecError  # noqa: E402
from inference.geometry import Affine, Box, Floats, Pixel, Size  # noqa: E402
from inference.gradcam import GradCam  # noqa: E402
from inference.image import LoadedImage, open_image  # noqa: E402
from inference.jobs import run  # noqa: E402
from inference.methods import METHODS, explanation  # noqa: E402
from inference.pictures.explanation import Explanation  # noqa: E402
from inference.pictures.heatmap import Heatmap  # noqa: E402
from inference.trust import (  # noqa: E402
    deletion_insertion,
    on_input,
    order_of,
    own_rivals,
    shared_rivals,
)
from resources.demo import draw, world  # noqa: E402

DEMO = ROOT / "resources" / "demo"
VIT = ROOT / "tests" / "data" / "vit" / "legacy.onnx"
CENTRE = "centre"
STEPS = 14  # of the curves, as `rank --trust` takes
FEWER: dict[str, dict[str, Any]] = {
    "rise": {"samples": 300},
    "lime": {"samples": 300},
    "smoothgrad": {"samples": 5},
}
"""What is told to methods that take long; all else is as it comes."""


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
    """What one method comes to.

    Attributes:
        hits: Whether the maximum lies inside the dish, by drawing.
        shares: Of the positive evidence that lies there, likewise.
    """

    hits: list[bool] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def hit(self) -> float:
        """Hits per drawing."""
        return float(np.mean(self.hits))

    @property
    def inside(self) -> float:
        """The mean share of positive evidence inside the dish."""
        return float(np.mean(self.shares))

    def add(self, drawing: Drawing, place: Pixel, share: float) -> None:
        """Takes down where a map of a drawing points."""
        height, width = drawing.dish.shape
        row, col = min(int(place.row), height - 1), min(int(place.col), width - 1)
        self.hits.append(bool(drawing.dish[row, col]))
        self.shares.append(share)


def of_demo(labels: tuple[str, ...]) -> Iterator[Drawing]:
    """Yields all drawings of the demo."""
    wrong = json.loads((DEMO / "planted.json").read_text())["wrong_labels"]
    for path in sorted((DEMO / "photos").rglob("*.jpg")):
        name = wrong.get(path.relative_to(DEMO).as_posix(), path.parent.name)
        mask = DEMO / "masks" / path.parent.name / f"{path.stem}.png"
        with Image.open(mask) as dish:
            yield Drawing(open_image(path), np.asarray(dish), labels.index(name))


def aside(
    labels: tuple[str, ...], each: int, size: tuple[int, int] = (320, 240)
) -> Iterator[Drawing]:
    """Yields drawings whose dishes lie beside the middle: so many of each class."""
    for sample in world.aside_samples(each, size=size):
        made = draw.draw(sample.truth, sample.seed, sample.wish)
        photo = LoadedImage(Path(f"{sample.name}.png"), made.pixels)
        yield Drawing(photo, made.mask, labels.index(sample.truth))


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


def inside(heatmap: Heatmap, dish: np.ndarray) -> float:
    """Returns the share of a map's positive values that lies inside the dish."""
    area = heatmap.area
    rows = slice(round(area.top), round(area.bottom))
    cols = slice(round(area.left), round(area.right))
    there = dish[rows, cols]
    return _share(heatmap.enlarged(Size(*there.shape), "bilinear"), there)


def _share(values: Floats, there: np.ndarray) -> float:
    positive = np.maximum(values, 0)
    return float(positive[there].sum() / max(positive.sum(), np.finfo(np.float32).tiny))


class Player:
    """Explains drawings by methods, and tells where their maps point."""

    def __init__(self, classifier: Classifier) -> None:
        self.classifier = classifier
        self._engine = GradCam(classifier)

    def explain(self, drawing: Drawing, name: str) -> Explanation:
        """Explains by a method the class that a drawing shows."""
        method = METHODS[name]
        target = Target(drawing.target, quantity=method.quantity)
        question = method.question(target, FEWER.get(name, {}))
        prepared = self.classifier.prepare(drawing.photo)
        job = explanation(
            name,
            self.classifier,
            prepared,
            question=question,
            engine=lambda: self._engine,
        )
        return run(job)

    def play(
        self, drawings: Iterable[Drawing], methods: Sequence[str]
    ) -> dict[str, Score]:
        """Returns the score of each method, and that of the middle of the photo."""
        scores = {name: Score() for name in (*methods, CENTRE)}
        for drawing in drawings:
            for name in methods:
                heatmap = self.explain(drawing, name).heatmap
                share = inside(heatmap, drawing.dish)
                scores[name].add(drawing, peak(heatmap), share)
            seen = self.classifier.prepare(drawing.photo).seen
            scores[CENTRE].add(drawing, seen.center, _blob_inside(seen, drawing.dish))
        return scores

    def compete(self, drawing: Drawing) -> tuple[bool, bool]:
        """Lets the occlusion map compete with what is made of it.

        Returns:
            Whether it beats all its copies; whether its negative is behind all these.
        """
        prepared = self.classifier.prepare(drawing.photo)
        own = on_input(self.explain(drawing, "occlusion"), prepared)
        copies = [rival.values for rival in own_rivals(own)]
        orders = [order_of(values) for values in (own, -own, *copies)]
        target = Target(drawing.target, quantity=Quantity.PROBABILITY)
        found = run(
            deletion_insertion(self.classifier, prepared, target, orders, steps=STEPS)
        )
        first, negative, *others = (curves.difference for curves in found)
        return first > max(others), negative < min(first, *others)


def _blob_inside(seen: Box, dish: np.ndarray) -> float:
    rows = slice(round(seen.top), round(seen.bottom))
    cols = slice(round(seen.left), round(seen.right))
    there = dish[rows, cols]
    return _share(shared_rivals(Size(*there.shape))[-1].values, there)


def opened(options: argparse.Namespace) -> tuple[Classifier, list[Drawing]]:
    """Returns the network and the drawings that are asked for."""
    path = VIT if options.vit else DEMO / "toy-food.onnx"
    classifier = open_classifier(path, None, "cpu")
    if options.demo:
        return classifier, list(of_demo(classifier.labels))
    size = (73, 73) if options.vit else (320, 240)
    return classifier, list(aside(classifier.labels, options.each, size))


def possible(player: Player, drawing: Drawing) -> list[str]:
    """Returns the methods that the network has an answer to."""
    found = []
    for name in METHODS:
        try:
            player.explain(drawing, name)
        except SpecError:
            continue
        found.append(name)
    return found


def main() -> None:
    """Prints a line for each method."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=[])
    parser.add_argument("--each", type=int, default=12, help="drawings of a class")
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--vit", action="store_true")
    options = parser.parse_args()
    classifier, drawings = opened(options)
    player = Player(classifier)
    if options.copies:
        found = np.array([*map(player.compete, drawings)])
        print(f"beats all its copies {found[:, 0].mean():6.1%}")
        print(f"its negative is last {found[:, 1].mean():6.1%}")
        return
    methods = options.methods or possible(player, drawings[0])
    right = [classifier.predict(d.photo).top_index == d.target for d in drawings]
    print(f"{len(drawings)} drawings, {np.mean(right):.1%} told right")
    for name, score in player.play(drawings, methods).items():
        print(f"{name:20} {score.hit:6.1%}  {score.inside:6.1%}")


if __name__ == "__main__":
    main()
