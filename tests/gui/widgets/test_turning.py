"""Parts that turn below each other, and tables whose height follows their width."""

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from gui.widgets.form import column, text
from gui.widgets.matrix import Matrix
from gui.widgets.turning import Turning

pytestmark = pytest.mark.gui
NAMES = [f"class {n}" for n in range(9)]


@pytest.fixture
def tables(qapp):
    """Two tables of nine classes in a page that scrolls, and the page."""
    made = Matrix(), Matrix()
    for matrix in made:
        matrix.show_table(NAMES, np.eye(len(NAMES), dtype=np.int64))
    parts = [column(text("Confusion", "strong"), matrix, ...) for matrix in made]
    page = QScrollArea()
    page.setWidgetResizable(True)
    told = text("Two tables, and a sentence that takes several lines. " * 4, wraps=True)
    page.setWidget(column(told, column(Turning(*parts)), ...))
    page.resize(900, 600)
    page.show()
    yield *made, page
    page.close()


def is_whole(matrix):
    """Whether the last cell lies within the table."""
    last = matrix.place_of(len(NAMES) - 1, len(NAMES) - 1)
    return matrix.rect().contains(last)


def are_beside(tables, page):
    """Whether both begin at the same height."""
    tops = {each.mapTo(page, each.rect().topLeft()).y() for each in tables}
    return len(tops) == 1


def test_every_row_is_seen_at_every_size(tables, qtbot):
    *made, page = tables
    for width in (500, 2000, 900, 360, 2000):
        page.resize(width, 900)
        qtbot.waitUntil(lambda: are_beside(made, page) == (page.width() >= 500))
        qtbot.waitUntil(lambda: all(map(is_whole, made)))
        assert page.horizontalScrollBar().maximum() == 0


def test_a_part_that_grows_turns_below_the_other(qapp):
    first, second = text("one"), text("two")
    both = Turning(first, second)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(column(both, ...))
    page.resize(400, 200)
    page.show()
    QTest.qWait(1)
    assert first.y() == second.y()
    first.setText("words that take a good deal of room")
    second.setText("and others that do not fit beside them")
    QTest.qWait(1)
    assert first.y() < second.y()
    page.close()
