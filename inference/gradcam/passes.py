"""Forward and backward: what lies below from ONNX Runtime, the tail in the twin.

What lies below a layer needs no gradient, so ONNX Runtime computes it: a part of the
graph that ends in the layer and in whatever else the tail reads. Only the tail runs in
torch.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import SpecError
from inference.geometry import Floats
from inference.gradcam.equation import Weighed
from inference.network.layers import FeatureLayer
from inference.network.tensors import Arrays

if TYPE_CHECKING:
    import torch

    from inference.twin.module import Twin

Score = Callable[["torch.Tensor"], "torch.Tensor"]


def cut_at(twin: "Twin", layer: str, wanted: str, known: Iterable[str]) -> list[str]:
    """Returns the tensors that, with the weights, suffice to make `wanted`.

    Args:
        twin: The network.
        layer: A tensor; it comes first.
        wanted: A tensor that depends on it.
        known: The tensors that can be had from elsewhere: those named in the file.

    Raises:
        SpecError: Nothing leads from the layer to the wanted tensor.
    """
    depends, can_give = _made_from(twin, layer), set(known)
    if wanted not in depends:
        raise SpecError(
            '"{layer}" does not lead to "{wanted}", so it has no gradient. Choose a '
            "layer before it.",
            layer=layer,
            wanted=wanted,
        )
    missing, given = {wanted}, [layer]
    for call in reversed(twin.calls):
        hit = (missing & set(call.outputs)) - {layer}
        if not hit:
            continue
        missing -= hit
        if depends.isdisjoint(hit) and hit <= can_give:
            given.extend(sorted(hit))
        else:
            missing |= set(call.needs) - {layer}
    given.extend(name for name in twin.inputs if name in missing)
    return given


def starts(
    twin: "Twin", wanted: str, known: Iterable[str]
) -> tuple[list[str], set[str]]:
    """Returns where the twin must start to make a tensor, and what is explained then.

    Below an operator that it lacks the twin cannot run: what such operators make, and
    what also leads into them, comes from elsewhere.

    Args:
        twin: The network.
        wanted: A tensor.
        known: The tensors that can be had from elsewhere.

    Returns:
        The tensors to start from; and those from which all ways to the wanted one lead
        through the twin.
    """
    lost = _not_to_be_had(twin, set(known))
    needed, below, given = {wanted}, set[str](), list[str]()
    for call in reversed(twin.calls):
        hit = needed.intersection(call.outputs)
        is_gap = call.function is None or not lost.isdisjoint(call.needs)
        if (hit and is_gap) or not below.isdisjoint(call.outputs):
            below.update(call.needs)
            given.extend(sorted(hit - lost))
        elif hit:
            needed.update(call.needs)
    given.extend(name for name in twin.inputs if name in needed)
    return given, needed - below - lost


def _not_to_be_had(twin: "Twin", known: set[str]) -> set[str]:
    """Returns the tensors that neither the twin can make nor others have."""
    lost: set[str] = set()
    for call in twin.calls:
        if call.function is None or not lost.isdisjoint(call.needs):
            lost.update(name for name in call.outputs if name not in known)
    return lost


def _made_from(twin: "Twin", tensor: str) -> set[str]:
    """Returns the tensors that depend on a tensor."""
    depends = {tensor}
    for call in twin.calls:
        if not depends.isdisjoint(call.needs):
            depends.update(call.outputs)
    return depends - {tensor, ""}


def weigh(
    twin: "Twin",
    given: Arrays,
    layers: Sequence[FeatureLayer],
    wanted: str,
    score: Score,
    *,
    is_below_open: bool = False,
) -> tuple[list[Weighed], Floats]:
    """Runs from the given tensors to the wanted one and back.

    Args:
        twin: The network.
        given: Where to start; the first layer must be one of them or follow from them.
        layers: The tensors whose gradients are asked for.
        wanted: The tensor that the score is made of.
        score: Makes one number of it.
        is_below_open: Whether all that is given changes the score; else the first is
            the only one that does.

    Returns:
        Values and gradients of each layer (zero where none leads to the score), and
        the wanted tensor.
    """
    moved = list(given) if is_below_open else [next(iter(given))]
    names = [layer.name for layer in layers]
    tensors, gradients, raw = watch(twin, given, names, wanted, score, moved=moved)
    weighed = [
        Weighed(layer, _real(layer, tensor), layer.folded(gradient)[0])
        for layer, tensor, gradient in zip(layers, tensors, gradients, strict=True)
    ]
    return weighed, raw


def watch(
    twin: "Twin",
    given: Arrays,
    names: Sequence[str],
    wanted: str,
    score: Score,
    *,
    moved: Sequence[str],
) -> tuple[list[Floats], list[Floats], Floats]:
    """Runs from the given tensors to the wanted one and back.

    Args:
        twin: The network.
        given: Where to start.
        names: The tensors whose gradients are asked for.
        wanted: The tensor that the score is made of.
        score: Makes one number of it.
        moved: What of the given changes the score.

    Returns:
        Values and gradients of each tensor, as they lie in it, and the wanted tensor.
    """
    import torch

    with torch.enable_grad():
        start = started(twin, given, moved)
        inner = [name for name in names if name not in start]
        made = twin.tail(start, [wanted, *inner])
        watched = [start[name] if name in start else made[name] for name in names]
        found = gradients_of(score(made[wanted]), watched)
    return [*map(_array, watched)], [*map(_array, found)], _array(made[wanted])


def started(
    twin: "Twin", given: Arrays, moved: Sequence[str]
) -> dict[str, "torch.Tensor"]:
    """Returns given arrays as tensors; those that are moved want a gradient."""
    device = device_of(twin)
    start = {name: _tensor(values, device) for name, values in given.items()}
    return start | {name: _moved(start[name]) for name in moved}


def _moved(tensor: "torch.Tensor") -> "torch.Tensor":
    """Returns a tensor that wants a gradient; answers and indices have none."""
    import torch

    is_index = tensor.dtype in (torch.bool, torch.int32, torch.int64)
    return tensor if is_index else tensor.float().requires_grad_()


def _real(layer: FeatureLayer, tensor: Floats) -> Floats:
    """Returns the values of a layer (C, h, w); whole numbers count from zero there."""
    real: Floats = layer.folded(tensor)[0] - np.float32(layer.zero_point)
    return real


def gradients_of(
    number: "torch.Tensor",
    tensors: Sequence["torch.Tensor"],
    *,
    is_last: bool = True,
) -> list["torch.Tensor"]:
    """Returns the gradient of a number at each tensor.

    Unless it `is_last`, more gradients may be asked for behind it.

    It is zero where none leads from the tensor to the number: behind a cast to whole
    numbers, which ends gradients, the number itself has none.
    """
    import torch

    found = [torch.zeros_like(tensor, dtype=torch.float32) for tensor in tensors]
    places = [n for n, tensor in enumerate(tensors) if tensor.requires_grad]
    if number.requires_grad and places:
        asked = [tensors[n] for n in places]
        some = torch.autograd.grad(
            number,
            asked,
            retain_graph=not is_last,
            allow_unused=True,
            materialize_grads=True,
        )
        for n, gradient in zip(places, some, strict=True):
            found[n] = gradient
    return found


def device_of(twin: "Twin") -> "torch.device":
    """Returns where a twin's weights lie."""
    import torch

    return next((p.device for p in twin.parameters()), torch.device("cpu"))


def _tensor(values: NDArray[Any], device: "torch.device") -> "torch.Tensor":
    """Shapes and indices stay on the host."""
    import torch

    tensor = torch.from_numpy(np.array(values, order="C"))
    is_shape = tensor.dtype == torch.int64 and tensor.dim() < 2
    return tensor if is_shape else tensor.to(device)


def _array(values: "torch.Tensor") -> Floats:
    array: Floats = values.detach().float().cpu().numpy()
    return array
