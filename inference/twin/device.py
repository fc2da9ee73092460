"""Where torch calculates, and loading torch without freezing the window.

Importing torch holds the interpreter lock while its libraries load. Loading the
largest of them first through a foreign call, which lets go of the lock, leaves the
window alive.
"""

import ctypes
import logging
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

log = logging.getLogger(__name__)

_KERNELS_KEPT = {"ONEDNN_PRIMITIVE_CACHE_CAPACITY": "256"}
"""Compiled kernels, of which a large network uses some 200. oneDNN would keep 1,024, so
that memory grows for as long as other networks are opened."""

_LIBRARIES = {"linux": "libtorch_cpu.so", "darwin": "libtorch_cpu.dylib"}


def load_torch() -> None:
    """Loads torch's largest library, so that the import after it is short.

    Does nothing where torch is loaded already, or where its library is elsewhere: the
    import then takes its time, and nothing is lost. (On Windows `main.py` imports torch
    before Qt anyway.)
    """
    if "torch" in sys.modules:
        return
    for name, value in _KERNELS_KEPT.items():
        os.environ.setdefault(name, value)
    if sys.platform not in _LIBRARIES:
        return
    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return
    library = Path(spec.origin).parent / "lib" / _LIBRARIES[sys.platform]
    if not library.exists():
        return
    dlopen = ctypes.CDLL(None).dlopen  # called as a foreign function: without the lock
    dlopen.argtypes, dlopen.restype = [ctypes.c_char_p, ctypes.c_int], ctypes.c_void_p
    if dlopen(os.fsencode(library), os.RTLD_NOW | os.RTLD_GLOBAL) is None:
        log.debug("%s could not be loaded ahead of torch", library.name)


def torch_device() -> "torch.device":
    """Returns the graphics card where torch can calculate on it, else the processor."""
    load_torch()
    import torch

    if torch.cuda.is_available():
        try:
            torch.zeros(1, device="cuda").add(1).item()  # the driver may be too old
        except RuntimeError as error:
            log.warning("The graphics card cannot be used by torch: %s", error)
        else:
            return torch.device("cuda")
    return torch.device("cpu")
