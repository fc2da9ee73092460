"""The window in another language: no word that a person meets stays English."""

import re

import onnx
import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.frame.doctor.cell import WayCell
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import PRESETS, open_classifier
from tests.foreign import english_words, foreign, lettered
from tests.gui.drawn import words_of
from tests.gui.driving import drive
from tests.gui.finding import in_menu, part

pytestmark = pytest.mark.gui
MARKUP = re.compile(r"<[^>]*>|&\w+;|&")
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = ("Ctrl", "Shift", "Return", "PgUp", "PgDown", "Esc", "Enter")


def words_in_sight(window):
    """Yields what a person, or a screen reader, finds: where, and the words."""
    for each in (window, *window.findChildren(QWidget)):
        if isinstance(each, QMenu):
            yield from ((each, action.text()) for action in each.actions())
            yield from ((each, action.toolTip()) for action in each.actions())
        elif each.isVisible():
            yield from ((each, words) for words in _words_of(each))


def _words_of(widget):
    yield from (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _words_of_model(widget.model())


def _words_of_model(model):
    across = Qt.Orientation.Horizontal
    is_list = isinstance(model, QAbstractListModel)
    columns = range(1 if is_list else model.columnCount())
    yield from (str(model.headerData(place, across) or "") for place in columns)
    for row in range(min(model.rowCount(), 20)):
        for column in columns:
            index = model.index(row, column)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                words = index.data(role)
                yield words if isinstance(words, str) else ""


@pytest.fixture(scope="module")
def names():
    """What the demo's files, and the system, call things."""
    classifier = open_classifier(DEMO_MODEL)
    graph, spec = classifier.graph, classifier.spec
    nodes = [
        name
        for node in graph.nodes
        for name in (*node.outputs, node.operator, *node.attributes)
    ]
    photos = [path.name for path in DEMO_PHOTO.parent.iterdir()]
    folders = (DEMO_MODEL, DEMO_PHOTO.parent, DEMO_PHOTO.parent.name)
    ours = (
        "NetGaze",
        "English",
        "CPU",
        "kB",
        "RGB",
        "BGR",
        "MB",
        "libcuda.so.1",
        "Grad-CAM",
        "report.json",
        "JPEG",
        "PNG",
        *KEYS,
    )
    return [*photos, *folders, spec.name, *spec.labels, *nodes, *PRESETS, *ours]


class Reader:
    """Someone who reads all there is in sight, and notes what stays English."""

    def __init__(self, names):
        self.names, self.found = names, {}

    def read(self, where, window):
        for each, words in words_in_sight(window):
            left = english_words(MARKUP.sub("", words), self.names)
            if left:
                self.found.setdefault((type(each).__name__, words), (where, left))


def see_occlusion(user, reader):
    user.click(100, 100)
    user.wait_idle()
    reader.read("a patch", user.window)
    user.press(foreign("Run map"))
    user.wait(lambda: user.window.session.shown.overlays, "a map")
    reader.read("a map that runs", user.window)
    user.key(Qt.Key.Key_Period, CONTROL)  # Stop
    user.wait_idle()
    reader.read("a map that was stopped", user.window)


def see_gradcam(user, reader):
    user.key(Qt.Key.Key_2, CONTROL)
    user.wait_idle()
    reader.read("Grad-CAM", user.window)
    user.press(foreign("Two classes"))
    user.wait_idle()
    reader.read("two classes", user.window)


def see_activations(user, reader):
    user.key(Qt.Key.Key_3, CONTROL)
    user.wait_idle()
    reader.read("channels", user.window)
    user.press(foreign("Network"))
    user.wait_idle()
    reader.read("network", user.window)


def see_menus(user, reader):
    bar = user.window.menuBar()
    for action in bar.actions():
        at = bar.actionGeometry(action).center()
        in_menu(lambda menu: reader.read("a menu", menu), bar, at)
    for name in ("Other model", "Other photo"):
        arrow = part(user.window, QToolButton, foreign(name))
        in_menu(lambda menu: reader.read("a chip", menu), arrow)
    user.open_menu(100, 100)
    menu = QApplication.activePopupWidget()
    reader.read("the photo's menu", menu)
    menu.close()


def test_numbered_classes_are_told_in_the_language(
    speaking, monkeypatch, qapp, tmp_path
):
    model = onnx.load(DEMO_MODEL)
    del model.metadata_props[:]  # nobody says what classes are called
    onnx.save(model, tmp_path / "net.onnx")

    def script(user):
        user.wait_opened()
        user.press(foreign("Run map"))
        user.wait(lambda: user.panel.lens.answer, "a map")
        user.wait_idle()
        user.wait(lambda: drawn_on(user, lettered("class")), "the worst place")
        assert not drawn_on(user, "class")
        user.key(Qt.Key.Key_D, CONTROL)
        user.wait_idle()
        cells = user.window.tabs.findChildren(WayCell)
        shown = [each.accessibleDescription() for each in cells]
        assert shown
        assert all(lettered("class") in words for words in shown)

    assert drive(monkeypatch, [tmp_path / "net.onnx", DEMO_PHOTO], script) == 0


def drawn_on(user, word):
    """Whether a word stands on the photo."""
    return any(word in words.text for words in words_of(user.view))


def see_a_message(user, reader):
    user.key(Qt.Key.Key_D, CONTROL)
    user.wait_idle()
    reader.read("preprocessing", user.window)
    user.drop(DEMO_MODEL.parent / "report.json")
    user.wait_idle()
    reader.read("a message", user.window)


def test_no_word_of_the_window_stays_english(speaking, monkeypatch, qapp, names):
    reader = Reader(names)

    def script(user):
        user.wait_opened()
        reader.read("the start", user.window)
        see_occlusion(user, reader)
        see_gradcam(user, reader)
        see_activations(user, reader)
        see_menus(user, reader)
        see_a_message(user, reader)

    assert drive(monkeypatch, [], script) == 0
    assert reader.found == {}
