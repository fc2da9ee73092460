"""Channels in blocks: what ONNX Runtime saves when it optimises for this processor."""

import numpy as np
import onnxruntime
import torch

from inference.classifier import Wishes, open_classifier
from inference.gradcam import GradCam
from inference.network.blocks import block_size
from inference.twin.ops.blocked import kernel_in_order
from tests import cam_models as models

CHANNELS = 64  # a multiple of every block


def two_convolutions(path):
    rng = np.random.default_rng(0)
    weights = {
        "w1": rng.normal(0, 0.3, (CHANNELS, 3, 3, 3)).astype(np.float32),
        "w2": rng.normal(0, 0.1, (CHANNELS, CHANNELS, 3, 3)).astype(np.float32),
        "head": rng.normal(0, 1, (CHANNELS, 4)).astype(np.float32),
    }
    nodes = [
        models.node("Conv", "image w1", "c1", pads=[1, 1, 1, 1]),
        models.node("Relu", "c1", "r1"),
        models.node("MaxPool", "r1", "p1", kernel_shape=[2, 2], strides=[2, 2]),
        models.node("Conv", "p1 w2", "c2", pads=[1, 1, 1, 1]),
        models.node("Add", "p1 c2", "sum"),
        models.node("Relu", "sum", "r2"),
        models.node("GlobalAveragePool", "r2", "mean"),
        models.node("Flatten", "mean", "flat"),
        models.node("MatMul", "flat head", "logits"),
    ]
    return models.save(path, nodes, [1, 3, 16, 16], weights)


def optimised(path):
    """The file as ONNX Runtime saves it for this processor."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    saved = path.with_name("optimised.onnx")
    options.optimized_model_filepath = str(saved)
    onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
    return saved


def test_an_optimised_file_has_the_gradients_of_the_plain_one(tmp_path):
    plain = two_convolutions(tmp_path / "plain.onnx")
    answers = []
    for path in (plain, optimised(plain)):
        engine = GradCam(open_classifier(path, Wishes(preprocess="unit"), "cpu"))
        pixels = np.random.default_rng(1).integers(0, 256, (16, 16, 3))
        prepared = engine.classifier.prepare(models.photo(pixels))
        assert engine.certificate(prepared).holds
        answers.append(engine.explain(prepared))
    maps = [answer.signed for answer in answers]
    assert answers[1].layer.size == answers[0].layer.size
    scale = np.abs(maps[0]).max()
    np.testing.assert_allclose(maps[1], maps[0], rtol=0, atol=1e-5 * scale)


def test_a_kernel_in_blocks_is_put_in_order():
    block, wide = 4, torch.arange(8 * 8 * 2, dtype=torch.float32).reshape(8, 8, 2, 1)
    parts = wide.reshape(2, block, 2, block, 2, 1).permute(0, 2, 4, 5, 3, 1)
    stored = parts.reshape(wide.shape)
    torch.testing.assert_close(kernel_in_order(stored, block), wide)
    assert block_size() in (4, 8, 16)
