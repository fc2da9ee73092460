"""What a classifier says of photos, as numbers of each photo.

Most questions need a number or two of each photo, not its scores for all classes. So
these stay in the score book and are read by blocks, each small enough for the cache: of
100,000 photos and 1,000 classes they would take 400 MB, and as much again for the
probabilities.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Activation
from inference.dataset import leading, ranks
from inference.geometry import Doubles, Floats

Ints = NDArray[np.int64]
_BLOCK = 256  # photos
_LOWEST = np.float32(-1e30)  # of a logit; what is -inf is the logarithm of nothing
_FARTHEST = np.float32(-80)  # gap of a logit whose power still is a number


class Scores:
    """Logits of N photos over C classes, and the probabilities that follow.

    Those of classes that exclude each other add up to 1 over these C: they are the
    softmax of these logits, whatever other classes the model has.

    Attributes:
        rows: Of the photos among all that can be read, (N,).
        count: C.
        activation: What makes probabilities of logits.
    """

    def __init__(
        self,
        rows: Ints,
        count: int,
        activation: Activation,
        read: Callable[[Ints], Floats],
    ) -> None:
        """Makes them.

        Args:
            rows: As above.
            count: Likewise.
            activation: Likewise.
            read: Returns logits (n, C) of some of the rows, (n,).
        """
        self.rows, self.count, self.activation = rows, count, activation
        self._read = read

    def part(self, is_in: NDArray[np.bool_]) -> "Scores":
        """Returns the same of some of the photos."""
        return Scores(self.rows[is_in], self.count, self.activation, self._read)

    @property
    def predicted(self) -> Ints:
        """The leading class of each photo, (N,); of equal ones the first."""
        return self._totals[0]

    @cached_property
    def confidence(self) -> Floats:
        """The probability of the leading class, (N,)."""
        return self._shares_of(self._totals[1])

    @cached_property
    def logits(self) -> Floats:
        """Those of all classes, (N, C)."""
        found = np.empty((len(self.rows), self.count), np.float32)
        for part, logits in self._blocks():
            found[part] = logits
        return found

    @cached_property
    def probabilities(self) -> Floats:
        """Those of all classes, (N, C)."""
        found = np.empty((len(self.rows), self.count), np.float32)
        for part, logits in self._blocks():
            found[part] = self._shares(part, logits)
        return found

    def logit(self, classes: Ints) -> Floats:
        """Returns the logit of one class of each photo, (N,) for (N,)."""
        found = np.empty(len(classes), np.float32)
        for part, logits in self._blocks():
            found[part] = logits[np.arange(len(logits)), classes[part]]
        return found

    def probability(self, classes: Ints) -> Floats:
        """Returns the probability of one class of each photo, (N,) for (N,)."""
        return self._shares_of(self.logit(classes))

    def largest_other(self, classes: Ints) -> Floats:
        """Returns the largest probability but for one class of each photo, (N,)."""
        found = np.empty(len(classes), np.float32)
        for part, logits in self._blocks():
            logits[np.arange(len(logits)), classes[part]] = -np.inf
            found[part] = logits.max(axis=1, initial=-np.inf)
        return self._shares_of(found)

    def ranks(self, classes: Ints) -> Ints:
        """Returns how many classes lead before one class of each photo, (N,)."""
        found = np.empty(len(classes), np.int64)
        for part, logits in self._blocks():
            found[part] = ranks(classes[part], logits)
        return found

    @property
    def entropy(self) -> Doubles:
        """Of the probabilities of each photo [bits], (N,)."""
        nats = self._totals[3].astype(np.float64)
        return np.asarray(nats / np.log(2), np.float64)

    @cached_property
    def _totals(self) -> tuple[Ints, Floats, Floats, Floats]:
        """The leading class, its logit, the sum of all powers beside it, the entropy.

        The last one in nats. All come of one reading and of the same powers, which take
        longer than the rest.
        """
        predicted = np.zeros(len(self.rows), np.int64)
        largest = np.full(len(self.rows), _LOWEST)
        total, entropy = np.ones_like(largest), np.zeros_like(largest)
        for part, logits in self._blocks():
            first = leading(logits)
            most = np.maximum(logits[np.arange(len(first)), first], _LOWEST)
            predicted[part], largest[part] = first, most
            if self.activation is Activation.SIGMOID:
                entropy[part] = _sigmoid_entropy(logits)
            else:
                total[part], entropy[part] = _powers(logits - most[:, np.newaxis])
        return predicted, largest, total, entropy

    def _shares(self, part: slice, logits: Floats) -> Floats:
        """Returns the probabilities (n, C) of some photos, from their logits (n, C)."""
        if self.activation is Activation.SIGMOID:
            return _sigmoids(logits)
        _, largest, total, _ = (each[part, np.newaxis] for each in self._totals)
        shares: Floats = np.exp(logits - largest) / total
        return shares

    def _shares_of(self, logits: Floats) -> Floats:
        """Returns the probabilities that a logit of each photo means, (N,)."""
        whole = slice(None)
        return self._shares(whole, logits[:, np.newaxis])[:, 0]

    def _blocks(self) -> Iterator[tuple[slice, Floats]]:
        """Yields which photos, and their logits (n, C), which may be written over."""
        for start in range(0, len(self.rows), _BLOCK):
            part = slice(start, start + _BLOCK)
            yield part, self._read(self.rows[part])


def _sigmoids(logits: Floats) -> Floats:
    found = Activation.SIGMOID.probability_of(logits, np.float64(0), np)
    return np.asarray(found, np.float32)


def _powers(gaps: Floats) -> tuple[Floats, Floats]:
    """Returns T, the sum of exp(g) over the gaps g to the largest logit, and entropies.

    Those of classes that exclude each other: log T less the mean of the gaps, weighed
    by exp(g) / T [nats], (n,) for (n, C).
    """
    powers = np.exp(gaps)
    total: Floats = powers.sum(axis=1)
    weighed = np.einsum("nc,nc->n", powers, np.maximum(gaps, _FARTHEST))
    return total, np.log(total) - weighed / total


def _sigmoid_entropy(logits: Floats) -> Floats:
    """Returns the sum of -p log p over sigmoids p [nats], (n,) for (n, C).

    For a logit z, p is 1 / w with w = 1 + exp(-z).
    """
    whole = 1 + np.exp(np.minimum(-logits, -_FARTHEST))
    found: Floats = (np.log(whole) / whole).sum(axis=1)
    return found
