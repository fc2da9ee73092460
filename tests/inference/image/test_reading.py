import os
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from inference.errors import ImageError
from inference.geometry import Size
from inference.image import IMAGE_SUFFIXES, LoadedImage, open_image, thumbnail

ROOT = Path(__file__).resolve().parents[3]
EVERY_SUPPORTED = ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "AVIF", "ICO", "PPM"]


@pytest.fixture
def photo():
    """A photo-like picture, (30, 40, 3), whose four corners all differ."""
    rows, cols = np.mgrid[0:30, 0:40]
    channels = (rows * 8, cols * 6, 255 - rows * 4 - cols * 3)
    return np.stack(channels, axis=-1).astype(np.uint8)


@pytest.fixture
def saved(tmp_path):
    def save(pixels, name, **options):
        image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
        image.save(tmp_path / name, **options)
        return tmp_path / name

    return save


def difference(one, other):
    assert one.shape == other.shape
    return np.abs(one.astype(float) - other.astype(float)).mean()


# -- The record --------------------------------------------------------------------


def test_a_loaded_image_is_a_read_only_record(saved, photo):
    image = open_image(str(saved(photo, "a photo.png")))
    assert (image.name, image.size, image.note) == ("a photo.png", Size(30, 40), "")
    assert image.pixels.dtype == np.uint8
    with pytest.raises(ValueError, match="read-only"):
        image.pixels[0, 0] = 0
    with pytest.raises(AttributeError):
        image.note = "other"
    assert len({image, open_image(image.path)}) == 2


def test_making_a_record_leaves_the_callers_array_alone(photo):
    image = LoadedImage(Path("x.png"), photo)
    assert photo.flags.writeable
    assert not image.pixels.flags.writeable


# -- Formats and modes -------------------------------------------------------------


@pytest.mark.parametrize("pillow_format", EVERY_SUPPORTED)
def test_every_format_opens_whatever_its_suffix(saved, photo, pillow_format):
    path = saved(photo, "photo.dat", format=pillow_format)
    expected = photo
    if pillow_format == "ICO":  # icons are stored at set sizes
        with Image.open(path) as icon:
            expected = np.asarray(icon.convert("RGB"))
    assert difference(open_image(path).pixels, expected) < 8
    assert thumbnail(path, 16).shape in {(12, 16, 3), (16, 16, 3)}


def test_an_ordinary_jpeg_is_exactly_what_pillow_decodes(saved, photo):
    big = np.tile(photo, (40, 50, 1))  # several strips
    path = saved(big, "big.jpg", quality=90)
    with Image.open(path) as image:
        assert (open_image(path).pixels == np.asarray(image.convert("RGB"))).all()


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "RGB", "YCbCr", "LAB"])
def test_every_mode_of_a_tiff_opens(saved, mode):
    grey = np.linspace(0, 255, 64, dtype=np.uint8).reshape(8, 8)
    image = Image.fromarray(grey)
    if mode == "LAB":
        lab = np.stack([grey, 0 * grey, 0 * grey], axis=-1)  # a and b are signed
        image = Image.frombytes("LAB", (8, 8), lab.tobytes())
        tolerance = 30  # lightness is not linear
    else:
        tolerance = 128 if mode == "1" else 3
        rgb = image.convert("RGB")
        image = rgb.quantize(256) if mode == "P" else rgb.convert(mode)
    found = open_image(saved(image, "grey.tif")).pixels
    assert difference(found, np.stack([grey] * 3, axis=-1)) < tolerance
    assert np.ptp(found.astype(int), axis=2).max() <= 3  # neutral


@pytest.mark.parametrize("name", ["ramp.png", "ramp.tif", "ramp.pgm"])
def test_sixteen_bits_are_scaled_not_clipped(saved, name):
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(1, 256)
    image = open_image(saved(ramp, name))
    for channel in range(3):
        assert (image.pixels[0, :, channel] == np.arange(256)).all()
    assert image.note == ""


