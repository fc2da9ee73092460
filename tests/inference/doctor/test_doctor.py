import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inference.classifier import (
    PRESETS,
    MisfitError,
    Preprocessing,
    Wishes,
    open_classifier,
)
from inference.cli import run as command
from inference.doctor import (
    Examination,
    Way,
    examine,
    examine_folder,
    is_known_to_fit,
    misfit_sentence,
    moved_sentence,
    naming_sentence,
    orders_of,
    repairs_of,
    usual_ways,
    verdict,
    way_of,
)
from inference.errors import ImageError
from inference.geometry import Size
from inference.image import open_image
from inference.jobs import run
from tests import colour_photos


@pytest.fixture
def colours(tmp_path):
    return colour_photos.made(tmp_path)


def examined(path, photos, true=(), **wishes):
    classifier = open_classifier(path, Wishes(**wishes), "cpu")
    ways = usual_ways(classifier)
    return classifier, run(examine(classifier, photos, ways=ways, true=true))


def labelled(path):
    photos = sorted((path.parent / "set").glob("*/*.png"))
    names = ("blue", "green", "red")
    return photos, [names.index(photo.parent.name) for photo in photos]


def test_the_ways_are_the_presets_by_the_ways_to_resize(colours):
    classifier = open_classifier(colours, None, "cpu")
    ways = usual_ways(classifier)
    assert len(ways) == 18
    assert {way.name for way in ways} == {*PRESETS, "torchvision, BGR"}
    own = open_classifier(colours, Wishes(preprocess="caffe", resize="squash"), "cpu")
    assert own.preprocessing in [way.preprocessing for way in usual_ways(own)]


def test_further_ways_are_presets_in_the_other_order_and_grey(colours, capsys):
    classifier = open_classifier(colours, None, "cpu")
    ways = usual_ways(classifier, with_further=True)
    assert len(ways) == 45  # six, four turned and five grey, resized in three ways
    by_name = {way.name: way.preprocessing.normalisation for way in ways}
    assert by_name["caffe, RGB"].mean == (123, 117, 104)
    assert by_name["unit, BGR"].channels == "BGR"
    own = open_classifier(colours, Wishes(preprocess=by_name["unit, BGR"]), "cpu")
    assert way_of(own).words == "unit, BGR, crop"
    assert len(usual_ways(own)) == 21
    photo = str(colours.parent / "set/red/0.png")
    assert command(["doctor", str(colours), photo, "--more", "--json"]) == 0
    names = {way["way"] for way in json.loads(capsys.readouterr().out)["ways"]}
    assert {"caffe, RGB, crop", "raw255, BGR, letterbox", "unit, grey, crop"} <= names


def test_a_network_of_colours_is_fed_the_same_grey_three_times(colours):
    """As by Pillow's `convert("L").convert("RGB")` before its normalisation."""
    ways = usual_ways(open_classifier(colours, None, "cpu"), with_further=True)
    grey = next(way for way in ways if way.words == "torchvision, grey, squash")
    wishes = Wishes(preprocess=grey.preprocessing.normalisation, resize="squash")
    classifier = open_classifier(colours, wishes, "cpu")
    image = open_image(colours.parent / "set/red/0.png")
    fed = classifier.tensor(classifier.prepare(image).pixels)
    small = Image.fromarray(image.pixels).resize((8, 8), Image.Resampling.BILINEAR)
    pixels = np.asarray(small.convert("L").convert("RGB"), np.float32) / 255
    mean, std = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    wanted = ((pixels - mean) / std).transpose(2, 0, 1)
    assert fed == pytest.approx(wanted, abs=1e-5)
    assert way_of(classifier).words == "torchvision, grey, squash"


def test_with_labels_the_way_that_is_right_is_offered(colours):
    photos, true = labelled(colours)
    _, found = examined(colours, photos, true, preprocess="torchvision")
    judged = verdict(found)
    assert judged.offered.way.name in ("caffe", "torchvision, BGR")
    assert judged.offered.right.value == 1
    assert judged.now.right.value < 0.5
    assert not judged.is_right
    assert "is right on 100 % (82 to 100) of the 18 labelled photos" in judged.sentence
    assert "torchvision, crop, used now, on" in judged.sentence


def test_what_photos_cannot_tell_apart_stays_as_it_is(colours):
    photos, true = labelled(colours)
    _, found = examined(colours, photos, true, preprocess="caffe", resize="letterbox")
    judged = verdict(found)
    assert judged.is_right
    assert judged.offered.way.words == "caffe, letterbox"


