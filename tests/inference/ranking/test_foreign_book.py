"""A score book that another program wrote, as the README shows it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from inference.bundled import DEMO, DEMO_MODEL
from inference.classifier import open_classifier
from inference.dataset import Entry, Stamp, book_of, list_dataset
from inference.jobs import run
from inference.ranking import Scorer, score_dataset

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a model and photos, where the example of the README was run."""
    tmp_path = tmp_path_factory.mktemp("cluster")
    shutil.copy(DEMO_MODEL, tmp_path / "model.onnx")
    for label in ("pizza", "sushi"):
        (tmp_path / "photos" / label).mkdir(parents=True)
        for photo in sorted((DEMO / "photos" / label).iterdir())[:3]:
            shutil.copy(photo, tmp_path / "photos" / label)
    blocks = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    (example,) = [block for block in blocks if "book.sqlite" in block]
    subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path / "user"))
        yield tmp_path


def test_the_book_of_the_readme_is_opened_and_gone_on_with(place):
    classifier = open_classifier(place / "model.onnx", None, "cpu")
    dataset = run(list_dataset(place / "photos"))
    steps = []
    scored = run(score_dataset(classifier, dataset), lambda p: steps.append(p.done))
    assert steps == [6]  # it knows all of them
    scorer = Scorer(classifier)
    tensors = [scorer.read(photo.path)[0] for photo in dataset.photos]
    logits, features = scorer(np.stack(tensors))
    spread = float(np.ptp(logits))
    np.testing.assert_allclose(scored.logits(), logits, atol=1e-5 * spread)
    np.testing.assert_allclose(scored.features(), features, atol=1e-4)
    shutil.copy(DEMO / "photos/pizza/pizza-09.jpg", place / "photos/pizza")
    more = run(list_dataset(place / "photos"))
    run(score_dataset(classifier, more), lambda p: steps.append(p.done))
    assert steps[1:] == [6, 7]  # a new photo is scored alone


def test_a_book_of_another_model_beside_the_photos_is_left_alone(place):
    classifier = open_classifier(place / "model.onnx", None, "cpu")
    key = Scorer(classifier).key
    beside = book_of(place / "photos", key)
    assert beside.folder == place / "photos.book"
    known = beside.entries()
    other = book_of(place / "photos", type(key)("other", key.feeding, 9, 128))
    assert place / "user" in other.folder.parents
    assert other.entries() == {}
    assert beside.entries() == known
    size = (place / "photos/pizza/pizza-01.jpg").stat().st_size
    assert known["pizza/pizza-01.jpg"] == Entry(
        "pizza/pizza-01.jpg", Stamp(size, None), 0
    )
