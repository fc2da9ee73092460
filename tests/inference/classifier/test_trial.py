"""Models whose answer to an input depends on the others of its batch, or on chance."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto
from PIL import Image

import main
from inference.classifier import open_classifier
from inference.geometry import Box, Size
from inference.jobs import run
from inference.occluder import BASELINES
from inference.occlusion import OcclusionSpec, occlusion_sweep, probe
from tests.models import node, photo, save

ROOT = Path(__file__).resolve().parents[3]
SIDE, CLASSES = 12, 4


def softmax_over_the_batch():
    return [node("Softmax", "flat", "even", axis=0)], {}


def normalisation_over_the_batch():
    nodes = [
        node("ReduceMean", "flat", "mean", axes=[0], keepdims=1),
        node("Sub", "flat mean", "apart"),
        node("Add", "flat apart", "even"),
    ]
    return nodes, {}


def batch_norm_in_training():
    width = 3 * SIDE * SIDE
    one, zero = np.ones(width, np.float32), np.zeros(width, np.float32)
    line = "flat one zero zero one"
    nodes = [
        node("BatchNormalization", line, "apart a b", training_mode=1),
        node("Add", "apart flat", "even"),
    ]
    return nodes, {"one": one, "zero": zero}


def scale_over_the_batch():
    nodes = [
        node("DynamicQuantizeLinear", "flat", "whole scale zero"),
        node("DequantizeLinear", "whole scale zero", "even"),
    ]
    return nodes, {}


def noise_of_its_own():
    nodes = [
        node("RandomNormalLike", "flat", "noise", scale=0.1),
        node("Add", "flat noise", "even"),
    ]
    return nodes, {}


def a_coin_for_each_value():
    nodes = [
        node("RandomUniformLike", "flat", "chance"),
        node("Greater", "chance half", "heads"),
        node("Where", "heads flat half", "even"),
    ]
    return nodes, {"half": np.float32(0.5)}


def nothing():
    return [node("Identity", "flat", "even")], {}


COUPLED = [
    softmax_over_the_batch,
    normalisation_over_the_batch,
    scale_over_the_batch,
]
RANDOM = [noise_of_its_own, a_coin_for_each_value]


def model(path, made, batch="N", ending=()):
    """A linear classifier behind some nodes from "flat" to "even"."""
    nodes, weights = made()
    matrix = np.random.default_rng(1).normal(size=(3 * SIDE * SIDE, CLASSES))
    nodes = [
        node("Flatten", "x", "flat"),
        *nodes,
        node("MatMul", "even matrix", "logits" if ending else "y"),
        *ending,
    ]
    weights = {"matrix": np.float32(matrix), **weights}
    feeds = {"x": ("float32", [batch, 3, SIDE, SIDE])}
    return save(path, nodes, feeds, {"y": ("float32", [batch, CLASSES])}, weights)


@pytest.fixture
def picture():
    return photo(np.random.default_rng(2).integers(0, 256, (SIDE, SIDE, 3)))


def swept(classifier, picture):
    spec = OcclusionSpec(Size(5, 5), Size(1, 1))
    prepared = classifier.prepare(picture)
    return run(occlusion_sweep(classifier, prepared, spec)), prepared


def one_by_one(path, classifier, sweep, prepared):
    """The logits that ONNX Runtime gives for each covered input by itself."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (source,) = session.get_inputs()
    count = source.shape[0] if isinstance(source.shape[0], int) else 1
    found = []
    for top, left, height, width in sweep.grid.boxes:
        covered = prepared.pixels.copy()
        covered[top : top + height, left : left + width] = 128
        values = classifier.preprocessing.normalised(covered)
        batch = np.repeat(values.transpose(2, 0, 1)[np.newaxis], count, axis=0)
        feeds = {source.name: batch.astype(np.float32)}
        found.append(session.run(None, feeds)[0][0])
    return np.array(found)


