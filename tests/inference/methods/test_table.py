"""Every method on one network, and what each refuses."""

import numpy as np
import pytest

from inference.classifier import Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.gradcam import GradCam
from inference.jobs import run
from inference.methods import METHODS, explanation, missing_need
from inference.occluder import BASELINES
from tests.cam_models import pooled, transformer
from tests.models import noise

QUICK = {"rise": {"samples": 30}, "lime": {"samples": 60, "squares": 2}}
AT_TOKENS = ("rollout", "gradient-attention")


def opened(path):
    return open_classifier(path, Wishes(preprocess="torchvision", resize="squash"))


@pytest.mark.parametrize("name", METHODS)
def test_every_method_answers_for_a_transformer(tmp_path, name):
    classifier = opened(transformer(tmp_path / "v.onnx", (12, 20))[0])
    prepared, engine = classifier.prepare(noise(30, 40)), GradCam(classifier)
    method = METHODS[name]
    target = Target(0, quantity=method.quantity)
    question = method.question(target, QUICK.get(name, {}))
    job = explanation(
        name, classifier, prepared, question=question, engine=lambda: engine
    )
    found = run(job)
    assert found.method == name
    assert found.target == target
    assert np.isfinite(found.heatmap.values).all()
    assert found.heatmap.seen == prepared.seen
    assert missing_need(name, classifier, lambda: engine) is None


def test_methods_say_why_a_network_has_no_answer(tmp_path):
    random = np.random.default_rng(1)
    path = pooled(
        tmp_path / "c.onnx",
        random.normal(size=(4, 3, 3, 3)),
        random.normal(size=(4, 3)),
    )
    classifier = opened(path)
    engine = GradCam(classifier)
    lacking = {n for n in METHODS if missing_need(n, classifier, lambda: engine)}
    assert lacking == set(AT_TOKENS)


def test_an_option_of_another_method_is_refused():
    with pytest.raises(SpecError, match="RISE takes no --layer"):
        METHODS["rise"].question(Target(), {"layer": "x"})
    spec = METHODS["rise"].question(Target(), {"baseline": BASELINES["black"]})
    assert spec.baseline.name == "black"
