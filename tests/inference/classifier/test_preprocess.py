import math

import numpy as np
import pytest
from PIL import Image

from inference.classifier import PRESETS, Normalisation, Preprocessing
from inference.errors import SpecError
from inference.geometry import Affine, Box, Pixel, Size

PHOTOS = [
    (224, 224), (375, 500), (500, 375), (231, 225), (333, 501), (100, 60), (7, 300),
    (3000, 1), (1, 3000), (1, 1), (20, 21), (257, 1023),
]  # fmt: skip
INPUTS = [Size(224, 224), Size(32, 32), Size(299, 299), Size(96, 160), Size(1, 1)]


def preprocessing(size, resize="crop", preset="unit"):
    return Preprocessing(size, PRESETS[preset], resize)


def ramps(height, width):
    """A photo whose red says the row and whose green says the column, 0 to 240."""
    rows, cols = np.mgrid[0:height, 0:width]
    red, green = rows * 240 / max(height - 1, 1), cols * 240 / max(width - 1, 1)
    return np.rint(np.stack([red, green, 0 * red], -1)).astype(np.uint8)


def noise(height, width):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


def torchvision_crop(pixels, side):
    """Resize(side * 256 / 224) and CenterCrop(side), after torchvision's source.

    torchvision/transforms/functional.py: _compute_resized_output_size, center_crop;
    the PIL branch, whose resize is Image.resize with BILINEAR.
    """
    image = Image.fromarray(pixels)
    w, h = image.size
    size = math.floor(side * 256 / 224)
    short, long = (w, h) if w <= h else (h, w)
    new_short, new_long = size, int(size * long / short)
    new_w, new_h = (new_short, new_long) if w <= h else (new_long, new_short)
    image = image.resize((new_w, new_h), Image.Resampling.BILINEAR)
    crop_top = int(round((new_h - side) / 2.0))  # noqa: RUF046
    crop_left = int(round((new_w - side) / 2.0))  # noqa: RUF046
    return np.asarray(
        image.crop((crop_left, crop_top, crop_left + side, crop_top + side))
    )


@pytest.mark.parametrize("side", [32, 96, 160, 224, 225, 299])
@pytest.mark.parametrize("shape", [p for p in PHOTOS if max(p) < 2000])
def test_crop_is_torchvisions_to_the_last_bit(shape, side):
    pixels = noise(*shape)
    ours = preprocessing(Size(side, side)).pixels(pixels)
    theirs = torchvision_crop(pixels, side)
    if max(shape) > 16 * min(shape):  # such photos are cut first, resized second
        assert np.abs(ours.astype(int) - theirs).max() <= 2
    else:
        assert (ours == theirs).all()


@pytest.mark.parametrize("resize", ["crop", "squash", "letterbox"])
@pytest.mark.parametrize("size", INPUTS)
@pytest.mark.parametrize("shape", PHOTOS)
def test_every_photo_gives_an_input_and_a_seen_part_inside_it(shape, size, resize):
    how = preprocessing(size, resize)
    pixels = how.pixels(noise(*shape))
    seen = how.seen_box(Size(*shape))
    assert (pixels.shape, pixels.dtype) == ((*size, 3), np.uint8)
    assert not seen.is_empty
    assert min(seen.top, seen.left) >= 0
    assert seen.bottom <= shape[0] + 1e-9
    assert seen.right <= shape[1] + 1e-9


@pytest.mark.parametrize("resize", ["crop", "squash", "letterbox"])
@pytest.mark.parametrize("size", [Size(224, 224), Size(96, 160), Size(160, 64)])
@pytest.mark.parametrize("shape", [(375, 500), (600, 200), (90, 400), (60, 70)])
def test_the_input_box_says_where_each_input_pixel_comes_from(shape, size, resize):
    photo = Size(*shape)
    how = preprocessing(size, resize)
    pixels = how.pixels(ramps(*shape)).astype(float)
    box, seen = how.input_box(photo), how.seen_box(photo)
    to_photo = Affine(Box(0, 0, *size), box)
    inner = Box(seen.top + 2, seen.left + 2, seen.height - 4, seen.width - 4)
    checked = 0
    for row in range(0, size.height, 7):
        for col in range(0, size.width, 7):
            place = to_photo.pixel(Pixel(row + 0.5, col + 0.5))
            if not inner.contains(place):
                continue
            checked += 1
            red, green = pixels[row, col, :2]
            tall, wide = shape[0] - 1, shape[1] - 1
            assert red * tall / 240 == pytest.approx(
                place.row - 0.5, abs=1 + tall / 240
            )
            assert green * wide / 240 == pytest.approx(
                place.col - 0.5, abs=1 + wide / 240
            )
    assert checked >= 20


