"""The parity certificate: how far the twin's answers are from ONNX Runtime's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from onnxruntime import InferenceSession

from inference.network.blocks import blocked_tensors
from inference.network.graph import Graph
from inference.network.passes import run_session
from inference.network.sessions import open_session
from inference.twin.module import Twin, load_twin
from inference.twin.ops.values import tensor_from_array

Inputs = Sequence[np.ndarray]


@dataclass(frozen=True, slots=True)
class Parity:
    """How well the twin agrees with ONNX Runtime, at worst over the given inputs.

    Attributes:
        max_abs_diff: Greatest difference between two outputs.
        max_rel_diff: The same relative to the range of ONNX Runtime's outputs.
        top1_agrees: Whether both name the same class first, for every input.
        tolerance: The relative difference up to which they count as equal.
        first_divergence: The first tensor of the graph at which they part by more than
            the tolerance; None where the outputs agree.
        operators: How often each operator stands in the model.
        compared_from: The tensors that the comparison began at; none for the photo.
        rounds: Whether the file itself holds 16-bit floats or is quantised: then the
            first class must agree, and the difference is only stated.
    """

    max_abs_diff: float
    max_rel_diff: float
    top1_agrees: bool
    tolerance: float
    first_divergence: str | None
    operators: Mapping[str, int]
    rounds: bool
    compared_from: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the first class agrees and, unless the file rounds, the outputs."""
        is_near = self.max_rel_diff <= self.tolerance
        return self.top1_agrees and (is_near or self.rounds)


def parity(
    graph: Graph,
    cases: Iterable[Inputs],
    *,
    twin: Twin | None = None,
    outputs: Sequence[str] = (),
    session: InferenceSession | None = None,
    given: Sequence[str] = (),
    tolerance: float = 1e-4,
) -> Parity:
    """Compares the twin with ONNX Runtime (on the processor).

    Args:
        graph: The model file, as it was read.
        cases: The inputs to compare on, such as a photo and noise: for each case one
            array per input of the graph.
        twin: The graph's twin, where it is built already.
        outputs: The tensors to compare, the classes' scores first; the graph's own
            outputs where none is named.
        session: One that gives these tensors, where it is open already.
        given: The tensors that the twin starts from, where it cannot start from the
            inputs; ONNX Runtime makes them.
        tolerance: The relative difference up to which outputs count as equal.

    Raises:
        ModelError: ONNX Runtime or the twin cannot run the model.
    """
    twin = load_twin(graph) if twin is None else twin
    names, begun = list(outputs or twin.outputs), tuple(given)
    session = session or _session(graph, [*names, *_made(graph, begun)])
    found, divergence = [], None
    for case in cases:
        expected = _answers(session, graph, [*names, *_made(graph, begun)], case)
        got = _twin_values(twin, _start(twin, case, expected, begun), names)
        one = _compared([(expected[name], got[name]) for name in names], tolerance)
        found.append(one)
        if one.is_apart and divergence is None:
            divergence = first_divergence(
                graph, case, twin=twin, outputs=names, given=begun, tolerance=tolerance
            )
    return _certificate(found, tolerance, divergence, twin, begun)


def first_divergence(
    graph: Graph,
    inputs: Inputs,
    *,
    twin: Twin,
    outputs: Sequence[str] = (),
    given: Sequence[str] = (),
    tolerance: float = 1e-4,
) -> str | None:
    """Returns the first tensor at which twin and ONNX Runtime part, in graph order.

    ONNX Runtime runs the graph with every inner tensor as an output, so it may fuse
    less than in a plain run.
    """
    made = twin.way(given or twin.inputs, outputs or twin.outputs)
    readable = graph.producers.keys() - blocked_tensors(graph)
    inner = [name for name in made if name in readable]
    asked = list(dict.fromkeys([*inner, *_made(graph, given)]))
    expected = _answers(_session(graph, asked), graph, asked, inputs)
    got = _twin_values(twin, _start(twin, inputs, expected, given), inner)
    for name in inner:
        if name in got and _relative(expected[name], got[name]) > tolerance:
            return name
    return None


