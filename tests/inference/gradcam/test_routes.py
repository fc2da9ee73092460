"""A trained ViT by five routes of export: its automatic maps are right, and the same.

A map that exists is no proof that its layer is right. The dishes of these drawings lie
beside the middle, so the middle of the photo is never right.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from inference.classifier import Quantity, Target, open_classifier
from inference.geometry import Affine, Box, Pixel
from inference.gradcam import GradCam, GradCamSpec
from resources.demo.draw import LABELS
from tests import cam_models as models

VIT = Path(__file__).parents[2] / "data" / "vit"
ROUTES = ("legacy", "present", "opset23", "optimised", "fused")
SIDE = 73  # of a drawing on its sheet
BETTER = 0.2  # than the middle, of the drawings


@cache
def drawings():
    """Photos, where their dishes are, and their classes: 108, as on the sheets."""
    with Image.open(VIT / "drawings.jpg") as sheet:
        photos = tiles(np.asarray(sheet))
    with Image.open(VIT / "dishes.png") as sheet:
        dishes = tiles(np.asarray(sheet))
    rows = len(photos) // len(LABELS)
    return [models.photo(p) for p in photos], dishes, np.repeat(range(9), rows)


def tiles(sheet):
    height, width = (length // SIDE for length in sheet.shape[:2])
    cut = sheet.reshape(height, SIDE, width, SIDE, -1).swapaxes(1, 2)
    return cut.reshape(height * width, SIDE, SIDE, -1).squeeze()


@cache
def explained(route):
    """The engine of a route, and its maps of all drawings, of their true classes."""
    engine = GradCam(open_classifier(VIT / f"{route}.onnx", provider="cpu"))
    photos, _, classes = drawings()
    answers = []
    for photo, index in zip(photos, classes, strict=True):
        spec = GradCamSpec(Target(int(index), quantity=Quantity.LOGIT))
        answers.append(engine.explain(engine.classifier.prepare(photo), spec))
    return engine, answers


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    """Of a network so small several threads mostly wait for each other."""
    count = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(count)


def is_in_dish(dish, place):
    return bool(dish[min(int(place.row), SIDE - 1), min(int(place.col), SIDE - 1)])


def peak(heatmap):
    """The middle of the largest cell, on the photo."""
    rows, cols = heatmap.values.shape
    row, col = divmod(int(heatmap.values.argmax()), cols)
    to_photo = Affine(Box(0, 0, rows, cols), heatmap.grid)
    return to_photo.pixel(Pixel(row + 0.5, col + 0.5))


def test_the_network_is_small_and_mostly_right():
    assert sum(path.stat().st_size for path in VIT.glob("*.onnx")) < 2_000_000
    engine, _ = explained("legacy")
    assert engine.classifier.labels == LABELS
    photos, dishes, classes = drawings()
    assert len(photos) >= 100
    named = [engine.classifier.predict(photo).top_index for photo in photos]
    assert np.mean(named == classes) > 0.6
    assert not dishes[:, SIDE // 2, SIDE // 2].any()


@pytest.mark.parametrize("route", ROUTES)
def test_the_maximum_lies_in_the_dish_more_often_than_the_middle(route):
    engine, answers = explained(route)
    _, dishes, _ = drawings()
    middle = Pixel(SIDE / 2, SIDE / 2)
    hits = [
        is_in_dish(d, peak(a.heatmap)) for d, a in zip(dishes, answers, strict=True)
    ]
    bets = [is_in_dish(dish, middle) for dish in dishes]
    assert np.mean(hits) >= np.mean(bets) + BETTER
    assert not engine.choice.is_early
    assert engine.certificate().holds


@pytest.mark.parametrize("route", ROUTES[1:])
def test_the_maps_of_all_routes_agree(route):
    _, expected = explained("legacy")
    _, found = explained(route)
    for one, other in zip(found, expected, strict=True):
        scale = np.abs(other.signed).max()
        np.testing.assert_allclose(one.signed, other.signed, rtol=0, atol=1e-3 * scale)


def test_the_sum_that_a_fused_norm_gives_has_the_map_it_had_alone():
    photo, name = drawings()[0][0], "/blocks.1/Add_1_output_0"
    maps = []
    for route in ("legacy", "fused"):
        engine, _ = explained(route)
        prepared = engine.classifier.prepare(photo)
        maps.append(engine.explain(prepared, GradCamSpec(layer=name)).signed)
    expected, found = maps
    scale = np.abs(expected).max()
    assert scale > 0
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-5 * scale)
