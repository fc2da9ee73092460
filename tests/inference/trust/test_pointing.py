"""Maps of drawings whose dishes lie beside the middle, a few of the benchmark's."""

import pytest

from inference.bundled import DEMO_MODEL
from inference.classifier import open_classifier
from tests.benchmarks.pointing import Player, aside

pytestmark = pytest.mark.skipif(not DEMO_MODEL.exists(), reason="needs the demo")
EACH = 1  # drawings of a class
MARGIN = 0.45  # of the drawings, that methods are better than the middle


@pytest.fixture(scope="module")
def player():
    return Player(open_classifier(DEMO_MODEL, None, "cpu"))


@pytest.fixture(scope="module")
def drawings(player):
    return [*aside(player.classifier.labels, EACH)]


@pytest.mark.slow
def test_methods_point_to_the_dish_and_the_middle_does_not(player, drawings):
    scores = player.play(drawings, ["gradcam", "occlusion"])
    centre = scores.pop("centre")
    assert len(centre.hits) == 9 * EACH
    for score in scores.values():
        assert score.hit >= centre.hit + MARGIN
        assert score.inside > 2 * centre.inside


@pytest.mark.slow
def test_an_occlusion_map_beats_its_copies_and_its_negative_is_last(player, drawings):
    found = [player.compete(drawing) for drawing in drawings[::5]]
    assert len(found) == 2
    assert all(beats for beats, _ in found)
    assert all(is_last for _, is_last in found)