@pytest.mark.parametrize("made", COUPLED)
@pytest.mark.parametrize("batch", ["N", 3])
def test_a_map_of_a_coupled_model_is_that_of_single_inputs(
    tmp_path, picture, made, batch
):
    path = model(tmp_path / "net.onnx", made, batch)
    classifier = open_classifier(path)
    assert classifier.is_coupled
    assert classifier.is_repeatable
    sweep, prepared = swept(classifier, picture)
    laid = sweep.logits
    alone = one_by_one(path, classifier, sweep, prepared)
    assert np.abs(laid - alone).max() < 1e-5 * np.ptp(alone)


@pytest.mark.parametrize("made", [*COUPLED, nothing])
@pytest.mark.parametrize("batch", ["N", 1, 3])
def test_different_photos_share_a_batch_and_get_what_each_gets_alone(
    tmp_path, made, batch
):
    classifier = open_classifier(model(tmp_path / "net.onnx", made, batch))
    random = np.random.default_rng(4)
    kinds = {(12, 12): 256, (30, 17): 32, (9, 40): 90, (24, 24): 200, (13, 50): 8}
    photos = [  # ranges of their own are what couples most
        photo(random.integers(0, brightest, (*size, 3)))
        for size, brightest in kinds.items()
    ]
    prepared = [classifier.prepare(each) for each in photos]
    batched = np.stack([classifier.tensor(each.pixels) for each in prepared])
    together = classifier.logits(batched)
    alone = np.array([classifier.predict_input(each).logits for each in prepared])
    assert together.shape == (5, CLASSES)
    assert np.abs(together - alone).max() < 1e-6 * np.ptp(alone)


def test_another_process_can_hand_a_trial_over(tmp_path):
    path = model(tmp_path / "net.onnx", scale_over_the_batch, 3)
    ours = open_classifier(path).trial
    code = (
        "import pickle, sys; from inference.classifier import open_classifier; "
        f"sys.stdout.buffer.write(pickle.dumps(open_classifier({str(path)!r}).trial))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT
    )
    assert pickle.loads(made.stdout) == ours
    assert (ours.together, ours.is_coupled, ours.output_count) == (1, True, CLASSES)


@pytest.mark.parametrize("made", RANDOM)
@pytest.mark.parametrize("batch", ["N", 1, 3])
def test_chance_is_told(tmp_path, made, batch):
    classifier = open_classifier(model(tmp_path / "net.onnx", made, batch))
    assert not classifier.is_repeatable
    assert classifier.is_coupled == (batch != 1)


def test_normalisation_that_goes_on_training_is_told(tmp_path):
    """ONNX Runtime also goes on from pass to pass, so nothing repeats itself."""
    classifier = open_classifier(model(tmp_path / "net.onnx", batch_norm_in_training))
    assert classifier.is_coupled
    assert not classifier.is_repeatable


@pytest.mark.parametrize("batch", ["N", 1, 3])
def test_an_honest_model_shares_passes(tmp_path, batch):
    classifier = open_classifier(model(tmp_path / "net.onnx", nothing, batch))
    assert (classifier.is_coupled, classifier.is_repeatable) == (False, True)


def test_a_softmax_at_the_end_that_runs_over_the_batch_is_told(tmp_path):
    """Logits are read before it; what the file itself gives depends on the batch."""
    ending = [node("Softmax", "logits", "y", axis=0)]
    path = model(tmp_path / "net.onnx", nothing, ending=ending)
    assert open_classifier(path).is_coupled


def test_a_model_that_gives_whole_numbers_can_be_coupled(tmp_path):
    ending = [
        node("DynamicQuantizeLinear", "logits", "whole s z"),
        node("Cast", "whole", "y", to=TensorProto.FLOAT),
    ]
    path = model(tmp_path / "net.onnx", nothing, ending=ending)
    assert open_classifier(path).is_coupled


