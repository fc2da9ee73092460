"""Ranking the demo from the command line, and what a run that is broken off leaves."""

import csv
import json
import shutil
import threading
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from inference.bundled import DEMO, DEMO_MODEL
from inference.classifier import open_classifier
from inference.cli import run as command
from inference.dataset import ScoreBook, book_of, list_dataset, matched
from inference.errors import DatasetError
from inference.image import open_image
from inference.jobs import Stopped, run
from inference.ranking import (
    Order,
    Scorer,
    analysed,
    duplicates,
    nearest,
    odd_ones,
    ranked,
    score,
    values,
)

PLANTED = json.loads((DEMO / "planted.json").read_text("utf-8"))
WRONG = {path.removeprefix("photos/") for path in PLANTED["wrong_labels"]}


@pytest.fixture(scope="module")
def user(tmp_path_factory):
    """A folder of a user who has no score books yet."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
            patch.setenv(name, str(folder))
        yield folder


@pytest.fixture(scope="module")
def demo(user):
    """The demo's photos, scored and analysed."""
    classifier = open_classifier(DEMO_MODEL, None, "cpu")
    dataset = run(list_dataset(DEMO / "photos"))
    scorer = Scorer(classifier)
    scored = run(score(scorer, dataset, book_of(dataset.root, scorer.key)))
    matching, asked = matched(dataset.labels, classifier.labels)
    assert not asked
    return classifier, analysed(classifier, scored, matching)


@pytest.fixture(scope="module")
def written(user, tmp_path_factory):
    """What the command writes about the demo."""
    folder = tmp_path_factory.mktemp("rank") / "out"
    words = ["rank", str(DEMO_MODEL), str(DEMO / "photos"), "--out", str(folder)]
    assert command([*words, "--class", "sushi", "--of", "all", "--limit", "4"]) == 0
    return folder


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_scores_equal_predict_on_each_file(demo):
    classifier, found = demo
    spread = float(np.ptp(found.logits))
    for n in (0, 1, 77, 149):
        alone = classifier.predict(open_image(found.photos[n].path))
        np.testing.assert_allclose(found.logits[n], alone.logits, atol=1e-5 * spread)
        np.testing.assert_allclose(
            found.probabilities[n], alone.probabilities, atol=1e-5
        )


def test_the_files_say_what_the_scores_say(demo, written):
    _, found = demo
    record = json.loads((written / "metrics.json").read_text("utf-8"))
    hits = int((found.predicted == found.true).sum())
    assert record["accuracy"] == pytest.approx(hits / 150)
    low, high = record["accuracy_interval"]
    assert low < hits / 150 < high
    assert sum(record["counts"].values()) == record["labelled"] == 150
    assert record["files"] == sorted(path.name for path in written.iterdir())
    order = rows(written / "ranking.csv")
    sushi = found.names.index("sushi")
    scores = [float(row["score"]) for row in order]
    assert len(order) == 150
    assert scores == sorted(scores, reverse=True)
    np.testing.assert_allclose(
        scores, np.sort(found.probabilities[:, sushi])[::-1], rtol=1e-5
    )
    table = rows(written / "confusion.csv")
    assert [row["true"] for row in table] == list(found.names)
    assert sum(int(row[name]) for row in table for name in found.names) == 150
    with Image.open(written / "grid.png") as grid:
        assert grid.width > 300


def test_planted_wrong_labels_are_found(demo, written):
    suspects = rows(written / "suspects.csv")
    wrong = [row["path"] for row in suspects if row["kind"] == "wrong label"]
    assert len(WRONG & set(wrong)) >= 4
    assert WRONG & set(wrong) == WRONG & set(wrong[:15])
    own = [float(r["self_confidence"]) for r in suspects if r["kind"] == "wrong label"]
    assert own == sorted(own)


def test_all_planted_labels_are_among_the_least_self_confident(demo):
    from inference.ranking import out_of_sample

    _, found = demo
    p = run(out_of_sample(found.features(), found.true, len(found.names)))
    own = p[np.arange(150), found.true]
    root = found.scored.dataset.root
    names = [photo.path.relative_to(root).as_posix() for photo in found.photos]
    least = {names[n] for n in np.argsort(own)[:15]}
    assert least >= WRONG