def test_each_way_says_what_a_classifier_fed_so_says(colours):
    photos, true = labelled(colours)
    _, found = examined(colours, photos, true)
    for w, way in enumerate(found.ways):
        how = way.preprocessing
        wishes = Wishes(preprocess=how.normalisation, resize=how.resize)
        alone = open_classifier(colours, wishes, "cpu")
        from inference.image import open_image

        for n in (0, -1):
            answer = alone.predict(open_image(photos[n]))
            assert found.leading[w, n] == answer.top_index
            assert found.confidence[w, n] == pytest.approx(
                answer.probabilities[answer.top_index], abs=1e-6
            )


def test_results_grow_photo_by_photo(colours):
    photos, true = labelled(colours)
    classifier = open_classifier(colours, None, "cpu")
    job = examine(classifier, photos, ways=usual_ways(classifier), true=true)
    counts = []
    run(job, lambda progress: counts.append(len(progress.partial.photos)))
    assert counts == list(range(1, 19))


def test_without_labels_it_says_that_this_is_weaker_evidence(colours):
    photos, _ = labelled(colours)
    _, found = examined(colours, photos)
    assert "Weaker evidence" in verdict(found).sentence
    _, found = examined(colours, photos[:1])
    assert "One photo proves little" in verdict(found).sentence


def test_ways_that_say_the_same_of_all_photos_do_not_outvote_the_others():
    """Most presets feed a network of caffe's what is nearly black to it."""
    size = Size(8, 8)
    ways = [Way(n, Preprocessing(size, PRESETS[n])) for n in PRESETS if n != "caffe"]
    ways += [
        Way("caffe", Preprocessing(size, PRESETS["caffe"], resize))
        for resize in ("crop", "squash")
    ]
    leading = np.full((6, 9), 7)
    leading[4:] = np.arange(9)
    leading[5, 8] = 0
    none, sure = np.full(9, -1), np.full((6, 9), 0.6)
    photos = (Path("photo.png"),) * 9
    found = Examination(tuple(ways), 0, photos, (), none, leading, sure, sure)
    assert [each.agreement.hits for each in found.tried] == [1, 1, 1, 1, 9, 8]
    assert verdict(found).offered.way.words == "caffe, crop"


def test_unreadable_photos_are_left_out_and_told(colours, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"no photo")
    photos, _ = labelled(colours)
    _, found = examined(colours, [tmp_path / "broken.png", *photos])
    assert found.unreadable == (tmp_path / "broken.png",)
    assert len(found.photos) == 18
    with pytest.raises(ImageError):
        examined(colours, [tmp_path / "broken.png"])


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ("red\nblue\ngreen\n", "moved"),
        ("green\nred\nblue\n", "moved"),
        ("blue\ngreen\nred\n", None),
    ],
)
def test_names_in_a_wrong_order_are_found_by_labelled_photos(
    colours, tmp_path, names, title
):
    (tmp_path / "labels.txt").write_text(names)
    photos = sorted((tmp_path / "set").glob("*/*.png"))
    true = [names.split().index(photo.parent.name) for photo in photos]
    classifier, found = examined(colours, photos, true, preprocess="caffe")
    orders = orders_of(found, classifier.labels, found.now)
    said = naming_sentence(orders, 3)
    assert (said is None) == (title is None)
    if title:
        assert f"fit better {title}" in said
        assert "right on 100 % of the photos instead of 0 %" in said
        assert orders[0].labels == ("blue", "green", "red")


