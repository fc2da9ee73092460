"""Reads ahead: threads decode the next photos while one is asked about."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def read_ahead(
    read: Callable[[Item], Answer], items: Iterable[Item], ahead: int, threads: int
) -> Generator[Answer, None, None]:
    """Yields what is read of each item, in their order.

    Left early, it waits for what is being read; what has not begun is given up. Threads
    read in the caller's context, so that whoever may end its passes may end theirs.

    Args:
        read: Reads one of them, in any thread.
        items: What is read.
        ahead: How many are read, or wait for it, before they are asked for.
        threads: How many are read at once.
    """
    waiting: deque[Future[Answer]] = deque()
    pool = ThreadPoolExecutor(threads, "decoding")
    try:
        for item in items:
            waiting.append(pool.submit(copy_context().run, read, item))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
