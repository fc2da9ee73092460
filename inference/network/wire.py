"""Reads an ONNX file in one go, its large weights straight into arrays of their own.

A file is a protocol buffer: fields, each a tag (its number and the kind of its value)
and a value, which may be a message of further fields
(https://protobuf.dev/programming-guides/encoding). Only the way to the weights is
followed: model, graph, initialisers, their data. All else is taken as it stands. So no
weight lies in memory twice, as it would if all were parsed.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BufferedReader

import numpy as np
from google.protobuf.message import DecodeError
from numpy.typing import NDArray

LARGE = 8 * 1024
"""A weight of more bytes is taken out; sizes and such, which others read, are not."""

Bytes = NDArray[np.uint8]
Data = dict[int, list[Bytes]]

_GRAPH, _INITIALIZER = 7, 5  # the numbers of the fields
RAW, FLOATS, DOUBLES = 9, 4, 10
_VARINT, _LENGTH = 0, 2  # kinds of values
_FIXED = {1: 8, 5: 4}  # bytes of the others
_LONGEST_VARINT = 10


@dataclass(frozen=True, slots=True)
class Light:
    """A model whose large weights were taken out.

    Attributes:
        model: The file without them.
        data: For each initialiser of the graph, in order, the bytes of its data by the
            number of the field they stood in; empty where they still stand there.
        sha256: Of the file's bytes, as hexadecimal digits.
    """

    model: bytes
    data: list[Data]
    sha256: str


def read_light(file: BufferedReader, size: int) -> Light:
    """Reads a file of a size [bytes].

    Raises:
        DecodeError: It is no protocol buffer, or ends too early.
    """
    reader = _Reader(file)
    model = reader.message(size, {_GRAPH: reader.graph})
    return Light(model, reader.data, reader.hash.hexdigest())


_Part = Callable[[int], bytes]


@dataclass(slots=True)
class _Reader:
    """Goes through a file once; parts are read up to a position, their `end`."""

    file: BufferedReader
    position: int = 0
    data: list[Data] = field(default_factory=list)
    hash: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def message(self, end: int, rewritten: Mapping[int, _Part]) -> bytes:
        """Returns a message, the fields of some numbers rewritten."""
        pieces = []
        while self.position < end:
            tag = self._varint()
            number, kind = tag >> 3, tag & 7
            if kind == _LENGTH:
                part = rewritten.get(number, self._whole)
                body = part(self._end_of_part(end))
                pieces += [_as_varint(tag), _as_varint(len(body)), body]
            else:
                pieces += [_as_varint(tag), self._number(kind)]
        if self.position != end:
            raise DecodeError("a field reaches over the end of its message")
        return b"".join(pieces)

    def graph(self, end: int) -> bytes:
        return self.message(end, {_INITIALIZER: self._initializer})

    def _initializer(self, end: int) -> bytes:
        taken: Data = {}
        self.data.append(taken)
        if end - self.position <= LARGE:
            return self._whole(end)

        def taker(number: int) -> _Part:
            def take(end: int) -> bytes:
                taken.setdefault(number, []).append(self._array(end))
                return b""

            return take

        numbers = (RAW, FLOATS, DOUBLES)
        return self.message(end, {number: taker(number) for number in numbers})

    def _end_of_part(self, end: int) -> int:
        length = self._varint()
        if self.position + length > end:
            raise DecodeError("a field is longer than its message")
        return self.position + length

    def _whole(self, end: int) -> bytes:
        return self._bytes(end - self.position)

    def _array(self, end: int) -> Bytes:
        array = np.empty(end - self.position, np.uint8)
        if self.file.readinto(array.data) != array.size:
            raise DecodeError("the file ends too early")
        self.position = end
        self.hash.update(array.data)
        return array

    def _bytes(self, count: int) -> bytes:
        found = self.file.read(count)
        if len(found) != count:
            raise DecodeError("the file ends too early")
        self.position += count
        self.hash.update(found)
        return found

    def _number(self, kind: int) -> bytes:
        if kind == _VARINT:
            return _as_varint(self._varint())
        if kind not in _FIXED:
            raise DecodeError(f"a field is of kind {kind}")
        return self._bytes(_FIXED[kind])

    def _varint(self) -> int:
        value = 0
        for place in range(_LONGEST_VARINT):
            byte = self._bytes(1)[0]
            value |= (byte & 0x7F) << 7 * place
            if byte < 0x80:
                return value
        raise DecodeError("a number is too long")


def _as_varint(value: int) -> bytes:
    """Returns a number in groups of seven bits, the lowest first."""
    groups = bytearray()
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    groups.append(value)
    return bytes(groups)
