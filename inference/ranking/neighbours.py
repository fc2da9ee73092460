"""What is alike to a network: its pooled features in two dimensions, and by cosine.

t-SNE (van der Maaten, Hinton 2008) keeps near what is near; gaps between groups and
their sizes mean nothing. It needs scikit-learn, and runs in a child process, since it
is stopped from outside alone; how far it is stands in what it prints. Principal
components need NumPy, and are there at once.
"""

import importlib.util
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.errors import DatasetError, Sentence, SpecError
from inference.geometry import Array, Floats
from inference.jobs import Job, Progress, relayed
from inference.ranking import embedding_process
from inference.ranking.analysis import Analysis
from inference.ranking.suspects import ALIKE

Ints = NDArray[np.int64]
Method = Literal["tsne", "pca"]
MOST = 5_000  # points of a layout
SIMILAR = 12  # photos that are most similar to one
PERPLEXITIES = (1, 100)
_COMPONENTS = 50  # that t-SNE is given
_FEW = 5  # points that t-SNE makes nothing of
_BLOCK = 4096  # photos whose features are read at once
_LOOK = 0.05  # s between two looks at the child
# Of 5,000 points a third of the time of scikit-learn's usual 1,000 and 0.5, and of the
# twelve nearest neighbours nearly as many are kept: 88 of 100, not 89.
_ITERATIONS, _ANGLE = 500, 0.8
_TOLD = re.compile(r"Iteration (\d+)")
# Its threads sleep while they wait for each other: where other programs have the cores,
# spinning makes each of a thousand iterations wait for whole slices of time.
_PATIENT = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0"}

_Ended = tuple[bytes, bytes]  # what a child said on stdout and on stderr


@dataclass(frozen=True, slots=True)
class LayoutSpec:
    """How photos are laid out.

    Attributes:
        method: t-SNE, or the two first principal components.
        perplexity: Of t-SNE: about how many neighbours a photo has.
        seed: Of what is drawn by chance.

    Raises:
        SpecError: It cannot be.
    """

    method: Method = "pca"
    perplexity: float = 30.0
    seed: int = 0

    def __post_init__(self) -> None:
        least, most = PERPLEXITIES
        if not least <= self.perplexity <= most:
            raise SpecError(
                "The perplexity is a number of neighbours from {least} to {most}, not "
                "{found:g}.",
                least=least,
                most=most,
                found=self.perplexity,
            )


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Photos in two dimensions.

    Attributes:
        spec: How they were laid out; the perplexity is the one that was taken.
        rows: Photos of the analysis that are drawn, ascending, (M,).
        points: Where, (M, 2); each axis from 0 to 1.
        features: F, from which it was made.
    """

    spec: LayoutSpec
    rows: Ints
    points: Floats
    features: int


@dataclass(frozen=True, slots=True)
class Alike:
    """A photo that is like another one to the network.

    Attributes:
        row: Of the analysis.
        cosine: Of the features of both, -1 to 1.
        is_duplicate: Whether it is the same to the eye, too.
    """

    row: int
    cosine: float
    is_duplicate: bool


@cache
def has_tsne() -> bool:
    """Whether t-SNE can be had: scikit-learn, and a Python that runs a file with it."""
    is_frozen = getattr(sys, "frozen", False)
    return not is_frozen and importlib.util.find_spec("sklearn") is not None


def laid_out(
    found: Analysis, spec: LayoutSpec, *, most: int = MOST
) -> Job[Layout | None, Layout]:
    """Lays photos out; of very many a stratified sample.

    Until t-SNE is there, their principal components are told.

    Raises:
        DatasetError: t-SNE failed, or the network has no features to compare.
    """
    own = np.where(found.true >= 0, found.true, found.predicted)
    rows = sampled(own, most, spec.seed)
    features = np.nan_to_num(found.features(rows))
    if not features.shape[1]:
        raise DatasetError(
            "This network has no features in front of its classes that could be "
            "compared."
        )
    yield Progress(0, 0, None)
    points, width = principal(features, _COMPONENTS), features.shape[1]
    first = Layout(replace(spec, method="pca"), rows, _framed(points[:, :2]), width)
    if spec.method == "pca" or len(rows) < _FEW:
        return first
    spec = replace(spec, perplexity=min(spec.perplexity, (len(rows) - 1) / 3))
    job = _by_tsne(points, spec)
    return Layout(
        spec, rows, _framed((yield from relayed(job, lambda _: first))), width
    )


def sampled(classes: Ints, most: int, seed: int = 0) -> Ints:
    """Draws at most so many photos, ascending: of each class its share, at least one.

    Args:
        classes: Of all photos, (N,).
        most: How many are drawn.
        seed: By which it is drawn.
    """
    if len(classes) <= most:
        return np.arange(len(classes))
    random = np.random.default_rng(seed)
    turn = np.zeros(len(classes))  # 0 to 1, when a photo is drawn within its class
    for index in np.unique(classes):
        rows = random.permutation(np.flatnonzero(classes == index))
        turn[rows] = np.arange(len(rows)) / len(rows)
    return np.sort(np.argsort(turn, kind="stable")[:most])


def principal(points: Floats, count: int) -> Floats:
    """Returns the first principal components (N, C) of points (N, D); C is at least 2.

    The signs are such that the largest weight of each component is positive.
    """
    centred = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    spread, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, np.argsort(-spread, kind="stable")[:count]]
    largest = np.abs(axes).argmax(axis=0)
    axes = axes * np.sign(axes[largest, np.arange(axes.shape[1])])
    found = centred @ axes
    missing = max(2 - found.shape[1], 0)
    return np.asarray(np.pad(found, ((0, 0), (0, missing))), np.float32)


def most_similar(found: Analysis, row: int, count: int = SIMILAR) -> list[Alike]:
    """Returns the photos whose features point where those of one do, nearest first."""
    own = _unit(found.features(np.array([row])))[0]
    cosines = np.empty(len(found.places), np.float32)
    for start in range(0, len(cosines), _BLOCK):
        rows = np.arange(start, min(start + _BLOCK, len(cosines)))
        cosines[rows] = _unit(found.features(rows)) @ own
    cosines[row] = -np.inf
    order = np.argsort(-cosines, kind="stable")[: min(count, len(cosines) - 1)]
    looks = found.looks(np.array([row, *order], np.int64))
    return [
        Alike(int(n), float(cosines[n]), cosines[n] >= ALIKE and told.is_like(looks[0]))
        for n, told in zip(order, looks[1:], strict=True)
    ]


def _unit(features: Floats) -> Floats:
    length = np.linalg.norm(features, axis=1, keepdims=True)
    return np.asarray(features / np.maximum(length, 1e-12), np.float32)


def _framed(points: Floats) -> Floats:
    """Scales each axis to 0..1; one that says nothing is in the middle."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.where(high > low, high - low, 1)
    shift = np.where(high > low, 0, 0.5)
    framed = np.asarray((points - low) / span + shift, np.float32)
    framed.setflags(write=False)
    return framed


