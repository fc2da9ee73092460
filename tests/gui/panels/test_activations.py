"""The activations tab, driven in the whole window."""

import json
import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QToolButton, QWidget

from gui.app import open_window
from gui.panels import WORDS
from gui.panels.activations import tile_grid
from gui.panels.activations.study import Photo, Question, counted, studied
from gui.panels.activations.tile_grid import TileGrid
from gui.panels.activations.tiles import TileSheet
from gui.widgets import dialogs
from gui.widgets.raster import level_image
from gui.widgets.words import number, on_photo
from inference.activations import LayerReader
from inference.cli import run
from tests.gui.driving import end_work, let_go
from tests.gui.finding import choose, part, press, tick, words
from tests.inference import nets
from tests.models import CLASSIFIERS

TAB = WORDS.index("activations")
SQUEEZENET = "data/models/squeezenet1.1_torch_legacy_op11.onnx"
RETRIEVER = "data/photos/imagenet/n02099601_golden_retriever.JPEG"
SHEPHERD = "data/photos/imagenet/n02106662_German_shepherd.JPEG"


@pytest.fixture
def photos(tmp_path):
    """Two photos of noise in a folder."""
    paths = []
    for place in range(2):
        path = tmp_path / f"noise{place}.png"
        pixels = np.random.default_rng(place).integers(0, 256, (40, 56, 3), np.uint8)
        Image.fromarray(pixels).save(path)
        paths.append(path)
    return paths


@pytest.fixture
def window_on(qapp):
    """Opens windows; none is left after the test."""
    windows = []

    def open_on(*paths):
        let_go()
        windows.append(open_window(qapp, [*map(str, paths)]))
        return windows[-1]

    yield open_on
    for window in windows:
        end_work(window)
        window.close()
        window.deleteLater()


@pytest.fixture
def opened(window_on, qtbot):
    """Opens a window on a model and a photo, with the tab in front."""

    def open_on(model, photo):
        window = window_on(model, photo)
        qtbot.waitUntil(lambda: window.session.subject.prediction is not None)
        window.tabs.show_tab(TAB)
        panel = window.tabs.current
        qtbot.waitUntil(lambda: panel.lens.closer.answer is not None, timeout=15000)
        return window, panel

    return open_on


def settled(qtbot, panel):
    """Waits until nothing runs."""
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not panel.lanes.are_working, timeout=60000)
    qtbot.wait(20)


@pytest.fixture
def small(opened, tmp_path, photos):
    return opened(nets.conv_net(tmp_path / "net.onnx"), photos[0])


