"""Where score books stand: beside a dataset, or in the user's folder for such things.

A book that was written elsewhere, on a cluster, is put beside the dataset: that of
`photos` is the folder `photos.book`. It is used where it is of the same model and
preprocessing; nobody but its owner makes one there.
"""

import logging
from pathlib import Path

from inference.dataset.book import ScoreBook
from inference.dataset.entries import BookKey
from inference.errors import DatasetError
from inference.files import digest
from inference.user_folder import user_folder

log = logging.getLogger(__name__)


def book_of(dataset: Path, key: BookKey) -> ScoreBook:
    """Opens the book of a dataset and a classifier; makes it where there is none.

    Raises:
        DatasetError: It cannot be written.
    """
    whole = dataset.resolve()
    beside = whole.with_name(f"{whole.name}.book")
    if (beside / "book.sqlite").is_file():
        try:
            return ScoreBook(beside, key)
        except DatasetError as error:
            log.warning("The book beside the dataset is not used: %s", error)
    name = digest("\0".join((str(whole), *key.meta.values())))[:16]
    return ScoreBook(user_folder() / "books" / f"{dataset.stem[:40]}-{name}", key)
