from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from gui.frame.subject_bar import SubjectBar
from tests.gui.finding import entries, in_menu, part, words


@pytest.fixture
def subject(qtbot):
    subject = SubjectBar()
    qtbot.addWidget(subject)
    subject.resize(1280, 56)
    subject.show()
    return subject


def test_a_guess_is_marked_and_leads_to_the_preprocessing(subject, qtbot):
    subject.set_model("net", "3 classes", guess="Preprocessing was guessed.")
    badge = part(subject, QPushButton, "guessed")
    assert badge.isVisible()
    assert badge.toolTip() == "Preprocessing was guessed."
    with qtbot.waitSignal(subject.guess_clicked):
        badge.click()
    subject.set_model("net", "3 classes")
    assert not badge.isVisible()


def test_what_else_to_know_of_a_model_stands_beside_it(subject):
    cautions = {"one at a time": "It depends.", "not repeatable": "By chance."}
    subject.set_model("net", "3 classes", cautions=cautions)
    shown = {
        badge.text(): badge.toolTip()
        for badge in subject.findChildren(QLabel)
        if badge.property("role") == "badge" and badge.isVisible()
    }
    assert shown == cautions
    subject.set_model("net", "3 classes")
    assert not any(
        badge.isVisible()
        for badge in subject.findChildren(QLabel)
        if badge.toolTip() in cautions.values()
    )


def test_photos_are_walked_within_their_folder(subject, qtbot):
    subject.set_place(1, 40)
    back = part(subject, QToolButton, "Previous photo")
    on = part(subject, QToolButton, "Next photo")
    assert not back.isEnabled()
    with qtbot.waitSignal(subject.next_clicked):
        on.click()
    subject.set_place(40, 40)
    assert not on.isEnabled()
    with qtbot.waitSignal(subject.previous_clicked):
        back.click()
    subject.set_place(1, 1)
    assert not back.isVisible()
    assert not on.isVisible()
    assert not any(" of " in line for line in words(subject))


def test_the_menus_offer_files(subject, qtbot):
    subject.set_models([Path("/a/x.onnx")], [("Drawn dishes", Path("/demo.onnx"))])
    models = part(subject, QToolButton, "Other model")
    assert in_menu(entries, models) == [
        "Open model…",
        "",
        "x.onnx",
        "",
        "Drawn dishes",
    ]
    subject.set_models([Path("/a/y.onnx")])
    assert in_menu(entries, models) == ["Open model…", "", "y.onnx"]
    with qtbot.waitSignal(subject.model_picked) as signal:
        in_menu(lambda menu: menu.actions()[-1].trigger(), models)
    assert signal.args == [Path("/a/y.onnx")]
    with qtbot.waitSignal(subject.open_photo_clicked):
        photos = part(subject, QToolButton, "Other photo")
        in_menu(lambda menu: menu.actions()[0].trigger(), photos)


def test_long_names_leave_room_for_the_rest(subject):
    subject.set_model("m" * 300 + ".onnx", "1,000 classes", guess="x")
    subject.set_photo("p" * 300 + ".jpg", "4000 × 3000 px")
    subject.set_gradients("Gradients differ from features.7 on", "warn")
    assert subject.minimumSizeHint().width() <= 1280
    explain = part(subject, QToolButton, "How to read this map")
    assert explain.geometry().right() < subject.width()
    name = part(subject, QLabel, "m" * 300 + ".onnx")
    assert name.toolTip() == "m" * 300 + ".onnx"


def test_the_window_says_that_a_model_is_run_one_at_a_time(
    shared, tmp_path, monkeypatch, qapp
):
    from tests.gui.driving import drive

    def script(user):
        user.wait(lambda: user.window.session.subject.classifier, "the model")
        bar = user.window.subject_bar
        badges = [b for b in bar.findChildren(QLabel) if b.isVisible()]
        assert "one at a time" in [badge.text() for badge in badges]
        assert "not repeatable" not in [badge.text() for badge in badges]

    assert drive(monkeypatch, [shared / "data/repro/sq_dynq.onnx"], script) == 0
