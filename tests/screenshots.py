"""Drives the real window through its states and takes a picture of each.

`python -m tests.screenshots` writes the pictures of the README into
`resources/screenshots`; `--all FOLDER` writes every state, for a look at all of them
after a change; names after that choose some. Only the demo's own drawings are shown.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import onnx
from onnx import numpy_helper
from PIL import Image
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
)

from gui.frame.help import HOW_TO_READ
from gui.frame.window import MainWindow
from gui.jobs import Lanes
from gui.opened import Request
from gui.panels import WORDS
from gui.panels.panel import Panel
from gui.session import Session
from gui.settings import Settings
from gui.theme import ThemeChoice, apply_theme
from inference.bundled import DEMO_MODEL, DEMO_PHOTO, RESOURCES
from inference.classifier import open_classifier
from inference.image import open_image
from inference.occlusion import default_spec, occlusion_sweep
from tests.gui.driving import Driver, end_work
from tests.gui.finding import enter, part, press

FOLDER = RESOURCES / "screenshots"
LARGEST = 250_000  # bytes of a picture in the repository
COMMON = 800  # pixels of one colour: frame and letters, which stay exact
SURE = 0.6  # predictions above hardly flip
USUAL, SMALL = (1440, 900), (1280, 800)
SYLLABLES = (
    "ba",
    "lo",
    "mi",
    "ren",
    "ta",
    "sku",
    "vel",
    "or",
    "dan",
    "pi",
    "fen",
    "glo",
)


@dataclass(frozen=True)
class Shot:
    """A picture: what is opened, what is done, and how it is shown."""

    act: Callable[[Driver], None]
    size: tuple[int, int] = USUAL
    theme: ThemeChoice = ThemeChoice.LIGHT
    scale: int = 1
    model: str = "demo"
    photo: str = "demo"
    settings: Settings = Settings(shows_first_steps=False)  # noqa: RUF009 - frozen
    is_in_readme: bool = False


# ---------------------------------------------------------------- models and photos


def many_classes(folder: Path) -> Path:
    """The demo with 1,000 classes and long names."""
    model = onnx.load(DEMO_MODEL)
    dice = np.random.default_rng(3)
    for tensor in model.graph.initializer:
        if tensor.name in model.graph.node[-1].input:
            array = numpy_helper.to_array(tensor)
            more = dice.normal(0, 0.3, (991, *array.shape[1:])).astype(np.float32)
            more -= 3.0 * (array.ndim == 1)
            wide = np.concatenate([array, more])
            tensor.CopyFrom(numpy_helper.from_array(wide, tensor.name))
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = 1000
    words = ["".join(dice.choice(SYLLABLES, 3)) for _ in range(2000)]
    labels = [" ".join(words[i : i + 2 + 9 * (i % 3)]) for i in range(1000)]
    labels[4] = "hamburger with sesame, tomato, lettuce and a good deal of onions"
    note = {"name": "A wide network with a name that goes on for quite a while"}
    return _saved(model, folder / "wide.onnx", note | {"labels": labels})


def guessed(folder: Path) -> Path:
    """The demo without what its file says about itself."""
    model = onnx.load(DEMO_MODEL)
    return _saved(model, folder / "dishes-export-v3.onnx", None)


def _saved(model: onnx.ModelProto, path: Path, note: dict[str, object] | None) -> Path:
    import json

    known = {entry.key: entry.value for entry in model.metadata_props}
    own = json.loads(known["netgaze"]) | note if note else None
    del model.metadata_props[:]
    if own:
        onnx.helper.set_model_props(model, {"netgaze": json.dumps(own)})
    onnx.save(model, path)
    return path


def broken(folder: Path) -> Path:
    """The demo cut before its classes: no classifier."""
    model = onnx.load(DEMO_MODEL)
    del model.graph.node[-3:], model.graph.output[:]
    kind = onnx.TensorProto.FLOAT
    shape = ["N", 128, None, None]
    output = onnx.helper.make_tensor_value_info("block6.relu", kind, shape)
    model.graph.output.append(output)
    onnx.save(model, folder / "backbone.onnx")
    return folder / "backbone.onnx"


def table(folder: Path, rows: int, cols: int, name: str) -> Path:
    """Several dishes beside or below each other."""
    photos = sorted(DEMO_PHOTO.parents[1].glob("*/*-02.jpg"))
    tiles = [Image.open(path).convert("RGB").resize((320, 320)) for path in photos]
    lines = [
        np.concatenate([tiles[(r * cols + c) % len(tiles)] for c in range(cols)], 1)
        for r in range(rows)
    ]
    Image.fromarray(np.concatenate(lines, 0)).save(folder / name, quality=92)
    return folder / name


def undecided() -> Path:
    """The demo photo whose prediction flips at the most places."""
    classifier = open_classifier(DEMO_MODEL)
    flips = {}
    for path in sorted(DEMO_PHOTO.parents[1].glob("*/*.jpg")):
        prepared = classifier.prepare(open_image(path))
        best = classifier.predict_input(prepared).top(1)[0]
        if best.probability < SURE:
            sweep = None
            for step in occlusion_sweep(
                classifier, prepared, default_spec(prepared.size)
            ):
                sweep = step.partial
            found = sweep.class_map()
            flips[path] = min(found.flips, found.places // 3)
    return max(flips, key=flips.get, default=DEMO_PHOTO)


# ------------------------------------------------------------------------- the states


def nothing(user: Driver) -> None:
    """As it opens."""


def strip(user: Driver) -> None:
    user.window.canvas.set_strip(True)
    user.wait_idle()
    QTest.qWait(300)
    user.wait_idle()


def probe(user: Driver) -> None:
    user.click(*at(user, 0.45, 0.5))
    user.wait_idle()


def patches(user: Driver) -> None:
    user.part(QSpinBox, "Patch side, number").setValue(40)
    user.click(*at(user, 0.35, 0.35))
    for place in ((0.4, 0.6), (0.85, 0.55)):
        user.click(*at(user, *place), Qt.KeyboardModifier.ShiftModifier)
        user.wait_idle()


def at(user: Driver, down: float, across: float) -> tuple[float, float]:
    seen = user.window.session.subject.prepared.seen
    return seen.top + down * seen.height, seen.left + across * seen.width


def running(user: Driver) -> None:
    fine(user, 2)
    user.panel.run()
    user.wait(
        lambda: (
            user.panel.lens.answer is not None and user.panel.lens.answer.done > 1500
        )
    )
    user.wait(lambda: user.panel.lens.reading is not None)
    QTest.qWait(1100)


def fine(user: Driver, place: int = 1) -> None:
    user.press(("Quick", "Fine", "Every pixel")[place])
    user.window.canvas.viewer.setFocus()  # no button is outlined in the picture


def done(user: Driver) -> None:
    fine(user)
    user.panel.run()
    user.wait_idle()
    QTest.qWait(50)
    user.wait_idle()


def hovering(user: Driver) -> None:
    done(user)
    QTest.mouseMove(user.view, user.place(*at(user, 0.4, 0.4)))


def stopped(user: Driver) -> None:
    running(user)
    user.panel.stop()
    user.wait_idle()


def flips(user: Driver) -> None:
    done(user)
    user.press("Draw classes")
    user.wait_idle()


def margin(user: Driver) -> None:
    done(user)
    user.choose("Quantity", "Logit")
    user.part(QComboBox, "Against").setCurrentIndex(7)
    user.wait_idle()


def sensitive(user: Driver) -> None:
    done(user)
    user.press("Put the patch there")
    user.wait_idle()


def remaining(user: Driver) -> None:
    done(user)
    user.press("Draw: Remaining score")
    user.wait_idle()


def seen_by_network(user: Driver) -> None:
    done(user)
    user.key(Qt.Key.Key_N)
    user.wait_idle()


def seen_part(user: Driver) -> None:
    done(user)
    user.key(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)


def blurred(user: Driver) -> None:
    user.choose("Covered with", "Blurred")
    patches(user)


def wrong_number(user: Driver) -> None:
    probe(user)
    enter(user.part(QSpinBox, "Last row"), "300")


def other_options(user: Driver) -> None:
    done(user)
    fine(user, 0)


def more(user: Driver) -> None:
    done(user)
    user.press("More")


def own_options(user: Driver) -> None:
    more(user)
    user.part(QSpinBox, "Stride down").setValue(9)
    user.choose("Covered with", "Own colour…")
    enter(user.part(QLineEdit, "Own colour"), "200, 10")


def refused(user: Driver) -> None:
    done(user)
    user.window.opening.open_files([user.folder / "backbone.onnx"])
    user.wait(lambda: "Model" in user.window.messages.sources)
    user.wait_idle()


def details(user: Driver) -> None:
    refused(user)
    press(user.window.messages, "Details")


def preprocessing(user: Driver) -> None:
    user.window.tabs.show_preprocessing()
    user.wait_idle()


def search(user: Driver) -> None:
    part(user.window.canvas.scores, QLineEdit, "Find a class").setText("glo")


def menu(user: Driver) -> None:
    from PySide6.QtGui import QAction

    view = next(
        action
        for action in user.window.menuBar().findChildren(QAction)
        if action.text() == "&View"
    )
    user.window.menuBar().setActiveAction(view)


def dropping(user: Driver) -> None:
    user.window.drop_frame.show_words("Open as photo")


def context(user: Driver) -> None:
    done(user)
    user.open_menu(*at(user, 0.4, 0.4))


def help_page(user: Driver) -> None:
    user.window.help.open_page(HOW_TO_READ)
    user.wait_idle()


def tab(user: Driver, word: str) -> Panel:
    user.window.tabs.show_tab(WORDS.index(word))
    gradients = user.window.session.gradients
    gradients.need()
    user.wait(lambda: gradients.engine or gradients.failure)
    user.wait_idle()
    return user.window.tabs.current


def gradcam(user: Driver) -> None:
    tab(user, "gradcam")


def two_classes(user: Driver) -> None:
    tab(user, "gradcam")
    user.press("Compare: Two classes")
    user.wait_idle()


def activations(user: Driver) -> None:
    tab(user, "activations")


def network(user: Driver) -> None:
    tab(user, "activations")
    user.press("View: Network")
    user.wait_idle()


def ranking(user: Driver) -> None:
    user.window.tabs.show_word("ranking")
    user.press("Use the demo photos")
    user.wait_idle()


def training(user: Driver) -> None:
    user.window.tabs.show_word("finetune")
    user.press("Use the demo photos")
    user.wait(user.part(QPushButton, "Train").isEnabled)
    user.press("Train")
    user.wait_idle()


DARK = ThemeChoice.DARK
SHOTS = {
    "first-run": Shot(strip, settings=Settings(), is_in_readme=True),
    "first-run-small": Shot(nothing, SMALL, settings=Settings()),
    "probe": Shot(probe, is_in_readme=True),
    "patches": Shot(patches),
    "running": Shot(running, is_in_readme=True),
    "stopped": Shot(stopped),
    "map": Shot(hovering, is_in_readme=True),
    "classes": Shot(flips, photo="undecided", is_in_readme=True),
    "margin": Shot(margin),
    "sensitive": Shot(sensitive),
    "remaining": Shot(remaining),
    "dark-remaining": Shot(remaining, SMALL, theme=DARK),
    "seen-by-network": Shot(seen_by_network),
    "small-seen-by-network": Shot(seen_by_network, SMALL, photo="tiny"),
    "seen-part": Shot(seen_part, SMALL, photo="wide"),
    "blurred": Shot(blurred),
    "wrong-number": Shot(wrong_number, SMALL),
    "other-options": Shot(other_options),
    "more": Shot(more),
    "more-small": Shot(more, SMALL),
    "own-options": Shot(own_options),
    "refused": Shot(refused),
    "details": Shot(details),
    "guessed": Shot(preprocessing, model="guessed", is_in_readme=True),
    "dark": Shot(hovering, theme=DARK, is_in_readme=True),
    "dark-refused": Shot(refused, theme=DARK),
    "dark-classes": Shot(flips, theme=DARK, photo="undecided"),
    "dark-guessed": Shot(preprocessing, theme=DARK, model="guessed"),
    "small": Shot(sensitive, SMALL),
    "small-refused": Shot(refused, SMALL),
    "small-wide-strip": Shot(strip, SMALL, photo="wide"),
    "dense": Shot(hovering, SMALL, scale=2),
    "dense-dark": Shot(probe, SMALL, theme=DARK, scale=2),
    "thousand": Shot(hovering, model="thousand"),
    "thousand-probe": Shot(probe, SMALL, model="thousand"),
    "thousand-search": Shot(search, model="thousand"),
    "thousand-classes": Shot(flips, SMALL, model="thousand"),
    "thousand-margin": Shot(margin, SMALL, model="thousand"),
    "wide": Shot(hovering, photo="wide"),
    "tall": Shot(probe, photo="tall"),
    "tall-small": Shot(hovering, SMALL, photo="tall"),
    "line": Shot(probe, photo="line"),
    "tiny": Shot(probe, photo="tiny"),
    "no-model": Shot(nothing, model=""),
    "no-photo": Shot(nothing, photo=""),
    "nothing": Shot(nothing, model="", photo=""),
    "gradcam": Shot(gradcam, is_in_readme=True),
    "gradcam-small": Shot(two_classes, SMALL),
    "gradcam-classes": Shot(two_classes, photo="undecided"),
    "gradcam-dark": Shot(gradcam, theme=DARK),
    "activations": Shot(activations, is_in_readme=True),
    "activations-small": Shot(activations, SMALL),
    "network": Shot(network),
    "ranking": Shot(ranking),
    "training": Shot(training, model="guessed", is_in_readme=True),
    "menu": Shot(menu),
    "context": Shot(context),
    "dropping": Shot(dropping),
    "help": Shot(help_page),
}


# --------------------------------------------------------------------------- the work


class Studio:
    """Opens a window per picture; models and photos lie in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        broken(folder)
        Image.new("RGB", (3000, 1), (180, 90, 60)).save(folder / "line.png")
        with Image.open(DEMO_PHOTO) as image:
            image.resize((32, 32)).save(folder / "tiny.png")
        self.models = {
            "": None,
            "demo": DEMO_MODEL,
            "thousand": many_classes(folder),
            "guessed": guessed(folder),
        }
        long_name = "the long table of the summer party, seen from above, take 12.jpg"
        self.photos = {
            "": None,
            "demo": DEMO_PHOTO,
            "wide": table(folder, 1, 4, long_name),
            "tall": table(folder, 3, 1, "three dishes.jpg"),
            "line": folder / "line.png",
            "tiny": folder / "tiny.png",
            "undecided": undecided(),
        }

    def take(self, name: str) -> QImage:
        """Drives a fresh window into the state and returns its picture."""
        shot = SHOTS[name]
        app = QApplication.instance()
        apply_theme(app, shot.theme)
        settings = replace(shot.settings, theme=shot.theme.value)
        window = MainWindow(settings, Session(Lanes()))
        window.resize(*shot.size)
        window.show()
        request = Request(self.models[shot.model], self.photos[shot.photo])
        window.session.open(request)
        user = Driver(window)
        user.folder = self.folder
        user.wait_idle()
        shot.act(user)
        QTest.qWait(60)
        picture = photographed(window)
        for other in QApplication.topLevelWidgets():
            if other is not window:
                other.close()
        end_work(window)  # gradients may be loading, unasked
        window.close()
        window.deleteLater()
        QTest.qWait(1)
        return picture


