"""Writes a ranking: its order, its best photos as tiles, metrics and suspects."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from inference.export.ranking_tiles import across, ranking_tiles, write_peaks
from inference.export.ranking_trust import methods_record, write_trust
from inference.export.records import versions
from inference.export.staging import staged
from inference.export.writing import (
    csv_file,
    json_text,
    save_array,
    save_picture,
    write_record,
)
from inference.geometry import Doubles
from inference.pictures.limits import Limits
from inference.pictures.sheet import tiled
from inference.pictures.style import colored

if TYPE_CHECKING:  # the window starts without them
    from inference.dataset import ClassCounts, Evidence, Finding, Metrics, Share
    from inference.ranking import Activity, Analysis, Order, Suspect
    from inference.trust import MethodTable

RECORD = "metrics.json"
_PICTURE = 336  # px, the side of a mean map


@dataclass(frozen=True, slots=True, eq=False)
class RankingResult:
    """What is written.

    Attributes:
        found: The photos, and what their scores say.
        order: What was asked.
        numbers: What photos of `found` are ranked by, (N,).
        places: Photos of `found` in that order.
        suspects: Photos that something is wrong with.
        limit: Tiles of the picture.
        about: What else the JSON says: the model, the dataset, the split.
        evidence: Where the classes' evidence lies; None where nobody asked.
        activity: The channel that photos are ranked by; None for other numbers.
        trust: Which method deserves belief; None where nobody asked.
    """

    found: "Analysis"
    order: "Order"
    numbers: Doubles
    places: Sequence[int]
    suspects: Sequence["Suspect"]
    limit: int
    about: dict[str, Any]
    evidence: "Evidence | None" = None
    activity: "Activity | None" = None
    trust: "MethodTable | None" = None


def export_ranking(
    result: RankingResult, folder: Path, *, replaces: bool = False
) -> list[Path]:
    """Writes a ranking into a folder and returns its files.

    Raises:
        ExportError: The folder cannot be written, or holds another export.
    """
    with staged(folder, replaces=replaces) as stage:
        _write_order(stage / "ranking.csv", result)
        _write_confusion(stage / "confusion.csv", result.found)
        _write_suspects(stage / "suspects.csv", result)
        if result.activity is not None and result.activity.has_places:
            write_peaks(stage / "peaks.csv", result, result.activity)
        tiles = ranking_tiles(result)
        if tiles:
            save_picture(stage / "grid.png", tiled(tiles, across=across(len(tiles))))
        if result.evidence is not None:
            _write_evidence(stage, result.evidence)
        if result.trust is not None:
            write_trust(stage / "trust.csv", result.trust)
        names = write_record(stage / RECORD, metrics_record(result))
    return [folder / name for name in names]


def metrics_record(result: RankingResult) -> dict[str, Any]:
    """Returns the metrics of all photos that have a true class, for JSON."""
    found = result.found
    metrics = found.metrics
    counts = [each.true for each in metrics.classes]
    return {
        **result.about,
        "versions": versions(),
        "classes": list(found.names),
        "accuracy": _share(metrics.accuracy),
        "accuracy_interval": list(metrics.accuracy.interval),
        "top5": _share(metrics.top5),
        "per_class": {
            name: _class_record(each)
            for name, each in zip(found.names, metrics.classes, strict=True)
        },
        "calibration": _calibration_record(metrics),
        "counts": dict(zip(found.names, counts, strict=True)),
        "labelled": metrics.accuracy.total,
        "under_represented": [found.names[index] for index in metrics.scarce],
        "unreadable": [
            {"path": _name(result, place), "reason": reason}
            for place, reason in sorted(found.scored.reasons.items())
        ],
        **({} if result.trust is None else {"trust": methods_record(result.trust)}),
    }


def evidence_record(evidence: "Evidence") -> dict[str, Any]:
    """Returns where the classes' evidence lies, for JSON."""
    first = next(iter(evidence.findings), None)
    return {
        "finding": None if first is None else _finding_record(first),
        "sentence": evidence.sentence,
        "findings": [_finding_record(each) for each in evidence.findings],
        "classes": {
            name: {
                "photos": count,
                "ninths": shares.tolist(),
                "border": float(border),
            }
            for name, count, shares, border in zip(
                evidence.names,
                evidence.counts,
                evidence.shares,
                evidence.border(),
                strict=True,
            )
        },
    }


def _finding_record(finding: "Finding") -> dict[str, Any]:
    return {
        "class": finding.name,
        "row": finding.row,
        "column": finding.column,
        "place": finding.place,
        "share": finding.share,
        "others": finding.others,
    }


def _write_evidence(stage: Path, evidence: "Evidence") -> None:
    """Writes the mean maps: numbers, and pictures at one scale for all."""
    from inference.dataset import softened

    text = json_text(evidence_record(evidence), indent=2)
    (stage / "evidence.json").write_text(f"{text}\n", "utf-8")
    save_array(stage / "evidence.npy", evidence.mean.astype(np.float32))
    limits = Limits(0, float(evidence.mean.max()) or 1.0)
    for index, mean in enumerate(evidence.mean):
        values = softened(mean, _PICTURE).astype(np.float32)
        picture = colored(values, limits, "viridis")
        save_picture(stage / f"evidence_{index:03}.png", picture, evidence.names[index])


def _share(share: "Share") -> float | None:
    return share.value if share.total else None


def _class_record(counts: "ClassCounts") -> dict[str, Any]:
    return {
        "photos": counts.true,
        "predicted": counts.predicted,
        "right": counts.right,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
    }


def _calibration_record(metrics: "Metrics") -> dict[str, Any]:
    found = metrics.calibration
    return {
        "expected_error": found.error,
        "edges": found.edges.tolist(),
        "counts": found.counts.tolist(),
        "confidence": _cells(found.confidence),
        "accuracy": _cells(found.accuracy),
    }


def _cells(numbers: Any) -> list[float | None]:
    return [None if math.isnan(number) else float(number) for number in numbers]


def _write_order(path: Path, result: RankingResult) -> None:
    found = result.found
    photos, numbers = found.photos, result.numbers
    target = result.order.target
    classes = found.own if target is None else np.full_like(found.own, target)
    shares = found.scores.probability(classes)
    with csv_file(path) as file:
        table = csv.writer(file)
        table.writerow(("path", "label", "predicted", "score", "probability"))
        for n in result.places:
            leading = found.predicted[n]
            table.writerow(
                (
                    _name(result, int(found.places[n])),
                    photos[n].label,
                    found.names[leading],
                    f"{numbers[n]:.7g}",
                    f"{shares[n]:.7g}",
                )
            )


def _write_confusion(path: Path, found: "Analysis") -> None:
    table = found.confusion
    with csv_file(path) as file:
        rows = csv.writer(file)
        rows.writerow(("true", *found.names))
        rows.writerows((n, *row) for n, row in zip(found.names, table, strict=True))


def _write_suspects(path: Path, result: RankingResult) -> None:
    photos = result.found.scored.dataset.photos
    with csv_file(path) as file:
        table = csv.writer(file)
        table.writerow(("path", "kind", "label", "looks_like", "self_confidence"))
        for each in result.suspects:
            own = each.self_confidence
            table.writerow(
                (
                    _name(result, each.photo),
                    each.kind,
                    photos[each.photo].label,
                    each.looks_like,
                    "" if math.isnan(own) else f"{own:.7g}",
                )
            )


def _name(result: RankingResult, place: int) -> str:
    dataset = result.found.scored.dataset
    return dataset.way_to(dataset.photos[place].path)
