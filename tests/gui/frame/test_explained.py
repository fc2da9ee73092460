"""What is said beside the work: help, tooltips, the badge of the gradients."""

import shutil

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTextBrowser,
    QToolButton,
)

from gui.frame.help import HelpWindow
from gui.frame.subject_bar import SubjectBar
from gui.panels import WORDS
from gui.theme import ThemeChoice, apply_theme, color
from gui.widgets.controls import Segments
from inference.bundled import DEMO_PHOTO
from tests import models
from tests.gui.driving import drive
from tests.gui.finding import in_menu, part, press, untold_entries

CHOICES = (QComboBox, QCheckBox, QAbstractSlider, Segments)
INNER = (QComboBox, QAbstractSpinBox)
NAME = "a_photo_with_a_very_long_name_for_a_file_from_a_camera.jpeg"


def untold(panel):
    """The choices of a tab whose tooltip does not say what holds by itself."""
    found = [each for kind in CHOICES for each in panel.findChildren(kind)]
    found += [each for each in panel.findChildren(QLineEdit) if is_field(each)]
    tips = {each: each.toolTip() for each in found if not isinstance(each, QScrollBar)}
    return [e.accessibleName() for e, tip in tips.items() if "default:" not in tip]


def is_field(line):
    """Whether it is no part of another control, and no search."""
    name = line.accessibleName()
    return name and not name.startswith("Find") and not isinstance(line.parent(), INNER)


CONTROLS = (
    QAbstractButton,
    QComboBox,
    QAbstractSlider,
    QAbstractSpinBox,
    QLineEdit,
    QAbstractItemView,
)


def controls(window):
    """Every control that a user can see and use now, in all of the window."""
    found = {each for kind in CONTROLS for each in window.findChildren(kind)}
    return [
        each
        for each in found
        if each.isVisible()
        and each.isEnabled()
        and not isinstance(each, QScrollBar)
        and not isinstance(each.parent(), (*INNER, QAbstractItemView))
    ]


def two_meals(folder):
    """A dataset of two photos."""
    for name in ("pizza", "sushi"):
        (folder / "meals" / name).mkdir(parents=True)
        photo = DEMO_PHOTO.parents[1] / name / f"{name}-01.jpg"
        shutil.copy(photo, folder / "meals" / name)
    return folder / "meals"


def test_every_control_of_the_window_says_what_it_does(monkeypatch, qapp, tmp_path):
    dataset = two_meals(tmp_path)

    def script(user):
        window = user.window
        user.wait_opened()
        user.panel.run()
        user.wait_idle()
        window.opening.open_files([tmp_path / "none.onnx"])
        user.wait(lambda: window.messages.sources)
        user.click(150, 250)
        user.press("More")
        for word in WORDS:
            window.tabs.show_tab(WORDS.index(word))
            user.wait_idle()
            check(window, word)
            if word == "activations":
                user.press("Network")
                user.wait_idle()
                check(window, "the network")
        window.tabs.show_preprocessing()
        user.wait_idle()
        check(window, "preprocessing")
        user.drop(dataset)
        user.wait_idle()
        check(window, "a dataset")

    def check(window, where):
        found = controls(window)
        mute = [each for each in found if not each.toolTip()]
        chosen = [e for e in found if isinstance(e, (*CHOICES, QAbstractSpinBox))]
        vague = [each for each in chosen if "default" not in each.toolTip()]
        bad.extend((where, e.accessibleName(), e.toolTip()) for e in (*mute, *vague))

    bad = []
    assert drive(monkeypatch, [], script) == 0
    assert bad == []


def test_every_line_of_a_menu_says_what_it_does(monkeypatch, qapp, tmp_path):
    def script(user):
        user.wait_opened()
        window = user.window
        for action in window.menuBar().actions():
            action.menu().popup(QPoint())
            bad.extend(untold_entries(action.menu()))
            action.menu().close()
        for button in window.findChildren(QToolButton):
            if button.menu() is not None and button.isVisible():
                name = button.accessibleName()
                found = in_menu(untold_entries, button)
                bad.extend((name, words) for words in found)
        user.open_menu(100, 100)
        menu = QApplication.activePopupWidget()
        bad.extend(untold_entries(menu))
        menu.close()
        user.drop(two_meals(tmp_path))
        user.wait_idle()
        add = part(window.tabs.current, QPushButton, "Add filter")
        user.wait(add.isVisible, "photos in order")
        bad.extend(("Add filter", words) for words in in_menu(untold_entries, add))

    bad = []
    assert drive(monkeypatch, [], script) == 0
    assert bad == []


