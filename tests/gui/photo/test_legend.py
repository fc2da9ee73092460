from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSlider, QToolButton

from gui.look import Look, Scale, color_map_words, drawn
from gui.photo.colour_bar import Bar, ClassKey, ColorBar
from gui.photo.drawing import uneven_note
from gui.photo.legend import Legend, MapLegend
from gui.photo.look_controls import DisplayControls
from gui.widgets.form import Elided
from inference.classifier import Quantity
from inference.geometry import Box
from inference.pictures.heatmap import Heatmap
from inference.pictures.limits import Limits
from inference.pictures.ticks import bar_ticks, tick_label
from tests.gui.drawn import words_of
from tests.gui.finding import choose, enter, part

RANGES = [
    (0, 0.96),
    (-0.38, 0.38),
    (-0.31, 0.384),
    (0, 880),
    (-22, 22),
    (0, 1.15),
    (-0.004, 0.0021),
    (1e-7, 9e-7),
    (0, 123456),
    (-1, 0.0001),
]


def measure(words):
    return 7 * len(words)


def heatmap(low, high):
    values = np.linspace(low, high, 16, dtype=np.float32).reshape(4, 4)
    box = Box(0, 0, 4, 4)
    return Heatmap(values, box, box, "", "", Quantity.LOGIT, 0)


BAR = Bar(Limits(-1, 1))


def shown(bars=(BAR,), **changes):
    return MapLegend(
        "Drop", "Preview", "warn", meaning="red: for", bars=bars, **changes
    )


