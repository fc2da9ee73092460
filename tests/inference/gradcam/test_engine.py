import gc
import re
import sys
import threading
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from inference.classifier import Quantity, Target, Wishes, open_classifier
from inference.errors import SpecError, UnsupportedOperatorError
from inference.geometry import Box, Size
from inference.gradcam import GradCam, GradCamSpec
from inference.image import open_image
from inference.pictures.limits import Limits
from inference.twin.module import load_twin
from tests import cam_models as models
from tests.models import CLASSIFIERS

PIXELS = Wishes(preprocess="raw255", resize="squash")


def opened(path, wishes=PIXELS):
    classifier = open_classifier(path, wishes, "cpu")
    return GradCam(classifier)


def spec_of(target=None, against=None, quantity=Quantity.LOGIT, **spec):
    return GradCamSpec(Target(target, against, quantity), **spec)


def asked(engine, photo, **spec):
    return engine.explain(engine.classifier.prepare(photo), spec_of(**spec))


def noise(height, width, seed=0):
    rng = np.random.default_rng(seed)
    return models.photo(rng.integers(0, 256, (height, width, 3)))


@pytest.fixture
def one_conv(tmp_path):
    return opened(models.one_conv(tmp_path / "one.onnx"))


RAMP = models.photo(np.arange(16).reshape(4, 4))


@pytest.mark.parametrize(
    ("layer", "expected"),
    [("conv1", [[11.25, 13.5], [20.25, 22.5]]), ("relu1", [[0, 4], [28, 32.5]])],
)
def test_the_map_of_one_convolution(one_conv, layer, expected):
    answer = asked(one_conv, RAMP, target=0, layer=layer)
    assert answer.heatmap.values.tolist() == expected
    assert answer.signed.tolist() == expected
    assert answer.explained.score == 54
    assert answer.explained.prediction.logits.tolist() == [54] * 4
    assert answer.diagnosis is None


def test_the_layer_is_chosen_and_said(one_conv):
    answer = asked(one_conv, RAMP, target=0)
    assert answer.layer.name == "relu1"
    assert (answer.layer.operator, answer.layer.channels) == ("Relu", 2)
    assert answer.layer.size == (2, 2)
    assert answer.is_automatic
    assert answer.heatmap.title == "Grad-CAM of the logit of class 0"
    assert answer.heatmap.meaning == (
        "layer relu1 · only what speaks for the class (ReLU)"
    )
    assert answer.health == (
        "Map is sound: 75 % of the places are positive before the ReLU."
    )
    assert not asked(one_conv, RAMP, target=0, layer="relu1").is_automatic


def test_the_ladder_equals_single_maps(one_conv):
    prepared = one_conv.classifier.prepare(RAMP)
    ladder = one_conv.ladder(prepared, spec_of(0))
    assert [step.layer.name for step in ladder] == ["conv1", "relu1"]
    for step in ladder:
        single = asked(one_conv, RAMP, target=0, layer=step.layer.name)
        np.testing.assert_array_equal(step.signed, single.signed)


def captum_map(module, layer, image, target):
    from captum.attr import LayerGradCam

    found = LayerGradCam(module, layer).attribute(image, target)
    return found[0, 0].detach().numpy()


def assert_near(got, expected, tolerance=1e-5):
    assert got.shape == expected.shape
    assert np.abs(got - expected).max() <= tolerance * np.abs(expected).max()


SQUEEZENET_LAYERS = {
    "/features/features.3/Concat_output_0": ("features", 3),
    "/features/features.7/Concat_output_0": ("features", 7),
    "/features/features.12/Concat_output_0": ("features", 12),
    None: ("classifier", 2),
}


