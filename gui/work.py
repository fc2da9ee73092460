"""What a lane is doing, for the eye."""

import time
from dataclasses import dataclass, replace
from typing import Any

from inference.errors import Sentence
from inference.jobs import Progress


@dataclass(frozen=True, slots=True)
class Work:
    """What a lane is doing, for the eye.

    Attributes:
        title: What the lane is for.
        done: Steps finished.
        total: Steps in all; 0 while that is not known.
        started: When the job was launched, by `time.monotonic`.
        known: Steps that were finished before it was launched.
        step: What it does just now, where the job says it: by a `Sentence` as partial
            result.
    """

    title: str
    done: int
    total: int
    started: float
    known: int = 0
    step: str = ""

    @property
    def elapsed(self) -> float:
        """Seconds since the job was launched."""
        return time.monotonic() - self.started

    def after(self, progress: Progress[Any]) -> "Work":
        """Returns the same after another step."""
        step = progress.partial if isinstance(progress.partial, Sentence) else ""
        return replace(self, done=progress.done, total=progress.total, step=step)
