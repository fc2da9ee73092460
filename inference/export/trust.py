"""How far a map can be trusted, for JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the window starts without it
    from inference.trust import Curve, Curves, Trust


def trust_record(trust: "Trust") -> dict[str, Any]:
    """Returns all that was measured of a map, for JSON.

    `difference` is the area of insertion less that of deletion; `rank` is among all
    maps, 1 for the best; correlations are of ranks.
    """
    name, curves = trust.best_rival
    redrawn = trust.randomised
    return {
        "sound": trust.is_sound,
        "sentence": trust.sentence,
        "badge": trust.badge,
        "method": trust.of.method,
        **_areas(trust.curves),
        "rank": trust.rank,
        "beaten": trust.beaten,
        "rivals": [{"name": each, **_areas(c)} for each, c in trust.rivals],
        "best_rival": {"name": name, **_areas(curves)},
        "curves": {
            "deletion": _curve(trust.curves.deletion),
            "insertion": _curve(trust.curves.insertion),
        },
        "randomised": None
        if redrawn is None
        else {
            "layers": list(redrawn.layers),
            "correlations": list(redrawn.correlations),
        },
        "stability": {"flipped": trust.flipped, "noisy": trust.noisy},
        "skipped": list(trust.skipped),
    }


def _areas(curves: "Curves") -> dict[str, float]:
    return {
        "insertion": curves.insertion.area,
        "deletion": curves.deletion.area,
        "difference": curves.difference,
    }


def _curve(curve: "Curve") -> dict[str, list[float]]:
    return {"shares": curve.shares.tolist(), "scores": curve.scores.tolist()}
