"""Short names of tensors: the least of a path that still tells it from all others.

Exporters write the way to a tensor, "/features/features.12/Concat_output_0". Any of its
parts, in their order, may stand for it, "features.12" for one, as long as they belong
to no other tensor, or lead to the others only through more parts. People read the
shortest of these; whoever types a name may write any of them.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import combinations, pairwise

_QUANTISED_ENDING = re.compile(r"_(?:pre|de)quant.*$")  # tf2onnx joins names by ";"
_NUMBER = re.compile(r"_+\d+$")  # exporters count what has the same name
_DIGITS = re.compile(r"\d+")
_MOST_PARTS = 4  # of a short name; more are the whole path
_FAR = 1000  # an operator alone, "Relu", is near to none of those that end in it

_Rank = tuple[int, int]  # parts of the whole path, numbers left out; less is nearer
_Claims = dict[str, list[str]]


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Returns the shortest text that tells each tensor from the others.

    "/features/features.12/Concat_output_0" becomes "features.12", or "features.12.Add"
    where another tensor is as near to that. A tensor without a path of its own keeps
    its name.
    """
    names = tuple(names)
    nearest = _nearest(names)
    return {name: min(_own(name, nearest), key=len, default=name) for name in names}


def tensor_named(word: str, names: Iterable[str]) -> str | None:
    """Returns the tensor that a text means: its name, or parts of it that do.

    Capitals do not count, and "/" parts as "." does. None where it means no tensor, or
    several that are equally near.
    """
    names = tuple(names)
    if word in names:
        return word
    near = _nearest(names).get(_folded(".".join(_parts(word))), [])
    return near[0] if len(near) == 1 else None


def near_names(word: str, names: Iterable[str]) -> list[str]:
    """Returns up to three names that may have been meant, the nearest first.

    Where none is spelled like it, those with its number: block 6 for "fire6".
    """
    unique = list(dict.fromkeys(names))
    numbers = set(_DIGITS.findall(word))
    numbered = [name for name in unique if numbers & set(_DIGITS.findall(name))]
    return (
        get_close_matches(word, unique, cutoff=0.5)
        or get_close_matches(word, numbered, cutoff=0.0)
        or get_close_matches(word, unique, cutoff=0.0)
    )


def _own(name: str, nearest: _Claims) -> Iterator[str]:
    """Yields the texts that mean this tensor alone."""
    for words, _ in _abbreviations(name):
        if nearest[_folded(words)] == [name]:
            yield words


def _nearest(names: Iterable[str]) -> _Claims:
    """Returns for each text the tensors that it stands for by the fewest parts."""
    ranks: dict[str, _Rank] = {}
    found: _Claims = {}
    for name in names:
        for words, rank in _abbreviations(name):
            text = _folded(words)
            if text not in ranks or rank < ranks[text]:
                ranks[text], found[text] = rank, [name]
            elif rank == ranks[text] and name not in found[text]:
                found[text].append(name)
    return found


def _abbreviations(name: str) -> Iterator[tuple[str, _Rank]]:
    """Yields what may stand for a tensor, and how near it is to its whole path."""
    parts = _parts(name)
    for count in {*range(1, min(len(parts), _MOST_PARTS) + 1), len(parts)}:
        for some in combinations(parts, count):
            words = ".".join(some)
            steps = (
                _FAR if count == 1 < len(parts) and words == parts[-1] else len(parts)
            )
            yield words, (steps, 0)
            if unnumbered := _NUMBER.sub("", words):
                yield unnumbered, (steps, int(unnumbered != words))


def _parts(name: str) -> list[str]:
    """Returns the parts of a path; a number stays with what it counts.

    A part that the next one begins with says nothing: "layer1/layer1.0".
    """
    parts: list[str] = []
    for part in re.split(r"[/.]", _without_trappings(name)):
        if part.isdecimal() and parts:
            parts[-1] += f".{part}"
        elif part:
            parts.append(part)
    ends = parts[-1:]
    return [
        p for p, after in pairwise(parts) if p not in (after, _counted(after))
    ] + ends


def _counted(part: str) -> str:
    """Returns what the number of a part counts: "layer1" of "layer1.0"."""
    return part.split(".")[0]


def _without_trappings(name: str) -> str:
    """Returns a tensor's name without what exporters add to its end."""
    base = name.split(";", maxsplit=1)[0].removesuffix("_output_0").split(":")[0]
    if ending := _QUANTISED_ENDING.search(name):
        tail = ending[0].split(":")[0]
        base = base.removesuffix(tail)
        base += "/dequantised" if "equantize" in tail else tail
    return base


def _folded(words: str) -> str:
    return words.casefold()
