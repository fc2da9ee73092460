"""What pictures of exports say and how large they are."""

import json

import numpy as np
import pytest
from PIL import Image

from inference.classifier import Quantity
from inference.cli import run
from inference.geometry import Box
from inference.pictures.heatmap import Heatmap
from inference.pictures.shown import Cover, PicturePane, pane_picture, shown_picture
from inference.pictures.style import Style
from tests import cam_models as models

FED = ["--preprocess", "unit", "--provider", "cpu"]


@pytest.fixture
def model(tmp_path):
    rng = np.random.default_rng(0)
    weight, head = rng.normal(0, 0.3, (5, 3, 3, 3)), rng.normal(0, 1, (5, 4))
    path = models.pooled(tmp_path / "small.onnx", weight, head, image=(1, 3, 16, 16))
    return str(path)


@pytest.fixture
def photo(tmp_path):
    pixels = np.random.default_rng(1).integers(0, 256, (30, 50, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "burger.png")
    return str(tmp_path / "burger.png")


COMMANDS = {
    "occlude": ["--stride", "8", "--mask", "5", "--baseline", "black"],
    "gradcam": [],
    "activations": ["--layer", "relu", "--channels", "3"],
}
OVER = dict.fromkeys(COMMANDS, "overlay.png") | {"activations": "channel_3_overlay.png"}


@pytest.mark.parametrize("command", COMMANDS)
def test_pictures_have_the_photos_size_or_a_chosen_one(command, model, photo, tmp_path):
    words = [command, model, photo, *FED, *COMMANDS[command]]
    for side, size in ((None, (50, 30)), (200, (200, 120)), (16, (16, 10))):
        out = tmp_path / str(side)
        chosen = [] if side is None else ["--side", str(side)]
        assert run([*words, *chosen, "--out", str(out)]) == 0
        with Image.open(out / OVER[command]) as picture:
            assert picture.size == size
            assert "small · burger.png" in picture.info["Description"]


def test_what_a_picture_is_of_and_how_it_was_made_is_said(
    model, photo, tmp_path, monkeypatch
):
    written = []
    from PIL import ImageDraw

    text = ImageDraw.ImageDraw.text
    monkeypatch.setattr(
        ImageDraw.ImageDraw,
        "text",
        lambda self, at, words, *rest: (
            written.append(words) or text(self, at, words, *rest)
        ),
    )
    words = ["occlude", model, photo, *FED, *COMMANDS["occlude"]]
    assert run([*words, "--out", str(tmp_path / "o")]) == 0
    caption = " ".join(written)
    for part in ("small", "burger.png", "mask 5x5", "stride 8x8", "baseline black"):
        assert part in caption
    assert "4 of 4 places" in caption
    with Image.open(tmp_path / "o" / "overlay.png") as picture:
        assert "baseline black" in picture.info["Description"]
        assert picture.info["Description"].endswith("exact")


@pytest.mark.parametrize("side", ["0", "-5", "15", "99999"])
def test_pictures_that_cannot_be_are_refused(model, photo, tmp_path, capsys, side):
    command = ["gradcam", model, photo, "--side", side, "--out", str(tmp_path / "o")]
    assert run(command) == 1
    assert "Pictures cannot have a side of" in capsys.readouterr().err


def test_a_covered_place_and_a_map_lie_where_they_lie_on_the_photo():
    photo = np.full((40, 60, 3), 200, np.uint8)
    box = Box(0, 0, 40, 60)
    values = np.float32([[0, 0, 1], [0, 0, 0]])
    heatmap = Heatmap(values, box, box, "", "", Quantity.LOGIT, 0)
    style = Style("grey", opacity=1.0, is_even=True, enlarge="blocks", side=120)
    cover = Cover(Box(20, 0, 20, 20), (255, 0, 0))
    drawn = pane_picture(PicturePane(photo, style=style, covers=(cover,)))
    assert drawn.shape == (80, 120, 3)
    assert tuple(drawn[60, 20]) == (255, 0, 0)
    assert tuple(drawn[20, 20]) == (200, 200, 200)
    drawn = pane_picture(PicturePane(photo, heatmap, style=style))
    assert drawn[20, 100].min() > 240
    assert drawn[60, 100].max() < 15


def test_two_panes_of_different_sizes_stand_beside_each_other():
    panes = [
        PicturePane(np.full((h, w, 3), 9, np.uint8), title=name)
        for h, w, name in ((30, 50, "A"), (400, 90, "B"))
    ]
    both = shown_picture(panes, ["below"])
    assert both.shape[0] > 400
    assert both.shape[1] == 8 * 50 + 12 + 90


def test_covering_a_place_is_written_like_any_result(model, photo, tmp_path):
    from inference.classifier import Wishes, open_classifier
    from inference.export import FolderTakenError, ProbeResult, export_probe
    from inference.image import open_image
    from inference.occlusion import probe

    classifier, image = open_classifier(model, Wishes("unit")), open_image(photo)
    found = probe(classifier, classifier.prepare(image), [Box(2, 3, 5, 5)])
    result = ProbeResult(found, 1, classifier, image)
    files = export_probe(result, tmp_path / "o")
    assert {file.name for file in files} == {"covered.png", "probe.csv", "probe.json"}
    record = json.loads((tmp_path / "o" / "probe.json").read_text("utf-8"))
    assert record["boxes"] == [{"top": 2, "left": 3, "height": 5, "width": 5}]
    assert record["baseline"] == "gray"
    assert record["drop"] == pytest.approx(found.drop(1))
    with pytest.raises(FolderTakenError, match="Covered places: 2, 3, 5, 5"):
        export_probe(result, tmp_path / "o")
