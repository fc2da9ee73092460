"""What the command line feeds a model where a photo is transparent."""

import json

import numpy as np
import pytest
from PIL import Image

from inference.cli import run
from tests.models import linear

RED, ALPHA = 200, 51


def means(tmp_path, channels):
    """A model whose scores are the means of its channels, and a pale red photo."""
    weights = np.zeros((channels, 4, 4, channels))
    for channel in range(channels):
        weights[channel, :, :, channel] = 1 / 16
    model = linear(tmp_path / "model.onnx", weights)
    pixels = np.tile(np.array([RED, 0, 0, ALPHA], np.uint8), (8, 8, 1))
    photo = tmp_path / "photo.png"
    Image.fromarray(pixels).save(photo)
    return str(model), str(photo)


def scores(capsys, *words):
    """The means in the order of the channels."""
    assert run(["predict", *words, "--preprocess", "raw255", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    by_class = {each["index"]: each["logit"] for each in record["top"]}
    return [round(by_class[n]) for n in sorted(by_class)], record


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ([], [244, 204, 204]),
        (["--alpha", "white"], [244, 204, 204]),
        (["--alpha", "black"], [40, 0, 0]),
        (["--alpha", "ignored"], [RED, 0, 0]),
    ],
)
def test_what_lies_under_transparent_places_is_chosen(tmp_path, capsys, stated, wanted):
    found, record = scores(capsys, *means(tmp_path, 3), *stated)
    assert found == wanted
    assert record["preprocessing"]["alpha"] == (stated or ["white"])[-1]


def test_a_sidecar_says_what_lies_under_transparent_places(tmp_path, capsys):
    model, photo = means(tmp_path, 3)
    (tmp_path / "model.netgaze.json").write_text('{"alpha": "black"}')
    assert scores(capsys, model, photo)[0] == [40, 0, 0]
    assert scores(capsys, model, photo, "--alpha", "white")[0] == [244, 204, 204]


def test_four_channels_are_fed_the_transparency_of_a_photo(tmp_path, capsys):
    model, photo = means(tmp_path, 4)
    assert scores(capsys, model, photo)[0] == [244, 204, 204, 255]
    assert scores(capsys, model, photo, "--alpha", "kept")[0] == [RED, 0, 0, ALPHA]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ('{"alpha": "green"}', "cannot become 'green'; there are white, black"),
        ('{"alpha": 3}', 'The entry "alpha" in the sidecar'),
        ('{"alpha": "kept"}', "the model takes 3 channels, not four"),
    ],
)
def test_a_choice_that_cannot_be_is_named(tmp_path, capsys, note, said):
    model, photo = means(tmp_path, 3)
    (tmp_path / "model.netgaze.json").write_text(note)
    assert run(["predict", model, photo]) == 1
    assert said in capsys.readouterr().err
