"""Windows whose places are computed: regions, offsets, columns, remembered maxima."""

from math import prod

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import Ints


def Col2Im(
    X: Tensor,
    image_shape: Ints,
    block_shape: Ints,
    dilations: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns the sum of blocks (N, C · block, places) put back to their places."""
    rank = len(image_shape)
    dilations, strides = dilations or [1] * rank, strides or [1] * rank
    pads = pads or [0] * 2 * rank
    padded = [
        size + before + after
        for size, before, after in zip(
            image_shape, pads[:rank], pads[rank:], strict=True
        )
    ]
    axes = zip(padded, block_shape, dilations, strides, strict=True)
    index = torch.zeros(1, 1, dtype=torch.long, device=X.device)
    for size, block, dilation, stride in axes:
        steps = (size - dilation * (block - 1) - 1) // stride + 1
        inner = torch.arange(block, device=X.device)[:, None] * dilation
        places = inner + torch.arange(steps, device=X.device) * stride
        index = (index[:, None, :, None] * size + places[None, :, None, :]).reshape(
            index.shape[0] * block, -1
        )
    columns = X.reshape(X.shape[0], -1, index.numel())
    image = X.new_zeros(*columns.shape[:2], prod(padded))
    image = image.index_add(2, index.reshape(-1), columns)
    image = image.reshape(*columns.shape[:2], *padded)
    for axis in range(rank):
        image = image.narrow(axis + 2, pads[axis], image_shape[axis])
    return image


def DeformConv(
    X: Tensor,
    W: Tensor,
    offset: Tensor,
    B: Tensor | None = None,
    mask: Tensor | None = None,
    dilations: Ints | None = None,
    group: int = 1,
    kernel_shape: Ints | None = None,
    offset_group: int = 1,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns a convolution whose windows are bent (Dai et al. 2017; Zhu et al. 2019).

    Args:
        X: (N, C, h, w).
        W: (M, C / group, kernel rows, kernel columns).
        offset: (N, offset_group · kernel · 2, rows, columns): how far each element of a
            window is moved, down and to the right.
        B: (M,).
        mask: (N, offset_group · kernel, rows, columns): the weight of each element.
        dilations: From one element of a window to the next.
        group: Parts of the channels that do not know each other.
        kernel_shape: As of W.
        offset_group: Parts of the channels that are moved alike.
        pads: Top, left, bottom, right.
        strides: From one window to the next.
    """
    rows, cols = W.shape[2:]
    dilations, strides, pads = dilations or [1, 1], strides or [1, 1], pads or [0] * 4
    batch, size = X.shape[0], offset.shape[2:]
    moved = offset.reshape(batch, offset_group, rows * cols, 2, *size)
    down = _grid(rows, dilations[0], strides[0], pads[0], size[0]).to(X)
    right = _grid(cols, dilations[1], strides[1], pads[1], size[1]).to(X)
    down = down[:, None, :, None].expand(rows, cols, *size).reshape(-1, *size)
    right = right[None, :, None, :].expand(rows, cols, *size).reshape(-1, *size)
    y, x = moved[:, :, :, 0] + down, moved[:, :, :, 1] + right
    parts = X.reshape(batch * offset_group, -1, *X.shape[2:])
    places = [axis.reshape(batch * offset_group, -1) for axis in (y, x)]
    taken = _between(parts, *places)
    taken = taken.reshape(batch, offset_group, -1, rows * cols, *size)
    if mask is not None:
        taken = taken * mask.reshape(batch, offset_group, 1, rows * cols, *size)
    columns = taken.reshape(batch, group, -1, prod(size))
    kernel = W.reshape(group, W.shape[0] // group, -1)
    result = (kernel @ columns).reshape(batch, W.shape[0], *size)
    return result if B is None else result + B.reshape(1, -1, 1, 1)


def MaxUnpool(
    X: Tensor,
    indices: Tensor,
    output_shape: Ints | None = None,
    kernel_shape: Ints | None = None,
    pads: Ints | None = None,
    strides: Ints | None = None,
) -> Tensor:
    """Returns maxima at the places they were taken from, zeros elsewhere."""
    kernel = kernel_shape or []
    rank = len(kernel)
    strides, pads = strides or [1] * rank, pads or [0] * 2 * rank
    axes = zip(X.shape[2:], strides, kernel, pads[:rank], pads[rank:], strict=True)
    natural = [(n - 1) * stride + k - a - b for n, stride, k, a, b in axes]
    whole = [*X.shape[:2], *natural]
    flat = X.new_zeros(prod(whole)).index_put((indices.reshape(-1),), X.reshape(-1))
    maps = flat.reshape(whole)
    if output_shape is None:
        return maps
    wider = zip(reversed(output_shape[2:]), reversed(natural), strict=True)
    return F.pad(maps, [side for to, size in wider for side in (0, to - size)])


def RoiAlign(
    X: Tensor,
    rois: Tensor,
    batch_indices: Tensor,
    coordinate_transformation_mode: str = "half_pixel",
    mode: str = "avg",
    output_height: int = 1,
    output_width: int = 1,
    sampling_ratio: int = 0,
    spatial_scale: float = 1.0,
) -> Tensor:
    """Returns regions of maps, each in the same size (He et al. 2017, section 3).

    Args:
        X: (N, C, h, w).
        rois: (regions, 4): left, top, right, bottom.
        batch_indices: (regions,), which of the N.
        coordinate_transformation_mode: Whether places are the middles of pixels.
        mode: The mean of the samples of a cell, or the greatest.
        output_height: Rows of a region.
        output_width: Its columns.
        sampling_ratio: Samples along each side of a cell; 0: as many as pixels.
        spatial_scale: From coordinates of regions to those of X.
    """
    is_half = coordinate_transformation_mode == "half_pixel"
    found = []
    for roi, sample in zip(rois, batch_indices.tolist(), strict=True):
        left, top, right, bottom = roi * spatial_scale - (0.5 if is_half else 0)
        height, width = bottom - top, right - left
        if not is_half:
            height, width = height.clamp(min=1), width.clamp(min=1)
        y = _samples(top, height, output_height, sampling_ratio)
        x = _samples(left, width, output_width, sampling_ratio)
        grid = [axis.reshape(1, -1) for axis in torch.meshgrid(y, x, indexing="ij")]
        taken = _at_border(X[sample : sample + 1], *grid, is_greatest=mode == "max")
        cells = taken.reshape(
            -1, output_height, len(y) // output_height, output_width,
            len(x) // output_width,
        )  # fmt: skip
        found.append(cells.amax((2, 4)) if mode == "max" else cells.mean((2, 4)))
    return torch.stack(found)


def RoiAlign_10(
    X: Tensor, rois: Tensor, batch_indices: Tensor, **given: object
) -> Tensor:
    """Returns `RoiAlign` where places are the corners of pixels."""
    corners = {"coordinate_transformation_mode": "output_half_pixel"}
    return RoiAlign(X, rois, batch_indices, **corners | given)  # type: ignore[arg-type]


def _grid(kernel: int, dilation: int, stride: int, pad: int, windows: int) -> Tensor:
    """Returns where the elements of windows lie along an axis, (kernel, windows)."""
    inner = torch.arange(kernel)[:, None] * dilation
    return inner + torch.arange(windows) * stride - pad


def _samples(begin: Tensor, length: Tensor, cells: int, ratio: int) -> Tensor:
    """Returns where samples lie along an axis of a region, evenly in each cell."""
    each = ratio or int((length / cells).ceil())
    steps = torch.arange(cells * each, device=begin.device) + 0.5
    return begin + steps.to(begin.dtype) * (length / (cells * each))


def _at_border(maps: Tensor, y: Tensor, x: Tensor, *, is_greatest: bool) -> Tensor:
    """Returns samples whose places are drawn in by up to a pixel; 0 further out."""
    height, width = maps.shape[2:]
    is_near = (y >= -1) & (y <= height) & (x >= -1) & (x <= width)
    y, x = y.clamp(0, height - 1), x.clamp(0, width - 1)
    return _between(maps, y, x, is_greatest=is_greatest) * is_near[:, None]


def _between(
    maps: Tensor, y: Tensor, x: Tensor, *, is_greatest: bool = False
) -> Tensor:
    """Returns values (N, C, places) between four pixels; beyond the border lie zeros.

    With `is_greatest` it is the greatest of the weighted four, not their sum.
    """
    height, width = maps.shape[2:]
    top, left = y.floor(), x.floor()
    parts = []
    for row, col in ((0, 0), (0, 1), (1, 0), (1, 1)):
        r, c = top + row, left + col
        weight = (1 - (y - r).abs()) * (1 - (x - c).abs())
        inside = (r >= 0) & (r < height) & (c >= 0) & (c < width)
        index = r.clamp(0, height - 1).long() * width + c.clamp(0, width - 1).long()
        wide = index[:, None].expand(-1, maps.shape[1], -1)
        parts.append(maps.flatten(2).gather(2, wide) * (weight * inside)[:, None])
    stacked = torch.stack(parts)
    return stacked.amax(0) if is_greatest else stacked.sum(0)
