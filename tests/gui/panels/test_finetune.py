"""Fine-tuning in the window: started, paused, stopped, gone on with, used."""

import json
import re

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSpinBox

from gui.fonts import width_of
from gui.widgets.decimals import DecimalField
from inference.classifier import open_classifier
from inference.dataset import Mark, Remembered, remember
from tests.gui import finding
from tests.gui.driving import drive
from tests.gui.frame.test_explained import controls, untold
from tests.inference.finetune.studio import make_net, make_photos

pytestmark = pytest.mark.gui


@pytest.fixture
def studio(tmp_path):
    """A small network, and photos of three colours."""
    folder = tmp_path / "model"
    folder.mkdir()
    make_photos(tmp_path / "fruit")
    return make_net(folder / "net.onnx"), tmp_path / "fruit"


def says(user, words):
    return any(words in each for each in finding.words(user.window.tabs.current))


def curves(user, name):
    """The curves of this name; None before a step was drawn."""
    from gui.panels.finetune.curves import Curves

    found = user.window.tabs.current.findChildren(Curves)
    return next((each for each in found if each.accessibleName() == name), None)


def is_there(user, name):
    buttons = user.window.tabs.current.findChildren(QAbstractButton)
    return any(name in finding.names(b) and b.isVisible() for b in buttons)


def open_tab(user, photos):
    """The tab comes to the front, then the photos; the tab stays."""
    user.wait_opened()
    user.window.tabs.show_word("finetune")
    assert says(user, "Open a folder with one folder per class.")
    user.drop(photos)
    assert user.window.tabs.current.title == "Fine-tuning"
    user.wait(lambda: says(user, "18 train · 6 validation · 6 test"), "the split")
    user.wait(lambda: is_there(user, "logits, Gemm 12 → 3"), "the head")
    user.wait(lambda: user.part(QAbstractButton, "Train").isEnabled(), "all it needs")
    user.wait_idle()


def set_options(user, epochs):
    finding.enter(user.part(QSpinBox, "Epochs"), str(epochs))
    finding.enter(user.part(DecimalField, "Learning rate"), "0.03")
    user.wait_idle()


def log_of(file):
    return json.loads(file.with_suffix(".metrics.json").read_text())["epochs"]


def training_record(file):
    return json.loads(open_classifier(file).graph.metadata["netgaze.training"])


def test_a_run_is_started_paused_stopped_gone_on_with_and_used(
    monkeypatch, qapp, studio
):
    model, photos = studio
    file = model.with_name("net_fruit.onnx")

    def script(user):
        open_tab(user, photos)
        set_options(user, 2000)
        user.press("Train")
        user.wait(lambda: is_there(user, "Pause"), "the run")
        user.wait(lambda: file.exists(), "the first epoch")
        user.wait(lambda: drawn_epochs(user) > 0, "its curves")
        assert says(user, "of 2000")
        assert says(user, "Options are locked while training runs.")
        assert not user.part(QSpinBox, "Epochs").isEnabled()
        pauses(user)
        goes_on_behind_another_tab(user)
        user.press("Stop and keep best")
        user.wait_idle()
        stopped = compare_with_log(user, file)
        assert says(user, f"{file.name} predicts in ONNX Runtime what training")
        reads_values(user)

        user.press("Continue")
        longer = stopped + 3
        user.wait(lambda: drawn_epochs(user) >= longer, "more epochs")
        user.press("Stop and keep best")
        user.wait_idle()
        assert compare_with_log(user, file) >= longer
        assert training_record(file)["best_epoch"] in range(1, drawn_epochs(user) + 1)
        uses(user, file)

    assert drive(monkeypatch, (model, photos / "apple" / "0.png"), script) == 0
    assert open_classifier(file).labels == ("apple", "lime", "plum")


def drawn_epochs(user):
    loss = curves(user, "Loss")
    return 0 if loss is None else len(loss.series.validation)


def pauses(user):
    """Nothing is learnt in a pause, and time left waits."""
    user.press("Pause")
    user.wait(lambda: is_there(user, "Go on"), "the pause")
    user.wait(lambda: is_still(user), "the step under way")  # a run takes dozens
    before = len(curves(user, "Loss").series.steps)
    status = user.window.status
    user.wait(lambda: any("paused" in each for each in finding.words(status)), "word")
    user.press("Go on")
    user.wait(lambda: len(curves(user, "Loss").series.steps) > before, "more steps")


def is_still(user):
    """Whether nothing is learnt for a while."""
    before = len(curves(user, "Loss").series.steps)
    QTest.qWait(100)
    return len(curves(user, "Loss").series.steps) == before


def goes_on_behind_another_tab(user):
    tabs = user.window.tabs
    seen = len(curves(user, "Loss").series.steps)
    loss = curves(user, "Loss")
    tabs.show_word("occlusion")
    user.wait(lambda: len(loss.series.steps) > seen + 5, "steps nobody looks at")
    words = finding.words(user.window.status)
    assert any("Fine-tuning · epoch" in each for each in words)
    tabs.show_word("finetune")


def compare_with_log(user, file):
    """The curves show the numbers that stand beside the new file."""
    log = log_of(file)
    for name, kind in (("Loss", "loss"), ("Accuracy", "accuracy")):
        across, up = curves(user, name).drawn("validation")
        assert across.tolist() == [each["epoch"] for each in log]
        told = [each[f"validation_{kind}"] for each in log]
        assert up.tolist() == pytest.approx(told, abs=1e-6)
    across, losses = curves(user, "Loss").drawn("steps")
    whole = losses[: 2 * len(log)].reshape(-1, 2).mean(axis=1)  # 18 photos, ten a step
    assert whole.tolist() == pytest.approx([e["training_loss"] for e in log], abs=1e-5)
    assert np.diff(across).tolist() == pytest.approx([0.5] * (len(across) - 1))
    return len(log)


