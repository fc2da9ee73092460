"""How far can I trust it? Asked with a click, answered below the map and on it."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from gui.panels import WORDS
from gui.trusting.curves import CurveChart
from gui.trusting.weights import WeightsChart
from tests import cam_models
from tests.gui.driving import drive, place_of
from tests.gui.finding import part, press, words

pytestmark = pytest.mark.gui

ASK = "How far can I trust it?"


@pytest.fixture
def files(tmp_path):
    """A small network and two photos."""
    random = np.random.default_rng(0)
    weights, head = random.normal(0, 0.3, (5, 3, 3, 3)), random.normal(0, 1, (5, 4))
    model = cam_models.pooled(tmp_path / "m.onnx", weights, head, image=(1, 3, 16, 16))
    for name in ("a.png", "b.png"):
        pixels = random.integers(0, 256, (40, 60, 3), np.uint8)
        Image.fromarray(pixels).save(tmp_path / name)
    return [str(model), str(tmp_path / "a.png")]


def opened(user):
    """The tab, with its map."""
    user.wait_opened()
    user.window.tabs.show_tab(WORDS.index("gradcam"))
    user.wait(lambda: user.window.session.gradients.engine, "gradients")
    user.wait_idle()
    return user.window.tabs.current


def measured(user, panel):
    """Asks, and waits for what is said."""
    user.press(ASK)
    user.wait_idle()
    user.wait(lambda: any("rivals" in each for each in words(panel.trust)), "trust")
    return " ".join(words(panel.trust))


def badge(user):
    user.wait_idle()
    labels = user.window.canvas.legend.findChildren(QLabel)
    (found,) = (x for x in labels if x.property("role") == "badge" and x.isVisible())
    return found


def test_a_map_is_measured_and_its_badge_says_how_many_rivals_it_beats(
    monkeypatch, qapp, files
):
    def script(user):
        panel = opened(user)
        assert any(x.startswith("2,332 passes") for x in words(panel.trust))
        assert "enlarged" in badge(user).text()
        said = measured(user, panel)
        for part_of_it in ("Deletion", "Insertion", "Randomised weights", "Stability"):
            assert part_of_it in said
        assert "as trained" in said
        assert "20 others" in said
        (best,) = (x for x in words(panel.trust) if x.startswith("best rival: "))
        beaten = badge(user).text()
        assert beaten.startswith("better than ")
        assert beaten.endswith(" of 21 rivals")
        assert "good" not in beaten
        assert best.removeprefix("best rival: ") in badge(user).toolTip()
        (sentence,) = (x for x in words(panel.trust) if x.startswith("Beats"))
        assert beaten.split()[2] == sentence.split()[1]

        user.press("Explains: Probability")  # another map: what was found greys
        user.wait_idle()
        assert "Of another map. Measure again" in words(panel.trust)
        assert "enlarged" in badge(user).text()
        user.press("Explains: Logit")  # what was measured is kept
        user.wait_idle()
        assert badge(user).text() == beaten
        assert "Of another map. Measure again" not in words(panel.trust)

        user.key(Qt.Key.Key_Right)
        user.wait(lambda: place_of(user.window.session) == 1, "the next photo")
        user.wait_idle()
        assert not any("rivals" in each for each in words(panel.trust))
        user.key(Qt.Key.Key_Left)
        user.wait(lambda: place_of(user.window.session) == 0, "the photo before")
        user.wait_idle()
        assert badge(user).text() == beaten

    assert drive(monkeypatch, files, script) == 0


def test_a_map_that_says_nothing_says_so_whatever_it_beats(monkeypatch, qapp, tmp_path):
    weight = np.full((1, 3, 3, 3), 0.1)  # the softmax is saturated: no gradient
    model = cam_models.pooled(tmp_path / "m.onnx", weight, [[900, -900]])
    Image.new("RGB", (60, 40), (200, 120, 40)).save(tmp_path / "a.png")

    def script(user):
        panel = opened(user)
        user.press("Explains: Probability")
        user.wait_idle()
        assert badge(user).text() == "Says nothing"
        measured(user, panel)
        assert badge(user).text() == "Says nothing"

    assert drive(monkeypatch, [model, tmp_path / "a.png"], script) == 0


def hover(chart, share):
    """Moves the pointer over a chart, from its left border to its right one."""
    QTest.mouseMove(chart, QPoint(round(share * (chart.width() - 1)), 20))
    QTest.qWait(1)


def test_the_pointer_reads_the_curves_and_the_map_of_each_step(
    monkeypatch, qapp, files
):
    def script(user):
        panel = opened(user)
        said = measured(user, panel)
        assert said.count("area ") == 2
        insertion = part(panel.trust, CurveChart, "Insertion")
        hover(insertion, 1.0)
        assert any(x.startswith("100 % shown: ") for x in words(panel.trust))
        QTest.mouseMove(part(panel.trust, QPushButton, ASK))
        user.wait(lambda: " ".join(words(panel.trust)).count("area ") == 2)

        chart = part(
            panel.trust, WeightsChart, "Rank correlation while weights are drawn anew"
        )
        assert "2 drawn anew" in words(panel.trust)  # at first all of them
        last = panel.trust.grab().toImage()
        hover(chart, 0.0)
        assert "rank correlation 1.00" in words(panel.trust)
        assert panel.trust.grab().toImage() != last
        QTest.mouseMove(part(panel.trust, QPushButton, ASK))
        user.wait(lambda: "2 drawn anew" in words(panel.trust))
        chart.setFocus()
        user.key(Qt.Key.Key_Left, widget=chart)
        assert "1 drawn anew" in words(panel.trust)

    assert drive(monkeypatch, files, script) == 0


def test_an_answer_is_folded_and_a_measurement_stopped(monkeypatch, qapp, files):
    def script(user):
        panel = opened(user)
        user.press(ASK)
        user.press("Stop measuring")
        user.wait_idle()
        measured(user, panel)
        press(panel.trust, "Fold the answer", QToolButton)
        assert len(words(panel.trust)) == 1  # the badge, in place of the cost
        assert words(panel.trust)[0].startswith("better than")
        user.press(ASK)
        assert any("best rival" in each for each in words(panel.trust))
        assert not user.window.lanes.are_working  # what is known is not measured again

    assert drive(monkeypatch, files, script) == 0


def test_the_map_of_occlusion_is_measured_below_its_reading(monkeypatch, qapp, files):
    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(WORDS.index("occlusion"))
        panel = user.window.tabs.current
        assert not words(panel.trust)
        user.press("Run map")
        user.wait_idle()
        user.wait(lambda: any("2,332 passes · " in x for x in words(panel.trust)))
        assert "Exact" in badge(user).text()
        user.press(ASK)
        user.wait_idle()
        user.wait(lambda: badge(user).text().startswith("better than"), "its badge")
        assert "takes no gradients" in " ".join(words(panel.trust))
        user.press("Draw: Class")  # no map of numbers: none to be measured
        user.wait_idle()
        assert "Of another map. Measure again" in words(panel.trust)
        user.press("Draw: Drop")
        user.wait_idle()
        user.wait(lambda: badge(user).text().startswith("better than"), "its badge")

    assert drive(monkeypatch, files, script) == 0
