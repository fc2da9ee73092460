"""A share with its interval is painted, and said to those who cannot see it."""

import pytest

from gui.theme import color
from gui.widgets.share import ShareBar
from inference.dataset import Share
from tests.gui.drawn import words_of

pytestmark = pytest.mark.gui


def test_the_dot_stands_at_the_share_and_the_interval_around_it(qtbot):
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(300, 18)
    bar.show_share(Share(24, 40), "accent")
    assert [words.text for words in words_of(bar)] == ["60 %"]
    assert bar.accessibleName() == "60 % (45 to 74), 24 of 40"
    image = bar.grab().toImage()
    row = [image.pixelColor(x, 9).name() for x in range(240)]
    dot = [x for x, name in enumerate(row) if name == color("accent").name()]
    interval = [x for x, name in enumerate(row) if name == color("ghost").name()]
    assert interval[0] < dot[0] < dot[-1] < interval[-1]
    left, middle, right = interval[0], sum(dot) / len(dot), interval[-1]
    assert (middle - left) / (right - left) == pytest.approx(0.52, abs=0.04)
    bar.show_share(None)
    assert words_of(bar) == []
    assert bar.accessibleName() == ""
