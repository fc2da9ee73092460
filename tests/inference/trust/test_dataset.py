"""The table of methods over photos of a dataset."""

import json

import numpy as np
import pytest
from PIL import Image

from inference.classifier import Target, Wishes, open_classifier
from inference.errors import SpecError
from inference.image import open_image
from inference.jobs import Progress, Stopped, run
from inference.pictures.explanation import Explanation, Health
from inference.pictures.heatmap import over_input
from inference.trust import (
    Photos,
    TableSpec,
    deletion_insertion,
    measured_methods,
    order_of,
)
from tests.models import linear, noise

SIZE = (6, 10)
SPEC = TableSpec(3, steps=5)


@pytest.fixture
def classifier(tmp_path):
    weights = np.random.default_rng(3).normal(0, 0.02, (2, *SIZE, 3))
    path = linear(tmp_path / "m.onnx", weights)
    return open_classifier(path, Wishes(preprocess="raw255", resize="squash"))


def save_photo(path, seed, size=SIZE):
    Image.fromarray(noise(*size, seed=seed).pixels).save(path)
    return path


@pytest.fixture
def photos(tmp_path):
    paths = {f"{n}.png": save_photo(tmp_path / f"{n}.png", n) for n in range(4)}
    return Photos(paths, tmp_path / "kept" / "table.json")


class Brightness:
    """A method that takes bright pixels for important; counts how often it is asked."""

    def __init__(self, classifier, sign=1):
        self.classifier, self.sign, self.asked = classifier, sign, 0

    def values(self, prepared):
        return np.float32(self.sign * prepared.pixels.sum(axis=-1, dtype=np.float64))

    def __call__(self, prepared, index):
        self.asked += 1
        yield Progress(0, 1, None)
        heatmap = over_input(
            self.values(prepared), prepared, Target(index), title="", meaning=""
        )
        return Explanation(
            method="brightness",
            target=Target(index),
            score=0.0,
            prediction=self.classifier.predict_input(prepared),
            heatmap=heatmap,
            health=Health(""),
            settings={},
            done=1,
        )


def refuses(prepared, index):
    yield Progress(0, 1, None)
    raise SpecError("It cannot.")


def test_each_method_is_measured_on_each_photo(classifier, photos):
    bright, dark = Brightness(classifier), Brightness(classifier, -1)
    methods = {"bright": bright, "dark": dark, "never": refuses}
    table = run(measured_methods(classifier, photos, methods, SPEC))
    assert {name: str(why) for name, why in table.skipped.items()} == {
        "never": "It cannot."
    }
    assert [row.photos for row in table.rows] == [3, 3]
    assert table.rows[0].difference > table.rows[1].difference
    for measure in table.measures:
        method = methods[measure.method]
        prepared = classifier.prepare(open_image(photos.paths[measure.photo]))
        target = Target(classifier.predict_input(prepared).top_index)
        order = order_of(method.values(prepared))
        job = deletion_insertion(classifier, prepared, target, [order], steps=5)
        assert measure.difference == pytest.approx(run(job)[0].difference)
        assert measure.rivals == 21
    row = table.rows[0]
    own = [m for m in table.measures if m.method == row.method]
    assert row.rank == pytest.approx(np.mean([22 - m.beaten for m in own]))
    assert row.better_than_all == np.mean([m.beaten == 21 for m in own])
    assert row.better_than_most == np.mean([m.beaten >= 20 for m in own])


def test_a_run_that_is_left_goes_on_where_it_was(classifier, photos):
    whole = run(
        measured_methods(classifier, photos, {"b": Brightness(classifier)}, SPEC)
    )
    photos.kept.unlink()
    steps = []

    def is_enough():
        return steps[-1].partial.measures != ()

    job = measured_methods(classifier, photos, {"b": Brightness(classifier)}, SPEC)
    with pytest.raises(Stopped):
        run(job, steps.append, is_enough)
    again = Brightness(classifier)
    found = run(measured_methods(classifier, photos, {"b": again}, SPEC))
    assert found.measures == whole.measures
    assert again.asked == 3  # two photos, and the one before them
    never = Brightness(classifier)
    found = run(measured_methods(classifier, photos, {"b": never}, SPEC))
    assert found.measures == whole.measures
    assert never.asked == 0


@pytest.mark.parametrize("kept", ["no JSON", "[]", '{"measures": [{"photo": 1}]}'])
def test_what_was_kept_may_be_damaged(classifier, photos, kept):
    photos.kept.parent.mkdir()
    photos.kept.write_text(kept)
    table = run(
        measured_methods(classifier, photos, {"b": Brightness(classifier)}, SPEC)
    )
    assert table.rows[0].photos == 3
    assert len(json.loads(photos.kept.read_text())["measures"]) == 3


def test_a_photo_that_changed_is_measured_again(classifier, photos):
    run(measured_methods(classifier, photos, {"b": Brightness(classifier)}, SPEC))
    drawn = json.loads(photos.kept.read_text())["measures"][-1]["photo"]
    save_photo(photos.paths[drawn], 9, (8, 12))
    again = Brightness(classifier)
    run(measured_methods(classifier, photos, {"b": again}, SPEC))
    assert again.asked == 2  # the photo, and the one before it


def test_the_time_is_bounded_and_what_is_missing_is_said(classifier, photos):
    spec = TableSpec(3, steps=5, minutes=1e-9)
    table = run(
        measured_methods(classifier, photos, {"b": Brightness(classifier)}, spec)
    )
    assert not table.rows
    (note,) = table.notes
    assert "after 0 of 3 photos" in str(note)


def test_a_photo_that_went_away_is_passed_over(classifier, photos):
    job = measured_methods(classifier, photos, {"b": Brightness(classifier)}, SPEC)
    next(job)  # the photos are drawn
    for name in [*photos.paths][:2]:
        photos.paths[name].unlink()
    table = run(job)
    assert not table.skipped
    assert {m.photo for m in table.measures} <= {"2.png", "3.png"}


def test_one_photo_has_no_other_for_a_rival(classifier, photos):
    spec = TableSpec(1, steps=5)
    table = run(
        measured_methods(classifier, photos, {"b": Brightness(classifier)}, spec)
    )
    assert [m.rivals for m in table.measures] == [20]


@pytest.mark.parametrize(
    "wrong",
    [{"photos": 0}, {"steps": 0}, {"seed": -1}, {"minutes": 0}, {"minutes": np.nan}],
)
def test_what_cannot_work_is_refused(wrong):
    with pytest.raises(SpecError):
        TableSpec(**wrong)
