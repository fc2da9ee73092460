"""A photo of another colour profile in the window."""

import pytest
from PIL import Image

from gui.settings import load
from inference.bundled import DEMO_MODEL
from tests.gui.driving import drive
from tests.gui.finding import words
from tests.profiles import icc

pytestmark = pytest.mark.gui


def test_a_profile_is_shown_and_converting_is_remembered(monkeypatch, qapp, tmp_path):
    photo = tmp_path / "photo.png"
    Image.new("RGB", (90, 60), (200, 40, 60)).save(photo, icc_profile=icc("Display P3"))

    def red(user):
        return int(user.window.session.subject.image.pixels[0, 0, 0])

    def told(user):
        return " ".join(words(user.window.subject_bar))

    def switch(user):
        (view,) = (a for a in user.window.menuBar().actions() if a.text() == "&View")
        (action,) = (
            a for a in view.menu().actions() if a.text() == "Convert photos to sRGB"
        )
        action.trigger()

    def first(user):
        user.wait_opened()
        assert red(user) == 200
        assert "Display P3, read as sRGB" in told(user)
        switch(user)
        user.wait(lambda: red(user) > 205)
        user.wait_idle()
        assert "converted from Display P3" in told(user)
        user.wait(lambda: load().is_srgb)

    def second(user):
        user.wait_opened()
        assert red(user) > 205
        switch(user)
        user.wait(lambda: red(user) == 200)
        user.wait_idle()

    for script in (first, second):
        assert drive(monkeypatch, [DEMO_MODEL, photo], script) == 0
