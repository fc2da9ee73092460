"""The sweep over learning rates: what it tries, what it suggests, what it leaves."""

import numpy as np
import pytest

from inference.classifier import open_classifier
from inference.errors import DatasetError
from inference.finetune import RateSweep, TrainingSpec, divided, finetune, rate_sweep
from inference.finetune.sweep import HIGHEST, LOWEST, RATES, STEPS
from inference.jobs import run
from tests.inference.finetune.studio import make_net, make_photos


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    return make_photos(tmp_path_factory.mktemp("photos"))


@pytest.fixture(scope="module")
def classifier(tmp_path_factory):
    return open_classifier(make_net(tmp_path_factory.mktemp("model") / "net.onnx"))


def swept(classifier, photos, report=lambda _: None, **options):
    spec = TrainingSpec(**options)
    return run(rate_sweep(classifier, divided(photos, spec), spec), report)


def final_loss(classifier, photos, out, rate):
    spec = TrainingSpec(rate=rate, epochs=6, split=(100, 0, 0))
    return run(finetune(classifier, photos, spec, out=out)).epochs[-1].loss


@pytest.mark.parametrize("options", [{}, {"augments": False}, {"freeze": "none"}])
def test_rates_rise_step_by_step_and_the_same_seed_gives_the_same(
    classifier, photos, options
):
    seen = []
    found = swept(classifier, photos, seen.append, **options)
    count = len(found.rates)
    assert np.array_equal(found.rates, RATES[:count])
    assert RATES[[0, -1]].tolist() == pytest.approx([LOWEST, HIGHEST])
    assert found.is_lost or count == STEPS
    told = [len(each.partial.rates) for each in seen]
    assert told == sorted(told)
    assert told[-1] == count
    again = swept(classifier, photos, **options)
    assert np.array_equal(again.losses, found.losses)
    assert again.suggestion == found.suggestion


def test_what_it_suggests_learns_more_than_much_smaller_and_much_larger_rates(
    classifier, photos, tmp_path
):
    rate = swept(classifier, photos).suggestion
    losses = [
        final_loss(classifier, photos, tmp_path / f"{n}.onnx", rate * factor)
        for n, factor in enumerate((0.01, 1, 1000))
    ]
    assert losses[1] < losses[0]
    assert losses[1] < losses[2]


def test_it_changes_nothing_and_writes_nothing(classifier, photos):
    file = classifier.graph.path
    before, names = file.read_bytes(), sorted(file.parent.iterdir())
    one = np.zeros((1, 3, 16, 16), np.float32)
    said = classifier.logits(one)
    swept(classifier, photos, freeze="none", trains_norms=True)
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == names
    assert np.array_equal(classifier.logits(one), said)


def falling(count=STEPS, turn=40):
    """Losses that fall like an S, and rise from a step on."""
    steps = np.arange(count)
    losses = 2 / (1 + np.exp((steps - 25) / 3))
    return np.where(steps < turn, losses, 0.2 * 1.3 ** (steps - turn))


def test_the_rate_is_marked_where_the_loss_falls_fastest():
    found = RateSweep(RATES, falling())
    assert found.suggestion == pytest.approx(RATES[25], rel=0.35)
    digits = np.format_float_scientific(found.suggestion)
    assert len(digits.split("e")[0].strip(".")) == 1


@pytest.mark.parametrize(
    "losses",
    [[], [1.0], [np.nan], [2.0] * 60, np.linspace(1, 9, 60), [2.0, 2.0, np.inf]],
)
def test_no_rate_is_suggested_where_no_loss_falls(losses):
    losses = np.array(losses, np.float64)
    assert RateSweep(RATES[: len(losses)], losses).suggestion is None


def test_a_loss_that_is_no_number_ends_it():
    losses = np.append(falling(36), np.nan)
    found, before = (RateSweep(RATES[:n], losses[:n]) for n in (37, 36))
    assert found.is_lost
    assert not before.is_lost
    assert found.suggestion == before.suggestion


def test_photos_that_are_none_are_passed_over(classifier, tmp_path):
    photos = make_photos(tmp_path / "photos", count=5)
    paths = sorted((tmp_path / "photos").glob("*/*.png"))
    paths[0].write_bytes(b"no photo")
    for augments in (True, False):
        found = swept(classifier, photos, augments=augments)
        assert found.suggestion is not None
    for path in paths:
        path.write_bytes(b"no photo")
    with pytest.raises(DatasetError, match="no training photo of"):
        swept(classifier, photos)
