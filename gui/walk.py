"""The photos that the arrow keys walk through."""

from pathlib import Path

from inference.image import IMAGE_SUFFIXES


def photos_in(folder: Path) -> list[Path]:
    """Returns the photos of a folder; one that cannot be read has none."""
    try:
        paths = [p for p in folder.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES]
    except OSError:
        return []
    return sorted(paths)