# ---- the child


def _by_tsne(points: Floats, spec: LayoutSpec) -> Job[None, Floats]:
    """Has points (N, D) laid out in a child process (N, 2); leaving the job ends it.

    Raises:
        DatasetError: The child failed.
    """
    file = io.BytesIO()
    np.save(file, points)
    with tempfile.TemporaryDirectory() as folder, _child() as child:
        way = Path(folder) / "told"
        task = json.dumps(_task(spec) | {"told": str(way)}).encode()
        task = b"%s\n%s" % (task, file.getvalue())
        answer, told = yield from _told(child, task, way)
    if child.returncode:
        lines = told.decode("utf-8", "replace").strip().splitlines()
        raise DatasetError(
            "t-SNE failed: {why}. Choose PCA, or install scikit-learn anew.",
            why=lines[-1] if lines else Sentence("it was ended"),
        )
    found: Array = np.load(io.BytesIO(answer))
    return found


def _task(spec: LayoutSpec) -> dict[str, float]:
    return {
        "perplexity": spec.perplexity,
        "seed": spec.seed,
        "iterations": _ITERATIONS,
        "angle": _ANGLE,
    }


def _told(
    child: "subprocess.Popen[bytes]", task: bytes, way: Path
) -> Job[None, _Ended]:
    """Hands a task over and waits for what the child says; it tells how far it is."""
    wanted: bytes | None = task
    while True:
        try:
            return child.communicate(wanted, timeout=_LOOK)
        except subprocess.TimeoutExpired:
            wanted = None  # it was handed over
        yield Progress(_iteration(way), _ITERATIONS, None)


def _iteration(way: Path) -> int:
    """Reads how many iterations are over: 0 before it is told."""
    told = way.read_text("utf-8") if way.exists() else ""
    return max(map(int, _TOLD.findall(told)), default=0)


@contextmanager
def _child() -> Iterator["subprocess.Popen[bytes]"]:
    """Starts the child; it does not outlive the block."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-P", embedding_process.__file__]
    environment = os.environ | _PATIENT
    child = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout, child.stderr):
            if stream is not None:
                stream.close()
