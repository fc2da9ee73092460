"""Where the windows of a convolution or pooling lie over the padded input."""

from dataclasses import dataclass
from math import ceil
from typing import Self

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import Ints


@dataclass(frozen=True)
class Windows:
    """The windows along each spatial axis.

    Attributes:
        kernel: Elements of a window.
        strides: From one window to the next.
        dilations: From one element of a window to the next.
        begins: Rows of padding before the first element of the input.
        ends: Rows of padding after its last.
        extras: Rows that the last window needs beyond, where sizes are rounded up.
    """

    kernel: Ints
    strides: Ints
    dilations: Ints
    begins: Ints
    ends: Ints
    extras: Ints

    @classmethod
    def over(
        cls,
        size: torch.Size,
        kernel: Ints,
        strides: Ints | None = None,
        dilations: Ints | None = None,
        pads: Ints | None = None,
        auto_pad: str = "NOTSET",
        ceil_mode: int = 0,
    ) -> Self:
        """Lays windows over a spatial size, from the attributes of the node."""
        rank = len(kernel)
        strides, dilations = strides or [1] * rank, dilations or [1] * rank
        pads = pads or [0] * 2 * rank
        reaches = [d * (k - 1) + 1 for k, d in zip(kernel, dilations, strict=True)]
        if auto_pad.startswith("SAME"):
            begins, ends = _same(size, reaches, strides, auto_pad)
        else:
            begins, ends = pads[:rank], pads[rank:]
        axes = zip(size, reaches, strides, begins, ends, strict=True)
        extras = [_extra(*axis) if ceil_mode else 0 for axis in axes]
        return cls(kernel, strides, dilations, begins, ends, extras)

    @property
    def are_symmetric(self) -> bool:
        """Whether torch's own padding, equal on both sides, is enough."""
        return self.begins == self.ends and not any(self.extras)

    @property
    def are_dense(self) -> bool:
        """Whether the elements of a window lie side by side."""
        return all(dilation == 1 for dilation in self.dilations)

    def fit_half(self) -> bool:
        """Whether the padding is at most half a window, as torch's pooling demands."""
        return all(2 * b <= k for b, k in zip(self.begins, self.kernel, strict=True))

    def rounding_up(self, size: torch.Size) -> bool | None:
        """Whether torch's pooling finds as many windows by rounding their number up.

        False where it does by rounding down; None where it does neither way, or takes
        no such padding. What lies beyond the input it passes over either way.
        """
        if not self.fit_half():
            return None
        reaches = [
            d * (k - 1) + 1 for k, d in zip(self.kernel, self.dilations, strict=True)
        ]
        axes = list(zip(size, reaches, self.strides, self.begins, strict=True))
        wanted = [
            (length + begin + end + extra - reach) // stride
            for (length, reach, stride, begin), end, extra in zip(
                axes, self.ends, self.extras, strict=True
            )
        ]
        for rounds_up in (False, True):
            if wanted == [_last_of_torch(*axis, rounds_up=rounds_up) for axis in axes]:
                return rounds_up
        return None

    def pad(self, X: Tensor, value: float = 0, *, extras: bool = True) -> Tensor:
        """Returns the input with its padding, the extra rows included at wish."""
        widths: Ints = []
        for begin, end, extra in zip(
            reversed(self.begins),
            reversed(self.ends),
            reversed(self.extras),
            strict=True,
        ):
            widths += [begin, end + extra * extras]
        return F.pad(X, widths, value=value) if any(widths) else X

    def pad_extras(self, X: Tensor) -> Tensor:
        """Returns the padded input with zeros in the extra rows."""
        widths = [width for extra in reversed(self.extras) for width in (0, extra)]
        return F.pad(X, widths) if any(widths) else X


def _same(
    size: torch.Size, reaches: Ints, strides: Ints, auto_pad: str
) -> tuple[Ints, Ints]:
    """Returns the padding that makes the output ceil(size / stride) long."""
    totals = [
        max((ceil(length / stride) - 1) * stride + reach - length, 0)
        for length, reach, stride in zip(size, reaches, strides, strict=True)
    ]
    smaller = [total // 2 for total in totals]
    larger = [total - half for total, half in zip(totals, smaller, strict=True)]
    return (larger, smaller) if auto_pad == "SAME_LOWER" else (smaller, larger)


def _extra(length: int, reach: int, stride: int, begin: int, end: int) -> int:
    """Returns the rows beyond the padding that the last window needs.

    A window that would start in the padding behind the input is left out.
    """
    last = ceil((begin + length + end - reach) / stride)
    if last * stride >= begin + length:
        last -= 1
    return max(last * stride + reach - (begin + length + end), 0)


def _last_of_torch(
    length: int, reach: int, stride: int, begin: int, *, rounds_up: bool
) -> int:
    """Returns the number, from 0, of the last window of torch's pooling."""
    room = length + 2 * begin - reach
    if not rounds_up:
        return room // stride
    last = -(-room // stride)
    return last - 1 if last * stride >= length + begin else last
