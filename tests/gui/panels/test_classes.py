"""The table of classes by itself: pointed at, chosen, sorted, scrolled, searched."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.panels.ranking.classes_table import ClassesTable
from inference.classifier import Activation
from inference.dataset import Dataset, Photo
from inference.ranking import analysed, class_table

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
        logits=lambda: logits,
    )
    model = SimpleNamespace(labels=names, activation=Activation.SOFTMAX)
    matching = {name: n for n, name in enumerate(names)}
    return class_table(analysed(model, scored, matching))


@pytest.fixture
def shown(qtbot, tmp_path):
    """A table of so many classes, as it is first seen."""

    def show(count):
        table = ClassesTable()
        qtbot.addWidget(table)
        table.resize(720, 400)
        table.show()
        table.show_table(made(count, tmp_path))
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
        assert table.height() >= table.room.whole_height
        assert table.room.number(0, 3).right() <= table.viewport().width()
