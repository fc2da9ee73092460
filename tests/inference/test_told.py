"""What is put into sentences is translated with them, where it is a word."""

import sys
from dataclasses import replace

import pytest

import main
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.geometry import Size
from inference.occluder import parse_baseline
from inference.occlusion import default_spec
from tests.foreign import foreign, lettered


def told(sentence):
    return sentence.put(lambda template, _count: foreign(template))


@pytest.mark.parametrize("name", ["gray", "mean", "black", "white", "blurred"])
def test_what_covers_a_place_is_told_in_the_language(name):
    spec = replace(default_spec(Size(64, 64)), baseline=parse_baseline(name))
    assert str(spec.words).endswith(f"baseline {name}")
    assert f"{lettered('baseline')} {foreign(name)}" in told(spec.words)


def test_a_colour_is_its_numbers_in_each_language():
    assert parse_baseline("9,8,7").words == "9,8,7"


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("gradcam", ()),
        ("lime", ("--samples", "60")),
        ("rise", ("--samples", "9")),
        ("smoothgrad", ("--samples", "2")),
        ("integrated-gradients", ("--steps", "9")),
    ],
)
def test_shares_are_written_as_the_language_has_them(
    monkeypatch, capsys, tmp_path, method, options
):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    words = ["explain", DEMO_MODEL, DEMO_PHOTO, "--method", method, *options]
    words += ["--out", tmp_path / "out"]
    monkeypatch.setattr(sys, "argv", ["netgaze", *map(str, words)])
    assert main.main() == 0
    printed = capsys.readouterr().out
    assert "%" in printed
    assert " %" not in printed  # Chinese has no blank there
