import csv
import json
import shutil

import numpy as np
import pytest
from PIL import Image

from inference.cli import run
from inference.methods import METHODS
from tests import cam_models as models

OPTIONS = ["--preprocess", "unit", "--provider", "cpu"]
QUICK = {"rise": ["--samples", "20"], "lime": ["--samples", "40", "--squares", "3"]}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    return str(models.transformer(folder / "small.onnx", (12, 20))[0])


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Broad, so that the network sees its middle only."""
    folder = tmp_path_factory.mktemp("photos")
    random = np.random.default_rng(1)
    for name in ("a", "b"):
        pixels = random.integers(0, 256, (30, 60, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"{name}.png")
    return folder


def explain(model, photo, folder, *options):
    return run(["explain", model, str(photo), "--out", str(folder), *OPTIONS, *options])


@pytest.mark.parametrize("method", METHODS)
def test_every_method_writes_a_map(model, photos, tmp_path, method, capsys):
    given = ["--method", method, "--target", "0", *QUICK.get(method, [])]
    assert explain(model, photos / "a.png", tmp_path, *given, "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    record = json.loads((tmp_path / "explain.json").read_text())
    assert printed == {**record, "files": printed["files"]}
    assert record["method"] == method
    assert record["target"]["index"] == 0
    assert record["quantity"] == METHODS[method].quantity.value
    assert record["health"]["sentence"]
    assert (record["check"] is not None) == (METHODS[method].needs.value == "gradients")
    assert {path.name for path in tmp_path.iterdir()} == set(record["files"])
    values = np.load(tmp_path / "heatmap.npy")
    assert values.dtype == np.float32
    assert record["range"] == [values.min(), values.max()]
    full, seen = np.load(tmp_path / "heatmap_full.npy"), record["seen_box"]
    if method != "occlusion":  # whose places may end before the border
        assert full.shape == (round(seen["height"]), round(seen["width"]))
    with Image.open(tmp_path / "overlay.png") as picture:
        assert picture.size == (60, 30)


def test_the_seed_repeats_what_chance_draws(model, photos, tmp_path):
    maps = []
    for number, seed in enumerate((4, 4, 5)):
        given = ["--method", "rise", "--samples", "9", "--seed", str(seed)]
        assert explain(model, photos / "a.png", tmp_path / str(number), *given) == 0
        maps.append(np.load(tmp_path / str(number) / "heatmap.npy"))
    assert (maps[0] == maps[1]).all()
    assert (maps[0] != maps[2]).any()


def test_a_folder_gets_a_map_for_each_photo(model, photos, tmp_path):
    given = ["--method", "lime", *QUICK["lime"], "--baseline", "black"]
    assert explain(model, photos, tmp_path, *given) == 0
    with (tmp_path / "index.csv").open(newline="") as file:
        rows = [*csv.DictReader(row for row in file if not row.startswith("#"))]
    assert [row["status"] for row in rows] == ["done", "done"]
    assert {row["method"] for row in rows} == {"lime"}
    record = json.loads((tmp_path / rows[1]["folder"] / "explain.json").read_text())
    assert record["settings"]["baseline"] == "black"
    assert record["settings"]["samples"] == 40


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--method", "rise", "--layer", "x"], "RISE takes no --layer"),
        (["--method", "rise", "--samples", "0"], "at least one mask"),
        (["--method", "scorecam", "--quantity", "logit"], "explains a probability"),
        (["--method", "lime", "--squares", "50"], "50 × 50 squares"),
        (["--method", "integrated-gradients", "--baseline", "red"], "cannot cover"),
        (["--method", "rollout", "--first-block", "7"], "no block 7"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(
    model, photos, tmp_path, given, said, capsys
):
    assert explain(model, photos / "a.png", tmp_path / "out", *given) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not (tmp_path / "out" / "explain.json").exists()


@pytest.mark.parametrize("method", ["gradcam", "lime"])
def test_trust_is_measured(model, photos, tmp_path, method, capsys):
    given = ["--method", method, "--target", "0", *QUICK.get(method, []), "--trust"]
    assert explain(model, photos / "a.png", tmp_path, *given) == 0
    record = json.loads((tmp_path / "trust.json").read_text())
    assert "trust.json" in json.loads((tmp_path / "explain.json").read_text())["files"]
    assert str(record["sentence"]) in capsys.readouterr().out
    assert len(record["rivals"]) == 21
    assert record["rank"] == 22 - record["beaten"]
    better = [r for r in record["rivals"] if r["difference"] >= record["difference"]]
    assert record["rank"] == 1 + len(better)
    best = max(record["rivals"], key=lambda rival: rival["difference"])
    assert record["best_rival"] == best
    areas = record["insertion"] - record["deletion"]
    assert record["difference"] == pytest.approx(areas)
    assert -1 <= record["stability"]["flipped"] <= 1
    assert -1 <= record["stability"]["noisy"] <= 1
    if method == "gradcam":
        assert record["randomised"]["correlations"][0] == 1
        assert record["randomised"]["layers"][0] == 0
    else:
        assert record["randomised"] is None
        assert "no gradients" in record["skipped"][0]


def rival(folder):
    """The numbers of another photo's map."""
    record = json.loads((folder / "trust.json").read_text())
    (found,) = (r for r in record["rivals"] if r["name"] == "another photo's map")
    return record["difference"], found["difference"]


def test_the_rival_photo_is_the_next_of_the_folder(model, photos, tmp_path):
    """Its map changes with it; the other numbers do not."""
    folder = tmp_path / "photos"
    shutil.copytree(photos, folder)
    (folder / "aa.png").write_text("no photo")  # is passed over
    given = ["--method", "gradcam", "--target", "0", "--trust"]
    assert explain(model, folder / "a.png", tmp_path / "1", *given) == 0
    shutil.copy(folder / "a.png", folder / "b.png")  # another photo by the same name
    assert explain(model, folder / "a.png", tmp_path / "2", *given) == 0
    (own, first), (same, second) = (rival(tmp_path / name) for name in "12")
    assert own == same
    assert second == own  # its map is this very map
    assert first != second


def test_trust_is_measured_for_each_of_several_photos(model, photos, tmp_path):
    given = ["--method", "layercam", "--target", "0", "--trust", "--json"]
    assert explain(model, photos, tmp_path, *given) == 0
    for name in ("a", "b"):
        record = json.loads((tmp_path / name / "trust.json").read_text())
        beaten, total = record["beaten"], len(record["rivals"])
        assert record["badge"] == f"better than {beaten} of {total} rivals"
        wanted = {"insertion", "deletion", "difference", "rank", "rivals"}
        assert wanted | {"best_rival", "randomised", "stability"} <= record.keys()
