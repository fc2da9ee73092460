"""A training run from its start to the file that it leaves."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.errors import (
    DatasetError,
    ExportError,
    InferenceError,
    SpecError,
    TrainingError,
)
from inference.finetune import TrainingSpec, concluded, finetune
from inference.finetune.trainee import Trainee
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


EVERYTHING = {
    "freeze": "none", "rate": 3e-3, "epochs": 3, "augments": True, "trains_norms": True,
    "schedule": "cosine", "optimiser": "adamw", "balance": "sampling", "batch": 7,
}  # fmt: skip


def same(one, other):
    """Whether two files hold the same weights, to the bit."""
    first, second = stored(one), stored(other)
    assert first.keys() == second.keys()
    return all(first[name].tobytes() == second[name].tobytes() for name in first)


@pytest.fixture(scope="module")
def whole(classifier, photos, tmp_path_factory):
    """An unbroken run of everything."""
    out = tmp_path_factory.mktemp("whole") / "new.onnx"
    return trained(classifier, photos, out, **EVERYTHING)


def test_the_same_seed_gives_the_same_weights(classifier, photos, whole, tmp_path):
    again = trained(classifier, photos, tmp_path / "new.onnx", **EVERYTHING)
    assert same(again.out, whole.out)
    assert np.array_equal(again.losses, whole.losses)
    other = trained(classifier, photos, tmp_path / "b.onnx", **EVERYTHING, seed=1)
    assert not same(other.out, whole.out)


@pytest.mark.parametrize("steps", [1, 3, 5])
def test_a_killed_run_goes_on_as_if_nothing_had_happened(
    classifier, photos, whole, tmp_path, steps
):
    """It is left in the middle of its second or third epoch, and gone on with."""
    out, spec = tmp_path / "new.onnx", TrainingSpec(**EVERYTHING)
    job = finetune(classifier, photos, spec, out=out)
    for progress in job:
        seen = progress.partial
        if len(seen.losses) == seen.steps_per_epoch + steps:
            break
    job.close()
    assert seen.file == out
    assert len(open_classifier(out).labels) == 3
    told = json.loads((tmp_path / "new.metrics.json").read_text())
    assert told["best_epoch"] == seen.best
    again = run(finetune(classifier, photos, spec, out=out, resumes=True))
    assert same(again.out, whole.out)
    assert np.array_equal(again.losses, whole.losses)
    assert np.array_equal(again.accuracies, whole.accuracies)
    assert [e.validation for e in again.epochs] == [e.validation for e in whole.epochs]
    assert again.best == whole.best
    assert not list(tmp_path.glob("*.npz"))


def test_another_run_does_not_go_on_from_a_checkpoint(classifier, photos, tmp_path):
    out, spec = tmp_path / "new.onnx", TrainingSpec(augments=False, rate=0.03)
    job = finetune(classifier, photos, spec, out=out)
    for progress in job:
        if progress.partial.epochs:
            break
    job.close()
    other = TrainingSpec(augments=False, rate=0.02)
    with pytest.raises(TrainingError, match="other options"):
        run(finetune(classifier, photos, other, out=out, resumes=True))
    with pytest.raises(ExportError, match="broken off lies in"):
        run(finetune(classifier, photos, other, out=out))
    (tmp_path / "new.training.npz").write_bytes(b"PK no archive")
    with pytest.raises(TrainingError, match="is damaged"):
        run(finetune(classifier, photos, spec, out=out, resumes=True))


def test_stopped_it_keeps_the_best_so_far_and_tells_what_that_is_worth(
    classifier, photos, tmp_path
):
    job = finetune(
        classifier, photos, TrainingSpec(augments=False), out=tmp_path / "new.onnx"
    )
    for progress in job:
        training = progress.partial
        if len(training.epochs) == 2:
            break
    job.close()
    result = run(concluded(training))
    assert result.stage == "done"
    assert result.best in (1, 2)
    told = json.loads((tmp_path / "new.metrics.json").read_text())
    assert told["test_accuracy"] == result.test.metrics.accuracy.value
    assert (tmp_path / "new.training.npz").exists()  # it can still be gone on with


def test_a_loss_that_is_no_number_stops_it_and_keeps_the_best(
    classifier, photos, tmp_path
):
    out, spec = (
        tmp_path / "new.onnx",
        TrainingSpec(augments=False, rate=1e12, batch=100, epochs=40),
    )
    with pytest.raises(TrainingError, match=r"since step \d+\. Epoch 1 is kept"):
        run(finetune(classifier, photos, spec, out=out))
    assert len(open_classifier(out).labels) == 3
    told = json.loads((tmp_path / "new.metrics.json").read_text())
    assert told["best_epoch"] == 1
    assert told["test_accuracy"] is not None


def test_patience_ends_it(classifier, photos, tmp_path):
    options = {"rate": 1e-9, "epochs": 9, "patience": 2}
    result = trained(classifier, photos, tmp_path / "new.onnx", **options)
    assert len(result.epochs) == result.best + 2 < 9
    assert result.has_ended


def test_photos_that_are_none_are_left_out(classifier, tmp_path):
    photos = make_photos(tmp_path / "photos", count=5)
    for n in range(2):
        (tmp_path / "photos" / "lime" / f"{n}.png").write_bytes(b"no photo")
    out = tmp_path / "new.onnx"
    result = trained(classifier, photos, out, epochs=1)
    division = result.division
    parts = (division.training, division.validation)
    kept = sum(map(len, parts)) + len(result.test.samples)
    assert kept == 13
    for n in range(5):
        (tmp_path / "photos" / "lime" / f"{n}.png").write_bytes(b"no photo")
    with pytest.raises(DatasetError, match='no training photo of "lime"'):
        trained(classifier, photos, tmp_path / "b.onnx")


def test_the_new_file_is_asked_before_it_takes_its_place(
    classifier, photos, tmp_path, monkeypatch
):
    """A twin that calculates otherwise than ONNX Runtime is found out."""
    out = tmp_path / "new.onnx"
    out.write_bytes(b"what stood there")
    logits = Trainee.logits
    monkeypatch.setattr(
        Trainee, "logits", lambda self, given: logits(self, given) * [1, 2, 3]
    )
    job = finetune(classifier, photos, TrainingSpec(rate=1.0), out=out, replaces=True)
    with pytest.raises(TrainingError, match="answers otherwise in ONNX Runtime"):
        run(job)
    assert out.read_bytes() == b"what stood there"
    assert not out.with_name("new.onnx.part").exists()


def test_a_place_is_refused_before_anything_is_computed(classifier, photos, tmp_path):
    for name, said in (("new.txt", "must end in .onnx"), ("no/new.onnx", "no folder")):
        with pytest.raises(InferenceError, match=said):
            next(finetune(classifier, photos, out=tmp_path / name))
    with pytest.raises(SpecError, match="is the model itself"):
        next(finetune(classifier, photos, out=classifier.graph.path, replaces=True))


def test_torchs_compiler_is_not_loaded_and_waiting_threads_sleep(
    classifier, photos, tmp_path
):
    """In a fresh process: it takes seconds, and lets the window stand still.

    Threads that spin while they wait make a step many times as long where anything else
    computes.
    """
    lines = (
        "import sys",
        "from pathlib import Path",
        "from inference.classifier import open_classifier",
        "from inference.finetune import TrainingSpec, finetune",
        "from inference.jobs import run",
        "assert 'torch' not in sys.modules",
        "from tests.inference.finetune.studio import listed",
        "model, photos, out = sys.argv[1:]",
        "for kind in ('sgdm', 'adamw'):",
        "    spec = TrainingSpec(epochs=1, freeze='none', optimiser=kind)",
        "    run(finetune(open_classifier(model), listed(photos), spec,",
        "        out=Path(out), replaces=True))",
        "assert 'torch' in sys.modules",
        "assert 'torch._dynamo' not in sys.modules",
    )
    model, root = classifier.graph.path, photos.root
    command = [sys.executable, "-c", "\n".join(lines), model, root]
    told = {**os.environ, "OMP_DISPLAY_ENV": "TRUE"}  # told by GNU's as it loads
    told.pop("OMP_WAIT_POLICY", None)
    done = subprocess.run(
        [*command, tmp_path / "new.onnx"],
        capture_output=True,
        text=True,
        check=False,
        env=told,
    )
    assert done.returncode == 0, done.stderr
    if sys.platform == "linux":
        assert "OMP_WAIT_POLICY = 'PASSIVE'" in done.stderr
