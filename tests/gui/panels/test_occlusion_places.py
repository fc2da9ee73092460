"""The most damaging places of a map: told, shown on the photo, covered by hand."""

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListView, QSlider

from gui.photo.marks import number_rect
from gui.widgets.words import score
from inference.bundled import DEMO_PHOTO
from inference.classifier import Target
from inference.geometry import Affine, Box
from tests.gui.drawn import words_of
from tests.gui.driving import drive
from tests.gui.finding import tick, words

pytestmark = pytest.mark.gui
WAVERING = DEMO_PHOTO.parents[1] / "caprese salad/caprese-salad-11.jpg"


def told(user):
    """The list, as a screen reader says it."""
    model = user.part(QListView, "Most damaging places").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def place_of(line):
    """Row and column of the photo that a line of the list tells."""
    row, col = re.search(r"row (\d+), column (\d+) of the photo", line).groups()
    return int(row) + 0.5, int(col) + 0.5


def overlapping(boxes):
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i]]
    return [pair for pair in pairs if not pair[0].intersection(pair[1]).is_empty]


def test_the_worst_places_are_told_shown_and_put_under_the_patch(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        assert not session.shown.marks
        user.panel.run()
        user.wait_idle()
        lines, marks = told(user), session.shown.marks
        assert 2 <= len(lines) <= 4
        assert not overlapping([mark.box for mark in marks])
        assert [mark.fill for mark in marks[1:]] == [None] * (len(marks) - 1)
        assert marks[0].fill == (128, 128, 128)
        change = lines[0].split("▼ ")[1].split(",")[0]
        assert marks[0].label.startswith("1  ")
        assert marks[0].label.endswith(change)
        _choose_with_keys(user, lines)
        _cover_the_worst(user, lines[0], change)
        _put_the_patch(user, lines[1])
        _labels_stand_apart(user)
        _marks_give_way_to_preprocessing(user)
        tick(user.part(QCheckBox, "Show on the photo"))
        assert not session.shown.marks
        user.press("Draw classes")
        user.wait_idle()
        assert "Where the prediction flips" in words(user.panel)

    assert drive(monkeypatch, [], script) == 0


def has_label(user):
    """Whether the second place, which is chosen, is named on the photo."""
    return any(each.text.startswith("2  ") for each in words_of(user.view))


def _marks_give_way_to_preprocessing(user):
    assert has_label(user)
    user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    user.wait(lambda: not has_label(user), "the photo without marks")
    user.key(Qt.Key.Key_Escape)
    user.wait(lambda: has_label(user), "the marks")


def _choose_with_keys(user, lines):
    shown = user.window.session.shown
    listed = user.part(QListView, "Most damaging places")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    marks = user.window.session.shown.marks
    assert marks[1].label.startswith("2  ")
    assert (marks[0].fill, marks[0].number) == (None, "1")
    assert len(marks) == len(lines)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert user.window.session.shown.marks == shown.marks


def _cover_the_worst(user, line, change):
    """A click where the card says gives the number that the card says."""
    user.click(*place_of(line))
    user.wait_idle()
    (patch,) = user.window.session.shown.patches
    assert patch.label.endswith(change)


def _put_the_patch(user, line):
    listed = user.part(QListView, "Most damaging places")
    middle = listed.visualRect(listed.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    user.press("Put the patch there")
    user.wait_idle()
    shown = user.window.session.shown
    assert shown.patches[0].box == shown.marks[1].box
    change = line.split("▼ ")[1].split(",")[0]
    assert shown.patches[0].label.endswith(change)


def _labels_stand_apart(user):
    """No label hides another label, nor the number of another place."""
    view, shown = user.view, user.window.session.shown
    patches = (*shown.marks, *shown.patches)
    labels = [where for _, where in view.labels(patches)]
    numbers = [number_rect(view.rect_of(m.box)) for m in shown.marks if m.number]
    assert len(labels) == 2
    assert not labels[0].intersects(labels[1])
    assert not [n for n in numbers if any(n.intersects(each) for each in labels)]


def test_the_patch_takes_the_masks_side_until_one_is_chosen(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        mask, side = user.part(QSlider, "Mask side"), user.part(QSlider, "Patch side")
        assert mask.value() == side.value()
        QTest.keyClick(mask, Qt.Key.Key_PageUp)
        assert side.value() == mask.value()
        QTest.keyClick(side, Qt.Key.Key_Right)
        chosen = side.value()
        QTest.keyClick(mask, Qt.Key.Key_PageUp)
        assert side.value() == chosen != mask.value()

    assert drive(monkeypatch, [], script) == 0


def test_what_is_read_out_says_whose_pixels_it_counts(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        session = user.window.session
        prepared = session.subject.prepared
        QTest.mouseMove(user.view, user.place(100.5, 120.5))
        (line,) = [w for w in words(user.window.status) if w.startswith("row ")]
        place = line.split(" · ")
        assert place[0] == "row 100, column 120 of the photo"
        assert place[1].endswith(" of the input")
        row, col = map(int, place[1].removesuffix(" of the input").split(", "))
        user.click(100.5, 120.5)
        user.wait_idle()
        (box,) = user.panel.lens.probing.boxes
        size = user.panel.lens.probing.size
        assert box.top == row - (size.height - 1) // 2
        assert box.left == col - (size.width - 1) // 2
        on_photo = prepared.to_photo.box(box)
        (span,) = [w for w in words(user.panel) if w.endswith("of the photo")]
        assert span.startswith(f"rows {int(on_photo.top)} to ")

    assert drive(monkeypatch, [], script) == 0


def _read_out(user, classes, row, col):
    """What the status bar says in the middle of a cell of a class map."""
    rows, cols = classes.classes.shape
    middle = Box(row, col, 1, 1).center
    place = Affine(Box(0, 0, rows, cols), classes.grid).pixel(middle)
    QTest.mouseMove(user.view, user.place(*place))
    (line,) = [w for w in words(user.window.status) if w.startswith("row ")]
    return line


def test_the_class_under_the_pointer_is_read_out(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.panel.run()
        user.wait_idle()
        user.press("Draw: Class")
        user.wait_idle()
        sweep, session = user.panel.lens.answer, user.window.session
        classes = session.shown.overlays[0].classes
        labels = session.subject.prediction.labels
        for row, col in (
            np.argwhere(classes.classes != classes.reference)[0],
            np.argwhere(classes.classes == classes.reference)[0],
        ):
            shown = []
            for index in dict.fromkeys((classes.classes[row, col], classes.reference)):
                share = sweep.remaining(Target(int(index))).values[row, col]
                shown.append(f"{labels[index]} {score(float(share))}")
            said = _read_out(user, classes, row, col).split(" · ")[2:]
            if len(shown) == 1:
                shown = [f"still {shown[0]}"]
            assert said == shown

    assert drive(monkeypatch, [WAVERING], script) == 0
