import csv
import json
import subprocess
import sys

import numpy as np
import pytest
import torch
from PIL import Image

from inference.cli import run
from tests import cam_models as models
from tests.inference.nets import REAL

OPTIONS = ["--preprocess", "unit", "--provider", "cpu"]


@pytest.fixture
def model(tmp_path):
    rng = np.random.default_rng(0)
    weight, head = rng.normal(0, 0.3, (5, 3, 3, 3)), rng.normal(0, 1, (5, 4))
    path = models.pooled(tmp_path / "small.onnx", weight, head, image=(1, 3, 16, 16))
    return str(path)


@pytest.fixture
def photo(tmp_path):
    """Broad, so that the network sees its middle only."""
    pixels = np.random.default_rng(1).integers(0, 256, (30, 50, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return str(tmp_path / "photo.png")


def gradcam(model, photo, folder, *options):
    return run(["gradcam", model, photo, "--out", str(folder), *OPTIONS, *options])


def test_a_map_is_written_with_all_that_belongs_to_it(model, photo, tmp_path, capsys):
    assert gradcam(model, photo, tmp_path / "out", "--target", "2", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {
        "gradcam.json",
        "heatmap.npy",
        "heatmap_full.npy",
        "overlay.png",
        "side_by_side.png",
    }
    record = json.loads((tmp_path / "out" / "gradcam.json").read_text())
    assert printed == {**record, "files": printed["files"]}
    assert record["target"] == {"index": 2, "label": "class 2"}
    assert record["quantity"] == "logit"
    assert record["explained"] == "logit of class 2"
    assert record["relu"] is True
    assert "positive: the place speaks for the target" in record["sign"]
    assert record["layer"] == {
        "name": "relu",
        "operator": "Relu",
        "channels": 5,
        "height": 14,
        "width": 14,
    }
    assert record["layer_is_automatic"] is True
    assert record["reduction"] == "logits"
    assert record["diagnosis"] is None
    with Image.open(tmp_path / "out" / "overlay.png") as overlay:
        assert overlay.size == (50, 30)


def test_the_full_map_is_half_pixel_bilinear_over_the_seen_box(model, photo, tmp_path):
    assert gradcam(model, photo, tmp_path / "out") == 0
    raw = np.load(tmp_path / "out" / "heatmap.npy")
    full = np.load(tmp_path / "out" / "heatmap_full.npy")
    record = json.loads((tmp_path / "out" / "gradcam.json").read_text())
    box = record["seen_box"]
    edges = [box["top"], box["top"] + box["height"]]
    sides = [box["left"], box["left"] + box["width"]]
    size = tuple(round(end) - round(start) for start, end in (edges, sides))
    assert full.shape == size == tuple(record["full_size"])
    assert raw.dtype == full.dtype == np.float32
    assert raw.shape == (14, 14)
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(raw)[None, None], size, mode="bilinear", align_corners=False
    )
    np.testing.assert_allclose(full, expected[0, 0], atol=1e-5 * raw.max())


def test_options_change_what_is_explained(model, photo, tmp_path):
    options = ["--target", "3", "--against", "1", "--layer", "conv", "--signed"]
    assert gradcam(model, photo, tmp_path, *options) == 0
    record = json.loads((tmp_path / "gradcam.json").read_text())
    assert record["explained"] == "logit margin class 3 − class 1"
    assert record["against"] == {"index": 1, "label": "class 1"}
    assert record["layer"]["name"] == "conv"
    assert record["layer_is_automatic"] is False
    assert record["relu"] is False
    assert record["range"][0] < 0
    assert np.load(tmp_path / "heatmap.npy").min() == record["range"][0]


def test_a_channel_of_another_tensor(model, photo, tmp_path):
    options = ["--reduction", "relu", "--layer", "conv", "--target", "4"]
    assert gradcam(model, photo, tmp_path, *options) == 0
    record = json.loads((tmp_path / "gradcam.json").read_text())
    assert record["reduction"] == "relu"
    assert record["quantity"] == "value"
    assert record["target"] == {"index": 4, "label": None}


def test_all_layers_have_a_row_each(model, photo, tmp_path, capsys):
    assert gradcam(model, photo, tmp_path, "--all-layers", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    with (tmp_path / "layers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["layer"] for row in rows] == ["conv", "relu"]
    assert [layer["name"] for layer in printed["layers"]] == ["conv", "relu"]
    maps = np.load(tmp_path / "layers.npz")
    assert list(maps["names"]) == ["conv", "relu"]
    np.testing.assert_allclose(
        np.maximum(maps["001"], 0), np.load(tmp_path / "heatmap.npy"), rtol=1e-4
    )
    assert float(rows[1]["greatest"]) == pytest.approx(float(maps["001"].max()))
    with Image.open(tmp_path / "layers.png") as picture:
        assert picture.width > picture.height


def test_an_empty_map_is_explained_on_stderr(photo, tmp_path, capsys):
    path = models.pooled(tmp_path / "m.onnx", np.full((1, 3, 3, 3), 0.1), [[1, -1]])
    assert gradcam(str(path), photo, tmp_path / "out", "--target", "1") == 0
    assert "The ReLU removed everything" in capsys.readouterr().err
    record = json.loads((tmp_path / "out" / "gradcam.json").read_text())
    assert record["diagnosis"]["trouble"] == "relu"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--layer", "rleu"], "Did you mean"),
        (["--target", "9"], "There is no class 9"),
        (["--reduction", "relu", "--target", "x"], "'x' is no channel"),
        (["--against", "1", "--target", "1"], "against itself"),
    ],
)
def test_what_cannot_be_done_is_said(model, photo, tmp_path, capsys, options, sentence):
    assert gradcam(model, photo, tmp_path / "out", *options) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def check(*arguments):
    return run(["check", *arguments, *OPTIONS])


def test_check_prints_the_certificate(model, photo, capsys):
    for arguments in ([model, "--json"], [model, photo, "--json"]):
        assert check(*arguments) == 0
        record = json.loads(capsys.readouterr().out)
        assert list(record) == [
            "holds",
            "max_abs_diff",
            "max_rel_diff",
            "top1_agrees",
            "first_divergence",
            "compared_from",
            "operators",
            "one_at_a_time",
            "repeatable",
            "as_written",
        ]
        assert record["max_rel_diff"] < 1e-5
        assert record["top1_agrees"] is True
        assert record["first_divergence"] is None
        assert record["operators"]["Conv"] == 1
    assert check(model) == 0
    assert "leading class agrees" in capsys.readouterr().out


def test_check_names_the_tensor_where_model_and_twin_part(
    model, photo, capsys, monkeypatch
):
    from inference.twin import module as network

    load = network.load_twin

    def spoilt(*arguments, **options):
        twin = load(*arguments, **options)
        with torch.no_grad():
            twin.weights["head"].mul_(1.01)
        return twin

    monkeypatch.setattr(network, "load_twin", spoilt)
    assert check(model, photo, "--json") == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["first_divergence"] == "logits"
    assert 'from the tensor "logits" on' in said.err


def test_check_names_all_missing_operators(tmp_path, capsys):
    nodes = [
        models.node("RandomNormalLike", "image", "noise"),
        models.node("RandomUniformLike", "noise", "coins"),
        models.node("Add", "image coins", "sum"),
        models.node("GlobalAveragePool", "sum", "mean"),
        models.node("Flatten", "mean", "logits"),
    ]
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 8, 8], {})
    assert check(str(path), "--json") == 1
    said = capsys.readouterr().err
    assert "RandomNormalLike (opset 17, once" in said
    assert "RandomUniformLike" in said


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in REAL if name.startswith("models/")])
def test_every_real_classifier_passes_check(name, shared, capsys):
    model, photo = shared / f"data/{name}.onnx", shared / "data/photos/chelsea.png"
    assert run(["check", str(model), str(photo), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["top1_agrees"]
    if not ("qdq" in name or "fp16" in name):
        assert record["max_rel_diff"] <= 1e-4


@pytest.mark.slow
def test_other_commands_never_load_torch():
    code = "import inference.cli, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
