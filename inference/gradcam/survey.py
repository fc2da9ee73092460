"""One backward pass over the end of a network: where places have a gradient."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inference.geometry import Floats
from inference.gradcam.passes import Score, gradients_of, started
from inference.network.layers import FeatureLayer
from inference.network.tensors import Arrays

if TYPE_CHECKING:
    import torch

    from inference.twin.module import Twin

_NEAR = 4
_TOLERANCE = 1e-3  # of the largest gradient


class Survey:
    """Where places have a gradient, from given tensors to the classes.

    Attributes:
        moved: The layers whose places have one, in the order given.
    """

    def __init__(
        self,
        twin: "Twin",
        given: Arrays,
        layers: Sequence[FeatureLayer],
        wanted: str,
        score: Score,
    ) -> None:
        """Runs from the given tensors to the wanted one and back to the layers."""
        import torch

        with torch.enable_grad():
            start = started(twin, given, list(given))
            inner = [layer.name for layer in layers if layer.name not in start]
            made = {**start, **twin.tail(start, [wanted, *inner])}
            self._tensors = {layer.name: made[layer.name] for layer in layers}
            number, tensors = score(made[wanted]), list(self._tensors.values())
            found = gradients_of(number, tensors, is_last=False)
        self._found = dict(zip(self._tensors, found, strict=True))
        self.moved = tuple(x for x in layers if self._at_places(x, self._found).any())

    def passes_all(self, layer: FeatureLayer) -> bool:
        """Whether the gradients of all layers before one come through it.

        The nearest ones are asked first: one beside it tells at little cost.
        """
        before = self.moved[: self.moved.index(layer)]
        if not before or not self._tensors[layer.name].grad_fn:
            return False
        return self._passes(layer, before[-_NEAR:]) and self._passes(layer, before)

    def _passes(self, layer: FeatureLayer, before: Sequence[FeatureLayer]) -> bool:
        """Whether the gradients of some layers come through one."""
        import torch

        # A number: torch loads its symbolic mathematics (2 s) for any other gradient.
        with torch.enable_grad():
            share = (self._tensors[layer.name] * self._found[layer.name]).sum()
        tensors = [self._tensors[other.name] for other in before]
        through = gradients_of(share, tensors, is_last=False)
        parts = dict(zip((other.name for other in before), through, strict=True))
        return all(self._is_all(other, parts) for other in before)

    def _is_all(self, layer: FeatureLayer, parts: dict[str, "torch.Tensor"]) -> bool:
        whole, part = (self._at_places(layer, x) for x in (self._found, parts))
        return bool(abs(whole - part).max() <= _TOLERANCE * abs(whole).max())

    def _at_places(
        self, layer: FeatureLayer, gradients: dict[str, "torch.Tensor"]
    ) -> Floats:
        """Returns a gradient (C, h, w) without that of extra tokens."""
        values = gradients[layer.name].detach().float().cpu().numpy()
        folded: Floats = layer.folded(values)[0]
        return folded
