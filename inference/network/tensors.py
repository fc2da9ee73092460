"""Reads tensors inside a network: ONNX Runtime runs the part that makes them.

The sessions of the last few questions are kept in a tuple that is replaced whole, so
readers in several threads need no lock: at worst a session is made twice.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import onnxruntime as ort
from numpy.typing import NDArray

from inference.network.blocks import blocked_tensors, in_order
from inference.network.extract import extract
from inference.network.graph import Graph, TensorInfo
from inference.network.input import read_input
from inference.network.passes import run_session
from inference.network.portions import Portions
from inference.network.sessions import ProviderChoice, open_session

SESSIONS_KEPT = 4
MOST_PACKED = 2**27
"""Weights of more bytes are computed with where they lie; a copy would weigh more than
the fifth of a pass that it saves."""

Arrays = dict[str, NDArray[Any]]
_Names = tuple[str, ...]


class TensorReader:
    """Reads tensors of one network by their names.

    `spins` is as for `open_session`.
    """

    def __init__(self, graph: Graph, device: str, *, spins: bool = True) -> None:
        self._graph, self._device, self._spins = graph, device, spins
        self._blocked = blocked_tensors(graph)
        self._portions = Portions()
        self._kept: tuple[tuple[_Names, ort.InferenceSession], ...] = ()

    def read(self, names: Iterable[str], batch: NDArray[Any]) -> Arrays:
        """Returns tensors for an input (N, ...); the input may be one of them.

        Raises:
            ModelError: ONNX Runtime failed.
        """
        asked = tuple(names)
        made = tuple(n for n in asked if n != self._graph.inputs[0].name)
        found = self._run(self._session(made), batch, made) if made else {}
        return {name: found.get(name, batch) for name in asked}

    def read_once(
        self, names: Iterable[str], batch: NDArray[Any], *, is_resized: bool = False
    ) -> Arrays:
        """Returns tensors for an input (N, ...), from a session that is not kept.

        Args:
            names: Of the tensors.
            batch: The input.
            is_resized: Whether its height and width are others than the file says.

        Raises:
            ModelError: ONNX Runtime failed; some graphs are made for one size only.
        """
        made = tuple(names)
        fed = _of_any_size(self._graph) if is_resized else self._graph.inputs[0]
        return self._run(self._open(fed, made), batch, made)

    def _open(self, fed: TensorInfo, names: _Names) -> ort.InferenceSession:
        """Makes a session of what leads to tensors, on the device of the network."""
        provider: ProviderChoice = "auto" if self._device == "CUDA" else "cpu"
        model = extract(self._graph, [fed], names)
        size = sum(values.nbytes for _, values in self._graph.large_weights(model))
        packs = size <= MOST_PACKED
        return open_session(
            model, self._graph, provider, spins=self._spins, packs=packs
        )

    def _run(
        self, session: ort.InferenceSession, batch: NDArray[Any], names: _Names
    ) -> Arrays:
        fed, path = self._graph.inputs[0], self._graph.path

        def run(inputs: NDArray[Any]) -> list[NDArray[Any]]:
            return run_session(session, path, {fed.name: inputs}, list(names))

        is_fixed = isinstance(fed.shape[0], int)
        values = run(batch) if is_fixed else self._portions.run(run, batch)
        found = dict(zip(names, values, strict=True))
        blocked = self._blocked.intersection(names)
        return found | {name: in_order(found[name]) for name in blocked}

    def _session(self, names: _Names) -> ort.InferenceSession:
        kept = self._kept
        session = dict(kept).get(names)
        if session is None:
            session = self._open(self._graph.inputs[0], names)
        others = [pair for pair in kept if pair[0] != names]
        self._kept = ((names, session), *others[: SESSIONS_KEPT - 1])
        return session


def _of_any_size(graph: Graph) -> TensorInfo:
    """Returns the input of a graph with its height and width left open."""
    source, free = graph.inputs[0], {"H": "height", "W": "width"}
    pairs = zip(read_input(graph).layout, source.shape, strict=True)
    return replace(source, shape=tuple(free.get(letter, dim) for letter, dim in pairs))
