"""The memory of the lenses: what was answered, by model, photo and question."""

from collections import Counter, OrderedDict
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from gui.opened import SubjectKey

MEMORY = 512 * 2**20  # bytes of answers that are kept
Arrays = tuple[NDArray[Any], ...]
EACH = 5000  # bytes of an answer beside its arrays, about


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what it was asked of; the key of its answer.

    Attributes:
        word: Of the lens.
        of: Model and photo.
        question: Hashable.
    """

    word: str
    of: SubjectKey
    question: Any


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An answer that is kept.

    Attributes:
        answer: As far as it is known.
        is_complete: Whether there is nothing left to compute.
        arrays: Its memory, but for some kilobytes.
    """

    answer: Any
    is_complete: bool
    arrays: Arrays


class Answers:
    """The answers of all lenses, within a budget of bytes; oldest use first out.

    Answers share arrays: a layer's values, a second photo. Each array counts once, and
    for as long as any answer holds it.

    Attributes:
        size: Bytes, about, of all that is kept.
    """

    def __init__(self, budget: int = MEMORY) -> None:
        self.size = 0
        self._budget = budget
        self._kept: OrderedDict[Asked, Known] = OrderedDict()
        self._of: dict[tuple[str, SubjectKey], dict[Asked, None]] = {}  # newest last
        self._holders: Counter[int] = Counter()  # answers that hold an array, by id

    def find(self, asked: Asked) -> Known | None:
        """Returns what is known of a question."""
        known = self._kept.get(asked)
        if known is not None:
            self._kept.move_to_end(asked)
            self._make_newest(asked)
        return known

    def newest(self, word: str, of: SubjectKey) -> tuple[Asked, Known] | None:
        """Returns what a lens was asked last of a model and photo."""
        asked = next(reversed(self._of.get((word, of), {})), None)
        return None if asked is None else (asked, self._kept[asked])

    def keep(self, asked: Asked, known: Known) -> None:
        """Remembers an answer; the newest one stays whatever its size."""
        if asked in self._kept:
            self._drop(asked)
        self._kept[asked] = known
        self._make_newest(asked)
        self.size += EACH
        for array in known.arrays:
            self.size += 0 if self._holders[id(array)] else array.nbytes
            self._holders[id(array)] += 1
        while self.size > self._budget and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _make_newest(self, asked: Asked) -> None:
        """Puts a question behind the others of its lens, model and photo.

        Found by these, the newest is found at once, however many photos were walked.
        """
        asked_of = self._of.setdefault((asked.word, asked.of), {})
        asked_of.pop(asked, None)
        asked_of[asked] = None

    def _drop(self, asked: Asked) -> None:
        whose = asked.word, asked.of
        del self._of[whose][asked]
        if not self._of[whose]:
            del self._of[whose]
        self.size -= EACH
        for array in self._kept.pop(asked).arrays:
            self._holders[id(array)] -= 1
            if not self._holders[id(array)]:
                del self._holders[id(array)]
                self.size -= array.nbytes
