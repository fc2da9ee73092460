"""Ranking by a channel of a layer: numbers, the place of the maximum, its field."""

import csv
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from inference.activations import LayerReader
from inference.bundled import DEMO, DEMO_MODEL
from inference.classifier import open_classifier
from inference.cli import run as command
from inference.dataset import list_dataset
from inference.errors import SpecError
from inference.image import open_image
from inference.jobs import run
from inference.ranking import ChannelName, channel_activity

LAYER, CHANNEL = "block4.relu", 5


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Photos of two classes, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("channel") / "meals"
    for label in ("pizza", "sushi"):
        (folder / label).mkdir(parents=True)
        for path in sorted((DEMO / "photos" / label).iterdir())[:10]:
            shutil.copy(path, folder / label)
    (folder / "sushi" / "broken.png").write_bytes(b"no photo")
    return folder


@pytest.fixture(scope="module")
def read(root):
    """What the channel answers, as a job of its own and by the reader of layers."""
    classifier = open_classifier(DEMO_MODEL, None, "cpu")
    dataset, reader = run(list_dataset(root)), LayerReader(classifier)
    count = len(dataset.photos)
    partials = []
    found = run(
        channel_activity(
            classifier, dataset, reader.layer(LAYER), CHANNEL, places=range(count)
        ),
        lambda progress: partials.append((progress.done, progress.total)),
    )
    assert partials == [(16, count), (count, count)]
    return reader, dataset, found


def is_broken(photo):
    return photo.path.name == "broken.png"


def test_numbers_and_places_are_those_of_each_photo_alone(read):
    reader, dataset, found = read
    for n, photo in enumerate(dataset.photos):
        if is_broken(photo):
            assert not found.knows(n)
            continue
        prepared = reader.classifier.prepare(open_image(photo.path))
        alone = reader.read(prepared, LAYER).maps[CHANNEL]
        assert found.numbers()[n] == pytest.approx(alone.max(), rel=1e-5)
        assert found.numbers(is_mean=True)[n] == pytest.approx(alone.mean(), rel=1e-4)
        rows, cols = alone.shape
        row, col = np.unravel_index(alone.argmax(), alone.shape)
        place = found.place(n)
        assert place.height == pytest.approx(prepared.box.height / rows)
        top = prepared.box.top + row * prepared.box.height / rows
        left = prepared.box.left + col * prepared.box.width / cols
        assert (place.top, place.left) == pytest.approx((top, left), abs=0.01)


def test_nothing_outside_of_the_field_matters_and_its_corners_do(read):
    """The rows and columns that the maximum is made of, told by changing the rest."""
    reader, dataset, found = read
    n = 3
    prepared = reader.classifier.prepare(open_image(dataset.photos[n].path))
    inside = found.field(n)
    to_input = prepared.to_photo.inverse.box(inside)
    top, left = round(to_input.top), round(to_input.left)
    bottom, right = round(to_input.bottom), round(to_input.right)
    height, width = prepared.size
    assert 0 < (bottom - top) * (right - left) < height * width
    row, col = found.cells[n]

    def value(pixels):
        maps = reader.read(replace(prepared, pixels=pixels), LAYER).maps
        return maps[CHANNEL, row, col]

    noise = np.random.default_rng(0).integers(0, 256, prepared.pixels.shape, np.uint8)
    outside = noise.copy()
    outside[top:bottom, left:right] = prepared.pixels[top:bottom, left:right]
    assert value(outside) == pytest.approx(found.maxima[n], rel=1e-5)
    within = prepared.pixels.copy()
    within[top:bottom, left:right] = noise[top:bottom, left:right]
    assert value(within) != pytest.approx(found.maxima[n], rel=1e-3)


def test_a_channel_that_there_is_not_is_told(read):
    reader, dataset, _ = read
    layer = reader.layer(LAYER)
    with pytest.raises(SpecError, match="has no channel 9999"):
        run(channel_activity(reader.classifier, dataset, layer, 9999, places=[0]))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("channel:features.0:7", ChannelName("features.0", 7)),
        ("channel:a/Relu:0:12:mean", ChannelName("a/Relu:0", 12, is_mean=True)),
        ("channel:x:1:maximum", ChannelName("x", 1)),
        ("channel:x", None),
        ("channel::1", None),
        ("score", None),
    ],
)
def test_the_words_of_the_command_line_name_a_channel(words, meant):
    assert ChannelName.read(words) == meant


def test_the_command_line_ranks_by_a_channel(read, root, tmp_path, monkeypatch, capsys):
    _, dataset, found = read
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    out = tmp_path / "out"
    words = ["rank", str(DEMO_MODEL), str(root), "--limit", "4", "--out", str(out)]
    by = ["--by", f"channel:{LAYER}:{CHANNEL}"]
    assert command([*words, *by, "--order", "min"]) == 0
    with (out / "ranking.csv").open(encoding="utf-8") as file:
        order = list(csv.DictReader(file))
    numbers = {
        dataset.way_to(p.path): found.maxima[n] for n, p in enumerate(dataset.photos)
    }
    assert [row["path"] for row in order] == sorted(
        (name for name in numbers if "broken" not in name), key=numbers.__getitem__
    )
    for row in order:
        assert float(row["score"]) == pytest.approx(numbers[row["path"]], rel=1e-5)
    record = json.loads((out / "metrics.json").read_text("utf-8"))
    assert record["by"] == f"channel:{LAYER}:{CHANNEL}"
    with (out / "peaks.csv").open(encoding="utf-8") as file:
        peaks = list(csv.DictReader(file))
    assert [row["path"] for row in peaks] == [row["path"] for row in order]
    with Image.open(out / "grid.png") as grid:
        assert (np.asarray(grid.convert("L")) == 255).any()
    capsys.readouterr()
    assert command([*words, "--by", "channel:nowhere:1", "--force"]) == 1
    assert 'There is no layer "nowhere"' in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        command([*words, "--by", "volume", "--force"])
    assert '"volume" is none of score, loss' in capsys.readouterr().err


def test_a_flat_map_has_no_place_and_a_peak_lies_in_its_field(read):
    _, dataset, found = read
    broken = next(n for n, photo in enumerate(dataset.photos) if is_broken(photo))
    assert found.peak(broken) == ()
    flat = replace(found, means=found.maxima)
    assert flat.peak(0) == ()
    field, place = found.peak(0)
    assert 0 <= field.top <= place.top < place.bottom <= field.bottom <= 1
    assert 0 <= field.left <= place.left < place.right <= field.right <= 1
