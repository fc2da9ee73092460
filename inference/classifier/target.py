"""What is explained: a class, a quantity, a margin; and their names."""

from difflib import get_close_matches
from enum import Enum

from inference.errors import SpecError, plain


class Quantity(Enum):
    """Which number a map explains, or shows."""

    PROBABILITY = "probability"
    LOGIT = "logit"
    ACTIVATION = "activation"  # of a layer; explains no class


EXPLAINED = (Quantity.PROBABILITY, Quantity.LOGIT)


def score_name(
    labels: tuple[str, ...], target: int, quantity: Quantity, against: int | None
) -> str:
    """Returns "logit of French horn", or "logit margin French horn − cornet"."""
    name = quantity_name(quantity, against)
    if against is None:
        return f"{name} of {labels[target]}"
    return f"{name} {labels[target]} − {labels[against]}"


def quantity_name(quantity: Quantity, against: int | None) -> str:
    """Returns "logit", or "logit margin" where a class is subtracted."""
    return quantity.value if against is None else f"{quantity.value} margin"


_NEAR_MATCHES = 8  # labels named in an error


def find_target(labels: tuple[str, ...], wanted: str) -> int:
    """Returns the class index that a user's word means: an index or a label.

    Digits mean the index. A label is matched without regard to case, blanks and
    underscores.

    Raises:
        SpecError: No such class, or several; near matches are listed with indices.
    """
    if wanted.isdecimal():
        if len(wanted) < 10 and int(wanted) < len(labels):
            return int(wanted)
        raise SpecError(
            f"There is no class {plain(wanted)}: the model has {len(labels)} classes, "
            f"0 to {len(labels) - 1}."
        )
    exact = [i for i, label in enumerate(labels) if label == wanted]
    folded = [_folded(label) for label in labels]
    same = exact or [i for i, label in enumerate(folded) if label == _folded(wanted)]
    if len(same) == 1:
        return same[0]
    if same:
        raise SpecError(
            f"{wanted!r} is ambiguous: {_listed(labels, same)}. Give the index."
        )
    near = [i for i, label in enumerate(folded) if _folded(wanted) in label]
    if not near:
        spelled = get_close_matches(_folded(wanted), folded, n=3, cutoff=0.5)
        near = [i for i, label in enumerate(folded) if label in spelled]
    hint = f" Near matches: {_listed(labels, near)}." if near else ""
    raise SpecError(f"There is no class {wanted!r}.{hint}")


def _folded(label: str) -> str:
    return label.casefold().replace("_", " ").strip()


def _listed(labels: tuple[str, ...], indices: list[int]) -> str:
    named = [f"{labels[i]} ({i})" for i in indices[:_NEAR_MATCHES]]
    more = len(indices) - len(named)
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
