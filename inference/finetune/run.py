"""A training run under way: its photos, its network, its curves."""

import json
from collections.abc import Generator, Sequence
from dataclasses import asdict, replace
from math import ceil, inf, isfinite
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from inference.classifier import Classifier, preprocessing_json
from inference.dataset import Share
from inference.errors import ModelError, cause_of
from inference.files import digest
from inference.finetune.checkpoint import (
    Checkpoint,
    checkpoint_path,
    load_checkpoint,
    save_checkpoint,
)
from inference.finetune.clock import Clock
from inference.finetune.conclusion import training_record, write_metrics
from inference.finetune.division import Division, Sample
from inference.finetune.feeding import Feed
from inference.finetune.head import renewed
from inference.finetune.lessons import class_weights, drawing, ordered
from inference.finetune.optimiser import Optimiser, rate_at
from inference.finetune.saving import Question, described, save
from inference.finetune.spec import TrainingSpec
from inference.finetune.trainee import Batch, Outcome, Trainee
from inference.finetune.training import Epoch, Training
from inference.geometry import Floats
from inference.jobs import Progress
from inference.network.passes import went_on_on_cpu

_ASKED = 4  # photos that a new file is asked about

Steps: TypeAlias = Generator[Progress[Training], None, None]


class NotFiniteError(Exception):
    """The loss is no number any more.

    Attributes:
        step: The first one of which that holds, from 1.
    """

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


