"""Labels take the room their words need, and none where they have none."""

import pytest

from gui.widgets.labels import Wrapped

pytestmark = pytest.mark.gui


def test_a_label_without_words_asks_for_no_room(qtbot):
    label = Wrapped("")  # Qt would warn of a height below 0, which fails a test
    qtbot.addWidget(label)
    label.show()
    assert label.minimumHeight() == 0
    label.setText("Words that need two lines at least in so narrow a label as this is.")
    label.resize(80, 400)
    assert label.minimumHeight() > 2 * label.fontMetrics().height()


def test_fewer_words_give_the_room_back(qtbot):
    label = Wrapped("One line.")
    qtbot.addWidget(label)
    label.resize(80, 400)
    label.show()
    height = label.minimumHeight()
    label.setText("Words that need two lines at least in so narrow a label as this is.")
    assert label.minimumHeight() > 2 * height
    label.setText("One line.")
    assert label.minimumHeight() == height
