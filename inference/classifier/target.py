"""What is explained: a class, a quantity, a margin; and their names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum

from inference.classifier.labels import is_index
from inference.errors import Sentence, SpecError, plain


class Quantity(Enum):
    """Which number a map explains, or shows."""

    PROBABILITY = "probability"
    LOGIT = "logit"
    ACTIVATION = "activation"  # of a layer; explains no class


EXPLAINED = (Quantity.PROBABILITY, Quantity.LOGIT)

_WITHIN = {  # a sentence
    Quantity.PROBABILITY: Sentence("probability"),
    Quantity.LOGIT: Sentence("logit"),
    Quantity.ACTIVATION: Sentence("activation"),
}
_AT_ITS_HEAD = {
    Quantity.PROBABILITY: Sentence("Probability"),
    Quantity.LOGIT: Sentence("Logit"),
    Quantity.ACTIVATION: Sentence("Activation"),
}

_NEAR_MATCHES = 8  # labels named in an error


@dataclass(frozen=True, slots=True)
class Target:
    """What is explained: a number of a class, or how far it leads another class.

    Attributes:
        index: Of the class; None for the leading one.
        against: Index of the class whose number is subtracted (a margin), or None.
        quantity: Which number.

    Raises:
        SpecError: A class is compared with itself.
    """

    index: int | None = None
    against: int | None = None
    quantity: Quantity = Quantity.PROBABILITY

    def __post_init__(self) -> None:
        if self.index is not None and self.index == self.against:
            raise SpecError(
                "A margin of a class against itself is zero everywhere. Choose two "
                "classes."
            )

    def settled(self, leading: int) -> "Target":
        """Returns the same with the leading class where none is named."""
        return replace(self, index=leading) if self.index is None else self

    @property
    def class_index(self) -> int:
        """The class, once it is `settled`."""
        assert self.index is not None
        return self.index

    @property
    def quantity_name(self) -> str:
        """What is explained: "logit", or "logit margin" where a class is subtracted."""
        name = _WITHIN[self.quantity]
        return name if self.against is None else Sentence("{name} margin", name=name)

    def name(self, labels: tuple[str, ...]) -> str:
        """Returns "logit of French horn", or "logit margin French horn − cornet"."""
        return self._named(labels, _WITHIN[self.quantity])

    def title(self, labels: tuple[str, ...]) -> str:
        """Returns the name as the head of a sentence: "Logit of French horn"."""
        return self._named(labels, _AT_ITS_HEAD[self.quantity])

    def _named(self, labels: tuple[str, ...], quantity: Sentence) -> Sentence:
        label = labels[self.class_index]
        if self.against is None:
            return Sentence("{quantity} of {label}", quantity=quantity, label=label)
        return Sentence(
            "{quantity} margin {label} − {other}",
            quantity=quantity,
            label=label,
            other=labels[self.against],
        )


LEADING_LOGIT = Target(quantity=Quantity.LOGIT)
LEADING_PROBABILITY = Target()


def find_target(labels: tuple[str, ...], wanted: str) -> int:
    """Returns the class index that a user's word means: an index or a label.

    Digits mean the index. A label is matched without regard to case, blanks and
    underscores.

    Raises:
        SpecError: No such class, or several; near matches are listed with indices.
    """
    if wanted.isdecimal():
        return _numbered(labels, wanted)
    same = _indices(labels, [wanted])
    folded = [_folded(label) for label in labels]
    same = same or _indices(folded, [_folded(wanted)])
    if len(same) > 1:
        raise SpecError(
            "{wanted!r} is ambiguous: {classes}. Give the index.",
            wanted=wanted,
            classes=_listed(labels, same),
        )
    if not same:
        raise _no_class(labels, wanted, _near(folded, _folded(wanted)))
    return same[0]


def _no_class(labels: tuple[str, ...], wanted: str, near: list[int]) -> SpecError:
    if not near:
        return SpecError("There is no class {wanted!r}.", wanted=wanted)
    return SpecError(
        "There is no class {wanted!r}. Near matches: {classes}.",
        wanted=wanted,
        classes=_listed(labels, near),
    )


def _numbered(labels: tuple[str, ...], digits: str) -> int:
    if is_index(digits) and int(digits) < len(labels):
        return int(digits)
    raise SpecError(
        "There is no class {digits}: the model has {n} classes, 0 to {last}.",
        digits=plain(digits),
        n=len(labels),
        last=len(labels) - 1,
    )


def _indices(labels: Sequence[str], wanted: list[str]) -> list[int]:
    return [index for index, label in enumerate(labels) if label in wanted]


def _near(folded: list[str], wanted: str) -> list[int]:
    """Returns the labels that hold a word, or else those that are spelled like it."""
    holding = [index for index, label in enumerate(folded) if wanted in label]
    return holding or _indices(folded, get_close_matches(wanted, folded, 3, 0.5))


def _folded(label: str) -> str:
    return label.casefold().replace("_", " ").strip()


def _listed(labels: tuple[str, ...], indices: list[int]) -> Sentence:
    named = tuple(
        Sentence("{label} ({index})", label=labels[i], index=i)
        for i in indices[:_NEAR_MATCHES]
    )
    more = len(indices) - len(named)
    if more > 0:
        return Sentence("{named} and {n} more", named=named, n=more)
    return Sentence("{named}", named=named)
