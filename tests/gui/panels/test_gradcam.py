"""The Grad-CAM tab of the real window, against the command line."""

import gc
import json
import weakref

import numpy as np
import onnx
import pytest
from onnx import helper
from PIL import Image
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from gui.frame.chip import BadgeButton
from gui.gradients import agreement_words
from gui.panels import WORDS
from gui.photo.colour_bar import ColorBar
from gui.photo.pane_view import PaneView
from gui.widgets import dialogs
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.cli import run as command
from inference.errors import ModelError
from inference.gradcam import GradCam
from inference.twin.parity import Parity
from tests import cam_models, models
from tests.gui.driving import drive, place_of
from tests.gui.finding import words

pytestmark = pytest.mark.gui

TAB = WORDS.index("gradcam")


def open_tab(user):
    user.wait_opened()
    user.window.tabs.show_tab(TAB)
    gradients = user.window.session.gradients
    user.wait(lambda: gradients.engine or gradients.failure, "gradients")
    user.wait_idle()
    return user.window.tabs.current


def health_of(panel):
    """What the tab says of the soundness of its map."""
    (health,) = words(panel.health)
    return health


def test_map_and_files_equal_the_command_line(monkeypatch, qapp, tmp_path):
    shell, chosen = tmp_path / "shell", tmp_path / "window"
    files = [str(DEMO_MODEL), str(DEMO_PHOTO)]
    assert command(["gradcam", *files, "--out", str(shell)]) == 0

    def script(user):
        panel = open_tab(user)
        expected = np.load(shell / "heatmap.npy")
        shown = user.window.session.shown.overlays[0].heatmap
        np.testing.assert_allclose(shown.values, expected, atol=1e-6)
        assert "Gradients agree" in badge_of(user)
        monkeypatch.setattr(dialogs, "ask_folder", lambda *_: chosen)
        user.window.exporting.choose()
        user.wait(lambda: [*chosen.glob("*/gradcam.json")])
        user.wait_idle()
        (hand,) = chosen.iterdir()
        first, second = (
            json.loads((folder / "gradcam.json").read_text("utf-8"))
            for folder in (shell, hand)
        )
        for key in ("layer", "quantity", "target", "title", "grid_box", "model"):
            assert first[key] == second[key], key
        for name in ("heatmap.npy", "heatmap_full.npy"):
            np.testing.assert_allclose(
                np.load(shell / name), np.load(hand / name), atol=1e-6
            )
        assert panel.ladder.rungs

    assert drive(monkeypatch, [], script) == 0


def test_changes_in_quick_succession_end_with_the_right_map(monkeypatch, qapp):
    def script(user):
        panel = open_tab(user)
        session = user.window.session
        layers = [rung.name for rung in panel.ladder.rungs]
        for target in (1, 2, 3, 4, 5):
            session.pick_target(target)
            panel.controls.pick_layer(layers[target])
        session.step(1)
        session.pick_target(6)
        panel.controls.pick_layer(layers[-3])
        user.wait(lambda: place_of(session) == 1)
        user.wait_idle()
        session.pick_target(7)
        user.wait_idle()
        (shown,) = session.shown.overlays
        engine, subject = session.gradients.engine, session.subject
        spec = panel.lens.asked.question.spec
        assert (spec.target.index, spec.layer) == (7, layers[-3])
        right = engine.explain(subject.prepared, spec)
        np.testing.assert_array_equal(shown.heatmap.values, right.heatmap.values)
        assert shown.heatmap.target == 7

    assert drive(monkeypatch, [], script) == 0


def test_two_panes_share_a_scale_only_where_their_numbers_can_be_compared(
    monkeypatch, qapp
):
    def script(user):
        open_tab(user)
        canvas, session = user.window.canvas, user.window.session

        def panes():
            user.wait_idle()
            return [view.pane for view in canvas.viewer.findChildren(PaneView)]

        def scales():
            return sum(bar.isVisible() for bar in canvas.legend.findChildren(ColorBar))

        user.press("Compare: Two classes")
        first, second = panes()
        assert scales() == 1
        assert first.title != second.title
        both = f"{first.title} and {second.title} · "
        assert user.window.canvas.legend.sentence().startswith(both)
        user.press("Compare: Method")
        first, second = panes()
        assert (first.title, second.title) == ("Grad-CAM", "Occlusion")
        assert scales() == 2
        one, other = (overlay.heatmap for overlay in session.shown.overlays)
        assert one.target == other.target
        user.press("Compare: Photo")
        photo, bare = panes()
        assert photo.picture is None
        middle = bare.picture.image.rect().center()
        assert bare.picture.image.pixelColor(middle).alpha() == 255

    assert drive(monkeypatch, [], script) == 0


