"""Whether ONNX Runtime can compute with CUDA here; where it cannot, why, in one clause.

The GPU build names CUDA among its providers on every machine, and says on stdout and
stderr, in red, what it misses. So it is asked only where there is a driver, it is heard
rather than seen, and what it said becomes a sentence.
"""

import ctypes
import sys
from dataclasses import dataclass
from functools import cache

import numpy as np
import onnxruntime as ort
from onnx import TensorProto, helper

from inference.errors import Sentence
from inference.network.cuda_reasons import reason_of
from inference.stderr import overheard

CUDA = "CUDAExecutionProvider"
CPU = "CPUExecutionProvider"

EXACT = {"cudnn_conv_algo_search": "HEURISTIC", "use_tf32": "0"}
"""What CUDA is told. EXHAUSTIVE costs 600 ms for each new shape, DEFAULT may choose an
algorithm that is many times slower; TF32 keeps 10 bits of a number."""

DRIVERS = {"win32": "nvcuda.dll", "linux": "libcuda.so.1"}
_CUDNN = {"win32": "cudnn64_9.dll", "linux": "libcudnn.so.9"}
_FATAL = 4  # below this level ONNX Runtime writes nothing


@dataclass(frozen=True, slots=True)
class CudaTrial:
    """What came of trying CUDA.

    Attributes:
        reason: Why it cannot be used, as a clause; "" where it can.
        heard: What ONNX Runtime wrote meanwhile, line by line.
    """

    reason: Sentence | str
    heard: tuple[str, ...] = ()


_lost: list[Sentence | str] = []  # what ended CUDA for this process


def why_no_cuda() -> Sentence | str:
    """Returns why CUDA cannot be used here, as a clause; "" where it can."""
    return lost_cuda() or cuda_trial().reason


def lost_cuda() -> Sentence | str:
    """Returns why CUDA is left alone that was used before, as a clause; "" mostly."""
    return _lost[0] if _lost else ""


def lose_cuda(why: Sentence | str) -> None:
    """Leaves the graphics card alone from now on: what lay on it is lost.

    CUDA gives a process no second chance after such a failure.
    """
    _lost.append(
        Sentence("the graphics card failed ({why}); start NetGaze again", why=why)
    )


@cache
def cuda_trial() -> CudaTrial:
    """Tries CUDA: provider, driver, libraries, and one small pass."""
    if CUDA not in ort.get_available_providers():
        return CudaTrial(Sentence("the installed ONNX Runtime is a build without CUDA"))
    driver = DRIVERS.get(sys.platform)
    if driver is None:
        return CudaTrial(Sentence("there is no CUDA for this system"))
    try:
        ctypes.CDLL(driver)
    except OSError:
        return CudaTrial(
            Sentence(
                "there is no NVIDIA driver (its library {driver} does not load)",
                driver=driver,
            )
        )
    return _tried()


def forget_loss() -> None:
    """Uses the graphics card again; for tests, whose cards are none."""
    _lost.clear()


def cudnn_version() -> str:
    """Returns the version of cuDNN that loads, "9.10.2"; "" where none does."""
    try:
        library = ctypes.CDLL(_CUDNN[sys.platform])
        library.cudnnGetVersion.restype = ctypes.c_size_t
        number = int(library.cudnnGetVersion())
    except (KeyError, OSError, AttributeError):
        return ""
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def _tried() -> CudaTrial:
    """Loads the libraries that came as packages, then runs a pass."""
    with overheard() as heard:
        ort.preload_dlls()
        runs, failure = _runs()
    if runs:
        return CudaTrial("", tuple(heard))
    lines = (*heard, *failure.splitlines())
    return CudaTrial(reason_of("\n".join(lines), ort.cuda_version), lines)


def _runs() -> tuple[bool, str]:
    """Returns whether a pass runs on CUDA, and what was raised else.

    A provider whose libraries are missing is left out, without an exception; one whose
    driver is too old, or whose card is, raises.
    """
    options = ort.SessionOptions()
    options.log_severity_level = _FATAL
    providers = [(CUDA, EXACT), CPU]
    try:
        session = ort.InferenceSession(_tiny(), options, providers, enable_fallback=0)
        session.run(None, {"x": np.ones(1, np.float32)})
    except Exception as error:  # noqa: BLE001 - whatever it is, CUDA does not run
        return False, str(error)
    return CUDA in session.get_providers(), ""


def _tiny() -> bytes:
    """Returns a model of one node that CUDA computes itself."""
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"
    ]
    nodes = [helper.make_node("Exp", ["x"], ["y"])]
    graph = helper.make_graph(nodes, "tiny", ends[:1], ends[1:])
    opset = helper.make_opsetid("", 17)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=8)
    return bytes(model.SerializeToString())
