"""Writes an occlusion map to disk."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from inference.classifier import Classifier, Target
from inference.export.probe import ProbeResult, probe_record, write_probe
from inference.export.questions import Drawn
from inference.export.records import (
    box_record,
    class_record,
    score_record,
    source_record,
    versions,
)
from inference.export.staging import staged
from inference.export.writing import (
    about,
    csv_file,
    save_array,
    write_pictures,
    write_record,
    write_shown,
)
from inference.geometry import Floats
from inference.image import LoadedImage
from inference.occlusion import OcclusionSpec, SensitivePlace, Sweep
from inference.pictures.heatmap import Heatmap
from inference.pictures.sheet import Picture
from inference.pictures.style import Style

SIGN = "drop = reference − occluded; positive: the place speaks for the target"


@dataclass(frozen=True, slots=True)
class OcclusionResult:
    """An occlusion map with all that it was made from.

    Attributes:
        sweep: The numbers.
        heatmap: One question asked of them.
        classifier: The network.
        image: The photo.
        probe: Covered places that are shown over the map, or None.
        options: What the command line was given besides model and photo, by name.
        drawn: What a window shows of it: the drop, what remains, or the class.
    """

    sweep: Sweep
    heatmap: Heatmap
    classifier: Classifier
    image: LoadedImage
    probe: ProbeResult | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    drawn: Drawn = "drop"


def export_occlusion(
    result: OcclusionResult,
    folder: Path,
    *,
    style: Style | None = None,
    with_scores: bool = False,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes an occlusion map and returns the files.

    heatmap.npy (float32, rows × cols; NaN where a stopped map has no place computed),
    heatmap.csv (the same numbers: a heading with the columns' centre
    pixels, then a line per row), overlay.png (the photo's own size), side_by_side.png,
    occlusion.json; with scores also logits.npy (rows, cols, K); with a probe the files
    of `write_probe`; shown.png, as the window shows it.

    Args:
        result: What is written.
        folder: Where to.
        style: How the map is drawn.
        with_scores: Whether all classes' logits are written too.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
        SpecError: Scores of an incomplete map.
    """
    style = style or Style()
    heatmap, photo = result.heatmap, result.image.pixels
    values = computed_values(result.sweep, heatmap)
    with staged(folder, replaces=replaces) as stage:
        save_array(stage / "heatmap.npy", values)
        write_grid_csv(stage / "heatmap.csv", result.sweep, values)
        words = about(result.classifier, result.image)
        write_pictures(stage, photo, heatmap, style, words)
        if with_scores:
            save_array(stage / "logits.npy", result.sweep.on_grid())
        if result.probe is not None:
            write_probe(stage, result.probe, style)
        write_shown(stage, shown)
        names = write_record(stage / "occlusion.json", occlusion_record(result))
    return [folder / name for name in names]


def occlusion_record(result: OcclusionResult) -> dict[str, Any]:
    """Returns everything that a reader of an occlusion map has to know, for JSON."""
    sweep, heatmap, classifier = result.sweep, result.heatmap, result.classifier
    labels = classifier.labels
    against = heatmap.against
    asked = Target(heatmap.target, against, heatmap.quantity)
    place = sweep.most_sensitive(asked)
    flips = sweep.class_map()
    known = heatmap.values[sweep.is_computed]
    return {
        "method": "occlusion",
        **source_record(classifier, result.image, result.options),
        "spec": spec_record(sweep.spec),
        "target": class_record(labels, heatmap.target),
        "against": None if against is None else class_record(labels, against),
        "quantity": heatmap.quantity.value,
        "drawn": result.drawn,
        "title": heatmap.title,
        "sign": SIGN,
        "exact": heatmap.is_exact,
        "positions": {"done": sweep.done, "total": sweep.grid.count},
        "rows": sweep.grid.rows.tolist(),
        "cols": sweep.grid.cols.tolist(),
        "grid_box": box_record(heatmap.grid),
        "seen_box": box_record(heatmap.seen),
        "reference": [score_record(score) for score in sweep.reference.top(5)],
        "range": [float(known.min()), float(known.max())],
        "most_sensitive": place_record(place),
        "most_damaging": [place_record(each) for each in sweep.most_damaging(asked)],
        "flips": {"places": flips.flips, "of": flips.places},
        "note": sweep.note,
        "probe": _probe_record(result.probe),
        "versions": versions(),
    }


def _probe_record(result: ProbeResult | None) -> dict[str, Any] | None:
    return None if result is None else probe_record(result.probe, result.target)


def place_record(place: SensitivePlace) -> dict[str, Any]:
    """Returns the place where covering lowers the score most, for JSON."""
    return {
        "center": list(place.center),
        "box": box_record(place.box),
        "photo_center": list(place.photo_center),
        "photo_box": box_record(place.photo_box),
        "score": place.name,
        "score_before": place.score_before,
        "score_after": place.score_after,
        "equals": place.equals,
        "before": score_record(place.before),
        "after": score_record(place.after),
        "becomes": score_record(place.becomes),
    }


def spec_record(spec: OcclusionSpec) -> dict[str, Any]:
    """Returns how places were covered, for JSON."""
    return {
        "mask_size": list(spec.mask_size),
        "stride": list(spec.stride),
        "baseline": spec.baseline.name,
        "clip": spec.clip,
    }


def computed_values(sweep: Sweep, heatmap: Heatmap) -> Floats:
    """Returns the values (R, C), NaN where a stopped sweep computed no place.

    Pictures show the interpolated values there; numbers are what was computed.
    """
    values: Floats = np.where(sweep.is_computed, heatmap.values, np.float32(np.nan))
    return values


def write_grid_csv(path: Path, sweep: Sweep, values: Floats) -> None:
    """Writes the values with the centre pixels of their rows and columns."""
    with csv_file(path) as file:
        writer = csv.writer(file)
        writer.writerow(["row/col", *sweep.grid.cols.tolist()])
        for row, line in zip(sweep.grid.rows, values, strict=True):
            writer.writerow([int(row), *(f"{value:.9g}" for value in line)])
