"""Every real classifier agrees with ONNX Runtime, and has gradients."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from inference.errors import InferenceError
from inference.network.graph import read_graph
from inference.twin.module import load_twin
from inference.twin.ops.values import tensor_from_array
from inference.twin.parity import parity
from tests.inference.nets import REAL

SHARED = Path(__file__).parents[4] / "shared" / "data"
NUMPY = {"float": np.float32, "float16": np.float16, "uint8": np.uint8}


def inputs_of(path, seed):
    """Smooth noise, which is nearer to a photo than white noise, for each input."""
    session = onnxruntime.InferenceSession(
        str(path), providers=["CPUExecutionProvider"]
    )
    rng = np.random.default_rng(seed)
    arrays = []
    for value in session.get_inputs():
        shape = [n if isinstance(n, int) else 224 for n in value.shape]
        shape[0] = 1
        kind = value.type.removeprefix("tensor(").removesuffix(")")
        coarse = rng.normal(size=[-(-n // 8) if n > 8 else n for n in shape])
        for axis, length in enumerate(shape):
            repeats = -(-length // coarse.shape[axis])
            coarse = coarse.repeat(repeats, axis).take(range(length), axis)
        if kind == "uint8":
            coarse = (coarse * 60 + 128).clip(0, 255)
        arrays.append((coarse * (1 if kind == "uint8" else 1.5)).astype(NUMPY[kind]))
    return arrays


def test_no_classifier_is_forgotten(shared_data):
    files = {*shared_data.glob("models/*.onnx"), *shared_data.glob("models_variants/*")}
    names = {f"{f.parent.name}/{f.stem}" for f in files if f.suffix == ".onnx"}
    assert names == set(REAL)


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_a_classifier_agrees_with_onnx_runtime(name, shared_data):
    path = shared_data / f"{name}.onnx"
    cases = [inputs_of(path, seed) for seed in (0, 1)]
    certificate = parity(read_graph(path), cases)
    assert certificate.holds, certificate
    assert certificate.rounds == any(kind in name for kind in ("qdq", "fp16"))
    assert certificate.rounds or certificate.max_rel_diff <= 1e-4
    assert certificate.rounds or certificate.first_divergence is None


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_a_classifier_has_gradients_at_an_inner_layer(name, shared_data):
    path = shared_data / f"{name}.onnx"
    twin = load_twin(read_graph(path), widen=True).requires_grad_(requires_grad=False)
    layer = next(
        call.outputs[0]
        for call in reversed(twin.calls)
        if call.operator in ("Relu", "Clip", "Conv", "Add")
        and spatial(twin, call.outputs[0], path)
    )
    inputs = [tensor_from_array(array) for array in inputs_of(path, 0)]
    with torch.no_grad():
        _, seen = twin.run(inputs, watch=[layer])
    features = seen[layer].detach().requires_grad_()
    given = dict(zip(twin.inputs, inputs, strict=True))
    scores = twin.tail({**given, layer: features}, twin.outputs)[twin.outputs[0]]
    (slope,) = torch.autograd.grad(scores.flatten().max(), features)
    assert slope.isfinite().all()
    assert slope.abs().max() > 0


def spatial(twin, name, path):
    inputs = [tensor_from_array(array) for array in inputs_of(path, 0)]
    with torch.no_grad():
        shape = twin.run(inputs, watch=[name])[1][name].shape
    return len(shape) == 4 and sum(length > 1 for length in shape[1:]) == 3


@pytest.mark.slow
def test_two_threads_get_the_answers_of_one(shared_data):
    path = shared_data / "models" / "cifar10_resnet20_torch_op17.onnx"
    twin = load_twin(read_graph(path))

    def logits(seed):
        with torch.no_grad():
            return twin(*map(tensor_from_array, inputs_of(path, seed)))[0]

    alone = [logits(seed) for seed in range(6)]
    with ThreadPoolExecutor(2) as pool:
        for seed, result in enumerate(pool.map(logits, range(6))):
            torch.testing.assert_close(result, alone[seed])


def broken_models():
    folder = SHARED / "bad" / "models"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize("path", broken_models(), ids=lambda path: path.name)
def test_a_broken_model_loads_or_ends_in_a_sentence(path):
    with suppress(InferenceError):
        load_twin(read_graph(path))