def test_a_model_whose_twin_is_incomplete_keeps_the_other_tabs(
    monkeypatch, qapp, tmp_path
):
    model = onnx.load(DEMO_MODEL)
    last = model.graph.node[-1]
    output, last.output[0] = last.output[0], "inner"
    axes = helper.make_tensor("all_axes", onnx.TensorProto.INT64, [2], [0, 1])
    model.graph.initializer.append(axes)
    mean = ["inner"] if model.opset_import[0].version < 18 else ["inner", "all_axes"]
    options = {"axes": [0, 1]} if len(mean) == 1 else {}
    model.graph.node.extend(
        [
            helper.make_node("ReduceMean", mean, ["matrix"], **options),
            helper.make_node("Det", ["matrix"], ["total"], name="strange_node"),
            helper.make_node("Sub", ["total", "total"], ["zero"]),
            helper.make_node("Add", ["inner", "zero"], [output]),
        ]
    )
    path = tmp_path / "strange.onnx"
    onnx.save(model, path)

    def script(user):
        panel = open_tab(user)
        assert "Det" in health_of(panel)
        assert "1 operator missing" in badge_of(user)
        user.window.tabs.show_tab(0)
        occlusion = user.window.tabs.current
        occlusion.run()
        user.wait_idle()
        assert user.window.session.shown.overlays

    assert drive(monkeypatch, [path], script) == 0


def test_a_twin_that_disagrees_says_so_in_place_of_the_map(monkeypatch, qapp):
    apart = Parity(1.0, 0.5, False, 1e-4, "block3.relu", {}, False)
    monkeypatch.setattr(GradCam, "certificate", lambda _: apart)

    def script(user):
        panel = open_tab(user)
        health = health_of(panel)
        assert "cannot be trusted" in health
        assert "block3.relu" in health
        assert not user.window.session.shown.overlays
        assert not panel.is_exportable
        assert "differ from block3.relu" in badge_of(user)
        user.window.session.pick_target(3)
        user.wait_idle()
        assert not user.window.session.shown.overlays

    assert drive(monkeypatch, [], script) == 0


def badge_of(user):
    """What the subject bar says of the gradients."""
    badges = user.window.subject_bar.findChildren(BadgeButton)
    said = [badge.text() for badge in badges if badge.isVisible()]
    return next((words for words in said if words != "guessed"), "")


def test_no_mistake_leaves_the_check_of_gradients_open(monkeypatch, qapp):
    def broken(_):
        raise RuntimeError("a mistake")

    monkeypatch.setattr("gui.gradients.GradCam", broken)

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(TAB)
        user.wait(lambda: badge_of(user) == "No gradients", "the badge")
        assert "made a mistake" in health_of(user.window.tabs.current)

    assert drive(monkeypatch, [], script) == 0


@pytest.mark.parametrize("mistake", [RuntimeError("ours"), ModelError("theirs")])
def test_a_check_that_fails_is_said_and_maps_stay(monkeypatch, qapp, mistake):
    def failing(_):
        raise mistake

    monkeypatch.setattr(GradCam, "certificate", failing)

    def script(user):
        open_tab(user)
        user.wait(lambda: badge_of(user) == "Gradients not checked", "the badge")
        assert user.window.session.shown.overlays

    assert drive(monkeypatch, [], script) == 0


def test_the_badge_says_how_well_gradients_agree():
    agreement = Parity(1e-5, 3e-6, True, 1e-4, None, {}, False)
    assert agreement_words(agreement) == ("✓ Gradients agree to 3e-6", "good")
    same = Parity(0.0, 0.0, True, 1e-4, None, {}, False)
    assert agreement_words(same) == ("✓ Gradients agree to 0", "good")
    apart = Parity(1.0, 0.5, False, 1e-4, "features.7", {}, False)
    assert agreement_words(apart) == ("Gradients differ from features.7 on", "warn")


