"""The user's language, from a file of translations.

It needs no more of Qt than its core, so that the command line speaks it too.
"""

from pathlib import Path

from PySide6.QtCore import QTranslator

CONTEXT = "inference"  # of the sentences that come from there
_MOST = 2**31 - 1  # Qt counts in ints of C
_PERIOD = 10**6  # no language's plural forms look at more digits


def plural(count: int) -> int:
    """Returns a count that takes the same plural form, as large as Qt understands."""
    return count if count <= _MOST else _PERIOD + count % _PERIOD


class Language(QTranslator):
    """A translation; without a file, or where it holds none, all stays English."""

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        if file is not None:
            self.load(str(file))

    def translated(self, template: str, count: int) -> str:
        """Returns a template of `inference` translated, else as it is.

        Args:
            template: The English one.
            count: How many there are of what it counts; -1 where it counts nothing.
        """
        found: str | None = self.translate(CONTEXT, template, None, plural(count))
        return found or template
