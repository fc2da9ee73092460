from dataclasses import replace

import numpy as np
import onnx
import pytest

from gui.jobs import Lanes
from gui.opened import Request
from gui.photo.class_drawing import class_slots, clear_words
from gui.session import Session
from gui.shown import CoveredPlace, Overlay, Shown
from gui.theme import CLASS_COLORS
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import PRESETS, Wishes
from inference.geometry import Box
from inference.occlusion import ClassMap

pytestmark = pytest.mark.gui


@pytest.fixture
def session(qapp):
    lanes = Lanes()
    yield Session(lanes)
    lanes.close()


def opened(session, qtbot, request=None):
    with qtbot.waitSignals([session.subject_changed, session.walk_changed]):
        session.open(request or Request(DEMO_MODEL, DEMO_PHOTO))


def test_opening_gives_a_prediction_and_its_top_class_is_the_target(session, qtbot):
    opened(session, qtbot)
    subject = session.subject
    assert session.target == subject.prediction.top_index
    assert session.walk.photos[session.walk.place(DEMO_PHOTO)] == DEMO_PHOTO
    assert session.walk.title == DEMO_PHOTO.parent.name


def test_a_picked_target_stays_for_the_next_photo_until_one_follows_again(
    session, qtbot
):
    opened(session, qtbot)
    session.pick_target(2)
    other = session.walk.photos[5]
    with qtbot.waitSignal(session.subject_changed, timeout=10_000):
        session.open_photo(other)
    assert session.target == 2
    with qtbot.waitSignal(session.target_changed):
        session.follow_top(is_following=True)
    assert session.target == session.subject.prediction.top_index


def test_answers_are_not_taken_for_those_of_other_weights_beside_the_model(
    session, qtbot, tmp_path
):
    demo = Request(DEMO_MODEL, DEMO_PHOTO)
    request, data = replace(demo, model=tmp_path / "model.onnx"), tmp_path / "w.bin"
    apart = {"save_as_external_data": True, "location": data.name}
    onnx.save(onnx.load(DEMO_MODEL), request.model, **apart)
    keys = []
    for tail in (b"", b"changed", b""):
        data.write_bytes(data.read_bytes().removesuffix(b"changed") + tail)
        for each in (request, demo):
            with qtbot.waitSignal(session.subject_changed, timeout=10_000):
                session.open(each)
            keys.append(session.subject.key)
    assert keys[0] == keys[4] != keys[2]


def test_the_newest_of_many_requests_wins_and_none_is_forgotten(session, qtbot):
    opened(session, qtbot)
    for _ in range(4):
        session.step(1)
    wanted = session.walk.photos[4]
    qtbot.waitUntil(lambda: session.subject.request.photo == wanted, timeout=10_000)
    session.step(-4)
    qtbot.waitUntil(lambda: session.subject.request.photo == DEMO_PHOTO, timeout=10_000)
    qtbot.waitUntil(lambda: not session.lanes.are_working)  # its end comes after
    with qtbot.assertNotEmitted(session.opening_changed, wait=50):
        session.step(-1)  # there is none
    assert session.subject.request.photo == DEMO_PHOTO


def test_the_parts_can_be_opened_one_by_one(session, qtbot):
    opened(session, qtbot, Request(None, DEMO_PHOTO))
    assert session.subject.prediction is None
    assert session.target is None
    with qtbot.waitSignal(session.subject_changed, timeout=10_000):
        session.open_model(DEMO_MODEL)
    assert session.subject.prediction is not None


def test_a_folder_without_photos_is_refused(session, qtbot, tmp_path):
    with qtbot.waitSignal(session.open_failed, timeout=10_000) as signal:
        session.open_photo(tmp_path)
    assert "no photos" in str(signal.args[0])


def test_another_subject_takes_overlays_and_patches_away(session, qtbot):
    opened(session, qtbot)
    patches = (CoveredPlace(Box(0, 0, 1, 1), None),)
    session.set_shown(Shown((Overlay(), Overlay()), patches))
    assert len(session.shown.overlays) == 2
    session.step(1)
    qtbot.waitUntil(lambda: session.shown.overlays == (), timeout=10_000)
    assert session.shown.patches == ()


def test_other_wishes_are_read_at_once(session, qtbot):
    opened(session, qtbot)
    before = session.subject.prediction
    with qtbot.waitSignal(session.subject_changed, timeout=10_000):
        session.set_wishes(Wishes(preprocess=PRESETS["raw255"]))
    assert not np.allclose(before.logits, session.subject.prediction.logits)


def test_the_commonest_classes_have_colours_and_the_rest_is_counted():
    grid = np.array([[0, 0, 1, 1, 1], [2, 3, 4, 5, 6], [7, 7, -1, 0, 0]], np.int32)
    box, shares = Box(0, 0, 15, 25), np.zeros(grid.shape, np.float32)
    found = ClassMap(grid, shares, shares, box, box, 0, 10, 14, tuple("abcdefgh"))
    (slots,), keys = class_slots([found])
    assert [key.name for key in keys][:3] == ["a", "b", "h"]
    assert keys[0].slot is None
    assert keys[-1].name == "2 others"
    assert sum(key.shares[0] for key in keys) == pytest.approx(1)
    assert slots[0].tolist() == [-1, -1, 0, 0, 0]
    assert slots[2, 2] == -1
    assert (slots == len(CLASS_COLORS)).sum() == 2


def test_a_map_without_flips_has_one_key():
    box, shares = Box(0, 0, 2, 2), np.zeros((2, 2), np.float32)
    zeros, names = np.zeros((2, 2), np.int32), ("a", "b")
    found = ClassMap(zeros, shares, shares, box, box, 0, 0, 4, names)
    (slots,), keys = class_slots([found])
    assert (slots == -1).all()
    assert [key.shares for key in keys] == [(1.0,)]


def test_two_maps_give_one_class_one_colour():
    box, shares = Box(0, 0, 1, 3), np.zeros((1, 3), np.float32)
    grids = np.array([[[0, 2, 2]], [[1, 2, 0]]], np.int32)
    left, right = (
        ClassMap(grid, shares, shares, box, box, own, 0, 3, ("a", "b", "c"))
        for own, grid in enumerate(grids)
    )
    slots, keys = class_slots([left, right])
    assert [each.tolist() for each in slots] == [[[-1, 0, 0]], [[-1, 0, 1]]]
    assert [key.words for key in keys] == [
        "a / b 33 % | 33 %",
        "c 67 % | 33 %",
        "a 0 % | 33 %",
    ]
    assert clear_words([left, right]) == "clear: still a / b"


def test_stopping_keeps_what_is_open_and_forgets_what_was_wanted(session, qtbot):
    opened(session, qtbot)
    before = session.subject
    session.step(3)
    (work,) = [work for work in session.lanes.running if work.title == "Opening"]
    with qtbot.waitSignal(session.opening_changed, timeout=10_000):
        session.lanes.stop(work)
    assert session.subject is before
    session.step(1)  # from where one is, not from what was wanted
    wanted = replace(before.request, photo=session.walk.photos[1])
    qtbot.waitUntil(lambda: session.subject.request == wanted, timeout=10_000)