def photographed(window: MainWindow) -> QImage:
    """The window and whatever small windows stand over it."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            corner = other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            painter.drawPixmap(corner, other.grab())
    painter.end()
    return picture


def save(picture: QImage, path: Path) -> None:
    """Writes a picture; rounding the photo's many colours keeps it small."""
    picture.save(str(path))
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    _, places, counts = np.unique(packed, return_inverse=True, return_counts=True)
    is_frame = counts[places].reshape(packed.shape) >= COMMON
    for step in (1, 2, 4, 6, 8, 10, 12):
        rounded = np.minimum(np.rint(pixels / step) * step, 255).astype(np.uint8)
        rounded[is_frame] = pixels[is_frame]
        Image.fromarray(rounded).save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            return


def main() -> int:
    """Takes the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SHOTS))
    asked = parser.parse_args()
    unknown = set(asked.names) - SHOTS.keys()
    if unknown:
        parser.error(f"there is no picture called {', '.join(sorted(unknown))}")
    folder = asked.all or FOLDER
    names = asked.names or [
        name for name, shot in SHOTS.items() if asked.all or shot.is_in_readme
    ]
    folder.mkdir(parents=True, exist_ok=True)
    scale = int(os.environ.get("QT_SCALE_FACTOR", "1"))
    for other in {SHOTS[name].scale for name in names} - {scale}:
        theirs = [name for name in names if SHOTS[name].scale == other]
        environment = os.environ | {"QT_SCALE_FACTOR": str(other)}
        command = [sys.executable, "-m", "tests.screenshots", "--all", str(folder)]
        subprocess.run([*command, *theirs], env=environment, check=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as temporary, suppress(KeyboardInterrupt):
        for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, temporary)
        studio = Studio(Path(temporary))
        for name in names:
            if SHOTS[name].scale == scale:
                path = folder / f"{name}.png"
                save(studio.take(name), path)
                print(f"{path.name}: {path.stat().st_size:,} bytes", flush=True)
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
