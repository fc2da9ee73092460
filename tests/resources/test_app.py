"""The icon, and what tells a desktop of the program."""

import configparser
import shutil
import subprocess
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from inference.bundled import ICON
from resources.app.make import DRAWN, HERE, SHOWN, SIDES, drawn


def test_the_icons_are_those_of_the_drawing(qapp):
    shown = np.asarray(Image.open(ICON).convert("RGBA"), int)
    assert np.abs(shown - np.asarray(drawn(SHOWN), int)).max() <= 8
    with Image.open(HERE / "netgaze.ico") as icon:
        assert icon.info["sizes"] == {(side, side) for side in SIDES}
    with Image.open(HERE / "netgaze.icns") as icon:
        assert max(icon.size) >= SHOWN
    ET.parse(DRAWN)


def test_the_window_bears_the_icon(qapp):
    from gui.app import application

    assert not application(()).windowIcon().isNull()


def test_a_desktop_opens_models_with_it():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(HERE / "netgaze.desktop", "utf-8")
    told = entry["Desktop Entry"]
    kinds = ET.parse(HERE / "netgaze-mime.xml").getroot()
    assert told["Exec"] == "netgaze %F"
    assert told["Icon"] == ICON.stem
    assert told["MimeType"].strip(";") == kinds[0].get("type")
    assert [each.get("pattern") for each in kinds.iter() if each.get("pattern")] == [
        "*.onnx"
    ]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs the tool")
def test_the_desktop_entry_is_valid():
    file = str(HERE / "netgaze.desktop")
    done = subprocess.run(
        ["desktop-file-validate", file], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
