"""Where forward passes run: ONNX Runtime's providers, and sessions on them.

CUDA is asked for only where it was seen to run (`cuda.py`); otherwise the reason is
told. Every forward pass runs here, so it can be ended here, from another thread. All of
ONNX Runtime's exceptions are translated.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as ort_state

from inference.errors import ModelError, Sentence, SpecError, plain
from inference.jobs import Stopped
from inference.network.cuda import CPU, CUDA, EXACT, why_no_cuda
from inference.network.file import location_of
from inference.network.graph import Graph

ProviderChoice = Literal["auto", "cpu", "cuda"]

_FATAL = 4  # below this level ONNX Runtime writes nothing to stderr
_SPINNING = "session.intra_op.allow_spinning"
_PREPACKING_OFF = "session.disable_prepacking"
_IN_PLACE = "session.use_external_initializer_file_buffers_directly"
_LONGEST_REASON = 300
_SOURCE_PLACE = re.compile(r"/onnxruntime_src/\S+ .*?\) ")  # of ONNX Runtime itself
_ORT_ERRORS: tuple[type[Exception], ...] = (
    *(
        e
        for e in vars(ort_state).values()
        if isinstance(e, type) and issubclass(e, Exception)
    ),
    RuntimeError,
    ValueError,
    MemoryError,
)
_MEMORY_SIGNS = ("alloc", "out of memory", "memory")
_options: ContextVar[ort.RunOptions] = ContextVar("options of the passes run here")


class OutOfMemoryError(ModelError):
    """A forward pass needed more memory than there is; a smaller batch may not."""

    headline = "Not enough memory"


class PassError(ModelError):
    """A forward pass failed, for another reason than want of memory."""

    @property
    def why(self) -> str:
        """ONNX Runtime's own words."""
        failure = dict(self.sentence.arguments)["failure"]
        assert isinstance(failure, Sentence)
        return str(dict(failure.arguments)["why"])


class Passes:
    """The forward passes of one piece of work, which can be ended together.

    They share their options, so one flag reaches the pass under way, on whatever
    thread, and all that would follow. A thread that passes are handed on to takes the
    context along (`contextvars.copy_context`).
    """

    def __init__(self) -> None:
        self._options = ort.RunOptions()

    @contextmanager
    def here(self) -> Iterator[None]:
        """Makes all passes that this thread runs within the block its own."""
        token = _options.set(self._options)
        try:
            yield
        finally:
            _options.reset(token)

    def end(self) -> None:
        """Ends them, from any thread: `run_session` raises `Stopped`.

        It acts between two nodes of the graph, bodies of loops included; a node that is
        being computed is not interrupted.
        """
        self._options.terminate = True


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
    if choice == "cuda":
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

    Raises:
        OutOfMemoryError: For want of memory.
        ModelError: ONNX Runtime refuses the model.
        SpecError: CUDA is demanded and cannot be had.
    """
    options = _options_for(threads, spins=spins, packs=packs)
    if graph.is_as_written:
        level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.graph_optimization_level = level
    providers = provider_names(choice)
    try:
        lent = _lend(options, graph, model)
        told = [(name, EXACT) if name == CUDA else name for name in providers]
        session = ort.InferenceSession(model.SerializeToString(), options, told)
    except _ORT_ERRORS as error:
        name = graph.path.name
        if _is_want_of_memory(error):
            raise OutOfMemoryError(
                'Cannot open "{name}": there is not enough memory. Close other '
                "programs, or use a smaller model.",
                name=name,
            ) from error
        raise ModelError(
            'Cannot open "{name}": ONNX Runtime refuses it ({why}). Check the file, or '
            "export it again.",
            name=name,
            why=_reason(error),
        ) from error
    session.lent = lent  # it may compute in their memory as long as it lives
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
    with _passing(path):
        return ort.InferenceSession(model.SerializeToString(), options, providers)


def run_session(
    session: ort.InferenceSession,
    path: Path,
    feeds: Mapping[str, NDArray[Any]],
    outputs: Sequence[str],
) -> list[NDArray[Any]]:
    """Runs a session and returns the named outputs.

    Raises:
        Stopped: The `Passes` that it belongs to were ended.
        OutOfMemoryError: For want of memory.
        PassError: For another reason.
    """
    with _passing(path) as options:
        values = session.run(list(outputs), dict(feeds), options)
        return [np.asarray(value) for value in values]


def run_bound(
    session: ort.InferenceSession, path: Path, binding: ort.IOBinding
) -> list[ort.OrtValue]:
    """Runs a session on values that lie where they are bound; returns its outputs.

    Raises:
        As `run_session`.
    """
    with _passing(path) as options:
        session.run_with_iobinding(binding, options)
        found: list[ort.OrtValue] = binding.get_outputs()
        return found


@contextmanager
def _passing(path: Path) -> Iterator[ort.RunOptions]:
    """Gives the options of a pass, and translates what it raises."""
    options = _options.get(None) or ort.RunOptions()
    try:
        yield options
    except _ORT_ERRORS as error:
        if options.terminate:
            raise Stopped from error
        failure = Sentence(
            '"{file}" failed in a forward pass ({why}).',
            file=path.name,
            why=_reason(error),
        )
        if _is_want_of_memory(error):
            raise OutOfMemoryError(
                "{failure} There is not enough memory: close other programs, or use a "
                "smaller model.",
                failure=failure,
            ) from error
        raise PassError(
            "{failure} Check the file, or export it again.",
            failure=failure,
        ) from error


def device_name(session: ort.InferenceSession) -> str:
    """Returns where a session runs: "CUDA" or "CPU"."""
    return "CUDA" if CUDA in session.get_providers() else "CPU"


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


def _is_want_of_memory(error: BaseException) -> bool:
    signs = any(sign in _reason(error) for sign in _MEMORY_SIGNS)
    return isinstance(error, MemoryError) or signs


def _reason(error: BaseException) -> str:
    """ONNX Runtime's own words, without its codes, in one line."""
    words = str(error).removeprefix("[ONNXRuntimeError]").strip(" :")
    parts = words.split(" : ", 2)
    text = _SOURCE_PLACE.sub("", parts[-1]) or type(error).__name__
    return plain(text, _LONGEST_REASON).removesuffix(".")
