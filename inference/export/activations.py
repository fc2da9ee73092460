"""Writes activations to disk: tensors, pictures, and what they say about channels."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from inference.activations import (
    ChannelStats,
    LayerActivations,
    Order,
    TileStyle,
    channel_stats,
    grid_picture,
    montage,
    ordered,
)
from inference.classifier import Classifier
from inference.errors import Sentence
from inference.export.records import (
    box_record,
    image_record,
    labels_record,
    model_record,
    preprocessing_record,
    read_layer_record,
    versions,
)
from inference.export.staging import staged
from inference.export.writing import (
    about,
    csv_file,
    save_array,
    save_picture,
    write_record,
    write_shown,
)
from inference.geometry import Size
from inference.image import LoadedImage
from inference.pictures.sheet import Picture
from inference.pictures.shown import PicturePane, pane_picture
from inference.pictures.style import Style

_CHANNEL_KEYS = ("number", "maximum", "mean", "zeros", "row", "column", "on_edge")
_ORDERS = {
    "index": Sentence("index"),
    "maximum": Sentence("maximum"),
    "mean": Sentence("mean"),
    "sparsity": Sentence("sparsity"),
}


@dataclass(frozen=True, slots=True)
class ActivationsResult:
    """A layer's values for one or two photos, with all that they were made from.

    Attributes:
        classifier: The network.
        images: One or two photos.
        activations: Of the same layer, one for each photo.
        channels: Those that were chosen; the montage shows them.
        order: Of the channels in the grid.
        grid: Rows and columns of the grid; None shows all channels.
        style: How channels are drawn.
        is_positive: Whether negative values were set to zero.
        is_larger: Whether the photo was run at its own resolution.
        options: What the command line was given besides model and photo, by name.
    """

    classifier: Classifier
    images: tuple[LoadedImage, ...]
    activations: tuple[LayerActivations, ...]
    channels: tuple[int, ...] = ()
    order: Order = "index"
    grid: Size | None = None
    style: TileStyle = TileStyle()  # noqa: RUF009 - frozen
    is_positive: bool = False
    is_larger: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


def export_activations(
    result: ActivationsResult,
    folder: Path,
    *,
    style: Style | None = None,
    shown: Picture | None = None,
    replaces: bool = False,
) -> list[Path]:
    """Writes a layer's values and returns the files.

    activations.npy (float32; C, h, w, or C of a vector), channels.csv (number, maximum,
    mean, share of zeros, place of the maximum), grid.png, activations.json; for each
    chosen channel channel_N.npy, .csv and .png, and channel_N_overlay.png over it
    (in its own or a chosen size); of a second photo activations_b.npy, channels_b.csv,
    and montage.png with the chosen channels of both, else the strongest one of the
    first; shown.png, as the window shows it.

    Args:
        result: What is written.
        folder: Where to.
        style: How channels are drawn over the photo.
        shown: The picture of what a window shows, or None.
        replaces: Whether an export that stands there is replaced.

    Raises:
        ExportError: It could not be written, or another export stands there.
    """
    with staged(folder, replaces=replaces) as stage:
        for ending, activations in zip(("", "_b"), result.activations, strict=False):
            save_array(stage / f"activations{ending}.npy", activations.maps)
            stats = channel_stats(activations)
            write_channels_csv(stage / f"channels{ending}.csv", stats)
        save_picture(stage / "grid.png", _grid(result))
        for channel in result.channels:
            _write_channel(stage, result, channel)
            _write_overlay(stage, result, channel, style or Style())
        if len(result.activations) > 1:
            save_picture(stage / "montage.png", _montage(result))
        write_shown(stage, shown)
        names = write_record(stage / "activations.json", activations_record(result))
    return [folder / name for name in names]


def activations_record(result: ActivationsResult) -> dict[str, Any]:
    """Returns everything that a reader of these files has to know, for JSON."""
    first = result.activations[0]
    stats = channel_stats(first)
    return {
        "method": "activations",
        "title": f"Activations of {first.layer.name}",
        "model": model_record(result.classifier),
        "images": [image_record(image) for image in result.images],
        "preprocessing": preprocessing_record(result.classifier.spec),
        "labels": labels_record(result.classifier.spec),
        "options": dict(result.options),
        "layer": read_layer_record(first.layer),
        "shape": list(first.maps.shape),
        "numbered_from": 0,
        "positive_part_only": result.is_positive,
        "larger_than_trained": result.is_larger,
        "notes": [each.note for each in result.activations],
        "range": [float(first.maps.min()), float(first.maps.max())],
        "boxes": [box_record(each.box) for each in result.activations],
        "seen_boxes": [box_record(each.seen) for each in result.activations],
        "strongest": channel_record(stats, first.strongest),
        "channels": [channel_record(stats, channel) for channel in result.channels],
        "order": result.order,
        "scale": result.style.scale,
        "limits": result.style.limits and list(result.style.limits.ends),
        "color_map": result.style.color_map_for(first.maps),
        "asked_color_map": result.style.color_map,
        "versions": versions(),
    }


def channel_record(stats: ChannelStats, channel: int) -> dict[str, Any]:
    """Returns one channel's numbers, for JSON."""
    return {
        "number": channel,
        "maximum": float(stats.maxima[channel]),
        "mean": float(stats.means[channel]),
        "zeros": float(stats.zeros[channel]),
        "row": int(stats.rows[channel]),
        "column": int(stats.cols[channel]),
        "on_edge": bool(stats.on_edge[channel]),
    }


