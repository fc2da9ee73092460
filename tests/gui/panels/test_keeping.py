"""A map that is kept beside those that follow, and two photos of Activations."""

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSpinBox

from gui.panels import WORDS
from gui.photo.colour_bar import ClassKeys
from gui.widgets.pickers import LayerPicker
from tests import models
from tests.gui.driving import drive
from tests.gui.finding import enter, panes, part, tick

GRADCAM, ACTIVATIONS = WORDS.index("gradcam"), WORDS.index("activations")


def noise(path, size, seed):
    pixels = np.random.default_rng(seed).integers(0, 256, (*size, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def titles(user):
    return [overlay.title for overlay in user.window.session.shown.overlays]


def in_sight(user):
    return [view for view in panes(user.window.canvas.viewer) if view.isVisible()]


def test_the_map_that_is_kept_stays_beside_another_layer_and_photo(
    monkeypatch, qapp, tmp_path
):
    model = models.convolutions(tmp_path / "net.onnx", (40, 48))
    first = noise(tmp_path / "a.png", (40, 48), 0)
    noise(tmp_path / "b.png", (40, 48), 1)

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.window.tabs.show_tab(GRADCAM)
        user.wait(lambda: session.gradients.engine, "gradients")
        user.wait_idle()
        (kept,) = session.shown.overlays
        user.key(Qt.Key.Key_B)
        picker = user.part(LayerPicker, "Layer")
        user.key(Qt.Key.Key_Up, widget=picker)
        user.wait_idle()
        assert titles(user) == ["m", "n"]
        assert len(in_sight(user)) == 2
        left, right = session.shown.overlays
        np.testing.assert_array_equal(right.heatmap.values, kept.heatmap.values)
        assert left.is_alone
        assert right.is_alone
        user.key(Qt.Key.Key_Down, widget=picker)
        user.press("Explains: Probability")
        user.wait_idle()
        second_lines = [overlay.subtitle for overlay in session.shown.overlays]
        assert [" · probability " in line for line in second_lines] == [True, False]
        user.press("Explains: Logit")
        user.press("More")
        negative = user.part(QCheckBox, "Keep negative evidence")
        tick(negative)
        user.wait_idle()
        assert titles(user)[0] != titles(user)[1]
        tick(negative)
        user.key(Qt.Key.Key_PageDown)
        user.wait(lambda: session.subject.image.name == "b.png", "the next photo")
        user.wait_idle()
        assert titles(user) == ["b.png", "a.png"]
        left, right = session.shown.overlays
        assert not (left.is_alone)
        assert not (right.is_alone)
        assert right.image.name == "a.png"
        user.window.tabs.show_tab(0)  # another tab has its own
        user.wait_idle()
        assert len(in_sight(user)) == 1
        user.window.tabs.show_tab(GRADCAM)
        user.wait_idle()
        assert len(in_sight(user)) == 2
        user.key(Qt.Key.Key_B)
        assert len(session.shown.overlays) == 1

    assert drive(monkeypatch, [model, first], script) == 0


def labels(root):
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible()]


def test_two_photos_have_one_order_and_one_scale_or_a_reason(
    monkeypatch, qapp, tmp_path
):
    model = models.convolutions(tmp_path / "net.onnx", (40, 48))
    first = noise(tmp_path / "a.png", (40, 48), 0)
    second = noise(tmp_path / "b.png", (800, 480), 1)

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(ACTIVATIONS)
        panel = user.window.tabs.current
        user.wait(lambda: panel.lens.closer.answer, "a channel")
        panel.go_to("a")  # before its ReLU
        user.wait_idle()
        stats = panel.lens.answer.stats[0]
        assert stats.minima[panel.lens.channel] < 0
        assert any(words.startswith("Min \u2212") for words in labels(panel.channel))
        for channel in (1, 4):
            panel.lens.toggle_pin(channel)
        answers = user.window.answers
        size = answers.size
        panel.lens.add_photo(second)
        user.wait(lambda: panel.lens.photo_b, "photo B")
        user.wait_idle()
        pixels = panel.lens.photo_b.image.pixels.nbytes
        assert size + pixels < answers.size < size + 2 * pixels  # counted, and once
        chips = [
            each.text()
            for each in panel.pins.chips.findChildren(QPushButton)
            if each.isVisible() and each.text().isdecimal()
        ]
        detail = panel.lens.closer.answer
        assert [str(each.channel) for each in detail.compared] == chips == ["4", "1"]
        (line,) = (w for w in labels(panel.pins) if w.startswith("A and B from "))
        assert " · A \u2212 B from " in line
        difference = part(panel.pins, QPushButton, "Difference A \u2212 B")
        assert difference.isVisible()
        user.press("More")
        tick(user.part(QCheckBox, "Larger than trained"))
        user.wait_idle()
        assert not difference.isVisible()
        assert any(words.startswith("B gives ") for words in labels(panel.pins))

    assert drive(monkeypatch, [model, first], script) == 0


def test_a_patch_lies_on_the_photo_that_is_looked_at_alone(monkeypatch, qapp, tmp_path):
    model = models.convolutions(tmp_path / "net.onnx", (40, 48))
    first = noise(tmp_path / "a.png", (40, 48), 0)
    noise(tmp_path / "b.png", (40, 48), 1)

    def script(user):
        user.wait_opened()
        session = user.window.session
        user.press("Run map")
        user.wait(lambda: session.shown.overlays, "a map")
        user.wait_idle()
        user.key(Qt.Key.Key_B)
        user.key(Qt.Key.Key_PageDown)
        user.wait(lambda: session.subject.image.name == "b.png", "the next photo")
        user.press("Run map")
        user.wait(lambda: len(session.shown.overlays) == 2, "two maps")
        user.wait_idle()
        mine, kept = in_sight(user)
        user.wait(lambda: mine.pane.title == "b.png", "the panes")
        before = kept.grab().toImage()
        user.click(20, 24)
        user.wait_idle()
        assert session.shown.patches
        assert kept.grab().toImage() == before
        user.key(Qt.Key.Key_Escape)
        user.wait(lambda: not session.shown.patches, "no patch")
        QTest.mouseClick(kept, Qt.MouseButton.LeftButton, pos=kept.rect().center())
        assert not session.shown.patches

    assert drive(monkeypatch, [model, first], script) == 0


def test_a_map_of_classes_is_kept_beside_one_of_another_mask(
    monkeypatch, qapp, tmp_path
):
    model = models.convolutions(tmp_path / "net.onnx", (40, 48))
    first = noise(tmp_path / "a.png", (40, 48), 0)

    def script(user):
        user.wait_opened()
        session, canvas = user.window.session, user.window.canvas
        user.press("Run map")
        user.wait(lambda: session.shown.overlays, "a map")
        user.press("Draw: Class")
        user.wait(lambda: session.shown.overlays[0].classes, "a map of classes")
        user.wait_idle()
        (kept,) = session.shown.overlays
        user.key(Qt.Key.Key_B)
        enter(user.part(QSpinBox, "Mask side, number"), "20")
        user.press("Run map")
        user.wait(lambda: len(titles(user)) == 2 and titles(user)[0] != titles(user)[1])
        user.wait_idle()
        assert [t.split(",")[0] for t in titles(user)] == [
            "mask 20 × 20",
            "mask 8 × 10",
        ]
        left, right = session.shown.overlays
        assert right.classes is kept.classes
        assert left.classes is not kept.classes
        assert all(view.pane.picture is not None for view in in_sight(user))
        (keys,) = canvas.legend.findChildren(ClassKeys)
        assert " | " in keys.accessibleName()
        user.press("Draw: Drop")
        user.wait(lambda: session.shown.overlays[0].heatmap, "a map of numbers")
        user.wait_idle()
        words = canvas.legend.sentence()
        assert "left: Drop in probability of " in words
        assert "right: Predicted class while a place is covered" in words
        heard = []
        canvas.readout_changed.connect(heard.append)
        for view in in_sight(user):
            QTest.mouseMove(view, view.rect().center())
            QTest.mouseMove(view, view.rect().center() + QPoint(3, 3))
            user.wait(lambda: heard, "the place under the pointer")
            is_of_numbers = view is in_sight(user)[0]
            assert ("drop " in heard.pop()) is is_of_numbers
            heard.clear()

    assert drive(monkeypatch, [model, first], script) == 0
