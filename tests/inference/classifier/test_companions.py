"""What other programs write beside a model.

The rules of resizing are worked out by hand from what transformers' image processors
and timm's `create_transform` state in these keys.
"""

import json

import numpy as np
import onnx
import pytest

from inference.classifier import Wishes, open_classifier
from inference.errors import SpecError
from inference.geometry import Size
from tests.models import linear

VIT = {
    "image_processor_type": "ViTImageProcessor",
    "do_normalize": True,
    "do_rescale": True,
    "do_resize": True,
    "image_mean": [0.5, 0.5, 0.5],
    "image_std": [0.5, 0.5, 0.5],
    "resample": 2,
    "rescale_factor": 0.00392156862745098,
    "size": {"height": 28, "width": 28},
}
CLIP = {
    "feature_extractor_type": "CLIPFeatureExtractor",
    "crop_size": 28,
    "do_center_crop": True,
    "image_mean": [0.48, 0.46, 0.41],
    "image_std": [0.27, 0.26, 0.28],
    "resample": 3,
    "size": 32,
}
CONVNEXT = {
    "image_processor_type": "ConvNextImageProcessor",
    "crop_pct": 0.875,
    "image_mean": [0.485, 0.456, 0.406],
    "image_std": [0.229, 0.224, 0.225],
    "resample": 3,
    "size": {"shortest_edge": 28},
}
TIMM = {
    "architecture": "resnet18",
    "num_classes": 3,
    "label_names": ["a", "b", "c"],
    "pretrained_cfg": {
        "input_size": [3, 28, 28],
        "interpolation": "bicubic",
        "crop_pct": 0.95,
        "crop_mode": "center",
        "mean": [0.485, 0.456, 0.406],
        "std": [0.229, 0.224, 0.225],
    },
}


@pytest.fixture
def opened(tmp_path):
    """Opens a model of 28 x 28 with files beside it; as in a hub's folder, or below."""

    def make(*, folder=".", size=28, wishes=None, metadata=None, **files):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / "model.onnx"
        linear(path, np.ones((3, size, size, 3)), metadata=metadata or {})
        for name, value in files.items():
            text = value if isinstance(value, str) else json.dumps(value)
            (tmp_path / f"{name}.json").write_text(text, "utf-8")
        return open_classifier(path, wishes, "cpu").spec

    return make


@pytest.mark.parametrize("folder", [".", "onnx"])
def test_a_processor_says_how_pixels_are_normalised_and_resized(opened, folder):
    spec = opened(folder=folder, preprocessor_config=VIT)
    how = spec.preprocessing
    assert (
        how.normalisation.name == "tensorflow" or how.normalisation.mean == (0.5,) * 3
    )
    values = how.normalised(np.array([[[0, 255, 51]]], np.uint8))
    np.testing.assert_allclose(values[0, 0], [-1, 1, -0.6], atol=1e-6)
    assert (how.resize, how.interpolation, how.short_side) == (
        "squash",
        "bilinear",
        None,
    )
    assert (spec.preprocessing_source, str(spec.preprocessing_reason)) == (
        "sidecar",
        '"preprocessor_config.json" beside the model',
    )


@pytest.mark.parametrize(
    ("files", "resize", "interpolation", "short_side"),
    [
        ({"preprocessor_config": CLIP}, "crop", "bicubic", 32),
        ({"preprocessor_config": CONVNEXT}, "crop", "bicubic", 32),
        (
            {"preprocessor_config": CONVNEXT | {"size": {"shortest_edge": 384}}},
            "squash",
            "bicubic",
            None,
        ),
        ({"config": TIMM}, "crop", "bicubic", 29),
        (
            {"config": TIMM | {"pretrained_cfg": {"crop_mode": "squash"}}},
            "squash",
            "bilinear",
            None,
        ),
        (
            {"preprocessor_config": CLIP | {"crop_size": 224, "size": 256}},
            "crop",
            "bicubic",
            32,
        ),
    ],
)
def test_photos_are_resized_as_it_is_written(
    opened, files, resize, interpolation, short_side
):
    how = opened(**files).preprocessing
    assert how.size == Size(28, 28)
    assert (how.resize, how.interpolation, how.short_side) == (
        resize,
        interpolation,
        short_side,
    )


def test_the_middle_of_a_photo_is_seen_at_the_stated_share(opened):
    how = opened(preprocessor_config=CLIP).preprocessing
    box = how.input_box(Size(64, 100))
    assert (box.height, box.width) == (56, 56)
    assert (box.top, box.left) == (4, 22)
    photo = np.zeros((64, 100, 3), np.uint8)
    photo[4:60, 22:78] = 200
    assert how.pixels(photo)[4:-4, 4:-4].min() == 200


