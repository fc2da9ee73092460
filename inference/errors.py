"""The failures a person can do something about.

Each error says in one sentence what could not be done, what was found and what would
help. Whatever is not an `InferenceError` is a mistake of ours.
"""

import errno
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


class InferenceError(Exception):
    """A question that cannot be answered; `str(error)` is the sentence to show.

    Attributes:
        headline: What kind of thing went wrong, in a few words.
    """

    headline = "This cannot be done"


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

    def __str__(self) -> str:
        full_name = f"{self.domain}.{self.name}" if self.domain else self.name
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"{full_name} (opset {self.opset}, {times}, first {self.first_node!r})"


class UnsupportedOperatorError(ModelError):
    """The twin lacks operators of the model: all of them, not the first one only."""

    headline = "This model has no gradients here"

    def __init__(self, model_name: str, missing: Iterable[MissingOperator]) -> None:
        self.missing = tuple(missing)
        listed = ", ".join(str(operator) for operator in self.missing)
        super().__init__(
            f'No gradients for "{model_name}": {len(self.missing)} operators are '
            f"missing: {listed}. Occlusion and activations still work."
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
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file grows too large",
    errno.EROFS: "the disk cannot be written to",
    errno.EACCES: "the system does not permit it",
    errno.EPERM: "the system does not permit it",
    errno.EEXIST: "a file of that name is in the way",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
}


def system_reason(error: OSError) -> str:
    """Returns why the system refused, in words, without a full stop."""
    if error.errno is None:
        return str(error) or type(error).__name__
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


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns ` Did you mean "x"?`, or nothing where no known word is near."""
    near = [plain(name) for name in get_close_matches(word, known, n=3, cutoff=0.5)]
    return f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
