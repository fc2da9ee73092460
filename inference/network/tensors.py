"""Reads tensors inside a network: ONNX Runtime runs the part that makes them.

The sessions of the last few questions are kept in a tuple that is replaced whole, so
readers in several threads need no lock: at worst a session is made twice.
"""

from collections.abc import Iterable
from typing import Any

import onnx
import onnxruntime as ort
from numpy.typing import NDArray

from inference.network.extract import extract
from inference.network.graph import Graph
from inference.network.sessions import ProviderChoice, open_session, run_session

SESSIONS_KEPT = 4

Arrays = dict[str, NDArray[Any]]
_Names = tuple[str, ...]


class TensorReader:
    """Reads tensors of one network by their names.

    `spins` is as for `open_session`.
    """

    def __init__(self, graph: Graph, device: str, *, spins: bool = True) -> None:
        self._graph, self._device, self._spins = graph, device, spins
        self._kept: tuple[tuple[_Names, ort.InferenceSession], ...] = ()

    def read(self, names: Iterable[str], batch: NDArray[Any]) -> Arrays:
        """Returns tensors for an input (N, ...); the input may be one of them.

        Raises:
            ModelError: ONNX Runtime failed.
        """
        asked = tuple(names)
        made = tuple(n for n in asked if n != self._graph.inputs[0].name)
        found = self.run(self._session(made), batch, made) if made else {}
        return {name: found.get(name, batch) for name in asked}

    def open(self, model: onnx.ModelProto) -> ort.InferenceSession:
        """Makes a session that is not kept, where the classifier itself runs."""
        on_cuda = self._device == "CUDA"
        provider: ProviderChoice = "cuda" if on_cuda else "cpu"
        path = self._graph.path
        return open_session(model, path, provider, spins=self._spins)

    def run(
        self, session: ort.InferenceSession, batch: NDArray[Any], names: Iterable[str]
    ) -> Arrays:
        """Returns tensors that a session gives for an input (N, ...)."""
        path, names = self._graph.path, list(names)
        feeds = {self._graph.inputs[0].name: batch}
        values = run_session(session, path, feeds, names)
        return dict(zip(names, values, strict=True))

    def _session(self, names: _Names) -> ort.InferenceSession:
        kept = self._kept
        session = dict(kept).get(names)
        if session is None:
            session = self.open(extract(self._graph, self._graph.inputs, names))
        others = [pair for pair in kept if pair[0] != names]
        self._kept = ((names, session), *others[: SESSIONS_KEPT - 1])
        return session