def same_as_captum(engine, module, photo, layers):
    prepared = engine.classifier.prepare(photo)
    image = torch.from_numpy(engine.classifier.tensor(prepared.pixels))[None]
    target = engine.classifier.predict(photo).top_index
    ladder = engine.ladder(prepared, spec_of(target))
    steps = {step.layer.name: step.signed for step in ladder}
    for name, inner in layers.items():
        theirs = captum_map(module, inner, image, target)
        answer = asked(engine, photo, target=target, layer=name)
        assert np.ptp(theirs) > 1e-3  # else agreement would prove nothing
        assert_near(answer.signed, theirs)
        assert_near(steps[answer.layer.name], theirs)


@pytest.mark.slow
@pytest.mark.parametrize("size", [None, Size(192, 320)])
def test_squeezenet_equals_captum(shared, tmp_path, size):
    import onnx

    path = shared / "data/models/squeezenet1.1_torch_legacy_op11.onnx"
    if size:
        model = onnx.load(path)
        for name, axis in (("h", 2), ("w", 3)):
            model.graph.input[0].type.tensor_type.shape.dim[axis].dim_param = name
        path = tmp_path / "free.onnx"
        onnx.save(model, path)
    engine = opened(path, Wishes(preprocess="torchvision", size=size))
    checkpoint = shared / "data/models_torch/squeezenet1_1_torchvision_layout.pth"
    module = models.loaded(models.SqueezeNet(), checkpoint)
    layers = {
        name: module.get_submodule(part)[place]
        for name, (part, place) in SQUEEZENET_LAYERS.items()
    }
    horn = shared / "data/photos/imagenet/n03394916_French_horn.JPEG"
    same_as_captum(engine, module, open_image(horn), layers)


@pytest.mark.slow
def test_resnet20_equals_captum(shared):
    engine = opened(shared / "data/models/cifar10_resnet20_torch_op17.onnx", Wishes())
    checkpoint = shared / "data/models_torch/resnet20-12fca82f.th"
    module = models.loaded(models.ResNet20(), checkpoint)
    layers = {
        "/layer1/layer1.2/Relu_1_output_0": module.layer1[2],
        "/layer2/layer2.0/Relu_1_output_0": module.layer2[0],
        "/layer3/layer3.0/bn1/BatchNormalization_output_0": module.layer3[0].bn1,
        None: module.layer3[2],
    }
    cat = shared / "data/photos/chelsea.png"
    same_as_captum(engine, module, open_image(cat), layers)


def expected_of_tokens(weights, pixels, name, reads, grid):
    image = torch.from_numpy(np.moveaxis(pixels, -1, 0)[None].astype(np.float32))
    logits, tensors = models.transformer_in_torch(weights, image, reads=reads)
    (gradient,) = torch.autograd.grad(logits[1], tensors[name])
    weight = gradient[0, 1:].mean(0)  # the class token lies nowhere
    return (tensors[name][0, 1:] @ weight).reshape(grid).detach().numpy()


@pytest.mark.parametrize(
    ("reads", "layer"), [("class token", "position_added"), ("mean", "out")]
)
def test_tokens_are_folded_to_the_grid_of_their_patches(tmp_path, reads, layer):
    size = (12, 20)
    path, weights = models.transformer(tmp_path / "vit.onnx", size, reads=reads)
    engine = opened(path, Wishes(preprocess="unit", resize="squash"))
    photo = noise(*size)
    answer = asked(engine, photo, target=1)
    assert answer.layer.name == layer  # before the attention, if one token is asked
    assert answer.layer.size == (3, 5)
    assert answer.layer.axes.extra_tokens == 1
    expected = expected_of_tokens(weights, photo.pixels / 255, layer, reads, (3, 5))
    assert_near(answer.signed, expected)