@pytest.fixture
def legend(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(960, 72)
    legend.show_map(shown())
    legend.show()
    return legend


@pytest.mark.parametrize("ends", RANGES)
@pytest.mark.parametrize("width", [130, 330, 900])
def test_ticks_are_few_and_have_both_ends_and_zero(qapp, ends, width):
    limits = Limits(*ends)
    found = bar_ticks(limits, is_signed=True, width=width, measure=measure)
    ticks = [tick.value for tick in found]
    assert (ticks[0], ticks[-1]) == ends
    assert ticks == sorted(ticks)
    assert len(ticks) <= 6
    assert 0 in ticks or not limits.is_signed
    if width >= 300:
        assert len(ticks) >= 3


def test_numbers_on_the_bar(qapp):
    assert tick_label(-0.383, Limits(-0.383, 0.383), is_signed=True) == "\u22120.38"
    assert tick_label(0.2, Limits(-0.383, 0.383), is_signed=True) == "+0.20"
    assert tick_label(0, Limits(-0.383, 0.383), is_signed=True) == "0"
    assert tick_label(220, Limits(0, 880), is_signed=False) == "220"
    assert tick_label(2000, Limits(0, 8800), is_signed=False) == "2,000"
    assert tick_label(-3e-7, Limits(-3e-7, 0), is_signed=True) == "\u22123.0e\u22127"
    assert tick_label(4e6, Limits(0, 4e6), is_signed=False) == "4.0e6"


def test_automatic_follows_the_signs():
    ((limits, color_map),) = drawn("automatic", Scale(), [heatmap(-0.31, 0.38)])
    assert color_map == "blue-red"
    assert limits.low == pytest.approx(-0.38)
    ((limits, color_map),) = drawn("automatic", Scale(), [heatmap(-0.01, 0.38)])
    assert color_map == "viridis"
    assert drawn("jet", Scale(), [heatmap(0, 1)])[0][1] == "jet"


def test_two_maps_share_a_scale_unless_told_otherwise():
    maps = [heatmap(0, 1.15), heatmap(0, 0.4)]
    shared = drawn("viridis", Scale("shared"), maps)
    assert shared[0] == shared[1]
    each = drawn("viridis", Scale("each"), maps)
    assert each[1][0].high == pytest.approx(0.4)
    fixed = drawn("viridis", Scale("fixed", Limits(0, 2)), maps)
    assert {limits.high for limits, _ in fixed} == {2}
    assert uneven_note(maps, ["dog", "tiger cat"]) == "tiger cat reaches 0.40 of 1.15."
    assert not uneven_note([maps[0], maps[0]], ["dog", "cat"])


def test_maps_without_a_number_can_be_drawn():
    box = Box(0, 0, 2, 2)
    nothing = Heatmap(
        np.full((2, 2), np.nan, np.float32), box, box, "", "", Quantity.LOGIT, 0
    )
    ((limits, _),) = drawn("automatic", Scale("symmetric"), [nothing])
    assert limits.reach == 0


def test_the_controls_say_what_the_user_wants(legend, qtbot):
    with qtbot.waitSignal(legend.color_map_changed) as signal:
        choose(part(legend, QComboBox, "Colour map"), color_map_words()["turbo"])
    assert signal.args == ["turbo"]
    with qtbot.waitSignal(legend.scale_changed) as signal:
        choose(part(legend, QComboBox, "Scale"), "Scale: symmetric")
    assert signal.args == [Scale("symmetric")]
    with qtbot.waitSignal(legend.opacity_changed) as signal:
        legend.findChild(QSlider).setValue(40)
    assert signal.args == [0.4]
    with qtbot.waitSignal(legend.map_toggled) as signal:
        qtbot.mouseClick(legend.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert signal.args == [False]


def test_setting_the_controls_is_silent(legend, qtbot):
    with (
        qtbot.assertNotEmitted(legend.opacity_changed),
        qtbot.assertNotEmitted(legend.color_map_changed),
        qtbot.assertNotEmitted(legend.scale_changed),
        qtbot.assertNotEmitted(legend.map_toggled),
    ):
        scale = Scale("fixed", Limits(-1, 2))
        legend.show_look(Look("jet", scale, 0.2, is_visible=False))


def test_fixed_ends_are_typed_in_place_and_checked(legend, qtbot):
    legend.show_look(Look("viridis", Scale("fixed", Limits(-1, 2))))
    low = part(legend, QLineEdit, "Lowest value")
    high = part(legend, QLineEdit, "Highest value")
    assert (low.text(), high.text()) == ("\u22121", "2")
    with qtbot.waitSignal(legend.scale_changed) as signal:
        enter(high, "2,5")
    assert signal.args == [Scale("fixed", Limits(-1, 2.5))]
    with qtbot.assertNotEmitted(legend.scale_changed):
        enter(low, "7")
    assert low.property("invalid") == "true"


def test_a_narrow_legend_folds_its_controls(legend):
    folded = part(legend, QToolButton, "Display")
    controls = legend.findChild(DisplayControls)
    legend.resize(500, 72)
    assert folded.isVisible()
    assert not controls.isVisible()
    legend.resize(900, 72)
    assert controls.isVisible()
    assert not folded.isVisible()


def test_classes_have_keys_and_opacity_but_no_scale(legend):
    keys = (ClassKey("French horn", (0.85,), None), ClassKey("3 others", (0.02,), 9))
    legend.show_map(shown(bars=(), keys=keys))
    assert not any(c.isVisible() for c in legend.findChildren(QComboBox))
    assert legend.findChild(QSlider).isVisible()
    legend.show_map(shown())
    assert all(c.isVisible() for c in legend.findChildren(QComboBox))


def test_without_a_map_the_legend_is_one_line(legend):
    legend.show_text("Dashed: the part the network sees")
    assert legend.height() == 72
    assert legend.sentence() == "Dashed: the part the network sees"
    legend.show_map(shown())
    assert legend.height() == 72
    assert legend.sentence() == "Drop · Preview · red: for"


def test_the_note_offers_a_scale_for_each_map(legend, qtbot):
    legend.show_map(shown(panes=2, note="tiger cat reaches 0.40 of 1.15."))
    links = [b for b in legend.findChildren(QPushButton) if b.isVisible()]
    with qtbot.waitSignal(legend.scale_changed) as signal:
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert signal.args == [Scale("each")]


def test_the_note_never_cuts_the_title(legend):
    title, note = "Drop in probability of hamburger", "tiger cat reaches 0.40 of 1.15."
    legend.show_map(replace(shown(panes=2, note=note), title=title))
    seen = set()
    for width in range(560, 1200, 10):
        legend.resize(width, legend.height())
        QTest.qWait(1)
        lines = [line for line in legend.findChildren(Elided) if line.isVisible()]
        written = [words.text for line in lines for words in words_of(line)]
        assert note not in written or title in written
        assert not any(words.startswith(note[:6]) for words in {*written} - {note})
        seen.add(note in written)
    assert seen == {False, True}


@pytest.mark.parametrize("ends", [(0, 1112), (-0.38, 0.38), (0, 123456), (0, 1e-7)])
def test_numbers_of_the_bar_are_never_clipped(qtbot, ends):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(960, 72)
    legend.show_map(MapLegend("Drop", bars=(Bar(Limits(*ends), "grey"),)))
    legend.show()
    bar = next(b for b in legend.findChildren(ColorBar) if b.isVisible())
    image = bar.grab().toImage()
    ground = image.pixel(0, 0)
    right, foot = image.width() - 1, image.height() - 1
    edge = [(x, foot) for x in range(right + 1)]
    edge += [(x, y) for x in (0, right) for y in range(foot + 1)]
    assert all(image.pixel(*place) == ground for place in edge)


def test_each_scale_in_view_has_a_bar_of_its_own(legend):
    def bars():
        return [bar for bar in legend.findChildren(ColorBar) if bar.isVisible()]

    assert len(bars()) == 1
    legend.show_map(MapLegend("Two", bars=(Bar(Limits(0, 1)), Bar(Limits(-3, 3)))))
    first, second = bars()
    assert first.accessibleName() == "Colours from 0 to +1.00"
    assert second.accessibleName().startswith("Colours from \u22123")
    assert first.geometry().right() < second.geometry().left()
    assert part(legend, QToolButton, "Display").isVisible()  # the controls make room
    legend.show_map(shown())
    assert len(bars()) == 1
    assert not part(legend, QToolButton, "Display").isVisible()
