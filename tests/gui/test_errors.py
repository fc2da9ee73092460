import logging
import sys
import threading

import pytest

from gui.errors import BUG_HEADLINE, describe, install_excepthooks
from gui.language import Language
from gui.widgets.words import counted
from inference.errors import ModelError, Sentence


@pytest.fixture
def reported(qtbot):
    heard = []
    restore = install_excepthooks(heard.append)
    yield heard
    restore()


def test_our_errors_speak_for_themselves():
    said = describe(ModelError("The sentence."))
    assert said.headline == "This model cannot be used"
    assert said.sentence == "The sentence."
    assert not said.is_bug


@pytest.mark.parametrize("count", [2**31, 10**12, 10**30])
def test_a_count_may_be_larger_than_those_of_qt(count, qapp):
    said = f"{count:,} images"
    assert describe(ModelError("{n:,} images", n=count)).sentence == said
    assert counted("{n} images", "{n} image", count) == said
    sentence = Sentence("{n:,} images", one="{n:,} image", n=count)
    assert sentence.put(Language(None).translated) == said


def caught(error, cause=None):
    with pytest.raises(type(error)) as raised:
        raise error from cause
    return raised.value


def test_everything_else_is_our_mistake_and_is_logged_with_its_traceback(caplog):
    error = caught(KeyError("logits"))
    with caplog.at_level(logging.ERROR):
        said = describe(error)
    assert said.headline == str(BUG_HEADLINE)
    assert said.is_bug
    assert "logits" in said.details
    assert "at tests/gui/test_errors.py" in said.details
    assert "Python 3" in said.details
    assert caplog.records[0].exc_info


def test_details_tell_the_cause():
    error = caught(ModelError("Could not."), OSError("disk full"))
    assert "because of OSError: disk full" in describe(error).details


def test_the_hook_reports_what_nobody_caught(reported, qtbot):
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    qtbot.waitUntil(lambda: reported == [error])


def test_other_threads_report_on_the_gui_thread(qtbot):
    where = []
    restore = install_excepthooks(lambda _: where.append(threading.current_thread()))
    args = threading.ExceptHookArgs((ValueError, ValueError("x"), None, None))
    worker = threading.Thread(target=lambda: threading.excepthook(args))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: where == [threading.main_thread()])
    restore()


def test_the_former_hooks_come_back(qtbot):
    before = sys.excepthook, threading.excepthook
    install_excepthooks(print)()
    assert (sys.excepthook, threading.excepthook) == before
