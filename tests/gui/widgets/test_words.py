import pytest

from gui.widgets import words


@pytest.mark.parametrize(
    ("done", "total", "elapsed", "wanted"),
    [
        (2, 100, 5.0, "estimating…"),  # too few steps
        (50, 100, 0.5, "estimating…"),  # too early
        (5, 0, 9.0, "estimating…"),  # the end is not known
        (455, 784, 12.44, "9 s left"),
        (10, 29, 10.0, "19 s left"),
        (10, 30, 10.0, "20 s left"),
        (10, 73, 10.0, "65 s left"),
        (10, 129, 10.0, "2 min left"),
        (10, 250, 10.0, "4 min left"),
        (10, 4210, 10.0, "1 h 10 min left"),
        (10, 3610, 10.0, "1 h left"),
        (99, 100, 10.0, "1 s left"),
        (100, 100, 10.0, "1 s left"),
    ],
)
def test_time_left(done, total, elapsed, wanted):
    assert words.time_left(done, total, elapsed) == wanted


def test_time_left_counts_the_steps_of_this_run():
    assert words.time_left(460, 500, 10, known=450) == "40 s left"
    assert words.time_left(452, 500, 10, known=450) == "estimating…"


@pytest.mark.parametrize(
    ("duration", "wanted"),
    [
        (0.2, "less than 1 s"),
        (21.3, "21 s"),
        (119, "119 s"),
        (245, "4 min"),
        (4200, "1 h 10 min"),
    ],
)
def test_durations(duration, wanted):
    assert words.seconds(duration) == wanted


def test_differences_carry_a_true_sign():
    assert words.signed(-0.3834) == "\u22120.383"
    assert words.signed(0.148) == "+0.148"
    assert words.signed(-0.0001) == "0.000"
    assert words.signed(-1234.5, 1) == "\u22121,234.5"


def test_scores_never_pretend_to_be_zero():
    assert words.score(0.0004) == "<0.001"
    assert words.score(0.384) == "0.384"
    assert words.score(0.0) == "0.000"


def test_changes_have_a_glyph():
    assert words.change(0.384, 0.001) == "▼ \u22120.383"
    assert words.change(0.014, 0.162) == "▲ +0.148"
    assert words.change(0.5, 0.5002) == "= 0.000"


def test_counts():
    assert words.grouped(50176) == "50,176"
    assert words.plural(1, "class", "classes") == "1 class"
    assert words.percent(0.0851) == "9 %"
    assert words.percent(0.001) == "<1 %"
