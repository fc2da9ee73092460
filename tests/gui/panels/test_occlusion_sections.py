import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from gui.panels.occlusion.drawing import overlay, read
from gui.panels.occlusion.fills import color_of
from gui.panels.occlusion.map import MapSection
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.reading import ReadingSection
from gui.widgets.form import Badge
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import Quantity, Target, open_classifier
from inference.errors import SpecError
from inference.geometry import Box, Size
from inference.image import open_image
from inference.jobs import Progress
from inference.occlusion import OcclusionSpec, occlusion_sweep, probe

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def demo():
    classifier = open_classifier(DEMO_MODEL)
    return classifier, classifier.prepare(open_image(DEMO_PHOTO))


@pytest.fixture(scope="module")
def sweeps(demo):
    """A partial and the complete sweep."""
    spec = OcclusionSpec(Size(64, 64), Size(40, 40))
    steps = [step.partial for step in occlusion_sweep(*demo, spec, batch_size=4)]
    return steps[1], steps[-1]


def shown(widget, qtbot):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def part(section, kind, name):
    """The visible control of this accessible name."""
    parts = section.findChildren(kind)
    (found,) = [p for p in parts if p.accessibleName() == name and p.isVisible()]
    return found


def said(section):
    """All words that stand there."""
    return [each.text() for each in section.findChildren(QLabel) if each.isVisible()]


def tone(section, words):
    """The colour of the badge that says this."""
    (found,) = [b for b in section.findChildren(Badge) if b.text() == words]
    return found.property("tone")


def buttons(section):
    """The buttons that stand there."""
    found = section.findChildren(QPushButton)
    return [each.text() for each in found if each.isVisible() and each.text()]


def typed(field, words):
    """Types into a field and leaves it with Enter."""
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


# ---- probe


def test_a_typed_box_counts_both_ends(qtbot, demo):
    section = shown(ProbeSection(), qtbot)
    section.show_boxes((Box(62, 12, 71, 71),), demo[1])
    names = ("First row", "Last row", "First column", "Last column")
    ends = [part(section, QSpinBox, name) for name in names]
    assert [field.value() for field in ends] == [62, 132, 12, 82]
    with qtbot.waitSignal(section.box_changed) as signal:
        ends[1].setValue(100)
    assert signal.args == [Box(62, 12, 39, 71)]
    with qtbot.waitSignal(section.box_changed) as signal:
        ends[0].setValue(200)  # the ends may be typed in any order
    assert signal.args == [Box(100, 12, 101, 71)]


def test_the_card_says_what_a_patch_does(qtbot, demo):
    section = shown(ProbeSection(), qtbot)
    found = probe(*demo, (Box(0, 0, 200, 224), Box(200, 0, 24, 224)))
    target = found.reference.top_index
    section.show_probe(found, target)
    words = said(section)
    assert [each for each in words if each.endswith("· 2 patches")]
    (fall,) = [each for each in words if each.startswith("▼")]
    assert tone(section, fall) == "bad"
    assert [each for each in words if "becomes <b>" in each]
    section.show_probe(None, 0)
    assert fall not in said(section)


def test_no_change_is_neither_good_nor_bad(qtbot, demo):
    section = shown(ProbeSection(), qtbot)
    found = probe(*demo, (Box(0, 0, 1, 1),))
    section.show_probe(found, int(np.argmin(found.reference.probabilities)))
    assert tone(section, "= 0.000") == "plain"


def test_keys_change_the_side_within_its_range(qtbot):
    section = shown(ProbeSection(), qtbot)
    section.set_input(Size(16, 16))
    with qtbot.waitSignal(section.side_changed) as signal:
        section.step_side(1)
    assert signal.args == [4]  # the map's mask has 3 there
    with qtbot.waitSignal(section.side_changed) as signal:
        section.step_side(99)
    assert signal.args == [8]  # half of the input at most


# ---- map


def test_the_defaults_are_those_of_the_core(qtbot):
    section = shown(MapSection(), qtbot)
    spec = section.spec()
    assert (spec.mask_size, spec.stride) == (Size(45, 45), Size(22, 22))
    assert buttons(section)[:3] == ["Quick · 121", "Fine · 784", "Every pixel · 50,176"]