def test_rare_classes_are_named(written):
    record = json.loads((written / "metrics.json").read_text("utf-8"))
    assert set(record["under_represented"]) == {"greek salad", "sashimi"}


def test_another_ranking_replaces_the_first_only_when_told(written, capsys):
    words = ["rank", str(DEMO_MODEL), str(DEMO / "photos"), "--out", str(written)]
    assert command(words) == 1
    assert "already holds an export" in capsys.readouterr().err
    more = [
        "--by",
        "entropy",
        "--order",
        "min",
        "--split",
        "test",
        "--class",
        "hot_dog",
    ]
    assert command([*words, "--force", *more, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["split"] == "test"
    assert 20 < record["labelled"] < 40
    order = rows(written / "ranking.csv")
    assert {row["label"] for row in order} == {"hot dog"}
    scores = [float(row["score"]) for row in order]
    assert scores == sorted(scores)
    assert command([*words, "--force", "--class", "sushy"]) == 1
    assert 'There is no class "sushy"' in capsys.readouterr().err


@pytest.mark.parametrize("by", ["score", "loss", "margin", "confidence", "entropy"])
def test_orders_are_stable_and_go_both_ways(demo, by):
    _, found = demo
    numbers = values(found, Order(by))
    down = ranked(found, Order(by))
    up = ranked(found, Order(by, is_largest_first=False))
    assert numbers[down].tolist() == sorted(numbers, reverse=True)
    assert numbers[up].tolist() == sorted(numbers)
    for order in (down, up):
        assert all(a < b for a, b in pairwise(order) if numbers[a] == numbers[b])


def test_numbers_are_what_they_are_called(demo):
    _, found = demo
    p = found.probabilities.astype(float)
    n = 17
    true = found.true[n]
    assert values(found, Order("loss"))[n] == pytest.approx(-np.log(p[n, true]))
    others = np.delete(p[n], true)
    assert values(found, Order("margin"))[n] == pytest.approx(p[n, true] - others.max())
    assert values(found, Order("entropy"))[n] == pytest.approx(
        -(p[n] * np.log2(p[n])).sum(), rel=1e-5
    )
    logits = values(found, Order(target=0, is_logit=True))
    np.testing.assert_allclose(logits, found.logits[:, 0])


@pytest.fixture
def small(user, tmp_path):
    """Some photos of the demo, with a copy, a near copy, a blank one, a broken one."""
    root = tmp_path / "small"
    for label in ("sushi", "pizza"):
        for path in sorted((DEMO / "photos" / label).iterdir())[:4]:
            (root / label).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, root / label)
    first = min((root / "pizza").iterdir())
    shutil.copy(first, root / "sushi/copy.jpg")
    with Image.open(first) as photo:
        photo.save(root / "pizza/near.jpg", quality=97)
    Image.new("RGB", (60, 50), "white").save(root / "pizza/blank.png")
    (root / "pizza/broken.png").write_bytes(b"no photo")
    return root


def scored(root):
    classifier = open_classifier(DEMO_MODEL, None, "cpu")
    scorer = Scorer(classifier)
    dataset = run(list_dataset(root))
    return score(scorer, dataset, book_of(root, scorer.key)), classifier


def test_duplicates_blank_and_broken_photos_are_told(small):
    job, classifier = scored(small)
    done = run(job)
    assert len(done.reasons) == 1
    matching, _ = matched(done.dataset.labels, classifier.labels)
    found = analysed(classifier, done, matching)
    features, looks = found.features(), found.looks()
    kinds = {suspect.kind for suspect in duplicates(found, features, looks)}
    assert kinds == {"duplicate", "near duplicate"}
    photos = done.dataset.photos
    odd = {
        (s.looks_like, photos[s.photo].path.name)
        for s in odd_ones(found, run(nearest(features)), looks)
    }
    assert ("unreadable", "broken.png") in odd
    assert ("blank", "blank.png") in odd


def test_only_what_is_new_or_changed_is_scored_again(small):
    totals = []
    run(scored(small)[0], lambda progress: totals.append(progress.done))
    assert totals[0] == 0
    assert totals[-1] == 12
    again = []
    run(scored(small)[0], lambda progress: again.append(progress.done))
    assert again == [12]
    (small / "pizza/broken.png").unlink()
    Image.new("RGB", (9, 9), "red").save(small / "pizza/new.png")
    Image.new("RGB", (9, 9), "blue").save(small / "sushi/copy.jpg")
    last = []
    done = run(scored(small)[0], lambda progress: last.append(progress.done))
    assert last == [10, 12]
    assert len(done.places) == 12


def test_a_run_that_is_left_keeps_what_it_has(small, monkeypatch):
    monkeypatch.setattr("inference.ranking.scoring.BATCH", 4)
    seen = []

    def report(progress):
        seen.append(len(progress.partial.places) + len(progress.partial.reasons))

    with pytest.raises(Stopped):
        run(scored(small)[0], report, lambda: seen[-1] >= 4)
    assert seen == [0, 4]
    again = []
    run(scored(small)[0], lambda progress: again.append(progress.done))
    assert again[0] == 4
    assert again[-1] == 12


def test_a_batch_is_written_while_the_next_one_is_computed(small, monkeypatch):
    monkeypatch.setattr("inference.ranking.scoring.BATCH", 4)
    next_began, shapes = threading.Event(), []

    class Telling(Scorer):
        def __call__(self, inputs):
            shapes.append(inputs.shape)
            if len(shapes) > 1:
                next_began.set()
            return super().__call__(inputs)

    class Slow(ScoreBook):
        def write(self, *batch):
            assert next_began.wait(timeout=10)
            return super().write(*batch)

    scorer = Telling(open_classifier(DEMO_MODEL, None, "cpu"))
    book = Slow(small.with_name("book"), scorer.key)
    run(score(scorer, run(list_dataset(small)), book))
    assert len(shapes) == 3
    assert len(book.entries()) == 12


def test_a_folder_that_goes_away_ends_in_a_sentence_and_keeps_what_was_scored(
    small, monkeypatch
):
    monkeypatch.setattr("inference.ranking.scoring.BATCH", 2)
    monkeypatch.setattr("inference.ranking.scoring.AHEAD", 1)
    away = small.with_name("away")
    seen = []

    def unplug(progress):
        seen.append(progress)
        if len(seen) == 2:
            small.rename(away)

    with pytest.raises(DatasetError, match='folder "small" is not there any more'):
        run(scored(small)[0], unplug)
    away.rename(small)
    again = []
    done = run(scored(small)[0], lambda progress: again.append(progress.done))
    assert again[0] == seen[-1].done >= 2
    assert len(done.reasons) == 1  # the broken one; none because it was away


def test_what_was_handed_out_stays_while_more_is_scored(small, monkeypatch):
    monkeypatch.setattr("inference.ranking.scoring.BATCH", 4)
    partials = []
    run(scored(small)[0], lambda progress: partials.append(progress.partial))
    assert [part.known for part in partials] == [0, 4, 8, 12]
    assert [len(part.places) + len(part.reasons) for part in partials] == [0, 4, 8, 12]
    with pytest.raises(ValueError, match="read-only"):
        partials[1].rows[0] = 5
    whole = partials[-1]
    for part in partials[1:]:
        inside = np.searchsorted(whole.places, part.places)
        np.testing.assert_array_equal(part.logits(), whole.logits()[inside])


def test_a_model_of_more_classes_is_judged_on_those_of_the_dataset(small):
    job, classifier = scored(small)
    done = run(job)
    matching, _ = matched(done.dataset.labels, classifier.labels)
    found = analysed(classifier, done, matching)
    assert found.names == tuple(n for n in classifier.labels if n in ("sushi", "pizza"))
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, rtol=1e-5)
    whole = analysed(classifier, done, matching, over_all=True)
    assert len(whole.names) == 9
    part = whole.probabilities[:, found.classes]
    np.testing.assert_allclose(
        found.probabilities, part / part.sum(axis=1, keepdims=True), rtol=1e-4
    )


