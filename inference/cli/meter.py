"""How far a command is, on stderr, where that is a terminal."""

import sys
import time
from typing import Any

from inference.errors import Sentence
from inference.jobs import Progress
from inference.languages import Translate

_INTERVAL = 0.2  # seconds
_MINUTE, _HOUR = 60, 3600


class Meter:
    """Tells how many places of a photo are done, or how many photos, and what is left.

    One line that is written over again and again.
    """

    def __init__(self, photos: int, translate: Translate) -> None:
        self._photos, self._translate = photos, translate
        self._done = self._skipped = 0
        self._begun, self._next = time.monotonic(), 0.0
        self._width = 0  # of the line that stands there

    def __call__(self, progress: Progress[Any]) -> None:
        """Takes a report of the job for the present photo."""
        if self._photos > 1:
            self._show_photos(progress.done / progress.total)
            return
        is_last = progress.done == progress.total
        places = Sentence(
            "{done:,} of {total:,}", done=progress.done, total=progress.total
        )
        self._show(places, is_urgent=is_last)
        if is_last and self._width:
            self._write("\n")

    def count(self, *, is_skipped: bool = False) -> None:
        """Counts a photo; one that is skipped says nothing of the time left."""
        self._done += 1
        self._skipped += is_skipped
        self._show_photos(0.0)

    def clear(self) -> None:
        """Takes the line away, for what is printed next."""
        if self._width:
            self._write(f"\r{'':{self._width}}\r")
            self._width, self._next = 0, 0.0

    def _show_photos(self, share: float) -> None:
        """Shows the photos that are done; `share` of the present one is, too."""
        line = Sentence(
            "{done:,} of {n:,} photos{left}",
            done=self._done,
            n=self._photos,
            left=self._left(share),
        )
        self._show(line)

    def _left(self, share: float) -> Sentence | str:
        """Returns how long the rest takes, if it takes as long as what was done."""
        made = self._done - self._skipped + share
        if made <= 0:
            return ""
        rest = self._photos - self._done - share
        left = (time.monotonic() - self._begun) / made * rest
        if left < _MINUTE:
            return Sentence(", {left:.0f} s left", left=left)
        if left < _HOUR:
            return Sentence(", {left:.0f} min left", left=left / _MINUTE)
        return Sentence(", {left:.1f} h left", left=left / _HOUR)

    def _show(self, sentence: Sentence, *, is_urgent: bool = False) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and (is_urgent or now >= self._next):
            self._next = now + _INTERVAL
            line = sentence.put(self._translate)
            self._write(f"\r{line:{self._width}}")
            self._width = len(line)

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
