"""The layer ladder: which rungs it shows, and what it calls them."""

import json

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QStyleOptionViewItem

from gui.panels import WORDS
from gui.panels.gradcam.ladder import Ladder
from gui.panels.gradcam.rungs import SIDE, Rung
from gui.widgets.pickers import LayerPicker
from inference.cli import run
from tests.gui.driving import drive
from tests.gui.finding import tick

DEEP = 12  # pairs of a convolution and its ReLU


@pytest.fixture
def deep(tmp_path):
    """Convolutions with a ReLU each, named as PyTorch's exporter names them."""
    nodes, weights, last = [], [], "input"
    random = np.random.default_rng(0)
    for place in range(DEEP):
        kernel = random.normal(0.05, 0.2, (4, 3 if place == 0 else 4, 3, 3))
        weights.append(numpy_helper.from_array(kernel.astype(np.float32), f"w{place}"))
        before, name = last, f"/net/net.{2 * place}/Conv_output_0"
        last = f"/net/net.{2 * place + 1}/Relu_output_0"
        pads = {"pads": [1, 1, 1, 1]}
        nodes.append(helper.make_node("Conv", [before, f"w{place}"], [name], **pads))
        nodes.append(helper.make_node("Relu", [name], [last]))
    nodes.append(helper.make_node("GlobalAveragePool", [last], ["pooled"]))
    nodes.append(helper.make_node("Flatten", ["pooled"], ["scores"]))
    graph = helper.make_graph(
        nodes,
        "deep",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, (1, 3, 24, 24))],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, (1, 4))],
        weights,
    )
    opset = [helper.make_opsetid("", 17)]
    onnx.save(
        helper.make_model(graph, opset_imports=opset, ir_version=8), tmp_path / "d.onnx"
    )
    return tmp_path / "d.onnx"


def shown(ladder):
    """The names of the rungs that a user can see, in their order."""
    sight = ladder.viewport().rect()
    indexes = [ladder.model().index(n, 0) for n in range(ladder.model().rowCount())]
    inside = [i for i in indexes if sight.contains(ladder.visualRect(i).center())]
    return [i.data(Qt.ItemDataRole.UserRole).short for i in inside]


def test_the_ladder_has_a_rung_for_each_pair_and_shows_the_chosen_one(
    monkeypatch, qapp, deep, capsys, tmp_path
):
    def script(user):
        user.wait_opened()
        user.window.resize(1280, 800)
        user.window.tabs.show_tab(WORDS.index("gradcam"))
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        panel = user.window.tabs.current
        ladder, picker = panel.ladder, user.part(LayerPicker, "Layer")
        usual = [f"net.{2 * n + 1}" for n in range(DEEP)]
        assert [rung.short for rung in ladder.rungs] == usual
        assert picker.currentText().startswith("net.23 · ")
        assert "net.23" in shown(ladder)
        cells = [ladder.visualRect(ladder.model().index(n, 0)) for n in range(4)]
        across = sum(cell.top() == cells[0].top() for cell in cells)
        unused = ladder.viewport().width() - across * cells[0].width()
        assert unused <= across
        user.key(Qt.Key.Key_Home, widget=ladder)
        user.wait(lambda: picker.currentText().startswith("net.1 · "))
        user.key(Qt.Key.Key_Right, widget=ladder)
        user.wait(lambda: picker.currentText().startswith("net.3 · "))
        user.wait_idle()
        assert panel.lens.answer.first.layer.short == "net.3"
        user.key(Qt.Key.Key_Up, widget=picker)  # a layer that is no rung
        assert [rung.short for rung in ladder.rungs] == ["net.1", "net.2", *usual[1:]]
        assert "net.2" in shown(ladder)
        assert picker.toolTip().startswith("/net/net.2/Conv_output_0\n")
        user.press("More")
        tick(user.part(QCheckBox, "Every layer in the ladder"))
        assert [rung.short for rung in ladder.rungs] == [f"net.{n}" for n in range(24)]

    photo = tmp_path / "photo.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(photo))
    assert drive(monkeypatch, [deep, photo], script) == 0
    out = str(tmp_path / "out")
    command = ["gradcam", str(deep), str(photo), "--layer", "NET.2", "--out", out]
    capsys.readouterr()
    assert run([*command, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["layer"]["name"] == "/net/net.2/Conv_output_0"
    assert run(["info", str(deep), "--layers", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["short"] for line in lines][:3] == ["net.0", "net.1", "net.2"]
    assert run(["info", str(deep), "--layers"]) == 0
    assert "  net.2   " in capsys.readouterr().out


def test_an_empty_map_is_marked(qtbot):
    levels = np.zeros((SIDE, SIDE), np.uint8)
    full = Rung("a", "a", "3 × 3", levels, "viridis", is_usual=True, is_empty=False)
    empty = Rung("b", "b", "3 × 3", levels, "viridis", is_usual=True, is_empty=True)
    ladder = Ladder()
    qtbot.addWidget(ladder)
    ladder.resize(300, 300)
    ladder.show_rungs((full, empty))
    with qtbot.waitExposed(ladder):
        ladder.show()
    seen = ladder.viewport().grab().toImage()
    first, second = (ladder.visualRect(ladder.model().index(n, 0)) for n in (0, 1))
    places = [(x, y) for x in range(30, 50) for y in range(30, 50)]

    def colours(cell):
        corner = cell.topLeft()
        return {seen.pixel(corner.x() + x, corner.y() + y) for x, y in places}

    assert len(colours(first)) == 1
    assert len(colours(second)) > 1
    tip = ladder.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "b, 3 × 3: nothing is left here"


def test_a_long_name_stands_on_two_lines(qtbot, monkeypatch):
    levels = np.zeros((SIDE, SIDE), np.uint8)
    name = "squeeze_activation"
    rung = Rung(name, name, "3 × 3", levels, "viridis", is_usual=True, is_empty=False)
    ladder, drawn = Ladder(), []
    qtbot.addWidget(ladder)
    ladder.resize(300, 300)
    ladder.show_rungs((rung,))
    with qtbot.waitExposed(ladder):
        ladder.show()
    option = QStyleOptionViewItem()
    option.rect = ladder.visualRect(ladder.model().index(0, 0))
    page = QImage(300, 300, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    monkeypatch.setattr(painter, "drawText", lambda *words: drawn.append(words[-1]))
    ladder.itemDelegate().paint(painter, option, ladder.model().index(0, 0))
    painter.end()
    assert drawn == ["squeeze_", "activation", "3 × 3"]
