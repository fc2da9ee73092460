"""Sentences are templates and arguments, put into words where a person reads them."""

import errno

import pytest

from inference.errors import (
    InferenceError,
    MissingOperator,
    ModelError,
    Sentence,
    UnsupportedOperatorError,
    did_you_mean,
    system_reason,
    words,
)
from inference.languages import english


def mirrored(template, count):
    """A language that shows what was translated, and by which count."""
    return f"<{template}>" if count < 0 else f"<{count}: {template}>"


def test_a_sentence_is_filled_in_after_it_was_translated():
    sentence = Sentence("{name} has {n} rows", one="{name} has one row", name="y", n=3)
    assert str(sentence) == "y has 3 rows"
    assert sentence.put(mirrored) == "<3: y has 3 rows>"


def test_one_has_words_of_its_own():
    sentence = Sentence("{n} rows", one="one row", n=1)
    assert str(sentence) == "one row"
    assert sentence.put(english) == "one row"
    assert sentence.put(mirrored) == "<1: 1 rows>"  # a form of its own, by the count


def test_sentences_within_a_sentence_are_translated_too():
    inner = Sentence("it is a folder")
    error = ModelError("Cannot open {name!r}: {why}.", name="x", why=inner)
    assert str(error) == "Cannot open 'x': it is a folder."
    assert words(error, mirrored) == "<Cannot open 'x': <it is a folder>.>"
    outer = Sentence("Both: {why}", why=(error, inner))
    assert str(outer) == f"Both: {error}, it is a folder"


def test_what_is_no_template_keeps_its_braces():
    assert str(Sentence('{"scale": 1}')) == '{"scale": 1}'
    assert str(Sentence("{text}", text="{name}")) == "{name}"


def test_a_missing_argument_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        InferenceError("{name} and {other}", name="x")


def test_words_leaves_everything_else_alone():
    assert words("plain", mirrored) == "plain"
    assert words("plain", english) == "plain"


def test_every_missing_operator_is_translated():
    once = MissingOperator("Foo", "", 17, 1, "a")
    twice = MissingOperator("Bar", "own", 1, 2, "b")
    error = UnsupportedOperatorError("m.onnx", [once, twice])
    assert str(error) == (
        'No gradients for "m.onnx": 2 operators are missing: '
        "Foo (opset 17, once, first 'a'), own.Bar (opset 1, 2 times, first 'b'). "
        "Occlusion and activations still work."
    )
    assert "<1: Foo (opset 17, 1 times" in words(error, mirrored)
    alone = UnsupportedOperatorError("m.onnx", [once])
    assert str(alone).startswith('No gradients for "m.onnx": 1 operator is missing: F')


def test_why_the_system_refused_is_a_sentence():
    full = system_reason(OSError(errno.ENOSPC, "No space left on device"))
    assert words(full, mirrored) == "<the disk is full>"
    assert system_reason(OSError("its own words")) == "its own words"


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        (["conv2d"], " Did you mean 'conv2d'?"),
        (["conv2d", "conv12"], " Did you mean 'conv2d' or 'conv12'?"),
        (["conv3", "conv2", "conv1"], " Did you mean 'conv3' or 'conv2' or 'conv1'?"),
        (["relu"], ""),
    ],
)
def test_near_names_are_offered(known, hint):
    assert str(did_you_mean("conv", known)) == hint
