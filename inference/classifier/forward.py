"""Forward passes: a session, fed with any number of inputs in batches that suit it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import onnx
from onnxruntime import InferenceSession, OrtValue

from inference.classifier.readout import find_logits
from inference.geometry import Array
from inference.network.graph import Graph
from inference.network.halving import halved
from inference.network.input import read_input
from inference.network.passes import device_name, run_bound, run_session
from inference.network.sessions import Precision, ProviderChoice, open_session


@dataclass(frozen=True, slots=True, eq=False)
class Forward:
    """A way through a network: calling it runs a batch.

    Attributes:
        session: ONNX Runtime's.
        graph: The file.
        fed: Name of the tensor that is fed.
        fetched: Name of the tensor that is read.
        batch: The batch size that the file fixes, or None where any will do.
        together: Inputs that may share a pass, or None for any number.
    """

    session: InferenceSession
    graph: Graph
    fed: str
    fetched: str
    batch: int | None
    together: int | None

    @property
    def device(self) -> str:
        """Where it runs: "CPU" or "CUDA"."""
        return device_name(self.session)

    def __call__(self, inputs: Array) -> Array:
        """Returns what the network gives for inputs (N, ...), a row each, (N, K).

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        raw = self.run(inputs, [self.fetched])[0]
        return raw.reshape(len(inputs), -1)

    def run(self, inputs: Array, names: Sequence[str]) -> list[Array]:
        """Returns tensors by their names for inputs (N, ...).

        A batch that is smaller than the file wants is filled up with its last input.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        step = self.together or len(inputs)
        starts = range(0, len(inputs), step)
        passes = [self._pass(inputs[n : n + step], names) for n in starts]
        if len(passes) == 1:
            return passes[0]
        return [np.concatenate(pieces) for pieces in zip(*passes, strict=True)]

    def run_held(self, held: OrtValue) -> Array:
        """Returns what the network gives for inputs that lie on its device, (N, K).

        Args:
            held: (N, ...) as many as a pass takes.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: For another reason.
        """
        binding = self.session.io_binding()
        binding.bind_ortvalue_input(self.fed, held)
        binding.bind_output(self.fetched, "cpu")
        (raw,) = run_bound(self.session, self.graph.path, binding)
        found: Array = raw.numpy()
        return found.reshape(held.shape()[0], -1)

    def sharing(self, together: int | None) -> "Forward":
        """Returns the same where so many inputs share a pass; None for any number."""
        return replace(self, together=together)

    def behind(self, tensor: str, rest: onnx.ModelProto) -> "Forward":
        """Returns the last part of the network, on the CPU, single-threaded.

        Args:
            tensor: What it is fed.
            rest: The network from there to the tensor that is fetched.

        Raises:
            OutOfMemoryError: For want of memory.
            ModelError: ONNX Runtime refuses it.
        """
        session = open_session(rest, self.graph, "cpu", threads=1)
        return replace(self, session=session, fed=tensor)

    def _pass(self, piece: Array, names: Sequence[str]) -> list[Array]:
        path, missing = self.graph.path, (self.batch or len(piece)) - len(piece)
        if not missing:
            found = run_session(self.session, path, {self.fed: piece}, names)
            return (
                [_with_batch(output) for output in found] if len(piece) == 1 else found
            )
        filled = np.concatenate([piece, np.repeat(piece[-1:], missing, axis=0)])
        found = run_session(self.session, path, {self.fed: filled}, names)
        return [output[: len(piece)] for output in found]


def _with_batch(output: Array) -> Array:
    """Returns what a pass of one input gave as (1, ...), which files may squeeze."""
    is_whole = output.shape[:1] == (1,) or output.dtype.kind != "f"
    return output if is_whole else output[np.newaxis]


def open_forward(
    graph: Graph,
    provider: ProviderChoice = "auto",
    *,
    threads: int = 0,
    also: Sequence[str] = (),
    packs: bool = True,
    precision: Precision = "exact",
) -> Forward:
    """Opens a session of a classifier, from its input to its logits.

    Args:
        graph: The file.
        provider: Where it is to run.
        threads: How many share a pass; 0 for one per core.
        also: Tensors inside that can be fetched, too.
        packs: As for `open_session`.
        precision: In which it computes; the input stays in the file's type.

    Raises:
        OutOfMemoryError: For want of memory.
        ModelError: It does not take one image, or ONNX Runtime refuses it.
        SpecError: CUDA is demanded and cannot be had.
    """
    taken = read_input(graph)
    graph = halved(graph) if precision == "float16" else graph
    ending = find_logits(graph)
    model = graph.with_outputs([*([ending.tensor] if ending else []), *also])
    session = open_session(
        model, graph, provider, threads=threads, packs=packs, precision=precision
    )
    fetched = ending.tensor if ending else graph.outputs[0].name
    return Forward(session, graph, taken.name, fetched, taken.batch, taken.batch)
