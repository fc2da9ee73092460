"""Exports that are computed again, and JSON that anybody may have written."""

import json
import shutil
import struct

import numpy as np
import pytest
from PIL import Image

from inference.classifier import Wishes, open_classifier
from inference.cli import run
from inference.export import ProbeResult, export_probe
from inference.geometry import Box
from inference.image import open_image
from inference.occlusion import probe
from tests import cam_models as models

FED = ["--preprocess", "unit", "--provider", "cpu"]


def small_model(path, seed=0):
    rng = np.random.default_rng(seed)
    weight, head = rng.normal(0, 0.3, (5, 3, 3, 3)), rng.normal(0, 1, (5, 4))
    return str(models.pooled(path, weight, head, image=(1, 3, 16, 16)))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Exports of all kinds, by name; they are read only."""
    place = tmp_path_factory.mktemp("made")
    model, photos = small_model(place / "small.onnx"), []
    for seed in range(2):
        pixels = np.random.default_rng(seed).integers(0, 256, (30, 50, 3), np.uint8)
        photos.append(str(place / f"photo{seed}.png"))
        Image.fromarray(pixels).save(photos[-1])
    names = place / "names.txt"
    names.write_text("a\nb\nc\nd\n")
    words = {
        "occlusion": ["occlude", "--stride", "4x8", "--mask", "5", "--no-clip"],
        "margin": ["occlude", "--target", "2", "--against", "b"],
        "gradcam": ["gradcam", "--target", "d", "--signed"],
        "channel": [
            "gradcam",
            "--reduction",
            "relu",
            "--layer",
            "conv",
            "--target",
            "4",
        ],
        "activations": ["activations", "--layer", "relu", "--channels", "1,3"],
        "larger": ["activations", "--layer", "conv", "--larger", "--positive"],
    }
    words["channel"] += ["--target", "4"]
    words["margin"] += [
        "--quantity",
        "logit",
        "--baseline",
        "10,20,30",
        "--resize",
        "squash",
    ]
    for name, (command, *options) in words.items():
        shown = photos if name == "activations" else photos[:1]
        out = ["--out", str(place / name), "--labels", str(names)]
        assert run([command, model, *shown, *FED, *out, *options]) == 0
    classifier, image = open_classifier(model, Wishes("unit")), open_image(photos[0])
    boxes = [Box(2, 3, 5, 5), Box(0, 0, 2, 2)]
    found = probe(classifier, classifier.prepare(image), boxes)
    export_probe(ProbeResult(found, 1, classifier, image), place / "probe")
    return place


NAMES = ["occlusion", "margin", "gradcam", "channel", "activations", "larger", "probe"]


def copied(made, tmp_path, name="occlusion"):
    shutil.copytree(made / name, tmp_path / "copy")
    (path,) = (tmp_path / "copy").glob("*.json")
    return path, json.loads(path.read_text("utf-8"))


def replay(*words):
    return run(["replay", *map(str, words)])


@pytest.mark.parametrize("name", NAMES)
def test_an_export_computed_again_has_the_same_numbers(made, name, capsys):
    capsys.readouterr()
    assert replay(made / name, "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert record["within"] is True
    assert record["max_abs_diff"] <= record["allowed"]
    assert record["compared"] > 3
    assert record["other_files"] == []
    (path,) = (made / name).glob("*.json")
    assert replay(path) == 0
    assert "differ by" in capsys.readouterr().out


def test_other_numbers_and_other_files_are_told(made, tmp_path, capsys):
    path, _ = copied(made, tmp_path)
    values = np.load(tmp_path / "copy" / "heatmap.npy")
    values[0, 0] += 0.5
    np.save(tmp_path / "copy" / "heatmap.npy", values)
    assert replay(path, "--json") == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["max_abs_diff"] == pytest.approx(0.5, abs=1e-4)
    assert "are others now" in printed.err
    assert replay(path, "--tolerance", "1e9") == 0
    other = small_model(tmp_path / "other.onnx", seed=5)
    photo = made / "photo1.png"
    capsys.readouterr()
    assert replay(made / "gradcam", "--model", other, "--photo", photo) == 1
    said = capsys.readouterr().err
    assert 'The model "other.onnx" is not the one' in said
    assert 'The photo "photo1.png" is not the one' in said


def test_a_stopped_map_is_compared_where_it_has_numbers(made, tmp_path, capsys):
    path, _ = copied(made, tmp_path)
    values = np.load(tmp_path / "copy" / "heatmap.npy")
    values[1:] = np.nan
    np.save(tmp_path / "copy" / "heatmap.npy", values)
    assert replay(path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["compared"] == values.shape[1]


def test_files_that_moved_are_found_beside_the_export_or_asked_for(
    made, tmp_path, capsys
):
    path, record = copied(made, tmp_path)
    record["model"]["path"] = str(tmp_path / "gone.onnx")
    record["image"]["path"] = "C:\\gone\\photo0.png"
    path.write_text(json.dumps(record))
    assert replay(path) == 1
    assert "gone.onnx" in capsys.readouterr().err
    for name in ("small.onnx", "photo0.png"):
        shutil.copy(made / name, path.parent)
    assert replay(path) == 0


def test_a_folder_or_file_that_is_no_export_is_told(made, tmp_path, capsys):
    (tmp_path / "mine.json").write_text("[1, 2")
    for path, words in (
        (tmp_path, "There is no export in"),
        (tmp_path / "mine.json", "it is not JSON"),
        (tmp_path / "gone.json", "gone.json"),
        (made / "photo0.png", "it is not JSON"),
        ("/dev/zero", "a device or a pipe"),
    ):
        assert replay(path) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert words in line


HOSTILE = [
    ("method", "magic"),
    ("title", 7),
    ("model", None),
    ("model.path", None),
    ("model.path", "x" * 10**5),
    ("model.sha256", "\x1b[31m"),
    ("image", []),
    ("image.file", {"a": 1}),
    ("preprocessing.resize", "stretch"),
    ("preprocessing.size", [16, 10**30]),
    ("preprocessing.size", [0, 16]),
    ("preprocessing.normalisation", {"mean": [1] * 99}),
    ("preprocessing.normalisation", {"scale": 1e400}),
    ("labels", [1, 2, 3, 4]),
    ("spec.mask_size", [5]),
    ("spec.mask_size", [True, True]),
    ("spec.stride", [-1, 4]),
    ("spec.baseline", "pink"),
    ("spec.clip", 1),
    ("target.index", -1),
    ("target.index", "a"),
    ("against", {"index": 1.5}),
    ("quantity", "activation"),
    ("rows", ["a"]),
    ("rows", [0] * 30_000),
    ("grid_box.width", 0),
    ("seen_box.top", float("nan")),
]


@pytest.mark.parametrize(("key", "value"), HOSTILE)
def test_hostile_entries_are_named(made, tmp_path, capsys, key, value):
    path, record = copied(made, tmp_path)
    *way, last = key.split(".")
    part = record
    for each in way:
        part = part[each]
    part[last] = value
    path.write_text(json.dumps(record))
    assert replay(path) == 1
    printed = capsys.readouterr()
    (line,) = printed.err.splitlines()
    assert line.isprintable()
    assert "mistake" not in line
    assert len(line) < 600
    named = key.split(".")[0 if value is None else -1]
    is_told = named in line or key.split(".")[0] in line or "pink" in line
    assert is_told, line


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("labels", ["a", "b"]),
        ("target", {"index": 99}),
        ("spec", {"mask_size": [99, 99], "stride": [4, 8], "baseline": "gray"}),
    ],
)
def test_what_does_not_fit_the_model_is_a_sentence(made, tmp_path, capsys, key, value):
    path, record = copied(made, tmp_path)
    path.write_text(json.dumps(record | {key: value}))
    assert replay(path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "mistake" not in line


def header(shape):
    """An array file that claims a shape and holds nothing."""
    text = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode()


@pytest.mark.parametrize(
    "content",
    [b"", b"no array", header((10**6, 10**6)), header((2, 2)) + b"\0" * 16, None],
)
def test_arrays_that_cannot_be_are_refused(made, tmp_path, capsys, content):
    path, _ = copied(made, tmp_path)
    array = path.with_name("heatmap.npy")
    array.unlink()
    if content is not None:
        array.write_bytes(content)
    assert replay(path) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "heatmap.npy" in line
    assert "mistake" not in line
