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
) -> tuple[list[Weighed], Floats]:
    """Runs from the given tensors to the wanted one and back.

    Args:
        twin: The network.
        given: Where to start; the first layer must be one of them or follow from them.
        layers: The tensors whose gradients are asked for.
        wanted: The tensor that the score is made of.
        score: Makes one number of it.

    Returns:
        Values and gradients of each layer (zero where none leads to the score), and
        the wanted tensor.
    """
    import torch

    names = [layer.name for layer in layers]
    first = next(iter(given))
    device = device_of(twin)
    with torch.enable_grad():
        start = {name: _tensor(values, device) for name, values in given.items()}
        start[first] = start[first].float().requires_grad_()
        inner = [name for name in names if name not in start]
        made = twin.tail(start, [wanted, *inner])
        watched = [start[name] if name in start else made[name] for name in names]
        found = _gradients(score(made[wanted]), watched)
    weighed = [
        Weighed(layer, _real(layer, tensor), layer.folded(_array(gradient))[0])
        for layer, tensor, gradient in zip(layers, watched, found, strict=True)
    ]
    return weighed, _array(made[wanted])


def _real(layer: FeatureLayer, tensor: "torch.Tensor") -> Floats:
    """Returns the values of a layer (C, h, w); whole numbers count from zero there."""
    real: Floats = layer.folded(_array(tensor))[0] - np.float32(layer.zero_point)
    return real


def _gradients(
    number: "torch.Tensor", tensors: Sequence["torch.Tensor"]
) -> list["torch.Tensor"]:
    """Returns the gradient of a number at each tensor.

    It is zero where none leads from the tensor to the number: behind a cast to whole
    numbers, which ends gradients, the number itself has none.
    """
    import torch

    found = [torch.zeros_like(tensor, dtype=torch.float32) for tensor in tensors]
    places = [n for n, tensor in enumerate(tensors) if tensor.requires_grad]
    if number.requires_grad and places:
        asked = [tensors[n] for n in places]
        some = torch.autograd.grad(
            number, asked, allow_unused=True, materialize_grads=True
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
