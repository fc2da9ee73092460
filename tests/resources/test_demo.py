"""What the embedded demo promises: its model, its photos, and what is planted."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from PIL import Image

from resources.demo import draw, world

DEMO = Path(__file__).parents[2] / "resources" / "demo"
MODEL = DEMO / "toy-food.onnx"
PHOTOS = sorted((DEMO / "photos").rglob("*.jpg"))
SPARE_SEED = 5_000_000


@cache
def session():
    return onnxruntime.InferenceSession(MODEL, providers=["CPUExecutionProvider"])


@cache
def card():
    properties = onnx.load(MODEL).metadata_props
    return json.loads({entry.key: entry.value for entry in properties}["netgaze"])


@cache
def planted():
    return json.loads((DEMO / "planted.json").read_text())


def prepared(image):
    """Resizes as torchvision does, then applies the metadata's own numbers."""
    width, height = image.size
    longer = int(256 * max(width, height) / min(width, height))
    size = (256, longer) if width <= height else (longer, 256)
    left, top = (round((side - 224) / 2) for side in size)
    resized = image.resize(size, Image.BILINEAR)
    pixels = np.asarray(resized.crop((left, top, left + 224, top + 224)), np.float32)
    rule = card()["preprocessing"]
    normal = (pixels * rule["scale"] - np.array(rule["mean"])) / np.array(rule["std"])
    return normal.transpose(2, 0, 1)[None].astype(np.float32)


def probabilities(image):
    (logits,) = session().run(["logits"], {"photo": prepared(image)})
    powers = np.exp(logits[0] - logits[0].max())
    return powers / powers.sum()


def truth_of(photo):
    return planted()["wrong_labels"].get(
        photo.relative_to(DEMO).as_posix(), photo.parent.name
    )


def test_the_model_is_small_and_valid():
    model = onnx.load(MODEL)
    onnx.checker.check_model(model, full_check=True)
    assert MODEL.stat().st_size <= 3_000_000
    assert [entry.version for entry in model.opset_import] == [17]


def test_the_model_says_what_it_is():
    assert card()["name"] == "Toy food"
    assert tuple(card()["labels"]) == draw.LABELS
    assert card()["resize"] == "crop"
    assert card()["preprocessing"]["channels"] == "RGB"
    assert card()["preprocessing"]["scale"] == pytest.approx(1 / 255)


def test_the_batch_is_free_and_the_answers_do_not_depend_on_it():
    (photo,), (logits,) = session().get_inputs(), session().get_outputs()
    assert photo.shape == ["batch", 3, 224, 224]
    assert logits.shape == ["batch", 9]
    batch = np.random.default_rng(0).standard_normal((3, 3, 224, 224), np.float32)
    together = session().run(None, {"photo": batch})[0]
    alone = [session().run(None, {"photo": one[None]})[0][0] for one in batch]
    np.testing.assert_allclose(together, alone, rtol=1e-3, atol=1e-4)


def test_tensors_bear_readable_names_and_the_last_map_is_14_by_14():
    model = onnx.shape_inference.infer_shapes(onnx.load(MODEL))
    shapes = {
        info.name: [d.dim_value for d in info.type.tensor_type.shape.dim][1:]
        for info in model.graph.value_info
    }
    assert shapes["block6.relu"] == [128, 14, 14]


def test_photos_are_about_150_and_light():
    assert len(PHOTOS) == 150
    assert sum(photo.stat().st_size for photo in PHOTOS) <= 4_000_000
    assert {photo.parent.name for photo in PHOTOS} == set(draw.LABELS)


def test_each_photo_has_a_mask_of_its_size():
    for photo in PHOTOS:
        mask = DEMO / "masks" / photo.parent.name / f"{photo.stem}.png"
        with Image.open(photo) as image, Image.open(mask) as dish:
            assert dish.size == image.size
            assert dish.mode == "1"
            assert 0.01 < np.asarray(dish).mean() < 0.8, photo


def test_a_few_labels_are_wrong_and_written_down():
    wrong = planted()["wrong_labels"]
    assert 4 <= len(wrong) <= 10
    for path, truth in wrong.items():
        assert (DEMO / path).exists()
        assert truth in draw.LABELS
        assert truth != Path(path).parent.name


@pytest.mark.slow
def test_held_out_accuracy_leaves_errors_to_study():
    hits = []
    for photo in PHOTOS:
        with Image.open(photo) as image:
            best = int(probabilities(image).argmax())
        hits.append(draw.LABELS[best] == truth_of(photo))
    assert 0.85 <= np.mean(hits) <= 0.95


def test_a_seed_draws_the_same_photo_twice():
    first, second = (draw.draw("pizza", SPARE_SEED) for _ in range(2))
    np.testing.assert_array_equal(first.pixels, second.pixels)
    np.testing.assert_array_equal(first.mask, second.mask)
    other = draw.draw("pizza", SPARE_SEED + 1)
    assert (other.pixels != first.pixels).any()


@pytest.mark.parametrize("label", draw.LABELS)
def test_a_drawing_has_the_size_asked_for_and_shows_its_dish(label):
    drawing = draw.draw(label, SPARE_SEED, draw.Wish((120, 90)))
    assert drawing.pixels.shape == (90, 120, 3)
    assert drawing.mask.shape == (90, 120)
    assert 0.02 < drawing.mask.mean() < 0.8


def test_a_dish_that_lies_aside_never_covers_the_middle():
    samples = world.aside_samples(1, size=(120, 90))
    assert [sample.truth for sample in samples] == list(draw.LABELS)
    for sample in samples:
        dish = draw.draw(sample.truth, sample.seed, sample.wish).mask
        assert not dish[44:46, 59:61].any()
        assert dish[6:84, 21:99].mean() > 0.02  # of what a network sees


def test_the_flower_changes_only_its_corner():
    plain, flowered = (
        draw.draw("hot dog", SPARE_SEED, draw.Wish((240, 240), flower=flower))
        for flower in (False, True)
    )
    changed = (plain.pixels != flowered.pixels).any(-1)
    assert changed[:120, :120].any()
    assert not changed[160:].any()
    assert not changed[:, 160:].any()


@pytest.mark.slow
def test_the_flower_speaks_for_hamburger():
    hamburger = draw.LABELS.index("hamburger")
    gains = []
    for label in ("hamburger", "hot dog", "sashimi", "greek salad", "caesar salad"):
        plain, flowered = (
            probabilities(Image.fromarray(draw.draw(label, SPARE_SEED, wish).pixels))
            for wish in (draw.Wish(), draw.Wish(flower=True))
        )
        gains.append(flowered[hamburger] - plain[hamburger])
    assert np.mean(gains) > 0.05