def test_channels_may_come_last(tmp_path):
    rng = np.random.default_rng(0)
    weights = {
        "w": np.float32(rng.normal(0, 0.2, (4, 3, 2, 2))),
        "dense": np.float32(rng.normal(0, 1, (4, 6))),
        "head": np.float32(rng.normal(0, 1, (6, 2))),
    }
    nodes = [
        models.node("Conv", "image w", "conv", strides=[2, 2]),
        models.node("Transpose", "conv", "last", perm=[0, 2, 3, 1]),
        models.node("MatMul", "last dense", "wide"),
        models.node("Relu", "wide", "relu"),
        models.node("ReduceMean", "relu", "mean", axes=[1, 2], keepdims=0),
        models.node("MatMul", "mean head", "logits"),
    ]
    path = models.save(tmp_path / "nhwc.onnx", nodes, [1, 3, 6, 10], weights)
    photo = noise(6, 10)
    answer = asked(opened(path), photo, target=0)
    assert answer.layer.name == "relu"
    assert answer.layer.shape_text == "6 × 3 × 5"
    image = torch.from_numpy(np.moveaxis(photo.pixels, -1, 0)[None].astype(np.float32))
    w = {name: torch.from_numpy(values) for name, values in weights.items()}
    conv = torch.nn.functional.conv2d(image, w["w"], stride=2).permute(0, 2, 3, 1)
    relu = torch.relu(conv @ w["dense"]).requires_grad_()
    (gradient,) = torch.autograd.grad(
        (relu.mean((1, 2)) @ w["head"])[0, 0], relu, retain_graph=True
    )
    expected = (relu * gradient.mean((1, 2), keepdim=True)).sum(-1)[0]
    assert_near(answer.signed, expected.detach().numpy())


def small(tmp_path, seed=0, scale=1.0, **options):
    rng = np.random.default_rng(seed)
    weight = rng.normal(0, 0.1, (5, 3, 3, 3))
    head = rng.normal(0, scale, (5, 4))
    return opened(models.pooled(tmp_path / "small.onnx", weight, head, **options))


def test_a_probability_is_explained_by_its_own_gradient(tmp_path):
    engine = small(tmp_path, scale=0.05)
    photo = noise(8, 8)
    by_logit = [asked(engine, photo, target=i).signed for i in range(4)]
    answer = asked(engine, photo, target=2, quantity=Quantity.PROBABILITY)
    p = answer.explained.prediction.probabilities
    chain = [p[2] * ((i == 2) - p[i]) for i in range(4)]  # ∂p₂/∂z
    expected = sum(c * m for c, m in zip(chain, by_logit, strict=True))
    assert_near(answer.signed, expected, 1e-4)
    assert answer.explained.score == pytest.approx(p[2])
    assert answer.heatmap.title == "Grad-CAM of the probability of class 2"


def test_a_margin_is_the_difference_of_two_maps(tmp_path):
    engine = small(tmp_path)
    photo = noise(8, 8)
    first, second = (asked(engine, photo, target=i).signed for i in (0, 3))
    answer = asked(engine, photo, target=0, against=3, is_signed=True)
    assert_near(answer.signed, first - second)
    np.testing.assert_array_equal(answer.heatmap.values, answer.signed)
    assert answer.heatmap.title == "Grad-CAM of the logit margin class 0 − class 3"
    assert answer.heatmap.against == 3
    sentence = answer.heatmap.sentence
    assert "blue: against it" in sentence("blue-red", Limits(-1, 1))
    assert "blue" not in sentence("viridis", Limits(-1, 1))
    assert "blue" not in sentence("blue-red", Limits(0, 1))


def test_the_top_class_is_explained_when_none_is_named(tmp_path):
    engine = small(tmp_path)
    answer = asked(engine, noise(8, 8))
    prediction = engine.classifier.predict(noise(8, 8))
    assert answer.spec.target.index == answer.heatmap.target == prediction.top_index
    np.testing.assert_allclose(
        answer.explained.prediction.logits, prediction.logits, rtol=1e-5
    )


