"""Why no window can open here, and what to install, in one sentence.

On a bare Linux, Python cannot load Qt for want of system libraries; without a display,
Qt ends the process itself. Nothing here needs Qt before it is known to load.
"""

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from inference.errors import Sentence, plain, words
from inference.languages import Translate

# On a bare Debian these bring whatever Qt and its plugin for X11 are linked to.
PACKAGES: Final = (
    "libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_LIBRARY = re.compile(r"([^\s/:]+\.so[.\d]*): ")  # begins the loader's words


def missing_library(error: OSError | ImportError) -> str:
    """Returns the system library that Qt could not be loaded for, or ""."""
    found = _LIBRARY.search(str(error)) if sys.platform == "linux" else None
    return found[1] if found else ""


def without_library(name: str) -> Sentence:
    """Says that a system library is missing."""
    return Sentence(
        "The window cannot open because the system library {name} does not load; on "
        'Debian and Ubuntu, "sudo apt install {packages}" installs all that it needs.',
        name=plain(name),
        packages=PACKAGES,
    )


@contextmanager
def explained(translate: Translate) -> Iterator[None]:
    """Where Qt ends the process within the block, a sentence is its last word."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(f"{words(_why_not(said), translate)}\n")
            sys.stderr.flush()
            os._exit(1)
        heard.append(said)

    former = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(former)
        sys.stderr.writelines(f"{said}\n" for said in heard)


def _why_not(said: str) -> Sentence | str:
    if sys.platform != "linux":
        return plain(said, 300)
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb")
    if platform not in ("xcb", "wayland"):
        return Sentence(
            'The window cannot open on "{name}", which QT_QPA_PLATFORM names; unset '
            "this variable.",
            name=plain(platform),
        )
    library = _unloadable()
    return without_library(library) if library else _NO_DISPLAY


_NO_DISPLAY = Sentence(
    "The window cannot open because there is no display; start it in a desktop "
    'session, or on Debian and Ubuntu with "sudo apt install xvfb {packages}" and '
    '"xvfb-run python main.py".',
    packages=PACKAGES,
)


def _unloadable() -> str:
    """Returns the system library that Qt's plugin for X11 cannot load, or ""."""
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    try:
        ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except OSError as error:
        return missing_library(error)
    return ""
