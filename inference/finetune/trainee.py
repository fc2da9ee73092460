"""The network that learns: the twin of a graph, and copies of the weights that train.

What lies below the frozen layer is none of its business: it starts from the tensors
that lead on from there. The twin itself never changes. It lends its constants, and runs
with whatever weights it is handed.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from inference.errors import cause_of
from inference.finetune.head import Renewed
from inference.finetune.parts import overwriting, trained_part
from inference.finetune.spec import FEATURES, TrainingSpec
from inference.geometry import Floats
from inference.network.passes import smaller_batches, tell
from inference.network.sessions import ProviderChoice

if TYPE_CHECKING:
    import torch

    from inference.classifier import Readout
    from inference.twin.module import Twin

Arrays = Mapping[str, NDArray[Any]]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Photos of a step.

    Attributes:
        given: The tensors that the trainee starts from, (n, ...) each.
        classes: Of the photos, (n,).
        weights: In the loss, (n,).
    """

    given: Arrays
    classes: NDArray[np.int64]
    weights: Floats

    def __len__(self) -> int:
        return len(self.classes)

    def pieces(self, size: int | None) -> "list[Batch]":
        """Returns it in pieces of so many photos; None leaves it whole."""
        step = size or len(self)
        cuts = [slice(n, n + step) for n in range(0, len(self), step)]
        return [
            Batch(
                {name: values[cut] for name, values in self.given.items()},
                self.classes[cut],
                self.weights[cut],
            )
            for cut in cuts
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch.

    Attributes:
        loss: Weighted mean over its photos.
        hits: Photos that were right.
        weight: Of all its photos.
    """

    loss: float
    hits: int
    weight: float


class Trainee:
    """A network with a new head, on the way from the frozen part to the classes.

    Attributes:
        given: The tensors that it starts from.
        is_fed_photos: Whether these are the network's own input.
        weights: Those that train, by the names of their initialisers.
        head: Which of them are the new head's.
        statistics: Running means and variances that it learns, by name.
        has_norms: Whether it has batch norm.
        device: Where it computes.

    Raises:
        UnsupportedOperatorError: The twin lacks operators.
        SpecError: There is no such layer, or it does not lead to the classes.
    """

    def __init__(
        self, network: Renewed, spec: TrainingSpec, provider: ProviderChoice = "auto"
    ) -> None:
        from inference.twin.device import import_torch, torch_device

        import_torch()
        from inference.twin.module import load_twin

        twin = load_twin(network.graph, widen=True)
        self._readout: Readout = network.trial.readout
        self._together = network.trial.together
        self._is_small = spec.freeze == FEATURES  # a head alone
        self.device = torch_device(provider)
        if self.device.type == "cuda":
            _require_exact_cuda()
        part = trained_part(twin, network, spec.freeze)
        kept = {*part.given, self._readout.tensor}
        twin.calls = overwriting(twin.calls, kept)
        self.given = part.given
        self.is_fed_photos = set(self.given) <= set(twin.inputs)
        self.weights = {
            name: twin.weights[name].detach().to(self.device).clone().requires_grad_()
            for name in part.weights
        }
        self.head = frozenset(network.weights) & self.weights.keys()
        self.statistics: dict[str, torch.Tensor] = {}
        self.has_norms = bool(part.norms)
        self._learnt: dict[str, str] = {}  # running statistics, by what makes them anew
        self._twin = self._learning = twin.to(self.device)
        if spec.trains_norms and part.norms:
            self._train_norms(network, part.norms)

    def gradients(self, batch: Batch) -> "tuple[Outcome, list[torch.Tensor]]":
        """Returns what a batch gives, and the gradients of its loss, in order.

        Where inputs cannot share a pass, gradients of single ones are added up; where a
        graphics card has no memory for all of them, those of fewer.
        """
        return self._fitting(lambda: self._gradients(batch), len(batch))

    def judged(self, batch: Batch) -> Outcome:
        """Returns what a batch gives; nothing is learnt."""
        return self._fitting(lambda: self._judged(batch), len(batch))

    def is_failed_by_card(self, error: BaseException) -> bool:
        """Whether it computes on a graphics card, which raised this."""
        from inference.twin.device import is_of_card

        return self.device.type != "cpu" and is_of_card(cause_of(error))

    def _fitting(self, work: Callable[[], Made], count: int) -> Made:
        """Does work on so many photos, of which fewer share a pass if they must."""
        import torch

        while True:
            statistics = dict(self.statistics)
            try:
                return work()
            except torch.OutOfMemoryError:
                size = min(self._together or count, count)
                if size == 1:
                    raise
                self._together, self.statistics = size // 2, statistics
                tell(smaller_batches(size // 2, size))

    def _gradients(self, batch: Batch) -> "tuple[Outcome, list[torch.Tensor]]":
        import torch

        from inference.twin.device import one_thread

        total = float(batch.weights.sum())
        sums: list[torch.Tensor] = []
        loss, hits = 0.0, 0
        with one_thread(is_wanted=self._is_small):
            for piece in batch.pieces(self._together):
                logits, found = self._run(self._learning, piece)
                part = _losses(logits, piece).sum() / total
                made = torch.autograd.grad(
                    part, list(self.weights.values()), materialize_grads=True
                )
                pairs = zip(sums, made, strict=True) if sums else ()
                sums = [a + b for a, b in pairs] or list(made)
                loss += float(part.detach())
                hits += _hits(logits, piece)
                self.statistics.update(found)
        return Outcome(loss, hits, total), sums

    def _judged(self, batch: Batch) -> Outcome:
        import torch

        from inference.twin.device import one_thread

        total = float(batch.weights.sum())
        loss, hits = 0.0, 0
        with torch.no_grad(), one_thread(is_wanted=self._is_small):
            for piece in batch.pieces(self._together):
                logits, _ = self._run(self._twin, piece)
                loss += float(_losses(logits, piece).sum()) / total
                hits += _hits(logits, piece)
        return Outcome(loss, hits, total)

    def logits(self, given: Arrays) -> Floats:
        """Returns logits (n, K) of tensors that it starts from."""
        import torch

        count = len(next(iter(given.values())))
        none = np.zeros(count, np.int64), np.ones(count, np.float32)
        with torch.no_grad():
            pieces = Batch(given, *none).pieces(self._together)
            found = [self._run(self._twin, piece)[0] for piece in pieces]
            logits: Floats = torch.cat(found).cpu().numpy()
        return logits

    def arrays(self) -> dict[str, Floats]:
        """Returns copies of all that it learnt, by the names of their initialisers."""
        learnt = {**self.weights, **self.statistics}
        return {n: t.detach().cpu().numpy().copy() for n, t in learnt.items()}

    def take(self, arrays: Arrays) -> None:
        """Takes what it had learnt."""
        import torch

        with torch.no_grad():
            for name, tensor in (*self.weights.items(), *self.statistics.items()):
                tensor.copy_(torch.from_numpy(np.array(arrays[name])))

    def _run(
        self, twin: "Twin", batch: Batch
    ) -> "tuple[torch.Tensor, dict[str, torch.Tensor]]":
        """Returns logits (n, K), and what batch norm learnt."""
        import torch

        given = {
            name: torch.from_numpy(np.ascontiguousarray(values)).to(self.device)
            for name, values in batch.given.items()
        }
        tensor = self._readout.tensor
        learnt = {} if twin is self._twin else self._learnt
        start = {**given, **self.weights, **self.statistics}
        found = twin.tail(start, [tensor, *learnt])
        raw = found[tensor].reshape(len(batch), -1).float()
        statistics = {name: found[made].detach() for made, name in learnt.items()}
        return self._readout.logits(raw, torch), statistics

    def _train_norms(self, network: Renewed, norms: Collection[str]) -> None:
        """Lets batch norm use the statistics of each batch, and learn the running ones.

        What it makes of these are further results of its calls, under names of ours.
        """
        import torch

        from inference.twin.module import load_twin

        twin = load_twin(network.graph, widen=True).to(self.device)
        calls = []
        for call in self._twin.calls:
            if call.name not in norms:
                calls.append(call)
                continue
            made = {f"{call.outputs[0]}:{name}": name for name in call.inputs[3:5]}
            self._learnt |= made
            attributes = {**call.attributes, "training_mode": 1}
            outputs = (call.outputs[0], *made)
            calls.append(replace(call, outputs=outputs, attributes=attributes))
        twin.calls = tuple(calls)
        self._learning = twin
        for name in self._learnt.values():
            values = network.graph.values(network.graph.weights[name])
            stored = torch.from_numpy(np.array(values, np.float32))
            self.statistics[name] = stored.to(self.device)


def _require_exact_cuda() -> None:
    """Has cuDNN sum in one order and in float32, for the whole process.

    Else the same seed would give other weights, and ONNX Runtime other answers.
    """
    import torch

    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.allow_tf32 = False


def _losses(logits: "torch.Tensor", batch: Batch) -> "torch.Tensor":
    """Returns the weighted cross-entropy of each photo, (n,)."""
    import torch
    from torch.nn import functional

    classes = torch.from_numpy(batch.classes).to(logits.device)
    weights = torch.from_numpy(batch.weights).to(logits.device)
    return functional.cross_entropy(logits, classes, reduction="none") * weights


def _hits(logits: "torch.Tensor", batch: Batch) -> int:
    leading = logits.detach().argmax(1).cpu().numpy()
    return int((leading == batch.classes).sum())
