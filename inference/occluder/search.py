"""Whether a sweep takes a shortcut through the network, and which.

Where it pays to cut depends on the network, the mask and the processor, and no formula
told it; so it is tried out, a small step per batch, on such boxes as the sweep has had.
What was found is kept for the classifier. A shortcut is exact; still, a few places of
each sweep are computed both ways, and if they differ it is given up for good.
"""

import logging
import math
import time
from collections.abc import Callable, Generator
from functools import partial
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np

from inference.classifier import Classifier, Forward
from inference.errors import ModelError
from inference.geometry import Array, Floats, Size
from inference.network.costs import multiply_adds
from inference.network.graph import Graph, Shapes
from inference.network.shapes import infer_shapes
from inference.occluder.batching import core_count, run_abreast
from inference.occluder.masks import Boxes, Masks
from inference.occluder.necks import Neck, find_necks
from inference.occluder.shortcut import Changes, Shortcut, Stretch, covered, cut

log = logging.getLogger(__name__)

Search = Generator[None, None, Shortcut | None]

_LONG = 256  # masks after which a sweep is worth a search
_SAMPLE = 4  # boxes that are timed at a time, at most
_ROUNDS = 5  # of which the quickest counts
_LEAST_GAIN = 1.1
_SHARE = 0.05  # of the network's multiply-adds between necks, at the least
_NEARLY_ALL = 0.97  # of what can be saved; the last cuts are not worth their memory
_PATIENCE = 3  # stretches that save nothing before the search ends
_LONG_STEP = 0.02  # seconds
_TOLERANCE = 1e-4  # of the range of logits

_is_fine = time.get_clock_info("thread_time").resolution < 1e-4  # not on Windows
_clock = time.thread_time if _is_fine else time.perf_counter

_kept: WeakKeyDictionary[Classifier, dict[Size, Shortcut | None]] = WeakKeyDictionary()
_refused: WeakKeyDictionary[Classifier, str] = WeakKeyDictionary()


