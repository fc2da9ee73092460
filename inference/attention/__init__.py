"""Attention: what a transformer's blocks look at, followed to the photo."""

from inference.attention.following import (
    AttentionSpec,
    attention_of,
    gradient_attention,
    rolled_out,
    rollout,
    weighed_rollout,
)
from inference.attention.tensors import (
    AttentionError,
    AttentionTensors,
    attention_tensors,
)

__all__ = [
    "AttentionError",
    "AttentionSpec",
    "AttentionTensors",
    "attention_of",
    "attention_tensors",
    "gradient_attention",
    "rolled_out",
    "rollout",
    "weighed_rollout",
]
