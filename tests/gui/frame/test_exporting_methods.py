"""An export of two methods holds both maps; each is computed again and opened again."""

import json

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QSpinBox

from gui.panels import WORDS
from gui.widgets import dialogs
from inference.cli import run as command
from tests import cam_models
from tests.gui.driving import drive
from tests.gui.finding import enter

pytestmark = pytest.mark.gui


@pytest.fixture
def files(tmp_path):
    """A small network and a photo."""
    random = np.random.default_rng(0)
    weights, head = random.normal(0, 0.3, (5, 3, 3, 3)), random.normal(0, 1, (5, 4))
    model = cam_models.pooled(tmp_path / "m.onnx", weights, head, image=(1, 3, 16, 16))
    pixels = random.integers(0, 256, (40, 60, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    return [str(model), str(tmp_path / "a.png")]


def test_two_methods_are_exported_replayed_and_opened_again(
    monkeypatch, qapp, files, tmp_path, capsys
):
    out, again = tmp_path / "out", tmp_path / "again"
    for folder in (out, again):
        folder.mkdir()
    chosen = [out]
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: chosen[-1])
    maps = []

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(WORDS.index("gradcam"))
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        user.choose("Method", "RISE")
        user.press("Masks: 1,000")
        user.press("More")
        enter(user.part(QSpinBox, "Seed"), "7")
        user.press("Run")
        user.wait_idle()
        user.press("Compare: Method")
        user.choose("Second method", "HiResCAM")
        user.wait_idle()
        overlays = user.window.session.shown.overlays
        assert [each.method for each in overlays] == ["RISE", "HiResCAM"]
        maps.extend(each.heatmap.values for each in overlays)
        user.window.exporting.choose()
        user.wait(lambda: [*out.glob("*/beside/gradcam.json")], "both maps")
        user.wait_idle()

        (saved,) = out.iterdir()  # and open it again, on another method
        user.press("Compare: Off")
        user.choose("Method", "Grad-CAM")
        user.wait_idle()
        user.window.reopening.open(saved)
        user.wait(lambda: user.window.tabs.current.lens.way == "rise", "the method")
        user.wait_idle()
        assert user.part(QSpinBox, "Seed").value() == 7
        user.press("Run")
        user.wait_idle()
        (overlay,) = user.window.session.shown.overlays
        assert overlay.heatmap.values == pytest.approx(maps[0], abs=1e-6)

    assert drive(monkeypatch, files, script) == 0
    (saved,) = out.iterdir()
    names = ("explain.json", "beside/gradcam.json")
    folders = [(saved / name).parent for name in names]
    for folder, name, values in zip(folders, names, maps, strict=True):
        assert np.load(folder / "heatmap.npy") == pytest.approx(values)
        assert json.loads((saved / name).read_text())["target"]
        assert (folder / "overlay.png").exists()
        assert command(["replay", str(folder), "--provider", "cpu"]) == 0
    assert (saved / "shown.png").exists()
    (saved / "explain.json").write_text(
        (saved / "explain.json").read_text().replace('"seed": 7', '"seed": 8')
    )
    assert command(["replay", str(saved), "--provider", "cpu"]) == 1
    assert "are others now" in capsys.readouterr().err
