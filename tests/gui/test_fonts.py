"""The layout holds for every font: nothing that is written is cut."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QGraphicsView,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QTableView,
)

from gui import fonts
from gui.fonts import px
from gui.panels.activations.graph_items import DOWN, Box, BoxWords
from gui.panels.activations.graph_layout import Block
from gui.trusting.curves import CurveChart
from inference.bundled import DEMO_PHOTO
from inference.finetune import RATES, RateSweep
from inference.trust.curves import Curve
from tests.gui.clipping import choices, cut_words, pin_channels, press, words_cut_in_tab
from tests.gui.drawn import words_of
from tests.gui.driving import drive
from tests.gui.finding import enter, part, words
from tests.gui.frame.test_steady import settle
from tests.inference.finetune.studio import make_net, make_photos
from tests.screenshots import broken

pytestmark = pytest.mark.gui
WIDEST = "DejaVu Sans"
FAMILIES = (WIDEST, "Inter", "Noto Sans CJK SC")


@pytest.fixture
def set_system_font(monkeypatch, qapp):
    """Makes a font the system's."""

    def set_font(family, points):
        chosen = QFont(family)
        chosen.setPointSizeF(points)
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: chosen)
        fonts.forget()

    yield set_font
    monkeypatch.undo()
    fonts.forget()


@pytest.fixture
def wanted_font(request, set_system_font):
    family, points = request.param
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not installed")
    set_system_font(family, points)
    return family


@pytest.mark.parametrize(
    "wanted_font",
    [(family, points) for family in FAMILIES for points in (9, 14)],
    indirect=True,
    ids=lambda each: "{} {}".format(*each),
)
def test_no_word_is_cut(wanted_font, monkeypatch, qapp):
    """In every tab; with the widest letters whatever is chosen in it."""

    def script(user):
        user.wait_opened()
        window = user.window
        window.resize(1280, 800)
        user.click(100, 200)
        user.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        user.panel.run()
        user.wait_idle()
        QTest.qWait(1)  # what the sweep said last is laid out
        bar = window.tabs.findChild(QTabBar)
        found = {"window": cut_words(window)}
        for place in range(bar.count()):
            press(bar, bar.tabRect(place).center())
            user.wait_idle()
            pin_channels(user)
            QTest.qWait(1)  # what was put into the tab is laid out
            found[bar.tabText(place)] = words_cut_in_tab(window)
            for button in choices(window) if wanted_font == WIDEST else ():
                press(button)
                user.wait_idle()
                QTest.qWait(1)
                key = f"{bar.tabText(place)}, {button.accessibleName()}"
                found[key] = words_cut_in_tab(window)
        assert found
        assert not {key: cut for key, cut in found.items() if cut}

    assert drive(monkeypatch, (), script) == 0


def test_a_dataset_and_a_refusal_fit_with_the_largest_letters(
    set_system_font, monkeypatch, qapp, tmp_path
):
    """Two panes, three scores and a page of Ranking stand beside each other."""
    set_system_font(WIDEST, 14)
    for name in ("hamburger", "pizza"):
        (tmp_path / "meals" / name).mkdir(parents=True)
        for photo in sorted((DEMO_PHOTO.parents[1] / name).iterdir())[:6]:
            shutil.copy(photo, tmp_path / "meals" / name)
    (tmp_path / "no model.onnx").write_bytes(b"nothing")

    def script(user):
        user.wait_opened()
        window, found = user.window, {}
        window.resize(1280, 800)
        user.drop(tmp_path / "meals")
        user.panel = window.tabs.current
        segment = part(user.panel, QPushButton, "Page: Suspects")
        user.wait(segment.isVisible, "scores")
        user.wait_idle()
        found["photos"] = cut_words(window)
        press(segment)
        user.wait_idle()
        QTest.keyClick(user.part(QListView, "Suspects"), Qt.Key.Key_Home)
        user.wait_idle()
        QTest.qWait(1)  # what was put into the page is laid out
        found["suspects"] = cut_words(window)
        user.drop(tmp_path / "no model.onnx")
        user.wait(lambda: window.messages.sources, "the refusal")
        press(part(window.messages, QPushButton, "Details"))
        QTest.qWait(1)
        found["details"] = cut_words(window)
        assert not {key: cut for key, cut in found.items() if cut}

    assert drive(monkeypatch, (), script) == 0


@pytest.mark.parametrize(
    "wanted_font",
    [(WIDEST, 9), (FAMILIES[2], 9), (WIDEST, 14)],
    indirect=True,
)
def test_a_refusal_changes_no_photos_zoom(wanted_font, tmp_path, monkeypatch, qapp):
    """Its lines are higher than the rows that the scores give."""

    def script(user):
        user.wait_opened()
        window, scales = user.window, []
        viewer = window.canvas.viewer
        window.resize(1280, 800)

        def note():
            settle(user)
            scales.append((viewer.is_fitted, round(viewer.scale, 4)))

        note()
        user.drop(broken(tmp_path))
        user.wait(lambda: window.messages.sources, "the refusal")
        note()
        assert user.view.photo_rect().height() < viewer.height()  # seen whole
        press(part(window.messages, QPushButton, "Details"))
        note()
        user.key(Qt.Key.Key_Escape)
        assert not window.messages.sources
        note()
        assert len(set(scales)) == 1, scales

    assert drive(monkeypatch, (), script) == 0


