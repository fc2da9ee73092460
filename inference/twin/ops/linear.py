"""Products of matrices, and attention, which is made of them."""

from math import sqrt

import torch
from torch import Tensor
from torch.nn import functional as F

from inference.twin.ops.values import dtype_of


def Attention(
    Q: Tensor,
    K: Tensor,
    V: Tensor,
    attn_mask: Tensor | None = None,
    past_key: Tensor | None = None,
    past_value: Tensor | None = None,
    nonpad_kv_seqlen: Tensor | None = None,
    is_causal: int = 0,
    kv_num_heads: int | None = None,
    left_window_size: int = -1,
    q_num_heads: int | None = None,
    qk_matmul_output_mode: int = 0,
    right_window_size: int = -1,
    scale: float | None = None,
    softcap: float = 0.0,
    softmax_precision: int | None = None,
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Returns softmax(scale · Q Kᵀ + mask) V (Vaswani et al. 2017, equation 1).

    Args:
        Q: (N, heads, queries, size), or (N, queries, heads · size).
        K: Like Q with the keys' own number of heads and length.
        V: Like K with its own size.
        attn_mask: Added to the scores, or, where boolean, which of them count; it
            broadcasts to (N, heads, queries, keys).
        past_key: (N, heads, past, size), put before K.
        past_value: Likewise, put before V.
        nonpad_kv_seqlen: (N,), how many keys of each sample are not padding.
        is_causal: Whether a query attends no later keys than its own place.
        kv_num_heads: Heads of K and V, where they are not an axis of their own.
        left_window_size: How many earlier keys a query attends at most; −1: all.
        q_num_heads: Heads of Q, where they are not an axis of its own.
        qk_matmul_output_mode: The fourth result: 0 raw scores, 1 capped, 2 masked
            scores, 3 probabilities.
        right_window_size: How many later keys a query attends at most; −1: all.
        scale: Factor of the scores, 1/√size by default.
        softcap: Where positive, scores become softcap · tanh(score / softcap).
        softmax_precision: The ONNX type that the softmax is calculated in.

    Returns:
        The attended values (shaped like Q), all keys, all values, and the scores.
    """
    q = _heads(Q, q_num_heads)
    k, v = _heads(K, kv_num_heads), _heads(V, kv_num_heads)
    past = 0
    if past_key is not None and past_value is not None:
        past = past_key.shape[2]
        k, v = torch.cat([past_key, k], 2), torch.cat([past_value, v], 2)
    raw = _products(q, _shared_among(q, k), scale or 1 / sqrt(q.shape[-1]))
    capped = softcap * torch.tanh(raw / softcap) if softcap else raw
    offset = _offset(raw, past, nonpad_kv_seqlen)
    right = 0 if is_causal else right_window_size
    outside = _outside(raw, offset, left_window_size, right)
    bias = _bias(raw, attn_mask, nonpad_kv_seqlen).masked_fill(outside, -torch.inf)
    masked = capped + bias
    chances = _chances(masked, bias, softmax_precision).to(q.dtype)
    attended = chances @ _shared_among(q, v)
    if Q.dim() == 3:
        attended = attended.transpose(1, 2).flatten(2)
    scores = (raw, capped, masked, chances)[qk_matmul_output_mode]
    return attended, k, v, scores


def Einsum(*Inputs: Tensor, equation: str) -> Tensor:
    """Returns Einstein's sum over the indices that the right side leaves out."""
    return torch.einsum(equation.replace(" ", ""), *Inputs)


def Gemm(
    A: Tensor,
    B: Tensor,
    C: Tensor | None = None,
    alpha: float = 1.0,
    beta: float = 1.0,
    transA: int = 0,
    transB: int = 0,
) -> Tensor:
    """Returns α A B + β C, A and B transposed at wish."""
    a, b = (A.T if transA else A), (B.T if transB else B)
    if C is not None and alpha == beta == 1 and transB and C.shape == B.shape[:1]:
        return F.linear(a, B, C)
    product = a @ b if alpha == 1 else alpha * (a @ b)
    if C is None:
        return product.to(A.dtype)
    return (product + (C if beta == 1 else beta * C)).to(A.dtype)


def MatMul(A: Tensor, B: Tensor) -> Tensor:
    """Returns the product of matrices, or of stacks of them."""
    return torch.matmul(A, B)


def RotaryEmbedding(
    X: Tensor,
    cos_cache: Tensor,
    sin_cache: Tensor,
    position_ids: Tensor | None = None,
    interleaved: int = 0,
    num_heads: int | None = None,
    rotary_embedding_dim: int = 0,
) -> Tensor:
    """Turns pairs of elements by an angle that grows with the place (Su et al. 2021).

    Args:
        X: (N, heads, places, size), or (N, places, heads · size).
        cos_cache: (places, size/2) with `position_ids`, else (N, places, size/2).
        sin_cache: Likewise.
        position_ids: (N, places).
        interleaved: Whether a pair lies side by side, not half the size apart.
        num_heads: Heads of X, where they are not an axis of its own.
        rotary_embedding_dim: How many elements of each head turn; 0: all.
    """
    heads = X if X.dim() == 4 else _heads(X, num_heads)
    size = rotary_embedding_dim or heads.shape[-1]
    turning, resting = heads[..., :size], heads[..., size:]
    if position_ids is not None:
        cos_cache, sin_cache = cos_cache[position_ids], sin_cache[position_ids]
    cos, sin = cos_cache.unsqueeze(1), sin_cache.unsqueeze(1)
    if interleaved:
        first, second = turning[..., 0::2], turning[..., 1::2]
    else:
        first, second = turning.chunk(2, -1)
    pair = [cos * first - sin * second, sin * first + cos * second]
    turned = torch.stack(pair, -1).flatten(-2) if interleaved else torch.cat(pair, -1)
    joined = torch.cat([turned, resting], -1)
    return joined if X.dim() == 4 else joined.transpose(1, 2).flatten(2)


def _heads(X: Tensor, heads: int | None) -> Tensor:
    """Returns (N, places, heads · size) as (N, heads, places, size)."""
    if X.dim() == 4 or heads is None:
        return X
    return X.reshape(*X.shape[:2], heads, -1).transpose(1, 2)


def _shared_among(q: Tensor, kept: Tensor) -> Tensor:
    """Returns keys or values for each head of q, where a group of heads shares them."""
    return kept.repeat_interleave(q.shape[1] // kept.shape[1], 1)


def _products(q: Tensor, k: Tensor, scale: float) -> Tensor:
    """Returns scale · Q Kᵀ; both take its root, as 16 bits may not hold Q Kᵀ alone."""
    root = torch.tensor(sqrt(scale)).to(q)
    return (q * root) @ (k * root).transpose(-1, -2)


def _chances(scores: Tensor, bias: Tensor, precision: int | None) -> Tensor:
    """Returns the softmax over the keys; zeros for a query that sees none of them."""
    precise = scores.to(dtype_of(precision)) if precision else scores
    nothing_to_see = (bias == -torch.inf).all(-1, keepdim=True)
    guarded = precise.masked_fill(nothing_to_see, 0)  # a softmax of −∞ alone is NaN
    return guarded.softmax(-1).masked_fill(nothing_to_see, 0)


def _bias(scores: Tensor, mask: Tensor | None, valid: Tensor | None) -> Tensor:
    """Returns what is added to the scores: the mask, −∞ where a key is padding."""
    bias = torch.zeros_like(scores)
    if mask is not None:
        missing = scores.shape[-1] - mask.shape[-1]
        if mask.dtype == torch.bool:
            allowed = F.pad(mask, (0, missing), value=False)
            bias = bias.masked_fill(~allowed, -torch.inf)
        else:
            bias = bias + F.pad(mask, (0, missing), value=-torch.inf)
    if valid is not None:
        keys = torch.arange(scores.shape[-1], device=scores.device)
        padding = keys >= valid.reshape(-1, 1, 1, 1)
        bias = bias.masked_fill(padding, -torch.inf)
    return bias


def _offset(scores: Tensor, past: int, valid: Tensor | None) -> Tensor:
    """Returns how many keys lie before the first query: (1 or N, 1, 1, 1)."""
    if valid is not None and not past:
        return (valid - scores.shape[-2]).reshape(-1, 1, 1, 1)
    return torch.tensor(past, device=scores.device).reshape(1, 1, 1, 1)


def _outside(scores: Tensor, offset: Tensor, left: int, right: int) -> Tensor:
    """Returns which keys lie outside the window of each query; −1 is unbounded."""
    queries = torch.arange(scores.shape[-2], device=scores.device)[:, None]
    keys = torch.arange(scores.shape[-1], device=scores.device)
    ahead = keys - (queries + offset)
    outside = torch.zeros_like(ahead, dtype=torch.bool)
    if left >= 0:
        outside = outside | (ahead < -left)
    if right >= 0:
        outside = outside | (ahead > right)
    return outside
