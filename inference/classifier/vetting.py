"""A model that was not opened before is first tried in a process of its own.

A model file is a program that a stranger wrote. One that crashes ONNX Runtime, never
ends or wants all the memory there is would take the window with it; in a child process
with bounded memory and computing time it ends in a sentence. What passed is remembered
by the hash of the file and its data files, with the version of ONNX Runtime.

Errors that ONNX Runtime reports are none of this room's business: opening the model
reports them again, in better words.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import onnxruntime as ort
from google.protobuf.message import EncodeError

from inference import trial_process
from inference.bundled import RESOURCES
from inference.errors import ModelError, Sentence
from inference.geometry import Size
from inference.jobs import Job, Progress
from inference.network.binding import GivenInput
from inference.network.graph import Graph
from inference.network.input import read_input
from inference.network.widening import is_narrow
from inference.user_folder import user_folder

OFF = "NETGAZE_TRUST_MODELS"
"""In the environment: models are opened without being tried elsewhere first."""

_LEAST_MEMORY = 2 * 2**30  # bytes
_TIMES = 4  # bytes for each byte of the file and its data
LEAST_SECONDS = 6  # of computing
_BYTES_A_SECOND, _PIXELS_A_SECOND = 20_000_000, 50_000
_PATIENCE = 10  # as many seconds by the clock as of computing; others compute, too
_LOOK = 0.02  # s between two looks at the child


def vetted(
    graph: Graph, size: Size, given: Sequence[GivenInput] = ()
) -> Job[Sentence, None]:
    """Tries a model in a child process, unless it passed before.

    Leaving the job ends the child.

    Args:
        graph: The model; only its file is handed on.
        size: Of one input.
        given: What else it is fed.

    Raises:
        ModelError: It crashed, did not end, or wanted more memory than it should.
    """
    line = _line(graph, given)
    if not _is_strange(graph, line):
        return
    said = Sentence(
        "Trying {file} · first run in a separate process", file=graph.path.name
    )
    with _tried_file(graph) as file, _child(_task(graph, file, size, given)) as child:
        end = time.monotonic() + _PATIENCE * _seconds(graph, size)
        while child.poll() is None and time.monotonic() < end:
            yield Progress(0, 0, said)
            time.sleep(_LOOK)
        ended = child.poll()
        word = child.stdout.read().strip() if ended is not None and child.stdout else ""
    _judge(graph, size, ended, word)
    _remember(line)


def _is_strange(graph: Graph, line: str) -> bool:
    """Whether a model was never tried, and is none of those that come with NetGaze."""
    if os.environ.get(OFF) or graph.path.is_relative_to(RESOURCES):
        return False
    try:
        known = _memory().read_text("utf-8").split("\n")
    except (OSError, ValueError):
        known = []
    return line not in known


@contextmanager
def _child(task: Mapping[str, object]) -> Iterator["subprocess.Popen[str]"]:
    """Starts the child on its task; it does not outlive the block."""
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=quiet,
        text=True,
        env=os.environ | {"ORT_DISABLE_TELEMETRY": "1"},
    )
    try:
        assert child.stdin is not None
        with suppress(OSError):  # it may have ended already
            child.stdin.write(json.dumps(task) + "\n")
            child.stdin.close()
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _command() -> list[str]:
    """Returns how the child is started: a packaged program starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, trial_process.ARGUMENT]
    return [sys.executable, "-I", trial_process.__file__]


@contextmanager
def _tried_file(graph: Graph) -> Iterator[Path]:
    """Yields the file itself, or one of what is run in its place.

    A model that is too large for one file is tried as it is.
    """
    if not is_narrow(graph.file.model):
        yield graph.path
        return
    with TemporaryDirectory(prefix="netgaze-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / graph.path.name
        try:
            path.write_bytes(graph.whole().SerializeToString())
        except (EncodeError, ValueError):
            path = graph.path
        yield path


def _task(
    graph: Graph, file: Path, size: Size, given: Sequence[GivenInput]
) -> dict[str, object]:
    taken = read_input(graph)
    is_first = taken.layout == "NCHW"
    inner = (taken.channels, *size) if is_first else (*size, taken.channels)
    batches = [taken.batch] if taken.batch else [1, 2]
    return {
        "model": str(file),
        "input": taken.name,
        "dtype": taken.dtype,
        "shapes": [[batch, *inner] for batch in batches],
        "memory": _most_memory(graph),
        "seconds": _seconds(graph, size),
        "given": _fed(given),
    }


def _fed(given: Sequence[GivenInput]) -> list[tuple[object, ...]]:
    """Returns name, shape, numbers and type of inputs that have no default."""
    return [
        (each.name, each.shape, each.numbers, each.dtype)
        for each in given
        if each.source != "file"
    ]


def _most_memory(graph: Graph) -> int:
    """Returns how many bytes an honest model of this size may take."""
    return _LEAST_MEMORY + _TIMES * _bytes(graph)


def _bytes(graph: Graph) -> int:
    """Returns the size of the file and of the data that lie beside it."""
    files = (graph.path, *(graph.path.parent / name for name in graph.beside))
    return sum(path.stat().st_size for path in files if path.is_file())


def _seconds(graph: Graph, size: Size) -> int:
    """Returns how many seconds of computing an honest model of this size may take."""
    pixels = size.height * size.width * (read_input(graph).batch or 2)
    more = _bytes(graph) / _BYTES_A_SECOND + pixels / _PIXELS_A_SECOND
    return LEAST_SECONDS + round(more)


def _judge(graph: Graph, size: Size, ended: int | None, word: str) -> None:
    """Says in one sentence what a child ended of, if it did.

    Raises:
        ModelError: It crashed, did not end, or wanted too much memory.
    """
    if word in (trial_process.DONE, trial_process.REFUSED):
        return
    name = graph.path.name
    if word == trial_process.MEMORY:
        raise ModelError(
            'Cannot open "{file}": for one photo it wants more than {most:.1f} GB of '
            "memory, far more than its size explains. It is damaged, or made to do "
            "harm.",
            file=name,
            most=_most_memory(graph) / 2**30,
        )
    if ended is None or _is_out_of_time(ended):
        raise ModelError(
            'Cannot open "{file}": it did not come to an end within {n} seconds of '
            "computing. It may hold an endless loop; export it again.",
            file=name,
            n=_seconds(graph, size),
        )
    raise ModelError(
        'Cannot open "{file}": this model ended the process that tried it (exit code '
        "{code}). It is damaged, or made to do harm; export it again.",
        file=name,
        code=ended,
    )


def _is_out_of_time(ended: int) -> bool:
    """Whether the system ended a child that had computed for too long."""
    with suppress(ImportError, AttributeError):
        from signal import SIGKILL, SIGXCPU

        return -ended in (SIGXCPU, SIGKILL)
    return False


def _memory() -> Path:
    return user_folder() / "tried models.txt"


def _line(graph: Graph, given: Sequence[GivenInput]) -> str:
    """Returns what is written down of a model that passed with these inputs."""
    line = f"{graph.file.identity} {ort.__version__}"
    fed = _fed(given)
    return f"{line} {sha256(repr(fed).encode()).hexdigest()}" if fed else line


def _remember(line: str) -> None:
    """Writes down that a model passed; where that fails, it is tried again."""
    with suppress(OSError):
        _memory().parent.mkdir(parents=True, exist_ok=True)
        with _memory().open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
