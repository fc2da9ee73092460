"""Where score books stand when nobody says: in the user's folder for such things."""

import hashlib
import os
import sys
from pathlib import Path

from inference.dataset.book import BookKey, ScoreBook


def user_folder() -> Path:
    """Returns the folder of this user for what NetGaze keeps between runs."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
    elif sys.platform == "darwin":
        base = home / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return base / "NetGaze"


def book_of(dataset: Path, key: BookKey) -> ScoreBook:
    """Opens the book of a dataset and a classifier; makes it where there is none.

    Raises:
        DatasetError: It cannot be written.
    """
    words = "\0".join((str(dataset.resolve()), *key.meta.values()))
    name = hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return ScoreBook(user_folder() / "books" / f"{dataset.stem[:40]}-{name}", key)