def test_sixteen_bits_of_colour_are_scaled(tmp_path):
    """A hand-made TIFF: Pillow reads 16-bit colour but cannot write it."""
    ramp = np.linspace(0, 65535, 64).astype("<u2")
    values = np.stack([ramp, ramp[::-1], ramp], axis=-1)
    entries = [(256, 4, 64), (257, 4, 1), (259, 3, 1), (262, 3, 2), (277, 3, 3)]
    entries += [(273, 4, 200), (278, 4, 1), (279, 4, values.nbytes)]
    entries.append((258, 3, 180))  # bits per sample: three shorts, elsewhere
    entries.sort()
    head = b"II*\0" + (8).to_bytes(4, "little") + len(entries).to_bytes(2, "little")
    for tag, kind, value in entries:
        count = 3 if tag == 258 else 1
        numbers = [(tag, 2), (kind, 2), (count, 4), (value, 4)]
        head += b"".join(number.to_bytes(size, "little") for number, size in numbers)
    path = tmp_path / "colour16.tif"
    bits = np.array([16, 16, 16], "<u2").tobytes()
    path.write_bytes(head.ljust(180, b"\0") + bits.ljust(20, b"\0") + values.tobytes())
    pixels = open_image(path).pixels
    assert np.abs(pixels[0].astype(float) - values / 257).max() <= 1


def test_twelve_bits_in_sixteen_are_not_black(saved):
    ramp = np.linspace(0, 4095, 256).astype(np.uint16).reshape(1, 256)
    image = open_image(saved(ramp, "ramp.tif"))
    assert image.pixels[0, 0, 0] == 0
    assert image.pixels[0, -1, 0] == 255
    assert "0 to 4095" in image.note


def test_floats_with_holes_and_negative_values_open(saved):
    values = np.linspace(-3, 5, 100, dtype=np.float32).reshape(10, 10)
    values[0, 0], values[0, 1], values[0, 2] = np.nan, np.inf, -np.inf
    image = open_image(saved(values, "float.tif"))
    assert image.pixels[0, :3, 0].tolist() == [0, 255, 0]
    assert image.pixels[-1, -1, 0] == 255
    assert image.note


@pytest.mark.parametrize(
    ("dtype", "value"),
    [
        *((np.uint16, value) for value in (0, 7, 300, 65535)),
        *((np.int32, value) for value in (-(2**31), -1, 0, 2**31 - 1)),
        *((np.float32, value) for value in (-1e30, 0, 1, 77, 1e30, np.inf, np.nan)),
    ],
)
def test_a_flat_deep_grey_picture_opens(saved, dtype, value):
    flat = np.full((4, 4), value).astype(dtype)
    assert len(np.unique(open_image(saved(flat, "flat.tif")).pixels)) == 1


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1)])
def test_extreme_shapes_open(saved, shape):
    path = saved(np.full((*shape, 3), 77, np.uint8), "strip.png")
    assert open_image(path).size == shape
    small = thumbnail(path, 64)
    assert max(small.shape[:2]) == 64
    assert min(small.shape[:2]) >= 1


# -- Transparency ------------------------------------------------------------------


def test_alpha_is_laid_over_the_stated_background(saved):
    rgba = np.zeros((1, 3, 4), np.uint8)
    rgba[0, :, 0] = 200
    rgba[0, :, 3] = (0, 51, 255)
    path = saved(rgba, "alpha.png")
    assert open_image(path).pixels[0].tolist() == [
        [255, 255, 255],
        [244, 204, 204],
        [200, 0, 0],
    ]
    over_blue = open_image(path, background=(0, 0, 100)).pixels[0].tolist()
    assert over_blue == [[0, 0, 100], [40, 0, 80], [200, 0, 0]]


