"""`rank --trust`: which method deserves belief for a network, on a dataset."""

import csv
import json

import numpy as np
import pytest
from PIL import Image

from inference.cli import run
from inference.methods import FEWER, METHODS
from tests import cam_models as models


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    rng = np.random.default_rng(0)
    weight, head = rng.normal(0, 0.3, (5, 3, 3, 3)), rng.normal(0, 1, (5, 4))
    path = tmp_path_factory.mktemp("model") / "small.onnx"
    return str(models.pooled(path, weight, head, image=(1, 3, 16, 16)))


@pytest.fixture
def photos(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    for method in ("rise", "lime", "smoothgrad"):
        monkeypatch.setitem(FEWER, method, {"samples": 8})
    folder = tmp_path / "photos"
    for label in ("0", "1"):
        (folder / label).mkdir(parents=True)
        for n in range(2):
            pixels = np.random.default_rng(n).integers(0, 256, (20, 20, 3), np.uint8)
            Image.fromarray(pixels).save(folder / label / f"{n}.png")
    return folder


def rank(model, photos, *words):
    fed = ["--preprocess", "unit", "--provider", "cpu"]
    return run(["rank", model, str(photos), *fed, "--trust", *words])


def test_a_table_of_methods_is_written(model, photos, tmp_path, capsys):
    out = tmp_path / "out"
    assert rank(model, photos, "--trust-photos", "2", "--out", str(out)) == 0
    printed = capsys.readouterr().out
    with (out / "trust.csv").open(newline="") as file:
        rows = [*csv.DictReader(file)]
    assert {row["method"] for row in rows} == set(METHODS)
    known = [row for row in rows if row["photos"] == "2"]
    assert {row["method"] for row in rows} - {row["method"] for row in known} == {
        "rollout",
        "gradient-attention",
    }
    numbers = [float(row["difference"]) for row in known]
    assert numbers == sorted(numbers, reverse=True)
    for row in known:
        assert 1 <= float(row["rank"]) <= 22
        assert float(row["better_than_all"]) <= float(row["better_than_most"])
        parts = float(row["insertion"]) - float(row["deletion"])
        assert float(row["difference"]) == pytest.approx(parts, abs=1e-5)
    assert "no attention" in next(row["skipped"] for row in rows if row["skipped"])
    record = json.loads((out / "metrics.json").read_text())["trust"]
    assert [*record["methods"]] == [row["method"] for row in known]
    assert "Grad-CAM: insertion less deletion" in printed
    assert "Attention rollout: left out." in printed

    again = tmp_path / "again"
    words = ["--trust-photos", "2", "--trust-minutes", "1e-9", "--out", str(again)]
    assert rank(model, photos, *words) == 0  # all of it is known: no time is needed
    assert (again / "trust.csv").read_bytes() == (out / "trust.csv").read_bytes()


def test_what_was_left_out_for_want_of_time_is_said(model, photos, capsys):
    words = ["--trust-photos", "3", "--trust-minutes", "1e-9"]
    assert rank(model, photos, *words) == 0
    assert "were over after 0 of 3 photos" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong", [["--trust-photos", "0"], ["--trust-minutes", "-1"], ["--seed", "-3"]]
)
def test_what_cannot_work_is_said_before_anything_is_scored(
    model, photos, capsys, wrong
):
    assert rank(model, photos, *wrong) == 1
    error = capsys.readouterr().err
    assert "at least one photo" in error
    assert error.count("\n") == 1