class Run:
    """A training run under way.

    Attributes:
        training: It so far.

    Raises:
        SpecError: The options do not fit the model.
        ModelError: The network cannot be trained.
    """

    def __init__(
        self, classifier: Classifier, division: Division, spec: TrainingSpec, out: Path
    ) -> None:
        self._classifier, self._spec, self._out = classifier, spec, out
        count = len(division.names)
        self._network = renewed(classifier, count, tensor=spec.head, seed=spec.seed)
        self._trainee = Trainee(self._network, spec, classifier.provider)
        self._optimiser = Optimiser(self._trainee.weights, self._trainee.head, spec)
        self._feed = Feed.of(classifier, self._network, self._trainee)
        self._losses = self._accuracies = np.zeros(0, np.float32)
        self._steps = 0
        self._learnt: tuple[dict[str, Floats], dict[str, Floats]] | None = None
        self.training = Training(
            spec=spec,
            division=division,
            stage="reading",
            steps_per_epoch=1,
            losses=self._losses,
            accuracies=self._accuracies,
            epochs=(),
            best=None,
            rate=spec.learning_rate,
            photos_per_second=0.0,
            out=out,
            head=self._network.choice.becoming(count),
            provider="cuda" if classifier.device == "CUDA" else "cpu",
        )

    def read(self) -> Steps:
        """Reads all photos once; leaves out those that are none."""
        division, augments = self.training.division, self._spec.augments
        done, total = 0, len(division.training) + len(division.validation)
        yield Progress(0, total, self.training)
        for samples, keeps in (
            (division.training, not augments),
            (division.validation, True),
        ):
            for count in self._feed.read(samples, self._spec.batch, keeps=keeps):
                done += count
                yield Progress(done, total, self.training)
        division = division.without(self._feed.unreadable)
        steps = ceil(len(ordered(division, self._spec, 0)) / self._spec.batch)
        room = steps * self._spec.epochs
        self._losses, self._accuracies = np.zeros((2, room), np.float32)
        self._change(division=division, stage="training", steps_per_epoch=steps)

    def resume(self) -> None:
        """Goes on from the checkpoint.

        Raises:
            TrainingError: There is none, or it is another run's.
        """
        state = load_checkpoint(checkpoint_path(self._out), self._key)
        self._steps = len(state.losses)
        self._losses[: self._steps] = state.losses
        self._accuracies[: self._steps] = state.accuracies
        self._trainee.take(state.learnt)
        self._optimiser.take(state.remembered)
        self._change(epochs=state.epochs, best=state.best, **self._curves)

    def epoch(self) -> Steps:
        """Goes once through the training photos, then judges what was learnt.

        Where a graphics card fails, it begins again on the CPU.

        Raises:
            NotFiniteError: The loss is no number any more.
        """
        if self._learnt is None and self._trainee.device.type != "cpu":
            self._learnt = self._trainee.arrays(), self._optimiser.arrays()
        try:
            yield from self._epoch()
        except (RuntimeError, ModelError) as error:
            if self._learnt is None or not self._trainee.is_failed_by_card(error):
                raise
            went_on_on_cpu(cause_of(error))
            self._move(*self._learnt)
            yield from self._epoch()

    def _move(self, learnt: dict[str, Floats], remembered: dict[str, Floats]) -> None:
        """Takes up on the CPU what the last epoch had learnt."""
        self._trainee = Trainee(self._network, self._spec, "cpu")
        self._optimiser = Optimiser(
            self._trainee.weights, self._trainee.head, self._spec
        )
        self._trainee.take(learnt)
        self._optimiser.take(remembered)
        self._learnt = None
        self._steps = len(self.training.epochs) * self.training.steps_per_epoch
        self._change(**self._curves)

    def _epoch(self) -> Steps:
        division, number = self.training.division, len(self.training.epochs) + 1
        groups = self._groups(ordered(division, self._spec, number))
        weights = class_weights(division, self._spec)
        clock, hits, seen = Clock(), 0, 0
        for batch in self._feed.batches(groups, weights, drawing(self._spec, number)):
            outcome = self._learn(batch)
            hits, seen = hits + outcome.hits, seen + len(batch)
            speed = seen / max(clock.seconds, 1e-9)
            self._change(photos_per_second=speed, **self._curves)
            with clock.stopped():
                yield self._progress
        loss, share = yield from self._validated(clock)
        steps = self._losses[self._steps - len(groups) : self._steps]
        accuracy, mean = Share(hits, seen), float(steps.mean())
        rate, seconds = self.training.rate, clock.seconds
        self._end(Epoch(number, rate, mean, accuracy, loss, share, seconds))
        yield self._progress

    def _learn(self, batch: Batch) -> Outcome:
        """Takes a step."""
        total = self.training.steps_per_epoch * self._spec.epochs
        rate = rate_at(self._spec, self._steps, total)
        outcome, gradients = self._trainee.gradients(batch)
        if not isfinite(outcome.loss):
            raise NotFiniteError(self._steps + 1)
        self._optimiser.step(gradients, rate)
        self._losses[self._steps] = outcome.loss
        self._accuracies[self._steps] = outcome.hits / len(batch)
        self._steps += 1
        self._change(rate=rate)
        return outcome

    def _validated(
        self, clock: Clock
    ) -> Generator[Progress[Training], None, tuple[float | None, Share | None]]:
        """Judges the validation photos; None and None without any."""
        samples = self.training.division.validation
        if not samples:
            return None, None
        ones = np.ones(len(self.training.division.names), np.float32)
        loss, hits = 0.0, 0
        for batch in self._feed.batches(self._groups(samples), ones):
            outcome = self._trainee.judged(batch)
            loss, hits = loss + outcome.loss * len(batch), hits + outcome.hits
            with clock.stopped():
                yield self._progress
        return loss / len(samples), Share(hits, len(samples))

    def _end(self, epoch: Epoch) -> None:
        """Counts an epoch; writes the new file if it is the best, and a checkpoint."""
        learnt, remembered = self._trainee.arrays(), self._optimiser.arrays()
        are_numbers = all(np.isfinite(values).all() for values in learnt.values())
        if not are_numbers or not isfinite(epoch.validation_loss or 0):
            raise NotFiniteError(self._steps)
        is_best = _merit(epoch) > _merit(self.training.best_epoch)
        best = epoch.number if is_best else self.training.best
        question = self._question() if is_best else None  # a card may fail in it
        if self._learnt is not None:
            self._learnt = learnt, remembered
        self._change(epochs=(*self.training.epochs, epoch), best=best)
        if question is not None:
            self._save(learnt, question)
            write_metrics(self.training)
        state = Checkpoint(
            self._key,
            self.training.epochs,
            best,
            self.training.losses,
            self.training.accuracies,
            learnt,
            remembered,
        )
        save_checkpoint(checkpoint_path(self._out), state)

    def _question(self) -> Question:
        """Returns what the new file is to be asked, and what it is to answer."""
        division = self.training.division
        some = (division.validation or division.training)[:_ASKED]
        inputs = self._feed.inputs(some)
        return Question(inputs, self._trainee.logits(self._feed.given(inputs)))

    def _save(self, learnt: dict[str, Floats], question: Question) -> None:
        """Writes the new file."""
        save(
            self._network,
            learnt,
            described(self._classifier, self.training.division.names),
            training_record(self.training, self._classifier),
            question,
            self._out,
            is_float32=self._spec.is_float32,
        )

    def _groups(self, samples: Sequence[Sample]) -> list[Sequence[Sample]]:
        size = self._spec.batch
        return [samples[n : n + size] for n in range(0, len(samples), size)]

    @property
    def _curves(self) -> dict[str, Floats]:
        """The curves so far, which nobody may write to."""
        found = {
            "losses": self._losses[: self._steps],
            "accuracies": self._accuracies[: self._steps],
        }
        for values in found.values():
            values.flags.writeable = False
        return found

    @property
    def _progress(self) -> Progress[Training]:
        total = self.training.steps_per_epoch * self._spec.epochs
        return Progress(self._steps, total, self.training)

    @property
    def _key(self) -> str:
        """What the run depends on."""
        division = self.training.division
        parts = (division.training, division.validation)
        told = {
            "spec": asdict(self._spec),
            "model": self._classifier.graph.identity,
            "feeding": preprocessing_json(self._classifier.preprocessing),
            "names": division.names,
            "photos": [[str(s.path), s.index, s.crop] for p in parts for s in p],
        }
        text = json.dumps(told, sort_keys=True, default=str)
        return digest(text)

    def _change(self, **changes: Any) -> None:
        self.training = replace(self.training, **changes)


def _merit(epoch: Epoch | None) -> tuple[float, float, int]:
    """Returns what makes an epoch the best: accuracy, then loss; else the last one."""
    if epoch is None:
        return -inf, -inf, 0
    if epoch.validation is None or epoch.validation_loss is None:
        return 0.0, 0.0, epoch.number
    return epoch.validation.value, -epoch.validation_loss, 0