@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ("white", [[255, 255, 255], [244, 204, 204], [200, 0, 0]]),
        ("black", [[0, 0, 0], [40, 0, 0], [200, 0, 0]]),
        ("ignored", [[200, 0, 0]] * 3),
        ("kept", [[200, 0, 0, 0], [200, 0, 0, 51], [200, 0, 0, 255]]),
    ],
)
def test_transparent_places_are_what_is_asked_for(saved, how, wanted):
    rgba = np.zeros((1, 3, 4), np.uint8)
    rgba[0, :, 0] = 200
    rgba[0, :, 3] = (0, 51, 255)
    image = open_image(saved(rgba, "alpha.png"))
    assert image.with_alpha(how)[0].tolist() == wanted
    rgba[..., 3] = 255
    opaque = open_image(saved(rgba, "opaque.png"))
    assert opaque.with_alpha(how)[0].tolist() == [[200, 0, 0]] * 3


def test_grey_with_alpha_is_laid_over_the_background(saved):
    image = Image.frombytes("LA", (2, 1), bytes([0, 0, 100, 255]))
    pixels = open_image(saved(image, "la.png"), background=(9, 8, 7)).pixels
    assert pixels[0].tolist() == [[9, 8, 7], [100, 100, 100]]


@pytest.mark.parametrize("name", ["palette.png", "palette.gif"])
def test_a_transparent_palette_entry_shows_the_background(saved, name):
    image = Image.new("P", (2, 1))
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 0), 1)
    path = saved(image, name, transparency=0)
    pixels = open_image(path, background=(1, 2, 3)).pixels
    assert pixels[0].tolist() == [[1, 2, 3], [0, 255, 0]]


def test_a_transparent_sixteen_bit_grey_shows_the_background(saved):
    grey = np.array([[4660, 65535]], np.uint16)
    path = saved(grey, "grey.png", transparency=4660)
    pixels = open_image(path, background=(1, 2, 3)).pixels
    assert pixels[0].tolist() == [[1, 2, 3], [255, 255, 255]]


# -- Upright -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["photo.png", "photo.webp", "photo.tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_all_orientations_stand_upright(saved, photo, orientation, name):
    exif = Image.Exif()
    exif[274] = orientation
    path = saved(photo, name, exif=exif, lossless=True)
    with Image.open(path) as image:
        expected = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    pixels = open_image(path).pixels
    assert (pixels == expected).all()
    assert pixels.flags.c_contiguous
    is_turned = orientation >= 5
    assert pixels.shape == ((40, 30, 3) if is_turned else (30, 40, 3))
    assert thumbnail(path, 20).shape == ((20, 15, 3) if is_turned else (15, 20, 3))


@pytest.mark.parametrize("exif", [b"Exif\0\0garbage", b"Exif\0\0II*\0\xff\xff\xff\xff"])
def test_broken_exif_does_not_prevent_opening(saved, photo, exif):
    assert open_image(saved(photo, "photo.jpg", exif=exif)).size == (30, 40)


@pytest.mark.parametrize("value", [0, 9, 4711])
def test_an_illegal_orientation_is_ignored(saved, photo, value):
    exif = Image.Exif()
    exif[274] = value
    assert (open_image(saved(photo, "x.png", exif=exif)).pixels == photo).all()


# -- Frames ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("x.gif", "The first of 3 frames is shown."),
        ("x.webp", "The first of 3 frames is shown."),
        ("x.tif", "The first of 3 pages is shown."),
    ],
)
def test_the_first_frame_is_shown_and_said(saved, name, note):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    path = saved(frames[0], name, save_all=True, append_images=frames[1:])
    image = open_image(path)
    assert image.note == note
    assert difference(image.pixels, np.full((8, 8, 3), (255, 0, 0))) < 3


# -- Thumbnails --------------------------------------------------------------------


def test_a_thumbnail_looks_like_its_photo(saved, photo):
    big = np.asarray(Image.fromarray(photo).resize((1600, 1200)))
    path = saved(big, "big.jpg", quality=95)
    expected = np.asarray(Image.fromarray(big).resize((80, 60), Image.Resampling.BOX))
    assert difference(thumbnail(path, 80), expected) < 4


