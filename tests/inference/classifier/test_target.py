"""What is explained, and which class a user's word means."""

import pytest

from inference.classifier import Quantity, Target, bundled_labels, find_target
from inference.errors import SpecError

LABELS = ("tench", "French_horn", "crane", "crane", "Great White shark", "7")


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (Target(0), "probability of tench"),
        (Target(0, quantity=Quantity.LOGIT), "logit of tench"),
        (Target(1, 4), "probability margin French_horn − Great White shark"),
        (Target(4, 0, Quantity.LOGIT), "logit margin Great White shark − tench"),
    ],
)
def test_a_target_is_called_by_quantity_margin_and_classes(target, name):
    assert target.name(LABELS) == name


def test_the_leading_class_is_filled_in_where_none_is_named():
    assert Target().settled(3) == Target(3)
    assert Target(2, 0, Quantity.LOGIT).settled(3) == Target(2, 0, Quantity.LOGIT)


def test_no_class_is_compared_with_itself_not_even_as_the_leading_one():
    with pytest.raises(SpecError, match="against itself"):
        Target(2, 2)
    with pytest.raises(SpecError, match="against itself"):
        Target(against=3).settled(3)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        ("0", 0),
        ("4", 4),
        ("tench", 0),
        ("TENCH", 0),
        ("French horn", 1),
        ("french_horn ", 1),
        ("great white SHARK", 4),
    ],
)
def test_a_target_is_an_index_or_a_label(wanted, index):
    assert find_target(LABELS, wanted) == index


def test_digits_mean_the_index_even_if_a_class_is_called_so():
    with pytest.raises(SpecError, match="no class 7: the model has 6 classes, 0 to 5"):
        find_target(LABELS, "7")


def test_an_ambiguous_label_lists_its_indices():
    with pytest.raises(SpecError, match=r"ambiguous: crane \(2\), crane \(3\)"):
        find_target(LABELS, "Crane")


@pytest.mark.parametrize(
    ("name", "indices"), [("crane", "134 517"), ("maillot", "638 639")]
)
def test_names_that_stand_twice_in_imagenet_need_the_index(name, indices):
    labels = bundled_labels(1000)
    with pytest.raises(SpecError, match="ambiguous") as error:
        find_target(labels, name)
    for index in indices.split():
        assert f"{name} ({index})" in str(error.value)
        assert find_target(labels, index) == int(index)


def test_the_exact_spelling_tells_two_names_apart():
    assert find_target(("cardigan", "Cardigan"), "Cardigan") == 1


@pytest.mark.parametrize(
    ("wanted", "near"), [("shark", "Great White shark (4)"), ("tnech", "tench (0)")]
)
def test_an_unknown_label_lists_near_matches_with_indices(wanted, near):
    with pytest.raises(SpecError) as error:
        find_target(LABELS, wanted)
    assert f"no class {wanted!r}" in str(error.value)
    assert near in str(error.value)


def test_many_near_matches_are_cut_short():
    labels = tuple(f"dog {index}" for index in range(20))
    with pytest.raises(SpecError, match=r"dog 7 \(7\) and 12 more"):
        find_target(labels, "dog")


@pytest.mark.parametrize("wanted", ["", "-1", "²", "nothing like it", "1.0"])
def test_nonsense_is_no_class(wanted):
    with pytest.raises(SpecError, match="no class"):
        find_target(LABELS, wanted)
