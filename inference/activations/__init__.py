"""What the layers of a network give for a photo."""

from inference.activations.pictures import (
    SCALES,
    ScaleKind,
    TileStyle,
    grid_picture,
    levels,
    montage,
)
from inference.activations.reading import LayerPeak, LayerReader
from inference.activations.record import (
    ORDERS,
    ChannelStats,
    LayerActivations,
    Order,
    channel_stats,
    difference,
    ordered,
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
