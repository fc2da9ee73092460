"""The column of metrics by itself, with many classes of long names."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from gui.fonts import px
from gui.panels.ranking.asked import Wish
from gui.panels.ranking.metrics import MetricsColumn
from gui.panels.ranking.photos import METRICS
from inference.classifier import Activation
from inference.dataset import Dataset, Photo
from inference.ranking import analysed
from tests.gui import finding

pytestmark = pytest.mark.gui
COUNT = 100
WIDER = " of the kind that is met in the mountains of the South and in no other place"


def answer(tmp_path):
    """Each class is taken for the next one by 1 of 4 photos; 40 have one photo."""
    names = tuple(f"{n:03}{WIDER}" for n in range(COUNT))
    each = [1 if n < 40 else 4 for n in range(COUNT)]
    true = np.repeat(np.arange(COUNT), each)
    is_wrong = np.diff(true, prepend=-1) > 0
    photos = tuple(Photo(Path(f"{n}.jpg"), names[k]) for n, k in enumerate(true))
    logits = 4 * np.eye(COUNT, dtype=np.float32)[(true + is_wrong) % COUNT]
    scored = SimpleNamespace(
        dataset=Dataset(tmp_path, photos),
        places=np.arange(len(photos)),
        rows=np.arange(len(photos)),
        book=SimpleNamespace(logits=lambda rows: logits[rows]),
    )
    model = SimpleNamespace(labels=names, activation=Activation.SOFTMAX)
    found = analysed(model, scored, {name: n for n, name in enumerate(names)})
    return SimpleNamespace(
        found=found,
        metrics=found.metrics,
        table=found.confusion,
        mistakes=tuple((n, n + 1, 1234) for n in range(50, 62)),
        question=SimpleNamespace(wish=Wish()),
    )


@pytest.fixture
def column(qtbot, tmp_path):
    column = MetricsColumn()
    qtbot.addWidget(column)
    column.setFixedWidth(px(METRICS))
    column.show_answer(answer(tmp_path))
    column.show()
    qtbot.waitExposed(column)
    QTest.qWait(1)
    return column


def test_long_names_give_way_and_counts_stay(qtbot, column):
    mistakes = finding.part(column, QListWidget, "Commonest mistakes")
    assert mistakes.horizontalScrollBar().maximum() == 0
    assert mistakes.verticalScrollBar().maximum() == 0
    line = mistakes.visualItemRect(mistakes.item(0))
    assert mistakes.viewport().rect().contains(line)
    picture = mistakes.viewport().grab(line).toImage()
    inks = [
        x
        for x in range(picture.width())
        if any(
            picture.pixelColor(x, y).lightness() < 128 for y in range(picture.height())
        )
    ]
    assert max(inks) > picture.width() - 12  # the count is at the right edge
    assert f"050{WIDER} → 051{WIDER}" in mistakes.item(0).toolTip()
    with qtbot.waitSignal(column.cell_picked) as picked:
        where = line.center()
        QTest.mouseClick(mistakes.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picked.args == [50, 51]


def test_of_many_scarce_classes_some_are_named(column):
    (words,) = [each for each in finding.words(column) if "Few photos" in each]
    assert words.endswith("35 more.")
    assert words.count("(1)") == 5
    assert column.sizeHint().height() < px(600)
