"""Photos that something is wrong with: labels, duplicates, odd ones."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inference.dataset import PARTS, Looks, Part, split_of
from inference.errors import Sentence
from inference.geometry import Doubles, Floats
from inference.jobs import Job, Progress
from inference.ranking.analysis import Analysis
from inference.ranking.linear_probe import out_of_sample

Kind = Literal["wrong label", "confidently wrong", "duplicate", "near duplicate", "odd"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SURE = 0.9  # of a probability
ALIKE = 0.995  # cosine of features, together with the same hash of looks
_EXTREME = 5.0  # long side by short side
_MARGIN = 0.01  # of a probability, by which a label may lag behind and be believed
_FAR = 5.0  # median deviations below the usual likeness to the nearest other photo
_BLOCK = 512  # photos whose likeness to all others is worked out at once


@dataclass(frozen=True, slots=True)
class Suspect:
    """A photo that something may be wrong with.

    Attributes:
        kind: What.
        place: Of the photo among the analysis'; -1 where it could not be read.
        photo: Its place in the dataset.
        looks_like: The class it is taken for, or the photo that it repeats.
        self_confidence: Probability of its own label; NaN where that says nothing.
        likeness: Probability of the class it is taken for; NaN likewise.
        repeats: The photo that it repeats, its place in the dataset; -1 for none.
        parts: Of the split, that of the photo and that of the one it repeats, where
            these are two: then the one is no test of what was learnt from the other.
    """

    kind: Kind
    place: int
    photo: int
    looks_like: str
    self_confidence: float = float("nan")
    likeness: float = float("nan")
    repeats: int = -1
    parts: tuple[Part, Part] | None = None


def all_suspects(found: Analysis, *, is_own: bool) -> Job[None, list[Suspect]]:
    """Returns all that may be wrong with photos.

    Args:
        found: The photos.
        is_own: Whether labels are judged by the network's own scores, and not out of
            sample; they are, too, where the network has no features to learn from.
    """
    features, looks = found.features(), found.looks()
    known = found.true >= 0
    if is_own or not features.shape[1] or not known.any():
        judged = found.probabilities
    else:
        judged = np.zeros((len(known), len(found.names)), np.float32)
        labels = found.true[known]
        fitted = yield from out_of_sample(features[known], labels, len(found.names))
        judged[known] = fitted
    likeness = yield from nearest(features)
    return [
        *wrong_labels(found, judged),
        *confidently_wrong(found),
        *duplicates(found, features, looks),
        *odd_ones(found, likeness, looks),
    ]


def confident_learning(
    probabilities: Floats | Doubles, labels: Sequence[int] | NDArray[np.int64]
) -> tuple[NDArray[np.int64], Doubles, NDArray[np.int64]]:
    """Finds labels that are likely wrong; Northcutt, Jiang, Chuang 2021, section 3.

    A class is believed of a photo where its probability reaches what photos labelled so
    have on average; of several the most probable. Photos believed to be of another
    class than they are labelled are suspects, those with the least probability of their
    own label first; but not those whose own label is the most probable, or nearly, as
    the authors' own program (cleanlab) has it.

    Args:
        probabilities: (N, K), from a fit without the photo itself.
        labels: As given, (N,).

    Returns:
        Places of the suspects in order; thresholds (K,); the confident joint (K, K),
        labels in rows.
    """
    given = np.asarray(labels, np.int64)
    p = np.asarray(probabilities, np.float64)
    count = p.shape[1]
    rows = np.arange(len(given))
    own = p[rows, given]
    sizes = np.bincount(given, minlength=count)
    sums = np.bincount(given, own, count)
    thresholds = np.where(sizes > 0, sums / np.maximum(sizes, 1), np.inf)
    reached = np.where(p >= thresholds - 1e-6, p, -np.inf)
    is_sure = np.isfinite(reached).any(axis=1) if count else np.zeros(len(p), bool)
    believed = np.where(is_sure, reached.argmax(axis=1), -1)
    joint = np.zeros((count, count), np.int64)
    np.add.at(joint, (given[is_sure], believed[is_sure]), 1)
    nearly = p.copy()
    nearly[rows, given] += _MARGIN
    is_taken = nearly.argmax(axis=1) == given if count else is_sure
    wrong = np.flatnonzero(is_sure & (believed != given) & ~is_taken)
    return wrong[np.argsort(own[wrong], kind="stable")], thresholds, joint


def wrong_labels(found: Analysis, judged: Floats | Doubles) -> Iterator[Suspect]:
    """Yields photos whose label is likely wrong, the likeliest first.

    Args:
        found: The photos; those without a true class are passed over.
        judged: Probabilities (N, C) out of sample, or the network's own.
    """
    known = np.flatnonzero(found.true >= 0)
    p, labels = judged[known], found.true[known]
    order, _, _ = confident_learning(p, labels)
    for n in order:
        yield Suspect(
            "wrong label",
            int(known[n]),
            int(found.places[known[n]]),
            found.names[int(p[n].argmax())],
            float(p[n, labels[n]]),
            float(p[n].max()),
        )


def confidently_wrong(found: Analysis) -> Iterator[Suspect]:
    """Yields photos that the network misreads, and is sure of it; surest first."""
    top, likelihood = found.scores.confidence, found.scores.probability(found.own)
    is_wrong = (found.true >= 0) & (found.predicted != found.true) & (top >= SURE)
    places = np.flatnonzero(is_wrong)
    for n in places[np.argsort(-top[places], kind="stable")]:
        own = float(likelihood[n])
        name = found.names[found.predicted[n]]
        photo = int(found.places[n])
        sure = float(top[n])
        yield Suspect("confidently wrong", int(n), photo, name, own, sure)


def duplicates(
    found: Analysis, features: Floats, looks: Sequence[Looks]
) -> Iterator[Suspect]:
    """Yields photos that repeat another one: exactly, or so nearly that it is one.

    Those that stand in two parts of the split come first: a test that was trained on
    looks better than it is. There the photo of the later part is the one that repeats.
    """
    known = split_of(found.scored.dataset)
    parts = [known.get(photo.path) for photo in found.photos]
    suspects = [
        _repeating(found, parts, (first, n), kind)
        for n, first, kind in (*_exact(looks), *_near(looks, features))
    ]
    yield from sorted(suspects, key=lambda each: (each.parts is None, each.kind))


def _repeating(
    found: Analysis, parts: Sequence[Part | None], pair: tuple[int, int], kind: Kind
) -> Suspect:
    """Says which photo of a pair repeats the other: the one that is used later."""
    first, n = sorted(pair, key=lambda n: _turn(parts[n]))
    own, its = parts[n], parts[first]
    leak = (own, its) if own and its and own != its else None
    photo, other = found.places[[n, first]].tolist()
    name = found.scored.dataset.photos[other].path.name
    return Suspect(kind, n, photo, name, repeats=other, parts=leak)


def _turn(part: Part | None) -> int:
    """Returns when photos of a part are used: training first, then validation, test."""
    return -1 if part is None else PARTS.index(part)


def odd_ones(
    found: Analysis, likeness: Doubles, looks: Sequence[Looks]
) -> Iterator[Suspect]:
    """Yields photos that are unreadable, blank, very long, or like no other.

    Args:
        found: The photos.
        likeness: Of each to the one that is most like it, (N,).
        looks: What is told of each without a network, N.
    """
    for photo in sorted(found.scored.reasons):
        yield Suspect("odd", -1, photo, Sentence("unreadable"))
    middle = np.median(likeness) if len(likeness) else 1.0
    spread = np.median(np.abs(likeness - middle)) if len(likeness) > 2 else 0.0
    for n, (place, told) in enumerate(zip(found.places, looks, strict=True)):
        long, short = max(told.height, told.width), min(told.height, told.width)
        if told.is_blank:
            yield Suspect("odd", n, int(place), Sentence("blank"))
        elif short and long / short > _EXTREME:
            yield Suspect("odd", n, int(place), Sentence("very long"))
        elif spread and likeness[n] < middle - _FAR * spread:
            yield Suspect("odd", n, int(place), Sentence("like no other photo"))


def _exact(looks: Sequence[Looks]) -> Iterator[tuple[int, int, Kind]]:
    """Yields (photo, the first one like it) of the same file."""
    firsts: dict[str, int] = {}
    for n, each in enumerate(looks):
        if each.sha256 and firsts.setdefault(each.sha256, n) != n:
            yield n, firsts[each.sha256], "duplicate"


def _near(looks: Sequence[Looks], features: Floats) -> Iterator[tuple[int, int, Kind]]:
    """Yields pairs of other files that look alike, to the eye and to the network."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(looks):
        if each.hash and not each.is_blank:
            groups[each.hash].append(n)
    unit = _unit(features)
    for group in groups.values():
        for k, n in enumerate(group):
            for first in group[:k]:
                is_same = looks[n].sha256 == looks[first].sha256
                if not is_same and float(unit[n] @ unit[first]) >= ALIKE:
                    yield n, first, "near duplicate"
                    break


def _unit(features: Floats) -> Floats:
    length = np.linalg.norm(features, axis=1, keepdims=True)
    return np.asarray(features / np.maximum(length, 1e-12), np.float32)


def nearest(features: Floats) -> Job[None, Doubles]:
    """Returns the cosine of each row of features to the nearest other one, (N,)."""
    unit = _unit(features)
    found = np.zeros(len(unit))
    for start in range(0, len(unit), _BLOCK):
        block = unit[start : start + _BLOCK] @ unit.T
        rows = np.arange(len(block))
        block[rows, start + rows] = -np.inf
        found[start : start + len(block)] = block.max(axis=1)
        yield Progress(start + len(block), len(unit), None)
    return found
