"""Steps downhill: SGD with momentum, or AdamW (Loshchilov and Hutter 2019).

The functions of torch, not its classes: those load torch's compiler, which takes six
seconds and lets the window stand still for one.
"""

from collections.abc import Mapping, Sequence
from math import cos, pi
from typing import TYPE_CHECKING

import numpy as np

from inference.finetune.spec import TrainingSpec
from inference.geometry import Floats

if TYPE_CHECKING:
    import torch

_MOMENTUM = 0.9
_BETAS = (0.9, 0.999)
_EPSILON = 1e-8
_STEPS = "steps"


def rate_at(spec: TrainingSpec, step: int, total: int) -> float:
    """Returns the learning rate below the head at a step, from 0, of so many."""
    if spec.schedule == "cosine":  # half a period: Loshchilov and Hutter 2017
        return spec.learning_rate * (1 + cos(pi * step / total)) / 2
    return spec.learning_rate


class Optimiser:
    """Changes weights by their gradients; the head's more than the others."""

    def __init__(
        self,
        weights: "Mapping[str, torch.Tensor]",
        head: frozenset[str],
        spec: TrainingSpec,
    ) -> None:
        import torch

        self._spec, self._weights, self._taken = spec, dict(weights), 0
        names = list(self._weights)
        groups = [[n for n in names if n in head], [n for n in names if n not in head]]
        self._groups = tuple(
            (names, factor)
            for names, factor in zip(groups, (spec.head_factor, 1.0), strict=True)
            if names
        )
        kinds = ("momentum",) if spec.optimiser == "sgdm" else ("mean", "square")
        self._kept = {
            kind: {n: torch.zeros_like(w) for n, w in self._weights.items()}
            for kind in kinds
        }

    def step(self, gradients: "Sequence[torch.Tensor]", rate: float) -> None:
        """Changes the weights.

        Args:
            gradients: In the order of the weights.
            rate: Below the head.
        """
        import torch

        made = dict(zip(self._weights, gradients, strict=True))
        move = self._sgd if self._spec.optimiser == "sgdm" else self._adamw
        with torch.no_grad():
            for names, factor in self._groups:
                weights = [self._weights[name] for name in names]
                move(names, weights, [made[name] for name in names], rate * factor)
        self._taken += 1

    def arrays(self) -> dict[str, Floats]:
        """Returns copies of what it remembers, by names of its own."""
        found = {
            f"{kind}:{name}": tensor.cpu().numpy().copy()
            for kind, tensors in self._kept.items()
            for name, tensor in tensors.items()
        }
        return {**found, _STEPS: np.array(self._taken, np.float32)}

    def take(self, arrays: Mapping[str, Floats]) -> None:
        """Takes what it had remembered."""
        import torch

        self._taken = int(arrays[_STEPS])
        for kind, tensors in self._kept.items():
            for name, tensor in tensors.items():
                tensor.copy_(torch.from_numpy(np.array(arrays[f"{kind}:{name}"])))

    def _sgd(
        self,
        names: Sequence[str],
        weights: "list[torch.Tensor]",
        gradients: "list[torch.Tensor]",
        rate: float,
    ) -> None:
        from torch.optim.sgd import sgd

        momenta: list[torch.Tensor | None] = []
        momenta += [self._kept["momentum"][name] for name in names]
        sgd(
            weights,
            gradients,
            momenta,
            weight_decay=self._spec.weight_decay,
            momentum=_MOMENTUM,
            lr=rate,
            dampening=0.0,
            nesterov=False,
            maximize=False,
        )

    def _adamw(
        self,
        names: Sequence[str],
        weights: "list[torch.Tensor]",
        gradients: "list[torch.Tensor]",
        rate: float,
    ) -> None:
        import torch
        from torch.optim.adamw import adamw

        adamw(
            weights,
            gradients,
            [self._kept["mean"][name] for name in names],
            [self._kept["square"][name] for name in names],
            [],
            [torch.tensor(float(self._taken)) for _ in names],
            amsgrad=False,
            beta1=_BETAS[0],
            beta2=_BETAS[1],
            lr=rate,
            weight_decay=self._spec.weight_decay,
            eps=_EPSILON,
            maximize=False,
        )
