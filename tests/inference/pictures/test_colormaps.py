import numpy as np
import pytest

from inference.pictures.colormaps import COLOR_MAPS, DIVERGING, color_table

# Colours of matplotlib 3.10 at 0, 64, 128, 192, 255.
PUBLISHED = {
    "viridis": "440154 3B528B 21918C 5EC962 FDE725",
    "inferno": "000004 57106E BC3754 F98E09 FCFFA4",
    "turbo": "30123B 28BCEB A4FC3C FB7E21 7A0403",
    "jet": "000080 0080FF 80FF80 FF8000 800000",
    "grey": "000000 404040 808080 C0C0C0 FFFFFF",
}


def lightness(table):
    return table @ np.array([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("name", COLOR_MAPS)
def test_a_table_has_256_read_only_colours(name):
    table = color_table(name)
    assert (table.shape, table.dtype) == ((256, 3), np.uint8)
    assert not table.flags.writeable


@pytest.mark.parametrize("name", PUBLISHED)
def test_known_colours_stand_where_they_were_published(name):
    expected = [list(bytes.fromhex(word)) for word in PUBLISHED[name].split()]
    ours = color_table(name)[[0, 64, 128, 192, 255]].astype(int)
    assert np.abs(ours - expected).max() <= 5


@pytest.mark.parametrize("name", ["viridis", "inferno", "grey"])
def test_sequential_maps_only_get_lighter(name):
    assert (np.diff(lightness(color_table(name))) > -0.5).all()


def test_the_diverging_map_is_palest_in_the_middle_and_blue_below():
    table = color_table(DIVERGING).astype(int)
    assert lightness(table).argmax() in (127, 128)
    assert table[20, 2] > table[20, 0]
    assert table[235, 0] > table[235, 2]