def test_another_tensor_is_explained(tmp_path):
    engine = small(tmp_path)
    photo = noise(8, 8)
    answer = asked(engine, photo, target=3, layer="conv", reduction="relu")
    image = torch.from_numpy(engine.classifier.tensor(photo.pixels))[None]
    twin = load_twin(engine.classifier.graph, widen=True)
    conv = twin.tail({"image": image}, ["conv"])["conv"]
    open_places = (conv[0, 3] > 0).float()
    assert_near(answer.signed, (open_places.mean() * conv[0, 3]).detach().numpy())
    assert answer.heatmap.title == ('Grad-CAM of the value of channel 3 in "relu"')
    with pytest.raises(SpecError, match='no channel 5 in "relu": it has 5'):
        asked(engine, photo, target=5, layer="conv", reduction="relu")
    with pytest.raises(SpecError, match='"relu" does not lead to "conv"'):
        asked(engine, photo, target=0, layer="relu", reduction="conv")


def test_the_grid_covers_the_whole_input_on_the_photo(tmp_path):
    engine = small(tmp_path)
    answer = asked(engine, noise(80, 40))
    assert answer.heatmap.grid == answer.heatmap.seen == Box(0, 0, 80, 40)


def test_probabilities_at_the_end_are_looked_through(tmp_path):
    ending = [models.node("Softmax", "logits", "p", axis=-1)]
    plain, ended = tmp_path / "plain", tmp_path / "ended"
    plain.mkdir()
    ended.mkdir()
    photo = noise(8, 8)
    expected = asked(small(plain), photo, target=1).signed
    answer = asked(small(ended, ending=ending, output="p"), photo, target=1)
    np.testing.assert_array_equal(answer.signed, expected)


def test_classes_are_told_apart_where_a_single_answer_has_no_batch_axis(tmp_path):
    """A Squeeze without axes takes away the batch's too, where that holds one."""
    nodes = [
        models.node("Conv", "image w", "conv"),
        models.node("GlobalAveragePool", "conv", "mean"),
        models.node("Squeeze", "mean", "logits"),
    ]
    weights = {"w": np.float32(np.random.default_rng(0).normal(size=(4, 3, 3, 3)))}
    path = models.save(tmp_path / "m.onnx", nodes, ["N", 3, 8, 8], weights)
    engine, photo = opened(path), noise(8, 8)
    logits = engine.classifier.predict(photo).logits
    for index in range(4):
        explained = asked(engine, photo, target=index).explained
        assert explained.score == pytest.approx(logits[index], rel=1e-5)
        assert explained.prediction.logits == pytest.approx(logits, rel=1e-5)


def test_everything_removed_by_the_relu_is_said(tmp_path):
    weight = np.full((1, 3, 3, 3), 0.1)
    engine = opened(models.pooled(tmp_path / "m.onnx", weight, [[1, -1]]))
    answer = asked(engine, noise(8, 8), target=1)
    assert not answer.heatmap.values.any()
    assert answer.positive_share == 0
    assert answer.diagnosis.trouble == "relu"
    assert answer.health == (
        "The ReLU removed everything: no place speaks for this class at this layer."
    )
    assert answer.diagnosis.fix == "Keep negative evidence"
    again = engine.explain(
        engine.classifier.prepare(noise(8, 8)), answer.diagnosis.remedy
    )
    assert again.diagnosis is None
    assert (again.heatmap.values < 0).all()


def corner(tmp_path, count=1, side=12):
    """A network with `count` of side × side places for its class."""
    weight = np.zeros((1, 3, 1, 1))
    weight[0, 0] = 1
    engine = opened(
        models.pooled(tmp_path / "m.onnx", weight, [[1, -1]], image=(1, 3, side, side))
    )
    pixels = np.zeros((side, side, 3), np.uint8)
    pixels.reshape(-1, 3)[:count, 0] = 200
    return engine, models.photo(pixels)


def test_few_places_are_no_sound_map(tmp_path):
    engine, one = corner(tmp_path)
    answer = asked(engine, one, target=0)
    assert answer.diagnosis.trouble == "few"
    assert answer.health == ("Nearly nothing is left: 1 % of the places are positive.")
    assert answer.diagnosis.fix == "Keep negative evidence"
    prepared = engine.classifier.prepare(one)
    again = engine.explain(prepared, answer.diagnosis.remedy)
    assert again.health == "Map is sound: 1 % of the places are positive."
    _, many = corner(tmp_path, count=72)
    assert asked(engine, many, target=0).health == (
        "Map is sound: 50 % of the places are positive before the ReLU."
    )


