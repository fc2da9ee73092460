"""Swaps the files of an old export for those of a new one, whatever happens meanwhile.

Each rename is atomic, all of them together are not. So a plan is written before the
first one, and the old files are kept until the last. Where files lie tells how far a
swap came; whoever finds a plan, after whatever accident, can finish or undo it.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from inference.errors import ExportError, Sentence, system_reason

WORKSHOP = ".netgaze-export"  # in the folder itself, so that renames stay on one disk
NEW, _OLD = "new", "old"  # folders in the workshop
_PLAN = "plan.json"
_MOST_JSON_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """Which files leave a folder and which come: names without folders."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@contextmanager
def working(workshop: Path) -> Iterator[None]:
    """Gives a workshop with room for new and old files, to one program at a time.

    Raises:
        ExportError: Another program is exporting into the folder.
    """
    with _alone(workshop):
        for room in (NEW, _OLD):
            (workshop / room).mkdir()
        yield


def swap(folder: Path, plan: Plan) -> None:
    """Puts the files of the workshop in the place of the old ones.

    Raises:
        ExportError: A rename failed; the sentence says what stands in the folder now.
    """
    workshop = folder / WORKSHOP
    for name in plan.new:
        _flush(workshop / NEW / name)
    _write_plan(workshop, plan)
    try:
        _finish(folder, plan)
    except BaseException as error:
        _undo_after(folder, plan, error)
        raise
    (workshop / _PLAN).unlink()


def recover(folder: Path) -> None:
    """Finishes or undoes a swap that was interrupted, and removes what it left.

    Raises:
        ExportError: Neither can be done, or another program is exporting there.
    """
    workshop = folder / WORKSHOP
    if not workshop.is_dir() or workshop.is_symlink():
        return
    try:
        with _alone(workshop):
            _end(folder)
    except OSError as error:
        raise ExportError(
            'An export into "{folder}" was interrupted, and what it left cannot be put '
            'in order: {why}. Nothing is lost: its files lie in "{workshop}" there.',
            folder=folder,
            why=system_reason(error),
            workshop=WORKSHOP,
        ) from error


def _end(folder: Path) -> None:
    """Finishes a swap that was interrupted, or undoes it where that cannot be done."""
    plan = _read_plan(folder / WORKSHOP)
    if plan is None:
        return
    try:
        _finish(folder, plan)
    except OSError:
        _undo(folder, plan)
    (folder / WORKSHOP / _PLAN).unlink()


def _undo_after(folder: Path, plan: Plan, error: BaseException) -> None:
    """Undoes a swap that failed, and says which of the two exports stands now."""
    ending = Sentence("What stood there stands again, whole.")
    try:
        _undo(folder, plan)
        (folder / WORKSHOP / _PLAN).unlink()
    except OSError:
        ending = Sentence(
            "Parts of the old and of the new export stand there. Nothing is lost: the "
            "next export into this folder puts it in order."
        )
    if isinstance(error, OSError):
        raise not_saved(folder, error, ending) from error


def _finish(folder: Path, plan: Plan) -> None:
    """Goes on with a swap from wherever it stands."""
    old, new = folder / WORKSHOP / _OLD, folder / WORKSHOP / NEW
    for name in plan.old:
        is_placed = name in plan.new and not os.path.lexists(new / name)
        if not is_placed and not os.path.lexists(old / name):
            _move(folder / name, old / name)
    for name in plan.new:
        _move(new / name, folder / name)


def _undo(folder: Path, plan: Plan) -> None:
    """Takes a swap back from wherever it stands."""
    old, new = folder / WORKSHOP / _OLD, folder / WORKSHOP / NEW
    for name in plan.new:
        is_free = name not in plan.old or os.path.lexists(old / name)
        if is_free and not os.path.lexists(new / name):
            _move(folder / name, new / name)
    for name in plan.old:
        _move(old / name, folder / name)


def _move(source: Path, target: Path) -> None:
    """Moves a file, if it is there, to where none may be."""
    if not os.path.lexists(source):
        return
    if os.path.lexists(target) or not is_file(source):
        raise FileExistsError(Sentence('"{name}" is in the way', name=target.name))
    source.replace(target)


# ---- the workshop


@contextmanager
def _alone(workshop: Path) -> Iterator[None]:
    """Keeps other programs from exporting into the same folder, and tidies up.

    The system lets go of the lock when the program ends, however it ends.
    """
    with (workshop / "lock").open("w") as file:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError) as error:
            raise ExportError(
                'Another export into "{folder}" is under way. Wait for its end, or '
                "choose another folder.",
                folder=workshop.parent,
            ) from error
        try:
            yield
        finally:
            file.close()  # Windows removes no open file
            _tidy(workshop)


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _tidy(workshop: Path) -> None:
    """Removes the workshop, unless it holds a swap that is still to be ended."""
    if not (workshop / _PLAN).exists():
        shutil.rmtree(workshop, ignore_errors=True)


def _write_plan(workshop: Path, plan: Plan) -> None:
    draft = workshop / "plan.draft"
    draft.write_text(json.dumps(asdict(plan)), encoding="utf-8")
    _flush(draft)
    draft.replace(workshop / _PLAN)


def _read_plan(workshop: Path) -> Plan | None:
    """Returns the plan of an interrupted swap; None where none had begun."""
    if not os.path.lexists(workshop / _PLAN):
        return None
    found = json_object(workshop / _PLAN)
    if found is None:
        raise OSError(Sentence('"{name}" there is damaged', name=_PLAN))
    return Plan(file_names(found.get("old")), file_names(found.get("new")))


def _flush(path: Path) -> None:
    """Has a file written to the disk: only now is it sure that there was room."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


# ---- reading, and sentences


def json_object(path: Path) -> dict[str, Any] | None:
    """Returns what a JSON file holds; None where it is no object, or none is there."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_JSON_BYTES:
            return None
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def file_names(values: object) -> tuple[str, ...]:
    """Returns what names a file of the folder itself, never a path out of it."""
    listed = values if isinstance(values, list) else []
    return tuple(v for v in listed if isinstance(v, str) and Path(v).name == v)


def is_file(path: Path) -> bool:
    """Whether a file or a link is there, which can be renamed; a folder is not."""
    return path.is_file() or path.is_symlink()


def not_saved(folder: Path, error: OSError, ending: Sentence) -> ExportError:
    """Returns the error that says why nothing was saved, and what stands there now."""
    return ExportError(
        'Cannot save to "{folder}": {why}. {ending} Choose another folder, or make '
        "room.",
        folder=folder,
        why=system_reason(error),
        ending=ending,
    )
