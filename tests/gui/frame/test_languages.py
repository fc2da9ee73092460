"""The window in another language, chosen in its menu; the work goes on."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QTextBrowser

from gui.frame.help import HelpWindow
from gui.language import LANGUAGES, speak
from inference import bundled
from tests.foreign import LANGUAGE, foreign
from tests.gui.driving import drive
from tests.gui.finding import press

pytestmark = pytest.mark.gui


@pytest.fixture
def translated(language, monkeypatch, qapp):
    """The menu's last language is one whose file the tests made."""
    monkeypatch.setattr(bundled, "TRANSLATIONS", language)
    monkeypatch.setitem(LANGUAGES, LANGUAGE, "Deutsch")
    monkeypatch.setenv("LC_ALL", "C")
    yield
    speak(qapp, None)


def action(window, words):
    return next(each for each in window.findChildren(QAction) if each.text() == words)


def first_tab(window):
    return window.tabs.findChild(QTabBar).tabText(0)


def test_another_language_is_spoken_by_a_window_that_goes_on(
    translated, monkeypatch, qapp
):
    known = {}

    def in_english(user):
        user.wait_opened()
        window = user.window
        known["model"] = window.session.subject.classifier
        window.session.pick_target(0)
        window.tabs.show_tab(2)
        user.wait_idle()
        assert first_tab(window) == "Occlusion"
        window.tabs.show_tab(0)
        user.panel.run()
        user.wait(lambda: window.lanes.running, "the sweep")
        action(window, LANGUAGES[LANGUAGE]).trigger()
        assert "stop" in user.message("Language")
        window.tabs.show_tab(2)
        press(window.messages, "Open it now")

    def in_the_other(user):
        user.wait_opened()
        window = user.window
        assert first_tab(window) == foreign("Occlusion")
        assert QLocale().language() == QLocale.Language.German
        assert window.tabs.place == 2
        assert window.session.target == 0
        assert window.session.subject.classifier is known["model"]
        assert action(window, LANGUAGES[LANGUAGE]).isChecked()
        action(window, LANGUAGES["en"]).trigger()

    def in_english_again(user):
        user.wait_opened()
        assert first_tab(user.window) == "Occlusion"
        assert user.window.session.target == 0

    scripts = (in_english, in_the_other, in_english_again)
    assert drive(monkeypatch, [], *scripts) == 0


def test_help_is_in_the_language_where_it_is_translated(monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        action(user.window, "快捷键").trigger()
        browser = user.window.findChild(HelpWindow).findChild(QTextBrowser)
        user.wait(lambda: "Ctrl+Shift+Z" in browser.toPlainText(), "the keys")
        assert "撤销、重做" in browser.toPlainText()
        action(user.window, "新功能").trigger()
        user.wait(lambda: "Unreleased" in browser.toPlainText(), "what is new")

    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert drive(monkeypatch, [], script) == 0
    speak(qapp, None)