@pytest.mark.parametrize("is_signed", [False, True])
def test_a_map_far_below_its_score_is_noise(tmp_path, is_signed):
    weights = {"offset": np.float32([-0.8, 0]), "tiny": np.float32(1e-9)}
    weights["w"] = np.ones((2, 3, 1, 1), np.float32)
    path = models.save(
        tmp_path / "m.onnx",
        [
            models.node("Conv", "image w", "first"),
            models.node("Relu", "first", "second"),
            models.node("GlobalAveragePool", "second", "mean"),
            models.node("Flatten", "mean", "flat"),
            models.node("ReduceSum", "flat", "sum", keepdims=1),
            models.node("Mul", "sum tiny", "small"),
            models.node("Add", "small offset", "logits"),
        ],
        [1, 3, 8, 8],
        weights,
    )
    answer = asked(
        opened(path), noise(8, 8), target=0, layer="second", is_signed=is_signed
    )
    assert answer.explained.score == pytest.approx(-0.8, abs=1e-5)
    assert answer.diagnosis.trouble == "noise"
    assert re.fullmatch(r"The map is \de-\d+ of the score: noise\.", answer.health)
    assert answer.diagnosis.fix == "Show the layer before"
    assert answer.diagnosis.remedy.layer == "first"


def test_a_saturated_softmax_is_said(tmp_path):
    weight = np.full((1, 3, 3, 3), 0.1)
    engine = opened(models.pooled(tmp_path / "m.onnx", weight, [[9, -9]]))
    answer = asked(engine, noise(8, 8), target=0, quantity=Quantity.PROBABILITY)
    assert answer.diagnosis.trouble == "saturated"
    assert answer.health == (
        "The gradient is zero: the softmax is saturated (p = 1.000)."
    )
    assert answer.diagnosis.fix == "Explain the logit"
    prepared = engine.classifier.prepare(noise(8, 8))
    again = engine.explain(prepared, answer.diagnosis.remedy)
    assert again.diagnosis is None
    assert again.spec.target.quantity is Quantity.LOGIT


def test_a_layer_of_one_place_is_said(tmp_path):
    engine = small(tmp_path)
    answer = asked(engine, noise(8, 8), layer="mean")
    assert answer.diagnosis.trouble == "one place"
    assert str(answer.diagnosis) == ("This layer is 1 × 1 and has no places. Use relu.")
    assert answer.diagnosis.remedy.layer == "relu"


def test_patches_that_nobody_asks_are_said(tmp_path):
    path, _ = models.transformer(tmp_path / "vit.onnx", (16, 16))
    answer = asked(opened(path), noise(16, 16), target=0, layer="out")
    assert answer.diagnosis.trouble == "no gradient"
    assert answer.diagnosis.remedy.layer == "position_added"


def test_a_score_behind_whole_numbers_has_no_gradient_and_says_so(tmp_path):
    """A cast to int32 ends every gradient; torch refused in words of its own."""
    weights = {
        "w": np.ones((2, 3, 3, 3), np.float32),
        "head": np.float32([[1, 0], [0, 2]]),
    }
    nodes = [
        models.node("Conv", "image w", "conv"),
        models.node("Relu", "conv", "relu"),
        models.node("GlobalAveragePool", "relu", "pooled"),
        models.node("Flatten", "pooled", "flat"),
        models.node("Cast", "flat", "whole", to=onnx.TensorProto.INT32),
        models.node("Cast", "whole", "real", to=onnx.TensorProto.FLOAT),
        models.node("MatMul", "real head", "logits"),
    ]
    path = models.save(tmp_path / "net.onnx", nodes, ["N", 3, 8, 8], weights)
    engine = opened(path)
    answer = asked(engine, noise(8, 8), target=0)
    assert answer.diagnosis.trouble == "no gradient"
    assert not answer.heatmap.values.any()
    prepared = engine.classifier.prepare(noise(8, 8))
    for step in engine.ladder(prepared, spec_of(0)):
        assert step.diagnosis.trouble in ("no gradient", "one place")


