"""What the command line says of a model's inputs and outputs, and is told of them."""

import json

import numpy as np
import pytest
from PIL import Image

from inference.cli import run
from tests.models import linear, node, noise, save

SIZE = (12, 16)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(noise(40, 60).pixels).save(path)
    return str(path)


@pytest.fixture
def model(tmp_path):
    """Features of three channels, and five logits over a temperature."""
    matrix = np.random.default_rng(3).normal(size=(3, 5)).astype(np.float32)
    nodes = [
        node("GlobalAveragePool", "x", "mean"),
        node("Flatten", "mean", "features"),
        node("MatMul", "features matrix", "scores"),
        node("Div", "scores t", "logits"),
    ]
    feeds = {"x": ("float32", ["N", 3, *SIZE]), "t": ("float32", [1])}
    answers = {"features": ("float32", ["N", 3]), "logits": ("float32", ["N", 5])}
    return str(save(tmp_path / "m.onnx", nodes, feeds, answers, {"matrix": matrix}))


def asked(capsys, *words):
    """What a command prints as JSON, and what it says on stderr."""
    assert run([*words, "--json"]) == 0
    printed = capsys.readouterr()
    return json.loads(printed.out), printed.err


def test_info_tells_all_that_decides_an_answer(model, capsys):
    record, said = asked(capsys, "info", model)
    assert [tensor["name"] for tensor in record["inputs"]] == ["x", "t"]
    assert [tensor["name"] for tensor in record["outputs"]] == ["features", "logits"]
    assert (record["image"], record["output"]) == ("x", "logits")
    assert record["output_source"] == "file"
    assert record["outputs_possible"] == ["features", "logits"]
    (given,) = record["given"]
    assert given == {
        "name": "t",
        "dtype": "float32",
        "shape": [1],
        "numbers": [1.0],
        "source": "ones",
    }
    assert record["opset"] == 17
    assert record["exporter"] == "test"
    assert record["parameters"] == 15
    assert record["multiply_adds"] == 15
    assert record["quantisation"] is None
    assert (record["batch"], record["channels"]) == (None, "RGB")
    assert record["widened"] is False
    assert record["one_at_a_time"] is False
    assert record["labels_source"] == "numbered"
    assert record["preprocessing"]["source"] == "guess"
    assert (len(record["sha256"]), record["beside"]) == (64, {})
    assert "t = 1. The option --input says it." in said
    assert '"logits" is read; the option --output chooses another.' in said
    assert run(["info", model]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("t = 1 (nobody says: ones" in line for line in lines)


def test_info_names_the_data_files(shared, capsys):
    path = shared / "data/models_variants/resnet20_external.onnx"
    record, _ = asked(capsys, "info", str(path))
    assert list(record["beside"]) == ["resnet20_external.onnx.data"]
    assert len(record["beside"]["resnet20_external.onnx.data"]) == 64


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("models/mobilenet_v1_0.5_160_tf2onnx_qdq_u8", "QDQ"),
        ("repro/sq_dynq", "dynamic"),
    ],
)
def test_info_says_how_a_model_is_quantised(shared, capsys, name, form):
    record, _ = asked(capsys, "info", str(shared / f"data/{name}.onnx"))
    assert record["quantisation"] == form


def test_inputs_and_output_are_as_stated(model, picture, capsys):
    plain, _ = asked(capsys, "predict", model, picture, "--top", "5")
    cool, said = asked(
        capsys, "predict", model, picture, "--top", "5", "--input", "t=4"
    )
    assert "--input says" not in said
    logits = [[row["logit"] for row in each["top"]] for each in (plain, cool)]
    np.testing.assert_allclose(np.divide(logits[0], 4), logits[1], rtol=1e-5)
    other, said = asked(
        capsys, "predict", model, picture, "--output", "features", "--input", "t=1"
    )
    assert len(other["top"]) == 3
    assert said == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--input", "t"], 'gives an input no numbers'),
        (["--input", "t=warm"], 'gives an input no numbers'),
        (["--input", "heat=1"], 'has no input "heat"'),
        (["--input", "t=1,2"], "takes one number, not 2"),
        (["--output", "logit"], "there are features, logits. Did you mean 'logits'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_a_sentence(model, capsys, words, said):
    assert run(["info", model, *words]) == 1
    assert said in capsys.readouterr().err


def test_an_export_is_computed_again_as_it_was_read(model, picture, capsys, tmp_path):
    out = tmp_path / "out"
    stated = ["--input", "t=4", "--output", "features"]
    words = ["occlude", model, picture, *stated, "--stride", "4", "--out", str(out)]
    assert run(words) == 0
    record = json.loads((out / "occlusion.json").read_text("utf-8"))
    assert record["model"]["output"] == "features"
    assert record["model"]["given"][0]["numbers"] == [4.0]
    capsys.readouterr()
    assert run(["replay", str(out)]) == 0


def test_four_channels_are_said_to_be_opaque(tmp_path, picture, capsys):
    weights = np.random.default_rng(0).normal(size=(3, *SIZE, 4))
    path = str(linear(tmp_path / "m.onnx", weights))
    record, said = asked(capsys, "predict", path, picture)
    assert record["preprocessing"]["normalisation"]["channels"] == "RGBA"
    assert "fed RGBA, all opaque" in said
    assert record["preprocessing"]["alpha"] == "white"
    record, said = asked(capsys, "predict", path, picture, "--alpha", "kept")
    assert record["preprocessing"]["alpha"] == "kept"
    assert "opaque" not in said
    out = str(tmp_path / "out")
    assert run(["occlude", path, picture, "--stride", "6", "--out", out]) == 0
    assert run(["replay", out]) == 0
