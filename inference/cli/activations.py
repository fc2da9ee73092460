"""`activations`: what a layer gives for a photo, channel by channel."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inference.activations import (
    ORDERS,
    SCALES,
    LayerActivations,
    LayerReader,
    TileStyle,
    channel_stats,
    ordered,
)
from inference.cli.common import (
    add_force,
    add_json,
    add_model,
    add_out,
    add_side,
    opened,
    print_record,
    require_room,
)
from inference.cli.meter import Meter
from inference.cli.parsing import Say
from inference.cli.photos import add_photos, are_several, opened_photo
from inference.cli.series import Work, Written, asked, run_work
from inference.errors import Sentence, SpecError
from inference.export import (
    ActivationsResult,
    activations_record,
    export_activations,
)
from inference.geometry import parse_size
from inference.image import LoadedImage
from inference.network.layers import following_relu
from inference.pictures.colormaps import COLOR_MAPS
from inference.pictures.shown import checked_side
from inference.pictures.style import Style

_COLUMNS = {
    "layer": lambda record: record["layer"]["name"],
    "strongest": lambda record: record["strongest"]["number"],
    "maximum": lambda record: record["strongest"]["maximum"],
    "row": lambda record: record["strongest"]["row"],
    "column": lambda record: record["strongest"]["column"],
}


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "activations",
        help=say("write what a layer gives for photos; of two files, side by side"),
    )
    add_model(parser, say)
    add_photos(parser, say)
    parser.add_argument(
        "--each",
        action="store_true",
        help=say("two photos: a folder for each in place of both side by side"),
    )
    parser.add_argument(
        "--layer", metavar="NAME", required=True, help=say("a tensor; info --layers")
    )
    add_out(parser, say, required=True)
    parser.add_argument(
        "--channels", metavar="13,46", help=say("channels to single out, from 0")
    )
    parser.add_argument(
        "--top",
        type=int,
        default=0,
        metavar="N",
        help=say("also the N strongest channels"),
    )
    _add_drawing(parser, say)
    add_side(parser, say)
    add_force(parser, say)
    add_json(parser, say)
    parser.set_defaults(run=run)


def _add_drawing(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--grid", metavar="8x8", help=say("rows and columns of the grid (all channels)")
    )
    parser.add_argument("--order", choices=ORDERS, default="index")
    parser.add_argument(
        "--scale",
        choices=SCALES[:2],
        default="layer",
        help=say("one for all, or each own"),
    )
    parser.add_argument(
        "--color-map", choices=("automatic", *COLOR_MAPS), default="automatic"
    )
    parser.add_argument(
        "--positive", action="store_true", help=say("the positive part only")
    )
    parser.add_argument(
        "--larger", action="store_true", help=say("run at the photo's own resolution")
    )


def run(options: argparse.Namespace) -> None:
    """Writes them and prints the files and the strongest channel."""
    checked_side(options.side)
    parse_size(options.grid)  # refused before anything is opened
    is_pair = _is_pair(options)
    require_room(options, is_one=is_pair or not are_several(options))
    reader = LayerReader(opened(options))
    reader.layer(options.layer)
    if is_pair:
        images = tuple(opened_photo(photo, options) for photo in options.photos)
        print_record(options, *_written(options, reader, images, Path(options.out)))
        return

    def write(image: LoadedImage, folder: Path, _: Meter) -> Written:
        return _written(options, reader, (image,), folder)

    run_work(options, Work(reader.classifier, "activations.json", _COLUMNS, write))


def _is_pair(options: argparse.Namespace) -> bool:
    """Whether two photos are to be shown side by side: two files, and no more."""
    if options.each or len(options.photos) != 2:
        return False
    return not any(Path(photo).is_dir() for photo in options.photos)


def _written(
    options: argparse.Namespace,
    reader: LayerReader,
    images: tuple[LoadedImage, ...],
    folder: Path,
) -> Written:
    activations = tuple(_read(reader, image, options) for image in images)
    result = ActivationsResult(
        reader.classifier,
        images,
        activations,
        channels=_chosen(options, activations[0]),
        order=options.order,
        grid=parse_size(options.grid),
        style=TileStyle(
            options.scale, color_map=options.color_map, translate=options.translate
        ),
        is_positive=options.positive,
        is_larger=options.larger,
        options=asked(options),
    )
    style = Style(options.color_map, side=options.side, translate=options.translate)
    files = export_activations(result, folder, style=style, replaces=options.force)
    layer = activations[0].layer.name
    record = activations_record(result) | {
        "relu": following_relu(reader.classifier.graph, layer),
        "files": [str(file) for file in files],
    }
    return record, list(_lines(record))


def _read(
    reader: LayerReader, image: LoadedImage, options: argparse.Namespace
) -> LayerActivations:
    if options.larger:
        found = reader.read_larger(image, options.layer)
    else:
        found = reader.read(reader.classifier.prepare(image), options.layer)
    return found.positive() if options.positive else found


def _chosen(
    options: argparse.Namespace, activations: LayerActivations
) -> tuple[int, ...]:
    total = len(activations.maps)
    words = (options.channels or "").split(",")
    try:
        channels = [int(word) for word in words if word.strip()]
    except ValueError:
        channels = [-1]
    if any(not 0 <= channel < total for channel in channels):
        raise SpecError(
            "{channels!r} are not channels of this layer. Write numbers from 0 to "
            "{last}, for example 0,{last}.",
            channels=options.channels,
            last=total - 1,
        )
    strongest = ordered(channel_stats(activations), "maximum")[: max(options.top, 0)]
    return tuple(dict.fromkeys([*channels, *strongest.tolist()]))


def _lines(record: dict[str, Any]) -> Iterator[str]:
    yield _line(Sentence("layer"), record["layer"]["name"])
    yield _line(Sentence("shape"), " x ".join(map(str, record["shape"])))
    for note in filter(None, dict.fromkeys(record["notes"])):
        yield _line(Sentence("values"), note)
    yield _line(Sentence("strongest"), _channel_words(record["strongest"]))
    for channel in record["channels"]:
        yield _line(Sentence("channel"), _channel_words(channel))
    if record["relu"]:
        yield _line(Sentence("its ReLU"), record["relu"])
    yield from record["files"]


def _line(title: Sentence, value: str) -> Sentence:
    return Sentence("{title:10}  {value}", title=title, value=value)


def _channel_words(channel: dict[str, Any]) -> Sentence:
    return Sentence(
        "{number}: maximum {maximum:.6g} at {place}; mean {mean:.6g}, {zeros:.0f} % "
        "zeros",
        number=channel["number"],
        maximum=channel["maximum"],
        place=_place_words(channel),
        mean=channel["mean"],
        zeros=100 * channel["zeros"],
    )


def _place_words(channel: dict[str, Any]) -> Sentence:
    row, column = channel["row"], channel["column"]
    if channel["on_edge"]:
        return Sentence(
            "row {row}, column {column}, on the edge: often a border artefact",
            row=row,
            column=column,
        )
    return Sentence("row {row}, column {column}", row=row, column=column)
