import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
)

from gui.frame.messages import Message, MessageBar
from gui.frame.status import StatusBar
from gui.frame.subject_bar import SubjectBar
from gui.jobs import Lanes
from gui.photo.legend import Bar, Legend, MapLegend
from gui.photo.scores import ScoreList
from gui.photo.viewer import ImageViewer
from gui.widgets.controls import Segments
from gui.widgets.numbers import NumberSlider
from inference.classifier import Prediction
from inference.pictures.limits import Limits

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)
INNER = (QComboBox, QAbstractSpinBox)


def viewer():
    return ImageViewer()


def legend():
    legend = Legend()
    legend.show_map(MapLegend("Drop", bars=(Bar(Limits(0, 1)),), panes=2, note="x."))
    return legend


def scores():
    scores = ScoreList()
    labels = tuple(f"class {i}" for i in range(30))
    scores.set_prediction(Prediction(np.zeros(30, np.float32), labels))
    return scores


def subject():
    subject = SubjectBar()
    subject.set_model("a", "b", guess="Guessed.")
    subject.set_gradients("Gradients", "good", "They agree.")
    return subject


def messages():
    messages = MessageBar()
    message = Message("x", "No", details="d", actions=(("Open…", print),))
    messages.show_message(message)
    return messages


def status():
    lanes = Lanes()
    status = StatusBar(lanes)
    status.lanes = lanes
    return status


def segments():
    return Segments("Detail", "How far.", ["a", "b"])


def number():
    return NumberSlider("Side", "Side in pixels.")


@pytest.mark.parametrize(
    "make", [viewer, legend, scores, subject, messages, status, segments, number]
)
def test_every_control_has_a_name_and_a_tooltip(make, qtbot):
    part = make()
    qtbot.addWidget(part)
    nameless = [
        (
            type(control),
            control.objectName(),
            control.accessibleName(),
            control.toolTip(),
        )
        for kind in CONTROLS
        for control in part.findChildren(kind)
        if control.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not isinstance(control.parent(), INNER)
        and not isinstance(control, QScrollBar)
        and control.objectName() != "qt_spinbox_lineedit"
        and not (control.isHidden() and not control.accessibleName())  # says nothing
        and not isinstance(control.parent().parent(), QComboBox)  # its list
        and not (
            control.accessibleName()
            and (control.toolTip() or control.accessibleDescription())
        )
    ]
    assert nameless == []