def test_an_own_stride_becomes_a_fourth_choice_and_fine_takes_it_back(qtbot):
    section = shown(MapSection(), qtbot)
    part(section, QPushButton, "More").click()
    part(section, QSpinBox, "Stride down").setValue(9)
    qtbot.waitUntil(lambda: "Own · 275" in buttons(section))
    assert part(section, QPushButton, "Detail: Own · 275").isChecked()
    part(section, QPushButton, "Detail: Fine").click()
    assert section.spec().stride == Size(8, 8)
    assert buttons(section)[:3] == ["Quick · 121", "Fine · 784", "Every pixel · 50,176"]


def test_a_colour_that_is_none_is_said_and_cannot_be_run(qtbot):
    section = shown(MapSection(), qtbot)
    run = part(section, QPushButton, "Run map")
    QTest.keyClick(part(section, QComboBox, "Covered with"), Qt.Key.Key_End)
    colour = part(section, QLineEdit, "Own colour")
    typed(colour, "200, 10")
    assert colour.property("invalid")
    assert [words for words in said(section) if "cannot cover a place" in words]
    assert not run.isEnabled()
    with pytest.raises(SpecError):
        section.spec()
    typed(colour, "1, 2, 3")
    assert not colour.property("invalid")
    assert run.isEnabled()
    baseline = section.spec().baseline
    assert color_of(baseline, np.zeros(3, np.float32)) == (1, 2, 3)
    grey = np.zeros(1, np.float32)  # of a grey network
    assert color_of(baseline, grey) == (2, 2, 2)


def test_a_mask_larger_than_the_input_is_refused_in_place(qtbot):
    section = shown(MapSection(), qtbot)
    part(section, QPushButton, "More").click()
    width = part(section, QSpinBox, "Mask width")
    width.setValue(500)
    assert [words for words in said(section) if "is larger than the input" in words]
    assert width.property("invalid")
    width.setValue(45)
    assert not width.property("invalid")
    assert not [words for words in said(section) if "is larger than" in words]


def test_progress_stands_where_the_button_was(qtbot):
    section = shown(MapSection(), qtbot)
    section.set_seconds(0.01)
    assert "121 positions · about 1 s" in said(section)
    section.show_progress(Progress(50, 100, None), 10.0, 0)
    assert "Run map" not in buttons(section)
    assert "50 of 100 · 10 s left" in said(section)
    section.show_progress(Progress(60, 100, None), 10.0, 50)  # ten in this run
    assert "60 of 100 · 40 s left" in said(section)
    section.show_ready(None)
    assert "60 of 100 · 40 s left" not in said(section)
    assert "Run map" in buttons(section)
    assert "Stop" not in buttons(section)


# ---- reading


def test_what_is_asked_is_what_is_chosen(qtbot):
    section = shown(ReadingSection(), qtbot)
    section.set_labels(("a", "b", "c"))
    part(section, QComboBox, "Quantity").setCurrentIndex(1)
    part(section, QComboBox, "Against").setCurrentIndex(2)
    asked = section.wish
    assert asked.drawn == "drop"
    assert asked.target == Target(None, 1, Quantity.LOGIT)


def test_badges_say_how_far_a_map_can_be_trusted(qtbot, sweeps):
    section = shown(ReadingSection(), qtbot)
    partial, complete = sweeps
    asked = section.wish
    for sweep, is_running, is_other, words in (
        (partial, True, False, "Preview"),
        (partial, False, False, f"Stopped at {partial.done} of 36"),
        (complete, False, False, "Exact at 36 positions"),
        (complete, False, True, "From other options"),
    ):
        reading = read(sweep, asked.drawn, asked.target.settled(4))
        made = overlay(reading, is_running=is_running, is_other=is_other)
        section.show_reading(reading, made)
        assert words in said(section)


def test_classes_show_where_the_prediction_flips_and_nothing_else(qtbot, sweeps):
    section = shown(ReadingSection(), qtbot)
    part(section, QPushButton, "Draw classes").click()
    asked = section.wish
    reading = read(sweeps[1], asked.drawn, asked.target.settled(4))
    made = overlay(reading, is_running=False, is_other=False)
    section.show_reading(reading, made)
    assert made.heatmap is None
    assert "Most damaging places" not in said(section)
    assert "Quantity" not in said(section)
    assert [words for words in said(section) if words.startswith("At ")]
