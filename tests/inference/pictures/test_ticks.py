import numpy as np
import pytest

from inference.pictures.limits import Limits
from inference.pictures.ticks import bar_ticks, tick_label

RANGES = [
    (0, 1), (0, 0.96), (-0.38, 0.38), (-0.31, 0.384), (0, 880), (0, 1.148), (0, 2.46),
    (0.088, 0.1331), (-0.004, 0.0021), (1e-7, 9e-7), (0, 123456), (-1, 0.0001),
    (1000, 1000.5), (0, 4e6), (-22, 22), (0, 9.97), (-3e-7, 0),
]  # fmt: skip


def read(words):
    """The number that a label names."""
    mantissa, _, exponent = words.replace("\u2212", "-").replace(",", "").partition("e")
    return float(mantissa) * 10.0 ** int(exponent or 0)


def ticks_of(ends, width):
    return bar_ticks(
        Limits(*ends), is_signed=True, width=width, measure=lambda words: 7 * len(words)
    )


@pytest.mark.parametrize("ends", RANGES)
@pytest.mark.parametrize("width", [150, 330, 900])
def test_a_tick_stands_at_the_value_it_names(ends, width):
    span = ends[1] - ends[0]
    ticks = ticks_of(ends, width)
    for tick in ticks:
        assert tick.share == pytest.approx((tick.value - ends[0]) / span)
        if tick.words:
            is_end = tick.value in ends
            error = abs(read(tick.words) - tick.value)
            assert error <= (0.0051 if is_end else 1e-5) * span, tick
    assert ticks[0].words
    assert ticks[-1].words


@pytest.mark.parametrize("ends", RANGES)
@pytest.mark.parametrize("width", [150, 330, 900])
def test_labels_do_not_touch(ends, width):
    ticks = [tick for tick in ticks_of(ends, width) if tick.words]
    middles = np.array([tick.share * width for tick in ticks])
    halves = np.array([7 * len(tick.words) / 2 for tick in ticks])
    assert (np.diff(middles) >= halves[1:] + halves[:-1]).all()


def test_quarters_are_written_in_full():
    words = [tick.words for tick in ticks_of((0, 1), 330)]
    assert words == ["0", "+0.25", "+0.50", "+0.75", "+1.00"]


def test_an_end_is_not_rounded_away():
    assert tick_label(1.148, Limits(0, 1.148), is_signed=False) == "1.15"
    assert tick_label(2.46, Limits(0, 2.46), is_signed=False) == "2.46"
    assert tick_label(-0.383, Limits(-0.383, 0.383), is_signed=True) == "\u22120.38"


@pytest.mark.parametrize("width", [100, 120, 140])
def test_three_numbers_stand_where_the_coarse_ones_would_touch(width):
    words = [tick.words for tick in ticks_of((0, 2.379), width) if tick.words]
    assert words == ["0", "+1.00", "+2.38"]
