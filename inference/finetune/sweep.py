"""Which learning rate suits: a short sweep that raises it from step to step.

Each step takes a mini-batch at a rate somewhat larger than the last one's (Smith 2017,
"Cyclical learning rates for training neural networks", section 3.3). Far below a good
rate the loss hardly falls, above it it rises again. What is learnt is thrown away.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, count, islice
from math import isfinite

import numpy as np

from inference.classifier import Classifier
from inference.errors import ModelError, cause_of
from inference.finetune.division import Division, Sample
from inference.finetune.feeding import Feed, Group
from inference.finetune.head import renewed
from inference.finetune.lessons import class_weights, drawing, ordered
from inference.finetune.optimiser import Optimiser
from inference.finetune.spec import TrainingSpec
from inference.finetune.trainee import Trainee
from inference.geometry import Doubles
from inference.jobs import Job, Progress
from inference.network.passes import went_on_on_cpu

LOWEST, HIGHEST = 1e-6, 1.0  # rates below the head
STEPS = 60  # about ten a decade
RATES = np.geomspace(LOWEST, HIGHEST, STEPS)
_WIDTH = 4.0  # steps, the standard deviation of the mean that smooths
_FIRST = 5  # steps whose mean is the loss at the start
_LOST = 2.0  # times that loss, over as many steps: larger rates tell nothing new
_CUT = 3.0  # times that loss; what lies above counts as so much
_FALL = 0.05  # of the loss; less is none


@dataclass(frozen=True, slots=True, eq=False)
class RateSweep:
    """What came of each rate so far.

    Attributes:
        rates: Below the head, rising, (S,).
        losses: Of a mini-batch, before its step at that rate, (S,).
    """

    rates: Doubles
    losses: Doubles

    @property
    def start(self) -> float:
        """The loss before much was learnt."""
        first = self.losses[:_FIRST]
        first = first[np.isfinite(first)]
        return float(first.mean()) if len(first) else 0.0

    @property
    def is_lost(self) -> bool:
        """Whether the rate is so large that what was learnt is lost again."""
        if not len(self.losses):
            return False
        last = float(self.losses[-_FIRST:].mean())
        return not isfinite(last) or last > _LOST * self.start

    @property
    def smoothed(self) -> Doubles:
        """The mean of each loss and those around it, weighted by a Gaussian, (S,).

        What is no number does not count.
        """
        places, are_known = np.arange(len(self.losses)), np.isfinite(self.losses)
        known = np.minimum(self.losses[are_known], _CUT * self.start)
        apart = (places[:, None] - places[are_known]) / _WIDTH
        near = np.exp(-0.5 * apart**2)
        means: Doubles = near @ known / near.sum(axis=1)
        return means

    @property
    def suggestion(self) -> float | None:
        """The rate at which the loss falls fastest, to one digit; None: it does not."""
        if not np.isfinite(self.losses).any():
            return None
        means = self.smoothed
        lowest = int(means.argmin())
        if lowest < 2 or means[0] - means[lowest] < _FALL * means[0]:
            return None
        steepest = int(np.gradient(means[: lowest + 1]).argmin())
        return float(np.format_float_scientific(self.rates[steepest], precision=0))

    def after(self, rate: float, loss: float) -> "RateSweep":
        """Returns the same after another step."""
        return RateSweep(np.append(self.rates, rate), np.append(self.losses, loss))


_NOTHING = RateSweep(np.zeros(0), np.zeros(0))


def rate_sweep(
    classifier: Classifier, division: Division, spec: TrainingSpec
) -> Job[RateSweep, RateSweep]:
    """Tries rates from low to high, until the loss is lost.

    The same seed gives the same sweep. Where a graphics card fails, it begins again on
    the CPU.

    Args:
        classifier: The network to start from; nothing in it changes.
        division: The photos; those of training are learnt from.
        spec: The options; its own rate is not asked.

    Raises:
        DatasetError: There is no photo to learn from.
        SpecError: The options do not fit the model.
        ModelError: The network cannot be trained, or a pass failed.
    """
    network = renewed(classifier, len(division.names), tensor=spec.head, seed=spec.seed)
    trainee = Trainee(network, spec, classifier.provider)
    feed = Feed.of(classifier, network, trainee)
    try:
        return (yield from _swept(trainee, feed, division, spec))
    except (RuntimeError, ModelError) as error:
        if not trainee.is_failed_by_card(error):
            raise
        went_on_on_cpu(cause_of(error))
    return (yield from _swept(Trainee(network, spec, "cpu"), feed, division, spec))


def _swept(
    trainee: Trainee, feed: Feed, division: Division, spec: TrainingSpec
) -> Job[RateSweep, RateSweep]:
    groups = _groups(division, spec)
    yield Progress(0, STEPS, _NOTHING)
    if not spec.augments:
        yield from _read(feed, groups)
    optimiser = Optimiser(trainee.weights, trainee.head, spec)
    weights, draw = class_weights(division, spec), drawing(spec, 1)
    sweep = _NOTHING
    with closing(feed.batches(groups, weights, draw)) as batches:
        for rate, batch in zip(RATES, batches, strict=False):  # some may be unreadable
            outcome, gradients = trainee.gradients(batch)
            optimiser.step(gradients, float(rate))
            sweep = sweep.after(float(rate), outcome.loss)
            yield Progress(len(sweep.rates), STEPS, sweep)
            if sweep.is_lost:
                break
    if not len(sweep.rates):
        division.without(feed.unreadable)
    return sweep


def _groups(division: Division, spec: TrainingSpec) -> list[tuple[Sample, ...]]:
    """Returns the photos of each step: those of one epoch after another."""
    epochs = chain.from_iterable(ordered(division, spec, n) for n in count(1))
    return [tuple(islice(epochs, spec.batch)) for _ in range(STEPS)]


def _read(
    feed: Feed, groups: Sequence[Group]
) -> Generator[Progress[RateSweep], None, None]:
    """Reads photos once, so that what lies below the head is computed once."""
    samples = tuple(dict.fromkeys(chain.from_iterable(groups)))
    done, total = 0, len(samples) + STEPS
    for read in feed.read(samples, len(groups[0]), keeps=True):
        done += read
        yield Progress(done, total, _NOTHING)
