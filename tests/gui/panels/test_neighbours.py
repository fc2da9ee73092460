"""Neighbours in the window: points are hovered, clicked and gathered."""

import shutil

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListView, QProgressBar, QPushButton

from inference.bundled import DEMO_PHOTO
from inference.ranking import has_tsne
from tests.gui import finding
from tests.gui.driving import drive

pytestmark = pytest.mark.gui
DEMO = DEMO_PHOTO.parents[1]
CLASSES = ("hamburger", "pizza", "sushi")
EACH = 5


@pytest.fixture
def dataset(tmp_path):
    for name in CLASSES:
        (tmp_path / "meals" / name).mkdir(parents=True)
        for photo in sorted((DEMO / name).iterdir())[:EACH]:
            shutil.copy(photo, tmp_path / "meals" / name)
    return tmp_path / "meals"


class Learn:
    """A scikit-learn that tells of its iterations, and waits until it may end."""

    def __init__(self, folder):
        (folder / "sklearn").mkdir(parents=True)
        (folder / "sklearn" / "__init__.py").write_text("")
        self._gate = folder / "gate"
        code = f"""
import time
from pathlib import Path

class TSNE:
    def __init__(self, **_):
        pass

    def fit_transform(self, points):
        print("[t-SNE] Iteration 250: error = 1.0")
        while not Path({str(self._gate)!r}).exists():
            time.sleep(0.01)
        return points[:, 1::-1]
"""
        (folder / "sklearn" / "manifold.py").write_text(code)

    def may_end(self):
        self._gate.write_text("")


@pytest.fixture
def learn(tmp_path, monkeypatch):
    """Puts it before the one that may be installed."""
    found = Learn(tmp_path / "packages")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "packages"))
    monkeypatch.syspath_prepend(tmp_path / "packages")
    has_tsne.cache_clear()
    yield found
    has_tsne.cache_clear()


def says(user, words):
    return any(words in each for each in finding.words(user.panel))


def chart(user):
    from gui.panels.ranking.scatter import Scatter  # the window loads it, not the test

    return finding.part(user.panel, Scatter, "Photos by likeness")


def gather(points, area):
    """Draws a lasso around an area of the chart."""
    view, left = points.viewport(), Qt.MouseButton.LeftButton
    corners = area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()
    QTest.mousePress(view, left, pos=corners[0])
    for corner in (*corners, area.topLeft()):
        QTest.mouseMove(view, corner)
        QTest.qWait(11)  # the chart looks at the mouse a hundred times a second
    QTest.mouseRelease(view, left, pos=area.topLeft())


def hovers(user, points, number):
    """Moves onto a point, which may have moved; whether its photo is told."""
    for shift in (QPoint(1, 1), QPoint()):
        QTest.mouseMove(points.viewport(), points.place_of(number) + shift)
        QTest.qWait(11)
    return says(user, "true: pizza")


def test_photos_are_laid_out_hovered_opened_gathered_and_marked(
    monkeypatch, qapp, dataset, learn
):
    def script(user):
        user.wait_opened()
        session = user.window.session
        user.drop(dataset)
        user.panel = user.window.tabs.current
        user.wait(lambda: says(user, "all scored"), "scores")
        user.wait_idle()
        user.press("Page: Neighbours")
        user.wait(lambda: says(user, "PCA is shown until t-SNE"), "its components")
        assert says(user, "The first two principal components")
        points = chart(user)
        bar = user.part(QProgressBar, "Progress of the laying out")
        user.wait(lambda: bar.value() / bar.maximum() == 0.5, "how far t-SNE is")
        before = points.place_of(7).x()  # lines above come and go
        user.press("Stop laying out")
        user.wait(lambda: says(user, "t-SNE did not come to its end"), "its end")
        assert says(user, "The first two principal components")
        user.press("Lay out")
        user.wait(lambda: says(user, "PCA is shown until t-SNE"), "another try")
        user.choose("Layout", "PCA")  # is there already
        user.wait_idle()
        assert points.place_of(7).x() == before
        assert not says(user, "t-SNE")
        user.choose("Layout", "t-SNE")
        learn.may_end()
        user.wait(lambda: says(user, "t-SNE of the"), "t-SNE")
        user.wait_idle()
        assert points.place_of(7).x() != before

        view = points.viewport()
        user.wait(lambda: hovers(user, points, 7), "the photo that is pointed at")
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=points.place_of(7))
        wanted = session.walk.photos[7]
        user.wait(lambda: session.subject.request.photo == wanted, "the photo")
        assert len(session.walk.photos) == len(CLASSES) * EACH
        user.wait(lambda: says(user, f"Most similar to {wanted.name}"), "its likes")
        user.wait_idle()

        similar = user.part(QListView, "Most similar photos")
        role = Qt.ItemDataRole.AccessibleTextRole
        spoken = [similar.model().index(n, 0).data(role) for n in range(12)]
        cosines = [float(words.split(", ")[0].split()[-1]) for words in spoken]
        assert cosines == sorted(cosines, reverse=True)
        QTest.keyClick(similar, Qt.Key.Key_Home)
        first = session.walk.photos[0]
        user.wait(lambda: session.subject.request.photo == first != wanted, "another")
        user.wait_idle()
        assert says(user, f"Most similar to {wanted.name}")  # they are walked

        near = QRect(QPoint(), QSize(30, 30))
        near.moveCenter(points.place_of(7))
        gather(points, near)
        user.wait(lambda: says(user, "in the lasso"), "some photos")
        assert not says(user, "15 photos in the lasso")
        finding.tick(user.part(QCheckBox, "Only mistakes"))
        user.press("Clear the lasso")
        assert says(user, "Drag around points")
        finding.tick(user.part(QCheckBox, "Only mistakes"))
        gather(points, view.rect().adjusted(3, 3, -3, -3))
        assert says(user, "15 photos in the lasso")
        finding.in_menu(remove_all, user.part(QPushButton, "Mark"))
        user.press("Show in Photos")
        photos = user.part(QListView, "Photos in order")
        user.wait(lambda: photos.model().rowCount() == 15, "them alone")
        assert user.part(QPushButton, "Without gathered photos").isVisible()
        user.press("Page: Suspects")
        user.wait(lambda: says(user, "15 marks · 15 remove"), "their marks")
        user.wait_idle()
        user.press("Undo the mark")
        user.wait(lambda: says(user, "0 marks"), "none: they are undone together")

    def remove_all(menu):
        assert finding.untold_entries(menu) == []
        next(each for each in menu.actions() if each.text() == "Remove all").trigger()

    assert drive(monkeypatch, (), script) == 0
