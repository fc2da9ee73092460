"""Whether the doctor finds how models of the test data want their photos.

    python tests/benchmarks/doctor.py ../shared/data

For each model of `expected.json` it tries all usual ways on photos whose class is known
and says which preset it names first; then the same without the labels. It begins at
the automatic settings, and at the worst way, from which the right one is to be found.
"""

import csv
import json
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inference.classifier import (  # noqa: E402
    Classifier,
    Normalisation,
    Wishes,
    open_classifier,
    parse_normalisation,
)
from inference.dataset import list_dataset, matched  # noqa: E402
from inference.doctor import Examination, examine, usual_ways, verdict  # noqa: E402
from inference.geometry import Size  # noqa: E402
from inference.jobs import run  # noqa: E402

CIFAR = {
    "airliner": "airplane", "sports_car": "automobile", "hen": "bird", "macaw": "bird",
    "tabby": "cat", "Persian_cat": "cat", "golden_retriever": "dog",
    "German_shepherd": "dog", "Siberian_husky": "dog", "container_ship": "ship",
}  # fmt: skip
CIFAR_TOO = {
    "chelsea.png": "cat", "winml_kitten_224.png": "cat", "coral_cat.bmp": "cat",
    "coral_bird_segmentation.bmp": "bird",
}  # fmt: skip
FACES = ("az_Family*.jpg", "ms_*.jpg", "astronaut.png")
ANIMALS = 14  # the first photos of ImageNet: animals, without a person
QUESTIONS = (
    "first in the ranking",
    "offered where the automatic settings hold",
    "offered where the worst way holds",
    "offered without labels",
)
Labelled = tuple[list[Path], list[int | None]]


@dataclass(frozen=True)
class Found:
    """What the doctor says of one model.

    Attributes:
        name: Of the model.
        photos: How many were labelled; 0 where there are none.
        first: What comes first in its ranking; what it offers from the automatic
            settings, from the worst way, and without labels.
        are_right: Whether these are the listed one; None without labelled photos.
        share: Of photos that the listed way has right, in words.
    """

    name: str
    photos: int
    first: tuple[str, ...]
    are_right: tuple[bool, ...] | None
    share: str


def main(data: Path) -> None:
    """Prints a line for each model, and the shares."""
    listed = json.loads((data / "expected.json").read_text("utf-8"))
    rows = []
    for name, record in listed.items():
        begun = time.perf_counter()
        row = _found(data, name, record)
        rows.append(row)
        print(
            f"{Path(name).stem:44} {row.photos:3} photos  {' | '.join(row.first):64} "
            f"{row.are_right}  {row.share}  {time.perf_counter() - begun:.0f} s",
            flush=True,
        )
    judged = [row.are_right for row in rows if row.are_right is not None]
    for place, words in enumerate(QUESTIONS):
        hits = sum(row[place] for row in judged)
        print(f"{words}: the listed preset first for {hits} of {len(judged)}")


def _found(data: Path, name: str, record: dict[str, Any]) -> Found:
    classifier = _opened(data, name, record)
    photos, true = _photos(data, record, classifier)
    if not photos:
        return Found(name, 0, (), None, "no labelled photos")
    stated = parse_normalisation(record["preprocess"], "expected.json")
    ways = usual_ways(classifier)
    known = [
        way
        for way in ways
        if _is_same(way.preprocessing.normalisation, stated)
        and way.preprocessing.resize == record["resize"]
    ]
    if not known:
        return Found(name, len(photos), (), None, "its way is not among those tried")
    found = run(examine(classifier, photos, ways=ways, true=true))
    blind = replace(found, true=np.full_like(found.true, -1), told=found.confidence)
    worst = ways.index(verdict(found).ranked[-1].way)
    verdicts = [verdict(each) for each in (found, replace(found, now=worst), blind)]
    firsts = [verdicts[0].ranked[0], *(each.offered for each in verdicts)]
    return Found(
        name,
        len(photos),
        tuple(str(each.way.words) for each in firsts),
        tuple(
            _is_same(each.way.preprocessing.normalisation, stated) for each in firsts
        ),
        _share(found, ways.index(known[0])),
    )


def _is_same(one: Normalisation, other: Normalisation) -> bool:
    """Whether two normalisations give the same numbers."""
    ends = np.array([0.0, 255.0])[:, np.newaxis]
    first, second = ((ends * how.scale - how.mean) / how.std for how in (one, other))
    is_alike = one.channels == other.channels
    return is_alike and np.allclose(first, second, atol=1e-3, rtol=1e-3)


def _share(found: Examination, way: int) -> str:
    share = found.tried[way].right
    return "" if share is None else f"{share.hits}/{share.total} right"


def _opened(data: Path, name: str, record: dict[str, Any]) -> Classifier:
    """Opens a model with automatic preprocessing and its listed labels."""
    labels: Any = record["labels"]
    if isinstance(labels, list):
        labels = tuple(labels)
    elif labels.startswith("labels/"):
        labels = data / labels
    else:
        labels = None
    size = Size(record["size"], record["size"])
    return open_classifier(data / name, Wishes(labels=labels, size=size), "cpu")


def _photos(data: Path, record: dict[str, Any], classifier: Classifier) -> Labelled:
    """Returns photos of classes of the model, and these classes."""
    labels, names = record["labels"], list(classifier.labels)
    imagenet = sorted((data / "photos/imagenet").glob("*.JPEG"))
    if str(labels).startswith("imagenet"):
        with (data / "labels/imagenet_1000_wnid_name.csv").open() as file:
            index = {line["wnid"]: int(line["index"]) for line in csv.DictReader(file)}
        above = len(names) - len(index)
        return imagenet, [index[path.name.split("_")[0]] + above for path in imagenet]
    if "daisy" in names:
        dataset = run(list_dataset(data / "datasets/flowers/train"))
        classes, _ = matched(dataset.labels, names)
        return (
            [photo.path for photo in dataset.photos],
            [classes.get(photo.label) for photo in dataset.photos],
        )
    if "person" in names:
        faces = [path for each in FACES for path in (data / "photos").glob(each)]
        others = imagenet[:ANIMALS]
        return faces + others, [1] * len(faces) + [0] * len(others)
    called = {path: CIFAR.get(path.stem.split("_", 1)[1]) for path in imagenet}
    called |= {data / "photos" / name: word for name, word in CIFAR_TOO.items()}
    known = {path: names.index(word) for path, word in called.items() if word in names}
    return list(known), list(known.values())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
