"""Colour maps as tables of 256 colours.

Viridis and inferno are the maps of S. van der Walt and N. Smith (CC0), turbo that of
A. Mikhailov (Apache-2.0), given at 33 places and interpolated: within 5 of 255 levels
of the full tables. Blue-red is ColorBrewer's RdBu (Apache-2.0).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from inference.geometry import Floats

DIVERGING = "blue-red"

_ANCHORS = {
    "viridis": """440154 470D60 48186A 482374 472D7B 453781 424086 3E4989 3B528B 375B8D
        33638D 2F6B8E 2C728E 297A8E 26828E 23898E 21918C 1F988B 1FA088 22A785 28AE80
        32B67A 3FBC73 4EC36B 5EC962 70CF57 84D44B 98D83E ADDC30 C2DF23 D8E219 ECE51B
        FDE725""",
    "inferno": """000004 040312 0B0724 150B37 210C4A 2F0A5B 3D0965 4A0C6B 57106E 64156E
        71196E 7D1E6D 8A226A 972766 A32C61 B0315B BC3754 C73E4C D24644 DB503B E45A31
        EB6628 F1731D F68013 F98E09 FB9D07 FCAC11 FBBC21 F9CB35 F5DB4C F2EA69 F3F68A
        FCFFA4""",
    "turbo": """30123B 392A73 4040A2 4456C7 466BE3 4680F6 4294FF 37A8FA 28BCEB 1CCDD8
        18DDC2 1FE9AF 32F298 4EF97D 6DFE62 8BFF4B A4FC3C B9F635 CDEC34 DFDF37 EECF3A
        F8BE39 FDAC34 FE962B FB7E21 F46617 EB500E DF3F08 D02F05 BE2102 A91601 920B01
        7A0403""",
    "jet": "000080 0000FF 0080FF 00FFFF 80FF80 FFFF00 FF8000 FF0000 800000",
    DIVERGING: "2166AC 67A9CF F7F7F7 EF8A62 B2182B",
    "grey": "000000 FFFFFF",
}

COLOR_MAPS = tuple(_ANCHORS)
_REVERSED = "_r"  # ends the name of a map whose colours run the other way


def reversed_map(name: str) -> str:
    """Returns the name of the map with the same colours from high to low.

    One that runs so already is itself.
    """
    return name if name.endswith(_REVERSED) else f"{name}{_REVERSED}"


def is_diverging(name: str) -> bool:
    """Whether a map runs from one hue over white to another."""
    return name.removesuffix(_REVERSED) == DIVERGING


@cache
def tints(name: str) -> tuple[NDArray[np.uint8], Floats]:
    """Returns the colours of a map as they are laid over a photo, and how strong.

    Blue-red has white in its middle. Laid over a photo it would grey it where the map
    says next to nothing, and its zeros would be holes in that veil. So its white is
    taken for clear, as if it were paper: a colour is mixed of white and the pure colour
    that it would be at the end of the bar; of these the pure one alone is laid on.

    Returns:
        (256, 3) colours, and (256,) how much of each is no white, 0..1.
    """
    table = color_table(name)
    if not is_diverging(name):
        return table, np.ones(256, np.float32)
    white = table[[127, 128]].mean(axis=0)
    ends = np.where(np.arange(256)[:, np.newaxis] < 128, table[0], table[-1])
    share = np.abs(table - white).max(axis=1) / np.abs(ends - white).max(axis=1)
    part = np.maximum(share, 1 / 256)[:, np.newaxis]
    pure = np.rint(np.clip(white + (table - white) / part, 0, 255)).astype(np.uint8)
    return pure, share.astype(np.float32)


@cache
def color_table(name: str) -> NDArray[np.uint8]:
    """Returns the colours of a map from its low end to its high end, (256, 3)."""
    if name.endswith(_REVERSED):
        return color_table(name.removesuffix(_REVERSED))[::-1]
    anchors = np.array([list(bytes.fromhex(word)) for word in _ANCHORS[name].split()])
    places = np.linspace(0, len(anchors) - 1, 256)
    channels = [np.interp(places, np.arange(len(anchors)), c) for c in anchors.T]
    table: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    table.setflags(write=False)
    return table
