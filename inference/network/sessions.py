"""Where forward passes run: ONNX Runtime's providers, and sessions on them.

CUDA is asked for only where it was seen to run (`cuda.py`); otherwise the reason is
told. A session on a graphics card knows how to be opened on the CPU in its place.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray

from inference.errors import ModelError, SpecError
from inference.network.cuda import CPU, CUDA, EXACT, why_no_cuda
from inference.network.file import location_of
from inference.network.graph import Graph
from inference.network.passes import (
    ORT_ERRORS,
    OutOfMemoryError,
    is_want_of_memory,
    passing,
    reason,
    went_on_on_cpu,
)

ProviderChoice = Literal["auto", "cpu", "cuda", "cuda-tf32", "cuda-float16"]
"""Where networks run; the last two compute maps of covered places with less precision,
all else with the same."""

Precision = Literal["exact", "tf32", "float16"]

_FATAL = 4  # below this level ONNX Runtime writes nothing to stderr
_SPINNING = "session.intra_op.allow_spinning"
_PREPACKING_OFF = "session.disable_prepacking"
_IN_PLACE = "session.use_external_initializer_file_buffers_directly"


def provider_names(choice: ProviderChoice = "auto") -> list[str]:
    """Returns the ONNX Runtime providers to ask for, best first.

    Raises:
        SpecError: CUDA is demanded and cannot be had.
    """
    if choice == "cpu":
        return [CPU]
    reason = why_no_cuda()
    if not reason:
        return [CUDA, CPU]
    if choice != "auto":
        raise SpecError(
            "CUDA cannot be used: {why}. Choose the provider auto or cpu.", why=reason
        )
    return [CPU]


def open_session(
    model: onnx.ModelProto,
    graph: Graph,
    choice: ProviderChoice = "auto",
    *,
    threads: int = 0,
    spins: bool = True,
    packs: bool = True,
    precision: Precision = "exact",
) -> ort.InferenceSession:
    """Makes a session for a model that was made from a graph.

    Args:
        model: The graph's own, one with more outputs, or a part of it.
        graph: The file, whose weights it is lent as they lie in memory.
        choice: Where it is to run.
        threads: How many share a forward pass; 0 for one per core.
        spins: Whether idle threads wait for work without sleeping. That is faster
            between passes, and slows whatever computes right after one.
        packs: Whether it keeps a copy of the weights in the order that suits the
            kernels. Passes are faster then, by a fifth or so; opening is slower, and
            takes their memory again. Answers differ by rounding.
        precision: "tf32" lets a graphics card multiply with 10 bits of each number.

    Raises:
        OutOfMemoryError: For want of memory.
        ModelError: ONNX Runtime refuses the model.
        SpecError: CUDA is demanded and cannot be had.
    """
    how = partial(_open, model, graph, threads=threads, spins=spins, packs=packs)
    providers = provider_names(choice)
    if CUDA not in providers:
        return _named(how, graph.path.name)
    try:
        told = EXACT | ({"use_tf32": "1"} if precision == "tf32" else {})
        session = how([(CUDA, told), CPU])
    except ORT_ERRORS as error:
        session = _named(how, graph.path.name)
        went_on_on_cpu(error)
    else:
        session.spare = partial(_named, how, graph.path.name)
    return session


def open_small(model: onnx.ModelProto, path: Path, device: str) -> ort.InferenceSession:
    """Makes a session for a small model of ours that goes with a network.

    Args:
        model: It, weights included.
        path: The network's file, for the sentence.
        device: Where the network runs, "cuda" or "cpu".

    Raises:
        OutOfMemoryError: For want of memory.
        PassError: ONNX Runtime refuses it.
    """
    options = _options_for(1, spins=False, packs=True)
    providers = [(CUDA, EXACT), CPU] if device == "cuda" else [CPU]
    with passing(path):
        return ort.InferenceSession(
            model.SerializeToString(), options, providers, enable_fallback=0
        )


_Providers = list[str | tuple[str, dict[str, str]]]


def _named(
    how: Callable[[_Providers], ort.InferenceSession], name: str
) -> ort.InferenceSession:
    """Opens a session on the CPU; a file that is refused is named."""
    try:
        return how([CPU])
    except ORT_ERRORS as error:
        if is_want_of_memory(error):
            raise OutOfMemoryError(
                'Cannot open "{name}": there is not enough memory. Close other '
                "programs, or use a smaller model.",
                name=name,
            ) from error
        raise ModelError(
            'Cannot open "{name}": ONNX Runtime refuses it ({why}). Check the file, or '
            "export it again.",
            name=name,
            why=reason(error),
        ) from error


def _open(
    model: onnx.ModelProto,
    graph: Graph,
    providers: _Providers,
    *,
    threads: int,
    spins: bool,
    packs: bool,
) -> ort.InferenceSession:
    options = _options_for(threads, spins=spins, packs=packs)
    if graph.is_as_written:
        level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.graph_optimization_level = level
    lent = _lend(options, graph, model)
    session = ort.InferenceSession(
        model.SerializeToString(), options, providers, enable_fallback=0
    )
    session.lent = lent  # it may compute in their memory as long as it lives
    return session


def _options_for(threads: int, *, spins: bool, packs: bool) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.log_severity_level = _FATAL
    options.intra_op_num_threads = threads
    if not spins:
        options.add_session_config_entry(_SPINNING, "0")
    if not packs:
        options.add_session_config_entry(_PREPACKING_OFF, "1")
        # Above this level weights of convolutions are put into blocks.
        level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.graph_optimization_level = level
    return options


def _lend(
    options: ort.SessionOptions, graph: Graph, model: onnx.ModelProto
) -> list[NDArray[np.uint8]]:
    """Lends a session the weights that its model lacks; returns their bytes.

    To ONNX Runtime they are files in memory, each with one weight. Told to take such
    files as they are, it copies only what it packs; handed the same arrays as values,
    it would copy all of them first, and keep holes where the copies were.
    """
    options.add_session_config_entry(_IN_PLACE, "1")
    lent = {
        location_of(proto): values.reshape(-1).view(np.uint8)
        for proto, values in graph.large_weights(model)
    }
    names, buffers = list(lent), list(lent.values())
    sizes = [buffer.size for buffer in buffers]
    options.add_external_initializers_from_files_in_memory(names, buffers, sizes)
    return buffers
