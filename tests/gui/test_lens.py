"""The policy of lenses: what is asked, kept, shown and gone on with."""

import gc
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gui.answers import Answers, Asked, Known
from gui.jobs import Lanes
from gui.lens import Lens
from gui.lenses import Beside, Lenses
from gui.opened import Subject, SubjectKey
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.state import Phase
from inference.classifier import Wishes
from inference.jobs import Progress

STEPS = 3


class Counting(Lens):
    """Counts to three; a gate lets each step pass."""

    word, title = "counting", "Counting"
    eager = True

    def __init__(self, *args):
        super().__init__(*args)
        self.jobs = []
        self.gate = threading.Semaphore(0)

    def question(self, subject, index):
        return (self.wish, index)

    def is_eager(self, question):
        return self.eager

    def job(self, subject, question, known):
        self.jobs.append((subject.key.photo.name, question, known))
        return self._count(question, known or 0)

    def _count(self, question, done):
        while done < STEPS:
            assert self.gate.acquire(timeout=10)
            if question[0] == "broken":
                raise RuntimeError("it broke")
            done += 1
            yield Progress(done, STEPS, done)
        return done

    def is_complete(self, answer):
        return answer == STEPS

    def arrays_of(self, answer):
        return ()

    def shown(self, subject, answer):
        return Shown(overlays=(Overlay(title=f"{self.word} {answer}"),))


class Other(Counting):
    word, title = "other", "Other"


class Prepared:
    """The photo as the model sees it."""


def subject(photo):
    key = SubjectKey("model", "CPU", Wishes(), Path(photo), photo)
    return Subject(key=key, prepared=Prepared())


@pytest.fixture
def house(qtbot):
    lanes = Lanes()
    session = Session(lanes)
    answers = Answers()
    counting = Counting(session, lanes, answers, "first")
    other = Other(session, lanes, answers, "first")
    lenses = Lenses(session, [counting, other])

    def look_at(photo):
        session.subject, session.target = subject(photo), 0
        session.subject_changed.emit(session.subject)

    yield session, lenses, counting, look_at
    for lens in (counting, other):
        lens.gate.release(100)
    lanes.close()


def finished(qtbot, lens, phase=Phase.COMPLETE):
    qtbot.waitUntil(lambda: lens.state.phase is phase, timeout=5000)


def test_nothing_unseen_is_started(house, qtbot):
    _, lenses, lens, look_at = house
    look_at("a")
    assert not lens.jobs
    lenses.follow("counting")
    assert lens.state.phase is Phase.ASKING
    assert lens.jobs == [("a", ("first", 0), None)]


def test_what_costs_time_waits_for_run(house, qtbot):
    _, lenses, lens, look_at = house
    lens.eager = False
    lenses.follow("counting")
    look_at("a")
    assert lens.state.phase is Phase.WAITING
    lens.run()
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    assert lens.answer == STEPS


def test_an_answer_is_kept_and_shown_at_once_when_one_comes_back(house, qtbot):
    session, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    look_at("b")
    assert lens.answer is None
    assert session.shown.overlays == ()
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    look_at("a")
    assert (lens.answer, lens.state.phase) == (STEPS, Phase.COMPLETE)
    assert session.shown.overlays[0].title == "counting 3"
    assert len(lens.jobs) == 2


def test_what_runs_pauses_with_its_photo_and_goes_on_with_it(house, qtbot):
    _, lenses, lens, look_at = house
    lens.eager = False
    lenses.follow("counting")
    look_at("a")
    lens.run()
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    look_at("b")
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.work is None)
    look_at("a")
    assert lens.answer >= 1
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    assert lens.answer == STEPS
    assert [name for name, _, _ in lens.jobs] == ["a", "a"]
    assert lens.jobs[1][2] >= 1  # it goes on, it does not begin anew


def test_a_late_answer_is_kept_not_shown(house, qtbot):
    session, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    look_at("b")
    assert lens.answer is None
    assert session.shown.overlays == ()
    lens.gate.release(2)  # the step of "a" that was under way, and one of "b"
    qtbot.waitUntil(lambda: lens.answer is not None)
    assert (lens.answer, lens.asked.of.photo) == (1, Path("b"))
    look_at("a")
    assert lens.answer == 2


