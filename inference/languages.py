"""How templates are filled in, in English or in the language of a translation."""

import string
from collections.abc import Callable
from functools import cache
from numbers import Real
from typing import Any

Translate = Callable[[str, int], str]
"""Takes a template and the count in it (-1 for none); returns it translated."""


def english(template: str, count: int) -> str:  # noqa: ARG001
    """Leaves a template as it is written."""
    return template


NUMBER = "1,234.5"
"""How a number is written; translating it says how another language writes them."""


def local_number(text: str, translate: Translate) -> str:
    """Writes a number that is written in English as the language has it."""
    return text.translate(_signs(translate(NUMBER, -1)))


@cache
def _signs(written: str) -> dict[int, str]:
    """Returns what stands for the comma and the point, from `NUMBER` translated."""
    return {ord(sign): put for sign, put in zip(NUMBER, written, strict=False)}


class Filling(string.Formatter):
    """Puts values into a template, numbers as the language writes them."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def format_field(self, value: Any, format_spec: str) -> str:
        """Writes a value as its place in the template asks."""
        text: str = super().format_field(value, format_spec)
        is_number = isinstance(value, Real) and format_spec
        return local_number(text, self._translate) if is_number else text
