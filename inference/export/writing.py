"""The files of an export: JSON, arrays, tables and pictures."""

import errno
import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from inference.classifier import Classifier
from inference.errors import ExportError, system_reason, visible
from inference.geometry import Floats, Size
from inference.image import LoadedImage
from inference.pictures.captioned import side_by_side
from inference.pictures.heatmap import Heatmap
from inference.pictures.sheet import Picture
from inference.pictures.shown import onto, resized
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
    """Opens a table to be written; the `csv` module ends its lines itself.

    What is no text, as in names of files that are not UTF-8, is escaped.
    """
    return path.open("w", newline="", encoding="utf-8", errors="backslashreplace")


def save_picture(path: Path, picture: Picture, about: str = "") -> None:
    """Writes a PNG, and what it is of as its description."""
    known = PngInfo()
    if about:
        known.add_itxt("Description", about.encode("utf-8", "replace").decode("utf-8"))
    Image.fromarray(picture).save(path, format="PNG", pnginfo=known)


def save_named_picture(path: Path, picture: Picture, about: str = "") -> Path:
    """Writes a picture into a file of a person's choice, in place of one of that name.

    A name without the suffix gets it, and then replaces nothing.

    Args:
        path: Where to.
        picture: (H, W, 3).
        about: What it is of.

    Returns:
        The file.

    Raises:
        ExportError: It could not be written; what stood there stands still.
    """
    named = path if path.suffix.lower() == ".png" else Path(f"{path}.png")
    draft = named.with_name(f".{named.name}.part")
    try:
        if named != path and named.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        save_picture(draft, picture, about)
        draft.replace(named)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ExportError(
            'Cannot save the picture "{file}": {why}. Choose another name or folder.',
            file=named,
            why=system_reason(error),
        ) from error
    return named


def write_shown(folder: Path, shown: Picture | None) -> None:
    """Writes shown.png, if there is such a picture."""
    if shown is not None:
        save_picture(folder / "shown.png", shown)


def about(classifier: Classifier, image: LoadedImage) -> str:
    """Returns what a picture is of: the model and the photo."""
    return visible(f"{classifier.spec.name} · {image.name}")


def write_pictures(
    folder: Path, photo: Picture, heatmap: Heatmap, style: Style, about: str
) -> None:
    """Writes overlay.png (of the photo's or a chosen size) and side_by_side.png.

    Args:
        folder: Where to.
        photo: (H, W, 3).
        heatmap: The map over it.
        style: How it is drawn, and how large.
        about: The model and the photo, in words.
    """
    sized = resized(photo, style.side)
    heatmap = onto(heatmap, photo, sized)
    limits = style.limits_of(heatmap)
    state = "exact" if heatmap.is_exact else "preview"
    facts = filter(None, (about, str(heatmap.title), str(heatmap.made), state))
    overlay = overlaid(sized, heatmap, style, limits)
    save_picture(folder / "overlay.png", overlay, " · ".join(facts))
    both = side_by_side(sized, heatmap, style, about)
    save_picture(folder / "side_by_side.png", both, about)


def full_size(heatmap: Heatmap) -> Floats:
    """Returns the values over the seen part of the photo, one per pixel of it."""
    area = heatmap.area
    height = round(area.bottom) - round(area.top)
    width = round(area.right) - round(area.left)
    return heatmap.enlarged(Size(max(height, 1), max(width, 1)), "bilinear")
