"""What a run that was broken off goes on from: one file, rewritten after each epoch.

`NEW.training.npz` holds plain arrays: weights and momenta by name, the curves, and as
text the finished epochs and a key. The key tells what the run depends on, so that no
other run goes on from it.
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.dataset import Share
from inference.errors import TrainingError, system_reason
from inference.files import put_in_place
from inference.finetune.training import Epoch
from inference.geometry import Floats

SUFFIX = ".training.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """The state behind an epoch.

    Attributes:
        key: What the run depends on.
        epochs: Those that are finished.
        best: The number of the best one; None where none is.
        losses: Of all steps, (S,).
        accuracies: Likewise.
        learnt: What the trainee learnt.
        remembered: What the optimiser remembers.
    """

    key: str
    epochs: tuple[Epoch, ...]
    best: int | None
    losses: Floats
    accuracies: Floats
    learnt: Mapping[str, Floats]
    remembered: Mapping[str, Floats]


def checkpoint_path(out: Path) -> Path:
    """Returns where the checkpoint of a new model lies."""
    return out.with_suffix(SUFFIX)


def save_checkpoint(path: Path, state: Checkpoint) -> None:
    """Writes it beside its place, then puts it there.

    Raises:
        TrainingError: The disk is full, and the like.
    """
    arrays: dict[str, NDArray[Any]] = {
        "key": np.array(state.key),
        "epochs": np.array(json.dumps([asdict(epoch) for epoch in state.epochs])),
        "best": np.array(state.best or 0),
        "losses": state.losses,
        "accuracies": state.accuracies,
        **{f"learnt:{name}": values for name, values in state.learnt.items()},
        **{f"remembered:{name}": v for name, v in state.remembered.items()},
    }
    stored = zipfile.ZIP_STORED
    try:
        with put_in_place(path) as beside, zipfile.ZipFile(beside, "w", stored) as file:
            _write(file, arrays)
    except OSError as error:
        raise TrainingError(
            'Cannot write "{file}": {why}. Training goes on from the last epoch with '
            "--resume once there is room.",
            file=path.name,
            why=system_reason(error),
        ) from error


def load_checkpoint(path: Path, key: str) -> Checkpoint:
    """Reads where a run was broken off.

    Raises:
        TrainingError: There is none, it is damaged, or it is another run's.
    """
    try:
        state = _state(_read(path))
    except FileNotFoundError as error:
        raise TrainingError(
            'There is no run to go on with: "{file}" is not there. Start without '
            "--resume.",
            file=path.name,
        ) from error
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise TrainingError(
            'Cannot go on from "{file}": it is damaged. Start anew with --force.',
            file=path.name,
        ) from error
    if state.key != key:
        raise TrainingError(
            'Cannot go on from "{file}": it is of a run with another model, other '
            "photos or other options. Use those, or start anew with --force.",
            file=path.name,
        )
    return state


def _write(file: zipfile.ZipFile, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes arrays under numbers, and their names first: a name may hold anything."""
    named = {"names": np.array(json.dumps(list(arrays))), **arrays}
    for n, values in enumerate(named.values()):
        with file.open(f"{n}.npy", "w", force_zip64=True) as entry:
            np.lib.format.write_array(entry, np.asanyarray(values), allow_pickle=False)


def _read(path: Path) -> dict[str, NDArray[Any]]:
    with np.load(path, allow_pickle=False) as file:
        names = json.loads(str(file["0"]))
        return {name: file[str(n)] for n, name in enumerate(names, 1)}


def _state(arrays: Mapping[str, NDArray[Any]]) -> Checkpoint:
    epochs = json.loads(str(arrays["epochs"]))
    return Checkpoint(
        str(arrays["key"]),
        tuple(_epoch(each) for each in epochs),
        int(arrays["best"]) or None,
        arrays["losses"],
        arrays["accuracies"],
        _named("learnt:", arrays),
        _named("remembered:", arrays),
    )


def _epoch(record: dict[str, Any]) -> Epoch:
    shares = {
        name: None if record[name] is None else Share(**record[name])
        for name in ("accuracy", "validation")
    }
    return Epoch(**{**record, **shares})


def _named(kind: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
    """Returns the arrays of a kind, under their own names."""
    return {n.removeprefix(kind): a for n, a in arrays.items() if n.startswith(kind)}
