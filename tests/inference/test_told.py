"""What is put into sentences is translated with them, where it is a word."""

from dataclasses import replace

import pytest

from inference.geometry import Size
from inference.occluder import parse_baseline
from inference.occlusion import default_spec
from tests.foreign import foreign


def told(sentence):
    return sentence.put(lambda template, _count: foreign(template))


@pytest.mark.parametrize("name", ["gray", "mean", "black", "white", "blurred"])
def test_what_covers_a_place_is_told_in_the_language(name):
    spec = replace(default_spec(Size(64, 64)), baseline=parse_baseline(name))
    assert str(spec.words).endswith(f"baseline {name}")
    assert told(spec.words).endswith(foreign(f"baseline {name}"))


def test_a_colour_is_its_numbers_in_each_language():
    assert parse_baseline("9,8,7").words == "9,8,7"
