"""Whether what came of a step is what it should be, and the line that says so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gui.errors import said
from gui.self_test.steps import Step
from inference.errors import InferenceError, Sentence
from inference.geometry import Array


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """What came of a step.

    Attributes:
        step: That was tried.
        seconds: That it took.
        numbers: Of it; None where it failed.
        failure: Why it failed, or None.
    """

    step: Step
    seconds: float
    numbers: Array | None = None
    failure: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a step.

    Attributes:
        is_well: Whether all is as it should be.
        line: That says so.
    """

    is_well: bool
    line: str


def judged(tried: Tried, stored: Sequence[float]) -> Verdict:
    """Compares the numbers of a step with those that are stored."""
    if tried.numbers is None:
        return _verdict(tried, _why(tried.failure), is_well=False)
    if tried.numbers.size != len(stored):
        words = Sentence(
            "there are {n} numbers, not {stored}",
            n=tried.numbers.size,
            stored=len(stored),
        )
        return _verdict(tried, words, is_well=False)
    if not stored:
        return _verdict(tried, "", is_well=True)
    apart = difference(tried.numbers, stored)
    words = Sentence(
        "{n} numbers differ by {apart} of the largest; {allowed} is allowed",
        n=len(stored),
        apart=f"{apart:.0e}",
        allowed=f"{tried.step.allowed:.0e}",
    )
    return _verdict(tried, words, is_well=apart <= tried.step.allowed)


def difference(numbers: Array, stored: Sequence[float]) -> float:
    """Returns the largest difference, as a share of the largest stored number."""
    known = np.array(stored)
    return float(np.abs(numbers.ravel() - known).max() / np.abs(known).max())


def _verdict(tried: Tried, words: object, *, is_well: bool) -> Verdict:
    mark = Sentence("ok") if is_well else Sentence("FAILED")
    facts = said(tried.step.title), said(words)
    told = ": ".join(filter(None, facts))
    return Verdict(is_well, f"{said(mark):7} {tried.seconds:5.1f} s  {told}")


def _why(error: BaseException | None) -> str:
    if isinstance(error, InferenceError):
        return said(error)
    return f"{type(error).__name__}: {error}"