def test_a_quantised_model_whose_scale_depends_on_the_batch(shared):
    """Its maps were wrong by up to 0.05 and differed from run to run."""
    path = shared / "data/repro/sq_dynq.onnx"
    classifier = open_classifier(path)
    picture = photo(np.random.default_rng(0).integers(0, 256, (224, 224, 3)))
    prepared = classifier.prepare(picture)
    assert classifier.is_coupled
    spec = OcclusionSpec(Size(71, 71), Size(74, 74))
    sweep = run(occlusion_sweep(classifier, prepared, spec, batch_size=4))
    for number in (0, 1, len(sweep.logits) - 1):
        box = Box(*map(float, sweep.grid.boxes[number]))
        found = probe(classifier, prepared, [box], baseline=BASELINES["gray"])
        apart = np.abs(found.prediction.logits - sweep.logits[number]).max()
        assert apart < 1e-5 * np.ptp(found.prediction.logits)


def asked(monkeypatch, capsys, *words):
    """What a command prints as JSON."""
    monkeypatch.setattr("sys.argv", ["netgaze", *map(str, words), "--json"])
    main.main()
    return json.loads(capsys.readouterr().out.splitlines()[0])


@pytest.mark.parametrize("command", ["info", "predict", "check", "occlude", "map"])
def test_every_json_says_so(tmp_path, monkeypatch, capsys, picture, command):
    path = model(tmp_path / "net.onnx", scale_over_the_batch)
    pixels = tmp_path / "photo.png"
    Image.fromarray(picture.pixels).save(pixels)
    words = {
        "info": ["info", path],
        "occlude": ["occlude", path, pixels, "--box", "0,0,4,4"],
        "map": ["occlude", path, pixels, "--out", tmp_path / "map"],
    }.get(command, [command, path, pixels])
    records = [asked(monkeypatch, capsys, *words)]
    if command == "map":
        written = json.loads((tmp_path / "map/occlusion.json").read_text())
        records.append(written["model"])
    for record in records:
        assert record["one_at_a_time"] is True
        assert record["repeatable"] is True


def test_info_says_so_in_words(tmp_path, monkeypatch, capsys):
    for made in (scale_over_the_batch, noise_of_its_own):
        path = model(tmp_path / f"{made.__name__}.onnx", made)
        monkeypatch.setattr("sys.argv", ["netgaze", "info", str(path)])
        main.main()
        words = " ".join(capsys.readouterr().out.split())
        assert "one at a time yes: an answer depends on what else is in" in words
        is_random = "repeatable no: the same input gives another answer" in words
        assert is_random == (made is noise_of_its_own)


def test_a_file_that_the_optimiser_changes_is_run_as_written(
    shared, monkeypatch, capsys
):
    path = shared / "data" / "models_transformers" / "hf_bit.legacy17.batch.onnx"
    classifier = open_classifier(path, provider="cpu")
    assert classifier.is_as_written
    options = onnxruntime.SessionOptions()
    level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.graph_optimization_level = level
    plain = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
    noise = np.random.default_rng(1).normal(size=(1, 3, 128, 128)).astype(np.float32)
    expected = plain.run(None, {"pixel_values": noise})[0]
    np.testing.assert_allclose(classifier.logits(noise), expected, rtol=0, atol=1e-5)
    assert asked(monkeypatch, capsys, "info", path)["as_written"] is True
    other = shared / "data" / "models" / "cifar10_resnet20_torch_op17.onnx"
    assert not open_classifier(other, provider="cpu").is_as_written


@pytest.mark.parametrize("batch", ["N", 3])
def test_opening_computes_nothing_twice(tmp_path, monkeypatch, batch):
    """A pass of a large network takes seconds; one by one, chance is looked for."""
    passes, plain = [], onnxruntime.InferenceSession.run

    def counted(session, names, feeds, *rest):
        passes.append((session, *(fed.tobytes() for fed in feeds.values())))
        return plain(session, names, feeds, *rest)

    path = model(tmp_path / "net.onnx", nothing, batch)
    monkeypatch.setattr(onnxruntime.InferenceSession, "run", counted)
    open_classifier(path, provider="cpu")
    assert len(passes) > 2
    assert len(set(passes)) == len(passes)
