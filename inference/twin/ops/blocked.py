"""ONNX Runtime's operators on channels in blocks (domain com.microsoft.nchwc).

Files that it saved after optimising for one processor hold them. Here tensors keep
their channels in order, a multiple of the block as many; only kernels, which the file
stores in blocks, are put in order. Source: ONNX Runtime, onnxruntime/contrib_ops/cpu/
nchwc_ops.cc and core/mlas/lib/reorder.cpp.
"""

from torch import Tensor
from torch.nn import functional as F

from inference.network.blocks import block_size
from inference.twin.ops import contrib, pooling, resampling
from inference.twin.ops.values import Floats, Ints


def Conv(
    X: Tensor,
    W: Tensor,
    B: Tensor | None = None,
    Sum: Tensor | None = None,
    activation: str = "",
    activation_params: Floats | None = None,
    auto_pad: str = "NOTSET",
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns activation(Conv(X, W, B) + Sum)."""
    return contrib.FusedConv(
        X,
        kernel_in_order(W, block_size()),
        B,
        Sum,
        activation,
        activation_params,
        auto_pad,
        dilations,
        group,
        kernel_shape,
        pads,
        strides,
    )


def MaxPool(X: Tensor, kernel_shape: Ints, **given: object) -> Tensor:
    """Returns the greatest element of each window."""
    return pooling.MaxPool(X, kernel_shape, **given)[0]  # type: ignore[arg-type]


def ReorderInput(X: Tensor, channels_last: int = 0) -> Tensor:
    """Returns maps with as many channels as blocks need."""
    first = X.movedim(-1, 1) if channels_last else X
    return F.pad(first, (0, 0, 0, 0, 0, -first.shape[1] % block_size()))


def ReorderOutput(X: Tensor, channels: int, channels_last: int = 0) -> Tensor:
    """Returns the channels that count."""
    counting = X[:, :channels]
    return counting.movedim(1, -1) if channels_last else counting


def Upsample(
    X: Tensor,
    scales: Ints,
    mode: str = "nearest",
    coordinate_transformation_mode: str = "asymmetric",
) -> Tensor:
    """Returns enlarged maps."""
    return resampling.Resize(
        X,
        None,
        [float(scale) for scale in scales],
        mode=mode,
        coordinate_transformation_mode=coordinate_transformation_mode,
        nearest_mode="floor",
    )


def kernel_in_order(W: Tensor, block: int) -> Tensor:
    """Returns a kernel (M, C, rows, columns) that was stored in blocks of channels.

    Blocks of results come first; within one come blocks of inputs, places, inputs,
    results. Inputs fewer than a block have none.
    """
    results, inputs, *window = W.shape
    if results % block:
        raise ValueError("channels in blocks of another size")
    if inputs < block:
        parts = W.reshape(results // block, inputs, *window, block)
        return parts.permute(0, 4, 1, 2, 3).reshape(W.shape)
    parts = W.reshape(results // block, inputs // block, *window, block, block)
    return parts.permute(0, 5, 1, 4, 2, 3).reshape(W.shape)
