"""Memory is bounded by the batch, however many samples a method takes."""

import tracemalloc

import numpy as np
import pytest

from inference.classifier import Target, Wishes, open_classifier
from inference.gradcam import GradCam
from inference.jobs import run
from inference.methods import METHODS, explanation
from tests.cam_models import pooled
from tests.models import noise

SIDE = 64
COUNTS = {"rise": (100, 400), "lime": (100, 400)}  # few fill several batches, too
OPTIONS = {"rise": "samples", "lime": "samples", "smoothgrad": "samples"}
OPTIONS["integrated-gradients"] = "steps"


@pytest.fixture
def network(tmp_path):
    random = np.random.default_rng(1)
    weights = random.normal(size=(2, 3, 3, 3)), random.normal(size=(2, 3))
    path = pooled(tmp_path / "c.onnx", *weights, image=(1, 3, SIDE, SIDE))
    classifier = open_classifier(path, Wishes(preprocess="torchvision"), "cpu")
    return classifier, GradCam(classifier), classifier.prepare(noise(SIDE, SIDE))


def peak(network, name, count):
    """Bytes that Python and NumPy hold at most while a map is made."""
    classifier, engine, prepared = network
    method = METHODS[name]
    target = Target(0, quantity=method.quantity)
    question = method.question(target, {OPTIONS[name]: count})
    job = explanation(
        name, classifier, prepared, question=question, engine=lambda: engine
    )
    tracemalloc.start()
    try:
        run(job)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", OPTIONS)
def test_more_samples_take_no_more_memory(network, name):
    counts = COUNTS.get(name, (10, 90))
    peak(network, name, max(counts))  # what is loaded and timed once
    few, many = (peak(network, name, count) for count in counts)
    covered = (counts[1] - counts[0]) * 3 * SIDE * SIDE * 4  # bytes of the inputs
    assert many - few < covered / 4