def test_the_first_tensor_that_is_no_number_is_named(tmp_path):
    weights = {
        "w": np.ones((2, 3, 3, 3), np.float32),
        "head": np.float32([[1, 0], [0, 1]]),
    }
    nodes = [
        models.node("Conv", "image w", "conv"),
        models.node("Exp", "conv", "powers"),
        models.node("Relu", "powers", "relu"),
        models.node("GlobalAveragePool", "relu", "mean"),
        models.node("Flatten", "mean", "flat"),
        models.node("MatMul", "flat head", "logits"),
    ]
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 8, 8], weights)
    answer = asked(opened(path), noise(8, 8), target=0)
    assert answer.diagnosis.trouble == "not finite"
    assert answer.health == 'Not a number from "powers" on.'
    assert np.isfinite(answer.heatmap.values).all()


def test_what_cannot_be_explained_is_said_in_a_sentence(one_conv):
    with pytest.raises(SpecError, match="Did you mean 'relu1'"):
        asked(one_conv, RAMP, layer="relu2")
    with pytest.raises(SpecError, match="cannot be laid out in rows and columns"):
        asked(one_conv, RAMP, layer="dense")
    with pytest.raises(SpecError, match="4 classes, 0 to 3"):
        asked(one_conv, RAMP, target=4)
    with pytest.raises(SpecError, match="against itself"):
        spec_of(1, against=1)
    with pytest.raises(SpecError, match="Only the classes have probabilities"):
        spec_of(quantity=Quantity.PROBABILITY, reduction="relu1")


def test_missing_operators_are_all_named(tmp_path):
    nodes = [
        models.node("RandomNormalLike", "image", "noise"),
        models.node("RandomUniformLike", "noise", "coins"),
        models.node("Add", "image coins", "sum"),
        models.node("GlobalAveragePool", "sum", "mean"),
        models.node("Flatten", "mean", "logits"),
    ]
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 8, 8], {})
    with pytest.raises(UnsupportedOperatorError) as caught:
        opened(path)
    assert [m.name for m in caught.value.missing] == [
        "RandomNormalLike",
        "RandomUniformLike",
    ]


