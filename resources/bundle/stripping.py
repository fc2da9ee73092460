"""Takes the names of functions out of the largest libraries, which no one reads.

Only out of these: libraries that wheels were put together with by `patchelf` do not all
survive it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

LARGE = ("libtorch_cpu.so", "libtorch_python.so", "libpython3.*.so.*")


def strip(folder: Path) -> None:
    """Strips the large libraries of a built folder, on Linux, if the tool is there."""
    tool = shutil.which("strip")
    if sys.platform == "linux" and tool is not None:
        for library in (file for each in LARGE for file in folder.rglob(each)):
            subprocess.run([tool, str(library)], check=True)
