"""Writes the map of any method to disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.classifier import Classifier
from inference.export.records import (
    box_record,
    class_record,
    parity_record,
    score_record,
    source_record,
    versions,
)
from inference.export.staging import staged
from inference.export.trust import trust_record
from inference.export.writing import (
    about,
    full_size,
    json_text,
    save_array,
    write_pictures,
    write_record,
    write_shown,
)
from inference.image import LoadedImage
from inference.pictures.explanation import Explanation
from inference.pictures.sheet import Picture
from inference.pictures.style import Style

if TYPE_CHECKING:
    from inference.trust import Trust
    from inference.twin.parity import Parity


@dataclass(frozen=True, slots=True)
class ExplanationResult:
    """A map with all that it was made from.

    Attributes:
        found: The answer.
        classifier: The network.
        image: The photo.
        check: How well gradients agree with the model; None where none were taken.
        trust: How far the map can be trusted; None where nobody asked.
        options: What the command line was given besides model and photo, by name.
    """

    found: Explanation
    classifier: Classifier
    image: LoadedImage
    check: "Parity | None" = None
    trust: "Trust | None" = None
    options: Mapping[str, Any] = field(default_factory=dict)


def export_explanation(
    result: ExplanationResult,
    folder: Path,
    *,
    style: Style,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes a map and returns the files.

    heatmap.npy (float32, as many rows and columns as the method has), heatmap_full.npy
    (the same resized to the pixels of the photo that the network saw, half-pixel
    bilinear), error.npy (standard errors, where the method has them), overlay.png,
    side_by_side.png, explain.json; shown.png, as the window shows it.

    Args:
        result: What is written.
        folder: Where to.
        style: How the map is drawn.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
    """
    found = result.found
    with staged(folder, replaces=replaces) as stage:
        save_array(stage / "heatmap.npy", found.heatmap.values)
        save_array(stage / "heatmap_full.npy", full_size(found.heatmap))
        if found.error is not None:
            save_array(stage / "error.npy", found.error)
        words = about(result.classifier, result.image)
        write_pictures(stage, result.image.pixels, found.heatmap, style, words)
        write_shown(stage, shown)
        if result.trust is not None:
            text = json_text(trust_record(result.trust), indent=2)
            (stage / "trust.json").write_text(f"{text}\n", "utf-8")
        names = write_record(stage / "explain.json", explanation_record(result))
    return [folder / name for name in names]


def explanation_record(result: ExplanationResult) -> dict[str, Any]:
    """Returns everything that a reader of a map has to know, for JSON."""
    found, classifier = result.found, result.classifier
    heatmap, target, labels = found.heatmap, found.target, classifier.labels
    against = target.against
    return {
        "method": found.method,
        "title": heatmap.title,
        "meaning": heatmap.meaning,
        "made": heatmap.made,
        **source_record(classifier, result.image, result.options),
        "settings": dict(found.settings),
        "target": class_record(labels, target.class_index),
        "against": None if against is None else class_record(labels, against),
        "quantity": target.quantity.value,
        "explained": target.name(labels),
        "score": found.score,
        "health": {
            "sound": found.health.is_sound,
            "sentence": found.health.sentence,
            **found.health.measures,
        },
        "steps": found.done,
        "exact": heatmap.is_exact,
        "range": [float(heatmap.values.min()), float(heatmap.values.max())],
        "grid_box": box_record(heatmap.grid),
        "seen_box": box_record(heatmap.seen),
        "full_size": list(full_size(heatmap).shape),
        "check": None if result.check is None else parity_record(result.check),
        "prediction": [score_record(score) for score in found.prediction.top(5)],
        "versions": versions(),
    }
