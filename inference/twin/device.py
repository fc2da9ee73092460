"""Where torch calculates, and loading torch without freezing the window.

Importing torch holds the interpreter lock while its libraries load. Loading the
largest of them first through a foreign call, which lets go of the lock, leaves the
window alive.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import Sentence, plain
from inference.garbage import leave_uncollected, uncollected
from inference.network.cuda import lost_cuda
from inference.network.cuda_reasons import is_of_card as names_card
from inference.network.sessions import ProviderChoice

if TYPE_CHECKING:
    import torch

log = logging.getLogger(__name__)

_SETTINGS = {
    "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "256",
    "OMP_WAIT_POLICY": "PASSIVE",
}
"""What torch's libraries read while they load, where nobody has set it.

Kept are 256 compiled kernels, of which a large network uses some 200: oneDNN would keep
1,024, so that memory grows for as long as other networks are opened. Threads that wait
for each other sleep: by default they spin, and where anything else computes, they wait
for one that was put aside meanwhile.
"""

_LONGEST = 160  # letters of torch's own words
_LIBRARIES = {"linux": "libtorch_cpu.so", "darwin": "libtorch_cpu.dylib"}


def load_torch() -> None:
    """Loads torch's largest library, so that the import after it is short.

    Does nothing where torch is loaded already, or where its library is elsewhere: the
    import then takes its time, and nothing is lost. (On Windows `main.py` imports torch
    before Qt anyway.)
    """
    if "torch" in sys.modules:
        return
    for name, value in _SETTINGS.items():
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


def import_torch() -> None:
    """Imports torch, whose objects Python then never looks through for garbage.

    All of them stay.
    """
    if "torch" in sys.modules:
        return
    load_torch()
    with uncollected():
        import torch  # noqa: F401
    leave_uncollected()


@dataclass(frozen=True, slots=True)
class TorchCuda:
    """What torch says of CUDA.

    Attributes:
        version: Of torch.
        built_for: The CUDA that it was built for, "13.0"; "" for none.
        reason: Why it cannot calculate with CUDA, as a clause; "" where it can.
    """

    version: str
    built_for: str
    reason: Sentence | str


@cache
def torch_cuda() -> TorchCuda:
    """Tries CUDA with torch."""
    import_torch()
    import torch

    version, built_for = torch.__version__, torch.version.cuda or ""
    if not built_for:
        reason = Sentence("the installed torch is a build without CUDA")
        return TorchCuda(version, built_for, reason)
    try:
        torch.zeros(1, device="cuda").add(1).item()  # the driver may be too old
    except (RuntimeError, AssertionError) as error:
        reason = Sentence("torch says: {said}", said=plain(str(error), _LONGEST))
        return TorchCuda(version, built_for, reason)
    return TorchCuda(version, built_for, "")


def torch_device(provider: ProviderChoice = "auto") -> "torch.device":
    """Returns the graphics card where torch can calculate on it, else the processor.

    Args:
        provider: Where networks are to run.
    """
    import_torch()
    import torch

    if provider == "cpu" or lost_cuda() or torch_cuda().reason:
        return torch.device("cpu")
    # TF32 would keep 10 bits of a number, and gradients would differ from the model.
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    return torch.device("cuda")


def is_of_card(error: BaseException) -> bool:
    """Whether torch failed for a graphics card, its memory included."""
    import torch

    kinds = (torch.OutOfMemoryError, torch.AcceleratorError)
    return isinstance(error, kinds) or names_card(str(error))


@contextmanager
def one_thread(*, is_wanted: bool) -> Iterator[None]:
    """Within the block torch computes with one thread, where that is wanted.

    Work of a few milliseconds is done sooner than several threads have met. Not for a
    block with a yield in it: other work of this thread would stay alone.
    """
    import torch

    count = torch.get_num_threads()
    if is_wanted:
        torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(count)
