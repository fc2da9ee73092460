"""The list of methods: in groups, each with its cost; what cannot run says why."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from gui.panels import WORDS
from inference.bundled import DEMO_PHOTO
from tests import cam_models
from tests.gui.driving import drive
from tests.gui.finding import words

pytestmark = pytest.mark.gui

GROUPS = [
    "Weighs the maps of a layer",
    "Follows the gradient to the pixels",
    "Covers and watches, no gradients",
    "Transformers only",
]


def entries(box):
    """What a user reads in a list: words and whether they can be chosen, by entry."""
    model = box.model()
    rows = [model.index(n, 0) for n in range(model.rowCount())]
    return {row.data(): bool(row.flags() & Qt.ItemFlag.ItemIsEnabled) for row in rows}


def opened(user):
    user.wait_opened()
    user.window.tabs.show_tab(WORDS.index("gradcam"))
    gradients = user.window.session.gradients
    user.wait(lambda: gradients.engine or gradients.failure, "gradients")
    user.wait_idle()
    return user.window.tabs.current


def lacking(path, *, is_last=False):
    """A network with an operator that has no gradient: inside, or at its end."""
    random, node = np.random.default_rng(1), cam_models.node
    weights = {
        "w": random.normal(0, 0.3, (4, 3, 3, 3)).astype(np.float32),
        "head": random.normal(0, 1, (4, 3)).astype(np.float32),
        "eye": np.eye(3, dtype=np.float32),
    }
    nodes = [
        node("Conv", "image w", "known", pads=[1] * 4),
        node("ReduceMean", "image", "square", axes=[0, 1], keepdims=0),
        node("Det", "square", "volume"),
        node("Mul", "known volume", "mixed"),
        node("Relu", "mixed", "features"),
        node("GlobalAveragePool", "features", "pooled"),
        node("Flatten", "pooled", "flat"),
        node("MatMul", "flat head", "scores" if is_last else "logits"),
    ]
    if is_last:
        nodes += [
            node("Mul", "scores eye", "spread"),  # (3, 3), the scores on its diagonal
            node("Add", "spread eye", "matrix"),
            node("Det", "matrix", "product"),
            node("Mul", "scores product", "logits"),
        ]
    return cam_models.save(path, nodes, [1, 3, 8, 8], weights)


def test_methods_stand_in_groups_with_what_they_cost(monkeypatch, qapp):
    def script(user):
        panel = opened(user)
        box = user.part(QComboBox, "Method")
        listed = entries(box)
        assert [each for each in listed if each in GROUPS] == GROUPS
        assert not any(listed[each] for each in GROUPS)
        assert not listed["Attention rollout · this network has no attention"]
        user.wait(lambda: any("passes · about" in x for x in words(panel.trust)))
        user.choose("Method", "RISE")
        user.wait_idle()
        assert any(each.startswith("about ") for each in words(panel.run_row))
        short = words(panel.run_row)
        user.press("Masks: 16,000")
        assert words(panel.run_row) != short  # four times as long

    assert drive(monkeypatch, [], script) == 0


def test_operators_without_gradients_grey_what_goes_to_the_pixels(
    monkeypatch, qapp, tmp_path
):
    def script(user):
        opened(user)
        listed = entries(user.part(QComboBox, "Method"))
        why = "1 operator has no gradients here"
        assert not listed[f"Integrated gradients · {why}"]
        assert not listed[f"SmoothGrad · {why}"]
        assert listed["Grad-CAM"]  # of a layer above it
        assert listed["RISE"]

    files = [lacking(tmp_path / "m.onnx"), DEMO_PHOTO]
    assert drive(monkeypatch, files, script) == 0


def test_without_any_gradients_the_tab_opens_on_what_needs_none(
    monkeypatch, qapp, tmp_path
):
    def script(user):
        panel = opened(user)
        box = user.part(QComboBox, "Method")
        user.wait(lambda: box.currentText() == "RISE", "a method without gradients")
        user.wait_idle()
        why = "no gradients here"
        able = {name for name, is_able in entries(box).items() if is_able}
        assert able == {"Score-CAM", "RISE", "LIME"}
        assert any(each.endswith(why) for each in entries(box))
        user.press("Masks: 1,000")
        user.press("Run")
        user.wait_idle()
        assert panel.lens.answer.is_complete
        (overlay,) = user.window.session.shown.overlays
        assert overlay.method == "RISE"

    files = [lacking(tmp_path / "m.onnx", is_last=True), DEMO_PHOTO]
    assert drive(monkeypatch, files, script) == 0
