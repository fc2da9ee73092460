"""Third-party transformers and hybrids are explained with automatic settings."""

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.gradcam import GradCam
from inference.image import open_image
from inference.network.layers import feature_layers
from inference.network.shapes import infer_shapes
from inference.network.tensors import TensorReader

TAKEN = {  # the output of the last block, or of its first norm for class tokens
    "hf_beit.legacy17": "/m/beit/layers.3/Add_1_output_0",
    "hf_bit.legacy17.batch": "/m/bit/norm/activation/Relu_output_0",
    "hf_clip.legacy17.batch": "/m/vision_model/encoder/layers.2/Add_1_output_0",
    "hf_dinov2.legacy17.batch": "/m/dinov2/encoder/layer.3/Add_1_output_0",
    "hf_pvt.legacy13": "/m/pvt/encoder/block.3.0/layer_norm_1/Add_1_output_0",
    "hf_resnet.legacy17.batch.qdq": "/m/resnet/encoder/stages.3/layers.1/activation/"
    "Relu_output_0_DequantizeLinear_Output",
    "hf_swin.legacy17": "/m/swin/encoder/layers.2/blocks.1/Add_4_output_0",
    "hf_swin.legacy17.qdq": "/m/swin/encoder/layers.2/blocks.1/"
    "Add_4_output_0_DequantizeLinear_Output",
    "hf_vit.dynamo20": "layer_norm_6",
    "hf_vit.dynamo23.batch.softmax": "layer_norm_6",
    "hf_vit.legacy14.dynq": "/m/vit/layers.3/layernorm_before/Add_1_output_0",
    "hf_vit.legacy14.ext": "/m/vit/layers.3/layernorm_before/Add_1_output_0",
    "hf_vit.legacy14": "/m/vit/layers.3/layernorm_before/Add_1_output_0",
    "tm_vit_gap.legacy17": "/m/blocks/blocks.3/Add_1_output_0",
    "tv_densenet.legacy14.size": "/m/Relu_output_0",
}


def test_every_file_is_listed(shared):
    folder = shared / "data" / "models_transformers"
    assert {path.name.removesuffix(".onnx") for path in folder.iterdir()} == set(TAKEN)


LONG = {"hf_beit.legacy17", "hf_pvt.legacy13", "hf_swin.legacy17.qdq"}


def each_file():
    """The names of all; those that take seconds are marked."""
    for name in TAKEN:
        yield pytest.param(name, marks=[pytest.mark.slow] if name in LONG else [])


@pytest.mark.parametrize("name", list(each_file()))
def test_it_is_explained_with_automatic_settings(shared, name):
    data = shared / "data"
    path = data / "models_transformers" / f"{name}.onnx"
    classifier = open_classifier(path, provider="cpu")
    photo = open_image(data / "photos/imagenet/n02099601_golden_retriever.JPEG")
    prepared = classifier.prepare(photo)
    engine = GradCam(classifier)
    assert not engine.beyond
    assert engine.certificate(prepared).holds
    answer = engine.explain(prepared)
    assert answer.layer.name == TAKEN[name]
    assert not answer.choice.is_early
    assert answer.choice.second is not None
    assert np.abs(answer.signed).max() > 0
    late = engine.layers[engine.layers.index(answer.layer) :]
    assert engine.ladder(prepared, layers=late)[0].layer == answer.layer
    batch = classifier.batch(prepared.pixels)
    layers = feature_layers(
        classifier.graph, infer_shapes(classifier.graph, batch.shape)
    )
    tensor = TensorReader(classifier.graph, "CPU").read([answer.layer.name], batch)
    values = layers[answer.layer.name].folded(tensor[answer.layer.name])
    assert values.shape[1:] == answer.layer.shape
