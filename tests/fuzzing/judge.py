"""Opens mutants as a user would, and says which of them broke a promise.

A mutant is opened in a process that many share. One that ends that process, or keeps it
for too long, is opened once more as the program opens a stranger's model: after a trial
in a child process. Then it has to end in a sentence.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
_MARK = "verdict "
PATIENCE = 60  # s that one mutant may take in the shared process


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: "opened", "refused", or what went wrong."""

    number: int
    outcome: str

    @property
    def is_fault(self) -> bool:
        """Whether a promise was broken."""
        return self.outcome not in ("opened", "refused")


def judged(seed: int, numbers: range) -> Iterator[Verdict]:
    """Judges mutants, in as many processes as they bring down."""
    rest = list(numbers)
    while rest:
        done = 0
        for verdict in _in_a_process(seed, rest):
            yield verdict
            done += 1
        rest = rest[done:]
        if rest:
            yield Verdict(rest[0], _by_itself(seed, rest[0]))
            rest = rest[1:]


def _in_a_process(seed: int, numbers: list[int]) -> Iterator[Verdict]:
    """Yields verdicts until the process ends or is given up."""
    command = [sys.executable, "-m", "tests.fuzzing.judge", str(seed)]
    environment = os.environ | {"NETGAZE_TRUST_MODELS": "1"}
    with subprocess.Popen(
        [*command, *map(str, numbers)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(_MARK):  # libraries print there, too
                yield Verdict(*json.loads(line.removeprefix(_MARK)))


def _by_itself(seed: int, number: int) -> str:
    """Opens a mutant that ended the shared process as a stranger's model."""
    from tests.fuzzing.mutants import bases, mutant

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "of").mkdir()
        path = mutant(folder, bases(folder / "of"), seed, number)
        environment = {
            k: v for k, v in os.environ.items() if k != "NETGAZE_TRUST_MODELS"
        }
        ended = subprocess.run(
            [sys.executable, "main.py", "info", str(path)],
            cwd=ROOT,
            env=environment | {"XDG_DATA_HOME": name},
            capture_output=True,
            text=True,
            timeout=10 * PATIENCE,
            check=False,
        )
    if ended.returncode == 1 and ended.stderr.count("\n") == 1:
        return "refused"
    return f"the process ended with {ended.returncode}: {ended.stderr[-200:]}"


def outcome(path: Path) -> str:
    """Opens a mutant and what lies beside it, in this process."""
    from inference.classifier import open_classifier
    from inference.errors import InferenceError
    from inference.image import open_image
    from tests.models import noise

    try:
        classifier = open_classifier(path, None, "cpu")
    except InferenceError as error:
        said = str(error)
        if "\n" in said or not said:
            return f"no sentence: {said!r}"
        is_alone = len(list(path.parent.glob("[!o]*"))) == 1
        is_sound = is_alone and "in the metadata of" not in said  # as notes go
        return f"refused, but it runs: {said}" if is_sound and runs(path) else "refused"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{type(error).__name__}: {error}"
    try:
        photos = list(path.parent.glob("photo.*"))
        image = open_image(photos[0]) if photos else noise(9, 13)
        classifier.predict(image)
    except InferenceError:
        return "refused"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{type(error).__name__}: {error}"
    return "opened"


def runs(path: Path) -> bool:
    """Whether plain ONNX Runtime runs a file as a classifier of one image."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.log_severity_level = 4
    with contextlib.suppress(Exception):
        session = ort.InferenceSession(path, options, ["CPUExecutionProvider"])
        (taken,) = session.get_inputs()
        shape = [d if isinstance(d, int) and d > 0 else 0 for d in taken.shape]
        if len(shape) != 4 or 0 in shape[1:] or "float)" not in taken.type:
            return False
        if 3 not in (shape[1], shape[3]) and 1 not in (shape[1], shape[3]):
            return False
        batch = np.random.default_rng(0).random((shape[0] or 2, *shape[1:]), np.float32)
        given = session.run(None, {taken.name: batch})[0]
        is_batch = given.ndim > 1 and len(given) == len(batch)
        is_vector = is_batch and max(given.shape[1:]) == given[0].size >= 2
        return bool(is_vector and given.dtype.kind == "f" and np.isfinite(given).all())
    return False


def main() -> None:
    """Judges the mutants that the command line numbers, a line of JSON each."""
    import faulthandler

    from tests.fuzzing.mutants import bases, mutant

    seed, *numbers = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as home:
        models = bases(Path(home))
        for number in numbers:
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            with tempfile.TemporaryDirectory() as name:
                said = outcome(mutant(Path(name), models, seed, number))
            sys.stdout.write(f"\n{_MARK}{json.dumps([number, said])}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
