"""How many inputs share a forward pass, and how many passes run side by side.

What is fastest depends on the network, the processor and what else that does, so it is
tried out on the first batches asked for, which lose nothing by it. On a CPU one
single-threaded pass per core mostly wins: the threads of a shared pass wait for each
other after every layer, and for whichever of them another program holds up.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Answer = TypeVar("Answer")

_ENOUGH = 4  # timed batches per candidate; the first only warms up
_LONGEST_BATCH = 0.2  # seconds, so that Stop acts soon
_LARGEST_BATCH = 128
_ROUNDS = 8  # of one input per core, at most, in a batch
_MOST_TOGETHER = 16  # inputs in a pass on all cores
_MOST_ABREAST = 32  # inputs in passes side by side, for memory's sake
_GPU_BATCHES = (16, 32, 64)


@dataclass(frozen=True, slots=True)
class Batching:
    """How a batch is run.

    Attributes:
        batch: Inputs given at a time.
        piece: Inputs per forward pass. Where a batch has several pieces, their passes
            run side by side, each in one thread.
    """

    batch: int
    piece: int


class Timings:
    """Finds the fastest batching from how long batches took.

    Attributes:
        device: Where they ran.
    """

    def __init__(self, device: str) -> None:
        self.device = device
        self._cores = core_count() if device == "CPU" else 0
        self._seconds: defaultdict[Batching, list[float]] = defaultdict(list)
        self._known: Batching | None = None

    @property
    def wanted(self) -> Batching:
        """The batching to use next: one to try, or else the best."""
        if self._known is None:
            self._known = self._found()
        return self._known

    @property
    def are_over(self) -> bool:
        """Whether the best batching is known."""
        return len(self._seconds[self.wanted]) >= _ENOUGH

    def add(self, batching: Batching, seconds: float) -> None:
        """Notes how long a full batch took."""
        if len(self._seconds[batching]) < _ENOUGH:
            self._seconds[batching].append(seconds)
            self._known = None

    def _found(self) -> Batching:
        if not self._cores:
            return self._fastest([Batching(size, size) for size in _GPU_BATCHES])
        first = Batching(self._cores, 1)
        if len(self._seconds[first]) < _ENOUGH:
            return first
        return self._fastest(_candidates(self._cores, self._quickest(first)))

    def _fastest(self, candidates: list[Batching]) -> Batching:
        untried = min(candidates, key=lambda b: len(self._seconds[b]))
        if len(self._seconds[untried]) < _ENOUGH:
            return untried
        quick = [b for b in candidates if self._quickest(b) <= _LONGEST_BATCH]
        return min(quick or candidates, key=lambda b: self._quickest(b) / b.batch)

    def _quickest(self, batching: Batching) -> float:
        return min(self._seconds[batching][1:])


class Rows(Protocol):
    """What can be cut into pieces: inputs, or masks."""

    def __len__(self) -> int: ...
    def __getitem__(self, some: slice, /) -> Any: ...


def spread(batch: int, device: str) -> Batching:
    """Returns the batching of a stated number of inputs: one piece per core."""
    passes = core_count() if device == "CPU" else 1
    return Batching(batch, -(-batch // passes))


def run_abreast(
    run: Callable[[Any], NDArray[Any]], rows: Rows, piece: int
) -> NDArray[Any]:
    """Runs pieces of rows side by side, one per core; waits for all of them."""
    return np.concatenate(abreast(run, rows, piece))


def abreast(run: Callable[[Any], Answer], rows: Rows, piece: int) -> list[Answer]:
    """Returns what comes of each piece of rows; they run as in `run_abreast`."""
    return ended(begun(run, rows, piece))


def begun(run: Callable[[Any], Answer], rows: Rows, piece: int) -> list[Future[Answer]]:
    """Begins to run pieces of rows side by side, behind all that was begun before."""
    pieces = [rows[start : start + piece] for start in range(0, len(rows), piece)]
    # In our context, so that whoever may end our passes may end these.
    return [_cores().submit(copy_context().run, run, each) for each in pieces]


def ended(passes: Sequence[Future[Answer]]) -> list[Answer]:
    """Returns what came of passes that were begun; waits for all of them."""
    wait(passes)
    return [done.result() for done in passes]


def core_count() -> int:
    """Returns how many processor cores this program may use."""
    if hasattr(os, "sched_getaffinity"):  # not on Windows, not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@cache
def _cores() -> ThreadPoolExecutor:
    """One thread per processor core, shared by all occluders."""
    return ThreadPoolExecutor(core_count(), "occluder")


def _candidates(cores: int, seconds: float) -> list[Batching]:
    """Returns what is worth timing where one input per core takes so long.

    All take about as long as a batch may: short ones would just be lucky more often.
    Several pieces per core even out cores of unequal speed.
    """
    rounds, most = 1, min(_ROUNDS, _LARGEST_BATCH // cores)
    while rounds < most and 2 * rounds * seconds <= _LONGEST_BATCH:
        rounds *= 2
    batch = cores * rounds
    abreast = [
        Batching(batch, 2**k)
        for k in range(rounds.bit_length())
        if not k or cores * 2**k <= _MOST_ABREAST
    ]
    together = Batching(min(batch, _MOST_TOGETHER), min(batch, _MOST_TOGETHER))
    return list(dict.fromkeys([*abreast, together]))
