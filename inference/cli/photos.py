"""Which photos a command is about: files, and all photos in folders."""

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inference.bundled import DEMO_PHOTO
from inference.cli.output import remark
from inference.cli.parsing import Say
from inference.errors import ImageError, Sentence, SpecError, system_reason
from inference.export import listed_files
from inference.image import IMAGE_SUFFIXES, LoadedImage, open_image


@dataclass(frozen=True, slots=True)
class Found:
    """A photo that a command was given.

    Attributes:
        path: Its file.
        name: Of the folder of its results: the file's without suffix, and before it the
            folders that lead to it from the one that was given.
    """

    path: Path
    name: str


def add_photos(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds PHOTO, one or more."""
    parser.add_argument(
        "photos",
        metavar="PHOTO",
        nargs="+",
        help=say("a photo; or several, or folders, where all photos are taken"),
    )
    add_srgb(parser, say)


def add_srgb(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds `--srgb`."""
    parser.add_argument(
        "--srgb",
        action="store_true",
        help=say(
            "convert photos that have another colour profile to sRGB (they are read as "
            "if they had it, as torchvision does)"
        ),
    )


def opened_photo(path: Path | str, options: argparse.Namespace) -> LoadedImage:
    """Opens a photo as the options say, and tells of a colour profile.

    Raises:
        ImageError: It cannot be read.
    """
    image = open_image(path, is_srgb=options.srgb)
    if image.profile_note:
        sentence = Sentence(
            '"{file}": {note}', file=image.name, note=image.profile_note
        )
        remark(sentence, options.translate)
    return image


def are_several(options: argparse.Namespace) -> bool:
    """Whether more than one photo may be meant: several words, or a folder."""
    return len(options.photos) > 1 or Path(options.photos[0]).is_dir()


def found_photos(options: argparse.Namespace) -> list[Found]:
    """Returns the photos that the command line names, in its order.

    Folders are searched with those in them; hidden files and the pictures of exports
    are passed over.

    Raises:
        SpecError: There are none in the folders that were given.
    """
    found: list[Found] = []
    for path in map(Path, options.photos):
        is_folder = path.is_dir()
        found += _within(path, options) if is_folder else [Found(path, _stem(path))]
    if not found:
        raise SpecError(
            'There is no photo in "{folder}". Name a folder with photos, or photos.',
            folder=tuple(options.photos),
        )
    return found


def opened_photos(options: argparse.Namespace) -> Iterator[LoadedImage]:
    """Opens them one by one; of several, unreadable ones are told and passed over.

    Raises:
        ImageError: Some could not be read; raised after the last.
    """
    photos = found_photos(options)
    unreadable = 0
    for photo in photos:
        try:
            image = opened_photo(photo.path, options)
        except ImageError as error:
            if not are_several(options):
                raise
            unreadable += 1
            remark(error, options.translate)
            continue
        yield image
    if unreadable:
        raise ImageError(
            "{unreadable} of {n} photos could not be read.",
            unreadable=unreadable,
            n=len(photos),
        )


def another_photo(path: Path) -> LoadedImage:
    """Opens the next photo in a photo's folder, or else the bundled one."""
    for other in _after(path):
        with suppress(ImageError):
            return open_image(other)
    return open_image(DEMO_PHOTO)


def _after(path: Path) -> list[Path]:
    """Returns the other photos of a folder: those behind one, then those before it."""
    folder = path.parent
    try:
        made = listed_files(folder)
        found = _photos(
            folder, (p.name for p in folder.iterdir() if p.name not in made)
        )
    except OSError:
        return []
    behind = [other for other in found if other.name > path.name]
    return [*behind, *(other for other in found if other.name < path.name)]


def _within(root: Path, options: argparse.Namespace) -> Iterator[Found]:
    """Yields the photos in a folder and in those below it; links are not followed."""

    def tell(error: OSError) -> None:
        sentence = ImageError(
            'Cannot look into the folder "{folder}": {why}.',
            folder=error.filename,
            why=system_reason(error),
        )
        remark(sentence, options.translate)

    for folder, below, names in os.walk(root, onerror=tell):
        below[:] = sorted(name for name in below if not name.startswith("."))
        place = Path(folder)
        made = listed_files(place)
        for path in _photos(place, (name for name in names if name not in made)):
            yield Found(path, str(place.relative_to(root) / _stem(path)))


def _stem(path: Path) -> str:
    """Returns a photo's name without suffix, as every system can call a folder."""
    return path.stem.rstrip(". ") or "photo"


def _photos(folder: Path, names: Iterable[str]) -> list[Path]:
    shown = sorted(name for name in names if not name.startswith("."))
    paths = [folder / name for name in shown]
    return [path for path in paths if path.suffix.lower() in IMAGE_SUFFIXES]
