"""Ranking in the window: a dataset is dropped, asked about, scored and walked."""

import shutil
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QListView, QPushButton

from gui.panels import WORDS
from gui.panels.ranking.classes_table import ClassesTable
from gui.widgets.matrix import Matrix
from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import open_classifier
from inference.dataset import list_dataset
from inference.jobs import run as run_job
from inference.ranking import Order, Scorer, analysed, ranked, score_dataset
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
RANKING = WORDS.index("ranking")
DEMO = DEMO_PHOTO.parents[1]
CLASSES = ("hamburger", "sashimi", "sushi")


def make_dataset(folder, names=CLASSES, each=4):
    """Photos of the demo: a folder per class, one that is no class, one broken file."""
    for name in names:
        (folder / name).mkdir(parents=True)
        for photo in sorted((DEMO / name).iterdir())[:each]:
            shutil.copy(photo, folder / name)
    mystery = folder / "mystery"
    mystery.mkdir()
    shutil.copy(DEMO / "pizza" / "pizza-01.jpg", mystery)
    (mystery / "broken.jpg").write_bytes(b"no photo")
    return folder


@pytest.fixture
def dataset(tmp_path):
    return make_dataset(tmp_path / "meals")


def run(monkeypatch, script):
    assert drive(monkeypatch, (), script) == 0


def field(user):
    return user.part(QListView, "Photos in order")


def shown(user):
    """What stands below the photos, in order."""
    model = field(user).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row).data(role) for row in range(model.rowCount())]


def names(user):
    return [words.partition(":")[0] for words in shown(user)]


def says(user, words):
    return any(words in each for each in finding.words(user.window.tabs.current))


def buttons_in_sight(user):
    found = user.window.tabs.current.findChildren(QAbstractButton)
    return {button.text() for button in found if button.isVisible()}


def wait_ranked(user, count):
    user.panel = user.window.tabs.current
    user.wait(lambda: len(names(user)) == count, f"{count} photos in order")
    user.wait_idle()


