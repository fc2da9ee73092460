"""How fast photos are scored, and how a scored dataset of 100,000 photos is handled.

`python -m tests.benchmarks.ranking [throughput|memory|opening|steps] [--model FILE]`;
all four without a word. Throughput is measured in turns with decoding alone and
inference alone, both on all cores, so that other work on the machine meets all three
alike; wanted is at least 0.93 of 1 / (1 / decode + 1 / inference). The same share of
the processor's own time tells work that is done twice from waiting. Memory is the peak
while 20,000 photos are scored (wanted: below 1.5 GB, and flat). Opening a book of
100,000 photos of nine and of 1,000 classes is to take less than 2 s, sorting them 200
ms, a step 16 ms.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
os.environ.setdefault("NETGAZE_TRUST_MODELS", "1")

import numpy as np
from PIL import Image

from inference.bundled import DEMO_MODEL, DEMO_PHOTO
from inference.classifier import Activation, Classifier, open_classifier
from inference.dataset import (
    BookKey,
    Dataset,
    Entry,
    Looks,
    ScoreBook,
    Stamp,
    book_of,
    list_dataset,
    matched,
)
from inference.jobs import run
from inference.occluder import core_count
from inference.ranking import MEASURES, Analysis, Order, Scorer, analysed, ranked, score
from inference.ranking.scoring import BATCH

WANTED = 0.93  # of what decoding and inference allow
ROUNDS = 8
PHOTOS, SIZE = 192, (640, 480)  # of the throughput
MANY, SMALL = 20_000, (160, 120)  # of the memory
BOOK = 100_000
CLASSES, FEATURES = (9, 1000), (128, 512)
STEPS = 30


def photos(folder: Path, count: int, size: tuple[int, int]) -> Dataset:
    """Fills a folder with photos of noise over colours: a class, and its dataset."""
    (folder / "pizza").mkdir(parents=True)
    random = np.random.default_rng(0)
    for number in range(count):
        small = random.integers(0, 256, (size[1] // 16, size[0] // 16, 3), np.uint8)
        photo = Image.fromarray(small).resize(size)
        photo.save(folder / "pizza" / f"{number:06}.jpg", quality=90)
    return run(list_dataset(folder))


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Returns how many seconds something takes, and how many of them it computes."""
    start, own = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - start, time.process_time() - own


# ---- throughput


