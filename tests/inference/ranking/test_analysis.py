"""Over which classes scores are read."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np

from inference.classifier import Activation
from inference.dataset import Dataset, Photo
from inference.ranking import analysed

LOGITS = np.array([(2, 1, 0, 3), (0, 5, 1, 4)], np.float32)
LABELS = ("pizza", "sushi", "bagel", "bread")
MODEL = SimpleNamespace(labels=LABELS, activation=Activation.SOFTMAX)


def found_of(matching, **options):
    photos = (Photo(Path("a.jpg"), "pizza"), Photo(Path("b.jpg"), "sushi"))
    dataset = Dataset(Path("meals"), photos)
    places = np.arange(2)
    book = SimpleNamespace(logits=lambda rows: LOGITS[rows])
    scored = SimpleNamespace(dataset=dataset, places=places, rows=places, book=book)
    return analysed(MODEL, scored, matching, **options)


def test_probabilities_add_up_to_1_over_the_classes_of_the_dataset():
    found = found_of({"pizza": 0, "sushi": 1})
    assert found.names == ("pizza", "sushi")
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, rtol=1e-6)
    assert found.metrics.accuracy.value == 1.0


def test_where_one_class_is_known_all_of_the_model_count():
    found = found_of({"pizza": 0, "sushi": None})
    assert found.names == LABELS
    assert found.true.tolist() == [0, -1]
    assert found.metrics.accuracy.value == 0.0  # over pizza alone it would be 1
