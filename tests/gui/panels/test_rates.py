"""Find…: a sweep over learning rates, what it suggests, and what is taken of it."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSpinBox

from gui.widgets.decimals import DecimalField, plainly
from inference.classifier import open_classifier
from inference.dataset import list_dataset
from inference.finetune import STEPS, TrainingSpec, divided, rate_sweep
from inference.jobs import run as run_job
from tests.gui import finding
from tests.gui.driving import drive
from tests.gui.panels.test_finetune import is_there, open_tab, says
from tests.inference.finetune.studio import make_net, make_photos

pytestmark = pytest.mark.gui
ENDED = "The loss falls fastest near"


@pytest.fixture
def studio(tmp_path):
    """A small network, and photos of three colours."""
    (tmp_path / "model").mkdir()
    make_photos(tmp_path / "fruit")
    return make_net(tmp_path / "model" / "net.onnx"), tmp_path / "fruit"


def curve(user):
    """What is drawn of the sweep."""
    from gui.panels.finetune.rate_curve import RateCurve

    (found,) = user.window.tabs.current.findChildren(RateCurve)
    return found


def rate(user):
    return user.part(DecimalField, "Learning rate")


def expected(model, photos):
    """The sweep that the function gives."""
    spec = TrainingSpec()
    division = divided(run_job(list_dataset(photos)), spec)
    return run_job(rate_sweep(open_classifier(model), division, spec))


def test_a_learning_rate_is_found_and_taken(monkeypatch, qapp, studio):
    model, photos = studio

    def script(user):
        open_tab(user, photos)
        user.press("Find…")
        user.wait(lambda: says(user, ENDED), "what suits")
        user.wait_idle()
        found, drawn = expected(model, photos), curve(user)
        assert np.array_equal(drawn.sweep.losses, found.losses)
        reads_and_takes(user, found)
        tells_of_other_options(user, found)
        stops(user)
        goes_back(user)
        assert not list(model.parent.glob("*.npz"))
        assert [each.name for each in model.parent.iterdir()] == ["net.onnx"]

    assert drive(monkeypatch, (model, photos / "apple" / "0.png"), script) == 0


def reads_and_takes(user, found):
    """The pointer reads; *Take* and a click set the rate and bring the run back."""
    words = plainly(found.suggestion)
    assert says(user, f"{ENDED} {words}.")
    place = curve(user).place_of(found.rates[20]).toPoint()
    QTest.mouseMove(curve(user).viewport(), place)
    number = f"{found.losses[20]:.3f}"
    user.wait(lambda: says(user, f": {number} · smoothed"), "a reading")
    user.press(f"Take {words}")
    assert rate(user).text() == words
    assert not curve(user).isVisible()
    user.wait_idle()
    user.press("Find…")
    assert says(user, ENDED)  # it stands there still: the rate is no option of it
    place = curve(user).place_of(found.rates[20]).toPoint()
    QTest.mouseClick(curve(user).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert float(rate(user).text()) == pytest.approx(found.rates[20], rel=0.5)
    user.wait_idle()


def tells_of_other_options(user, found):
    """With other options it is told, and another sweep tells of these."""
    user.press("Find…")
    user.press("More")
    finding.enter(user.part(QSpinBox, "Seed"), "3")
    other = "Other options have been chosen since."
    user.wait(lambda: says(user, other), "that it is another run")
    user.wait_idle()
    user.press("Sweep again")
    user.wait(lambda: says(user, ENDED) and not says(user, other), "the other sweep")
    assert not np.array_equal(curve(user).sweep.losses, found.losses)


def stops(user):
    """A long sweep is stopped by its button; what it has stays."""
    finding.enter(user.part(QSpinBox, "Batch"), "300")
    user.wait_idle()
    user.press("Sweep again")
    user.wait(lambda: len(curve(user).sweep.rates) == 1, "the first step")
    words = finding.words(user.window.status)
    assert any("Learning rate" in each for each in words)
    user.press("Stop the sweep")
    user.wait_idle()
    assert len(curve(user).sweep.rates) < STEPS
    assert says(user, "Stopped before the loss had fallen.")
    assert is_there(user, "Sweep again")


def goes_back(user):
    """The link is pressed again, or a run is started: its page is back."""
    user.press("Find…")
    assert not curve(user).isVisible()
    user.press("Preview")
    user.press("Find…")
    assert curve(user).isVisible()
    assert not user.part(QAbstractButton, "Preview").isChecked()
    user.wait_idle()
