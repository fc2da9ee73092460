"""Which way is best, as far as the photos can tell."""

from dataclasses import dataclass

import numpy as np

from inference.dataset import Share
from inference.doctor.examination import LEAST, Examination, Tried
from inference.errors import Sentence

FEWEST = 5  # photos with labels, for a standard error that means anything


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an examination says.

    Attributes:
        offered: The way to take: of those that the photos cannot tell from the best
            one, the nearest to the present.
        now: The present way.
        ranked: All ways, best first.
        rivals: How many others the photos cannot tell from the offered one.
        is_labelled: Whether it stands on labels; without them it is weaker evidence.
    """

    offered: Tried
    now: Tried
    ranked: tuple[Tried, ...]
    rivals: int
    is_labelled: bool

    @property
    def is_right(self) -> bool:
        """Whether the present way is as good as any."""
        return self.offered is self.now

    @property
    def sentence(self) -> Sentence:
        """The verdict in words."""
        return _labelled(self) if self.is_labelled else _unlabelled(self)


def verdict(found: Examination) -> Verdict:
    """Judges an examination of at least one photo.

    With labels the share of right photos counts, then the loss; without, the agreement
    with the other ways, then the confidence. A way whose share lies within the interval
    of the best one cannot be told from it, unless it normalises otherwise and the true
    classes are surely less probable to it. (How a photo is cut is no such matter: what
    shows more of it makes its class more probable, however the model was trained.)
    """
    tried = found.tried
    ranked = tuple(sorted(tried, key=_labelled_rank if found.is_labelled else _rank))
    least = _share(ranked[0]).interval[0]
    places = {each.way: place for place, each in enumerate(tried)}
    best = places[ranked[0].way]
    alike = [
        each
        for each in ranked
        if _share(each).value >= least
        and not _is_surely_worse(found, places[each.way], best)
    ]
    now = tried[found.now]
    offered = min(alike, key=lambda each: each.way.distance(now.way))
    return Verdict(offered, now, ranked, len(alike) - 1, found.is_labelled)


def _is_surely_worse(found: Examination, way: int, best: int) -> bool:
    """Whether classes are less probable to another normalisation: a paired test.

    The mean difference of the logarithms, photo by photo, is more than two standard
    errors: that tells more than two shares do.
    """
    known = found.true >= 0
    hows = [found.ways[w].preprocessing.normalisation for w in (way, best)]
    told = np.log(np.maximum(found.told[:, known], LEAST))
    difference = told[best] - told[way]
    count = len(difference)
    if hows[0] == hows[1] or count < FEWEST:
        return False
    error = difference.std(ddof=1) / np.sqrt(count)
    return bool(difference.mean() > 2 * error)


def _labelled_rank(tried: Tried) -> tuple[float, float]:
    return -_share(tried).value, tried.loss


def _rank(tried: Tried) -> tuple[float, float]:
    return -tried.agreement.value, -tried.confidence


def _share(tried: Tried) -> Share:
    return tried.agreement if tried.right is None else tried.right


def _labelled(found: Verdict) -> Sentence:
    """Says how often the offered way is right, and the present one."""
    best = Sentence(
        "{way} is right on {share} of the {n} labelled photos",
        way=found.offered.way.words,
        share=_percent(_share(found.offered)),
        n=_share(found.offered).total,
    )
    if found.is_right:
        return Sentence(
            "{best}: no way is surely better.{more}", best=best, more=_more(found)
        )
    return Sentence(
        "{best}, {way}, used now, on {share}.{more}",
        best=best,
        way=found.now.way.words,
        share=_percent(_share(found.now)),
        more=_more(found),
    )


def _percent(share: Share) -> Sentence:
    low, high = share.interval
    return Sentence(
        "{share:.0f} % ({low:.0f} to {high:.0f})",
        share=100 * share.value,
        low=100 * low,
        high=100 * high,
    )


def _more(found: Verdict) -> Sentence | str:
    if not found.rivals:
        return ""
    return Sentence(
        " {n} other ways cannot be told from it.",
        one=" {n} other way cannot be told from it.",
        n=found.rivals,
    )


def _unlabelled(found: Verdict) -> Sentence:
    """Says which way agrees with the others, and that this proves less."""
    share = _share(found.offered)
    if share.total == 1:
        return Sentence(
            "One photo proves little: most ways agree with {way}. Choose a folder of "
            "labelled photos.",
            way=found.offered.way.words,
        )
    return Sentence(
        "Weaker evidence, for these photos have no labels: {way} says what most ways "
        "say on {hits} of {n} photos; {now}, used now, on {other}.",
        way=found.offered.way.words,
        hits=share.hits,
        n=share.total,
        now=found.now.way.words,
        other=_share(found.now).hits,
    )
