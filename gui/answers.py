"""The memory of the lenses: what was answered, by model, photo and question."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from gui.opened import SubjectKey

MEMORY = 512 * 2**20  # bytes of answers that are kept


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
        size: Bytes, about.
    """

    answer: Any
    is_complete: bool
    size: int


class Answers:
    """The answers of all lenses, within a budget of bytes; oldest use first out."""

    def __init__(self, budget: int = MEMORY) -> None:
        self._budget = budget
        self._kept: OrderedDict[Asked, Known] = OrderedDict()

    @property
    def size(self) -> int:
        """Bytes, about, of all that is kept."""
        return sum(each.size for each in self._kept.values())

    def find(self, asked: Asked) -> Known | None:
        """Returns what is known of a question."""
        known = self._kept.get(asked)
        if known is not None:
            self._kept.move_to_end(asked)
        return known

    def newest(self, word: str, of: SubjectKey) -> tuple[Asked, Known] | None:
        """Returns what a lens was asked last of a model and photo."""
        for asked in reversed(self._kept):
            if (asked.word, asked.of) == (word, of):
                return asked, self._kept[asked]
        return None

    def keep(self, asked: Asked, known: Known) -> None:
        """Remembers an answer; the newest one stays whatever its size."""
        self._kept.pop(asked, None)
        self._kept[asked] = known
        total = self.size
        while total > self._budget and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            total -= oldest.size
