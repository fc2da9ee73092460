import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

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


def test_a_count_takes_its_noun_with_it() -> None:
    def found(n: int) -> str:
        return words.counted(
            "{n} photos in {name}", "{n} photo in {name}", n, name="a {n}"
        )

    assert found(1) == "1 photo in a {n}"
    assert found(0) == "0 photos in a {n}"
    assert found(1000) == "1,000 photos in a {n}"


class _Russian(QTranslator):
    """Says what it was asked for, as a language with more forms than English."""

    def translate(
        self, context: str, source: str, comment: str | None = None, n: int = -1
    ) -> str:
        forms = {1: "{n} файл", 3: "{n} файла"}
        asked = (context, source, comment)
        return forms.get(n, "") if asked == ("", "{n} files", "{n} file") else ""


def test_a_language_has_as_many_forms_as_it_needs(qapp: QApplication) -> None:
    russian = _Russian()
    qapp.installTranslator(russian)
    try:
        said = [words.counted("{n} files", "{n} file", n) for n in (1, 3)]
    finally:
        qapp.removeTranslator(russian)
    assert said == ["1 файл", "3 файла"]


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


@pytest.mark.parametrize(
    ("duration", "wanted"), [(0.2, "less than 1 s"), (21.3, "about 21 s")]
)
def test_estimates(duration, wanted):
    assert words.about(duration) == wanted


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
    assert words.counted("{n} classes", "{n} class", 1) == "1 class"
    assert words.percent(0.0851) == "9 %"
    assert words.percent(0.001) == "<1 %"
