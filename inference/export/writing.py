"""The files of an export: JSON, arrays, tables and pictures."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.pictures.captioned import side_by_side
from inference.pictures.heatmap import Heatmap
from inference.pictures.sheet import Picture
from inference.pictures.style import Style, overlaid


def write_record(path: Path, record: dict[str, Any]) -> list[str]:
    """Writes an export's JSON, last of its files: it lists them, and itself.

    Returns:
        The names of all files, sorted.
    """
    names = sorted({*(each.name for each in path.parent.iterdir()), path.name})
    path.write_text(json_text(record | {"files": names}, indent=2) + "\n", "utf-8")
    return names


def json_text(record: dict[str, Any], *, indent: int | None = None) -> str:
    """Returns JSON whose control codes, marks and lone surrogates are escaped."""
    text = json.dumps(record, indent=indent, ensure_ascii=False)
    return "".join(s if s.isprintable() or s == "\n" else _escaped(s) for s in text)


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1]


def save_array(path: Path, values: NDArray[Any]) -> None:
    """Writes a .npy file; where that fails, the system's own reason is kept."""
    with path.open("wb") as file:
        # NumPy writes into real files by itself, and then knows no reason.
        np.save(SimpleNamespace(write=file.write), values)


def csv_file(path: Path) -> IO[str]:
    """Opens a table to be written; the `csv` module ends its lines itself."""
    return path.open("w", newline="", encoding="utf-8")


def save_picture(path: Path, picture: Picture) -> None:
    """Writes a PNG."""
    Image.fromarray(picture).save(path, format="PNG")


def write_pictures(
    folder: Path, photo: Picture, heatmap: Heatmap, style: Style
) -> None:
    """Writes overlay.png (the photo's own size) and side_by_side.png."""
    limits = style.limits(heatmap.values)
    save_picture(folder / "overlay.png", overlaid(photo, heatmap, style, limits))
    save_picture(folder / "side_by_side.png", side_by_side(photo, heatmap, style))
