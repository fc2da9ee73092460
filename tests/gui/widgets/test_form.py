import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QSpinBox, QWidget

from gui.widgets.class_picker import SCORE_ROLE, ClassPicker
from gui.widgets.controls import Fold, Segments
from gui.widgets.form import Badge, Elided, column
from gui.widgets.numbers import NumberSlider
from gui.widgets.pickers import LayerChoice, LayerPicker
from gui.widgets.words import score
from inference.classifier import Prediction
from tests.gui.finding import choose, leave


@pytest.fixture
def segments(qtbot):
    segments = Segments("Detail", "How far.", ["Quick", "Fine", "All"])
    qtbot.addWidget(segments)
    return segments


def test_one_segment_holds_and_another_can_be_picked(segments, qtbot):
    quick, fine, _ = segments.findChildren(QPushButton)
    assert quick.isChecked()
    with qtbot.waitSignal(segments.picked) as signal:
        fine.click()
    assert signal.args == [1]
    assert not quick.isChecked()
    with qtbot.assertNotEmitted(segments.picked):
        fine.click()
        segments.set_current(0)
    assert segments.current == 0


def test_segments_come_and_go(segments):
    segments.set_current(1)
    segments.set_words(["Quick", "Fine", "All", "Own"])
    assert segments.current == 1
    assert segments.findChildren(QPushButton)[3].property("seg") == "last"
    segments.set_current(3)
    segments.set_words(["Quick", "Fine"])
    assert segments.current == 1


def test_a_fold_keeps_what_it_hides(qtbot):
    body = column(QWidget())
    fold = Fold(body)
    qtbot.addWidget(fold.link)
    qtbot.addWidget(body)
    assert not fold.is_open
    with qtbot.waitSignal(fold.toggled):
        fold.link.click()
    assert fold.is_open
    assert fold.link.text() == "Fewer options"


def test_slider_and_number_mean_the_same(qtbot):
    pair = NumberSlider("Side", "Side in pixels.")
    qtbot.addWidget(pair)
    with qtbot.assertNotEmitted(pair.value_changed):
        pair.set_range(8, 112)
        pair.set_value(71)
    assert pair.findChild(QSlider).value() == pair.findChild(QSpinBox).value() == 71
    heard = []
    pair.value_changed.connect(heard.append)
    pair.findChild(QSlider).setValue(40)
    assert pair.value == 40
    pair.findChild(QSpinBox).setValue(9999)
    assert heard == [40, 112]


def test_an_empty_badge_takes_no_room(qtbot):
    badge = Badge()
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.show_words("Preview", "warn")
    assert not badge.isHidden()


def test_an_elided_line_gives_way(qtbot):
    line = Elided("w" * 500)
    qtbot.addWidget(line)
    assert line.minimumSizeHint().width() < 50


@pytest.fixture
def picker(qtbot):
    picker = ClassPicker("against", "Explains the difference.", none="none")
    qtbot.addWidget(picker)
    picker.set_labels(["golden retriever", "tiger cat", "Egyptian cat"])
    picker.show()
    return picker


def test_a_class_is_found_by_any_part_of_its_name(picker, qtbot):
    picker.lineEdit().clear()
    qtbot.keyClicks(picker.lineEdit(), "tian")
    with qtbot.waitSignal(picker.class_picked) as signal:
        leave(picker.lineEdit())
    assert signal.args == [2]
    assert picker.currentText() == "Egyptian cat"


def test_text_that_means_nothing_is_put_back(picker, qtbot):
    picker.set_picked(1)
    picker.lineEdit().setText("zebra")
    with qtbot.assertNotEmitted(picker.class_picked):
        leave(picker.lineEdit())
    assert picker.lineEdit().text() == "tiger cat"


def test_none_is_a_choice_where_it_is_offered(picker, qtbot):
    picker.set_picked(0)
    with qtbot.waitSignal(picker.class_picked) as signal:
        picker.setCurrentIndex(0)
    assert signal.args == [None]
    assert picker.picked is None


def test_layers_are_shown_short_and_picked_by_their_full_name(qtbot):
    picker = LayerPicker("Layer", "Where the map is made.")
    qtbot.addWidget(picker)
    full = "/features/features.12/Concat_output_0"
    picker.set_layers(
        [
            LayerChoice("a", "a", "3 × 9 × 9"),
            LayerChoice(full, "f.12/Concat", "5 × 3 × 3"),
        ]
    )
    assert picker.itemText(1) == "f.12/Concat · 5 × 3 × 3"
    assert picker.itemData(1, Qt.ItemDataRole.ToolTipRole) == full
    with qtbot.waitSignal(picker.layer_picked) as signal:
        picker.step(1)
    assert signal.args == [full]
    picker.set_picked("a")
    assert picker.picked == "a"


def test_a_shortened_line_says_all_of_it_in_its_tooltip(qtbot):
    line = Elided("w" * 500)
    qtbot.addWidget(line)
    line.resize(80, 20)

    def tip():
        QApplication.sendEvent(
            line, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
        )
        return line.toolTip()

    assert tip() == "w" * 500
    line.setText("short")
    assert tip() == ""
    line.setToolTip("its own")
    assert tip() == "its own"


def test_the_likely_classes_stand_first_with_their_scores(picker, qtbot):
    names = tuple(f"class {index}" for index in range(30))
    picker.set_labels(names)
    picker.set_picked(7)
    logits = np.zeros(30, np.float32)
    logits[[20, 3, 11]] = (9, 8, 7)
    prediction = Prediction(logits, names)
    picker.set_prediction(prediction)
    assert picker.picked == 7
    shown = [picker.itemText(place) for place in range(picker.count())]
    assert shown[:4] == ["none", "class 20", "class 3", "class 11"]
    assert sorted(shown[1:]) == sorted(names)
    model = picker.model()
    said = model.data(model.index(1, 0), SCORE_ROLE)
    assert said == score(prediction.probability(20))
    for place in range(1, picker.count()):
        picker.setCurrentIndex(place)
        assert names[picker.picked] == shown[place]
    picker.set_picked(29)
    assert picker.currentText() == "class 29"


def test_what_is_typed_takes_the_place_of_what_stood_there(picker, qtbot):
    picker.set_picked(0)
    line = picker.lineEdit()
    middle = line.rect().center()
    press, let_go = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
    focus = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(picker, focus)  # as a click on the field brings it
    for kind in (press, let_go):
        QApplication.sendEvent(line, clicked(kind, middle))
    qtbot.keyClicks(line, "tiger")
    assert line.text().lower().startswith("tiger")
    assert "retriever" not in line.text()
    leave(line)
    assert picker.picked == 1
    choose(picker, "tiger cat")
    qtbot.keyClicks(line, "egy")
    leave(line)
    assert picker.picked == 2


def clicked(kind, place):
    left = Qt.MouseButton.LeftButton
    held = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    none = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, QPointF(place), QPointF(place), left, held, none)


def test_a_layer_is_found_by_a_part_of_its_name(qtbot):
    picker = LayerPicker("Layer", "Where the map is made.")
    qtbot.addWidget(picker)
    picker.show()
    picker.set_layers([LayerChoice(f"/t{n}", f"t{n}", "8 × 9") for n in range(300)])
    line = picker.lineEdit()
    picker.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keyClicks(line, "T27")
    popup = picker.completer().popup()
    found = [popup.model().index(n, 0).data() for n in range(popup.model().rowCount())]
    assert found == ["t27 · 8 × 9", *(f"t{n} · 8 × 9" for n in range(270, 280))]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.layer_picked) as signal:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert signal.args == ["/t270"]
    assert picker.picked == "/t270"