def test_help_is_on_the_screen_and_explains_what_a_tooltip_names(monkeypatch, qapp):
    def script(user):
        window = user.window
        user.wait_opened()
        for word in ("gradcam", "activations"):
            window.tabs.show_tab(WORDS.index(word))
            user.wait_idle()
            assert untold(window.tabs.current) == [], word
        room = window.screen().availableGeometry()
        window.move(room.bottomRight() - QPoint(200, 200))
        press(window.subject_bar, "How to read this map", QToolButton)
        page = window.findChild(HelpWindow)
        assert room.contains(page.frameGeometry())
        browser = page.findChild(QTextBrowser)
        user.wait(lambda: "Grad-CAM" in browser.toPlainText(), "the page")
        said = browser.toPlainText()
        for heading in (
            "The layer ladder",
            "Activations",
            "The badge of the gradients",
        ):
            assert f"\n{heading}\n" in said
        assert "ICCV 2017" in said
        page.open_page("keys")
        user.wait(lambda: "Ctrl+1" in browser.toPlainText(), "the keys")
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            apply_theme(qapp, theme)
            user.wait_idle()
            QTest.qWait(1)
            assert lines_across(browser) > 5, theme
        page.close()

    assert drive(monkeypatch, [], script) == 0


def lines_across(browser):
    """How many lines between the rows of its table are seen, in their colour."""
    picture = browser.viewport().grab().toImage()
    across, wanted = picture.width() // 3, color("line").rgb()
    column = [picture.pixel(across, y) == wanted for y in range(picture.height())]
    return sum(column)


@pytest.fixture
def bar(qtbot):
    bar = SubjectBar()
    qtbot.addWidget(bar)
    bar.resize(1280, 56)
    bar.show()
    bar.set_model("squeezenet", "1,000 classes")
    bar.set_photo("photo.png", "500 × 338 px")
    return bar


def badge(bar):
    return next(
        each for each in bar.findChildren(QPushButton) if "radients" in each.text()
    )


def test_the_badge_warns_only_where_gradients_are_needed(bar):
    bar.set_gradients("Gradients differ from conv on", "warn", "why")
    assert badge(bar).property("tone") == "plain"
    bar.set_needing(needs_gradients=True)
    assert badge(bar).property("tone") == "warn"
    bar.set_needing(needs_gradients=False)
    assert badge(bar).property("tone") == "plain"
    bar.set_gradients("✓ Gradients agree to 3e-6", "good", "why")
    assert badge(bar).property("tone") == "good"


def test_the_badge_takes_no_width_from_the_names_unless_it_is_needed(bar, qtbot):
    bar.set_gradients("Gradients differ from features.12.expand3x3 on", "warn", "why")
    assert badge(bar).isVisible()
    bar.resize(900, 56)
    bar.set_photo(NAME, "500 × 338 px")
    bar.set_place(4, 40)
    bar.set_model(
        "a_model_with_a_very_long_name_too_of_which_all_counts", "1,000 classes"
    )
    qtbot.waitUntil(lambda: not badge(bar).isVisible())
    bar.set_needing(needs_gradients=True)
    assert badge(bar).isVisible()
    bar.set_needing(needs_gradients=False)
    qtbot.waitUntil(lambda: not badge(bar).isVisible())
    bar.resize(1900, 56)
    qtbot.waitUntil(lambda: badge(bar).isVisible())


def test_a_model_without_gradients_is_no_warning_in_front_of_occlusion(
    monkeypatch, qapp, tmp_path
):
    path = models.convolutions(tmp_path / "own.onnx", (40, 48))

    def script(user):
        user.wait_opened()
        bar = user.window.subject_bar
        bar.set_gradients("No gradients", "warn", "why")
        assert badge(bar).property("tone") == "plain"
        user.window.tabs.show_tab(WORDS.index("gradcam"))
        bar.set_gradients("No gradients", "warn", "why")
        assert badge(bar).property("tone") == "warn"
        user.window.tabs.show_tab(WORDS.index("occlusion"))
        assert badge(bar).property("tone") == "plain"

    assert drive(monkeypatch, [path], script) == 0
