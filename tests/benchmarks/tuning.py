"""A process whose allocator and threads are tuned, for torch's sake.

With the defaults it is several times slower on a busy machine, which would only flatter
us. Both are read as libraries load, so a script calls `tune` before it loads any.
"""

import os
import sys
from pathlib import Path

TUNED = {
    "MALLOC_MMAP_THRESHOLD_": "4000000000",  # else glibc gives freed pages back to the
    "MALLOC_TRIM_THRESHOLD_": "4000000000",  # system after each layer
    "OMP_WAIT_POLICY": "PASSIVE",  # else idle threads of torch keep a core from others
    "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    "ORT_DISABLE_TELEMETRY": os.environ.get("ORT_DISABLE_TELEMETRY", "1"),
}


def tune() -> None:
    """Starts the script anew where the process is not tuned yet."""
    if not TUNED.items() <= os.environ.items():
        environment = {**os.environ, **TUNED}
        os.execve(sys.executable, [sys.executable, *sys.argv], environment)
