"""Inputs in portions that memory suffices for; what sufficed is remembered."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.network.passes import OutOfMemoryError, smaller_batches, tell

Run = Callable[[NDArray[Any]], list[NDArray[Any]]]


class Portions:
    """Runs as many inputs at a time as memory suffices for."""

    def __init__(self) -> None:
        self._most: int | None = None

    def run(self, run: Run, inputs: NDArray[Any]) -> list[NDArray[Any]]:
        """Returns what `run` gives for inputs (N, ...), a row for each in each array.

        Raises:
            OutOfMemoryError: Memory does not suffice for one input.
        """
        found: list[list[NDArray[Any]]] = []
        done = 0
        while done < len(inputs):
            count = min(self._most or len(inputs), len(inputs) - done)
            try:
                found.append(run(inputs[done : done + count]))
                done += count
            except OutOfMemoryError:
                if count == 1:
                    raise
                self._shrink(count)
        if len(found) == 1:
            return found[0]
        return [np.concatenate(pieces) for pieces in zip(*found, strict=True)]

    def _shrink(self, count: int) -> None:
        self._most = count // 2
        tell(smaller_batches(self._most, count))
