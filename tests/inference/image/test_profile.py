"""Photos whose colours are not those of sRGB."""

import io
import json

import numpy as np
import pytest
from PIL import Image, ImageCms

from inference.cli import run
from inference.image import open_image
from tests.models import one_pixel
from tests.profiles import PRIMARIES, icc


def save(path, embedded, color=(200, 40, 60), mode="RGB"):
    Image.new(mode, (30, 20), color).save(path, icc_profile=embedded)
    return path


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("name", PRIMARIES)
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_a_profile_is_told_and_ignored_unless_asked_for(tmp_path, name, suffix):
    path = save(tmp_path / f"photo{suffix}", icc(name))
    plain = save(tmp_path / f"plain{suffix}", None)
    image = open_image(path)
    assert (image.profile, image.is_converted) == (name, False)
    assert "is read as sRGB" in image.profile_note
    np.testing.assert_array_equal(image.pixels, open_image(plain).pixels)
    converted = open_image(path, is_srgb=True)
    assert converted.is_converted
    assert "converted to sRGB" in converted.profile_note
    red, green, _ = converted.pixels[0, 0].astype(int)
    assert red > 205  # both spaces reach further: their red is a stronger one here
    assert green < 40


@pytest.mark.parametrize(
    "embedded", [None, srgb(), b"", b"no profile", icc("Display P3")[:200]]
)
def test_srgb_and_what_is_no_profile_say_nothing(tmp_path, embedded):
    image = open_image(save(tmp_path / "photo.png", embedded), is_srgb=True)
    assert (image.profile, image.profile_note, image.is_converted) == ("", "", False)


@pytest.mark.parametrize(
    ("mode", "color"),
    [("RGBA", (200, 40, 60, 255)), ("P", 3), ("L", 9), ("LA", (9, 255)), ("CMYK", 7)],
)
def test_photos_of_all_kinds_are_opened_with_a_profile(tmp_path, mode, color):
    suffix = "tif" if mode == "CMYK" else "png"
    path = save(tmp_path / f"photo.{suffix}", icc("Display P3"), color, mode)
    for is_srgb in (False, True):
        image = open_image(path, is_srgb=is_srgb)
        assert image.pixels.shape == (20, 30, 3)
        assert bool(image.profile) == (mode in ("RGBA", "P"))


def test_white_stays_white_and_turned_photos_are_converted(tmp_path):
    exif = Image.Exif()
    exif[274] = 6
    picture = Image.new("RGB", (30, 20), (255, 255, 255))
    picture.save(tmp_path / "a.jpg", exif=exif, icc_profile=icc("Adobe RGB (1998)"))
    image = open_image(tmp_path / "a.jpg", is_srgb=True)
    assert image.pixels.shape == (30, 20, 3)
    assert image.pixels.min() >= 254


def test_the_command_line_says_so_and_converts_where_asked(tmp_path, capsys):
    model = str(one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8)))
    photo = str(save(tmp_path / "photo.png", icc("Display P3")))
    reds = []
    for options in ([], ["--srgb"]):
        assert run(["predict", model, photo, "--json", *options]) == 0
        printed = capsys.readouterr()
        (line,) = printed.err.splitlines()
        assert "photo.png" in line
        assert "Display P3" in line
        record = json.loads(printed.out)
        assert record["color_profile"] == "Display P3"
        reds.append({row["index"]: row["logit"] for row in record["top"]}[0])
    assert reds[1] > reds[0]
    out = tmp_path / "out"
    words = ["occlude", model, photo, "--stride", "8", "--srgb", "--out", str(out)]
    assert run(words) == 0
    record = json.loads((out / "occlusion.json").read_text("utf-8"))
    assert record["image"]["color_profile"] == "Display P3"
    assert record["image"]["converted_to_srgb"] is True
    capsys.readouterr()
    assert run(["replay", str(out)]) == 0
    record["image"]["converted_to_srgb"] = False
    (out / "occlusion.json").write_text(json.dumps(record))
    assert run(["replay", str(out)]) == 1


def test_the_profile_is_the_one_that_littlecms_reads():
    for name in PRIMARIES:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc(name)))
        assert ImageCms.getProfileDescription(profile).strip() == name
