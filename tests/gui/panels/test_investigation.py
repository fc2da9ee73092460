"""A whole investigation, as a person does it with mouse and keys, on real photos.

A classifier that knows the classes, and one of 1,001 classes that knows some of them by
other names. The window scores the photos itself; what it says then equals the files of
the command line, which reads the book that the window wrote.
"""

import csv
import json
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView

from gui.widgets.matrix import Matrix
from inference.cli import run as command
from inference.ranking import Scorer
from tests.gui import finding
from tests.gui.driving import drive
from tests.gui.panels.test_ranking import field, heads, names, says, shown

pytestmark = pytest.mark.gui

FLOWERS = "automl_flowers5_tf2onnx_qdq_u8.onnx"
MOBILENET = "mobilenet_v2_1.0_224_tf2onnx_qdq_u8.onnx"
WRONG_LABELS, CONFIDENT = 0, 1


def investigate(monkeypatch, model, labels, script):
    """Opens a model with its class names in the window, and runs the script."""

    def opened(user):
        session = user.window.session
        user.wait(lambda: session.subject.classifier is not None, "the model")
        user.drop(labels)
        expected = labels.read_text("utf-8").splitlines()[0].strip()
        user.wait(lambda: session.subject.classifier.labels[0] == expected, "the names")
        user.window.tabs.show_word("ranking")
        user.panel = user.window.tabs.current
        user.choose("Map", "none")
        script(user)

    assert drive(monkeypatch, (model,), opened) == 0


def scored(user, root, count):
    """Drops a dataset; the window scores it."""
    user.drop(root)
    user.wait(lambda: says(user, "all scored"), "all scores", seconds=120)
    user.wait(lambda: len(names(user)) == count, f"{count} photos in order")
    user.wait_idle()


def order_of(user):
    """The ranking from end to end: file names and the numbers below the photos."""
    role = Qt.ItemDataRole.AccessibleTextRole
    model = field(user).model()
    rows = [model.index(row).data(role) for row in range(model.rowCount())]
    said = (row.partition(": ") for row in rows)
    return [(name, rest.rpartition(", true:")[0].split()[-1]) for name, _, rest in said]


def rank_by(user, of_class, end):
    """Ranks by the score of a class; returns the order when it stands."""
    before = order_of(user)
    user.choose("Score of", of_class)
    user.choose("Which come first", end)
    user.wait(lambda: order_of(user) != before, f"{of_class}, {end}")
    user.wait_idle()
    return order_of(user)


def suspects_of(user, group):
    """The photos of a kind of suspects, by name."""
    user.press("Page: Suspects")
    user.wait_idle()
    kinds = user.part(QListView, "Kinds of suspects")
    kinds.setCurrentIndex(kinds.model().index(group, 0))
    user.wait_idle()
    model = user.part(QListView, "Suspects").model()
    found = [model.index(row, 0).data() for row in range(model.rowCount())]
    user.press("Page: Photos")
    return found


def files_of(monkeypatch, folder, *words):
    """What the command line writes; it scores nothing, for the book has it all."""

    def no_scoring(*_):
        raise AssertionError("the window's book was not used")

    with monkeypatch.context() as patch:
        patch.setattr(Scorer, "__call__", no_scoring)
        arguments = ["rank", *map(str, words), "--out", str(folder), "--force"]
        assert command(arguments) == 0
    return json.loads((folder / "metrics.json").read_text("utf-8"))


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ranking_of(folder):
    """The order of the command line, with its numbers as the window writes them."""
    found = []
    for row in rows_of(folder / "ranking.csv"):
        number = float(row["score"])
        words = "<0.001" if 0 < number < 0.001 else f"{number:.3f}"
        found.append((row["path"].rpartition("/")[2], words))
    return found


def same_order(shown_order, written):
    """Compares both orders, the numbers first."""
    assert [number for _, number in shown_order] == [number for _, number in written]
    assert [name for name, _ in shown_order] == [name for name, _ in written]


def test_flowers_are_ranked_walked_explained_and_suspected(
    monkeypatch, qapp, shared, tmp_path
):
    model = shared / "data/models" / FLOWERS
    labels = shared / "data/labels/flowers5.txt"
    root = shared / "data/datasets/flowers/train"
    seen = {}

    def script(user):
        scored(user, root, 50)
        seen["accuracy"] = next(
            each for each in finding.words(user.panel) if each.endswith("%")
        )
        seen["most"] = rank_by(user, "roses", "largest first")
        seen["least"] = rank_by(user, "roses", "smallest first")
        walk_the_least(user)
        seen["cells"] = click_cells(user)
        seen["wrong"] = suspects_of(user, WRONG_LABELS)

    investigate(monkeypatch, model, labels, script)
    words = [model, root, "--labels", labels, "--class", "roses"]
    out = tmp_path / "out"
    record = files_of(monkeypatch, out, *words, "--of", "all")
    assert seen["accuracy"] == f"{100 * record['accuracy']:.1f} %"
    same_order(seen["most"], ranking_of(out))
    table = rows_of(out / "confusion.csv")
    counts = np.array([[int(row[n]) for n in record["classes"]] for row in table])
    for (row, col), photos in seen["cells"].items():
        assert photos == counts[row, col]
    suspects = rows_of(out / "suspects.csv")
    wrong = [row["path"] for row in suspects if row["kind"] == "wrong label"]
    assert seen["wrong"] == [path.rpartition("/")[2] for path in wrong]
    same_order(seen["least"], seen["most"][::-1])


