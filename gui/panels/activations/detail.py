"""One channel, closely looked at, and the watched ones of two photos beside each other.

All of it is drawn from a study's values: no forward pass.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.panels.activations.study import Counts, Study, counted, reduced
from inference.activations import TileStyle, difference, levels
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits


@dataclass(frozen=True, slots=True)
class Scales:
    """What the tiles of two photos are drawn between.

    Attributes:
        both: Of A and B, the same for all watched channels.
        apart: Of A − B, at the same distance from zero; None where sizes differ.
    """

    both: Limits
    apart: Limits | None


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A watched channel of two photos, as levels.

    Attributes:
        channel: Its number.
        tiles: (h, w) levels of A and B and, where sizes agree, of A − B.
        color_maps: Of each tile.
        words: Below each tile.
    """

    channel: int
    tiles: tuple[NDArray[np.uint8], ...]
    color_maps: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ChannelDetail:
    """One channel, closely looked at.

    Attributes:
        study: What it is a channel of.
        channel: Its number.
        values: (h, w), or (1, 1) of a vector.
        levels: The same as levels; None of a vector.
        counts: How often values occur.
        heatmaps: One for each photo; none of a vector.
        apart: A − B, where the maps agree in size.
        compared: The watched channels of two photos.
        scales: What they are drawn between; None of one photo.
    """

    study: Study
    channel: int
    values: NDArray[np.float32]
    levels: NDArray[np.uint8] | None
    counts: Counts
    heatmaps: tuple[Heatmap, ...]
    apart: Heatmap | None
    compared: tuple[Compared, ...]
    scales: Scales | None = None


def looked_at(study: Study, channel: int, watched: tuple[int, ...]) -> ChannelDetail:
    """Draws one channel, and the watched ones of two photos beside each other."""
    first = study.shown[0]
    values = np.atleast_2d(first.maps[channel])
    if first.is_vector:
        counts = counted(first.maps)
        return ChannelDetail(study, channel, values, None, counts, (), None, ())
    heatmaps = tuple(each.heatmap(channel) for each in study.shown)
    is_pair = len(study.shown) == 2
    apart = difference(first, study.shown[1], channel) if is_pair else None
    numbers = tuple(reversed(watched)) or (channel,)  # as their chips stand
    scales = _scales(study, numbers) if is_pair else None
    compared = [_compared(study, n, scales) for n in numbers] if scales else []
    lows, highs = study.question.style.ends(first.maps)
    one = slice(channel, channel + 1)
    level = levels(first.maps[one], lows[one], highs[one])[0]
    return ChannelDetail(
        study,
        channel,
        values,
        level,
        counted(values),
        heatmaps,
        apart,
        tuple(compared),
        scales,
    )


def _scales(study: Study, channels: tuple[int, ...]) -> Scales:
    """Returns one scale for the channels of both photos, and one for differences."""
    first, second = ([each.maps[c] for c in channels] for each in study.shown[:2])
    values = np.concatenate([one.reshape(-1) for one in (*first, *second)])[np.newaxis]
    lows, highs = TileStyle("layer", color_map=study.sheet.color_map).ends(values)
    both = Limits(float(lows[0]), float(highs[0]))
    if first[0].shape != second[0].shape:
        return Scales(both, None)
    apart = np.array(first) - np.array(second)
    reach = max(float(np.abs(apart).max()), 1e-30)
    return Scales(both, Limits(-reach, reach))


def _compared(study: Study, channel: int, scales: Scales) -> Compared:
    pair = [each.maps[channel][np.newaxis] for each in study.shown[:2]]
    ends = np.array(scales.both.ends, np.float32)
    name = study.sheet.color_map
    tiles = [levels(reduced(one), ends[:1], ends[1:])[0] for one in pair]
    words = [f"{letter} {channel}" for letter in "AB"]
    names = [name, name]
    if scales.apart is not None:
        low, high = np.array(scales.apart.ends, np.float32)
        apart = reduced(pair[0] - pair[1])
        tiles.append(levels(apart, low[np.newaxis], high[np.newaxis])[0])
        words.append("A − B")
        names.append("blue-red")
    return Compared(channel, tuple(tiles), tuple(names), tuple(words))
