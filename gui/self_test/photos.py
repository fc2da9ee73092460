"""Ranks the photos of the demo, lays them out, and trains with them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from gui.self_test.hand import Hand
from gui.self_test.looking import opened
from gui.widgets.words import translate
from inference.errors import TrainingError
from inference.geometry import Array

BATCH, STEPS = 20, 5  # of the photos that it learns from, some 92


def ranked(hand: Hand) -> Array:
    """Ranks the photos; returns the mean logit of each class, and the share right."""
    hand.go_to(4)
    hand.press(translate("DatasetCard", "Use the demo photos"))
    hand.wait(lambda: hand.reads(translate("Ranking", "all scored")))
    hand.wait_idle()
    classifier = hand.window.session.subject.classifier
    (book,) = hand.folder.rglob("book.sqlite")
    assert classifier is not None
    labels = classifier.labels
    logits = np.fromfile(book.with_name("logits.f32"), "<f4").reshape(-1, len(labels))
    with closing(sqlite3.connect(book)) as base:
        rows = base.execute("SELECT path, row FROM photos").fetchall()
    right = sum(labels[logits[row].argmax()] == Path(p).parent.name for p, row in rows)
    return np.append(logits.mean(axis=0), right / len(rows))


def laid_out(hand: Hand) -> Array:
    """Lays the photos out; where each comes to lie is another matter every time."""
    page = translate("Pages", "Page"), translate("Pages", "Neighbours")
    hand.press(": ".join(page))
    hand.wait(lambda: hand.reads(translate("NeighboursPage", "Alike to the network")))
    hand.wait_idle()
    return np.zeros(0)


def trained(hand: Hand) -> Array:
    """Trains one epoch of five steps; returns its losses, and the share right after.

    Raises:
        TrainingError: It was another number of steps.
    """
    hand.go_to(5)
    hand.press(translate("Fold", "More"))
    hand.enter(translate("MoreOptions", "Batch"), BATCH)
    hand.enter(translate("HowSection", "Epochs"), 1)
    hand.wait_idle()
    hand.press(translate("GoingSection", "Train"))
    hand.wait_idle()
    record = json.loads(
        _new_model(hand).with_suffix(".metrics.json").read_text("utf-8")
    )
    steps = -(-record["photos"]["training"] // record["options"]["batch"])
    if steps * len(record["epochs"]) != STEPS:
        raise TrainingError("It took {n} steps.", n=steps)
    (epoch,) = record["epochs"]
    losses = [epoch["training_loss"], epoch["validation_loss"]]
    return np.array([*losses, record["test_accuracy"]])


def used(hand: Hand) -> Array:
    """Opens the new model; returns its logits (K,)."""
    return opened(hand, _new_model(hand))


def _new_model(hand: Hand) -> Path:
    (metrics,) = hand.folder.glob("*.metrics.json")
    return metrics.with_name(metrics.name.replace(".metrics.json", ".onnx"))
