"""The ladder and the methods are ordered by how far their maps can be trusted."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget

from gui.panels import WORDS
from tests import cam_models
from tests.gui.driving import drive
from tests.gui.finding import words

pytestmark = pytest.mark.gui


@pytest.fixture
def files(tmp_path):
    """A network of several layers, and a photo."""
    random, node = np.random.default_rng(0), cam_models.node
    sizes = [(6, 3), (6, 6), (6, 6)]
    weights = {
        f"w{n}": random.normal(0, 0.3, (*size, 3, 3)).astype(np.float32)
        for n, size in enumerate(sizes)
    }
    weights["head"] = random.normal(0, 1, (6, 4)).astype(np.float32)
    nodes, last = [], "image"
    for n in range(3):
        nodes.append(node("Conv", f"{last} w{n}", f"conv{n}", pads=[1] * 4))
        nodes.append(node("Relu", f"conv{n}", f"relu{n}"))
        last = f"relu{n}"
    nodes += [
        node("GlobalAveragePool", last, "mean"),
        node("Flatten", "mean", "flat"),
        node("MatMul", "flat head", "logits"),
    ]
    model = cam_models.save(tmp_path / "m.onnx", nodes, [1, 3, 16, 16], weights)
    pixels = random.integers(0, 256, (40, 60, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    return [str(model), str(tmp_path / "a.png")]


def rows(table):
    """What stands in a table, row by row."""
    items = [table.topLevelItem(n) for n in range(table.topLevelItemCount())]
    return [[item.text(n) for n in range(table.columnCount())] for item in items]


def test_ladder_and_methods_stand_by_trust(monkeypatch, qapp, files):
    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(WORDS.index("gradcam"))
        user.wait(lambda: user.window.session.gradients.engine, "gradients")
        user.wait_idle()
        panel = user.window.tabs.current
        usual = [rung.name for rung in panel.ladder.rungs]
        assert len(usual) == 3
        user.wait(lambda: any("342 passes · " in each for each in words(panel)))
        user.press("Order of the ladder: By trust")
        user.wait_idle()
        told = [rung.size for rung in panel.ladder.rungs]  # below each picture
        numbers = [float(each.replace("\u2212", "-")) for each in told]
        assert numbers == sorted(numbers, reverse=True)
        assert {rung.name for rung in panel.ladder.rungs} == {*usual}
        assert not any("342 passes" in each for each in words(panel))
        user.press("Order of the ladder: Input to output")
        assert [rung.name for rung in panel.ladder.rungs] == usual
        user.press("Order of the ladder: By trust")  # known: at once
        assert [rung.size for rung in panel.ladder.rungs] == told
        assert not user.window.lanes.are_working

        user.press("Compare: Method")
        user.wait_idle()
        assert any(
            "passes · about" in each or "passes · less" in each for each in words(panel)
        )
        user.press("Order the methods by trust")
        user.wait_idle()
        table = user.part(QTreeWidget, "Methods by trust")
        listed = rows(table)
        assert len(listed) == 9  # neither of those that need attention
        worth = [float(each[3].replace("\u2212", "-")) for each in listed]
        assert worth == sorted(worth, reverse=True)
        for _, insertion, deletion, difference in listed:
            numbers = [
                float(each.replace("\u2212", "-"))
                for each in (insertion, deletion, difference)
            ]
            assert numbers[0] - numbers[1] == pytest.approx(numbers[2], abs=2e-3)
        header = table.header()
        at = QPoint(header.sectionViewportPosition(0) + 5, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        names = [each[0] for each in rows(table)]
        assert names in (sorted(names), sorted(names, reverse=True))
        item = table.findItems("HiResCAM", Qt.MatchFlag.MatchExactly)[0]
        where = table.visualItemRect(item).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        user.wait_idle()
        _, second = user.window.session.shown.overlays
        assert second.method == "HiResCAM"

    assert drive(monkeypatch, files, script) == 0
