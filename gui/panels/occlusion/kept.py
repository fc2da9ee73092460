"""Maps of photos that were left: coming back shows them at once."""

import numpy as np

from gui.opened import Request, Subject
from inference.occlusion import Sweep

MOST = 16  # maps
BUDGET = 256_000_000  # bytes of computed logits

_Key = tuple[Request, str]  # what was opened, and the hash of the model


class Kept:
    """Remembers the map of each subject that was left, up to some number and size."""

    def __init__(self) -> None:
        self._maps: dict[_Key, Sweep] = {}  # the one that was left last at the end

    def put(self, subject: Subject, sweep: Sweep) -> None:
        """Keeps a map; of too many the one that was left first goes."""
        key = _key(subject)
        if key is None:
            return
        self._maps.pop(key, None)
        self._maps[key] = sweep
        while len(self._maps) > 1 and self._is_too_much:
            del self._maps[next(iter(self._maps))]

    def take(self, subject: Subject) -> Sweep | None:
        """Gives the map of a subject back; None where its photo is another by now."""
        key = _key(subject)
        sweep = None if key is None else self._maps.pop(key, None)
        if sweep is None or subject.prepared is None:
            return None
        is_same = np.array_equal(sweep.prepared.pixels, subject.prepared.pixels)
        return sweep if is_same else None

    @property
    def _is_too_much(self) -> bool:
        held = sum(sweep.logits.nbytes for sweep in self._maps.values())
        return len(self._maps) > MOST or held > BUDGET


def _key(subject: Subject) -> _Key | None:
    if subject.classifier is None:
        return None
    return subject.request, subject.classifier.graph.sha256
