"""Small copies of photos on disk: read again, made anew, and kept within a budget."""

import os

import numpy as np
import pytest
from PIL import Image

from inference.errors import ImageError
from inference.image import KeptThumbnails, thumbnail


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    ramp = np.linspace(0, 255, 400, dtype=np.uint8)
    Image.fromarray(np.tile(ramp, (300, 1))).save(path)
    return path


def copies(folder):
    return sorted(folder.glob("*/*.jpg"))


def test_a_copy_is_like_the_photo_and_is_read_again(photo, tmp_path):
    folder = tmp_path / "kept"
    first = KeptThumbnails(folder)(photo, 64)
    np.testing.assert_array_equal(first, thumbnail(photo, 64))
    (kept,) = copies(folder)
    Image.new("RGB", (64, 48), "red").save(kept)  # told apart from a new one
    again = KeptThumbnails(folder)(photo, 64)
    assert again.shape == first.shape
    assert (again[..., 0] > 240).all()


def test_a_changed_photo_gets_a_new_copy_and_a_broken_copy_is_made_anew(
    photo, tmp_path
):
    folder = tmp_path / "kept"
    keep = KeptThumbnails(folder)
    keep(photo, 64)
    copies(folder)[0].write_bytes(b"no photo")
    np.testing.assert_array_equal(keep(photo, 64), thumbnail(photo, 64))
    Image.new("RGB", (400, 300), "blue").save(photo)
    os.utime(photo, ns=(1, 1))
    assert (keep(photo, 64)[..., 2] > 200).all()


def test_the_oldest_copies_go_where_the_budget_is_used_up(tmp_path):
    folder, noise = tmp_path / "kept", np.random.default_rng(0)
    keep = KeptThumbnails(folder, budget=40_000)
    for n in range(30):
        path = tmp_path / f"{n}.png"
        Image.fromarray(noise.integers(0, 256, (64, 64, 3), np.uint8)).save(path)
        keep(path, 64)
    total = sum(each.stat().st_size for each in copies(folder))
    assert 0 < total <= 44_000


def test_what_cannot_be_read_or_written_is_no_copy(photo, tmp_path):
    (tmp_path / "file").write_text("in the way")
    keep = KeptThumbnails(tmp_path / "file" / "kept")
    np.testing.assert_array_equal(keep(photo, 64), thumbnail(photo, 64))
    with pytest.raises(ImageError):
        keep(tmp_path / "nowhere.png", 64)