def test_a_stopped_answer_can_be_continued(house, qtbot):
    _, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    lens.stop()
    lens.gate.release()
    finished(qtbot, lens, Phase.PARTIAL)
    lens.resume()
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    assert lens.jobs[1][2] is not None


def test_what_was_stopped_stays_so_when_its_photo_is_left_at_once(house, qtbot):
    _, lenses, lens, look_at = house
    lens.eager = False
    lenses.follow("counting")
    look_at("a")
    lens.run()
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    lens.stop()
    look_at("b")
    lens.gate.release()  # ends the step that is under way
    look_at("a")
    finished(qtbot, lens, Phase.PARTIAL)
    assert len(lens.jobs) == 1


def test_the_old_answer_stays_until_the_new_one_stands(house, qtbot):
    session, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    lens.set_wish("second")
    assert (lens.answer, lens.asked.question) == (STEPS, ("first", 0))
    assert session.shown.overlays
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    assert lens.asked.question == ("second", 0)
    lens.set_wish("first")
    assert (lens.asked.question, len(lens.jobs)) == (("first", 0), 2)


def test_a_late_answer_does_not_replace_that_of_the_present_question(house, qtbot):
    _, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    lens.set_wish("second")
    lens.set_wish("first")  # whose answer is known
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    assert lens.asked.question == ("first", 0)
    lens.set_wish("second")
    assert (lens.answer, len(lens.jobs)) == (STEPS, 2)


def test_an_answer_that_may_not_replace_the_old_one_is_kept_beside_it(house, qtbot):
    _, lenses, lens, look_at = house
    lens.supersedes = lambda new, old: new >= old
    lenses.follow("counting")
    look_at("a")
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    lens.set_wish("second")
    lens.gate.release()  # ends the step of the first that is under way
    qtbot.waitUntil(lambda: lens.answer == 2)
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.known == 1)
    assert (lens.asked.question, lens.is_growing) == (("first", 0), False)
    lens.gate.release(2)
    finished(qtbot, lens)
    assert lens.asked.question == ("second", 0)


def test_what_waits_for_run_shows_what_was_asked_last_of_a_photo(house, qtbot):
    _, lenses, lens, look_at = house
    lens.eager = False
    lenses.follow("counting")
    look_at("a")
    lens.run()
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    look_at("b")
    lens.set_wish("second")
    look_at("a")
    assert (lens.asked.question, lens.state.phase) == (("first", 0), Phase.WAITING)


def test_what_was_left_goes_on_whatever_the_controls_say_by_now(house, qtbot):
    _, lenses, lens, look_at = house
    lens.eager = False
    lenses.follow("counting")
    look_at("a")
    lens.run()
    lens.gate.release()
    qtbot.waitUntil(lambda: lens.answer == 1)
    look_at("b")
    lens.set_wish("second")
    look_at("a")
    lens.gate.release(STEPS)
    finished(qtbot, lens, Phase.WAITING)
    assert (lens.asked.question, lens.answer) == (("first", 0), STEPS)


def test_what_asks_by_itself_does_so_only_when_it_can_after_it_was_left(house, qtbot):
    _, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    look_at("b")
    asked = len(lens.jobs)
    lens.eager = False  # what it computes with is made anew
    look_at("a")
    assert len(lens.jobs) == asked
    lens.eager = True
    lens.look()
    lens.gate.release(2 * STEPS)
    finished(qtbot, lens)
    assert lens.answer == STEPS


def test_no_answer_holds_the_photo_it_was_asked_of(house, qtbot):
    _, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    photo = weakref.ref(lens.session.subject.prepared)
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    look_at("b")
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    gc.collect()
    assert photo() is None


def test_a_failure_ends_the_question(house, qtbot):
    _, lenses, lens, look_at = house
    lenses.follow("counting")
    lens.set_wish("broken")
    look_at("a")
    lens.gate.release()
    finished(qtbot, lens, Phase.FAILED)
    assert str(lens.state.error) == "it broke"
    lens.set_wish("whole")
    lens.gate.release(STEPS)
    finished(qtbot, lens)


