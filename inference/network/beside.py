"""Weights that lie in files beside a model: each file is read once, front to back.

So its hash is that of the whole file, and tensors that share bytes share memory. The
files must lie in the model's folder: the one that its path names, or the one where it
really lies. In the first, Hugging Face's cache has links to files in the second.
"""

import hashlib
import math
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

import numpy as np
from onnx import TensorProto, helper

from inference.errors import ModelError, plain
from inference.files import open_file
from inference.network.wire import Bytes

_PACKED = {  # several numbers to a byte
    getattr(TensorProto, name)
    for name in ("INT4", "UINT4", "INT2", "UINT2", "FLOAT4E2M1")
    if hasattr(TensorProto, name)
}
_PIECE = 2**20  # bytes that are hashed at a time, of what belongs to no weight


class _Place(NamedTuple):
    """Where a weight lies: from one byte to before another."""

    file: Path
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What was read beside a model.

    Attributes:
        stored: The bytes of each weight that was asked for, in order.
        sha256: Of the bytes of each file, as hexadecimal digits, by its path as seen
            from the model's folder.
    """

    stored: deque[Bytes]
    sha256: dict[str, str]


def read_beside(path: Path, weights: Sequence[TensorProto]) -> Beside:
    """Reads the weights of a model that lie in other files.

    Raises:
        ModelError: A file is missing, too short, or not in the model's folder.
        OSError: A file cannot be read.
    """
    places = [_place(path, proto) for proto in weights]
    found: dict[_Place, Bytes] = {}
    hashes = {}
    for file in dict.fromkeys(place.file for place in places):
        within = [place for place in places if place.file == file]
        hashes[_name(path, file)] = _read(path, file, within, found)
    return Beside(deque(found[place] for place in places), hashes)


def _folders(path: Path) -> tuple[Path, ...]:
    """Returns where data may lie: beside the path, and beside the file it leads to."""
    return path.parent.resolve(), path.resolve().parent


def _name(path: Path, file: Path) -> str:
    """Returns the path of a file as seen from the model's folder."""
    home = next(f for f in _folders(path) if file.is_relative_to(f))
    return file.relative_to(home).as_posix()


def _place(path: Path, proto: TensorProto) -> _Place:
    entries = {entry.key: entry.value for entry in proto.external_data}
    location = entries.get("location", "").replace("\0", "")
    beside = _file(path, location)
    size = beside.stat().st_size
    try:
        offset = int(entries.get("offset") or 0)
        length = int(entries.get("length") or _usual_length(proto, size - offset))
    except ValueError:
        raise _too_short(path, plain(location)) from None
    if min(offset, length) < 0 or offset + length > size:
        raise _too_short(path, plain(location))
    return _Place(beside, offset, offset + length)


def _file(path: Path, location: str) -> Path:
    """Returns the file that a model names, if it lies where it may.

    Raises:
        ModelError: It does not, or is not there.
    """
    folders = _folders(path)
    named = [(folder / location).resolve() for folder in folders]
    allowed = [file for file in named if _is_inside(file, folders)]
    if not allowed or "://" in location:
        raise ModelError(
            'Cannot open "{file}": it wants its weights from "{shown}", which is not a '
            "file in the model's folder.",
            file=path.name,
            shown=plain(location),
        )
    beside = next((file for file in allowed if file.is_file()), None)
    if beside is None:
        raise ModelError(
            'Cannot open "{file}": its weights are missing. Put "{shown}" into the '
            "same folder.",
            file=path.name,
            shown=plain(location),
        )
    return beside


def _is_inside(file: Path, folders: Iterable[Path]) -> bool:
    return any(file != f and file.is_relative_to(f) for f in folders)


def _usual_length(proto: TensorProto, rest: int) -> int:
    """Returns the bytes of a weight that states none: what it takes, else the rest."""
    try:
        kind = helper.tensor_dtype_to_np_dtype(proto.data_type)
    except (KeyError, ValueError, TypeError):
        return rest
    if proto.data_type in _PACKED or min(proto.dims, default=1) < 0:
        return rest
    needed: int = math.prod(proto.dims) * int(kind.itemsize)
    return min(needed, rest)


def _read(
    path: Path, file: Path, places: Iterable[_Place], found: dict[_Place, Bytes]
) -> str:
    """Reads the places of a file into `found` and returns the hash of all of it."""
    digest = hashlib.sha256()
    with open_file(file, sys.maxsize) as (source, size):
        position = 0
        for group in _overlapping(places):
            begin, end = group[0].begin, max(place.end for place in group)
            _pass_over(source, begin - position, digest)
            stored = np.empty(end - begin, np.uint8)
            if source.readinto(stored.data) != stored.size:
                raise _too_short(path, plain(file.name))
            digest.update(stored.data)
            found |= {p: stored[p.begin - begin : p.end - begin] for p in group}
            position = end
        _pass_over(source, size - position, digest)
    return digest.hexdigest()


def _overlapping(places: Iterable[_Place]) -> Iterator[list[_Place]]:
    """Yields places that share bytes in one group, from front to back."""
    group: list[_Place] = []
    end = 0
    for place in sorted(set(places)):
        if group and place.begin >= end:
            yield group
            group = []
        group.append(place)
        end = max(end, place.end)
    if group:
        yield group


def _pass_over(source: BufferedReader, count: int, digest: "hashlib._Hash") -> None:
    """Hashes bytes that belong to no weight, or as many as there are."""
    while count > 0 and (piece := source.read(min(count, _PIECE))):
        digest.update(piece)
        count -= len(piece)


def _too_short(path: Path, shown: str) -> ModelError:
    return ModelError(
        'Cannot open "{file}": "{shown}" is too short for its weights. Copy or export '
        "both files again.",
        file=path.name,
        shown=shown,
    )
