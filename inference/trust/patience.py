"""A part of a measurement that is given up where it would take too long."""

import time
from collections.abc import Callable
from typing import TypeVar

from inference.jobs import Job, Progress, relayed

PATIENCE = 120.0  # seconds
_TRIED = 5.0  # seconds, before which nobody can tell how long it takes

Partial = TypeVar("Partial")
Other = TypeVar("Other")
Result = TypeVar("Result")


class _TooLongError(Exception):
    """It would take longer than it may."""


def within(
    seconds: float, job: Job[Partial, Result], told: Callable[[Partial], Other]
) -> Job[Other, Result | None]:
    """Runs a job within another, as `relayed` does; None where it would take longer.

    Args:
        seconds: It may take, judged by how far it has come.
        job: Whose result is returned.
        told: Makes what the other one tells meanwhile of what this one tells.
    """
    begun = time.monotonic()

    def check(progress: Progress[Partial]) -> None:
        spent = time.monotonic() - begun
        is_tried = spent >= min(_TRIED, seconds)
        if is_tried and spent * progress.total > seconds * max(progress.done, 1):
            raise _TooLongError

    try:
        return (yield from relayed(job, told, check))
    except _TooLongError:
        return None