def test_a_label_without_a_class_is_said_and_can_be_matched(small, tmp_path, capsys):
    (small / "sushi").rename(small / "maki")
    words = ["rank", str(DEMO_MODEL), str(small), "--json"]
    assert command(words) == 0
    told = capsys.readouterr()
    assert '"maki"' in told.err
    assert json.loads(told.out)["labelled"] == 6
    match = tmp_path / "match.json"
    match.write_text('{"maki": "sushi"}')
    assert command([*words, "--match", str(match)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out)["labelled"] == 11
    match.rename(small.with_name("small.match.json"))  # where the window keeps it
    assert command(words) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out)["labelled"] == 11


def test_links_out_of_the_folder_are_told_and_followed_when_asked(
    small, tmp_path, capsys
):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(DEMO / "photos/pizza/pizza-09.jpg", other)
    (small / "pizza/away.jpg").symlink_to(other / "pizza-09.jpg")
    words = ["rank", str(DEMO_MODEL), str(small), "--json"]
    assert command(words) == 0
    told = capsys.readouterr()
    assert "1 link leads out of the folder" in told.err
    assert json.loads(told.out)["photos"] == 11
    assert command([*words, "--follow-links"]) == 0
    told = capsys.readouterr()
    assert "out of the folder" not in told.err
    assert json.loads(told.out)["photos"] == 12