def test_a_patch_leaves_the_photo_with_its_tab_and_comes_back_with_it(
    monkeypatch, qapp
):
    def script(user):
        user.wait_opened()
        seen = user.window.session.subject.prepared.seen
        user.click(*seen.center)
        user.wait_idle()
        session, scores = user.window.session, user.window.canvas.scores

        def has_probe():
            return any("before → with patch" in line for line in words(scores))

        assert session.shown.patches
        assert has_probe()
        user.window.tabs.show_tab(TAB)
        assert not session.shown.patches
        assert not has_probe()
        user.window.tabs.show_tab(0)
        assert session.shown.patches
        assert has_probe()

    assert drive(monkeypatch, [], script) == 0


def test_the_classic_look_is_one_choice(monkeypatch, qapp):
    def script(user):
        ladder = open_tab(user).ladder
        user.wait(lambda: ladder.rungs, "rungs")
        user.wait_idle()
        before = ladder.viewport().grab().toImage()
        actions = user.window.findChildren(QAction)
        (classic,) = [a for a in actions if a.text().startswith("Classic look")]
        classic.trigger()
        assert user.window.session.look.color_map == "jet"
        assert user.window.session.look.is_even
        assert 0.4 <= user.window.session.look.opacity <= 0.5
        assert ladder.viewport().grab().toImage() != before  # its tiles follow

    assert drive(monkeypatch, [], script) == 0


def test_the_chosen_layer_stays_when_the_photo_changes(monkeypatch, qapp):
    def script(user):
        panel, session = open_tab(user), user.window.session
        chosen = panel.ladder.rungs[2].name
        panel.controls.pick_layer(chosen)
        session.step(1)
        user.wait(lambda: place_of(session) == 1)
        user.wait_idle()
        assert panel.lens.answer.first.layer.name == chosen

    assert drive(monkeypatch, [], script) == 0


def test_a_model_without_maps_is_told_once_and_in_words(
    monkeypatch, qapp, tmp_path, caplog
):
    weights = np.random.default_rng(0).normal(size=(4, 8, 8, 3))
    path = models.linear(tmp_path / "flat.onnx", weights)

    def script(user):
        panel = open_tab(user)
        shown = [text.text() for text in panel.health.findChildren(QLabel)]
        assert any("has rows and columns" in words for words in shown), shown
        assert not [each for each in caplog.records if each.levelname == "ERROR"]

    assert drive(monkeypatch, [path], script) == 0


def test_a_quantised_head_that_saturates_offers_the_tensor_before(
    monkeypatch, qapp, tmp_path
):
    model = cam_models.quantised_head(tmp_path / "m.onnx", 0.001)
    photo = tmp_path / "p.png"
    pixels = np.random.default_rng(0).integers(0, 256, (8, 8, 3), np.uint8)
    Image.fromarray(pixels).save(photo)

    def script(user):
        panel = open_tab(user)
        assert "2 classes have its last number" in health_of(panel)
        user.press('Explain "logits" before it')
        user.wait_idle()
        (overlay,) = user.window.session.shown.overlays
        assert 'in "logits"' in overlay.heatmap.title
        assert overlay.heatmap.values.any()
        assert "Map is sound" in health_of(panel)
        user.press("Explains: Logit")
        user.wait_idle()
        assert "2 classes have its last number" in health_of(panel)
        names = [each.accessibleName() for each in panel.findChildren(QPushButton)]
        assert "Explains: Tensor" not in names

    assert drive(monkeypatch, [model, photo], script) == 0


def test_a_model_that_was_left_does_not_stay_in_memory(monkeypatch, qapp, tmp_path):
    path = models.convolutions(tmp_path / "small.onnx", (40, 48))

    def script(user):
        open_tab(user)
        left = weakref.ref(user.window.session.subject.classifier)
        user.window.tabs.show_tab(0)
        user.window.opening.open_demo()
        user.wait(lambda: user.window.session.subject.classifier is not left())
        user.wait_idle()
        gc.collect()
        assert left() is None

    assert drive(monkeypatch, [path], script) == 0
