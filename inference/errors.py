"""Sentences that can be translated, and the failures a person can do something about.

Each error says in one sentence what could not be done, what was found and what would
help. Whatever is not an `InferenceError` is a mistake of ours.
"""

import errno
import traceback
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

from inference.languages import Filling, Translate, english


class Sentence(str):
    """Words for a person: English, and able to be put into another language.

    Wherever text is wanted it is the English one: JSON, the log, a comparison.

    Attributes:
        template: English, with the arguments' names in braces: `{name} is {n} pixels`.
            Without arguments, braces are braces.
        one: The English template where the count `n` is 1; "" where it is the same.
            Other languages have as many forms of `template` as they need.
        arguments: Names and values. A value that is a sentence or an `InferenceError`
            is translated too; those of a tuple are divided by commas.
    """

    __slots__ = ("arguments", "one", "template")
    template: str
    one: str
    arguments: tuple[tuple[str, object], ...]

    def __new__(cls, template: str, /, *, one: str = "", **arguments: object) -> Self:
        """Fills in the English."""
        named = tuple(arguments.items())
        sentence = super().__new__(cls, _filled(template, one, named, english))
        sentence.template, sentence.one, sentence.arguments = template, one, named
        return sentence

    def put(self, translate: Translate) -> str:
        """Returns the words in the language that `translate` knows."""
        return _filled(self.template, self.one, self.arguments, translate)


def _filled(
    template: str,
    one: str,
    arguments: tuple[tuple[str, object], ...],
    translate: Translate,
) -> str:
    """Translates the template that fits the count, then puts the arguments in."""
    values = dict(arguments)
    count = values.get("n")
    count = count if isinstance(count, int) else -1
    chosen = translate(template, count)
    if count == 1 and chosen == template:  # English: no translation holds
        chosen = one or template
    if not values:
        return chosen
    shown = {name: _shown(value, translate) for name, value in values.items()}
    return Filling(translate).vformat(chosen, (), shown)


class InferenceError(Exception):
    """A question that cannot be answered; `str(error)` is the sentence in English.

    Attributes:
        headline: What kind of thing went wrong, in a few words: a template, too.
        sentence: What could not be done, what was found, what would help.
    """

    headline = "This cannot be done"

    def __init__(self, template: str, /, *, one: str = "", **arguments: object) -> None:
        self.sentence = Sentence(template, one=one, **arguments)
        super().__init__(str(self.sentence))


def let_go_of_values(error: BaseException) -> None:
    """Lets go of all that the functions held that an error and its causes came through.

    Whoever keeps an error keeps it without models and photos; where it arose stays.
    """
    todo = [error]
    for each in todo:
        traceback.clear_frames(each.__traceback__)
        more = (each.__cause__, each.__context__)
        todo.extend(e for e in more if e is not None and e not in todo)