# -- What is no photo --------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"hello\n", "text"),
        (b"\x07\x06\x05\x00" * 100, "no known kind"),
        (b"8BPS\0\1" + bytes(100), "Photoshop"),
        (b"DDS " + bytes(200), "DDS"),
        (b"\x01\xda" + bytes(600), "SGI"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "HEIC"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG data"),
    ],
)
def test_what_is_no_photo_is_told_what_it_is(tmp_path, content, says):
    path = tmp_path / "file.jpg"
    path.write_bytes(content)
    for opening in (open_image, lambda path: thumbnail(path, 32)):
        with pytest.raises(
            ImageError, match=r'^Cannot open "file\.jpg".*\.$'
        ) as caught:
            opening(path)
        assert says in str(caught.value)


@pytest.mark.parametrize("pillow_format", EVERY_SUPPORTED)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_file_that_breaks_off_is_refused(saved, pillow_format, share):
    noise = np.random.default_rng(0).integers(0, 256, (90, 90, 3), np.uint8)
    path = saved(noise, "photo.x", format=pillow_format)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ImageError, match="Cannot open"):
        open_image(path)


def test_a_bomb_is_refused_by_its_header(tmp_path):
    path = tmp_path / "bomb.pgm"
    path.write_bytes(b"P5 20000 20000 255\n")
    with pytest.raises(ImageError, match="400 million pixels, more than the 178"):
        open_image(path)
    path.write_bytes(b"P5 13000 13000 255\n")  # large, yet below the limit
    with pytest.raises(ImageError, match="break off"):
        open_image(path)