class Incremental:
    """The shortcut of one sweep, as soon as there is one."""

    def __init__(self, classifier: Classifier, base: Array, fill: Array) -> None:
        """Takes the base input.

        Args:
            classifier: The network.
            base: (C, h, w) normalised input; other layouts have no shortcut.
            fill: (C, 1, 1) or (C, h, w) what stands in covered places.
        """
        self._classifier, self._base, self._fill = classifier, base, fill
        self._seen: list[Boxes] = []
        self._mask = Size(0, 0)
        self._search: Search | None = None
        self._shortcut: Shortcut | None = None
        self._known: list[Array] = []
        self._batches = 0
        model_input = classifier.spec.input
        self._is_over = (
            (classifier.device, model_input.layout) != ("CPU", "NCHW")
            or model_input.dtype != "float32"
            or classifier.is_coupled
            or not classifier.is_repeatable
            or classifier in _refused
        )

    def logits(self, masks: Masks, piece: int) -> Floats | None:
        """Returns logits (B, K) with a mask in each, or None.

        Args:
            masks: What is covered. As long as there is no shortcut, the search for one
                goes on.
            piece: Inputs per forward pass.
        """
        if not self._shortcut:
            if not self._is_over:
                self._go_on(masks.boxes, piece)
            return None
        abreast = min(piece, -(-len(masks) // core_count()))
        try:
            raw = run_abreast(self._run, masks, abreast)
            logits = self._classifier.read(raw)
            self._batches += 1
            is_due = self._batches.bit_count() == 1  # the 1st, 2nd, 4th, 8th, …
            if not is_due or self._agrees(masks, logits):
                return logits
            self._refuse("it gave other logits")
        except ModelError as error:
            self._refuse(str(error))
        return None

    def _run(self, masks: Masks) -> Array:
        assert self._shortcut is not None
        changes = covered(self._base, masks, self._fill)
        return self._shortcut.run(self._known, changes)

    def _agrees(self, masks: Masks, logits: Floats) -> bool:
        place = self._batches % len(masks)
        forward = self._classifier.single_threaded
        raw = _plainly(forward, self._base, self._fill, masks[place : place + 1])
        plain = self._classifier.read(raw)
        difference = np.abs(plain[0] - logits[place]).max()
        return bool(difference <= _TOLERANCE * np.ptp(plain))

    def _refuse(self, reason: str) -> None:
        name = self._classifier.graph.path.name
        log.warning("Gave up the shortcut through %s: %s", name, reason)
        _refused[self._classifier] = reason
        _kept.pop(self._classifier, None)
        self._shortcut, self._search, self._is_over = None, None, True

    def _go_on(self, boxes: Boxes, piece: int) -> None:
        """Takes one more step of the search; without memory for it there is none."""
        try:
            if self._search is None:
                self._look_on(boxes, piece)
            else:
                self._step(self._search)
        except ModelError as error:
            self._refuse(str(error))

    def _look_on(self, boxes: Boxes, piece: int) -> None:
        """Begins the search as soon as the sweep is long enough."""
        self._seen.append(boxes)
        if sum(map(len, self._seen)) >= _LONG:
            self._begin(piece)

    def _step(self, search: Search) -> None:
        try:
            next(search)
        except StopIteration as ended:
            self._take(ended.value)

    def _begin(self, piece: int) -> None:
        seen = np.concatenate(self._seen)
        self._mask = Size(*map(int, seen[:, 2:].max(axis=0)))
        kept = _kept.get(self._classifier, {})
        if self._mask in kept:
            self._take(kept[self._mask])
            return
        sample = Masks(_spread_by_size(seen, min(piece, _SAMPLE)))
        graph, forward = self._classifier.graph, self._classifier.single_threaded
        self._search = find_shortcut(graph, forward, self._base, self._fill, sample)

    def _take(self, shortcut: Shortcut | None) -> None:
        self._is_over = True
        self._search, self._seen = None, []
        self._shortcut = shortcut
        self._known = shortcut.known(self._base) if shortcut else []
        _kept[self._classifier] = {self._mask: shortcut}


def find_shortcut(
    graph: Graph, forward: Forward, base: Array, fill: Array, masks: Masks
) -> Search:
    """Looks for the cuts that save most; yields after each small step.

    Args:
        graph: The network.
        forward: The way through all of it, single-threaded.
        base: (C, h, w) an input.
        fill: (C, 1, 1) or (C, h, w) what covers places.
        masks: Such as will be asked for; they are timed.

    Returns:
        A shortcut that is a tenth faster than a plain pass at the least, or None.

    Raises:
        ModelError: ONNX Runtime refuses a part of the network.
    """
    shapes = infer_shapes(graph, (1, *base.shape))
    necks = _well_apart(graph, forward.fetched, shapes)
    changes = covered(base, masks, fill)
    stretches, saved = yield from _timed(graph, shapes, necks, base, changes)
    depth = int(np.argmax(np.array(saved) >= _NEARLY_ALL * max(saved)))
    if not depth:
        return None
    shortcut = cut(graph, shapes, forward, stretches[:depth], necks[depth])
    yield
    known = shortcut.known(base)
    short, plain = yield from _raced(
        lambda: shortcut.run(known, changes),
        lambda: _plainly(forward, base, fill, masks),
    )
    where = [neck.tensor for neck in necks[1 : depth + 1]]
    log.debug("With cuts at %s passes are %.2f times as fast", where, plain / short)
    return shortcut if plain >= _LEAST_GAIN * short else None


def _timed(
    graph: Graph,
    shapes: Shapes,
    necks: list[Neck],
    known: Array,
    changes: Changes,
) -> Generator[None, None, tuple[list[Stretch], list[float]]]:
    """Makes stretches from neck to neck as long as they save time.

    Args:
        graph: The network.
        shapes: Of its tensors.
        necks: The input first.
        known: (C, h, w) an input.
        changes: Of B inputs.

    Returns:
        The stretches, and how many seconds the first n of them save.
    """
    stretches: list[Stretch] = []
    saved = [0.0]
    for source, target in pairwise(necks):
        if len(saved) - np.argmax(saved) > _PATIENCE:
            break
        stretch = Stretch(graph, shapes, source, target)
        stretches.append(stretch)
        yield
        batch = np.repeat(known[np.newaxis], len(changes.spans), axis=0)
        short, whole = yield from _raced(
            partial(stretch.run, known, changes), partial(stretch.whole, batch)
        )
        changes = stretch.run(known, changes)
        known = stretch.whole(batch[:1])[0]
        if known.shape != target.shape:  # the file states wrong shapes
            break
        saved.append(saved[-1] + whole - short)
    return stretches, saved


def _raced(
    one: Callable[[], object], other: Callable[[], object]
) -> Generator[None, None, tuple[float, float]]:
    """Returns how many seconds two things take at best; they take turns."""
    best = {one: math.inf, other: math.inf}
    for run in (one, other) * _ROUNDS:
        seconds = _seconds(run)
        best[run] = min(best[run], seconds)
        if seconds > _LONG_STEP:
            yield
    return best[one], best[other]


def _well_apart(graph: Graph, logits: str, shapes: Shapes) -> list[Neck]:
    """Returns the input and the smallest necks before the logits, well apart, in order.

    What is cut out and pasted at a neck grows with it. Of equals the last is best: its
    activation fuses with what comes before.
    """
    work = np.cumsum([0, *(multiply_adds(node, shapes) or 0 for node in graph.nodes)])
    least = _SHARE * work[-1]
    makes_logits = graph.nodes.index(graph.producers[logits])
    necks = [n for n in find_necks(graph, shapes) if n.nodes <= makes_logits]
    chosen: list[Neck] = []
    for neck in sorted(necks[1:], key=lambda n: (math.prod(n.shape), -n.nodes)):
        gaps = [abs(work[neck.nodes] - work[other.nodes]) for other in chosen]
        if min(gaps, default=math.inf) >= least:
            chosen.append(neck)
    return [*necks[:1], *sorted(chosen, key=lambda neck: neck.nodes)]


def _spread_by_size(boxes: Boxes, count: int) -> Boxes:
    """Returns some boxes, from small to large."""
    order = np.argsort(boxes[:, 2] * boxes[:, 3], kind="stable")
    places = (np.arange(count) + 0.5) / count * len(boxes)
    sample: Boxes = boxes[order[places.astype(int)]]
    return sample


def _plainly(forward: Forward, base: Array, fill: Array, masks: Masks) -> Array:
    """Returns what whole passes give, (B, K)."""
    batch = np.repeat(base[np.newaxis], len(masks), axis=0)
    masks.cover(batch, fill)
    return forward(batch)


def _seconds(run: Callable[[], object]) -> float:
    """Returns how long this thread was busy, whatever other programs did meanwhile."""
    started = _clock()
    run()
    return _clock() - started