def command_line(capsys, tmp_path, *arguments):
    out = str(tmp_path / "cli")
    assert run(["activations", *map(str, arguments), "--out", out, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_window_says_the_command_lines_numbers(
    opened, shared, qtbot, tmp_path, capsys
):
    window, panel = opened(shared / SQUEEZENET, shared / RETRIEVER)
    panel.go_to("/features/features.10/Concat_output_0")
    settled(qtbot, panel)
    press(panel, "Next channel", QToolButton)
    press(panel, "Strongest channel")
    settled(qtbot, panel)
    record = command_line(
        capsys, tmp_path, shared / SQUEEZENET, shared / RETRIEVER,
        "--layer", "features.10/Concat",
    )  # fmt: skip
    strongest = record["strongest"]
    study, channel = panel.lens.answer, panel.lens.channel
    assert channel == strongest["number"]
    assert float(study.stats[0].maxima[channel]) == strongest["maximum"]
    assert float(study.stats[0].means[channel]) == strongest["mean"]
    written = np.load(tmp_path / "cli/activations.npy")
    np.testing.assert_array_equal(written, study.raw[0].maps)
    _, badge, shown = words(panel.channel)
    assert shown.startswith(f"Max {number(strongest['maximum'])} · mean ")
    assert f"{100 * strongest['zeros']:.0f} % zeros" in shown
    assert badge == "strongest of the layer"
    heatmap = window.session.shown.overlays[0].heatmap
    np.testing.assert_array_equal(heatmap.values, written[channel])
    assert heatmap.title == f"Activation of channel {channel}"


@pytest.mark.slow
@pytest.mark.parametrize("name", CLASSIFIERS)
def test_the_tab_works_for_every_classifier(opened, shared, qtbot, name):
    window, panel = opened(shared / f"data/models/{name}.onnx", shared / RETRIEVER)
    with qtbot.assertNotEmitted(window.lanes.failed):
        press(panel, "Network")
        settled(qtbot, panel)
        layers = list(panel.lens.network.opened.reader.table.layers)
        for layer in (layers[0], layers[len(layers) // 3], layers[-1]):
            panel.go_to(layer)
            settled(qtbot, panel)
            assert panel.lens.answer.question.layer == layer
            assert panel.lens.answer.strongest == panel.lens.answer.raw[0].strongest
        window.grab()


def test_the_pointer_reads_a_cell(opened, shared, qtbot):
    window, panel = opened(shared / SQUEEZENET, shared / RETRIEVER)
    heatmap = window.session.shown.overlays[0].heatmap
    middle = heatmap.area.center
    words = window.canvas.readout(middle)
    place = on_photo(middle)
    assert words == f"{place} · cell 6, 6 of 13 × 13 · {heatmap.values[6, 6]:.3f}"
    panel.lens.add_photo(shared / SHEPHERD)
    settled(qtbot, panel)
    first, second = (overlay.heatmap for overlay in window.session.shown.overlays)
    words = window.canvas.readout(middle)
    cell = "cell 6, 6 of 13 × 13"
    assert words.startswith(f"{place} · {cell} · A {first.values[6, 6]:.3f}")
    assert words.endswith(f"B {second.values[6, 6]:.3f}")


def test_two_photos_stand_side_by_side_with_their_difference(small, qtbot, photos):
    window, panel = small
    panel.lens.toggle_pin(2)
    panel.lens.toggle_pin(4)
    panel.lens.add_photo(photos[1])
    settled(qtbot, panel)
    overlays = window.session.shown.overlays
    assert [overlay.image.path for overlay in overlays] == photos
    assert overlays[1].title == "B  noise1.png"
    compared = panel.lens.closer.answer.compared
    assert [each.channel for each in compared] == [4, 2]  # as their chips stand
    assert compared[0].words == ("A 4", "B 4", "A − B")
    press(panel, "Difference A − B")
    (apart,) = window.session.shown.overlays
    first, second = panel.lens.answer.shown
    expected = first.maps[panel.lens.channel] - second.maps[panel.lens.channel]
    np.testing.assert_array_equal(apart.heatmap.values, expected)
    window.canvas.grab()
    press(panel, "Remove photo B")
    settled(qtbot, panel)
    assert len(window.session.shown.overlays) == 1
    assert window.session.shown.overlays[0].image is None


def test_another_photo_keeps_layer_and_channels(small, qtbot, photos):
    window, panel = small
    panel.go_to("stem")
    settled(qtbot, panel)
    panel.lens.toggle_pin(3)
    panel.lens.look_at(1)
    settled(qtbot, panel)
    window.session.open_photo(photos[1])
    qtbot.waitUntil(lambda: window.session.subject.image.path == photos[1])
    settled(qtbot, panel)
    assert panel.lens.answer.question.layer == "stem"
    assert (panel.lens.channel, panel.lens.pinned) == (1, (3,))
    assert panel.lens.asked.of.photo == photos[1]


def test_a_photo_that_comes_back_shows_its_channels_at_once(
    small, qtbot, photos, monkeypatch
):
    window, panel = small
    session = window.session
    before, tiles = session.shown.overlays[0].heatmap, panel.grid.grab().toImage()
    session.open_photo(photos[1])
    qtbot.waitUntil(lambda: session.subject.image.path == photos[1])
    settled(qtbot, panel)
    assert panel.grid.grab().toImage() != tiles

    def refuse(*_):
        raise AssertionError("a forward pass")

    monkeypatch.setattr("inference.activations.LayerReader.read", refuse)
    shown = []
    session.subject_changed.connect(lambda _: shown.append(session.shown.overlays))
    session.open_photo(photos[0])
    qtbot.waitUntil(lambda: bool(shown))
    np.testing.assert_array_equal(shown[0][0].heatmap.values, before.values)
    assert panel.grid.grab().toImage() == tiles
    settled(qtbot, panel)


def test_tiles_of_the_photo_before_are_pale_until_the_new_ones_stand(
    small, qtbot, photos, monkeypatch
):
    window, panel = small
    gate, read = threading.Event(), LayerReader.read

    def gated(*args):
        assert gate.wait(timeout=60)
        return read(*args)

    monkeypatch.setattr(LayerReader, "read", gated)
    before = panel.grid.viewport().grab().toImage()
    window.session.open_photo(photos[1])
    qtbot.waitUntil(lambda: window.session.subject.image.path == photos[1])
    between = panel.grid.viewport().grab().toImage()
    gate.set()
    settled(qtbot, panel)
    after = panel.grid.viewport().grab().toImage()
    assert contrast(between) < contrast(before) / 2
    assert contrast(between) < contrast(after) / 2


def contrast(image):
    """How far the greys of a picture lie apart."""
    side = range(4, 60, 4)
    return np.std([qGray(image.pixel(x, y)) for x in side for y in side])


def test_another_model_starts_anew(small, qtbot, tmp_path):
    window, panel = small
    panel.go_to("sum")
    panel.lens.toggle_pin(3)
    window.session.open_model(nets.quantised_net(tmp_path / "q.onnx"))
    qtbot.waitUntil(lambda: window.session.subject.classifier.spec.name == "q")
    settled(qtbot, panel)
    assert panel.lens.pinned == ()
    assert panel.controls.layer == "real"
    assert any("dequantised" in line for line in words(panel))


def test_the_positive_part_and_the_relu(small, qtbot):
    _, panel = small
    panel.go_to("conv")
    settled(qtbot, panel)
    assert panel.lens.answer.sheet.color_map == "blue-red"
    tick(part(panel, QCheckBox, "Positive part only"))
    settled(qtbot, panel)
    assert panel.lens.answer.sheet.color_map == "viridis"
    assert panel.lens.answer.shown[0].maps.min() == 0
    press(panel, "More")
    press(panel, "Go to the ReLU")
    settled(qtbot, panel)
    assert panel.lens.answer.question.layer == "relu"
    assert not part(panel, QPushButton, "Go to the ReLU").isEnabled()


def test_orders_and_scales_take_no_forward_pass(small, qtbot, monkeypatch):
    _, panel = small
    raw = panel.lens.answer.raw

    def refuse(*_):
        raise AssertionError("a forward pass")

    monkeypatch.setattr(panel.lens.network.opened.reader, "read", refuse)
    orders = ("Index", "Maximum", "Mean", "Sparsity")
    scales = ("Whole layer", "Each channel", "Fixed…", "Whole layer")
    for order, scale in zip(orders, scales, strict=True):
        choose(part(panel, QComboBox, "Order"), order)
        choose(part(panel, QComboBox, "Scale"), scale)
        settled(qtbot, panel)
    assert panel.lens.answer.question.order == "sparsity"
    assert panel.lens.answer.raw[0] is raw[0]


def test_larger_than_trained_and_why_not(opened, qtbot, tmp_path, photos):
    window, panel = opened(
        nets.token_net(tmp_path / "t.onnx", size=(16, 16)), photos[0]
    )
    panel.go_to("patches")
    settled(qtbot, panel)
    press(panel, "More")
    larger = part(panel, QCheckBox, "Larger than trained")
    tick(larger)
    settled(qtbot, panel)
    assert panel.lens.answer.shown[0].maps.shape == (8, 10, 14)
    assert any("run at 56 × 40" in line for line in words(panel))
    with qtbot.waitSignal(window.lanes.failed) as signal:
        panel.go_to("mixed")
    assert "cannot be run at 56 × 40" in str(signal.args[1])
    settled(qtbot, panel)
    assert not larger.isChecked()
    assert panel.lens.answer.shown[0].maps.shape == (8, 4, 4)


def test_vectors_are_bars_and_leave_the_photo_alone(small, qtbot):
    window, panel = small
    panel.go_to("pooled")
    settled(qtbot, panel)
    assert panel.grid.columns == 1
    assert window.session.shown.overlays == ()
    assert any(line.startswith("Value ") for line in words(panel.channel))
    panel.grid.grab()


def test_the_network_chooses_the_layer(small, qtbot):
    _, panel = small
    press(panel, "Network")
    settled(qtbot, panel)
    table = panel.network.section.table
    assert table.shown == 9
    assert table.model().index(0, 3).data().count(" · ") >= 1  # its strongest channel
    attributes = "kernel 3 × 3 · stride 1 · pads 1 · groups 1"
    assert table.model().index(0, 4).data() == attributes
    table.set_filter("batchnorm")
    assert table.shown == 1
    table.selectRow(0)
    settled(qtbot, panel)
    assert panel.lens.answer.question.layer == "norm"
    card = panel.network.section.card
    assert "norm" in words(card)
    assert any(line.startswith("scale ") and " · 6 · " in line for line in words(card))
    following = part(card, QToolButton, "Next weight")
    QTest.mouseClick(following, Qt.MouseButton.LeftButton)
    assert any(line.startswith("B ") and " · 6 · " in line for line in words(card))
    table.set_filter("")
    click_box(panel, lambda block: 0 in block.nodes)  # the first convolution
    settled(qtbot, panel)
    assert any(
        line.startswith("W ") and " · 6 × 3 × 3 × 3 · " in line for line in words(card)
    )
    assert part(card, QWidget, "Filters of the first layer").isVisible()
    click_box(panel, lambda block: 7 in block.nodes)  # a copy: of those before it
    settled(qtbot, panel)
    assert panel.lens.answer.question.layer == "pooled"
    assert "Flatten" in words(card)
    assert "This node has no weights." in words(card)


def click_box(panel, is_wanted):
    """Clicks the first box of the drawn network that is wanted."""
    graph = panel.network.section.graph
    boxes = [each for each in graph.scene().items() if hasattr(each, "block")]
    boxes = [each for each in boxes if is_wanted(each.block)]
    box = min(boxes, key=lambda each: each.place)
    graph.ensureVisible(box)
    assert graph.isVisible()
    place = graph.mapFromScene(box.pos())
    QTest.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_long_networks_fold_their_blocks(opened, shared, qtbot):
    _, panel = opened(shared / SQUEEZENET, shared / RETRIEVER)
    press(panel, "Network")
    settled(qtbot, panel)
    blocks = panel.network.drawing.blocks
    click_box(panel, lambda block: block.repeats > 1)
    settled(qtbot, panel)
    assert len(panel.network.drawing.blocks) > len(blocks)
    panel.network.section.graph.grab()


def test_the_export_is_the_command_lines(
    small, qtbot, photos, tmp_path, capsys, monkeypatch
):
    window, panel = small
    panel.lens.toggle_pin(2)
    panel.lens.add_photo(photos[1])
    panel.go_to("conv")
    settled(qtbot, panel)
    assert panel.is_exportable
    chosen = tmp_path / "window"
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: chosen)
    with qtbot.waitSignal(window.exporting.ended):
        window.exporting.choose()
    (saved,) = chosen.iterdir()
    model = window.session.subject.request.model
    command_line(capsys, tmp_path, model, *photos, "--layer", "conv", "--channels", 2)
    names = {path.name for path in (tmp_path / "cli").iterdir()}
    assert names | {"shown.png"} == {path.name for path in saved.iterdir()}
    for name in names - {"activations.json"}:
        ours = (saved / name).read_bytes()
        assert ours == (tmp_path / "cli" / name).read_bytes(), name
    ours, theirs = (
        json.loads((folder / "activations.json").read_text("utf-8"))
        for folder in (saved, tmp_path / "cli")
    )
    assert {*ours.pop("files")} - {*theirs.pop("files")} == {"shown.png"}
    assert (ours.pop("options"), theirs.pop("options")["layer"]) == ({}, "conv")
    assert ours == theirs
    press(panel, "Network")
    with qtbot.waitSignal(window.exporting.ended):
        window.exporting.choose()
    (table,) = chosen.glob("*/layers.csv")
    assert table.read_text().count("\n") == 10


def test_without_a_photo_nothing_is_asked(window_on, qtbot, tmp_path, photos):
    window = window_on(nets.conv_net(tmp_path / "n.onnx"))
    qtbot.wait(50)
    window.tabs.show_tab(TAB)
    qtbot.wait(50)


# ---- the tiles alone


def sheet(count, side=7):
    levels = np.zeros((count, side, side), np.uint8)
    return TileSheet(levels, np.arange(count)[::-1])


@pytest.fixture
def grid(qtbot):
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(600, 300)
    grid.set_sheet(sheet(2048), str)
    grid.set_side(64)  # by itself it shows 64 at once
    grid.show()
    return grid


def test_only_tiles_in_sight_are_painted(grid, monkeypatch):
    painted = []
    monkeypatch.setattr(
        tile_grid, "level_image", lambda *a: painted.append(a) or level_image(*a)
    )
    grid.verticalScrollBar().setValue(5000)
    grid.viewport().repaint()
    assert 0 < len(painted) < 60
    assert grid.columns == 8
    assert grid.shown == 8 * 3


def tile_of(grid, channel):
    """Where the tile of a channel is seen, its number below it included."""
    room = grid.viewport().rect()

    def is_here(column, row):
        return grid.channel_at(QPoint(column, row)) == channel

    coarse = [(x, y) for y in range(0, room.height(), 16) for x in range(0, 600, 16)]
    column, row = next(place for place in coarse if is_here(*place))
    columns = [x for x in range(room.width()) if is_here(x, row)]
    rows = [y for y in range(room.height()) if is_here(column, y)]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def test_clicks_and_keys_choose_channels(grid, qtbot):
    place = tile_of(grid, 2047 - 9).center()
    with qtbot.waitSignal(grid.channel_picked) as signal:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [2047 - 9]
    with qtbot.waitSignal(grid.channel_picked) as signal:
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert signal.args == [2047 - 17]
    with qtbot.waitSignal(grid.pin_toggled) as signal:
        qtbot.keyClick(grid, Qt.Key.Key_P)
    assert signal.args == [2047 - 17]
    assert grid.channel_at(QPoint(-5, -5)) is None


def test_a_channel_that_is_shown_comes_into_sight(grid):
    whole = tile_of(grid, 2047 - 9).size()
    grid.set_current(3)
    assert tile_of(grid, 3).size() == whole


def test_counts_of_flat_and_broken_values():
    assert counted(np.full((3, 3), 2, np.float32)).counts.sum() == 9
    assert counted(np.array([np.nan], np.float32)).counts.sum() == 0
    assert number(0.0) == "0"
    assert number(-1382.19) == "\u22121,382.19"


def test_a_study_of_larger_maps_reduces_its_tiles(opened, qtbot, tmp_path, photos):
    path = nets.conv_net(tmp_path / "big.onnx", size=(300, 200))
    window, panel = opened(path, photos[0])
    assert panel.lens.answer.sheet.levels.shape == (6, 128, 85)
    subject, reader = window.session.subject, panel.lens.network.opened.reader
    photo = Photo(subject.image, subject.prepared)
    again = studied(reader, (photo,), Question("stem"))
    assert again.shown[0].maps.shape == (6, 300, 200)


def test_the_tiles_have_the_colours_of_the_photo_unless_others_are_chosen(small, qtbot):
    window, panel = small
    session = window.session
    session.set_look(session.look.classic())
    settled(qtbot, panel)
    assert panel.lens.answer.sheet.color_map == "jet"
    press(panel, "More")
    choose(part(panel, QComboBox, "Colour map of the tiles"), "Inferno")
    settled(qtbot, panel)
    assert panel.lens.answer.sheet.color_map == "inferno"
