"""What operators compute with: tensors, plain numbers, and the types between.

A parameter annotated as a number or a list receives plain Python values, whether the
model states them as an attribute (old opsets) or as an input (new ones).
"""

from collections.abc import Callable
from typing import Final

import numpy as np
import torch
from onnx import TensorProto, numpy_helper
from torch import Tensor
from torch.utils.dlpack import from_dlpack

Number = float | int | bool
Ints = list[int]
Floats = list[float]

DTYPES: Final[dict[int, torch.dtype]] = {
    TensorProto.FLOAT: torch.float32,
    TensorProto.UINT8: torch.uint8,
    TensorProto.INT8: torch.int8,
    TensorProto.UINT16: torch.uint16,
    TensorProto.INT16: torch.int16,
    TensorProto.INT32: torch.int32,
    TensorProto.INT64: torch.int64,
    TensorProto.BOOL: torch.bool,
    TensorProto.FLOAT16: torch.float16,
    TensorProto.DOUBLE: torch.float64,
    TensorProto.UINT32: torch.uint32,
    TensorProto.UINT64: torch.uint64,
    TensorProto.BFLOAT16: torch.bfloat16,
}

NARROW: Final[dict[int, tuple[torch.dtype, int, int]]] = {  # kept in 8 bits
    TensorProto.INT4: (torch.int8, -8, 7),
    TensorProto.UINT4: (torch.uint8, 0, 15),
    25: (torch.uint8, 0, 3),  # UINT2 and INT2, which older versions of onnx
    26: (torch.int8, -2, 1),  # cannot name
}

_WITHOUT_ARITHMETIC = {torch.uint16, torch.uint32, torch.uint64}  # in torch 2.13
_QUANTISED = {torch.uint8, torch.int8, torch.uint16, torch.int16}
_FOUR_BITS_AND_LESS = {"int4", "uint4", "int2", "uint2"}


def dtype_of(element_type: int) -> torch.dtype:
    """Returns torch's name of an ONNX element type."""
    if element_type not in DTYPES:
        name = TensorProto.DataType.Name(element_type)
        raise ValueError(f"tensors of type {name} are not supported")
    return DTYPES[element_type]


def tensor_from(proto: TensorProto) -> Tensor:
    """Returns the values of an ONNX tensor; 4- and 2-bit integers become 8-bit ones."""
    return tensor_from_array(numpy_helper.to_array(proto))


def tensor_over(array: np.ndarray) -> Tensor:
    """Returns a tensor over the memory of an array, which nobody may write to."""
    if array.dtype.name == "bfloat16":
        return from_dlpack(array.view(np.int16)).view(torch.bfloat16)
    return from_dlpack(array)


def tensor_from_array(array: np.ndarray) -> Tensor:
    """Returns a tensor with a copy of the array's values."""
    name = array.dtype.name
    if name == "bfloat16":
        return torch.from_numpy(array.view(np.int16).copy()).view(torch.bfloat16)
    if name in _FOUR_BITS_AND_LESS:
        array = array.astype(np.uint8 if name.startswith("u") else np.int8)
    return torch.from_numpy(np.array(array, order="C"))


def widened(values: Tensor) -> Tensor:
    """Returns 16-bit floats as 32-bit ones, whose gradients do not vanish."""
    is_narrow = values.dtype in (torch.float16, torch.bfloat16)
    return values.float() if is_narrow else values


def known(*tensors: Tensor) -> tuple[Tensor, ...]:
    """Returns the tensors in a type that torch can calculate with (int64 at need)."""
    return tuple(
        tensor.long() if tensor.dtype in _WITHOUT_ARITHMETIC else tensor
        for tensor in tensors
    )


def arithmetic(function: Callable[..., Tensor], *tensors: Tensor) -> Tensor:
    """Applies an elementwise function; the result has the type of the first tensor."""
    return function(*known(*tensors)).to(tensors[0].dtype)


def straight_through(rounded: Tensor, exact: Tensor) -> Tensor:
    """Returns `rounded` in value and `exact` in gradient (Bengio et al. 2013)."""
    if not (torch.is_grad_enabled() and exact.requires_grad):
        return rounded
    return rounded.detach() + (exact - exact.detach()).nan_to_num()


def rounded_to(values: Tensor, dtype: torch.dtype) -> Tensor:
    """Converts whole floats to an integer type, saturating.

    Values that carry a gradient stay float, since an integer tensor cannot carry one.
    """
    limits = torch.iinfo(dtype)
    saturated = values.clamp(limits.min, limits.max)
    carries = torch.is_grad_enabled() and values.requires_grad
    return saturated if carries else saturated.to(dtype)


def rounded_to_narrow(values: Tensor, element_type: int) -> Tensor:
    """Converts whole floats to a 4- or 2-bit integer type, saturating."""
    dtype, least, greatest = NARROW[element_type]
    return rounded_to(values.clamp(least, greatest), dtype)


def cast_to_narrow(values: Tensor, element_type: int) -> Tensor:
    """Converts to a 4- or 2-bit integer type: halves go away from zero.

    Beyond the limits, which ONNX leaves open, the low bits are left, as ONNX Runtime
    does it; gradients end there.
    """
    dtype, least, greatest = NARROW[element_type]
    exact = values.float()
    whole = exact.sign() * (exact.abs() + 0.5).floor()
    low_bits = (whole - least).remainder(greatest - least + 1) + least
    within = exact.clamp(least, greatest)
    return rounded_to(straight_through(low_bits, within), dtype)


def cast(values: Tensor, dtype: torch.dtype) -> Tensor:
    """Converts element by element, as C does.

    The gradient passes straight through the truncation to a quantised type; the wider
    integers are indices and counts, and end it.
    """
    if not values.is_floating_point() or dtype.is_floating_point:
        return values.to(dtype)
    if dtype in _QUANTISED and torch.is_grad_enabled() and values.requires_grad:
        return straight_through(values.trunc(), values)
    if dtype in _WITHOUT_ARITHMETIC or dtype == torch.uint8:
        return values.to(torch.int64).to(dtype)
    return values.to(dtype)


def axes_meant(axes: Ints | None, rank: int) -> Ints:
    """Returns the axes that a node names, counted from the front; all by default."""
    return [wrapped(axis, rank) for axis in (range(rank) if axes is None else axes)]


def wrapped(axis: int, rank: int) -> int:
    """Returns an axis counted from the front, though it may be given from the end."""
    if not -rank <= axis < max(rank, 1):
        raise ValueError(f"axis {axis} of a tensor of rank {rank}")
    return axis % rank if rank else 0
