"""Forward passes of ONNX Runtime: run, ended from outside, and told of when they fail.

Every pass runs here, so it can be ended here, from another thread. All of ONNX
Runtime's exceptions are translated. A pass that fails on a graphics card is run once
more on the CPU, where the session stays from then on, and that is told.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as ort_state

from inference.errors import ModelError, Sentence, plain
from inference.jobs import Stopped
from inference.network.cuda import CUDA, lose_cuda
from inference.network.cuda_reasons import is_of_card, is_of_context, reason_of

log = logging.getLogger(__name__)

ORT_ERRORS: tuple[type[Exception], ...] = (
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
_FAULT = "illegal memory access"
_LONGEST_REASON = 300
_SOURCE_PLACE = re.compile(  # of ONNX Runtime itself
    r"/onnxruntime_src/\S+ .*?\) |\b\w+\.(?:cc|h):\d+ \w+ "
)


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


class CardError(PassError):
    """A forward pass failed for what a graphics card or its libraries did."""


class Passes:
    """The forward passes of one piece of work, which can be ended together.

    They share their options, so one flag reaches the pass under way, on whatever
    thread, and all that would follow. A thread that passes are handed on to takes the
    context along (`contextvars.copy_context`).

    Attributes:
        options: Of all of them.
        told: How the work went on where it could not as it should, each thing once.
    """

    def __init__(self) -> None:
        self.options = ort.RunOptions()
        self.told: list[Sentence] = []

    @contextmanager
    def here(self) -> Iterator[None]:
        """Makes all passes that this thread runs within the block its own."""
        token = _here.set(self)
        try:
            yield
        finally:
            _here.reset(token)

    def end(self) -> None:
        """Ends them, from any thread: `run_session` raises `Stopped`.

        It acts between two nodes of the graph, bodies of loops included; a node that is
        being computed is not interrupted.
        """
        self.options.terminate = True


_here: ContextVar[Passes] = ContextVar("whose passes are run here")


def tell(sentence: Sentence) -> None:
    """Says how the work at hand went on, to whoever asked for it."""
    log.warning(sentence)
    work = _here.get(None)
    if work is not None and sentence not in work.told:
        work.told.append(sentence)


def smaller_batches(half: int, whole: int) -> Sentence:
    """Says that memory did not suffice for so many inputs."""
    return Sentence(
        "Went on with smaller batches ({half} instead of {whole}).",
        half=half,
        whole=whole,
    )


def run_session(
    session: ort.InferenceSession,
    path: Path,
    feeds: Mapping[str, NDArray[Any]],
    outputs: Sequence[str],
) -> list[NDArray[Any]]:
    """Runs a session and returns the named outputs.

    Raises:
        Stopped: The `Passes` that it belongs to were ended.
        OutOfMemoryError: For want of memory; on a graphics card a smaller batch may do.
        PassError: For another reason.
    """
    session = standing_for(session)
    try:
        return _run(session, path, feeds, outputs)
    except OutOfMemoryError as error:
        if device_name(session) == "CPU" or _may_shrink(session, feeds):
            raise
        return _run(_moved(session, error), path, feeds, outputs)
    except CardError as error:
        return _run(_moved(session, error), path, feeds, outputs)


def run_bound(
    session: ort.InferenceSession, path: Path, binding: ort.IOBinding
) -> list[ort.OrtValue]:
    """Runs a session on values that lie where they are bound; returns its outputs.

    Raises:
        As `run_session`; what lies on a graphics card that fails is lost (`CardError`).
    """
    with passing(path) as options:
        session.run_with_iobinding(binding, options)
        found: list[ort.OrtValue] = binding.get_outputs()
        return found


def sent(values: NDArray[Any], device: str, path: Path) -> ort.OrtValue:
    """Sends values to a device, "cuda" or "cpu".

    Raises:
        As `run_bound`.
    """
    with passing(path):
        return ort.OrtValue.ortvalue_from_numpy(values, device, 0)


def room_for(
    shape: Sequence[int], number: type, device: str, path: Path
) -> ort.OrtValue:
    """Makes room for values of a type of NumPy's on a device, "cuda" or "cpu".

    Raises:
        As `run_bound`.
    """
    with passing(path):
        return ort.OrtValue.ortvalue_from_shape_and_type(shape, number, device, 0)


def standing_for(session: ort.InferenceSession) -> ort.InferenceSession:
    """Returns the session that has taken the place of one, or itself."""
    return getattr(session, "moved_to", session)


def device_name(session: ort.InferenceSession) -> str:
    """Returns where a session runs: "CUDA" or "CPU"."""
    return "CUDA" if CUDA in standing_for(session).get_providers() else "CPU"


@contextmanager
def passing(path: Path) -> Iterator[ort.RunOptions]:
    """Gives the options of a pass, and translates what it raises."""
    work = _here.get(None)
    options = work.options if work is not None else ort.RunOptions()
    try:
        yield options
    except ORT_ERRORS as error:
        if options.terminate:
            raise Stopped from error
        failure = Sentence(
            '"{file}" failed in a forward pass ({why}).',
            file=path.name,
            why=reason(error),
        )
        if is_want_of_memory(error):
            raise OutOfMemoryError(
                "{failure} There is not enough memory: close other programs, or use a "
                "smaller model.",
                failure=failure,
            ) from error
        kind = CardError if is_of_card(str(error)) else PassError
        raise kind(
            "{failure} Check the file, or export it again.",
            failure=failure,
        ) from error


def went_on_on_cpu(error: BaseException) -> None:
    """Tells that a graphics card failed, and leaves it alone if all of it is lost."""
    said = str(error)
    why = reason_of(said)
    if is_of_context(said):
        lose_cuda(why)
    tell(Sentence("Went on on the CPU: {why}.", why=why))


def is_want_of_memory(error: BaseException) -> bool:
    """Whether there was not enough memory; that of a graphics card counts, too."""
    said = reason(error).lower()
    signs = _FAULT not in said and any(sign in said for sign in _MEMORY_SIGNS)
    return isinstance(error, MemoryError) or signs


def reason(error: BaseException) -> str:
    """ONNX Runtime's own words, without its codes, in one line."""
    words = str(error).removeprefix("[ONNXRuntimeError]").strip(" :")
    parts = words.split(" : ", 2)
    text = _SOURCE_PLACE.sub("", parts[-1]) or type(error).__name__
    return plain(text, _LONGEST_REASON).removesuffix(".")


def _run(
    session: ort.InferenceSession,
    path: Path,
    feeds: Mapping[str, NDArray[Any]],
    outputs: Sequence[str],
) -> list[NDArray[Any]]:
    with passing(path) as options:
        values = session.run(list(outputs), dict(feeds), options)
        return [np.asarray(value) for value in values]


def _moved(session: ort.InferenceSession, error: ModelError) -> ort.InferenceSession:
    """Returns a session on the CPU that stands for one on a graphics card from now on.

    Raises:
        ModelError: There is none: the session was on the CPU all along.
    """
    spare: Callable[[], ort.InferenceSession] | None = getattr(session, "spare", None)
    if spare is None:
        raise error
    went_on_on_cpu(error.__cause__ or error)
    session.moved_to = spare()
    return session.moved_to


def _may_shrink(
    session: ort.InferenceSession, feeds: Mapping[str, NDArray[Any]]
) -> bool:
    """Whether fewer inputs could share a pass."""
    lengths = {each.name: each.shape[:1] for each in session.get_inputs()}
    return any(
        len(values) > 1 and not isinstance(lengths[name][0], int)
        for name, values in feeds.items()
        if values.ndim
    )
