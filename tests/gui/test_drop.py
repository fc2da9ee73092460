from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.drop import DropFrame, drop_words

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.JPG", "Open as photo"),
        ("net.onnx", "Open as model"),
        ("names.txt", "Read as class names of the model"),
        ("notes.pdf", "NetGaze cannot open this kind of file"),
    ],
)
def test_the_frame_says_what_dropping_would_do(name, words):
    assert drop_words([Path(name)]) == words


def test_dropped_files_are_announced_and_the_frame_goes(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    frame = DropFrame(window)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    facts = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *facts))
    assert frame.isVisible()
    with qtbot.waitSignal(frame.files_dropped) as signal:
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *facts))
    assert signal.args == [[tmp_path / "a.png"]]
    assert not frame.isVisible()