def test_the_command_line_says_it_in_json_and_in_words(colours, tmp_path, capsys):
    words = ["doctor", str(colours), str(tmp_path / "set"), "--preprocess", "unit"]
    assert command([*words, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["photos"], record["labelled"], record["is_right"]) == (18, 18, False)
    assert record["ways"][0]["right"] == 1
    assert record["now"] == "unit, crop"
    assert command(words) == 0
    out = capsys.readouterr().out
    assert "(used now)" in out or "used now, on" in out
    assert command(["doctor", str(colours), str(tmp_path / "set/red/0.png")]) == 0
    assert "One photo proves little" in capsys.readouterr().out
    (tmp_path / "set/red").rename(tmp_path / "set/purple")
    assert command(words) == 0
    assert (
        "6 of 18 photos lie in folders that match no class" in capsys.readouterr().out
    )


def test_a_folder_is_tried_in_an_order_that_stands_for_all_of_it(colours, tmp_path):
    classifier = open_classifier(colours, None, "cpu")
    ways = usual_ways(classifier)
    steps = []
    job = examine_folder(classifier, tmp_path / "set", ways=ways)
    folder = run(job, lambda step: steps.append(step.partial))
    counts = folder.photo_count, folder.nameless_count, folder.class_count
    assert counts == (18, 0, 3)
    assert len({photo.parent for photo in folder.found.photos[:6]}) == 3
    assert len(steps[-1].found.photos) == 18
    other = folder.seen_from(ways[4].preprocessing)
    assert other.found.now == 4
    assert other.found.photos == folder.found.photos
    own = replace(ways[0].preprocessing, short_side=9)
    assert folder.seen_from(own) is None


def test_a_normalisation_to_which_classes_are_surely_less_probable_is_told_apart():
    """Shares alone cannot tell 9 of 14 from 9 of 14; the probabilities can."""
    size, count = Size(8, 8), 14
    ways = [
        Way(name, Preprocessing(size, PRESETS[name], resize))
        for name in ("torchvision", "tensorflow")
        for resize in ("crop", "squash")
    ]
    told = np.linspace(0.5, 0.9, count) * np.array([[0.5], [0.6], [0.9], [1.0]])
    leading = np.zeros((4, count), np.int64)
    found = Examination(
        tuple(ways), 0, (Path("x"),) * count, (), leading[0], leading, told, told
    )
    assert verdict(found).offered.way.words == "tensorflow, crop"
    assert verdict(replace(found, now=2)).is_right  # how it is cut is no such matter
    few = [replace(found, true=np.where(np.arange(count) < 4, 0, -1))]
    assert verdict(few[0]).is_right


def test_names_in_order_are_compared_with_those_moved_by_one_place(colours):
    photos, true = labelled(colours)
    classifier, found = examined(colours, photos, true, preprocess="caffe")
    orders = orders_of(found, classifier.labels, found.now)
    assert moved_sentence(orders) == (
        "Moved by one place they would be right on 0 % of the photos."
    )


def misfit_of(path, names):
    with pytest.raises(MisfitError) as caught:
        open_classifier(path, Wishes(labels=tuple(names)), "cpu")
    return caught.value


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            "background blue green red",
            "4 names for 3 scores. They are right on 100 % of the photos without the "
            "first, “background”, on 0 % without the last, “red”.",
        ),
        (
            "blue green red other",
            "4 names for 3 scores. They are right on 100 % of the photos without the "
            "last, “other”, on 0 % without the first, “blue”.",
        ),
        ("a b c d e f", "6 names for 3 scores."),
    ],
)
def test_names_of_a_wrong_number_are_pointed_out_with_evidence(
    colours, tmp_path, names, told
):
    classifier = open_classifier(colours, None, "cpu")
    job = examine_folder(classifier, tmp_path / "set", ways=usual_ways(classifier))
    misfit = misfit_of(colours, names.split())
    repairs = repairs_of(misfit, run(job))
    assert misfit_sentence(misfit, repairs).endswith(told)
    assert is_known_to_fit(repairs) == bool(repairs)
    if repairs:
        assert repairs[0].labels == ("blue", "green", "red")
        alone = repairs_of(misfit)
        assert is_known_to_fit(alone) == names.startswith("background")
        assert "often a class for the background" in misfit_sentence(misfit, alone)


def test_the_command_line_says_what_would_make_names_fit(colours, tmp_path, capsys):
    names = tmp_path / "names.txt"
    names.write_text("background\nblue\ngreen\nred\n")
    words = ["doctor", str(colours), str(tmp_path / "set")]
    assert command([*words, "--labels", str(names)]) == 0
    said = capsys.readouterr().out
    assert '"names.txt" holds 4 names for 3 scores.' in said
    assert "100 % of the photos without the first, “background”" in said
    names.rename(tmp_path / "labels.txt")
    assert command([*words, "--json"]) == 0
    told = capsys.readouterr()
    assert "without the first" in json.loads(told.out)["misfit"]
    assert '"labels.txt" beside the model holds 4 class names' in told.err
    (tmp_path / "labels.txt").rename(names)
    assert command(["predict", str(colours), "x.png", "--labels", str(names)]) == 1