def _made(graph: Graph, names: Iterable[str]) -> list[str]:
    """Returns those tensors that the graph makes; the others are its inputs."""
    return [name for name in names if name in graph.producers]


def _start(
    twin: Twin,
    case: Inputs,
    expected: Mapping[str, np.ndarray],
    given: Sequence[str],
) -> dict[str, np.ndarray]:
    """Returns what the twin starts from: the inputs, or tensors that were made."""
    fed = dict(zip(twin.inputs, case, strict=True))
    return {
        name: expected[name] if name in expected else fed[name] for name in given
    } or fed


@dataclass(frozen=True, slots=True)
class _Compared:
    """How far the answers to one case are apart, and whether that is too far."""

    absolute: float
    relative: float
    agrees: bool
    is_apart: bool


def _compared(
    pairs: list[tuple[np.ndarray, np.ndarray]], tolerance: float
) -> _Compared:
    """Compares pairs of answers to one case; the first pair names the class."""
    relative = max(_relative(*pair) for pair in pairs)
    agrees = _top1(pairs[0][0]) == _top1(pairs[0][1])
    return _Compared(
        max(_difference(*pair) for pair in pairs),
        relative,
        agrees,
        is_apart=relative > tolerance or not agrees,
    )


def _certificate(
    found: list[_Compared],
    tolerance: float,
    divergence: str | None,
    twin: Twin,
    given: tuple[str, ...],
) -> Parity:
    """Returns the worst of what was found over all cases."""
    return Parity(
        max((one.absolute for one in found), default=0.0),
        max((one.relative for one in found), default=0.0),
        all(one.agrees for one in found),
        tolerance,
        divergence,
        twin.operators,
        twin.rounds,
        given,
    )


def _session(graph: Graph, names: Iterable[str]) -> InferenceSession:
    """Opens a session that gives these tensors."""
    return open_session(graph.with_outputs(names), graph, "cpu")


def _answers(
    session: InferenceSession, graph: Graph, names: list[str], case: Inputs
) -> dict[str, np.ndarray]:
    fed = (tensor.name for tensor in graph.inputs)
    feeds = dict(zip(fed, case, strict=True))
    values = run_session(session, graph.path, feeds, names)
    return dict(zip(names, values, strict=True))


def _twin_values(
    twin: Twin, start: Mapping[str, np.ndarray], names: Sequence[str]
) -> dict[str, np.ndarray]:
    device = next(twin.parameters(), torch.empty(0)).device
    given = {n: tensor_from_array(values).to(device) for n, values in start.items()}
    with torch.no_grad():
        values = twin.tail(given, names)
    return {name: value.cpu().double().numpy() for name, value in values.items()}


def _difference(expected: np.ndarray, got: np.ndarray) -> float:
    """Returns the greatest difference; infinite where the shapes or NaNs differ."""
    expected = expected.astype(np.float64)
    if expected.shape != got.shape:
        return float("inf")
    differ = (expected != got) & ~(np.isnan(expected) & np.isnan(got))
    apart = np.abs(expected[differ] - got[differ])
    return float(np.where(np.isnan(apart), np.inf, apart).max(initial=0))


def _relative(expected: np.ndarray, got: np.ndarray) -> float:
    """Returns the greatest difference relative to the range of the expected values."""
    apart = _difference(expected, got)
    if apart == 0 or not expected.size:
        return apart
    finite = expected.astype(np.float64)[np.isfinite(expected.astype(np.float64))]
    extent = float(np.ptp(finite)) if finite.size > 1 else 0.0
    scale = extent or float(np.abs(finite).max(initial=0)) or 1.0
    return apart / scale


def _top1(logits: np.ndarray) -> list[int]:
    """Returns the first class of each sample."""
    rows = logits.reshape(logits.shape[0] if logits.ndim > 1 else 1, -1)
    return [int(place) for place in rows.argmax(1)]
