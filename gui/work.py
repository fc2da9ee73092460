"""What a lane is doing, for the eye."""

import time
from dataclasses import dataclass, replace
from typing import Any, Protocol, runtime_checkable

from inference.errors import Sentence
from inference.jobs import Progress


@runtime_checkable
class Telling(Protocol):
    """A partial result that says what is being done just now."""

    @property
    def step(self) -> Sentence:
        """That, in words."""


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
            result, or by one that has a `step`.
        since: When the steps that are counted now began; 0 for the launch.
        rested: Seconds of pauses since then that are over.
        paused_at: When it was paused; None while it goes on.
        keeps: Whether what it has stays where a person ends it: that is to stop it.
            To end work of which nothing stays is to cancel it.
    """

    title: str
    done: int
    total: int
    started: float
    known: int = 0
    step: str = ""
    since: float = 0.0
    rested: float = 0.0
    paused_at: float | None = None
    keeps: bool = True

    @property
    def elapsed(self) -> float:
        """Seconds since the job was launched."""
        return time.monotonic() - self.started

    @property
    def spent(self) -> float:
        """Seconds that the steps took that are counted now, without pauses."""
        end = time.monotonic() if self.paused_at is None else self.paused_at
        return end - (self.since or self.started) - self.rested

    def after(self, progress: Progress[Any]) -> "Work":
        """Returns the same after another step."""
        told = progress.partial
        step = told.step if isinstance(told, Telling) else told
        found = replace(
            self,
            done=progress.done,
            total=progress.total,
            step=step if isinstance(step, Sentence) else "",
        )
        is_other = self.total not in (0, progress.total)
        return replace(found, since=time.monotonic(), rested=0) if is_other else found

    def paused(self) -> "Work":
        """Returns the same, waiting from now on."""
        if self.paused_at is not None:
            return self
        return replace(self, paused_at=time.monotonic())

    def going_on(self) -> "Work":
        """Returns the same, waiting no longer."""
        if self.paused_at is None:
            return self
        rested = self.rested + time.monotonic() - self.paused_at
        return replace(self, paused_at=None, rested=rested)
