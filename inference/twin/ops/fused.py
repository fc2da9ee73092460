"""What ONNX Runtime fuses in transformers, and its operators with channels last.

Source: ONNX Runtime's contributed operators, docs/ContribOperators.md.
"""

import torch
from torch import Tensor

from inference.twin.ops import linear, pooling
from inference.twin.ops.contrib import FusedConv, activation_of
from inference.twin.ops.normalisation import RMSNormalization
from inference.twin.ops.quantisation import DequantizeLinear, DynamicQuantizeLinear
from inference.twin.ops.values import Ints


def Attention(
    X: Tensor,
    weights: Tensor,
    bias: Tensor | None = None,
    mask_index: Tensor | None = None,
    past: Tensor | None = None,
    attention_bias: Tensor | None = None,
    num_heads: int = 1,
    qkv_hidden_sizes: Ints | None = None,
    scale: float | None = None,
    unidirectional: int = 0,
    mask_filter_value: float = -10000.0,
) -> tuple[Tensor, Tensor]:
    """Returns attention of tokens (N, T, C) among themselves, and all keys and values.

    Args:
        X: The tokens.
        weights: (C, queries + keys + values), one product for all three.
        bias: (queries + keys + values,).
        mask_index: (N,) how many keys count, or 0 where one does not.
        past: (2, N, heads, past, size): keys and values put before.
        attention_bias: Added to the scores.
        num_heads: Into how many heads channels are split.
        qkv_hidden_sizes: Widths of queries, keys and values; a third each by default.
        scale: Factor of the scores.
        unidirectional: Whether a query attends no later keys.
        mask_filter_value: What is added to scores of keys that do not count.
    """
    product = X @ weights if bias is None else X @ weights + bias
    sizes = qkv_hidden_sizes or [weights.shape[1] // 3] * 3
    q, k, v = torch.split(product, sizes, -1)
    mask = _masked(mask_index, attention_bias, k.shape[1], mask_filter_value)
    attended, keys, values, _ = linear.Attention(
        q,
        k,
        v,
        mask,
        past_key=None if past is None else past[0],
        past_value=None if past is None else past[1],
        is_causal=unidirectional,
        kv_num_heads=num_heads,
        q_num_heads=num_heads,
        scale=scale,
    )
    return attended, torch.stack([keys, values])


def DynamicQuantizeMatMul(
    A: Tensor,
    B: Tensor,
    b_scale: Tensor,
    b_zero_point: Tensor | None = None,
    bias: Tensor | None = None,
) -> Tensor:
    """Returns A B + bias, A rounded to the 256 steps of its own range."""
    rounded, scale, zero = DynamicQuantizeLinear(A)
    return MatMulIntegerToFloat(rounded, B, scale, b_scale, zero, b_zero_point, bias)


def FusedGemm(
    A: Tensor,
    B: Tensor,
    C: Tensor | None = None,
    activation: str = "",
    activation_alpha: float | None = None,
    activation_beta: float | None = None,
    activation_gamma: float | None = None,
    alpha: float = 1.0,
    beta: float = 1.0,
    transA: int = 0,
    transB: int = 0,
) -> Tensor:
    """Returns activation(α A B + β C)."""
    given = (activation_alpha, activation_beta, activation_gamma)
    options = [value for value in given if value is not None]
    product = linear.Gemm(A, B, C, alpha, beta, transA, transB)
    return activation_of(activation)(product, *options)


def MatMulIntegerToFloat(
    A: Tensor,
    B: Tensor,
    a_scale: Tensor,
    b_scale: Tensor,
    a_zero_point: Tensor | None = None,
    b_zero_point: Tensor | None = None,
    bias: Tensor | None = None,
) -> Tensor:
    """Returns A B + bias of the real numbers meant."""
    a = DequantizeLinear(A, a_scale, a_zero_point)
    b = DequantizeLinear(B, b_scale, b_zero_point, axis=B.dim() - 1)
    return a @ b if bias is None else a @ b + bias


def MultiHeadAttention(
    query: Tensor,
    key: Tensor | None = None,
    value: Tensor | None = None,
    bias: Tensor | None = None,
    key_padding_mask: Tensor | None = None,
    attention_bias: Tensor | None = None,
    past_key: Tensor | None = None,
    past_value: Tensor | None = None,
    num_heads: int = 1,
    mask_filter_value: float = -10000.0,
    scale: float | None = None,
    unidirectional: int = 0,
) -> tuple[Tensor, Tensor, Tensor]:
    """Returns attention of queries to keys, and all keys and values.

    Args:
        query: (N, T, C), or (N, T, heads, 3, size) with keys and values.
        key: (N, S, C), (N, heads, S, size), or (N, S, heads, 2, size) with values.
        value: (N, S, C) or (N, heads, S, size).
        bias: (queries + keys + values,), added to all three.
        key_padding_mask: (N,) how many keys count, or (N, S) 0 where one does not.
        attention_bias: Added to the scores.
        past_key: (N, heads, past, size), put before the keys.
        past_value: Likewise.
        num_heads: Into how many heads channels are split.
        mask_filter_value: What is added to scores of keys that do not count.
        scale: Factor of the scores.
        unidirectional: Whether a query attends no later keys.
    """
    parts = _unpacked(query, key, value)
    if bias is not None:
        widths = [_width(part) for part in parts]
        pairs = zip(parts, torch.split(bias, widths), strict=True)
        parts = [_shifted(part, shift) for part, shift in pairs]
    q, k, v = parts
    length = k.shape[2] if k.dim() == 4 else k.shape[1]
    mask = _masked(key_padding_mask, attention_bias, length, mask_filter_value)
    k, v = (_in_heads(part, num_heads) for part in (k, v))
    attended, keys, values, _ = linear.Attention(
        _in_heads(q, num_heads),
        k,
        v,
        mask,
        past_key,
        past_value,
        is_causal=unidirectional,
        scale=scale,
    )
    return attended.transpose(1, 2).flatten(2), keys, values


def NhwcConv(X: Tensor, W: Tensor, B: Tensor | None = None, **given: object) -> Tensor:
    """Returns Conv of maps with channels last; kernels have them second or last."""
    of_group = X.shape[-1] // int(str(given.get("group", 1)))
    kernel = W if W.shape[1] == of_group else W.movedim(-1, 1)
    made = FusedConv(X.movedim(-1, 1), kernel, B, **given)  # type: ignore[arg-type]
    return made.movedim(1, -1)


def NhwcMaxPool(X: Tensor, kernel_shape: Ints, **given: object) -> Tensor:
    """Returns MaxPool of maps with channels last."""
    first = X.movedim(-1, 1)
    real = first if first.is_floating_point() else first.float()
    made, _ = pooling.MaxPool(real, kernel_shape, **given)  # type: ignore[arg-type]
    return made.to(X.dtype).movedim(1, -1)


def SimplifiedLayerNormalization(
    X: Tensor, scale: Tensor, axis: int = -1, epsilon: float = 1e-5, stash_type: int = 1
) -> Tensor:
    """Returns X divided by its root mean square, times a scale."""
    return RMSNormalization(X, scale, axis, epsilon, stash_type)


def SkipSimplifiedLayerNormalization(
    X: Tensor,
    skip: Tensor,
    gamma: Tensor,
    bias: Tensor | None = None,
    epsilon: float = 1e-5,
) -> tuple[Tensor, None, None, Tensor]:
    """Returns X + skip (+ bias) divided by its root mean square, and the sum."""
    total = X + skip if bias is None else X + skip + bias
    return RMSNormalization(total, gamma, -1, epsilon), None, None, total


def _unpacked(query: Tensor, key: Tensor | None, value: Tensor | None) -> list[Tensor]:
    """Returns queries, keys and values, each a tensor of its own."""
    if query.dim() == 5:
        return [part.flatten(2) for part in query.unbind(3)]
    if key is None:
        raise ValueError("there are no keys")
    if key.dim() == 5:
        return [query, *(part.flatten(2) for part in key.unbind(3))]
    if value is None:
        raise ValueError("there are no values")
    return [query, key, value]


def _width(part: Tensor) -> int:
    return part.shape[2] if part.dim() == 3 else part.shape[1] * part.shape[3]


def _shifted(part: Tensor, shift: Tensor) -> Tensor:
    """Returns queries, keys or values with a bias."""
    if part.dim() == 3:
        return part + shift
    return part + shift.reshape(1, part.shape[1], 1, part.shape[3])


def _in_heads(part: Tensor, heads: int) -> Tensor:
    """Returns (N, T, C) as (N, heads, T, size)."""
    if part.dim() == 4:
        return part
    return part.reshape(*part.shape[:2], heads, -1).transpose(1, 2)


def _masked(
    mask: Tensor | None, bias: Tensor | None, keys: int, filtered: float
) -> Tensor | None:
    """Returns what is added to the scores."""
    if mask is None:
        return bias
    if mask.dim() == 1:
        mask = torch.arange(keys, device=mask.device) < mask[:, None]
    elif mask.dim() > 3:
        raise ValueError("a mask of four axes or more")
    counts = mask[:, None, None] if mask.dim() == 2 else mask[:, None]
    hidden = (counts == 0).float() * filtered
    return hidden if bias is None else hidden + bias
