"""Help ▸ About NetGaze: the version, where things are kept, and licences."""

import logging
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from gui.frame import about
from gui.frame.help import HelpWindow
from gui.log import log_file, start_log
from inference import __version__
from inference.bundled import LICENCE_RULE
from inference.user_folder import user_folder
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui


@pytest.fixture
def forget_log(monkeypatch):
    """Makes the log unbegun: the tests have one of their own."""
    root = logging.getLogger()

    def forget():
        monkeypatch.setattr(root, "level", root.level)
        monkeypatch.setattr(root, "handlers", [])

    return forget


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    """A program that comes with the licences of two packages."""
    file = tmp_path / "licences.txt"
    texts = ["NetGaze\n\nApache", "numpy 2.4\nBSD-3\n\nRedistributions *may* be"]
    file.write_text(LICENCE_RULE.join(texts), "utf-8")
    monkeypatch.setattr(about, "LICENCES", file)


def open_about(user):
    """Chooses the page from its menu; returns what shows it."""
    (menu,) = (a.menu() for a in user.window.menuBar().actions() if a.text() == "&Help")
    (line,) = (a for a in menu.actions() if a.text() == "About NetGaze")
    line.trigger()
    browser = user.window.findChild(HelpWindow).findChild(QTextBrowser)
    user.wait(lambda: __version__ in browser.toPlainText(), "the page")
    return browser


def follow(browser, words):
    """Clicks the last place where these words stand."""
    browser.moveCursor(QTextCursor.MoveOperation.End)
    assert browser.find(words, QTextDocument.FindFlag.FindBackward)
    QTest.qWait(1)
    place = browser.cursorRect().center() - QPoint(9, 0)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_version_log_and_licences_are_told(monkeypatch, qapp, forget_log, packaged):
    forget_log()

    def script(user):
        user.wait_opened()
        browser = open_about(user)
        said = browser.toPlainText()
        assert str(log_file()) in said
        assert str(user_folder()) in said
        assert re.search(r"onnxruntime\S* \d", said)
        follow(browser, "numpy 2.4")
        shown = finding.part(browser.window(), QPlainTextEdit, "Licence")
        user.wait(shown.isVisible, "the licence")
        assert "Redistributions *may* be" in shown.toPlainText()
        user.wait(open_about(user).isVisible, "the page again")

    assert drive(monkeypatch, (), script) == 0


def test_from_source_the_packages_hold_their_licences(qapp):
    assert "hold their licences themselves" in about.about_page()


def test_the_log_is_one_file_that_is_begun_anew(qapp, forget_log):
    forget_log()
    start_log()
    (handler,) = logging.getLogger().handlers
    assert log_file().name == "netgaze.log"
    for _ in range(20):
        logging.getLogger("room").warning("x" * 60_000)
    handler.close()
    files = sorted(each.name for each in log_file().parent.glob("*.log*"))
    assert files == ["netgaze.log", "netgaze.log.1"]
    assert sum(each.stat().st_size for each in log_file().parent.glob("*.log*")) < 1.2e6
