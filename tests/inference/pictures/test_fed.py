import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.image import LoadedImage
from inference.pictures.fed import fed_picture
from tests.models import linear


@pytest.fixture
def photo(tmp_path):
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:4] = (255, 0, 51)
    return LoadedImage(tmp_path / "photo.png", pixels)


@pytest.mark.parametrize(
    ("preset", "channels", "ranges"),
    [
        ("unit", "RGB", [(0, 1), (0, 0), (0, 0.2)]),
        ("caffe", "BGR", [(-104, -53), (-117, -117), (-123, 132)]),
    ],
)
def test_each_channel_has_its_colour_and_all_share_a_scale(
    tmp_path, photo, preset, channels, ranges
):
    path = linear(tmp_path / "model.onnx", np.zeros((3, 8, 8, 3)))
    wishes = Wishes(preprocess=preset, resize="squash")
    classifier = open_classifier(path, wishes, "cpu")
    fed = fed_picture(classifier, classifier.prepare(photo))
    assert "".join(fed.channels) == channels
    for found, wanted in zip(fed.ranges, ranges, strict=True):
        assert found == pytest.approx(wanted)
    low = min(least for least, _ in ranges)
    high = max(most for _, most in ranges)
    for place, name in enumerate("RGB"):
        least, most = ranges[channels.index(name)]
        shown = fed.pixels[..., place]
        assert shown[0, 0] == round(255 * (most - low) / (high - low))
        assert shown[-1, 0] == round(255 * (least - low) / (high - low))