def expected(folder, order, monkeypatch, tmp_path):
    """The order that the command line's functions give, from scores of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    classifier = open_classifier(DEMO_MODEL)
    found = run_job(list_dataset(folder))
    scored = run_job(score_dataset(classifier, found))
    matching = {name: classifier.labels.index(name) for name in CLASSES}
    analysis = analysed(classifier, scored, matching)
    photos = analysis.photos
    return [photos[n].path.name for n in ranked(analysis, order)]


def test_a_dataset_is_dropped_asked_about_ranked_walked_and_filtered(
    monkeypatch, qapp, dataset, tmp_path
):
    def script(user):
        user.wait_opened()
        window, session = user.window, user.window.session
        window.tabs.show_tab(WORDS.index("gradcam"))
        user.drop(dataset)
        assert window.tabs.current.title == "Ranking"
        wait_ranked(user, 13)
        assert session.subject.request.photo.is_relative_to(dataset)
        assert says(user, "1 unreadable")
        assert says(user, "“mystery” is not a class of this model.")
        finding.tick(user.part(QCheckBox, "Leave out mystery"))
        user.press("Apply")
        user.wait(lambda: not says(user, "“mystery”"), "the card to go")
        user.wait_idle()

        walk_with_keys(user)
        opens_in_the_former_tab(user)
        choose_maps(user)
        filter_with_the_matrix(user)
        look_at_the_classes(user)
        rank_by_loss(user)

        user.drop(dataset)  # again: what was said is remembered, all is scored
        wait_ranked(user, 13)
        assert not says(user, "“mystery”")
        assert says(user, "all scored")

    run(monkeypatch, script)
    order = expected(dataset, Order(), monkeypatch, tmp_path)
    assert order == EXPECTED["score"]
    order = expected(dataset, Order("loss"), monkeypatch, tmp_path)
    assert order[:12] == EXPECTED["loss"][:12]


EXPECTED = {}


def walk_with_keys(user):
    """The arrow keys walk the order, the viewer follows, the true class is marked."""
    session, photos = user.window.session, field(user)
    EXPECTED["score"] = names(user)
    QTest.keyClick(photos, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(photos, Qt.Key.Key_Right)
    wanted = names(user)[2]
    user.wait(lambda: session.subject.image.name == wanted, "the third photo")
    assert session.walk.place(session.subject.request.photo) == 2
    label = session.subject.request.photo.parent.name
    assert session.subject.prediction.labels[session.true_class] == label
    scores = user.window.canvas.scores.findChildren(QListView)[0].model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert scores.rowCount() == len(CLASSES)  # the others do not count here
    rows = [scores.index(row, 0).data(role) for row in range(len(CLASSES))]
    assert [row for row in rows if "true class" in row] == [
        row for row in rows if row.startswith(f"{label},")
    ]


def heads(user):
    """What stands above the panes of the viewer."""
    panes = (view.pane for view in finding.panes(user.window.canvas.viewer))
    return [(pane.title, pane.subtitle) for pane in panes if pane is not None]


def choose_maps(user):
    """Two classes stand beside each other, and the chosen map follows the walk."""
    session, photos = user.window.session, field(user)
    user.wait(lambda: len(session.shown.overlays) == 2, "maps of two classes")
    user.wait_idle()
    (first, role), (second, other) = heads(user)
    assert first == session.subject.prediction.labels[session.target]
    assert role.startswith("predicted")
    true = session.subject.prediction.labels[session.true_class]
    is_right = first == true
    assert other.startswith("runner-up" if is_right else "true class")
    assert is_right or second == true
    user.choose("Map", "Occlusion map")
    QTest.keyClick(photos, Qt.Key.Key_Right)
    user.wait_idle()
    assert heads(user)[0][0] == "Photo"
    assert session.shown.overlays[1].badge.startswith("Exact at")
    QTest.keyClick(photos, Qt.Key.Key_Left)
    user.choose("Map", "none")
    user.wait_idle()
    assert not session.shown.overlays
    user.choose("Map", "Grad-CAM")
    user.wait(lambda: len(session.shown.overlays) == 2, "maps of two classes")


def filter_with_the_matrix(user):
    matrix = finding.part(user.panel, Matrix, "Confusion")
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.place_of(0, 0))
    user.wait(lambda: 0 < len(names(user)) <= 4, "the burgers that are recognised")
    assert all("✓ hamburger" in words for words in shown(user))
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.place_of(0, 0))
    user.wait(lambda: len(names(user)) == 13, "all photos")
    finding.in_menu(take_wrong, user.part(QPushButton, "Add filter"))
    user.wait(lambda: len(names(user)) < 12, "the mistakes")
    assert all("✗" in words for words in shown(user))
    user.press("Without wrong")
    user.wait(lambda: len(names(user)) == 13, "all photos")


def look_at_the_classes(user):
    """How each class fares; the photos of a cell are shown in Photos."""
    user.press("Page: Classes")
    table = user.part(ClassesTable, "Table of classes")
    user.wait(table.isVisible, "the table of classes")
    user.wait_idle()
    assert sorted(table.names_shown) == list(CLASSES)
    assert says(user, "accuracy (")
    assert says(user, "Expected calibration error")
    user.choose("Order", "by index")
    assert table.names_shown == list(CLASSES)
    user.choose("Cells", "counts")
    left, sushi = Qt.MouseButton.LeftButton, CLASSES.index("sushi")
    at = table.place_of(sushi, sushi)
    QTest.mouseClick(table.viewport(), left, pos=at)
    (words,) = [
        each for each in finding.words(user.panel) if "sushi recognised" in each
    ]
    user.press("Show them")
    count = int(words.split(": ")[1].split(" of ")[0])
    user.wait(lambda: len(names(user)) == count, words)
    assert all("✓ sushi" in each for each in shown(user))
    matrix = finding.part(user.panel, Matrix, "Confusion")
    QTest.mouseClick(matrix, left, pos=matrix.place_of(sushi, sushi))  # the same cell
    user.wait(lambda: len(names(user)) == 13, "all photos")


def take_wrong(menu):
    next(each for each in menu.actions() if each.text() == "wrong").trigger()


def rank_by_loss(user):
    before = names(user)
    user.choose("Rank by", "loss")
    user.wait(lambda: names(user) != before, "another order")
    EXPECTED["loss"] = names(user)


def opens_in_the_former_tab(user):
    QTest.keyClick(field(user), Qt.Key.Key_Return)
    assert user.window.tabs.current.title == "Grad-CAM"
    user.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert user.window.tabs.current.title == "Ranking"


def test_scoring_is_stopped_and_goes_on_and_another_model_is_told(
    monkeypatch, qapp, tmp_path
):
    folder = make_dataset(tmp_path / "meals", each=12)
    gate, read = threading.Event(), Scorer.read

    def waiting(scorer, path):
        if path.parent.name == "sushi":
            gate.wait(20)
        return read(scorer, path)

    monkeypatch.setattr(Scorer, "read", waiting)
    squashed = tmp_path / "squashed.onnx"
    shutil.copy(DEMO_MODEL, squashed)

    def script(user):
        user.wait_opened()
        user.window.tabs.show_tab(RANKING)
        user.panel = user.window.tabs.current
        assert user.part(QPushButton, "Use the demo photos").isVisible()
        user.drop(folder)
        user.wait(lambda: len(names(user)) == 15, "results while it runs")
        assert says(user, "16 of 38 scored")
        user.press("Stop scoring")
        gate.set()
        user.wait_idle()
        assert 15 <= len(names(user)) < 37
        user.press("Continue")
        wait_ranked(user, 37)
        assert says(user, "all scored")
        assert "Continue" not in buttons_in_sight(user)
        user.drop(squashed)
        user.wait(lambda: says(user, "scored with Toy food"), "the other model")
        user.press("Score again")
        user.wait(lambda: says(user, "all scored"), "new scores")
        user.wait_idle()

    run(monkeypatch, script)


def test_a_folder_without_photos_ends_in_a_sentence(monkeypatch, qapp, tmp_path):
    def script(user):
        user.wait_opened()
        (tmp_path / "empty").mkdir()
        user.drop(tmp_path / "empty")
        user.wait(lambda: user.window.messages.sources, "a message")
        assert 'There is no photo in "empty"' in user.message("Dataset")
        user.panel = user.window.tabs.current
        assert user.part(QPushButton, "Use the demo photos").isVisible()

    run(monkeypatch, script)
