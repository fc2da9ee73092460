"""What the layers of a network give for a photo."""

from inference.activations.reader import LayerPeak, LayerReader
from inference.activations.record import (
    ORDERS,
    ChannelStats,
    LayerActivations,
    Order,
    channel_stats,
    difference,
    ordered,
)
from inference.activations.tiles import (
    SCALES,
    ScaleKind,
    TileStyle,
    grid_picture,
    levels,
    montage,
)

__all__ = [
    "ORDERS",
    "SCALES",
    "ChannelStats",
    "LayerActivations",
    "LayerPeak",
    "LayerReader",
    "Order",
    "ScaleKind",
    "TileStyle",
    "channel_stats",
    "difference",
    "grid_picture",
    "levels",
    "montage",
    "ordered",
]
