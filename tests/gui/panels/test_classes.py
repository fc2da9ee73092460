"""The table of classes by itself: pointed at, chosen, sorted, scrolled, searched."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea, QWidget

from gui.fonts import px
from gui.jobs import Lanes
from gui.panels.ranking.classes import ClassesPage
from gui.panels.ranking.classes_table import ClassesTable
from gui.widgets.form import column, text
from gui.widgets.pages import Pages
from inference.classifier import Activation
from inference.dataset import Dataset, Photo
from inference.ranking import analysed, class_table
from tests.gui import finding

pytestmark = pytest.mark.gui
EACH = 5  # photos of a class


def made(count, tmp_path):
    """Classes of which every third is taken for the one after it, by 4 of 5 photos."""
    names = tuple(f"class {n:03}" for n in range(count))
    true = np.repeat(np.arange(count), EACH)
    is_wrong = (true % 3 == 0) & (np.arange(len(true)) % EACH > 0)
    predicted = (true + is_wrong) % count
    photos = tuple(
        Photo(Path(f"{n}.jpg"), names[k], "test") for n, k in enumerate(true)
    )
    logits = 4 * np.eye(count, dtype=np.float32)[predicted]
    scored = SimpleNamespace(
        dataset=Dataset(tmp_path, photos),
        places=np.arange(len(photos)),
        rows=np.arange(len(photos)),
        book=SimpleNamespace(logits=lambda rows: logits[rows]),
    )
    model = SimpleNamespace(labels=names, activation=Activation.SOFTMAX)
    matching = {name: n for n, name in enumerate(names)}
    return analysed(model, scored, matching)


@pytest.fixture
def shown(qtbot, tmp_path):
    """A table of so many classes, as it is first seen."""

    def show(count):
        table = ClassesTable()
        qtbot.addWidget(table)
        table.resize(720, 400)
        table.show()
        table.show_table(class_table(made(count, tmp_path)))
        if count > 40:
            table.set_order("wrong")
        return table

    return show


def said(table):
    """What stands out, in words."""
    return table.accessibleDescription()


def click(table, place, act=QTest.mouseClick):
    act(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def head(table, number):
    """The middle of a head: 0 of the names, 1 to 4 of the numbers."""
    room = table.room
    return (room.name(-1) if not number else room.number(-1, number - 1)).center()


def test_the_pointer_and_a_click_say_what_a_class_is_taken_for(shown):
    table = shown(9)
    assert said(table) == "class 000 taken for class 001: 4 of 5 photos"
    QTest.mouseMove(table.viewport(), table.place_of(4, 4))
    assert said(table) == "class 004 recognised: 5 of 5 photos"
    QTest.mouseMove(table.viewport(), QPoint(4, table.place_of(3, 3).y()))
    assert said(table) == "class 003 taken for class 004: 4 of 5 photos"  # of a name
    click(table, table.place_of(6, 7))
    assert table.chosen == (6, 7)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert table.chosen != (6, 7)


def test_heads_sort_and_sort_the_other_way(shown):
    table = shown(9)
    by_recall = table.room.number(-1, 2).center().toPoint()
    click(table, by_recall)
    assert table.names_shown[:3] == ["class 000", "class 003", "class 006"]
    click(table, by_recall)
    assert table.names_shown[-3:] == ["class 006", "class 003", "class 000"]
    click(table, head(table, 0).toPoint())
    assert table.names_shown == [f"class {n:03}" for n in range(9)]


def test_many_classes_scroll_along_the_diagonal_and_a_found_one_is_in_sight(shown):
    table = shown(1000)
    room = table.room
    assert table.names_shown[0] == "class 000"
    assert len(room.rows) < 40
    assert len(room.columns) < 40
    assert table.verticalScrollBar().maximum() == 1000 - len(room.rows)
    table.verticalScrollBar().setValue(500)
    assert (table.room.rows.start, table.room.columns.start) == (500, 500)
    table.choose(999, 0)  # the last class is taken for the first
    assert said(table) == "class 999 taken for class 000: 4 of 5 photos"
    where = table.place_of(999, 0)
    assert table.room.matrix.contains(where)
    click(table, where)
    assert table.chosen == (999, 0)


def test_few_classes_are_all_in_sight(shown):
    for count in (9, 15, 16, 40):
        table = shown(count)
        assert len(table.room.rows) == len(table.room.columns) == count
        assert table.height() >= table.room.cell(count - 1, 0).bottom()
        assert table.room.number(0, 3).right() <= table.viewport().width()


class Ranked(QObject):
    """What is known of a dataset: its photos, once they are ranked."""

    answered = Signal(object)
    changed = Signal()
    answer = dataset = scored = None

    def show(self, found):
        self.answer = SimpleNamespace(found=found)
        self.answered.emit(self.answer)


@pytest.fixture
def page(qtbot):
    """The page, looked at before anything is ranked, and what it hears of."""
    ranking, lanes = Ranked(), Lanes()
    page = ClassesPage(ranking, lanes)
    qtbot.addWidget(page)
    page.resize(760, 700)
    page.show()
    page.set_seen(is_seen=True)
    yield page, ranking
    lanes.close()


def test_a_class_is_found_by_its_name_and_its_photos_are_wanted(qtbot, page, tmp_path):
    page, ranking = page
    ranking.show(made(100, tmp_path))
    table = finding.part(page, ClassesTable, "Table of classes")
    qtbot.waitUntil(table.isVisible)
    assert finding.part(page, QComboBox, "Order").currentText() == "most wrong"
    assert "100 classes" in finding.words(page)
    finding.enter(finding.part(page, QComboBox, "Find a class").lineEdit(), "class 051")
    words = "class 051 taken for class 052: 4 of 5 photos"
    assert words in finding.words(page)
    with qtbot.waitSignal(page.cell_wanted) as wanted:
        finding.press(page, "Show them")
    assert wanted.args == [51, 52]


def test_the_smallest_window_shows_table_and_charts_whole(qtbot, page, tmp_path):
    page, ranking = page
    page.resize(736, 500)
    ranking.show(made(9, tmp_path))
    table = finding.part(page, ClassesTable, "Table of classes")
    qtbot.waitUntil(table.isVisible)
    QTest.qWait(1)  # it is laid out
    assert page.height() == 500
    assert table.viewport().height() >= table.room.cell(8, 0).bottom()
    foot = finding.part(page, QPushButton, "Show them")
    assert table.mapTo(page, table.rect().bottomLeft()).y() < top_of(page, foot)
    for name in (
        "Confidence against share right",
        "How often each confidence was right",
    ):
        chart = finding.part(page, QWidget, name)
        assert top_of(page, chart) > top_of(page, foot)
        assert chart.height() > 60
        assert page.rect().contains(chart.mapTo(page, chart.rect().bottomRight()))
    page.resize(736, 1200)
    QTest.qWait(1)
    assert table.room.cell(8, 0).height() == pytest.approx(px(28))


def top_of(page, widget):
    """Where a widget begins, from the top of the page [px]."""
    return widget.mapTo(page, widget.rect().topLeft()).y()


def test_photos_without_a_true_class_say_so(qtbot, page, tmp_path):
    page, ranking = page
    found = made(9, tmp_path)
    ranking.show(found)
    table = finding.part(page, ClassesTable, "Table of classes")
    qtbot.waitUntil(table.isVisible)
    nobody = SimpleNamespace(is_labelled=False)
    ranking.show(nobody)
    assert finding.words(page) == ["No photo has a true class here."]


def test_a_long_page_lets_no_other_page_scroll(qtbot):
    pages, long = Pages(), text("Word " * 800, wraps=True)
    for page in (column(text("Short.", wraps=True)), column(long)):
        pages.addWidget(page)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(column((pages, 1)))
    area.resize(300, 300)
    area.show()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
