"""Where score books stand when nobody says: in the user's folder for such things."""

from pathlib import Path

from inference.dataset.book import BookKey, ScoreBook
from inference.files import digest
from inference.user_folder import user_folder


def book_of(dataset: Path, key: BookKey) -> ScoreBook:
    """Opens the book of a dataset and a classifier; makes it where there is none.

    Raises:
        DatasetError: It cannot be written.
    """
    words = "\0".join((str(dataset.resolve()), *key.meta.values()))
    name = digest(words)[:16]
    return ScoreBook(user_folder() / "books" / f"{dataset.stem[:40]}-{name}", key)
