"""The panel is as wide as its kind wants to be, whatever was chosen or seen before."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from gui.panels import WORDS
from gui.photo.colour_bar import ClassKey, ClassKeys
from gui.theme import ThemeChoice, apply_theme
from gui.widgets.matrix import Matrix
from inference.bundled import DEMO_PHOTO
from tests.gui.drawn import words_of
from tests.gui.driving import drive
from tests.gui.finding import part

pytestmark = pytest.mark.gui
LEFT = Qt.MouseButton.LeftButton
SMALL, LARGE = (1280, 800), (1600, 1000)


@pytest.fixture
def light(qapp):
    apply_theme(qapp, ThemeChoice.LIGHT)
    yield qapp
    apply_theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def dataset(tmp_path):
    for name in ("hamburger", "pizza"):
        (tmp_path / "meals" / name).mkdir(parents=True)
        for photo in sorted((DEMO_PHOTO.parents[1] / name).iterdir())[:2]:
            shutil.copy(photo, tmp_path / "meals" / name)
    return tmp_path / "meals"


def width_at(user, size):
    """How wide the panel is once the window has a size."""
    user.window.resize(*size)
    user.wait_idle()
    seen = []

    def is_still():
        seen.append(user.window.tabs.width())
        return seen[-6:] == seen[-1:] * 6

    user.wait(is_still, "a layout")
    return seen[-1]


def test_a_theme_or_a_size_that_is_left_leaves_no_wider_panel(
    monkeypatch, light, dataset
):
    def script(user):
        user.wait_opened()
        window = user.window
        window.tabs.show_tab(WORDS.index("gradcam"))
        gradients = window.session.gradients
        user.wait(lambda: gradients.engine or gradients.failure, "gradients")
        user.wait_idle()
        width = width_at(user, SMALL)
        apply_theme(light, ThemeChoice.DARK)
        assert width_at(user, SMALL) == width
        methods = part(window.tabs.current, QComboBox, "Method")
        view = methods.view()
        assert view.minimumWidth() > view.sizeHintForColumn(0)  # reasons are seen
        user.drop(dataset)
        panel = window.tabs.current
        user.wait(lambda: part(panel, QPushButton, "Confusion").isVisible(), "a line")
        width = width_at(user, SMALL)
        matrix = part(panel, Matrix, "Confusion")
        assert not matrix.isVisible()
        more = (b for b in panel.findChildren(QPushButton) if b.text() == "More")
        QTest.mouseClick(next(b for b in more if b.isVisible()), LEFT)
        width_at(user, LARGE)
        assert matrix.isVisible()
        assert width_at(user, SMALL) == width
        assert not matrix.isVisible()

    assert drive(monkeypatch, (), script) == 0


def test_shares_of_classes_with_long_names_are_all_seen(qtbot):
    keys = ClassKeys()
    qtbot.addWidget(keys)
    keys.resize(400, 40)
    names = ("a hamburger with all that belongs to it", "a tower of pancakes", "soup")
    found = [ClassKey(name, (0.25 * n,), n) for n, name in enumerate(names, 1)]
    keys.show_keys(tuple(found))
    written = [words.text for words in words_of(keys)]
    assert [words[-4:] for words in written] == ["25 %", "50 %", "75 %"]
    assert "…" in written[0]
