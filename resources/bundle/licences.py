"""Gathers the licences of all that is in the bundle into one text file.

Whatever is shipped belongs to NetGaze, to Python, to an installed package, or to the
system that it is built on. A package whose licence is not found ends the build.
"""

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from inference.bundled import LICENCE_RULE, LICENCES

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).with_name("texts")
STAND_INS = {  # packages whose licence is named in the wheel, but not in it
    "PySide6_Essentials": (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt"),
    "shiboken6": (TEXTS / "LGPL-3.0.txt",),
    "flatbuffers": (ROOT / "LICENSE",),  # Apache-2.0, too
}
NAMES = ("license", "licence", "copying", "notice", "thirdparty")


def collected(sources: Iterable[str], folder: Path) -> Path:
    """Writes the licences of what is shipped.

    Args:
        sources: The files that are shipped, where they lie before.
        folder: Where the text is to stand, as the window looks for it.
    """
    files = (Path(source) for source in sources)  # what is none is a link in the bundle
    paths = {file.resolve() for file in files if file.is_absolute()}
    parts = [_own(), _python()]
    known: set[Path] = set()
    for package in sorted(distributions(), key=lambda each: each.name.lower()):
        own = {Path(str(package.locate_file(f))).resolve() for f in package.files or ()}
        known |= own
        if own & paths:
            parts.append(_of_package(package, own))
    strangers = (path for path in paths - known if _is_of_system(path))
    parts.extend(_of_system(strangers))
    file = folder / LICENCES.name
    file.write_text(LICENCE_RULE.join(parts), "utf-8")
    return file


def _own() -> str:
    return f"NetGaze\n\n{(ROOT / 'LICENSE').read_text('utf-8')}"


def _python() -> str:
    home = Path(sysconfig.get_path("stdlib"))
    names = (home / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    file = next((name for name in names if name.is_file()), None)
    if file is None:
        raise SystemExit("The licence of Python is not found beside its library.")
    return f"Python {sys.version.split()[0]}\n\n{file.read_text('utf-8')}"


def _of_package(package: Distribution, own: set[Path]) -> str:
    """Returns the name, the licence in short, and all its texts."""
    facts = package.metadata.json
    short = str(facts.get("license_expression") or facts.get("license") or "")
    files = sorted(path for path in own if _is_licence(path) and path.is_file())
    files = files or list(STAND_INS.get(package.name, ()))
    if not files:
        raise SystemExit(f"The licence of {package.name} is not found.")
    head = f"{package.name} {package.version}\n{short.splitlines()[0] if short else ''}"
    texts = dict.fromkeys(file.read_text("utf-8", "replace") for file in files)
    return "\n\n".join((head, *texts))


def _is_licence(path: Path) -> bool:
    name = path.name.lower().replace("-", "").replace("_", "")
    return name.startswith(NAMES) and path.suffix not in (".py", ".pyc", ".h")


def _is_of_system(path: Path) -> bool:
    """Whether a file is a library of the Linux that this is built on."""
    return any(path.is_relative_to(folder) for folder in ("/lib", "/usr/lib"))


def _of_system(paths: Iterable[Path]) -> Iterator[str]:
    """Yields the licences of libraries of Debian and Ubuntu, a package each."""
    packages = {_package(path) or path.name for path in paths}
    for name in sorted(packages):
        file = Path("/usr/share/doc", name, "copyright")
        if file.is_file():
            yield f"{name}\n\n{file.read_text('utf-8', 'replace')}"
        else:
            yield f"{name}\n\nA library of the system that this was built on."


def _package(path: Path) -> str:
    """Returns the package of the system that a library came with, or ""."""
    for name in (path, Path("/", *path.parts[2:])):  # /usr/lib, and /lib
        try:
            told = subprocess.run(
                ["dpkg", "-S", str(name)], capture_output=True, text=True, check=False
            )
        except OSError:
            return ""
        if not told.returncode:
            return told.stdout.split(":")[0]
    return ""