def throughput(classifier: Classifier) -> None:
    """Prints the rate beside what decoding and inference allow."""
    with tempfile.TemporaryDirectory() as name:
        dataset = photos(Path(name) / "photos", PHOTOS, SIZE)
        scorer = Scorer(classifier)
        paths = [photo.path for photo in dataset.photos]
        tensors = [scorer.read(path)[0] for path in paths[:BATCH]]
        batch = np.stack([each for each in tensors if each is not None])

        def decode() -> None:
            with ThreadPoolExecutor(core_count()) as pool:
                list(pool.map(scorer.read, paths))

        def infer() -> None:
            for _ in range(PHOTOS // BATCH):
                scorer(batch)

        def both() -> None:
            book = ScoreBook(Path(name) / f"book {time.time_ns()}", scorer.key)
            run(score(scorer, dataset, book))

        infer()
        times = np.array(
            [[timed(each) for each in (decode, infer, both)] for _ in range(ROUNDS)]
        )
    decoding, inference, whole = np.median(times[..., 0], axis=0)
    share, own = np.median((times[:, 0] + times[:, 1]) / times[:, 2], axis=0)
    print(f"decoding alone  {PHOTOS / decoding:7.0f} photos/s")
    print(f"inference alone {PHOTOS / inference:7.0f} photos/s")
    print(f"scoring         {PHOTOS / whole:7.0f} photos/s, {share:.3f} ({WANTED})")
    print(f"of the processor's own time {own:14.3f}")


# ---- memory


def memory(model: Path) -> None:
    """Prints the peak of a process that scores many photos, by quarters."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        photos(folder, 40, SMALL)
        data = [path.read_bytes() for path in sorted((folder / "pizza").iterdir())]
        for number in range(40, MANY):
            path = folder / "pizza" / f"{number:06}.jpg"
            path.write_bytes(data[number % len(data)])
        words = [sys.executable, "-m", __spec__.name, "peak", "--model", str(model)]
        environment = os.environ | {"XDG_DATA_HOME": name, "PEAK_OF": str(folder)}
        subprocess.run(words, env=environment, check=True)


def peak(classifier: Classifier) -> None:
    """Scores a folder and prints the peak of this process now and then."""
    dataset = run(list_dataset(Path(os.environ["PEAK_OF"])))
    scorer = Scorer(classifier)
    job = score(scorer, dataset, book_of(dataset.root, scorer.key))
    told = 0
    for progress in job:
        if progress.done >= told:
            print(f"{progress.done:6} photos scored, peak {_peak():.0f} MB", flush=True)
            told += MANY // 8


def _peak() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


# ---- many photos


def fill(folder: Path, classes: int) -> Dataset:
    """Makes a dataset of 100,000 empty files."""
    for index in range(classes):
        (folder / f"class {index:04}").mkdir(parents=True)
    for number in range(BOOK):
        (folder / f"class {number % classes:04}" / f"{number:06}.jpg").touch()
    return run(list_dataset(folder))


def write(dataset: Dataset, book: ScoreBook) -> None:
    """Writes scores by chance into a book, of which most are right."""
    random = np.random.default_rng(0)
    names = list(dataset.labels)
    for start in range(0, len(dataset.photos), 5000):
        part = dataset.photos[start : start + 5000]
        logits = random.normal(size=(len(part), book.key.classes)).astype(np.float32)
        true = [names.index(photo.label) for photo in part]
        logits[np.arange(len(part)), true] += 4
        features = random.normal(size=(len(part), book.key.features))
        book.write(
            [Entry(dataset.way_to(p.path), Stamp.of(p.path)) for p in part],
            [Looks(f"{start + n:x}", f"{start + n:016x}") for n in range(len(part))],
            logits,
            features.astype(np.float32),
        )


def opening() -> None:
    """Prints how long books of 100,000 photos take to open and to sort."""
    for classes, features in zip(CLASSES, FEATURES, strict=True):
        with tempfile.TemporaryDirectory() as name:
            folder, book = Path(name) / "photos", Path(name) / "book"
            dataset = fill(folder, classes)
            key = BookKey("sha", {}, classes, features)
            write(dataset, ScoreBook(book, key))
            print(f"{BOOK:,} photos, {classes:,} classes")
            tell("  listing the folder", partial(run, list_dataset(folder)))
            tell("  opening the book", partial(opened, dataset, book, key))
            found = opened(dataset, book, key)
            for by in MEASURES:
                if by != "channel":
                    tell(f"  by {by}", partial(ranked, found, Order(by)))


def opened(dataset: Dataset, folder: Path, key: BookKey) -> Analysis:
    """Opens a book as far as the first ranking and its metrics."""
    nobody: Any = None  # scores nothing: the book knows all photos
    scored = run(score(nobody, dataset, ScoreBook(folder, key)))
    labels = dataset.labels
    model = SimpleNamespace(labels=labels, activation=Activation.SOFTMAX)
    found = analysed(model, scored, matched(labels, labels)[0])
    _ = found.metrics, ranked(found, Order())
    return found


def tell(what: str, act: Callable[[], object]) -> None:
    """Prints how long something takes, and how much of it is computing."""
    clock, own = timed(act)
    print(f"{what:22} {1000 * own:6.0f} ms own, {1000 * clock:6.0f} ms clock")


# ---- steps


def steps() -> None:
    """Prints how long a step through a ranking of 100,000 keeps the GUI thread."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QListView

    from gui.frame.window import MainWindow
    from gui.jobs import Lanes
    from gui.opened import Request
    from gui.session import Session
    from gui.settings import Settings
    from gui.theme import apply_theme
    from tests.benchmarks.walking import Stretches
    from tests.gui.driving import Driver

    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name
        classifier = open_classifier(DEMO_MODEL, None, "cpu")
        folder = Path(name) / "photos"
        for label in classifier.labels:
            (folder / label).mkdir(parents=True)
        first = folder / classifier.labels[0] / "000000.jpg"
        first.write_bytes(DEMO_PHOTO.read_bytes())
        for number in range(1, BOOK):
            label = classifier.labels[number % len(classifier.labels)]
            (folder / label / f"{number:06}.jpg").symlink_to(first)
        dataset = run(list_dataset(folder))
        write(dataset, book_of(dataset.root, Scorer(classifier).key))
        window = MainWindow(Settings(), Session(Lanes()))
        apply_theme(app)
        window.show()
        user, session = Driver(window), window.session
        session.open(Request(DEMO_MODEL, DEMO_PHOTO))
        user.wait_opened()
        user.drop(folder)

        def has_order() -> bool:
            fields = window.tabs.current.findChildren(QListView)
            named = [f for f in fields if f.accessibleName() == "Photos in order"]
            return any(field.model().rowCount() == BOOK for field in named)

        opening = Stretches()
        start = time.perf_counter()
        opening.wait(has_order)
        opening.tell(f"listed and opened in {time.perf_counter() - start:.1f} s, most")
        user.wait_idle()
        field = user.part(QListView, "Photos in order")
        QTest.keyClick(field, Qt.Key.Key_Home)
        user.wait_idle()
        walked = Stretches()
        for place in range(1, STEPS + 1):
            wanted = session.walk.photos[place]
            walked.of(lambda: QTest.keyClick(field, Qt.Key.Key_Right))
            walked.wait(lambda wanted=wanted: session.subject.request.photo == wanted)
        walked.tell(f"{STEPS} steps, most")
        user.wait_idle()
        window.close()


def main() -> int:
    """Prints the numbers."""
    parser = argparse.ArgumentParser()
    words = ("throughput", "memory", "opening", "steps")
    parser.add_argument("word", nargs="?", choices=(*words, "peak"))
    parser.add_argument("--model", type=Path, default=DEMO_MODEL)
    options = parser.parse_args()
    acts: dict[str, Callable[[], None]] = {
        "throughput": lambda: throughput(open_classifier(options.model, None, "cpu")),
        "memory": lambda: memory(options.model),
        "opening": opening,
        "steps": steps,
    }
    if options.word == "peak":
        peak(open_classifier(options.model, None, "cpu"))
    else:
        for word in [options.word] if options.word else words:
            acts[word]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
