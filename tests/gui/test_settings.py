from dataclasses import fields, replace
from pathlib import Path

import pytest

from gui import settings
from gui.settings import MOST_RECENT, Settings, load, save


def test_what_was_saved_is_loaded():
    wanted = Settings(
        theme="dark",
        recent_photos=("/a b/ü.png",),
        recent_models=("x.onnx", "y.onnx"),
        look_share=0.4,
        study_share=0.5,
        work_share=0.3,
        color_map="turbo",
        opacity=0.5,
        is_even=True,
        is_raw=True,
        shows_strip=True,
        shows_first_steps=False,
        photo_folder="/photos",
        model_folder="/models",
        dataset_folder="/data sets",
        export_folder="/exports",
        picture_side=2048,
        is_srgb=True,
        provider="cuda",
        language="ru",
        unfinished_export="/exports/half",
        last_model="/models/net.onnx",
        last_photo="/photos/a.png",
        window_geometry=b"\x00\xff\x01",
    )
    same = {f.name for f in fields(Settings) if getattr(wanted, f.name) == f.default}
    assert not same, "every field is to be read back"
    save(wanted)
    assert load() == wanted


def test_nothing_saved_means_the_defaults():
    assert load() == Settings()


@pytest.mark.parametrize(
    "garbage",
    ["", "{", "null", "NaN", '"x"', "[1]", "-7e999", "@Invalid()", "[[[]]]", "{}"],
)
def test_garbage_counts_as_never_written(garbage):
    file = settings.settings_file()
    for each in fields(Settings):
        file.setValue(each.name, garbage)
    file.sync()
    loaded = load()
    assert loaded.theme == "system"
    assert loaded.color_map == "automatic"
    assert loaded.recent_photos == ()
    assert 0 <= loaded.opacity <= 1
    assert loaded.window_geometry == b""


def test_numbers_are_kept_in_their_range():
    save(replace(Settings(), opacity=0.3))
    settings.settings_file().setValue("opacity", "55")
    settings.settings_file().setValue("look_share", "-3")
    assert load().opacity == 1
    assert load().look_share == 0.2


def test_a_damaged_file_is_no_obstacle():
    save(Settings(theme="dark"))
    Path(settings.settings_file().fileName()).write_bytes(b"\x00\xfe[General\n=\xff")
    assert load() == Settings()


def test_recent_files_are_unique_newest_first_and_few():
    kept = Settings()
    for number in range(20):
        kept = kept.with_recent_photo(f"{number % 12}.png")
    assert kept.recent_photos[0] == "7.png"
    assert len(kept.recent_photos) == len(set(kept.recent_photos)) == MOST_RECENT


def test_shares_are_kept_for_each_kind_of_tab():
    assert Settings().with_share("work", 0.5).share("work") == 0.5
