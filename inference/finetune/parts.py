"""Which part of a network trains, and what it starts from."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inference.errors import SpecError, offered, plain
from inference.finetune.head import Renewed
from inference.finetune.spec import FEATURES, NOTHING
from inference.network.names import near_names, tensor_named

if TYPE_CHECKING:
    import torch

    from inference.twin.module import Twin
    from inference.twin.program import Call

_FORGETFUL = {"Add", "BatchNormalization", "Conv", "Gemm"}
"""Their gradients do not depend on what they made."""


@dataclass(frozen=True, slots=True)
class TrainedPart:
    """The part of a network behind the frozen layer.

    Attributes:
        given: The tensors that it starts from.
        weights: Names of the weights that train.
        norms: Names of its calls of batch norm.
    """

    given: tuple[str, ...]
    weights: tuple[str, ...]
    norms: frozenset[str]


def trained_part(twin: "Twin", network: Renewed, freeze: str) -> TrainedPart:
    """Returns what trains.

    Args:
        twin: Of the network.
        network: With its new head.
        freeze: As in `TrainingSpec`.

    Raises:
        SpecError: There is no such layer, or it does not lead to the classes.
    """
    wanted = network.trial.readout.tensor
    layer = _frozen(twin, network, freeze)
    known = {*network.graph.producers, *twin.inputs}
    given = _given(twin, layer, wanted, known)
    stored = {tensor.name for tensor in network.graph.model.graph.initializer}
    behind = _read_between(twin, given, [wanted])
    before = _read_between(twin, list(twin.inputs), given)
    trained = (behind - before) & stored
    weights = tuple(name for name in twin.weights if name in trained)
    norms = _norms(twin, given, wanted)
    if not all(_is_by_photo(name, network, twin) for name in given):
        given = tuple(twin.inputs)
    return TrainedPart(given, weights, norms)


def _is_by_photo(name: str, network: Renewed, twin: "Twin") -> bool:
    """Whether each photo has a row of a tensor.

    Else, as inside the windows of a Swin, what lies below is run again for each batch.
    """
    count = network.shapes.get(next(iter(twin.inputs)), ())[:1]
    return network.shapes.get(name, ())[:1] == count


def overwriting(calls: Sequence["Call"], kept: Collection[str]) -> tuple["Call", ...]:
    """Returns the same calls, where a ReLU writes over what it is fed if it may.

    It may where nobody else reads that, and where what made it does not look at it
    again on the way back.

    Args:
        calls: Of a twin.
        kept: Tensors that are read from outside, or given.
    """
    makers = {name: call.operator for call in calls for name in call.outputs}
    readers = Counter(name for call in calls for name in set(call.needs))
    return tuple(
        replace(call, function=_over)
        if call.operator == "Relu"
        and call.inputs[0] not in kept
        and readers[call.inputs[0]] == 1
        and makers.get(call.inputs[0]) in _FORGETFUL
        else call
        for call in calls
    )


def _over(values: "torch.Tensor") -> "torch.Tensor":
    """ReLU, in the memory of what it is fed."""
    return values.relu_()


def _frozen(twin: "Twin", network: Renewed, freeze: str) -> str:
    """Returns the tensor up to which nothing trains."""
    if freeze == FEATURES:
        return network.fed
    if freeze == NOTHING:
        return next(iter(twin.inputs))
    known = network.graph.producers
    name = freeze if freeze in known else tensor_named(freeze, known)
    if name is None:
        raise SpecError(
            'There is no layer "{layer}".{hint}',
            layer=plain(freeze),
            hint=offered(near_names(freeze, known)),
        )
    if network.trial.readout.tensor not in _made_from(twin, [name]) - {name}:
        raise SpecError(
            'Nothing trains behind "{layer}": it does not lead to the classes. Choose '
            "a layer before them.",
            layer=plain(name),
        )
    return name


def _given(twin: "Twin", layer: str, wanted: str, known: set[str]) -> tuple[str, ...]:
    """Returns the tensors of the photo that suffice, with the weights, to go on.

    What does not depend on the layer is not trained, so it is given, too.
    """
    live, behind = _made_from(twin, twin.inputs), _made_from(twin, [layer])
    missing, given = {wanted}, [layer]
    for call in reversed(twin.calls):
        hit = (missing & set(call.outputs)) - {layer}
        if not hit:
            continue
        missing -= hit
        if hit <= live - behind and hit <= known:
            given.extend(sorted(hit))
        else:
            missing |= set(call.needs) - {layer}
    given.extend(name for name in twin.inputs if name in missing)
    return tuple(dict.fromkeys(given))


def _made_from(twin: "Twin", names: Iterable[str]) -> set[str]:
    """Returns the tensors that depend on some, these included."""
    found = set(names)
    for call in twin.calls:
        if not found.isdisjoint(call.needs):
            found.update(filter(None, call.outputs))
    return found


def _read_between(
    twin: "Twin", given: Sequence[str], wanted: Sequence[str]
) -> set[str]:
    """Returns the tensors that are read on the way from given to wanted ones."""
    made = set(twin.way(given, wanted))
    calls = (call for call in twin.calls if not made.isdisjoint(call.outputs))
    return {name for call in calls for name in call.needs}


def _norms(twin: "Twin", given: Sequence[str], wanted: str) -> frozenset[str]:
    made = set(twin.way(given, [wanted]))
    norms = (call for call in twin.calls if call.operator == "BatchNormalization")
    return frozenset(c.name for c in norms if not made.isdisjoint(c.outputs))
