"""A training run from its start to the file that it leaves."""

import json

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.finetune import TrainingSpec, finetune
from inference.image import open_image
from inference.jobs import run
from tests.inference.finetune.studio import COLOURS, make_net, make_photos, stored


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    return make_photos(tmp_path_factory.mktemp("photos"))


@pytest.fixture(scope="module")
def classifier(tmp_path_factory):
    path = make_net(tmp_path_factory.mktemp("model") / "net.onnx")
    return open_classifier(path)


def trained(classifier, photos, out, report=lambda _: None, **options):
    spec = TrainingSpec(**{"rate": 3e-2, "augments": False, **options})
    return run(finetune(classifier, photos, spec, out=out), report)


def test_a_new_head_learns_classes_that_the_model_did_not_know(
    classifier, photos, tmp_path
):
    out, seen = tmp_path / "new.onnx", []
    result = trained(classifier, photos, out, seen.append, epochs=12)
    assert result.stage == "done"
    assert result.division.names == tuple(sorted(COLOURS))
    assert result.head == "Gemm 12 → 3"
    assert len(result.losses) == 12 * result.steps_per_epoch
    assert [len(r.partial.losses) for r in seen] == sorted(
        len(r.partial.losses) for r in seen
    )
    assert result.test.metrics.accuracy.value == 1
    told = json.loads((tmp_path / "new.metrics.json").read_text())
    assert told["test_accuracy"] == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "new.metrics.json",
        "new.onnx",
    ]
    new = open_classifier(out)
    assert new.labels == tuple(sorted(COLOURS))
    assert new.preprocessing == classifier.preprocessing
    for sample in result.division.test:
        assert new.predict(open_image(sample.path)).top_index == sample.index


def test_what_lies_below_the_head_is_bit_identical(classifier, photos, tmp_path):
    before = stored(classifier.graph.path)
    trained(classifier, photos, tmp_path / "new.onnx", epochs=1)
    after = stored(tmp_path / "new.onnx")
    for name in before.keys() - {"head.w", "head.b"}:
        assert after[name].tobytes() == before[name].tobytes()
    assert after["head.w"].shape == (3, 12)
    assert np.abs(after["head.b"]).max() > 0
