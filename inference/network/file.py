"""What is read of an ONNX file: a light model, and its large weights as arrays.

Nothing is read a second time, so a file that changes meanwhile changes nothing; and
whoever computes with a weight shares one array. In the model, a weight that was taken
out says that its data lie elsewhere. Weights in files beside the model are read
likewise (`beside.py`).
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from inference.errors import ModelError, Sentence, system_reason
from inference.files import MOST_MODEL_BYTES, open_file
from inference.network.beside import read_beside
from inference.network.foreign import by_start, refuse_foreign
from inference.network.wire import (
    DOUBLES,
    FLOATS,
    LARGE,
    RAW,
    Bytes,
    Data,
    Light,
    read_light,
)

Weights = dict[str, NDArray[Any]]

_START = 64  # bytes that tell what a file is that is no model
_LOCATION = "location"  # where a model says that a weight lies which is not in it
_SHARED = {  # types whose stored bytes are those of an array
    TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.FLOAT16, TensorProto.BFLOAT16,
    TensorProto.INT8, TensorProto.INT16, TensorProto.INT32, TensorProto.INT64,
    TensorProto.UINT8, TensorProto.UINT16, TensorProto.UINT32, TensorProto.UINT64,
    TensorProto.BOOL,
}  # fmt: skip
_TYPED = {FLOATS: TensorProto.FLOAT, DOUBLES: TensorProto.DOUBLE}


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file that was read.

    Attributes:
        model: The model, without its large weights.
        weights: Those, by name; nobody may write to them.
        sha256: Of the file's bytes, as hexadecimal digits.
        beside: Those of the files beside it that hold weights, by their paths as seen
            from its folder.
    """

    model: onnx.ModelProto
    weights: Weights
    sha256: str
    beside: Mapping[str, str]


def read_file(path: Path) -> ModelFile:
    """Reads an ONNX file, and the weights that lie beside it.

    Raises:
        ModelError: It is missing, is not ONNX, or wants weights from elsewhere.
    """
    try:
        refuse_foreign(path)
        model, light = _read(path)
        return _whole(path, model, light)
    except OSError as error:
        raise ModelError(
            'Cannot open "{file}": {why}. Choose an ONNX file.',
            file=path.name,
            why=system_reason(error),
        ) from error
    except MemoryError as error:
        raise ModelError(
            'Cannot open "{file}": there is not enough memory. Close other programs, '
            "or use a smaller model.",
            file=path.name,
        ) from error


def values_of(proto: TensorProto, weights: Weights) -> NDArray[Any]:
    """Returns the values of a tensor of a model that was read; nobody may write to it.

    Raises:
        ValueError: It is damaged.
    """
    if is_apart(proto):
        return weights[proto.name]
    return numpy_helper.to_array(proto)


def is_apart(proto: TensorProto) -> bool:
    """Whether the values of a tensor lie outside its model."""
    return proto.data_location == TensorProto.EXTERNAL


def location_of(proto: TensorProto) -> str:
    """Returns where a model says that a weight lies: for one taken out, a number."""
    stated = (e.value for e in proto.external_data if e.key == _LOCATION)
    return next(stated, "")


def _read(path: Path) -> tuple[onnx.ModelProto, Light]:
    """Returns what lies in the file itself."""
    with open_file(path, MOST_MODEL_BYTES) as (file, size):
        start = file.peek(_START)[:_START]
        try:
            light = read_light(file, size)
            model = onnx.ModelProto.FromString(light.model)
        except DecodeError as error:
            raise _not_onnx(path, start) from error
    if not model.graph.node or not model.graph.output:
        raise _not_onnx(path, start)
    return model, light


