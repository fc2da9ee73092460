"""In every language all that is written in the window is wholly seen."""

import shutil

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar

from gui.frame.help import page_titles
from gui.language import speak
from gui.panels import WORDS
from gui.widgets.controls import Fold
from gui.widgets.words import translate
from inference import bundled
from inference.bundled import DEMO_PHOTO
from tests.foreign import LANGUAGE
from tests.gui.clipping import choices, cut_words, heads_that_are_cut, press
from tests.gui.driving import drive
from tests.gui.finding import part

pytestmark = pytest.mark.gui
CONTROL = Qt.KeyboardModifier.ControlModifier
CHINESE = "Noto Sans CJK SC"


@pytest.fixture(params=[LANGUAGE, "en", "ru", "zh_CN"])
def spoken(request, language, monkeypatch, qapp):
    """The language of the window: one that is longer than English, or a real one."""
    if request.param == LANGUAGE:
        monkeypatch.setattr(bundled, "TRANSLATIONS", language)
    if request.param == "zh_CN" and CHINESE not in QFontDatabase.families():
        pytest.skip(f"{CHINESE} is not installed")
    monkeypatch.setenv("LC_ALL", f"{request.param}.UTF-8")
    yield request.param
    speak(qapp, None)


@pytest.fixture
def dishes(tmp_path):
    """A small dataset."""
    for name in ("hamburger", "pizza"):
        (tmp_path / "dishes" / name).mkdir(parents=True)
        for photo in sorted((DEMO_PHOTO.parents[1] / name).iterdir())[:5]:
            shutil.copy(photo, tmp_path / "dishes" / name)
    return tmp_path / "dishes"


class Reader:
    """Someone who looks at each state for words that are cut."""

    def __init__(self, user):
        self.user, self.found = user, {}

    def look(self, where, window=None):
        self.user.wait_idle()
        QTest.qWait(1)  # it is laid out
        window = window or self.user.window
        cut = [*cut_words(window), *heads_that_are_cut(window)]
        if cut:
            self.found[where] = cut


def see_tabs(user, reader, words=WORDS):
    """Each tab, whatever is chosen in it."""
    window = user.window
    bar = window.tabs.findChild(QTabBar)
    for place in map(WORDS.index, words):
        press(bar, bar.tabRect(place).center())
        reader.look(f"tab {place}")
        see_folds(window, reader, f"tab {place}")
        for button in choices(window):
            press(button)
            user.key(Qt.Key.Key_Period, CONTROL)  # Stop: a finer map takes long
            reader.look(f"tab {place}, {button.accessibleName()}", window.tabs)


def see_folds(window, reader, tab):
    """What *More* unfolds, in the languages that are spoken."""
    if QLocale().language() == QLocale(LANGUAGE).language():
        return
    for fold in window.tabs.current.findChildren(Fold):
        if fold.link.isVisible():
            press(fold.link)
            reader.look(f"{tab}, {fold.link.text()}", window.tabs)
            press(fold.link)


def see_pages(user, reader):
    """Preprocessing, a refusal with its details, and the help."""
    window = user.window
    user.key(Qt.Key.Key_D, CONTROL)
    reader.look("preprocessing")
    user.key(Qt.Key.Key_Escape)
    user.drop(DEMO_PHOTO.parents[2] / "report.json")
    reader.look("a refusal")
    press(part(window.messages, QPushButton, translate("MessageRow", "Details")))
    reader.look("its details", window.messages)
    for page in page_titles():
        window.help.open_page(page)
        reader.look(page, window.help)
    window.help.close()


def test_nothing_is_cut_in_any_language(spoken, dishes, monkeypatch, qapp):
    def script(user):
        user.wait_opened()
        user.window.resize(1280, 800)
        reader = Reader(user)
        reader.look("the start")
        user.click(100, 200)
        user.panel.run()
        reader.look("a map")
        see_tabs(user, reader)
        see_pages(user, reader)
        user.drop(dishes)
        see_tabs(user, reader, ("ranking", "finetune"))
        assert not reader.found

    assert drive(monkeypatch, (), script) == 0
