"""What one forward pass of a model takes: one image, in which layout and type."""

from dataclasses import dataclass
from typing import Literal

from inference.errors import ModelError
from inference.geometry import Size
from inference.network.graph import Graph, TensorInfo

MOST_PIXELS = 64_000_000


@dataclass(frozen=True, slots=True)
class ModelInput:
    """What one forward pass takes.

    Attributes:
        name: Of the tensor.
        dtype: "float32", "float16" or "uint8".
        layout: "NCHW" or "NHWC".
        batch: The fixed batch size, or None where any will do.
        channels: 1 or 3.
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
        ModelError: It does not take one image.
    """
    if len(graph.inputs) != 1:
        names = ", ".join(str(tensor) for tensor in graph.inputs) or "none"
        raise _not_an_image(graph, f"it has {len(graph.inputs)} inputs ({names})")
    tensor = graph.inputs[0]
    if tensor.dtype not in ("float32", "float16", "uint8") or len(tensor.shape) != 4:
        raise _not_an_image(graph, f"its input is {tensor}")
    layout = layout_of(tensor)
    if layout is None:
        raise _not_an_image(graph, f"its input {tensor} has neither 1 nor 3 channels")
    sides = tensor.shape[2:] if layout == "NCHW" else tensor.shape[1:3]
    channels = tensor.shape[1] if layout == "NCHW" else tensor.shape[3]
    size = Size(*(side if isinstance(side, int) else 0 for side in sides))
    if min(size) < 0 or size.height * size.width > MOST_PIXELS:
        raise _not_an_image(graph, f"its input is {tensor}")
    batch = tensor.shape[0]
    fixed = batch if isinstance(batch, int) and batch > 0 else None
    pixels = (size.height or 1) * (size.width or 1)
    if fixed is not None and fixed * pixels > MOST_PIXELS:
        raise ModelError(
            f'Cannot use "{graph.path.name}": it takes {fixed:,} images at a time, '
            "more than fit into memory. Export it with a batch of 1."
        )
    count = channels if isinstance(channels, int) else 3
    return ModelInput(tensor.name, tensor.dtype, layout, fixed, count, size)


def layout_of(tensor: TensorInfo) -> Literal["NCHW", "NHWC"] | None:
    """Returns the order of axes; None where none holds 1 or 3 channels."""
    _, first, _, last = tensor.shape
    if first in (1, 3):
        return "NCHW"
    if last in (1, 3):
        return "NHWC"
    return None


def _not_an_image(graph: Graph, found: str) -> ModelError:
    return ModelError(
        f'Cannot use "{graph.path.name}" as an image classifier: {found}; one image '
        "(batch, channels, height, width) or (batch, height, width, channels) in "
        "float32, float16 or uint8 is needed."
    )
