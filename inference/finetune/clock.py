"""Time that training took, without that in which nobody asked it on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """A clock that can be stopped; it runs from the start."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()

    @property
    def seconds(self) -> float:
        """So far."""
        return time.perf_counter() - self._begun

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Within the block, it stands still."""
        left = time.perf_counter()
        yield
        self._begun += time.perf_counter() - left
