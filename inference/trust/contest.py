"""A map against its rivals: deletion and insertion of all of them.

The rivals that every map of a photo shares are measured once for each photo and class.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from inference.classifier import Classifier, PreparedInput, Quantity, Target
from inference.errors import Sentence
from inference.geometry import Floats
from inference.jobs import Job, relayed
from inference.trust.curves import Curves, deletion_insertion, order_of
from inference.trust.rivals import Rival, own_rivals, shared_rivals

_MOST_KEPT = 64  # photos and classes of a network, whose shared rivals are known

Named = tuple[tuple[Sentence, Curves], ...]
_Key = tuple[str, Target, int, int]

_kept: WeakKeyDictionary[Classifier, OrderedDict[_Key, Named]] = WeakKeyDictionary()


def contest(
    classifier: Classifier,
    prepared: PreparedInput,
    target: Target,
    values: Floats,
    *,
    foreign: Floats | None,
    steps: int,
    seed: int,
) -> Job[None, tuple[Curves, Named]]:
    """Measures a map and its rivals.

    The curves follow the probability of the class, whatever the map explains.

    Args:
        classifier: The network.
        prepared: The photo.
        target: What the map explains; its class is settled.
        values: The map, (h, w) as large as the input.
        foreign: Another photo's map, likewise; None where there is none.
        steps: Of the curves.
        seed: Of the maps of chance.

    Returns:
        The map's curves; the rivals' names and curves.
    """
    followed = replace(target, quantity=Quantity.PROBABILITY)
    rivals = own_rivals(values)
    if foreign is not None:
        rivals = (*rivals, Rival(Sentence("another photo's map"), foreign))
    own = Rival(Sentence("this map"), values)
    first, *others = yield from _measured(
        classifier, prepared, followed, (own, *rivals), steps
    )
    key = (_photo(prepared), followed, steps, seed)
    kept = _kept.setdefault(classifier, OrderedDict())
    shared = kept.get(key)
    if shared is None:
        common = shared_rivals(prepared.size, seed)
        shared = yield from _measured(classifier, prepared, followed, common, steps)
        kept[key] = shared
        while len(kept) > _MOST_KEPT:
            kept.popitem(last=False)
    return first[1], (*others, *shared)


def _measured(
    classifier: Classifier,
    prepared: PreparedInput,
    target: Target,
    rivals: Sequence[Rival],
    steps: int,
) -> Job[None, Named]:
    orders = [order_of(rival.values) for rival in rivals]
    job = deletion_insertion(classifier, prepared, target, orders, steps=steps)
    curves = yield from relayed(job, lambda _: None)
    return tuple(zip((rival.name for rival in rivals), curves, strict=True))


def _photo(prepared: PreparedInput) -> str:
    """Returns what tells photos apart, as the network sees them."""
    return hashlib.sha256(prepared.pixels.tobytes()).hexdigest()