def _whole(path: Path, model: onnx.ModelProto, light: Light) -> ModelFile:
    """Takes the large weights out of a model, and reads those that lie beside it."""
    weights: Weights = {}
    initializers, inner = model.graph.initializer, list(_inner_tensors(model))
    beside = read_beside(path, [t for t in (*initializers, *inner) if is_apart(t)])
    for proto, data in zip(initializers, light.data, strict=True):
        if is_apart(proto):
            stored = beside.stored.popleft()
            if stored.size <= LARGE or not _keep(proto, stored, weights):
                _embed(proto, stored)
        elif data and not _keep(proto, _in_one_piece(proto, data), weights):
            _put_back(proto, data)
    for proto in filter(is_apart, inner):
        _embed(proto, beside.stored.popleft())
    return ModelFile(model, weights, light.sha256, beside.sha256)


def _in_one_piece(proto: TensorProto, data: Data) -> Bytes | None:
    """Returns the bytes of a tensor that was taken out; None if they are odd."""
    (number, pieces), *others = data.items()
    if others or (number != RAW and _TYPED[number] != proto.data_type):
        return None
    return pieces[-1] if number == RAW or len(pieces) == 1 else np.concatenate(pieces)


def _keep(proto: TensorProto, stored: Bytes | None, weights: Weights) -> bool:
    """Makes a weight of its bytes; tells whether they are those of an array."""
    is_plain = proto.data_type in _SHARED and proto.name not in weights
    if stored is None or not is_plain or min(proto.dims, default=1) < 0:
        return False
    dtype = helper.tensor_dtype_to_np_dtype(proto.data_type)
    if stored.size != math.prod(proto.dims) * dtype.itemsize:
        return False
    array = np.require(stored.view(dtype), requirements="A")  # where bytes are shared
    array = array.reshape(tuple(proto.dims))
    array.flags.writeable = False
    weights[proto.name] = array
    for name in ("raw_data", "float_data", "double_data", "external_data"):
        proto.ClearField(name)
    proto.data_location = TensorProto.EXTERNAL
    proto.external_data.add(key=_LOCATION, value=str(len(weights)))
    return True


def _put_back(proto: TensorProto, data: Data) -> None:
    for piece in data.get(RAW, ()):
        proto.raw_data = piece.tobytes()  # the last one counts
    for piece in data.get(FLOATS, ()):
        proto.float_data.extend(np.frombuffer(piece, "<f4"))
    for piece in data.get(DOUBLES, ()):
        proto.double_data.extend(np.frombuffer(piece, "<f8"))


def _embed(proto: TensorProto, stored: Bytes) -> None:
    proto.ClearField("external_data")
    proto.ClearField("data_location")
    proto.raw_data = stored.tobytes()


def _inner_tensors(model: onnx.ModelProto) -> Iterator[TensorProto]:
    """Yields all constants, and the weights of branches, loops and functions."""
    yield from _sparse(model.graph)
    yield from _node_tensors([model.graph, *model.functions])


def _sparse(graph: onnx.GraphProto) -> Iterator[TensorProto]:
    for tensor in graph.sparse_initializer:
        yield from (tensor.values, tensor.indices)


def _node_tensors(
    graphs: Iterable[onnx.GraphProto | onnx.FunctionProto],
) -> Iterator[TensorProto]:
    for attribute in (a for g in graphs for node in g.node for a in node.attribute):
        if attribute.HasField("t"):
            yield attribute.t
        yield from attribute.tensors
        for branch in (attribute.g, *attribute.graphs):
            yield from branch.initializer
            yield from _sparse(branch)
            yield from _node_tensors([branch])


def _not_onnx(path: Path, start: bytes) -> ModelError:
    help_ = Sentence("Export the model to ONNX again, or choose another file.")
    if not start:
        found = Sentence("the file is empty")
    elif start.startswith(b"version https://git-lfs"):
        found = Sentence(
            "it is a Git LFS pointer, and the model itself was not downloaded"
        )
        help_ = Sentence('Fetch it by "git lfs pull", or choose another file.')
    elif foreign := by_start(path, start):
        return foreign
    else:
        found = Sentence("it is damaged or of another kind")
    return ModelError(
        'Cannot open "{file}" as an ONNX model: {found}. {help}',
        file=path.name,
        found=found,
        help=help_,
    )