def test_two_lenses_stand_beside_each_other(house, qtbot):
    session, lenses, _, look_at = house
    look_at("a")
    lenses.follow("counting", Beside("other"))
    for word in ("counting", "other"):
        lenses[word].gate.release(STEPS)
        finished(qtbot, lenses[word])
    assert [each.title for each in session.shown.overlays] == ["counting 3", "other 3"]
    lenses.follow("other")
    assert [each.title for each in session.shown.overlays] == ["other 3"]
    lenses.follow("other", Beside(is_photo=True))
    assert [each.title for each in session.shown.overlays] == ["Photo", "other 3"]


def asked_of(names):
    return [Asked("counting", subject(name).key, 0) for name in names]


def holding(*arrays):
    return Known(1, is_complete=True, arrays=arrays)


def test_the_oldest_answers_go_when_the_budget_is_spent(qtbot):
    answers, (a, b, c) = Answers(budget=25_000), asked_of("abc")
    for each in (a, b):
        answers.keep(each, holding(np.zeros(5000, np.uint8)))
    assert answers.find(a)  # used again
    answers.keep(c, holding(np.zeros(5000, np.uint8)))
    assert answers.find(b) is None
    assert answers.find(a)
    assert answers.find(c)


def test_what_answers_share_counts_once_until_the_last_of_them_goes(qtbot):
    values, answers, (a, b, c) = np.zeros(10_000), Answers(), asked_of("abc")
    answers.keep(a, holding())
    one = answers.size
    answers.keep(a, holding(values, values))
    answers.keep(b, holding(values))
    assert answers.size == 2 * one + values.nbytes
    answers.keep(a, holding())
    assert answers.size == 2 * one + values.nbytes
    answers.keep(b, holding())
    assert answers.size == 2 * one
    answers.keep(c, holding())
    assert answers.size == 3 * one


def test_the_newest_answer_is_found_without_a_look_at_other_photos(qtbot):
    class Photo:
        looks = 0

        def __hash__(self):
            Photo.looks += 1
            return id(self)

        def __eq__(self, other):
            Photo.looks += 1
            return self is other

    answers = Answers()
    keys = [replace(subject("a").key, photo=Photo()) for _ in range(300)]
    for key in keys:
        for question in range(2):
            answers.keep(Asked("counting", key, question), holding())
    answers.find(Asked("counting", keys[0], 0))  # is the newest of its photo again
    Photo.looks = 0
    assert answers.newest("counting", keys[0])[0].question == 0
    assert answers.newest("counting", keys[1])[0].question == 1
    assert answers.newest("other", keys[0]) is None
    assert Photo.looks < 30


def test_only_what_is_shown_redraws_and_only_when_it_differs(house, qtbot):
    session, lenses, lens, look_at = house
    lenses.follow("counting")
    look_at("a")
    lens.gate.release(STEPS)
    finished(qtbot, lens)
    heard = []
    session.shown_changed.connect(heard.append)
    lenses["other"].changed.emit()
    lens.changed.emit()
    assert not heard


def test_no_photo_ever_bears_the_maps_of_another(house, qtbot):
    session, lenses, _, look_at = house
    look_at("a")
    lenses.follow("other", Beside("counting"))
    for word in ("counting", "other"):
        lenses[word].gate.release(STEPS)
        finished(qtbot, lenses[word])
    heard = []
    session.shown_changed.connect(heard.append)
    look_at("b")
    assert [len(shown.overlays) for shown in heard] == [0]


def test_what_hears_late_of_a_photo_shows_no_map_of_the_one_before(house, qtbot):
    session, lenses, lens, look_at = house
    lenses.follow("counting", Beside("other"))
    look_at("a")
    for each in (lens, lenses["other"]):
        each.gate.release(STEPS)
        finished(qtbot, each)
    assert "counting 3" in [each.title for each in session.shown.overlays]
    session.subject = subject("b")
    lenses["other"].look()  # gradients tell it, say
    assert "counting 3" not in [each.title for each in session.shown.overlays]
