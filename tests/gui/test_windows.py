"""Nothing but what was asked for becomes a window: one that flashes takes the keys."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.frame.window import MainWindow
from tests.gui.driving import drive

pytestmark = pytest.mark.gui


class Watch(QObject):
    """Notes every window that is shown, but for the one of NetGaze."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and not isinstance(watched, MainWindow):
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_a_message_leaves_the_keys_where_they_are(monkeypatch, watch, tmp_path):
    (tmp_path / "broken.onnx").write_bytes(b"no model")

    def script(user):
        user.wait_opened()
        window = user.window
        user.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        user.wait_idle()
        focused = QApplication.focusWidget()
        assert focused is not None
        window.opening.open_files([tmp_path / "broken.onnx"])
        user.wait(lambda: "Model" in window.messages.sources, "a message")
        user.wait_idle()
        QTest.qWait(50)
        assert QApplication.focusWidget() is focused
        ctrl = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, ctrl)
        assert window.tabs.current.title == "Occlusion"
        assert watch.seen == []

    assert drive(monkeypatch, [], script) == 0
