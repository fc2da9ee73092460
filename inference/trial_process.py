"""The child process in which a stranger's model is tried first.

Run as a file: it imports no more than ONNX Runtime and NumPy, so that it starts fast,
and nothing of NetGaze. A packaged program has no Python to run a file with: it starts
itself with one hidden argument, before anything else is imported.

A task comes as one line of JSON on stdin; the last word on stdout says how it ended:
"done", "refused" (ONNX Runtime gave a reason, which whoever opens the model next gets,
too) or "memory". Without a word it was ended from outside.
"""

import json
import sys
from contextlib import suppress
from typing import Any

ARGUMENT = "--try-model"
DONE, REFUSED, MEMORY = "done", "refused", "memory"
_FATAL = 4  # of ONNX Runtime's levels of logging


def main() -> None:
    """Does the task."""
    task = json.loads(sys.stdin.readline())
    _bound(task["memory"], task["seconds"])
    try:
        _run(task)
    except MemoryError:
        _say(MEMORY)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        words = str(error).lower()
        is_memory = any(word in words for word in ("bad_alloc", "allocate memory"))
        _say(MEMORY if is_memory else REFUSED)
    else:
        _say(DONE)


def _bound(memory: int, seconds: int) -> None:
    """Bounds what this process may take: bytes, and seconds of computing."""
    with suppress(ImportError):  # there is no such module on Windows
        import resource

        for kind, most in (
            (resource.RLIMIT_DATA, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def _run(task: dict[str, Any]) -> None:
    """Loads the model, and runs it on each of the inputs."""
    import numpy as np
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.log_severity_level = _FATAL
    session = ort.InferenceSession(task["model"], options, ["CPUExecutionProvider"])
    given = {
        name: np.resize(np.array(numbers, dtype), shape)
        for name, shape, numbers, dtype in task["given"]
    }
    for shape in task["shapes"]:
        noise = np.random.default_rng(0).random(shape, np.float32)
        noise *= 255 if task["dtype"] == "uint8" else 1
        session.run(None, given | {task["input"]: noise.astype(task["dtype"])})


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
