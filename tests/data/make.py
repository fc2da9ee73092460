"""Makes the networks that tests open: `python -m tests.data.make`.

It writes, beside this file:

- `exports/<network>_<exporter>_<opset>.onnx`: the networks of `tests.transformers`, by
  torch's exporters of today, which take seconds each;
- `vit/<route>.onnx`: one trained ViT (`food_vit`) by five routes of export;
- `vit/drawings.jpg`, `vit/dishes.png`: drawings that it was not trained on, and where
  their dishes lie, on one sheet each.

Everything follows from fixed seeds. `--only exports` or `--only vit` makes a part.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import helper
from PIL import Image

from resources.demo.draw import LABELS
from tests import transformers
from tests.data import food_vit
from tests.data.exporting import EXPORTERS, export, fuse, optimise

HERE = Path(__file__).parent
EXPORTS, VIT = HERE / "exports", HERE / "vit"
OPSETS = (17, 20, 23)
TESTED_SEED = 2_000_000
QUALITY = 90


def main():
    """Makes what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=("exports", "vit"))
    only = parser.parse_args().only
    if only != "vit":
        make_exports()
    if only != "exports":
        make_vit()


def make_exports():
    """Writes each small network by each exporter at each opset."""
    EXPORTS.mkdir(exist_ok=True)
    for name in transformers.NETWORKS:
        for exporter in EXPORTERS:
            for opset in OPSETS:
                path = EXPORTS / f"{name}_{exporter}_{opset}.onnx"
                network = transformers.made(name)
                export(network, transformers.SIZE, path, exporter, opset)


def make_vit():
    """Trains the ViT, writes it by five routes, and draws what it is tested with."""
    VIT.mkdir(exist_ok=True)
    network, size = food_vit.trained(), food_vit.FORM.size
    legacy = export(network, size, VIT / "legacy.onnx", "legacy", 17)
    export(network, size, VIT / "present.onnx", "present")
    export(network, size, VIT / "opset23.onnx", "present", 23)
    optimise(legacy, VIT / "optimised.onnx", "EXTENDED")
    fuse(legacy, VIT / "fused.onnx", food_vit.FORM)
    for path in VIT.glob("*.onnx"):
        _labelled(path)
    draw_sheets()


def draw_sheets():
    """Writes drawings and dishes, a row for each class."""
    pixels, dishes, _ = food_vit.drawings(food_vit.TESTED, TESTED_SEED)
    _sheet(pixels).save(VIT / "drawings.jpg", quality=QUALITY)
    _sheet(dishes).save(VIT / "dishes.png", optimize=True)


def _sheet(tiles):
    """Lays tiles (N, h, w, ...) out: the drawings of a class are every ninth."""
    rows = (np.hstack(tiles[n :: len(LABELS)]) for n in range(len(LABELS)))
    return Image.fromarray(np.vstack(list(rows)))


def _labelled(path):
    """Writes labels and preprocessing into a file."""
    model = onnx.load(path)
    preprocessing = {
        "channels": "RGB",
        "scale": 1 / 255,
        "mean": [food_vit.MEAN] * 3,
        "std": [food_vit.STD] * 3,
    }
    card = {"labels": LABELS, "preprocessing": preprocessing, "resize": "crop"}
    helper.set_model_props(model, {"netgaze": json.dumps(card)})
    onnx.save(model, path)


if __name__ == "__main__":
    main()
