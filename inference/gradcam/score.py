"""The one number that is explained, as a function of a tensor of the graph.

Normally the tensor holds the classes' logits, and probabilities follow from them as the
classifier says, in float64: near saturation float32 has no digits left for 1 − p.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from inference.classifier import Classifier, Prediction, PreparedInput, Quantity
from inference.errors import Sentence, SpecError, did_you_mean
from inference.geometry import Floats
from inference.gradcam.spec import GradCamSpec

if TYPE_CHECKING:
    import torch

Leading = Callable[["torch.Tensor"], int]
"""Tells which class of logits (K,) leads."""

_CLEAR = 1e-3  # of the range of the logits; twins that hold are nearer than a tenth


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """Which number was explained, and how large it is.

    Attributes:
        name: "logit of French horn".
        score: Its value.
        target: Index of the class, or of the channel of another tensor.
        prediction: What the network says of the photo.
    """

    name: str
    score: float
    target: int
    prediction: Prediction


class Scorer(Protocol):
    """Makes one number of a tensor, and says which."""

    @property
    def tensor(self) -> str:
        """The tensor's name."""

    def __call__(self, raw: "torch.Tensor") -> "torch.Tensor":
        """Returns the number for the first input of a batch."""

    def explained(self, raw: Floats) -> Explained:
        """Returns the number and its name."""


def all_classes(classifier: Classifier, raw: "torch.Tensor") -> "torch.Tensor":
    """Returns a number that every class of the first input has a share in."""
    import torch

    values = raw.reshape(classifier.spec.input.batch or 1, -1)[:1].double()
    logits: torch.Tensor = classifier.readout.logits(values, torch)[0]
    shares = torch.arange(1, len(logits) + 1, device=logits.device).double().cos()
    return (logits * shares).sum()


def leads_clearly(logits: "torch.Tensor") -> bool:
    """Whether one class of logits (K,) leads by more than a twin may differ."""
    logits = logits.detach()
    first, second = logits.topk(2).values
    lead, extent = float(first - second), float(first - logits.min())
    return lead > _CLEAR * extent and extent < float("inf")


class ClassScorer:
    """The logit or probability of a class, or a margin.

    `leading` tells which class of logits (K,) it is where the spec names none.

    Raises:
        SpecError: There is no such class; where it scores, that the leading class is
            the one to compare against.
    """

    def __init__(
        self, classifier: Classifier, spec: GradCamSpec, leading: Leading
    ) -> None:
        self._readout = classifier.readout
        self.tensor = self._readout.tensor
        self._classifier, self._spec, self._leading = classifier, spec, leading
        count = len(classifier.labels)
        for index in (spec.target.index, spec.target.against):
            if index is not None and not 0 <= index < count:
                raise SpecError(
                    "There is no class {index}: the model has {n} classes, 0 to "
                    "{last}.",
                    index=index,
                    n=count,
                    last=count - 1,
                )

    def __call__(self, raw: "torch.Tensor") -> "torch.Tensor":
        """Returns the score of the class, less that of the other one."""
        return self.each(raw, self._classifier.spec.input.batch or 1)[0]

    def each(self, raw: "torch.Tensor", count: int) -> "torch.Tensor":
        """Returns the score (N,) for each of the `count` inputs of a batch."""
        logits = self._logits(raw, count)
        scores, target = self._scores(logits), self._target(logits[0])
        against = self._spec.target.against
        found = scores[:, target]
        return found if against is None else found - scores[:, against]

    def explained(self, raw: Floats) -> Explained:
        """Returns the number and its name; `raw` is the tensor (N, ...)."""
        import torch

        with torch.no_grad():
            values = torch.from_numpy(raw)
            inputs = self._classifier.spec.input.batch or 1
            logits, score = self._logits(values, inputs)[0], float(self(values))
            target = self._target(logits)
        with np.errstate(all="ignore"):
            prediction = self._classifier.prediction(logits.float().numpy())
        name = self._spec.target.settled(target).name(prediction.labels)
        return Explained(name, score, target, prediction)

    def _target(self, logits: "torch.Tensor") -> int:
        """Returns the class of the spec, or the leading one where that names none."""
        given = self._spec.target.index
        target = self._leading(logits) if given is None else given
        if target == self._spec.target.against:
            raise SpecError(
                "The leading class is the one to compare against. Choose a target."
            )
        return target

    def _logits(self, raw: "torch.Tensor", count: int) -> "torch.Tensor":
        """Returns logits (N, K) float64 of a batch."""
        import torch

        logits: torch.Tensor = self._readout.logits(
            raw.reshape(count, -1).double(), torch
        )
        return logits

    def _scores(self, logits: "torch.Tensor") -> "torch.Tensor":
        import torch

        if self._spec.target.quantity is Quantity.LOGIT:
            return logits
        activation = self._readout.activation
        probabilities: torch.Tensor = activation.probabilities(logits, torch)
        return probabilities


class TensorScorer:
    """A channel of any tensor, summed over its places.

    `lengths` are those of the tensor's axes, by their letters and in their order.

    Raises:
        SpecError: There is no such tensor or channel.
    """

    def __init__(
        self,
        classifier: Classifier,
        spec: GradCamSpec,
        prepared: PreparedInput,
        lengths: Mapping[str, int],
    ) -> None:
        self.tensor = spec.reduction or ""
        self._classifier, self._spec = classifier, spec
        self._prepared = prepared
        producers = classifier.graph.producers
        if self.tensor not in producers:
            hint = did_you_mean(self.tensor, producers)
            raise SpecError(
                'There is no tensor "{tensor}" to explain.{hint}',
                tensor=self.tensor,
                hint=hint,
            )
        if spec.target.against is not None:
            raise SpecError("A margin is between classes, not between channels.")
        self._axis = list(lengths).index("C") if "C" in lengths else 0
        self._count = lengths.get("C", 0)
        channel = spec.target.index
        if channel is not None and not 0 <= channel < self._count:
            raise SpecError(
                'There is no channel {channel} in "{tensor}": it has {n}.',
                channel=channel,
                tensor=self.tensor,
                n=self._count,
            )

    def __call__(self, raw: "torch.Tensor") -> "torch.Tensor":
        """Returns the sum of one channel, of the strongest where none is named."""
        sums = raw.movedim(self._axis, -1)[0].reshape(-1, self._count).sum(0).double()
        channel = self._spec.target.index
        return sums[int(sums.argmax()) if channel is None else channel]

    def explained(self, raw: Floats) -> Explained:
        """Returns the number and its name; the classes are predicted anew."""
        sums = np.moveaxis(raw, self._axis, -1)[0].reshape(-1, self._count).sum(0)
        given = self._spec.target.index
        target = int(sums.argmax()) if given is None else given
        prediction = self._classifier.predict_input(self._prepared)
        is_class = self._count == len(prediction.labels)
        channel = Sentence("channel {channel}", channel=target)
        name = Sentence(
            'value of {what} in "{tensor}"',
            what=prediction.labels[target] if is_class else channel,
            tensor=self.tensor,
        )
        return Explained(name, float(sums[target]), target, prediction)