def test_class_names_come_from_the_config(opened):
    spec = opened(config={"id2label": {"0": "a", "1": "b", "2": "c"}})
    assert (spec.labels, spec.labels_source) == (("a", "b", "c"), "sidecar")
    assert str(spec.labels_reason) == '"config.json" beside the model'
    assert opened(config=TIMM).labels == ("a", "b", "c")


@pytest.mark.parametrize(
    "config",
    [
        {"id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}},
        {"id2label": {"0": "a", "1": "b"}},  # of another model
        {"editor": "vim"},
        {},
    ],
)
def test_a_config_that_names_no_classes_of_this_model_is_passed_over(opened, config):
    assert opened(config=config).labels_source == "numbered"


def test_what_is_written_of_another_model_says_nothing_of_this_one(opened):
    spec = opened(config={"id2label": {"0": "a", "1": "b"}}, preprocessor_config=VIT)
    assert spec.is_guessed


def test_a_list_beside_the_model_goes_before_the_config(opened, tmp_path):
    (tmp_path / "labels.txt").write_text("x\ny\nz\n")
    assert opened(config=TIMM).labels == ("x", "y", "z")


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"preprocessor_config": VIT | {"image_mean": ["a", 1, 2]}}, "image_mean"),
        ({"preprocessor_config": VIT | {"image_std": {}}}, "image_std"),
        ({"preprocessor_config": VIT | {"size": {"height": -3, "width": 8}}}, "size"),
        ({"preprocessor_config": VIT | {"size": 10**12}}, "size"),
        ({"preprocessor_config": VIT | {"resample": 99}}, "resample"),
        ({"preprocessor_config": VIT | {"do_rescale": "yes"}}, "do_rescale"),
        ({"preprocessor_config": VIT | {"image_std": 0}}, "image_std"),
        ({"preprocessor_config": VIT | {"image_mean": [1, 2]}}, "image_mean"),
        ({"preprocessor_config": VIT | {"resample": True}}, "resample"),
        ({"preprocessor_config": CONVNEXT | {"crop_pct": 1e-12}}, "crop_pct"),
        ({"config": {"pretrained_cfg": {"input_size": "big"}}}, "input_size"),
        ({"config": {"pretrained_cfg": {"crop_pct": 0}}}, "crop_pct"),
        ({"config": {"id2label": 7}}, "id2label"),
        ({"preprocessor_config": VIT | {"rescale_factor": 0}}, "rescale_factor"),
        ({"preprocessor_config": CONVNEXT | {"crop_pct": -1}}, "crop_pct"),
        ({"config": TIMM | {"pretrained_cfg": {"mean": [True, 0, 0]}}}, "mean"),
        ({"config": TIMM | {"pretrained_cfg": {"crop_mode": "wide"}}}, "crop_mode"),
    ],
)
def test_an_entry_that_cannot_be_is_named_with_its_file(opened, files, key):
    with pytest.raises(SpecError, match=f'"{key}" in "{next(iter(files))}.json"'):
        opened(**files)
    assert opened(**files, wishes=Wishes(preprocess="unit")).labels


@pytest.mark.parametrize("text", ["{", "[]", "(" * 9000])
def test_a_file_that_is_no_object_ends_in_a_sentence(opened, text):
    with pytest.raises(SpecError, match=r"preprocessor_config\.json"):
        opened(preprocessor_config=text)


def test_ultralytics_fills_the_input_with_the_short_side(opened):
    names = {"names": "{0: 'a', 1: 'b', 2: 'c'}"}
    stated = {"task": "classify", "imgsz": "[28, 28]", **names}
    spec = opened(metadata=stated)
    assert spec.labels == ("a", "b", "c")
    assert spec.preprocessing.normalisation.name == "unit"
    assert spec.preprocessing.short_side == 28
    assert spec.preprocessing.input_box(Size(56, 100)).height == 56
    assert str(spec.preprocessing_reason) == "written by Ultralytics"
    assert opened(metadata={**stated, "task": "detect"}).is_guessed


@pytest.mark.parametrize(
    ("scope", "preset"),
    [
        ("StatefulPartitionedCall/resnet50/conv1_conv", "caffe"),
        ("model/resnet50v2/conv1_conv", "tensorflow"),
        ("mobilenetv2_1.00_224/Conv1", "tensorflow"),
        ("model/EfficientNetB0/stem_conv", "raw255"),
        ("model/densenet121/conv1", "torchvision"),
        ("model/conv2d", "tensorflow"),
    ],
)
def test_networks_of_keras_are_known_by_the_names_of_their_layers(
    opened, tmp_path, scope, preset
):
    opened()
    model = onnx.load(tmp_path / "model.onnx")
    model.producer_name = "tf2onnx"
    model.graph.node[-1].name = f"{scope}/MatMul"
    onnx.save(model, tmp_path / "model.onnx")
    spec = open_classifier(tmp_path / "model.onnx", provider="cpu").spec
    assert (spec.preprocessing.normalisation.name, spec.is_guessed) == (preset, True)
