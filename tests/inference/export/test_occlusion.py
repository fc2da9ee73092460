import csv
import errno
import json
import os

import numpy as np
import pytest
from PIL import Image

from inference.classifier import Target, open_classifier
from inference.errors import ExportError, SpecError
from inference.export import OcclusionResult, export_occlusion, staged
from inference.geometry import Size
from inference.jobs import run
from inference.occlusion import OcclusionSpec, occlusion_sweep
from inference.pictures.style import Style
from tests.models import noise, one_pixel

FILES = ["heatmap.csv", "heatmap.npy", "occlusion.json", "overlay.png"]


@pytest.fixture
def result(tmp_path):
    model = one_pixel(tmp_path / "model.onnx", (24, 32), (6, 8))
    classifier = open_classifier(model)
    image = noise(40, 90)
    spec = OcclusionSpec(Size(3, 5), Size(6, 8))
    sweep = run(occlusion_sweep(classifier, classifier.prepare(image), spec))
    return OcclusionResult(sweep, sweep.heatmap(Target(0, 1)), classifier, image)


def test_all_files_of_a_map_are_written(result, tmp_path):
    files = export_occlusion(result, tmp_path / "new" / "out")
    names = [path.name for path in files]
    assert names == sorted([*FILES, "side_by_side.png"])
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == names


def test_numbers_are_the_same_in_every_file(result, tmp_path):
    export_occlusion(result, tmp_path, with_scores=True)
    values = np.load(tmp_path / "heatmap.npy")
    assert values.dtype == np.float32
    assert values.shape == (4, 4)
    np.testing.assert_array_equal(values, result.heatmap.values)
    with (tmp_path / "heatmap.csv").open(newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head == ["row/col", "0", "8", "16", "24"]
    assert [row[0] for row in rows] == ["0", "6", "12", "18"]
    written = np.array([row[1:] for row in rows], np.float32)
    np.testing.assert_array_equal(written, values)
    logits = np.load(tmp_path / "logits.npy")
    assert logits.shape == (4, 4, 2)
    p = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    margin = p[..., 0] - p[..., 1]
    reference = result.sweep.reference.probabilities
    expected = reference[0] - reference[1] - margin
    np.testing.assert_allclose(values, expected, atol=1e-5)


def test_the_json_says_what_a_reader_has_to_know(result, tmp_path):
    export_occlusion(result, tmp_path)
    record = json.loads((tmp_path / "occlusion.json").read_text("utf-8"))
    assert record["model"]["sha256"] == result.classifier.graph.sha256
    assert record["target"] == {"index": 0, "label": "class 0"}
    assert record["against"] == {"index": 1, "label": "class 1"}
    assert record["quantity"] == "probability"
    assert record["spec"] == {
        "mask_size": [3, 5],
        "stride": [6, 8],
        "baseline": "gray",
        "clip": True,
    }
    assert record["sign"].startswith("drop = reference − occluded")
    assert record["exact"] is True
    assert record["positions"] == {"done": 16, "total": 16}
    known = {"file": "photo.png", "height": 40, "width": 90}
    assert record["image"].items() >= known.items()
    box, grid = record["grid_box"], result.heatmap.grid
    assert (box["top"], box["left"]) == (grid.top, grid.left)
    assert {"netgaze", "onnxruntime", "numpy", "python"} <= record["versions"].keys()


def test_the_overlay_has_the_size_of_the_photo_and_changes_only_what_was_seen(
    result, tmp_path
):
    export_occlusion(result, tmp_path, style=Style(is_even=True, opacity=1))
    overlay = np.asarray(Image.open(tmp_path / "overlay.png"))
    photo = result.image.pixels
    assert overlay.shape == photo.shape
    seen = result.heatmap.seen
    left, right = int(np.ceil(seen.left)), int(seen.right)
    np.testing.assert_array_equal(overlay[:, : left - 1], photo[:, : left - 1])
    np.testing.assert_array_equal(overlay[:, right + 1 :], photo[:, right + 1 :])
    assert (overlay[20, left + 5 : right - 5] != photo[20, left + 5 : right - 5]).any()


def test_scores_of_an_incomplete_map_are_refused_and_nothing_is_written(
    result, tmp_path
):
    classifier, image = result.classifier, result.image
    spec = OcclusionSpec(Size(1, 1), Size(1, 1))
    job = occlusion_sweep(classifier, classifier.prepare(image), spec)
    part = next(job).partial
    partial = OcclusionResult(part, part.heatmap(Target(0)), classifier, image)
    out = tmp_path / "out"
    with pytest.raises(SpecError):
        export_occlusion(partial, out, with_scores=True)
    assert not list(out.iterdir())


def test_a_full_disk_leaves_what_was_there(result, tmp_path, monkeypatch):
    export_occlusion(result, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("inference.export.occlusion.write_record", full)
    with pytest.raises(ExportError, match=r"the disk is full\. Nothing there was"):
        export_occlusion(result, tmp_path, replaces=True)
    after = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert after == before
    assert not list(tmp_path.glob(".netgaze-*"))


def test_a_file_in_the_way_of_the_folder_is_told(result, tmp_path):
    (tmp_path / "out").write_text("here")
    with pytest.raises(ExportError, match="Cannot save to"):
        export_occlusion(result, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "here"


def test_an_interruption_leaves_no_half_written_file(tmp_path):
    def interrupted():
        with staged(tmp_path) as stage:
            (stage / "half").write_text("…")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list(tmp_path.iterdir())
