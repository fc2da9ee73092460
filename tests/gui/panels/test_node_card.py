"""What the page Network says of a node."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from gui.panels import WORDS
from gui.panels.activations.filters import FilterGrid
from tests.gui.driving import drive
from tests.gui.finding import part

ACTIVATIONS = WORDS.index("activations")


@pytest.fixture
def model(tmp_path):
    """Two convolutions; the first filter looks for red, the second for blue."""
    first = np.zeros((2, 3, 3, 3), np.float32)
    first[0, 0] = first[1, 2] = 1
    first[1, 0] = -1
    second = np.linspace(-2, 4, 4 * 2, dtype=np.float32).reshape(4, 2, 1, 1)
    weights = {"first.weight": first, "second.weight": second}
    nodes = [
        helper.make_node("Conv", ["input", "first.weight"], ["a"], pads=[1] * 4),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "second.weight"], ["c"], strides=[2, 2]),
        helper.make_node("GlobalAveragePool", ["c"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "two",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, (1, 3, 24, 24))],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, (1, 4))],
        [numpy_helper.from_array(w, name) for name, w in weights.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    made = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(made, tmp_path / "two.onnx")
    return tmp_path / "two.onnx"


def told(root):
    shown = [each.text() for each in root.findChildren(QLabel) if each.isVisible()]
    return "\n".join(shown)


def test_a_row_tells_its_node_and_the_search_marks_boxes(
    monkeypatch, qapp, model, tmp_path
):
    pixels = np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(ACTIVATIONS)
        panel = user.window.tabs.current
        user.wait(lambda: panel.lens.closer.answer, "a channel")
        user.press("Network")
        user.wait_idle()
        page = panel.network.section
        table, node = page.table, page.card

        def click(row):
            at = QPoint(20, table.rowViewportPosition(row) + 8)
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
            QTest.qWait(1)
            user.wait_idle()

        click(0)
        numbers = "W first.weight · 2 × 3 × 3 × 3 · \u22121.00 to 1.00"
        user.wait(lambda: numbers in told(node), "its weights")
        assert "kernel 3 × 3 · stride 1 · pads 1 · groups 1" in told(node)
        assert node.findChild(FilterGrid).isVisible()
        click(2)
        user.wait(lambda: "second.weight" in told(node), "the other's")
        assert not node.findChild(FilterGrid).isVisible()
        search = part(page, QLineEdit, "Find a node")
        plain = page.graph.viewport().grab().toImage()
        QTest.keyClicks(search, "relu")
        assert table.shown == 1
        assert page.graph.viewport().grab().toImage() != plain
        QTest.qWait(1)
        user.wait_idle()
        assert "second.weight" in told(node)  # to search chooses nothing
        QTest.keyClick(search, Qt.Key.Key_Return)
        QTest.qWait(1)
        user.wait_idle()
        assert "Relu" in told(node)
        user.press("Whole network")
        user.press("Chosen node")
        assert page.graph.transform().m11() == 1  # a size that is read
        search.clear()

    assert drive(monkeypatch, [model, tmp_path / "noise.png"], script) == 0
