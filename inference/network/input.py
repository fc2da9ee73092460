"""What one forward pass of a model takes: one image, in which layout and type.

What else a file wants is given numbers before anything runs (`binding.py`).
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from inference.errors import ModelError, Sentence
from inference.geometry import Size
from inference.network.graph import Dim, Graph, TensorInfo

MOST_PIXELS = 64_000_000
PICTURED = ("float32", "float16", "bfloat16", "float64", "uint8")
"""Types of numbers that pictures are fed as."""

COUNTS = (1, 3, 4)
"""How many channels pictures have."""

AXES = ("N3HW", "NHW3", "N1HW", "NHW1", "N4HW", "NHW4")
"""What an image's axes may be: batch, channels and how many, height, width."""

_CHANNELS = ((1, 3), (4,))  # four only where nothing else can be meant


class AxesError(ModelError):
    """A file does not tell which axis of its image holds the channels; a user may.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, tensor: TensorInfo) -> None:
        super().__init__(
            'Cannot use "{file}" yet: its input {tensor} leaves open which axis holds '
            "the channels, and how many there are. Say its axes: {choices}.",
            file=path.name,
            tensor=tensor,
            choices=AXES,
        )
        self.path = path


@dataclass(frozen=True, slots=True)
class ModelInput:
    """What one forward pass takes.

    Attributes:
        name: Of the tensor.
        dtype: "float32", "float16", "float64" or "uint8".
        layout: "NCHW" or "NHWC".
        batch: The fixed batch size, or None where any will do.
        channels: 1, 3 or 4.
        size: Declared height and width; 0 where the graph leaves it open.
    """

    name: str
    dtype: str
    layout: Literal["NCHW", "NHWC"]
    batch: int | None
    channels: int
    size: Size


def read_input(graph: Graph) -> ModelInput:
    """Returns what the model takes.

    Raises:
        AxesError: The file leaves open which axis holds the channels.
        ModelError: It does not take one image.
    """
    tensor = image_input(graph)
    layout = layout_of(tensor)
    if layout is None and {type(tensor.shape[axis]) for axis in (1, 3)} != {int}:
        raise AxesError(graph.path, tensor)
    if layout is None:
        raise _not_an_image(
            graph,
            Sentence(
                "its input {tensor} has neither 1, 3 nor 4 channels", tensor=tensor
            ),
        )
    lengths = dict(zip(layout, map(_length, tensor.shape), strict=True))
    size = Size(lengths["H"], lengths["W"])
    if min(size) < 0 or size.height * size.width > MOST_PIXELS:
        raise _not_an_image(graph, Sentence("its input is {tensor}", tensor=tensor))
    batch = lengths["N"] if lengths["N"] > 0 else None
    if (batch or 1) * max(size.height, 1) * max(size.width, 1) > MOST_PIXELS:
        raise ModelError(
            'Cannot use "{file}": it takes {n:,} images at a time, more than fit into '
            "memory. Export it with a batch of 1.",
            file=graph.path.name,
            n=batch,
        )
    return ModelInput(tensor.name, tensor.dtype, layout, batch, lengths["C"], size)


def image_input(graph: Graph) -> TensorInfo:
    """Returns the input that takes the image: of several the largest, then the first.

    Raises:
        ModelError: None has four axes and a type that pictures have.
    """
    pictured = [tensor for tensor in graph.inputs if _is_pictured(tensor)]
    if pictured:
        return max(pictured, key=_extent)
    if len(graph.inputs) != 1:
        found = Sentence(
            "it has {n} inputs ({inputs})",
            n=len(graph.inputs),
            inputs=graph.inputs or Sentence("none"),
        )
        raise _not_an_image(graph, found)
    (tensor,) = graph.inputs
    raise _not_an_image(graph, Sentence("its input is {tensor}", tensor=tensor))


def _is_pictured(tensor: TensorInfo) -> bool:
    return tensor.dtype in PICTURED and len(tensor.shape) == 4


def _extent(tensor: TensorInfo) -> tuple[bool, float]:
    """Returns whether there are channels, and how many pixels; open sides are long."""
    layout = layout_of(tensor)
    places = zip(layout or "", tensor.shape, strict=False)
    sides = (_length(dim) or math.inf for axis, dim in places if axis in "HW")
    return layout is not None, math.prod(sides)


def _length(dim: Dim) -> int:
    """Returns a declared length; 0 where it is left open."""
    return dim if isinstance(dim, int) else 0


def layout_of(tensor: TensorInfo) -> Literal["NCHW", "NHWC"] | None:
    """Returns the order of axes; None where none holds 1, 3 or 4 channels."""
    _, first, _, last = tensor.shape
    for channels in _CHANNELS:
        if first in channels:
            return "NCHW"
        if last in channels:
            return "NHWC"
    return None


def _not_an_image(graph: Graph, found: Sentence) -> ModelError:
    return ModelError(
        'Cannot use "{file}" as an image classifier: {found}; one image (batch, '
        "channels, height, width) or (batch, height, width, channels) in float32, "
        "float16, bfloat16, float64 or uint8 is needed.",
        file=graph.path.name,
        found=found,
    )
