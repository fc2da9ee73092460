"""What a note on a model may say: an entry that cannot be is named, with what it is."""

from collections.abc import Callable, Mapping
from typing import Any

from inference.classifier.labels import parse_labels
from inference.classifier.normalisation import parse_normalisation
from inference.classifier.preprocess import (
    INTERPOLATIONS,
    RESIZES,
    alpha_of,
    one_of,
)
from inference.errors import MISSPELT, Sentence, SpecError, did_you_mean, plain
from inference.geometry import parse_size
from inference.numbers import is_whole

_MOST_SIDE = 100_000  # px


def checked(says: Mapping[str, Any], where: Sentence) -> Mapping[str, Any]:
    """Returns what a note says, if each entry can be.

    An entry that NetGaze does not know is passed over, unless it is a known one that is
    nearly written right.

    Args:
        says: In the keys of NetGaze's notes.
        where: They stand, in words.

    Raises:
        SpecError: An entry cannot be used; it is named.
    """
    for key, value in says.items():
        try:
            _check(key, value, where)
        except SpecError as error:
            raise SpecError(
                'The entry "{key}" in {where} cannot be used. {why}',
                key=plain(key),
                where=where,
                why=error,
            ) from error
    return says


def _check(key: str, value: object, where: Sentence) -> None:
    if key in _CHECKS:
        _CHECKS[key](value, where)
    elif hint := did_you_mean(key, _CHECKS, MISSPELT):
        raise SpecError("NetGaze's notes have no entry of this name.{hint}", hint=hint)


def _name(value: object, _where: Sentence) -> None:
    if not isinstance(value, str):
        raise SpecError("{value} is no text.", value=_shown(value))


def _labels(value: object, _where: Sentence) -> None:
    if not parse_labels(value):
        raise SpecError(
            "{value} holds 0 class names. Give a list of them in the order of the "
            'scores, or {{"0": name, "1": name …}} without a gap.',
            value=_shown(value),
        )


def _preprocessing(value: object, where: Sentence) -> None:
    parse_normalisation(value, where)


def _resize(value: object, _where: Sentence) -> None:
    one_of(RESIZES, value)


def _alpha(value: object, _where: Sentence) -> None:
    alpha_of(value)


def _interpolation(value: object, _where: Sentence) -> None:
    one_of(INTERPOLATIONS, value)


def _short_side(value: object, _where: Sentence) -> None:
    if value is not None and not is_whole(value, 1, _MOST_SIDE):
        raise SpecError(
            "{value} is no whole number of pixels from 1 to {most:,}.",
            value=_shown(value),
            most=_MOST_SIDE,
        )


def _size(value: object, _where: Sentence) -> None:
    parse_size(value)


def _shown(value: object) -> str:
    return plain(repr(value)[:200], 60)


_CHECKS: Mapping[str, Callable[[object, Sentence], None]] = {
    "name": _name,
    "labels": _labels,
    "preprocessing": _preprocessing,
    "resize": _resize,
    "interpolation": _interpolation,
    "short_side": _short_side,
    "size": _size,
    "alpha": _alpha,
}
