import numpy as np
import pytest

from gui.panels.occlusion.drawing import overlay, read
from gui.panels.occlusion.map import MapSection
from gui.panels.occlusion.probe import ProbeSection
from gui.panels.occlusion.probing import color_of
from gui.panels.occlusion.reading import ReadingSection
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


# ---- probe


def test_a_typed_box_counts_both_ends(qtbot):
    section = shown(ProbeSection(), qtbot)
    section.show_boxes((Box(62, 12, 71, 71),), Size(224, 224))
    ends = [field.value() for field in (*section._rows, *section._cols)]
    assert ends == [62, 132, 12, 82]
    with qtbot.waitSignal(section.box_changed) as signal:
        section._rows[1].setValue(100)
    assert signal.args == [Box(62, 12, 39, 71)]
    with qtbot.waitSignal(section.box_changed) as signal:
        section._rows[0].setValue(200)  # the ends may be typed in any order
    assert signal.args == [Box(100, 12, 101, 71)]


def test_the_card_says_what_a_patch_does(qtbot, demo):
    section = shown(ProbeSection(), qtbot)
    found = probe(*demo, (Box(0, 0, 200, 224), Box(200, 0, 24, 224)))
    target = found.reference.top_index
    section.show_probe(found, target)
    assert section._question.text().endswith("· 2 patches")
    assert section._change.text().startswith("▼")
    assert section._change.property("tone") == "bad"
    assert "becomes <b>" in section._becomes.text()
    section.show_probe(None, 0)
    assert section._card.isHidden()


def test_no_change_is_neither_good_nor_bad(qtbot, demo):
    section = shown(ProbeSection(), qtbot)
    found = probe(*demo, (Box(0, 0, 1, 1),))
    section.show_probe(found, int(np.argmin(found.reference.probabilities)))
    assert section._change.text() == "= 0.000"
    assert section._change.property("tone") == "plain"


def test_keys_change_the_side_within_its_range(qtbot):
    section = shown(ProbeSection(), qtbot)
    section.set_input(Size(16, 16))
    with qtbot.waitSignal(section.side_changed) as signal:
        section.step_side(1)
    assert signal.args == [8]  # half of the input at most


# ---- map


def test_the_defaults_are_those_of_the_core(qtbot):
    section = shown(MapSection(), qtbot)
    spec = section.spec()
    assert (spec.mask_size, spec.stride) == (Size(45, 45), Size(22, 22))
    words = [button.text() for button in section._detail._buttons.buttons()]
    assert words == ["Quick · 121", "Fine · 784", "Every pixel · 50,176"]


def test_an_own_stride_becomes_a_fourth_choice_and_fine_takes_it_back(qtbot):
    section = shown(MapSection(), qtbot)
    section._stride[0].setValue(9)
    assert section._detail.current == 3
    section._detail._on_clicked(1)
    assert section.spec().stride == Size(8, 8)
    assert len(section._detail._buttons.buttons()) == 3


def test_a_colour_that_is_none_is_said_and_cannot_be_run(qtbot):
    section = shown(MapSection(), qtbot)
    section._baseline.setCurrentIndex(section._baseline.count() - 1)
    colour = section._baseline._color
    colour.setText("200, 10")
    colour.editingFinished.emit()
    assert section._problem.isVisible()
    assert not section._row._run.isEnabled()
    with pytest.raises(SpecError):
        section.spec()
    colour.setText("1, 2, 3")
    colour.editingFinished.emit()
    assert section._row._run.isEnabled()
    baseline = section.spec().baseline
    assert color_of(baseline, np.zeros((4, 4, 3), np.uint8)) == (1, 2, 3)
    grey = np.zeros((4, 4, 1), np.uint8)  # of a grey network
    assert color_of(baseline, grey) == (2, 2, 2)


def test_a_mask_larger_than_the_input_is_refused_in_place(qtbot):
    section = shown(MapSection(), qtbot)
    section._mask[1].setValue(500)
    assert section._problem.isVisible()
    assert section._mask[1].property("invalid")
    assert not section._baseline._color.property("invalid")
    section._mask[1].setValue(45)
    assert not section._mask[1].property("invalid")
    assert section._problem.isHidden()


def test_progress_stands_where_the_button_was(qtbot):
    section = shown(MapSection(), qtbot)
    section.set_seconds(0.01)
    assert section._row._estimate.text() == "121 positions · about 1 s"
    section.show_progress(Progress(50, 100, None), 10.0, 0)
    row = section._row
    assert row._ready.isHidden()
    assert row._progress.text() == "50 of 100 · 10 s left"
    section.show_progress(Progress(60, 100, None), 10.0, 50)  # ten in this run
    assert row._progress.text() == "60 of 100 · 40 s left"
    section.show_ready(None)
    assert row._working.isHidden()
    assert row._run.isVisible()


# ---- reading


def test_what_is_asked_is_what_is_chosen(qtbot):
    section = shown(ReadingSection(), qtbot)
    section.set_labels(("a", "b", "c"))
    section._quantity.setCurrentIndex(1)
    section._against.setCurrentIndex(2)
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
        assert section._badge.text() == words


def test_classes_show_where_the_prediction_flips_and_nothing_else(qtbot, sweeps):
    section = shown(ReadingSection(), qtbot)
    section._draw_classes()
    asked = section.wish
    reading = read(sweeps[1], asked.drawn, asked.target.settled(4))
    made = overlay(reading, is_running=False, is_other=False)
    section.show_reading(reading, made)
    assert made.heatmap is None
    assert section._place.isHidden()
    assert section._asked.isHidden()
    assert section._flips_words.text().startswith("At ")


def test_the_mark_is_switched_by_its_link(qtbot):
    section = shown(ReadingSection(), qtbot)
    with qtbot.waitSignal(section.mark_toggled):
        section._mark.click()
    assert section.is_marking
    assert section._mark.text() == "Hide on photo"
