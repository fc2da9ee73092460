"""Which of a file's inputs and outputs are used: one image in, one tensor out.

Files may give features, a second head or words beside the scores, in any order. Which
of their outputs holds the classes is told by what is stated of the classes, by names,
by what stands before an output, and by which is made from which.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from inference.classifier.readout import find_logits
from inference.errors import SpecError, did_you_mean, plain
from inference.geometry import Size
from inference.network.binding import GivenInput
from inference.network.extract import ancestors, extract
from inference.network.graph import Graph
from inference.network.input import read_input
from inference.network.operators import BEFORE_LOGITS
from inference.network.shapes import infer_shapes, input_shape

_SCORED = ("logit", "prob", "class", "score", "softmax", "pred", "label")
_BESIDE = (
    *("feat", "embed", "hidden", "pool", "atten", "attn", "aux", "mask", "box"),
    *("state", "token", "distill"),
)
_MOST_OUTPUTS = 100  # that are looked at
_USUAL_COUNTS = (1000, 1001)  # of ImageNet's classes, where nobody states another
_OTHERS = ("int16", "int32", "int64", "bool", "string")  # types of no scores


@dataclass(frozen=True, slots=True)
class Reading:
    """Which of a file's inputs and outputs are used.

    Attributes:
        given: What the file wants beside the image.
        output: Name of the output that is read, as the file calls it.
        outputs: Names of all that could be read.
        is_stated: Whether the user chose the output.
        is_widened: Whether bfloat16 is computed in float32.
        axes: Those of the image, where the user said them; else "".
    """

    given: tuple[GivenInput, ...] = ()
    output: str = ""
    outputs: tuple[str, ...] = ()
    is_stated: bool = False
    is_widened: bool = False
    axes: str = ""

    @property
    def filled(self) -> tuple[GivenInput, ...]:
        """The inputs of which nobody says what they are to be."""
        return tuple(each for each in self.given if each.is_filled)

    @property
    def is_doubtful(self) -> bool:
        """Whether several outputs could be read, and the user chose none."""
        return len(self.outputs) > 1 and not self.is_stated


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An output that could hold classes.

    Attributes:
        output: As the file calls it.
        tensor: That is read: itself, or what a map of names is made from.
        count: Of its classes.
    """

    output: str
    tensor: str
    count: int


def choose_output(
    graph: Graph, size: Size, wish: str | None, class_count: Callable[[], int | None]
) -> tuple[Graph, Reading]:
    """Returns the part of a graph that leads to the classes, and which output that is.

    Args:
        graph: A graph with one input.
        size: Of the image.
        wish: Name of the output that the user states, or None.
        class_count: Tells how many classes somebody names; None where nobody does.

    Raises:
        SpecError: There is no output of that name.
    """
    names = [output.name for output in graph.outputs]
    if wish is not None and wish not in names:
        raise SpecError(
            'There is no output "{name}" in "{file}"; there are {names}.{hint}',
            name=plain(wish),
            file=graph.path.name,
            names=tuple(map(plain, names)),
            hint=did_you_mean(wish, names),
        )
    if len(names) == 1 and _read_tensor(graph, names[0]) == names[0]:
        return graph, Reading((), names[0], (names[0],))
    candidates = list(_candidates(graph, size))
    count = class_count()
    counts = _USUAL_COUNTS if count is None else (count,)
    chosen = _chosen(graph, candidates, wish, counts)
    outputs = _unlike(graph, candidates, chosen)
    reading = Reading((), chosen.output, outputs, wish is not None)
    return _ending_in(graph, chosen.tensor), reading


def _candidates(graph: Graph, size: Size) -> Iterator[_Candidate]:
    batch = read_input(graph).batch or 1
    shapes = infer_shapes(graph, (batch, *input_shape(graph, size)[1:]))
    for output in graph.outputs[:_MOST_OUTPUTS]:
        tensor = _read_tensor(graph, output.name)
        shape = shapes.get(tensor, ())
        if shape[:1] != (batch,):
            shape = (1, *shape) if batch == 1 else ()
        inner = shape[1:] or (1,)
        is_vector = shape and max(inner) == math.prod(inner) > 0
        if is_vector and (tensor != output.name or output.dtype not in _OTHERS):
            yield _Candidate(output.name, tensor, max(inner))


def _chosen(
    graph: Graph,
    candidates: list[_Candidate],
    wish: str | None,
    class_counts: Sequence[int],
) -> _Candidate:
    """Returns the likeliest; the first output where none is a vector of numbers."""
    name = wish or graph.outputs[0].name
    named = _Candidate(name, _read_tensor(graph, name), 0)
    if wish is not None or not candidates:
        return next((each for each in candidates if each.output == wish), named)
    sources = {each: ancestors(graph, each.tensor) for each in candidates}

    def evidence(candidate: _Candidate) -> tuple[object, ...]:
        others = (_original(graph, each) for each in candidates if each != candidate)
        has_activation = find_logits(graph, candidate.tensor) is not None
        return (
            candidate.count > 1 or has_activation or bool({1, 2} & {*class_counts}),
            candidate.count in class_counts,
            _named_like_scores(candidate.output),
            has_activation,
            sum(other in sources[candidate] for other in others),
        )

    return max(candidates, key=evidence)


def _unlike(
    graph: Graph, candidates: list[_Candidate], chosen: _Candidate
) -> tuple[str, ...]:
    """Returns the outputs that say something else than the chosen one, and itself."""
    same = {_logits(graph, chosen)}
    return tuple(
        each.output
        for each in candidates
        if each == chosen or _logits(graph, each) not in same
    ) or (chosen.output,)


def _logits(graph: Graph, candidate: _Candidate) -> str:
    """Returns the tensor with a candidate's logits, or the candidate's own."""
    found = find_logits(graph, candidate.tensor)
    return found.tensor if found else candidate.tensor


def _original(graph: Graph, candidate: _Candidate) -> str:
    """Returns the tensor that a candidate is a copy of: reshaped, cast, scaled."""
    name = candidate.tensor
    for _ in range(len(graph.nodes)):
        node = graph.producers.get(name)
        if node is None or node.plain_operator not in BEFORE_LOGITS:
            break
        name = node.inputs[0]
    return name


def _named_like_scores(name: str) -> int:
    """Returns 1 for a name that scores have, -1 for one of something else, else 0."""
    name = name.lower()
    if any(word in name for word in _BESIDE):
        return -1
    return int(any(word in name for word in _SCORED))


def _read_tensor(graph: Graph, output: str) -> str:
    """Returns what is read for an output: of a map of names, the scores in it."""
    node = graph.producers.get(output)
    is_map = node is not None and node.plain_operator == "ZipMap"
    return node.inputs[0] if node is not None and is_map else output


def _ending_in(graph: Graph, tensor: str) -> Graph:
    """Returns the part of a graph that leads to a tensor."""
    model = extract(graph, graph.inputs, [tensor])
    declared = [v for v in graph.model.graph.output if v.name == tensor]
    if declared:
        model.graph.output[0].CopyFrom(declared[0])
    made = {name for node in model.graph.node for name in node.output}
    known = (v for v in graph.model.graph.value_info if v.name in made)
    model.graph.value_info.extend(known)
    return graph.made(model, repr(("to", tensor)))