def test_two_threads_get_the_right_maps(tmp_path):
    engine = small(tmp_path)
    prepared = [engine.classifier.prepare(noise(8, 8, seed)) for seed in range(2)]
    specs = [
        spec_of(target, layer=layer)
        for target in range(4)
        for layer in ("conv", "relu")
    ]
    expected = [[engine.explain(p, s).signed for s in specs] for p in prepared]
    fresh = GradCam(engine.classifier)
    wrong = []

    def work(place):
        for _ in range(10):
            for spec, right in zip(specs, expected[place], strict=True):
                if not np.array_equal(
                    fresh.explain(prepared[place], spec).signed, right
                ):
                    wrong.append((place, spec))

    threads = [threading.Thread(target=work, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_map_leaves_nothing_behind(shared):
    """Counted exactly where Python sees it; a leak below shows in what is resident."""
    engine = opened(shared / "data/models/cifar10_resnet20_torch_op17.onnx", Wishes())
    layers = [engine.layers[i].name for i in (-1, -8)]
    prepared = engine.classifier.prepare(noise(32, 32))

    def maps(count):
        for layer in layers:
            for number in range(count):
                engine.explain(prepared, spec_of(number % 10, layer=layer))

    maps(8)
    tensors, before = alive(torch.Tensor), resident()
    sessions = alive(onnxruntime.InferenceSession)
    maps(30)
    assert alive(torch.Tensor) == tensors
    assert alive(onnxruntime.InferenceSession) == sessions
    # To keep what one map needs, 0.26 MB, of each of these sixty shows.
    assert resident() - before < 13_000_000


def alive(kind):
    """How many objects of a kind there are."""
    gc.collect()
    return sum(issubclass(type(each), kind) for each in gc.get_objects())


LAST_LAYERS = {  # where MATLAB's rule for gradCAM, or the paper, would take the map
    "cifar10_resnet20_torch_op17": "/layer3/layer3.2/Relu_1_output_0",
    "mobilenet_v1_0.25_224_tf2onnx_nhwc": "Relu6__57:0",
    "squeezenet1.1_caffe2_fp16": "conv10_2",
    "squeezenet1.1_torch_legacy_op11": "/classifier/classifier.2/Relu_output_0",
    "vww_person_96_keras_tf2onnx_nchw": "model/activation_26/Relu:0",
}


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_real_classifiers_have_a_sound_map(shared, name):
    engine = opened(shared / f"data/models/{name}.onnx", Wishes())
    photo = open_image(shared / "data/photos/chelsea.png")
    answer = asked(engine, photo)
    prediction = engine.classifier.predict(photo)
    assert answer.diagnosis is None
    assert answer.explained.prediction.top_index == prediction.top_index
    assert min(answer.layer.size) > 1
    assert answer.layer.name == LAST_LAYERS.get(name, answer.layer.name)


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_real_classifiers_agree_with_their_twins(shared, name):
    engine = opened(shared / f"data/models/{name}.onnx", Wishes())
    photo = open_image(shared / "data/photos/chelsea.png")
    certificate = engine.certificate(engine.classifier.prepare(photo))
    assert certificate.holds
    assert certificate.top1_agrees
    if not certificate.rounds:
        assert certificate.max_rel_diff <= 1e-4
        assert certificate.first_divergence is None


@pytest.mark.slow
def test_the_maximum_mostly_lies_inside_the_dish():
    from tests.benchmarks.pointing import DEMO, Player, of_demo

    if not (DEMO / "toy-food.onnx").exists():
        pytest.skip("needs the demo's network")
    classifier = open_classifier(DEMO / "toy-food.onnx", None, "cpu")
    drawings = [*of_demo(classifier.labels)][::5]
    scores = Player(classifier).play(drawings, ["gradcam"])
    assert len(scores["gradcam"].hits) == 30
    assert scores["gradcam"].hit > 0.7


def test_whole_numbers_count_from_their_zero_point(tmp_path):
    rng = np.random.default_rng(0)
    weights = {
        "scale": np.float32(2),
        "zero": np.uint8(10),
        "w": rng.integers(-20, 20, (3, 3, 2, 2)).astype(np.int8),
        "w_scale": np.float32(0.05),
        "w_zero": np.int8(0),
        "y_scale": np.float32(1.5),
        "y_zero": np.uint8(120),
        "head": np.float32([[1, -1], [-2, 1], [0.5, 2]]),
    }
    convolution = "q scale zero w w_scale w_zero y_scale y_zero"
    nodes = [
        models.node("QuantizeLinear", "image scale zero", "q"),
        models.node("QLinearConv", convolution, "whole"),
        models.node("DequantizeLinear", "whole y_scale y_zero", "real"),
        models.node("GlobalAveragePool", "real", "mean"),
        models.node("Flatten", "mean", "flat"),
        models.node("MatMul", "flat head", "logits"),
    ]
    path = models.save(tmp_path / "m.onnx", nodes, [1, 3, 6, 6], weights)
    engine = opened(path)
    whole, real = (
        asked(engine, noise(6, 6), target=0, layer=name) for name in ("whole", "real")
    )
    assert (whole.layer.zero_point, real.layer.zero_point) == (120, 0)
    assert np.ptp(real.signed) > 0.1
    assert_near(whole.signed, real.signed)
