"""Looks at the demo: opens it, covers places, explains, exports, and counts again.

Numbers are read from the files that the window writes, as far as it writes them.
"""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from shutil import copyfile

import numpy as np
from PIL import Image

from gui.self_test.hand import Hand
from gui.widgets.words import translate
from inference.bundled import DEMO_MODEL, RESOURCES
from inference.errors import ExportError, InferenceError
from inference.geometry import Array

PROGRAM = RESOURCES.parent / "main.py"


def opened_demo(hand: Hand) -> Array:
    """Waits for the demo; returns its logits (K,)."""
    session = hand.window.session
    hand.wait(lambda: session.subject.prediction)
    return _logits(hand)


def opened_copy(hand: Hand) -> Array:
    """Opens the same model as a file that nobody has tried yet."""
    return opened(hand, Path(copyfile(DEMO_MODEL, hand.folder / DEMO_MODEL.name)))


def opened(hand: Hand, model: Path) -> Array:
    """Opens a model for the photo; returns its logits (K,)."""
    session = hand.window.session
    hand.window.open_files([model])
    hand.wait(lambda: session.subject.request.model == model)
    return _logits(hand)


def _logits(hand: Hand) -> Array:
    hand.wait_idle()
    prediction = hand.window.session.subject.prediction
    assert prediction is not None
    return prediction.logits


def covered_place(hand: Hand) -> Array:
    """Covers the middle of the photo; returns the probabilities behind it (K,)."""
    image = hand.window.session.subject.image
    assert image is not None
    height, width = image.pixels.shape[:2]
    hand.click_photo(height / 2, width / 2)
    hand.wait_idle()
    return np.array(_record(hand.export("patch"))["probabilities_after"])


def covered_places(hand: Hand) -> Array:
    """Covers some places of the whole photo; returns the map."""
    hand.press(translate("MapSection", "Quick"))
    hand.press(translate("MapSection", "Run map"))
    hand.wait_idle()
    return _saved(hand.export("map"), "heatmap.npy")


def explained(hand: Hand) -> Array:
    """Goes to Grad-CAM; returns its map."""
    hand.go_to(2)
    hand.wait(lambda: hand.window.tabs.current.is_exportable)
    hand.wait_idle()
    return _saved(hand.export("gradcam"), "heatmap.npy")


def looked_inside(hand: Hand) -> Array:
    """Goes to the activations; returns the largest value of each channel (C,)."""
    hand.go_to(3)
    hand.wait(lambda: hand.window.tabs.current.is_exportable)
    hand.wait_idle()
    maps = _saved(hand.export("channels"), "activations.npy")
    largest: Array = maps.reshape(-1, *maps.shape[-2:]).max(axis=(1, 2))
    return largest


def computed_again(hand: Hand) -> Array:
    """Has the command line compute each export again; no numbers come of it.

    Raises:
        InferenceError: It says that they differ.
    """
    for name in ("map", "gradcam", "channels"):
        (folder,) = (hand.folder / name).iterdir()
        child = subprocess.Popen(
            [*_program(), "replay", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        with child:
            hand.wait(partial(_has_ended, child))
            said = child.stdout.read() if child.stdout else ""
        if child.returncode:
            raise InferenceError("The command line says: {words}", words=said.strip())
    return np.zeros(0)


def _has_ended(child: "subprocess.Popen[str]") -> bool:
    return child.poll() is not None


def _program() -> list[str]:
    """Returns how this program is started."""
    is_frozen = getattr(sys, "frozen", False)
    return [sys.executable] if is_frozen else [sys.executable, str(PROGRAM)]


def _saved(folder: Path, name: str) -> Array:
    """Reads an array of an export, after all its other files."""
    _record(folder)
    numbers: Array = np.load(folder / name)
    return numbers


def _record(folder: Path) -> dict[str, list[float]]:
    """Reads the JSON of an export, and the pictures that it lists.

    Raises:
        ExportError: A picture is of one colour.
    """
    (file,) = folder.glob("*.json")
    record: dict[str, list[float]] = json.loads(file.read_text("utf-8"))
    for picture in map(str, record["files"]):
        if picture.endswith(".png") and not _is_drawn(folder / picture):
            raise ExportError('The picture "{name}" is empty.', name=picture)
    return record


def _is_drawn(file: Path) -> bool:
    """Whether a picture has more than one colour."""
    with Image.open(file) as picture:
        low, high = np.asarray(picture.convert("L").getextrema()).ravel()
    return bool(low < high)