def reads_values(user):
    """The pointer reads what was drawn."""
    loss = curves(user, "Loss")
    apart = np.diff(loss.named_epochs)
    assert len(apart) > 0
    assert (apart > width_of("epoch 2000")).all()
    step = len(loss.series.steps) // 2
    QTest.mouseMove(loss.viewport(), loss.place_of(step).toPoint())
    user.wait(lambda: read(user) is not None, "a reading")
    number, value = read(user)
    per_pixel = 2 * 2000 / loss.width()  # of all steps of the run
    assert abs(int(number) - 1 - step) <= 2 * per_pixel + 1
    assert value == f"{loss.series.steps[int(number) - 1]:,.3f}"


def read(user):
    """Step and value that stand above the curves."""
    told = " ".join(finding.words(user.window.tabs.current)).replace(",", "")
    found = re.search(r"step (\d+): ([\d.]+) · smoothed", told)
    return found and found.groups()


def uses(user, file):
    """The new model opens like any other, and Ranking offers to score again."""
    user.press("Use this model")
    session = user.window.session
    user.wait(lambda: session.subject.request.model == file, "the new model")
    user.wait_idle()
    assert session.subject.classifier.labels == ("apple", "lime", "plum")
    assert session.subject.prediction.labels == ("apple", "lime", "plum")


def test_closing_in_mid_run_keeps_the_best_model(monkeypatch, qapp, studio):
    model, photos = studio
    file = model.with_name("net_fruit.onnx")

    def script(user):
        open_tab(user, photos)
        set_options(user, 2000)
        user.press("Train")
        user.wait(lambda: file.exists(), "the first epoch")
        user.window.close()

    assert drive(monkeypatch, (model, photos / "apple" / "0.png"), script) == 0
    kept = open_classifier(file)
    assert kept.labels == ("apple", "lime", "plum")
    record = training_record(file)
    assert record["best_epoch"] == len(record["epochs"])

    def again(user):
        user.wait_opened()
        user.window.tabs.show_word("finetune")
        user.drop(photos)
        user.wait(lambda: is_there(user, "Continue"), "the run that was broken off")
        set_options(user, 2000)
        user.press("Continue")
        user.wait(lambda: drawn_epochs(user) > record["best_epoch"], "more epochs")
        user.press("Stop and keep best")
        user.wait_idle()
        compare_with_log(user, file)

    assert drive(monkeypatch, (model, photos / "apple" / "0.png"), again) == 0


def another_head_is_chosen(user):
    """The head that was found is the first choice; another layer may be taken."""

    def take(menu, place):
        menu.actions()[place].trigger()
        return finding.entries(menu)

    head = user.part(QAbstractButton, "logits, Gemm 12 → 3")
    lines = finding.in_menu(lambda menu: take(menu, 1), head)
    assert [line.split(" · ")[0] for line in lines] == ["logits", "mid", "stem"]
    user.wait(lambda: is_there(user, "mid, Conv 8 → 3"), "the other head")
    user.wait_idle()
    finding.in_menu(lambda menu: take(menu, 0), head)
    user.wait(lambda: is_there(user, "logits, Gemm 12 → 3"), "the usual head")


def says_what_it_does(user):
    """Every control of the tab has its sentence, and a choice its default."""
    user.press("More")
    finding.choose(user.part(QComboBox, "Train"), "From a layer on…")
    user.wait_idle()
    found = [e for e in controls(user.window) if user.panel.isAncestorOf(e)]
    assert len(found) > 15
    assert [each.accessibleName() for each in found if not each.toolTip()] == []
    assert untold(user.panel) == []
    user.press("Less")


def test_a_run_that_fails_and_a_quantised_model_end_in_one_sentence(
    monkeypatch, qapp, studio, shared
):
    model, photos = studio
    gone = {"apple/gone.png": Mark("remove"), "plum/0.png": Mark("keep")}
    remember(photos, Remembered(marks=gone))

    def script(user):
        open_tab(user, photos)
        assert says(user, "names no photo of this dataset: apple/gone.png.")
        user.panel = user.window.tabs.current
        says_what_it_does(user)
        another_head_is_chosen(user)
        rate = user.part(DecimalField, "Learning rate")
        rate.setFocus()
        rate.selectAll()
        QTest.keyClicks(rate, "much")
        assert says(user, "A number from 0.000000001 to 100 is wanted.")
        finding.leave(rate)
        assert rate.text() == "0.0003"
        finding.enter(rate, "100")
        finding.choose(user.part(QComboBox, "Train"), "Everything")
        user.wait_idle()
        finding.enter(user.part(QSpinBox, "Epochs"), "50")
        user.wait_idle()
        user.press("Train")
        user.wait(lambda: "Fine-tuning" in user.window.messages.sources, "a message")
        user.wait_idle()
        told = user.message("Fine-tuning")
        assert "The loss is not a number since step" in told
        assert says(user, "Try a smaller learning rate.")
        assert user.part(QAbstractButton, "Train again").isEnabled()
        user.drop(
            shared / "data" / "models" / "mobilenet_v1_0.5_160_tf2onnx_qdq_u8.onnx"
        )
        words = "its weights are whole numbers, which cannot be trained."
        user.wait(lambda: says(user, words), "the refusal")
        assert not user.part(QAbstractButton, "Train again").isEnabled()
        assert finding.part(user.panel, QAbstractButton, "Head").text() == "none"

    assert drive(monkeypatch, (model, photos / "apple" / "0.png"), script) == 0