def test_the_limit_holds_where_pillow_has_none(tmp_path, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    (tmp_path / "bomb.pgm").write_bytes(b"P5 20000 20000 255\n")
    with pytest.raises(ImageError, match="20000 × 20000 pixels"):
        open_image(tmp_path / "bomb.pgm")


def test_folders_missing_files_and_devices_are_told(tmp_path):
    with pytest.raises(ImageError, match="folder"):
        open_image(tmp_path)
    with pytest.raises(ImageError, match="no such file"):
        open_image(tmp_path / "missing.jpg")
    with pytest.raises(ImageError, match="null"):
        open_image("a\0b.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(ImageError, match="pipe"):
        open_image(tmp_path / "pipe.jpg")


def test_an_unreadable_file_is_told(saved, photo, monkeypatch):
    path = saved(photo, "secret.png")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root
    with pytest.raises(ImageError, match="not permitted"):
        open_image(path)


def test_the_process_stays_as_it_was(tmp_path):
    filters, limit = list(warnings.filters), Image.MAX_IMAGE_PIXELS
    (tmp_path / "bad.tif").write_bytes(b"II*\0\x08\0\0\0\xff\xff" + bytes(50))
    with pytest.raises(ImageError):
        open_image(tmp_path / "bad.tif")
    assert (list(warnings.filters), limit) == (filters, Image.MAX_IMAGE_PIXELS)


@pytest.mark.parametrize("pillow_format", EVERY_SUPPORTED)
def test_random_damage_ends_in_a_sentence_or_a_picture(saved, photo, pillow_format):
    path = saved(photo, "photo.x", format=pillow_format)
    content = np.frombuffer(path.read_bytes(), np.uint8)
    random = np.random.default_rng(7)
    for _ in range(60):
        damaged = content.copy()
        places = random.integers(0, min(len(damaged), 400), random.integers(1, 6))
        damaged[places] = random.integers(0, 256, len(places))
        path.write_bytes(damaged.tobytes())
        try:
            assert open_image(path).pixels.ndim == 3
        except ImageError as error:
            assert str(error).startswith("Cannot open")  # noqa: PT017


# -- The shared files --------------------------------------------------------------


@pytest.fixture
def chelsea(shared):
    with Image.open(shared / "data/photos/chelsea.png") as image:
        return np.asarray(image.convert("RGB"))


def test_every_odd_photo_opens(shared):
    paths = sorted((shared / "data/images_odd").iterdir())
    assert len(paths) > 40
    for path in paths:
        image = open_image(path)
        assert image.pixels.ndim == 3
        assert image.size == (1, 1) or np.ptp(image.pixels) > 60, path.name
        assert max(thumbnail(path, 50).shape[:2]) == 50


@pytest.mark.parametrize(
    ("name", "tolerance"),
    [
        ("cmyk.jpg", 3),
        ("exif3.jpg", 3),
        ("exif6.jpg", 3),
        ("jpeg_named.png", 3),
        ("palette.png", 3),
        ("progressive.jpg", 3),
        ("ünï 中文 'q' #100%&.jpg", 3),
    ],
)
def test_the_colour_forms_of_the_cat_look_alike(shared, chelsea, name, tolerance):
    image = open_image(shared / "data/images_odd" / f"made_chelsea_{name}")
    assert difference(image.pixels, chelsea) < tolerance
    small = np.asarray(Image.fromarray(chelsea).resize((90, 60)))
    assert difference(thumbnail(image.path, 90), small) < 2 * tolerance


def test_the_grey_forms_of_the_cat_look_alike(shared, chelsea):
    odd = shared / "data/images_odd"
    grey = np.asarray(Image.fromarray(chelsea).convert("L").convert("RGB"))
    assert difference(open_image(odd / "made_chelsea_gray.png").pixels, grey) < 1
    assert difference(open_image(odd / "made_chelsea_gray16.png").pixels, grey) < 1


@pytest.mark.parametrize("name", ["la.png", "rgba.webp"])
def test_the_cat_fades_into_the_background(shared, name):
    path = shared / "data/images_odd" / f"made_chelsea_{name}"
    on_white = open_image(path).pixels
    on_black = open_image(path, background=(0, 0, 0)).pixels
    assert on_white[0].mean() > 250
    assert on_black[0].mean() < 5
    assert difference(on_white[-1:], on_black[-1:]) < 5  # opaque at its foot


@pytest.mark.parametrize("name", [".Lab.tif", ".gif", ".webp", "_bigtiff.tif"])
def test_the_portraits_look_alike(shared, name):
    odd = shared / "data/images_odd"
    expected = open_image(odd / "pillow_hopper.jpg").pixels
    assert difference(open_image(odd / f"pillow_hopper{name}").pixels, expected) < 9


def test_the_turned_landscape_equals_the_upright_one(shared):
    odd = shared / "data/images_odd"
    upright = thumbnail(odd / "exif_Landscape_1.jpg", 90)
    turned = thumbnail(odd / "exif_Landscape_6.jpg", 90)
    assert difference(upright, turned) < 3


def test_every_ordinary_photo_is_exactly_what_pillow_decodes(shared):
    for path in sorted((shared / "data/photos").iterdir()):
        if path.suffix in IMAGE_SUFFIXES:
            with Image.open(path) as image:
                if image.mode == "RGB":
                    expected = np.asarray(ImageOps.exif_transpose(image))
                    assert (open_image(path).pixels == expected).all(), path.name


BAD_FOLDER = """
import resource, sys, warnings
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
warnings.simplefilter("error")
from inference.errors import ImageError
from inference.image import open_image, thumbnail
for path in sorted(Path(sys.argv[1]).iterdir()):
    for opening in (open_image, lambda path: thumbnail(path, 64)):
        try:
            opening(path)
        except ImageError as error:
            assert str(error).endswith("."), error
    print("survived", path.name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_no_bad_file_crashes_hangs_or_fills_the_memory(shared):
    folder = shared / "data/bad/images"
    ended = subprocess.run(
        [sys.executable, "-c", BAD_FOLDER, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert ended.stdout.count("survived") == len(list(folder.iterdir()))
    assert "Traceback" not in ended.stderr


def test_bad_files_that_end_early_are_not_shown_half(shared):
    for name in ("made_half.jpg", "pillow_truncated_jpeg.jpg", "made_empty.jpg"):
        with pytest.raises(ImageError, match=r"early|empty"):
            open_image(shared / "data/bad/images" / name)