def test_the_demos_flower_is_found_by_its_evidence(user, tmp_path, capsys):
    out = tmp_path / "evidence"
    words = ["rank", str(DEMO_MODEL), str(DEMO / "photos"), "--evidence"]
    assert command([*words, "--out", str(out)]) == 0
    assert "hamburger leans on the upper left" in capsys.readouterr().out
    record = json.loads((out / "evidence.json").read_text("utf-8"))
    finding = record["finding"]
    assert (finding["class"], finding["row"], finding["column"]) == ("hamburger", 0, 0)
    assert (round(finding["share"], 2), round(finding["others"], 2)) == (0.26, 0.04)
    borders = {name: each["border"] for name, each in record["classes"].items()}
    assert max(borders, key=borders.get) == "sashimi"
    assert (round(borders["sashimi"], 2), round(borders["hamburger"], 2)) == (
        0.34,
        0.25,
    )
    shares = record["classes"]["hamburger"]["ninths"]
    assert np.sum(shares) == pytest.approx(1)
    means = np.load(out / "evidence.npy")
    assert means.shape == (9, 42, 42)
    assert len(list(out.glob("evidence_*.png"))) == 9
    listed = json.loads((out / "metrics.json").read_text("utf-8"))["files"]
    assert {"evidence.json", "evidence.npy", "evidence_000.png"} <= set(listed)


def test_the_share_in_that_ninth_tells_photos_with_the_flower(demo):
    """The area under the ROC curve, by pairs: with the flower above without."""
    from inference.classifier import Quantity, Target
    from inference.dataset import PhotoEvidence, gather_evidence
    from inference.gradcam import GradCam, GradCamSpec

    classifier, found = demo
    engine = GradCam(classifier)
    index = found.names.index("hamburger")

    def explain(path, _):
        image = open_image(path)
        spec = GradCamSpec(Target(index, quantity=Quantity.LOGIT))
        heatmap = engine.explain(classifier.prepare(image), spec).heatmap
        return PhotoEvidence(heatmap.values, heatmap.grid, heatmap.seen)

    paths = [photo.path for photo in found.photos if photo.label == "hamburger"]
    gathered = run(
        gather_evidence([(path, 0) for path in paths], ("hamburger",), explain)
    )
    flowers = {DEMO / path for path in PLANTED["flower"]}
    shares = gathered.ninths[:, 0, 0]
    with_flower = [s for s, path in zip(shares, paths, strict=True) if path in flowers]
    without = [s for s, path in zip(shares, paths, strict=True) if path not in flowers]
    assert len(with_flower) > 3
    assert len(without) > 3
    assert np.mean([a > b for a in with_flower for b in without]) >= 0.85
