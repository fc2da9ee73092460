"""What of Activations is seen at once in a small window, and in the large view."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.panels import WORDS
from gui.widgets.pickers import LayerPicker
from tests.gui.driving import drive

ACTIVATIONS, GRADCAM = WORDS.index("activations"), WORDS.index("gradcam")


@pytest.fixture
def wide(tmp_path):
    """64 channels and their ReLU; the logits are their means."""
    kernel = np.random.default_rng(0).normal(size=(64, 3, 3, 3)).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["input", "w"], ["conv"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["conv"], ["relu"]),
        helper.make_node("GlobalAveragePool", ["relu"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "wide",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, (1, 3, 24, 24))],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, (1, 64))],
        [numpy_helper.from_array(kernel, "w")],
    )
    opset = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(model, tmp_path / "wide.onnx")
    return tmp_path / "wide.onnx"


@pytest.fixture
def photo(tmp_path):
    pixels = np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    return tmp_path / "noise.png"


def all_shown(panel):
    labels = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    return any(words.startswith("64 of 64 channels shown") for words in labels)


def test_all_of_64_channels_are_seen_in_the_smallest_window(
    monkeypatch, qapp, wide, photo
):
    def script(user):
        window = user.window
        window.resize(1280, 800)
        user.wait_opened()
        window.tabs.show_tab(ACTIVATIONS)
        panel = window.tabs.current
        user.wait(lambda: panel.lens.closer.answer, "a channel")
        user.wait_idle()
        assert user.part(LayerPicker, "Layer").picked == "relu"  # that of Grad-CAM
        user.wait(lambda: all_shown(panel), "all channels")
        small = panel.grid.columns
        user.press("Large view")
        assert panel.grid.isVisible()
        assert not window.canvas.viewer.isVisible()
        assert panel.grid.width() > panel.width()
        user.wait(lambda: all_shown(panel), "all channels")
        assert panel.grid.columns < small  # larger tiles
        user.press("Network")
        assert window.canvas.viewer.isVisible()
        user.wait_idle()
        table = panel.network.section.table
        head = table.horizontalHeader()
        words = [
            table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(7)
        ]
        place = words.index("Strongest")
        end = head.sectionViewportPosition(place) + head.sectionSize(place)
        assert end <= table.viewport().width()
        graph = panel.network.section.graph
        narrow = graph.width()
        user.press("Large view")
        assert graph.width() > narrow
        assert not window.canvas.viewer.isVisible()
        window.tabs.show_tab(GRADCAM)
        assert window.canvas.viewer.isVisible()
        window.tabs.show_tab(ACTIVATIONS)
        assert graph.isVisible()
        assert graph.width() == narrow

    assert drive(monkeypatch, [wide, photo], script) == 0
