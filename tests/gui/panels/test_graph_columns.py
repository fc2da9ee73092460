"""A tall drawing in a large view: in columns that are read from left to right."""

from itertools import pairwise

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.panels import WORDS
from gui.panels.activations.graph_columns import in_columns
from gui.panels.activations.graph_layout import lay_out
from tests.gui.driving import drive

ACTIVATIONS = WORDS.index("activations")
OPERATORS = ["Relu", "Abs", "Tanh", "Sigmoid", "Softsign"]
COUNT = 90  # nodes, in an order that repeats nowhere


def test_a_chain_goes_on_at_the_top_of_the_next_column():
    placed = in_columns(lay_out(10, list(pairwise(range(10)))), 4)
    assert max(rank for _, rank in placed.places) < 4
    columns = sorted({column for column, _ in placed.places})
    assert all(b - a >= 1 for a, b in pairwise(columns))
    for (column, rank), (after, below) in pairwise(placed.places):
        assert (column, rank + 1) == (after, below) or (after > column and below == 0)
    ends = [way for way in placed.ways if way[0] not in placed.places]
    assert len(ends) == len(columns) - 1  # above each but the first


def test_columns_end_where_the_fewest_edges_go_on():
    skips = [(1, 5), (6, 9)]  # one path wide behind node 5
    placed = in_columns(lay_out(10, [*pairwise(range(10)), *skips]), 7)
    assert [place[1] for place in placed.places].index(0, 1) == 6


def test_what_fits_stays_as_it_is():
    placed = lay_out(3, [(0, 1), (1, 2)])
    assert in_columns(placed, 3) is placed


@pytest.fixture
def long(tmp_path):
    """A model of many nodes, and a photo."""
    draws = np.random.default_rng(0).choice(OPERATORS, COUNT)
    nodes = [helper.make_node("Conv", ["input", "w"], ["t0"])]
    nodes += [
        helper.make_node(operator, [f"t{n}"], [f"t{n + 1}"])
        for n, operator in enumerate(draws)
    ]
    nodes += [
        helper.make_node("GlobalAveragePool", [f"t{COUNT}"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "long",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, (1, 3, 12, 12))],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, (1, 4))],
        [numpy_helper.from_array(np.ones((4, 3, 3, 3), np.float32), "w")],
    )
    opset = [helper.make_opsetid("", 17)]
    made = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(made, tmp_path / "long.onnx")
    pixels = np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    return tmp_path / "long.onnx", tmp_path / "noise.png"


def test_the_large_view_is_filled_with_columns(monkeypatch, qapp, long):
    def script(user):
        user.window.resize(1280, 800)
        user.wait_opened()
        user.window.tabs.show_tab(ACTIVATIONS)
        user.wait(lambda: user.window.tabs.current.lens.closer.answer, "a channel")
        user.press("Network")
        user.wait_idle()
        graph = user.window.tabs.current.network.section.graph

        def columns():
            boxes = [each for each in graph.scene().items() if hasattr(each, "block")]
            return {box.pos().x() for box in boxes}

        def sides():
            return graph.horizontalScrollBar(), graph.verticalScrollBar()

        assert len(columns()) == 1
        user.press("Large view")
        user.wait(lambda: len(columns()) > 5, "columns")
        across, down = sides()
        assert graph.transform().m11() >= 0.8  # letters are read
        assert down.maximum() - down.minimum() <= down.singleStep()
        search = user.part(QLineEdit, "Find a node")
        for name in ("t90", "t2"):  # in the last column, in the first
            search.clear()
            QTest.keyClicks(search, name)
            QTest.keyClick(search, Qt.Key.Key_Return)
            QTest.qWait(1)
            user.wait_idle()
            (picked,) = (b for b in graph.scene().items() if is_picked(b))
            place = graph.mapFromScene(picked.pos())
            assert graph.viewport().rect().contains(place), name
        user.press("Whole network")
        assert across.maximum() == across.minimum()
        user.press("Large view")
        user.wait(lambda: len(columns()) == 1, "one column")

    def is_picked(box):
        return getattr(box, "is_picked", False)

    assert drive(monkeypatch, long, script) == 0
