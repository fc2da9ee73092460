"""Memory that the C library keeps does not grow with the threads that used it."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAPS = """
import ctypes, threading
import main
main.share_heap()
meet = threading.Barrier(6)
def use():
    kept = [bytes(2000) for _ in range(100)]
    meet.wait()
threads = [threading.Thread(target=use) for _ in range(6)]
[each.start() for each in threads]
[each.join() for each in threads]
libc = ctypes.CDLL(None)
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"),
    reason="of glibc",
)
def test_all_threads_allocate_from_one_heap():
    told = subprocess.run(
        [sys.executable, "-c", HEAPS],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert told.count("<heap nr=") == 1