def cause_of(error: BaseException) -> BaseException:
    """Returns what an error goes back to; itself where it was the first."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def words(value: object, translate: Translate) -> str:
    """Returns a sentence or an `InferenceError` translated, else `str(value)`."""
    return str(_shown(value, translate))


def _shown(value: object, translate: Translate) -> object:
    """Returns a value as a template takes it."""
    if isinstance(value, InferenceError):
        return value.sentence.put(translate)
    if isinstance(value, Sentence):
        return value.put(translate)
    if type(value) is tuple:
        return ", ".join(words(item, translate) for item in value)
    return value


class ModelError(InferenceError):
    """The file cannot be opened, or is not an image classifier."""

    headline = "This model cannot be used"


@dataclass(frozen=True)
class MissingOperator:
    """An operator that the twin lacks.

    Attributes:
        name: The operator's ONNX name.
        domain: Its domain, `""` for ONNX itself.
        opset: The version of the domain that the model imports.
        count: How many nodes of the model use it.
        first_node: The name (or the first output) of the first such node.
    """

    name: str
    domain: str
    opset: int
    count: int
    first_node: str

    @property
    def sentence(self) -> Sentence:
        """How it is listed."""
        return Sentence(
            "{name} (opset {opset}, {n} times, first {node!r})",
            one="{name} (opset {opset}, once, first {node!r})",
            name=f"{self.domain}.{self.name}" if self.domain else self.name,
            opset=self.opset,
            n=self.count,
            node=self.first_node,
        )


class UnsupportedOperatorError(ModelError):
    """The twin lacks operators of the model: all of them, not the first one only."""

    headline = "This model has no gradients here"

    def __init__(self, model_name: str, missing: Iterable[MissingOperator]) -> None:
        self.missing = tuple(missing)
        super().__init__(
            'No gradients for "{model}": {n} operators are missing: {listed}. '
            "Occlusion and activations still work.",
            one='No gradients for "{model}": {n} operator is missing: {listed}. '
            "Occlusion and activations still work.",
            model=model_name,
            n=len(self.missing),
            listed=tuple(operator.sentence for operator in self.missing),
        )


class ImageError(InferenceError):
    """The file is not a readable photo."""

    headline = "This photo cannot be opened"


class DatasetError(InferenceError):
    """No images, no classes, or an unreadable folder."""

    headline = "This dataset cannot be used"


class SpecError(InferenceError):
    """Parameters that cannot work."""

    headline = "These options cannot work"


class TrainingError(InferenceError):
    """Training cannot start or go on."""

    headline = "Training stopped"


class ExportError(InferenceError):
    """A result could not be written; the sentence says what stands there now."""

    headline = "Could not save"


_REASONS = {
    errno.ENOENT: Sentence("No such file or directory"),
    errno.EIO: Sentence("Input/output error"),
    errno.ENOSPC: Sentence("the disk is full"),
    errno.EDQUOT: Sentence("your share of the disk is used up"),
    errno.EFBIG: Sentence("the file grows too large"),
    errno.EROFS: Sentence("the disk cannot be written to"),
    errno.EACCES: Sentence("the system does not permit it"),
    errno.EPERM: Sentence("the system does not permit it"),
    errno.EEXIST: Sentence("a file of that name is in the way"),
    errno.ENOTDIR: Sentence("a part of its path is a file, not a folder"),
    errno.EISDIR: Sentence("it is a folder"),
    errno.ENAMETOOLONG: Sentence("its name is too long"),
}


def system_reason(error: OSError) -> Sentence | str:
    """Returns why the system refused, in words, without a full stop."""
    if error.errno is None:
        said = error.args[0] if error.args else None
        return (
            said if isinstance(said, Sentence) else str(error) or type(error).__name__
        )
    return _REASONS.get(error.errno) or error.strerror or str(error)


def visible(text: str) -> str:
    r"""Returns a text in one line whose control codes and marks can be seen.

    Bytes of a file's name that are no text are shown as they are: `\xff`.
    """
    return "".join(map(_visible_sign, text))


def _visible_sign(sign: str) -> str:
    if sign.isprintable() or unicodedata.category(sign) == "Zs":
        return sign
    if "\udc80" <= sign <= "\udcff":  # Python's stand-in for a byte of a name
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii")


def plain(text: str, longest: int = 80) -> str:
    """Returns a file's own words fit for a sentence: in one line, short, printable."""
    shown = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return shown if len(shown) <= longest else f"{shown[:longest]}…"


MISSPELT = 0.75
"""How alike a word has to be to a known one to be that one, written wrong (0..1)."""


def did_you_mean(word: str, known: Iterable[str], least: float = 0.5) -> Sentence | str:
    """Returns ` Did you mean 'x'?`, or nothing where no known word is near.

    Args:
        word: What was written.
        known: What could have been meant.
        least: How alike they have to be, 0..1.
    """
    near = get_close_matches(word, known, n=3, cutoff=least)
    return offered([plain(name) for name in near])


def offered(names: Sequence[str]) -> Sentence | str:
    """Returns ` Did you mean 'x' or 'y'?` for up to three names, "" for none."""
    match names:
        case [a]:
            return Sentence(" Did you mean {a!r}?", a=a)
        case [a, b]:
            return Sentence(" Did you mean {a!r} or {b!r}?", a=a, b=b)
        case [a, b, c]:
            return Sentence(" Did you mean {a!r} or {b!r} or {c!r}?", a=a, b=b, c=c)
    return ""
