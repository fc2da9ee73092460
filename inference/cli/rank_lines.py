"""What `rank` prints for people."""

from collections import Counter

from inference.cli.rank_trust import trust_lines
from inference.errors import Sentence
from inference.export import RankingResult
from inference.ranking import KINDS

_KINDS = (  # words for those of `KINDS`
    Sentence("wrong label"),
    Sentence("confidently wrong"),
    Sentence("duplicate"),
    Sentence("near duplicate"),
    Sentence("odd"),
)


def ranking_lines(result: RankingResult) -> list[Sentence]:
    """Returns what `rank` prints for people."""
    found, metrics = result.found, result.found.metrics
    low, high = metrics.accuracy.interval
    lines = [Sentence("{n} photos scored", one="{n} photo scored", n=len(found.places))]
    if metrics.accuracy.total:
        lines.append(
            Sentence(
                "{share:.1f} % accuracy ({low:.0f} to {high:.0f}), {top5:.1f} % among "
                "the first five, calibration error {error:.3f}",
                share=100 * metrics.accuracy.value,
                low=100 * low,
                high=100 * high,
                top5=100 * metrics.top5.value,
                error=metrics.calibration.error,
            )
        )
    if metrics.scarce:
        names = tuple(found.names[index] for index in metrics.scarce)
        lines.append(Sentence("under-represented: {names}", names=names))
    kinds = Counter(each.kind for each in result.suspects)
    words = dict(zip(KINDS, _KINDS, strict=True))
    lines += [Sentence("{k}: {count}", k=words[k], count=n) for k, n in kinds.items()]
    if result.evidence is not None:
        lines.append(result.evidence.sentence)
    if result.trust is not None:
        lines += trust_lines(result.trust)
    if found.scored.reasons:
        lines.append(
            Sentence(
                "{n} photos could not be read",
                one="{n} photo could not be read",
                n=len(found.scored.reasons),
            )
        )
    return lines
