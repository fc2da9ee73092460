"""One command, many photos: a folder of results for each, and a list of them all.

Where it was interrupted, it goes on: a photo is finished when the JSON of its results
says the same model, photo and options.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from inference.classifier import Classifier
from inference.cli.common import print_record
from inference.cli.meter import Meter
from inference.cli.output import remark
from inference.cli.photos import Found, are_several, found_photos, opened_photo
from inference.errors import ExportError, ImageError, InferenceError, Sentence
from inference.export import (
    INDEX_FILES,
    FolderTakenError,
    Index,
    is_finished,
    is_of_photo,
    recover,
    require_free,
    standing_record,
)
from inference.image import LoadedImage, photo_hash

_WRITE_EVERY = 5.0  # seconds between two writings of the list
_NOT_ASKED = ("run", "translate", "model", "photos", "out", "force", "json", "provider")

Record = dict[str, Any]
Columns = Mapping[str, Callable[[Record], object]]
Written = tuple[Record, list[str]]
"""What is printed of a photo whose results were written: as JSON, and as lines."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a command does with each photo.

    Attributes:
        classifier: The network.
        record: Name of the JSON that it writes.
        columns: What the list says of a photo: values by column, from that JSON.
        write: Writes the results into a folder, and reports how far it is.
    """

    classifier: Classifier
    record: str
    columns: Columns
    write: Callable[[LoadedImage, Path, Meter], Written]


def asked(options: argparse.Namespace) -> Record:
    """Returns what a command was given besides model and photos, by name.

    Two calls that say the same in other words ("class 1", "1") count as different.
    """
    given = {k: v for k, v in vars(options).items() if k not in _NOT_ASKED}
    return {k: v for k, v in given.items() if v is not None and v is not False}


def run_work(options: argparse.Namespace, work: Work) -> None:
    """Does the work for one photo, straight into `--out`, or for several.

    Raises:
        ImageError: Some photos could not be done; the list says why.
        ExportError: The results cannot be written; the list is whole.
    """
    if are_several(options):
        _Series(options, work).run()
        return
    image = opened_photo(options.photos[0], options)
    meter = Meter(1, options.translate)
    record, lines = work.write(image, Path(options.out), meter)
    print_record(options, record, lines)


class _Series:
    """The photos of one call, one after another."""

    def __init__(self, options: argparse.Namespace, work: Work) -> None:
        self._options, self._work = options, work
        self._folder, self._asked = Path(options.out), asked(options)
        once: dict[Path, Found] = {}
        for photo in found_photos(options):
            once.setdefault(photo.path.absolute(), photo)
        self._photos = list(once.values())
        self._meter = Meter(len(self._photos), options.translate)
        about = {"title": "what became of several photos", "options": self._asked}
        self._index = Index(self._folder, about, list(work.columns))
        self._taken = {*INDEX_FILES}  # folders of this call, in small letters
        self._fitting = self._failed = 0  # photos

    def run(self) -> None:
        """Does them all; the list is whole however it ends."""
        self._index.write()  # what is in its way is found before anything is computed
        written = time.monotonic()
        try:
            for photo in self._photos:
                self._do(photo)
                if time.monotonic() > written + _WRITE_EVERY:
                    self._index.write()
                    written = time.monotonic()
        finally:
            self._meter.clear()
            self._index.write()
        if self._failed:
            raise ImageError(
                '{failed} of {n} photos could not be done; "{index}" says why.',
                failed=self._failed,
                n=len(self._photos),
                index=self._index.path,
            )

    def _do(self, photo: Found) -> None:
        """Does one photo, or says why it cannot be done.

        Raises:
            ExportError: Nothing can be written, so no other photo either.
        """
        try:
            sha256 = photo_hash(photo.path)
            name, standing = self._place(photo, sha256)
            is_done = self._is_finished(name, standing, sha256)
            record = standing if is_done else self._written(photo, name)
        except (ImageError, FolderTakenError) as error:
            self._give_up(photo, error)
        except ExportError:
            raise
        except InferenceError as error:
            if not self._fitting:  # what fails at once fails for all
                raise
            self._give_up(photo, error)
        else:
            self._tell(photo, name, record, is_done=is_done)

    def _place(self, photo: Found, sha256: str) -> tuple[str, Record]:
        """Returns the folder of a photo's results, and their JSON if they stand there.

        A folder that holds another photo's results is left alone.
        """
        free = (n for n in _names(photo.name) if n.casefold() not in self._taken)
        found = ((name, self._standing(name)) for name in free)
        name, standing = next(
            each
            for each in found
            if not each[1] or is_of_photo(each[1], photo.path, sha256)
        )
        self._taken.add(name.casefold())
        return name, standing

    def _standing(self, name: str) -> Record:
        """Returns the JSON of the results in a folder, {} where there are none."""
        recover(self._folder / name)
        return standing_record(self._folder / name / self._work.record) or {}

    def _is_finished(self, name: str, standing: Record, sha256: str) -> bool:
        if not standing or self._options.force:
            return False
        return is_finished(
            standing,
            self._folder / name,
            self._work.classifier,
            sha256=sha256,
            options=self._asked,
        )

    def _written(self, photo: Found, name: str) -> Record:
        folder = self._folder / name
        require_free(folder, replaces=self._options.force)
        image = opened_photo(photo.path, self._options)
        self._work.write(image, folder, self._meter)
        return self._standing(name)

    def _tell(self, photo: Found, name: str, record: Record, *, is_done: bool) -> None:
        values = {key: value(record) for key, value in self._work.columns.items()}
        self._index.put(photo.path, name, "done", values)
        self._fitting += 1
        self._meter.count(is_skipped=is_done)
        self._meter.clear()
        status = "skipped" if is_done else "done"
        told = {"image": str(photo.path), "folder": name, "status": status, **values}
        line = (
            Sentence("{photo}: done before, in {folder}", photo=photo.path, folder=name)
            if is_done
            else Sentence("{photo}: done, in {folder}", photo=photo.path, folder=name)
        )
        print_record(self._options, told, [line])

    def _give_up(self, photo: Found, error: InferenceError) -> None:
        self._failed += 1
        self._meter.count(is_skipped=True)
        self._meter.clear()
        status = "unreadable" if isinstance(error, ImageError) else "failed"
        self._index.put(photo.path, "", status, {"note": error})
        remark(error, self._options.translate)


def _names(wanted: str) -> Iterator[str]:
    """Yields a name, then "name 2", "name 3" and so on."""
    yield wanted
    yield from (f"{wanted} {number}" for number in count(2))
