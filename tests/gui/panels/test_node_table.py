"""The table of nodes, while its rows are replaced under the hand that chooses."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from gui.panels.activations.node_model import STRONGEST, NodeModel, NodeRow
from gui.panels.activations.node_table import NodeTable
from gui.theme import ThemeChoice, apply_theme
from tests.gui.drawn import words_of

pytestmark = pytest.mark.gui
PARAMETERS = 3
CENTRE = QPoint(20, 12)  # of a cell, in px
ARROW = 7  # px, the height of the line with the arrow


def rows(count, words="", turn=1):
    """Nodes whose parameters are their places, turned round where asked."""
    return [
        NodeRow(
            (f"n{n}", "Op", "1", str(n), "", "0", "0 B", words),
            (f"n{n}", "op", 1.0, float(turn * n), "", 0.0, 0.0, 0.0),
            ("",) * 8,
        )
        for n in range(count)
    ]


@pytest.fixture
def table(qtbot):
    table = NodeTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.set_rows(rows(30))
    table.sortByColumn(PARAMETERS, Qt.SortOrder.AscendingOrder)
    failing = QAbstractItemModelTester.FailureReportingMode.Warning
    table.tester = QAbstractItemModelTester(table.model(), failing)
    return table


def click(table, row):
    at = table.visualRect(table.model().index(row, 0)).topLeft() + CENTRE
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("count", [30, 20, 40, 0])
def test_whoever_hears_of_a_node_may_replace_the_rows(table, qtbot, count):
    heard = []
    table.node_picked.connect(heard.append)
    table.node_picked.connect(lambda _: table.replace_rows(rows(count, "peak", -1)))
    click(table, 2)
    qtbot.waitUntil(lambda: heard == [2])
    assert table.shown == count
    shown = [table.model().index(row, 0).data() for row in range(count)]
    assert shown == [f"n{n}" for n in reversed(range(count))]


def test_rows_are_not_replaced_under_the_hand(table, qtbot):
    """Until the view is done with a click, nobody hears of it."""
    moments = []
    model = table.selectionModel()
    table.node_picked.connect(lambda _: moments.append("heard"))
    model.currentChanged.connect(lambda *_: moments.append("current"))
    model.selectionChanged.connect(lambda *_: moments.append("selected"))
    click(table, 2)
    qtbot.waitUntil(lambda: "heard" in moments)
    assert moments[-1] == "heard"


def test_the_same_nodes_keep_the_choice(table, qtbot):
    heard = []
    table.node_picked.connect(heard.append)
    click(table, 2)
    qtbot.waitUntil(lambda: heard == [2])
    table.replace_rows(rows(30, "peak", -1))
    (chosen,) = table.selectionModel().selectedRows()
    assert chosen.data() == "n2"


@pytest.mark.parametrize("order", Qt.SortOrder)
def test_the_arrow_of_the_order_leaves_the_word_readable(table, qapp, order):
    apply_theme(qapp, ThemeChoice.LIGHT)
    head = table.horizontalHeader()
    table.sortByColumn(-1, order)
    plain = word_of(head, PARAMETERS)
    bare = head.grab().toImage()
    table.sortByColumn(PARAMETERS, order)
    assert head.grab().toImage() != bare
    assert word_of(head, PARAMETERS) == plain


def word_of(head, column):
    """What a head shows but for the line above its word."""
    left, width = head.sectionViewportPosition(column), head.sectionSize(column)
    return head.grab(QRect(left, ARROW, width, head.height() - ARROW)).toImage()


def test_many_nodes_are_sorted_and_found_without_reading_every_cell(
    table, qtbot, monkeypatch
):
    read, data = [], NodeModel.data

    def counted(model, index, role=Qt.ItemDataRole.DisplayRole):
        read.append(role)
        return data(model, index, role)

    count = 3000
    table.set_rows(rows(count))
    click(table, 2)
    monkeypatch.setattr(NodeModel, "data", counted)
    head = table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(PARAMETERS) + 20, 8)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
    assert table.model().index(0, 0).data() == f"n{count - 1}"
    (chosen,) = table.selectionModel().selectedRows()
    assert chosen.data() == "n2"
    table.set_filter("N29")
    QApplication.processEvents()
    assert table.shown == 111
    assert table.model().index(0, 0).data() == "n2999"
    assert len(read) < count
    table.set_filter("")
    (chosen,) = table.selectionModel().selectedRows()
    assert chosen.data() == "n2"


def test_numbers_are_written_whole(table):
    """However long they are; those that come later too."""
    table.resize(1800, 300)
    shape, peak = "1024 × 1112 × 1112", "1367 · 123,879.54 · edge"
    cells = ("n", "Op", shape, peak, "", "1,123,456,789", "999.9 M")
    plain = rows(1)[0]
    long = NodeRow((*cells, "1,023.9 MB"), plain.keys, plain.tips)
    table.set_rows([plain])
    table.replace_rows([long])
    written = [words.text for words in words_of(table.viewport())]
    assert {shape, peak, *cells[5:], "1,023.9 MB"} <= {*written}


def test_operators_are_written_whole_until_they_are_too_long(table):
    """Those of ONNX are; a library's own may be named by a whole path."""
    plain = rows(1)[0]

    def written(operator):
        cells = ("n", operator, *plain.cells[2:])
        table.set_rows([NodeRow(cells, plain.keys, plain.tips)])
        return [words.text for words in words_of(table.viewport())]

    assert "GlobalAveragePool" in written("GlobalAveragePool")
    beyond = "com.example.fused." * 9
    assert beyond not in written(beyond)
    head = table.horizontalHeader()
    assert head.sectionViewportPosition(STRONGEST) < table.viewport().width()


def test_names_give_way_to_the_strongest_and_come_back(table, qtbot):
    head = table.horizontalHeader()

    def seen_to():
        return head.sectionViewportPosition(STRONGEST) + head.sectionSize(STRONGEST)

    name = head.sectionSize(0)
    table.resize(seen_to() - 20, 300)
    qtbot.waitUntil(lambda: seen_to() <= table.viewport().width())
    table.resize(900, 300)
    qtbot.waitUntil(lambda: head.sectionSize(0) == name)
    edge = QPoint(name - 1, 8)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(head.viewport(), edge + QPoint(60, 0))
    QTest.mouseRelease(
        head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0)
    )
    wide = head.sectionSize(0)
    assert wide > name  # as the hand left it
    table.set_rows(rows(5))
    table.resize(1000, 300)
    assert head.sectionSize(0) == wide
