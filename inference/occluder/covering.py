"""Graphs that cover an input with masks, to be run where the network runs.

They are fed the untouched input and the fill, which stay there, and per mask a box, or
which pixels it covers, or what share of each: what comes out is the batch that the
host would else have had to build and send. They are of our own opset, so they go with
files of any; what they give is, number for number, what `Masks.cover` makes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

BASE, FILL, MASKS, COVERED = "base", "fill", "masks", "covered"

Kind = Literal["boxes", "pixels", "shares"]

_OPSET, _IR = 17, 8
_EDGES = {"tops": "top", "lefts": "left", "heights": "height", "widths": "width"}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is covered.

    Attributes:
        shape: (C, h, w) or (h, w, C).
        fill: Shape of what covers it, which spreads over that.
        dtype: "float32", "float16", "float64" or "uint8".
        layout: "NCHW" or "NHWC".
    """

    shape: tuple[int, ...]
    fill: tuple[int, ...]
    dtype: str
    layout: str

    @property
    def sides(self) -> tuple[int, int]:
        """Height and width."""
        rows = 1 if self.layout == "NCHW" else 0
        return self.shape[rows], self.shape[rows + 1]

    def beside(self, *lengths: int) -> list[int]:
        """Returns the shape (B, 1, h, w) or (B, h, w, 1) of masks (B, h, w)."""
        batch, height, width = lengths
        if self.layout == "NCHW":
            return [batch, 1, height, width]
        return [batch, height, width, 1]


def covering_graph(ground: Ground, kind: Kind, batch: int) -> onnx.ModelProto:
    """Returns a model that covers an input with as many masks as a batch has.

    Args:
        ground: What is covered.
        kind: Whether masks are boxes (B, 4), pixels (B, h, w) that are covered or not,
            or shares (B, h, w) of them, 0..1.
        batch: B.
    """
    number = helper.np_dtype_to_tensor_dtype(np.dtype(ground.dtype))
    height, width = ground.sides
    masks = {
        "boxes": (TensorProto.INT32, [batch, 4]),
        "pixels": (TensorProto.BOOL, [batch, height, width]),
        "shares": (TensorProto.FLOAT, [batch, height, width]),
    }[kind]
    whole = [1, *ground.shape]
    inputs = {BASE: (number, whole), FILL: (number, [1, *ground.fill]), MASKS: masks}
    nodes, constants = _MAKERS[kind](ground, batch, number)
    graph = helper.make_graph(
        nodes,
        "covering",
        [helper.make_tensor_value_info(n, *each) for n, each in inputs.items()],
        [helper.make_tensor_value_info(COVERED, number, [batch, *ground.shape])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    opset = helper.make_opsetid("", _OPSET)
    return helper.make_model(graph, opset_imports=[opset], ir_version=_IR)


_Made = tuple[list[NodeProto], dict[str, NDArray[Any]]]


def _boxes(ground: Ground, batch: int, number: int) -> _Made:  # noqa: ARG001
    """A pixel is covered where it lies within all four edges."""
    height, width = ground.sides
    constants: dict[str, NDArray[Any]] = {
        "rows": np.arange(height, dtype=np.int32).reshape(ground.beside(1, height, 1)),
        "cols": np.arange(width, dtype=np.int32).reshape(ground.beside(1, 1, width)),
        "flat": np.array(ground.beside(batch, 1, 1), np.int64),
        "one each": np.ones(len(_EDGES), np.int64),
    }
    nodes = [
        _node("Split", [MASKS, "one each"], *_EDGES, axis=1),
        *(_node("Reshape", [all_of, "flat"], edge) for all_of, edge in _EDGES.items()),
        _node("Add", ["top", "height"], "bottom"),
        _node("Add", ["left", "width"], "right"),
        _node("GreaterOrEqual", ["rows", "top"], "below top"),
        _node("Less", ["rows", "bottom"], "above bottom"),
        _node("GreaterOrEqual", ["cols", "left"], "behind left"),
        _node("Less", ["cols", "right"], "before right"),
        _node("And", ["below top", "above bottom"], "in rows"),
        _node("And", ["behind left", "before right"], "in cols"),
        _node("And", ["in rows", "in cols"], "inside"),
        _node("Where", ["inside", FILL, BASE], COVERED),
    ]
    return nodes, constants


def _pixels(ground: Ground, batch: int, number: int) -> _Made:  # noqa: ARG001
    shape = np.array(ground.beside(batch, *ground.sides), np.int64)
    nodes = [
        _node("Reshape", [MASKS, "flat"], "inside"),
        _node("Where", ["inside", FILL, BASE], COVERED),
    ]
    return nodes, {"flat": shape}


def _shares(ground: Ground, batch: int, number: int) -> _Made:
    """Base + share · (fill − base), in float32 at least; bytes to the nearest."""
    shape = np.array(ground.beside(batch, *ground.sides), np.int64)
    wide = int(TensorProto.DOUBLE if ground.dtype == "float64" else TensorProto.FLOAT)
    is_whole = ground.dtype == "uint8"
    nodes = [
        _node("Reshape", [MASKS, "flat"], "narrow share"),
        _node("Cast", ["narrow share"], "share", to=wide),
        _node("Cast", [BASE], "wide base", to=wide),
        _node("Cast", [FILL], "wide fill", to=wide),
        _node("Sub", ["wide fill", "wide base"], "way"),
        _node("Mul", ["way", "share"], "change"),
        _node("Round" if is_whole else "Identity", ["change"], "step"),
        _node("Add", ["wide base", "step"], "sum"),
        _node("Cast", ["sum"], COVERED, to=number),
    ]
    return nodes, {"flat": shape}


_MAKERS = {"boxes": _boxes, "pixels": _pixels, "shares": _shares}


def _node(
    operator: str, inputs: Sequence[str], *outputs: str, **attributes: Any
) -> NodeProto:
    return helper.make_node(operator, list(inputs), list(outputs), **attributes)
