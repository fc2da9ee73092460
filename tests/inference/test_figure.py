import numpy as np
import pytest

from inference.figure import captioned_bar, number_text, side_by_side
from inference.geometry import Box
from inference.heatmap import Heatmap, Limits, Quantity, Style, overlaid


def heatmap(values, height=60, width=100):
    box = Box(0, 0, height, width)
    title = "Drop in probability of French horn"
    return Heatmap(values, box, box, title, "positive: it", Quantity.PROBABILITY, 0)


@pytest.mark.parametrize("shape", [(60, 100), (300, 40), (900, 1300), (7, 5)])
def test_photo_and_overlay_stand_beside_each_other(shape):
    photo = np.random.default_rng(0).integers(0, 256, (*shape, 3)).astype(np.uint8)
    map_ = heatmap(np.float32([[0, 1], [0.5, 0.2]]), *shape)
    picture = side_by_side(photo, map_, Style())
    factor = max(1, -(-240 // shape[0]))
    height, width = shape[0] * factor, shape[1] * factor
    assert picture.shape[1] == 2 * width + 12
    np.testing.assert_array_equal(picture[0:height:factor, 0:width:factor], photo)
    limits = Style().limits(map_.values)
    overlay = overlaid(photo, map_, Style(), limits)
    right = picture[0:height:factor, width + 12 :: factor]
    np.testing.assert_array_equal(right, overlay)


def test_the_bar_goes_from_the_low_colour_to_the_high_one():
    map_ = heatmap(np.float32([[0, 1]]))
    strip = captioned_bar(map_, Limits(0, 1), Style("grey"), width=400)
    bars = [row for row in strip if (np.diff(row[:, 0].astype(int)) >= 0).all()]
    ramps = [row for row in bars if row[0, 0] == 0 and row[-1, 0] == 255]
    assert ramps, "there is no row that rises from black to white"


@pytest.mark.parametrize(
    ("value", "limits", "text"),
    [
        (0.383, Limits(0, 0.4), "0.38"),
        (-0.383, Limits(-0.4, 0.4), "−0.38"),
        (0.2, Limits(-0.4, 0.4), "+0.20"),
        (0, Limits(-0.4, 0.4), "0"),
        (0.0123, Limits(0, 0.02), "0.0123"),
        (879.54, Limits(0, 900), "879.5"),
    ],
)
def test_numbers_carry_sign_and_digits(value, limits, text):
    assert number_text(value, limits) == text


def test_a_long_name_is_wrapped_and_stays_inside():
    box = Box(0, 0, 60, 100)
    title = "Drop in probability of " + "very long name " * 12
    map_ = Heatmap(np.float32([[0, 1]]), box, box, title, "", Quantity.LOGIT, 0)
    short = captioned_bar(heatmap(map_.values), Limits(0, 1), Style(), width=300)
    long = captioned_bar(map_, Limits(0, 1), Style(), width=300)
    assert long.shape[0] > short.shape[0]
    assert long.shape[1] == 300