def walk_the_least(user):
    """The arrow keys walk from the least rose on; both classes are explained."""
    session, photos = user.window.session, field(user)
    user.choose("Map", "Grad-CAM")
    QTest.keyClick(photos, Qt.Key.Key_Home)
    for step in range(3):
        wanted = names(user)[step]
        user.wait(
            lambda wanted=wanted: session.subject.image.name == wanted, "the next photo"
        )
        QTest.keyClick(photos, Qt.Key.Key_Right)
    wanted = names(user)[3]
    user.wait(lambda: session.subject.image.name == wanted, "the fourth photo")
    user.wait(lambda: len(session.shown.overlays) == 2, "maps of two classes")
    user.wait_idle()
    label = session.subject.request.photo.parent.name
    assert session.subject.prediction.labels[session.true_class] == label
    (first, role), (second, _) = heads(user)
    assert role.startswith("predicted")
    assert label in (first, second)
    QTest.keyClick(photos, Qt.Key.Key_Return)
    assert user.window.tabs.current.title == "Occlusion"
    user.window.tabs.show_word("ranking")
    user.choose("Map", "none")


def click_cells(user):
    """Clicks the first row of the confusion; returns how many photos each shows."""
    matrix, found = finding.part(user.panel, Matrix, "Confusion"), {}
    for col in (0, 1):
        place = matrix.place_of(0, col)
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
        user.wait_idle()
        found[0, col] = len(names(user))
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
        user.wait(lambda: len(names(user)) == 50, "all photos")
    return found


def test_a_model_of_1001_classes_is_asked_about_food_that_it_calls_otherwise(
    monkeypatch, qapp, shared, tmp_path
):
    model = shared / "data/models" / MOBILENET
    labels = shared / "data/labels/imagenet_1001_labels_background_first.txt"
    root = tmp_path / "train"  # what is answered is kept beside it
    shutil.copytree(shared / "data/datasets/sushi_pizza_burger/train", root)
    seen = {}

    def script(user):
        scored(user, root, 84)
        answer_what_is_asked(user)
        assert says(user, "2 of the model's 1,001 classes")
        seen["accuracy"] = next(
            each for each in finding.words(user.panel) if each.endswith("%")
        )
        seen["order"] = rank_by(user, "cheeseburger", "largest first")
        see_the_classes_that_count(user)
        seen["sure"] = suspects_of(user, CONFIDENT)
        see_raw_scores(user, seen)

    investigate(monkeypatch, model, labels, script)
    match = tmp_path / "match.json"
    match.write_text('{"hamburger": "cheeseburger", "sushi": null}')
    words = [model, root, "--labels", labels, "--match", match]
    out = tmp_path / "out"
    record = files_of(
        monkeypatch, out, *words, "--class", "cheeseburger", "--of", "all"
    )
    assert record["labelled"] == 56
    assert seen["accuracy"] == f"{100 * record['accuracy']:.1f} %"
    same_order(seen["order"], ranking_of(out))
    suspects = rows_of(out / "suspects.csv")
    sure = [row["path"] for row in suspects if row["kind"] == "confidently wrong"]
    assert seen["sure"] == [path.rpartition("/")[2] for path in sure]
    probabilities = [float(row["probability"]) for row in rows_of(out / "ranking.csv")]
    assert max(probabilities) > 0.99  # over the two classes


def answer_what_is_asked(user):
    """Pizza is a class of the model; the two others are asked for, once."""
    assert not says(user, "“pizza”")
    assert says(user, "“hamburger” is not a class of this model.")
    assert says(user, "“sushi” is not a class of this model.")
    user.choose("Class of hamburger", "cheeseburger")
    finding.tick(user.part(QCheckBox, "Leave out sushi"))
    user.press("Apply")
    user.wait(lambda: not says(user, "“sushi”"), "the card to go")
    user.wait_idle()


def scores_of(user):
    """The classes and numbers beside the photo."""
    scores = user.window.canvas.scores
    model = scores.findChildren(QListView)[0].model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def see_the_classes_that_count(user):
    """The scores beside the photo are those of the ranking: over the two classes."""
    QTest.keyClick(field(user), Qt.Key.Key_End)
    wanted = names(user)[-1]
    session = user.window.session
    user.wait(lambda: session.subject.image.name == wanted, "the last photo")
    user.wait_idle()
    rows = scores_of(user)
    assert len(rows) == 2
    leading = session.prediction.labels[session.target]
    assert rows[0].startswith(leading)
    assert leading in shown(user)[-1]
    assert "2 of 1,001" in " ".join(finding.words(user.window.canvas.scores))


def see_raw_scores(user, seen):
    """The raw probabilities, over all classes, are one switch away."""
    user.press("More")
    assert user.part(QComboBox, "Scores over").isEnabled()
    user.choose("Scores over", "all 1,001 classes")
    user.wait(lambda: order_of(user) != seen["order"], "raw scores")
    user.wait_idle()
    whole = dict(order_of(user))
    assert any(whole[name] != number for name, number in seen["order"])
    assert len(shown(user)) == 84
    assert len(scores_of(user)) == 1001