def test_network_and_preprocessing_are_of_use_with_the_largest_letters(
    set_system_font, monkeypatch, qapp
):
    """Four rows and a whole box are seen at once; heads are written whole."""
    set_system_font(WIDEST, 14)

    def script(user):
        user.wait_opened()
        window = user.window
        window.resize(1280, 800)
        window.tabs.show_word("activations")
        user.wait_idle()
        area = window.tabs.current.findChild(QScrollArea)
        assert area.verticalScrollBar().maximum() == 0  # the channels need no more
        user.press("View: Network")
        user.wait_idle()
        QTest.qWait(1)
        table = user.part(QTableView, "Nodes of the network")
        seen = table.viewport().rect()
        rows = [table.rowViewportPosition(n) for n in range(table.model().rowCount())]
        heights = [(top, top + table.rowHeight(n)) for n, top in enumerate(rows)]
        assert sum(top >= 0 and low <= seen.bottom() + 1 for top, low in heights) >= 4
        drawn = user.part(QGraphicsView, "Drawn network")
        assert drawn.visibleRegion().boundingRect().height() > px(DOWN)
        user.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.wait_idle()
        QTest.qWait(1)
        heads = [w for w in words(window.tabs.current) if ": all, " in w]
        assert len(heads) == 2
        for head in heads:
            label = part(window.tabs.current, QLabel, head)
            assert " ".join(line.text for line in words_of(label)) == head
        user.wait(lambda: not cut_words(window), "a layout that cuts nothing")

    assert drive(monkeypatch, (), script) == 0


def test_a_training_fits_with_the_largest_letters(
    set_system_font, monkeypatch, qapp, tmp_path
):
    """Its figures, its pages, and the sweep over learning rates."""
    set_system_font(WIDEST, 14)
    (tmp_path / "model").mkdir()
    make_photos(tmp_path / "fruit")
    model = make_net(tmp_path / "model" / "net.onnx")

    def script(user):
        found = {}

        def look(name):
            user.wait_idle()
            QTest.qWait(1)  # what was put into the page is laid out
            found[name] = cut_words(user.window)

        user.wait_opened()
        user.window.resize(1280, 800)
        user.window.tabs.show_word("finetune")
        user.drop(tmp_path / "fruit")
        user.panel = user.window.tabs.current
        train = user.part(QPushButton, "Train")
        user.wait(train.isEnabled, "all that a run needs")
        press(user.part(QPushButton, "Find…"))
        look("rates")
        enter(user.part(QSpinBox, "Epochs"), "2000")
        user.wait_idle()
        press(train)
        stop = user.part(QPushButton, "Stop and keep best")
        user.wait(lambda: any("best so far" in w for w in words(user.panel)), "a best")
        press(user.part(QPushButton, "Pause"))
        user.wait(user.part(QPushButton, "Go on").isVisible, "the pause")
        QTest.qWait(50)  # the step under way has ended
        found["paused"] = cut_words(user.window)
        press(stop)
        look("stopped")
        for page in ("Before and after", "Evidence"):
            press(user.part(QPushButton, f"Page: {page}"))
            look(page)
        assert not {key: cut for key, cut in found.items() if cut}

    opened = model, tmp_path / "fruit" / "apple" / "0.png"
    assert drive(monkeypatch, opened, script) == 0


@pytest.mark.parametrize(
    ("points", "wanted"), [(7, 9), (9, 9), (11, 11), (14, 14), (30, 14)]
)
def test_the_size_of_the_system_is_followed_within_bounds(
    points, wanted, set_system_font, qapp
):
    set_system_font(FAMILIES[0], points)
    dots = qapp.primaryScreen().logicalDotsPerInch()
    assert abs(fonts.font().pixelSize() - wanted * dots / 72) <= 1


def test_numbers_below_a_chart_are_whole(set_system_font, qapp):
    set_system_font(WIDEST, 14)
    from gui.panels.finetune.rate_curve import RateCurve

    sweep = RateSweep(RATES, np.linspace(2, 1, len(RATES)))
    chart = RateCurve()
    chart.resize(500, 300)
    chart.show_sweep(sweep, has_ended=True)
    chart.show()
    QTest.qWait(1)
    below, before = (chart.getAxis(name) for name in ("bottom", "left"))
    letters = QFontMetricsF(below.style["tickFont"] or fonts.font())
    assert below.size().height() >= letters.height()
    assert before.size().width() >= letters.horizontalAdvance("1.25")
    chart.close()


@pytest.mark.parametrize("family", FAMILIES)
def test_words_below_a_curve_keep_their_descenders(family, set_system_font, qapp):
    set_system_font(family, 10)
    chart = CurveChart("Deletion")
    shares = np.linspace(0, 1, 5)
    own = Curve(shares, 1 - shares)
    chart.show_curves(own, own, [])
    chart.resize(300, chart.sizeHint().height())
    (words,) = (each for each in words_of(chart) if each.text == "all pixels")
    image = chart.grab().toImage()
    foot = int(words.box.bottom()) - 1
    row = {image.pixel(x, foot) for x in range(int(words.box.left()), 298)}
    assert len(row) > 1  # the foot of the p is there
    chart.close()


def test_heights_grow_with_the_font(set_system_font, qapp):
    set_system_font(FAMILIES[0], 9)
    small = fonts.px(28)
    set_system_font(FAMILIES[0], 14)
    assert fonts.px(28) > small


@pytest.mark.parametrize("points", [9, 14])
def test_a_drawn_node_has_room_for_its_words(points, set_system_font, qapp):
    set_system_font(WIDEST, points)
    words = BoxWords("GlobalAveragePool", "128", "stride 2 · pads 1 · groups 1", "")
    room = Box(0, Block((0,)), words).boundingRect()
    assert fonts.width_of(words.title, "small", 600) < room.width() - 28
    assert fonts.width_of(words.rest, "label") < room.width() - 28
    lines = [fonts.font(role) for role in ("small", "label", "label")]
    assert sum(QFontMetricsF(each).height() for each in lines) <= room.height()
