"""What a map by any method was asked for, read from its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from inference.classifier import Target
from inference.errors import Sentence, SpecError
from inference.export.entries import Entries
from inference.numbers import is_number
from inference.occluder import Baseline, parse_baseline

_MOST = 1e12  # of a number that is told
_WORDS: Mapping[str, tuple[str, ...]] = {
    "colors": ("summed", "magnitude"),
    "averaged": ("gradient", "integrated"),
    "heads": ("mean", "strongest"),
}
_SIZES = ("mask", "stride")
_STORED = {"first": "first_block", "is_signed": "relu"}  # where names differ


@dataclass(frozen=True, slots=True)
class ExplainedQuestion:
    """What was asked of a method.

    Attributes:
        method: Its name, as in `METHODS`.
        options: What it was told, by name.
        target: The number that is explained.
    """

    method: str
    options: Mapping[str, Any]
    target: Target

    @property
    def title(self) -> Sentence:
        """The name of its method, for people."""
        from inference.methods import METHODS  # the window starts without it

        return METHODS[self.method].title

    @property
    def spec(self) -> Any:
        """The question in the terms of its method."""
        from inference.methods import METHODS  # the window starts without it

        return METHODS[self.method].question(self.target, self.options)


def explained_question(entries: Entries, target: Target) -> ExplainedQuestion:
    """Reads a question.

    Raises:
        SpecError: An entry is not as it should be, or its method cannot use it.
    """
    from inference.methods import METHODS  # the window starts without it

    name, settings = entries.text("method", tuple(METHODS)), entries.part("settings")
    known = METHODS[name]
    spec = known.spec()
    usual = {each.name: getattr(spec, each.name) for each in fields(spec)}
    told = {
        option: _value(settings, field, usual[field])
        for option, field in known.options.items()
        if settings.has(_STORED.get(field, field))
    }
    found = ExplainedQuestion(name, told, target)
    _ = found.spec  # what cannot work is told at once
    return found


def _value(settings: Entries, field: str, usual: Any) -> Any:
    """Returns what a method was told, of the kind that it takes."""
    key = _STORED.get(field, field)
    if field == "is_signed":
        return not settings.flag(key)
    if field in _WORDS:
        return settings.text(key, _WORDS[field])
    if field in _SIZES:
        return settings.size(key)
    if isinstance(usual, Baseline):
        return settings.understood(key, _baseline)
    return _plain(settings, key, usual)


def _plain(settings: Entries, key: str, usual: Any) -> Any:
    if isinstance(usual, bool):
        return settings.flag(key)
    if isinstance(usual, float):
        return settings.understood(key, _number)
    return settings.text(key) if key == "layer" else settings.whole(key)


def _baseline(value: Any, _: str) -> Baseline:
    return parse_baseline(str(value)[:100])


def _number(value: Any, where: str) -> float:
    if not is_number(value, _MOST):
        raise SpecError("{where} is no number.", where=where)
    return float(value)
