"""Forward passes: a session, fed with any number of inputs in batches that suit it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession

from inference.geometry import Array
from inference.network.sessions import run_session


@dataclass(frozen=True, slots=True, eq=False)
class Forward:
    """A session and how it is fed.

    Attributes:
        session: ONNX Runtime's.
        path: The file, for messages.
        source: Name of the tensor that is fed.
        batch: The fixed batch size, or None where any will do.
    """

    session: InferenceSession
    path: Path
    source: str
    batch: int | None

    def run(
        self, inputs: Array, together: int | None, names: Sequence[str]
    ) -> list[Array]:
        """Returns the named outputs for inputs (N, ...).

        Args:
            inputs: In the file's own layout and type.
            together: How many may share a pass; None for all. A larger batch that the
                file fixes is filled up with the last of them.
            names: Of the outputs.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        step = together or len(inputs)
        starts = range(0, len(inputs), step)
        passes = [self._pass(inputs[n : n + step], names) for n in starts]
        if len(passes) == 1:
            return passes[0]
        return [np.concatenate(pieces) for pieces in zip(*passes, strict=True)]

    def _pass(self, piece: Array, names: Sequence[str]) -> list[Array]:
        missing = (self.batch or len(piece)) - len(piece)
        if not missing:
            return run_session(self.session, self.path, {self.source: piece}, names)
        filled = np.concatenate([piece, np.repeat(piece[-1:], missing, axis=0)])
        found = run_session(self.session, self.path, {self.source: filled}, names)
        return [output[: len(piece)] for output in found]