@pytest.mark.parametrize("shape", [(375, 500), (600, 200), (224, 224)])
def test_squash_sees_everything_and_crop_sees_seven_eighths_of_the_short_side(shape):
    photo = Size(*shape)
    squash = preprocessing(Size(224, 224), "squash")
    crop = preprocessing(Size(224, 224), "crop")
    assert squash.seen_box(photo) == squash.input_box(photo) == Box(0, 0, *shape)
    seen = crop.seen_box(photo)
    assert min(seen.height, seen.width) == pytest.approx(min(shape) * 7 / 8, rel=0.01)
    assert seen.height == pytest.approx(seen.width, rel=0.01)


def test_letterbox_keeps_the_aspect_ratio_between_grey_bars():
    how = preprocessing(Size(100, 100), "letterbox")
    pixels = how.pixels(np.full((40, 80, 3), 7, np.uint8))
    assert (pixels[:25] == 128).all()
    assert (pixels[25:75] == 7).all()
    assert (pixels[75:] == 128).all()
    assert how.input_box(Size(40, 80)) == Box(-20, 0, 80, 80)
    assert how.seen_box(Size(40, 80)) == Box(0, 0, 40, 80)


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("torchvision", [(1 - 0.485) / 0.229, (0.2 - 0.456) / 0.224, -0.406 / 0.225]),
        ("tensorflow", [1, -0.6, -1]),
        ("unit", [1, 0.2, 0]),
        ("raw255", [255, 51, 0]),
        ("caffe", [-104, 51 - 117, 255 - 123]),
    ],
)
def test_presets_are_what_they_are_known_for(preset, expected):
    values = preprocessing(Size(1, 1), preset=preset).normalised(
        np.array([[[255, 51, 0]]], np.uint8)
    )
    assert values.dtype == np.float32
    assert values[0, 0] == pytest.approx(expected, abs=1e-5)


def test_an_own_normalisation_is_scale_then_mean_then_std():
    own = Normalisation("BGR", 0.5, (1, 2, 3), (10,))
    values = Preprocessing(Size(1, 1), own).normalised(np.float32([[[20, 40, 60]]]))
    assert values[0, 0] == pytest.approx([2.9, 1.8, 0.7])


def test_grey_is_weighted_as_in_itu_601():
    grey = Preprocessing(Size(1, 1), Normalisation("gray", 1, (0,), (1,)), "squash")
    pixels = grey.pixels(np.array([[[200, 100, 50]]], np.uint8))
    assert pixels.shape == (1, 1, 1)
    assert pixels.item() == round(0.299 * 200 + 0.587 * 100 + 0.114 * 50)


def test_a_preset_for_colours_becomes_one_for_grey():
    grey = PRESETS["torchvision"].for_gray
    assert grey.channels == "gray"
    assert grey.mean == pytest.approx(((0.485 + 0.456 + 0.406) / 3,))
    assert grey.for_gray is grey


@pytest.mark.parametrize(
    "wrong",
    [
        {"mean": (1, 2)},
        {"std": (0,)},
        {"std": (1, 0, 1)},
        {"scale": 0},
        {"scale": float("nan")},
        {"mean": (float("inf"),)},
        {"channels": "gray", "mean": (1, 2, 3)},
    ],
)
def test_a_normalisation_that_cannot_work_is_refused(wrong):
    with pytest.raises(SpecError, match="Preprocessing"):
        Normalisation(
            **{"channels": "RGB", "scale": 1, "mean": (0,), "std": (1,)} | wrong
        )
