"""How far a lens has come with its question."""

from dataclasses import dataclass
from enum import Enum, auto


class Phase(Enum):
    """How far a lens has come with its question."""

    WAITING = auto()  # for something to look at, for gradients, or for Run
    ASKING = auto()
    PARTIAL = auto()  # stopped on the way; `resume` goes on
    COMPLETE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class State:
    """How a lens stands to its question.

    Attributes:
        phase: How far it has come.
        error: Why it failed, or None.
    """

    phase: Phase = Phase.WAITING
    error: Exception | None = None
