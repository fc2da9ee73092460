import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView

from gui.photo.score_model import Role, row_order
from gui.photo.score_rows import ScoreDelegate
from gui.photo.scores import ScoreList
from inference.classifier import Activation, Prediction
from tests.gui.finding import press, words

LABELS = ("horn", "drum", "cinema", "ball", "desk", "file", "dog", "cat", "Hornet")
LABELS = (*LABELS, *(f"thing {i}" for i in range(11)))


def prediction(*leading, labels=LABELS, activation=Activation.SOFTMAX):
    logits = np.zeros(len(labels), np.float32)
    for place, each in enumerate(leading):
        logits[each] = 9 - place
    return Prediction(logits, labels, activation)


@pytest.fixture
def scores(qtbot):
    scores = ScoreList()
    qtbot.addWidget(scores)
    scores.resize(900, 190)
    scores.set_prediction(prediction(0, 1, 2, 3, 4))
    scores.set_target(0)
    scores.show()
    return scores


def names(scores):
    view = scores.findChild(QListView)
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_rows_are_sorted_by_score(scores):
    assert names(scores)[:5] == ["horn", "drum", "cinema", "ball", "desk"]
    assert len(names(scores)) == len(LABELS)


def test_a_click_makes_a_class_the_target(scores, qtbot):
    view = scores.findChild(QListView)
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(scores.target_picked) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [2]


def test_arrow_keys_and_enter_do_the_same(scores, qtbot):
    view = scores.findChild(QListView)
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(scores.target_picked) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == [1]


def test_the_search_filters_and_enter_takes_the_first(scores, qtbot):
    field = scores.findChild(QLineEdit)
    qtbot.keyClicks(field, "HORN")
    assert names(scores) == ["horn", "Hornet"]
    with qtbot.waitSignal(scores.target_picked) as signal:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert signal.args == [0]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(names(scores)) == len(LABELS)


def test_nothing_found_and_enter_is_harmless(scores, qtbot):
    field = scores.findChild(QLineEdit)
    qtbot.keyClicks(field, "zzz")
    with qtbot.assertNotEmitted(scores.target_picked):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(scores) == []


def test_following_is_announced_but_not_when_it_is_set(scores, qtbot):
    box = scores.findChild(QCheckBox)
    with qtbot.assertNotEmitted(scores.follow_changed):
        scores.set_following(is_following=False)
    with qtbot.waitSignal(scores.follow_changed) as signal:
        box.click()
    assert signal.args == [True]


def test_with_a_patch_the_winner_and_the_target_are_in_sight(scores):
    scores.set_target(8)
    scores.set_probe(prediction(7, 1, 0))
    assert names(scores)[:3] == ["horn", "drum", "cinema"]
    assert set(names(scores)[3:5]) == {"cat", "Hornet"}


def test_the_order_is_frozen_while_a_patch_is_dragged(scores):
    scores.set_frozen(is_frozen=True)
    before = names(scores)
    scores.set_probe(prediction(5, 6))
    assert names(scores) == before
    view = scores.findChild(QListView)
    assert view.model().index(0, 0).data(Role.AFTER) is not None
    scores.set_frozen(is_frozen=False)
    assert "file" in names(scores)[:5]


def test_row_order_has_every_class_once():
    before, after = prediction(0, 1, 2, 3), prediction(9)
    for target in (None, 0, 4, 19):
        order = row_order(before, after, target, 5)
        assert sorted(order) == list(range(len(LABELS)))
        assert 9 in order[:5]
        assert target is None or target in order[:5]


def test_the_header_says_what_the_numbers_are(scores):
    assert "probability · 20 classes" in words(scores)
    scores.set_probe(prediction(1))
    start = "probability, before → with patch"
    assert any(line.startswith(start) for line in words(scores))
    independent = prediction(1, activation=Activation.SIGMOID)
    scores.set_prediction(independent)
    assert any("independent classes" in line for line in words(scores))


def test_one_output_has_two_rows(scores, qtbot):
    one = Prediction(np.array([2.0], np.float32), ("defect",), Activation.SIGMOID)
    scores.set_prediction(one)
    assert names(scores) == ["defect", "not defect"]
    view = scores.findChild(QListView)
    second = view.model().index(1, 0)
    assert second.data(Role.BEFORE) == pytest.approx(1 - one.probability(0))
    with qtbot.assertNotEmitted(scores.target_picked):
        place = view.visualRect(second).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_few_classes_need_no_search(scores):
    scores.set_prediction(prediction(0, labels=LABELS[:9]))
    assert not scores.findChild(QLineEdit).isVisible()


def test_without_a_model_one_can_be_opened(scores, qtbot):
    scores.set_prediction(None)
    assert not scores.findChild(QListView).isVisible()
    with qtbot.waitSignal(scores.open_model_clicked):
        press(scores, "Open model")


def test_of_a_thousand_classes_a_drag_paints_those_in_sight(monkeypatch, request):
    """However many classes there are, a step of the pointer costs a few rows."""
    painted = []
    paint = ScoreDelegate.paint

    def counted(delegate, painter, option, index):
        painted.append(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(ScoreDelegate, "paint", counted)
    scores = request.getfixturevalue("scores")
    labels = tuple(f"class {i}" for i in range(1000))
    rng = np.random.default_rng(0)
    many = [
        Prediction(rng.normal(size=1000).astype(np.float32), labels) for _ in range(20)
    ]
    scores.set_prediction(many[0])
    scores.set_frozen(is_frozen=True)
    for each in many:
        painted.clear()
        scores.set_probe(each)
        scores.findChild(QListView).viewport().grab()
        assert 5 <= len(painted) <= 12


def test_tooltips_tell_index_and_logit(scores):
    view = scores.findChild(QListView)
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "horn · class 0 · logit 9.00"
    assert view.indexAt(QPoint(50, 5)).row() == 0
