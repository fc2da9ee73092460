"""Writes what covering some places does: scores before and after, and the picture."""

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from inference.classifier import Classifier, PreparedInput
from inference.errors import Sentence, words
from inference.export.records import (
    box_record,
    class_record,
    image_record,
    labels_record,
    model_record,
    preprocessing_record,
    score_record,
    versions,
)
from inference.export.staging import staged
from inference.export.writing import (
    about,
    csv_file,
    save_picture,
    write_record,
    write_shown,
)
from inference.geometry import Box, Floats
from inference.image import LoadedImage
from inference.occlusion import Probe
from inference.pictures.sheet import Picture, in_font
from inference.pictures.shown import Cover, PicturePane, shown_picture
from inference.pictures.style import Style

_TOP_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """Covered places with all that their scores were made from.

    Attributes:
        probe: The answer.
        target: The class that is looked at.
        classifier: The network.
        image: The photo.
    """

    probe: Probe
    target: int
    classifier: Classifier
    image: LoadedImage


def export_probe(
    result: ProbeResult,
    folder: Path,
    *,
    style: Style | None = None,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes covered places and returns the files: those of `write_probe`, probe.json.

    Args:
        result: What is written.
        folder: Where to.
        style: How large the picture is.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
    """
    with staged(folder, replaces=replaces) as stage:
        write_probe(stage, result, style or Style())
        write_shown(stage, shown)
        names = write_record(stage / "probe.json", full_probe_record(result))
    return [folder / name for name in names]


def write_probe(stage: Path, result: ProbeResult, style: Style) -> None:
    """Writes covered.png (the photo with them and the scores), probe.csv (all classes).

    Columns of the table: index, label, probability before and after.
    """
    pane = PicturePane(result.image.pixels, style=style, covers=_covers(result))
    language = in_font(style.translate)
    lines = [words(line, language) for line in _lines(result)]
    covered = shown_picture([pane], lines)
    save_picture(stage / "covered.png", covered, about(result.classifier, result.image))
    before, after = result.probe.reference, result.probe.prediction
    with csv_file(stage / "probe.csv") as file:
        writer = csv.writer(file)
        writer.writerow(["index", "label", "before", "after"])
        for index, label in enumerate(before.labels):
            shares = before.probability(index), after.probability(index)
            writer.writerow([index, label, *(f"{share:.9g}" for share in shares)])


def full_probe_record(result: ProbeResult) -> dict[str, Any]:
    """Returns everything that a reader of these files has to know, for JSON."""
    boxes = ", ".join(_box_words(result))
    return {
        "method": "probe",
        "title": f"Covered places: {boxes}",
        "model": model_record(result.classifier),
        "image": image_record(result.image),
        "preprocessing": preprocessing_record(result.classifier.spec),
        "labels": labels_record(result.classifier.spec),
        **probe_record(result.probe, result.target),
        "versions": versions(),
    }


def probe_record(found: Probe, target: int) -> dict[str, Any]:
    """Returns what covering the boxes does, for JSON; boxes are in input pixels."""
    return {
        "boxes": [box_record(patch) for patch in found.patches],
        "baseline": found.baseline.name,
        "target": class_record(found.reference.labels, target),
        "drop": found.drop(target),
        "before": [score_record(s) for s in found.reference.top(_TOP_SHOWN)],
        "after": [score_record(s) for s in found.prediction.top(_TOP_SHOWN)],
        "probabilities_before": found.reference.probabilities.tolist(),
        "probabilities_after": found.prediction.probabilities.tolist(),
    }


def covered_words(patch: Box, prepared: PreparedInput) -> Sentence:
    """Says what a box covers, in pixels of the input and of the photo."""
    on_photo = prepared.to_photo.box(patch)
    return Sentence(
        "covered: rows {top} to {bottom}, columns {left} to {right} of the input, "
        "which are rows {photo_top} to {photo_bottom}, columns {photo_left} to "
        "{photo_right} of the photo",
        top=int(patch.top),
        bottom=int(patch.bottom) - 1,
        left=int(patch.left),
        right=int(patch.right) - 1,
        photo_top=math.floor(on_photo.top),
        photo_bottom=math.ceil(on_photo.bottom) - 1,
        photo_left=math.floor(on_photo.left),
        photo_right=math.ceil(on_photo.right) - 1,
    )


def _covers(result: ProbeResult) -> tuple[Cover, ...]:
    """Returns the places on the photo, in the colour that the network saw there."""
    prepared = result.classifier.prepare(result.image)
    to_photo, filling = prepared.to_photo, result.probe.filling
    return tuple(
        Cover(to_photo.box(box), _shown_filling(filling, box))
        for box in result.probe.patches
    )


def _shown_filling(filling: Floats, box: Box) -> tuple[int, int, int] | Picture:
    """Returns what stands in a box for the eye: a colour, or its part of a picture."""
    if filling.ndim == 1:
        red, green, blue = (int(value) for value in np.resize(np.rint(filling), 3))
        return red, green, blue
    rows = slice(int(box.top), int(box.bottom))
    cols = slice(int(box.left), int(box.right))
    channels = np.resize(np.arange(filling.shape[-1]), 3)
    shown: Picture = np.rint(filling[rows, cols][..., channels]).astype(np.uint8)
    return shown


def _lines(result: ProbeResult) -> list[Sentence]:
    found, index = result.probe, result.target
    prepared = result.classifier.prepare(result.image)
    before, after = found.reference, found.prediction
    leading = after.score(after.top_index)
    return [
        Sentence(
            "{label}: {before:.4f} before, {after:.4f} covered · leading then: "
            "{leading} {probability:.4f}",
            label=before.labels[index],
            before=before.probability(index),
            after=after.probability(index),
            leading=leading.label,
            probability=leading.probability,
        ),
        Sentence(
            "{about} · baseline {baseline} · exact",
            about=about(result.classifier, result.image),
            baseline=found.baseline.words,
        ),
        *(covered_words(patch, prepared) for patch in found.patches),
    ]


def _box_words(result: ProbeResult) -> list[str]:
    return [
        f"{box.top:.0f}, {box.left:.0f}, {box.height:.0f}, {box.width:.0f}"
        for box in result.probe.patches
    ]