def write_channels_csv(path: Path, stats: ChannelStats) -> None:
    """Writes a line for each channel; zeros is a share of 1, row and column from 0."""
    with csv_file(path) as file:
        writer = csv.writer(file)
        writer.writerow(_CHANNEL_KEYS)
        for channel in range(len(stats.maxima)):
            record = channel_record(stats, channel)
            writer.writerow(_cells(record[key] for key in _CHANNEL_KEYS))


def _write_channel(stage: Path, result: ActivationsResult, channel: int) -> None:
    activations = result.activations[0]
    values = activations.maps[channel]
    save_array(stage / f"channel_{channel}.npy", values)
    with csv_file(stage / f"channel_{channel}.csv") as file:
        rows = np.atleast_2d(values)
        csv.writer(file).writerows(_cells(map(float, row)) for row in rows)
    picture = grid_picture(
        activations, [channel], 1, result.style, captions=[_caption(result)]
    )
    save_picture(stage / f"channel_{channel}.png", picture)


def _write_overlay(
    stage: Path, result: ActivationsResult, channel: int, style: Style
) -> None:
    """Writes a channel over the photo; a vector has no places there."""
    activations = result.activations[0]
    if activations.is_vector:
        return
    pane = PicturePane(
        result.images[0].pixels, activations.heatmap(channel), style=style
    )
    words = about(result.classifier, result.images[0])
    save_picture(stage / f"channel_{channel}_overlay.png", pane_picture(pane), words)


def _grid(result: ActivationsResult) -> Picture:
    activations = result.activations[0]
    channels = ordered(channel_stats(activations), result.order).tolist()
    if result.grid is not None:
        channels = channels[: result.grid.height * result.grid.width]
        columns = result.grid.width
    else:
        columns = max(8, round(len(channels) ** 0.5))
    total = len(activations.maps)
    shown = Sentence(
        "{shown} of {total} channels, by {order}, numbered from 0",
        shown=len(channels),
        total=total,
        order=_ORDERS[result.order],
    )
    return grid_picture(
        activations,
        channels,
        columns,
        result.style,
        captions=[_caption(result), shown],
        framed=result.channels,
    )


def _montage(result: ActivationsResult) -> Picture:
    first, second = result.activations[:2]
    names = [image.name for image in result.images]
    channels: Sequence[int] = result.channels or (first.strongest,)
    return montage(
        first,
        second,
        channels,
        result.style,
        captions=(_caption(result, with_photo=False), *names),
    )


def _caption(result: ActivationsResult, *, with_photo: bool = True) -> str:
    first = result.activations[0]
    parts = [
        result.classifier.spec.name,
        first.layer.name,
        " × ".join(map(str, first.maps.shape)),
        Sentence("positive part only") if result.is_positive else "",
        first.note,
        result.images[0].name if with_photo else "",
    ]
    return " · ".join(result.style.words(part) for part in parts if part)


def _cells(values: Iterable[object]) -> list[object]:
    return [f"{v:.9g}" if isinstance(v, float) else v for v in values]
