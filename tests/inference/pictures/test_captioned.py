import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageDraw

from inference.classifier import Quantity
from inference.errors import Sentence
from inference.geometry import Box
from inference.pictures.captioned import captioned_bar, side_by_side
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.style import Style, overlaid


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


@pytest.mark.parametrize("shape", [(1, 3000), (3000, 1), (2, 900)])
def test_a_strip_of_a_photo_is_not_enlarged_beyond_all_measure(shape):
    photo = np.full((*shape, 3), 128, np.uint8)
    map_ = heatmap(np.float32([[0, 1], [0.5, 0.2]]), *shape)
    tracemalloc.start()
    picture = side_by_side(photo, map_, Style())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert max(picture.shape) <= 2 * 3000 + 500
    assert most < 50e6


def test_the_bar_goes_from_the_low_colour_to_the_high_one():
    map_ = heatmap(np.float32([[0, 1]]))
    strip = captioned_bar(map_, Limits(0, 1), Style("grey"), width=400)
    rows = [row[row.argmin() :] for row in strip[..., 0].astype(int)]  # from black on
    bars = [row for row in rows if (np.diff(row) >= 0).all()]
    ramps = [row for row in bars if row[0] == 0 and row[-1] == 255 and len(row) > 300]
    assert ramps, "there is no row that rises from black to white"


@pytest.fixture
def written(monkeypatch):
    """The lines that are written into pictures."""
    lines = []
    draw = ImageDraw.ImageDraw.text
    monkeypatch.setattr(
        ImageDraw.ImageDraw,
        "text",
        lambda d, at, words, *rest: lines.append(words) or draw(d, at, words, *rest),
    )
    return lines


@pytest.mark.parametrize("color_map", ["blue-red", "viridis", "jet"])
def test_words_of_colours_stand_under_these_colours_alone(written, color_map):
    values = np.float32([[-1, 1]])
    map_ = replace(heatmap(values), in_blue_red="red: for it, blue: against it")
    captioned_bar(map_, Limits(-1, 1), Style(color_map), width=600)
    assert any("red: for" in words for words in written) == (color_map == "blue-red")
    written.clear()
    captioned_bar(map_, Limits(-1, 3), Style("blue-red"), width=600)
    assert not any("red: for" in words for words in written)  # zero is blue there


def test_a_caption_is_translated_as_far_as_the_font_has_letters(written):
    words = {
        "Drop in {score}": "Abfall für {score}",
        "preview: places between are interpolated": "Vorschau",
        "positive: it": "положительно",
    }
    map_ = replace(
        heatmap(np.float32([[0, 1]])),
        title=Sentence("Drop in {score}", score="horn"),
        meaning=Sentence("positive: it"),
        is_exact=False,
    )
    style = Style(translate=lambda template, _: words.get(template, template))
    captioned_bar(map_, Limits(0, 1), style, width=600)
    assert "Abfall fur horn · positive: it · Vorschau" in written


def test_a_caption_without_letters_for_its_words_has_no_marks_of_theirs(written):
    words = {
        "Drop in {score}": "{score}的降幅",
        "{name} of {label}": "{name}（{label}）",
    }
    score = Sentence("{name} of {label}", name=Sentence("logit"), label="horn")
    title = Sentence("Drop in {score}", score=score)
    map_ = replace(heatmap(np.float32([[0, 1]])), title=title)
    style = Style(translate=lambda template, _: words.get(template, template))
    captioned_bar(map_, Limits(0, 1), style, width=600)
    assert any(line.startswith("Drop in logit of horn") for line in written)


def test_a_long_name_is_wrapped_and_stays_inside():
    box = Box(0, 0, 60, 100)
    title = "Drop in probability of " + "very long name " * 12
    map_ = Heatmap(np.float32([[0, 1]]), box, box, title, "", Quantity.LOGIT, 0)
    short = captioned_bar(heatmap(map_.values), Limits(0, 1), Style(), width=300)
    long = captioned_bar(map_, Limits(0, 1), Style(), width=300)
    assert long.shape[0] > short.shape[0]
    assert long.shape[1] == 300
