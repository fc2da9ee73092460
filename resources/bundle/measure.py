"""How large the bundle is, part by part."""

from collections import Counter
from pathlib import Path

MOST = 750  # MB that a build for the CPU may have
MB = 1_000_000
INSIDE = "_internal"  # PyInstaller's folder for all but the program
PARTS = {
    "torch": "torch",
    "PySide6": "Qt for Python",
    "shiboken6": "Qt for Python",
    "onnxruntime": "ONNX Runtime",
    "numpy": "NumPy",
    "numpy.libs": "NumPy",
    "onnx": "onnx",
    "PIL": "Pillow",
    "pillow.libs": "Pillow",
    "pyqtgraph": "pyqtgraph",
    "resources": "demo, icons, help, licences",
}
OTHER = "Python, its library, our code, small packages, libraries of the system"


def sizes(folder: Path) -> dict[str, int]:
    """Returns the bytes of each part of a built folder, the largest first."""
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[_part(file.relative_to(folder))] += file.stat().st_size
    return dict(found.most_common())


def table(parts: dict[str, int]) -> str:
    """Returns the sizes as lines of text, in MB."""
    rows = {**parts, "all": sum(parts.values())}
    return "\n".join(f"{size / MB:7.1f} MB  {name}" for name, size in rows.items())


def _part(file: Path) -> str:
    names = [name for name in file.parts if name != INSIDE]
    return PARTS.get(names[0], OTHER)
