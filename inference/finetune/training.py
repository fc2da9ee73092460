"""How far a training run has come: its curves, its epochs, and the file it left.

A `Training` is the whole result so far. Its curves are views of arrays that only grow,
so that a report costs nothing however long the run is.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from inference.dataset import Share
from inference.errors import Sentence
from inference.finetune.division import Division
from inference.finetune.judging import Judged
from inference.finetune.spec import TrainingSpec
from inference.geometry import Floats

Stage = Literal["reading", "training", "testing", "done"]


@dataclass(frozen=True, slots=True)
class Epoch:
    """One time through all training photos.

    Attributes:
        number: From 1.
        rate: The learning rate below the head at its end.
        loss: Mean of its steps' losses.
        accuracy: Share of its photos that were right as they went by.
        validation_loss: Of the validation photos behind it; None without any.
        validation: Share of these that are right; None without any.
        seconds: It took, validation included.
    """

    number: int
    rate: float
    loss: float
    accuracy: Share
    validation_loss: float | None
    validation: Share | None
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A training run so far.

    Attributes:
        spec: What was asked.
        division: Classes, and which photos it learns from and is judged by.
        stage: What it is doing: reading photos, training, testing; or done.
        steps_per_epoch: Batches of an epoch.
        losses: Of each step so far, (S,).
        accuracies: Share right in each step's batch, (S,).
        epochs: Those that are finished.
        best: The number of the epoch whose weights are in the file; None before one is.
        rate: The learning rate below the head, now.
        photos_per_second: That were trained with, over the present epoch.
        out: Where the new file stands, or is to stand.
        head: The new head in words: "Conv 512 → 3".
        test: How the file fares on the test photos; None before that is known, or where
            there are none.
        provider: Where the file is tested: "cpu" or "cuda".
    """

    spec: TrainingSpec
    division: Division
    stage: Stage
    steps_per_epoch: int
    losses: Floats
    accuracies: Floats
    epochs: tuple[Epoch, ...]
    best: int | None
    rate: float
    photos_per_second: float
    out: Path
    head: str
    test: Judged | None = None
    provider: Literal["cpu", "cuda"] = "cpu"

    @property
    def epoch(self) -> int:
        """The number of the epoch under way, or of the last one."""
        return min(len(self.epochs) + 1, self.spec.epochs)

    @property
    def step(self) -> Sentence:
        """What it is doing, in words."""
        if self.stage == "reading":
            return Sentence("Fine-tuning · reading photos")
        if self.stage == "testing":
            return Sentence("Fine-tuning · testing the new model")
        return Sentence(
            "Fine-tuning · epoch {epoch} of {epochs}",
            epoch=self.epoch,
            epochs=self.spec.epochs,
        )

    @property
    def file(self) -> Path | None:
        """The new model, as good as it has become; None before the first epoch."""
        return None if self.best is None else self.out

    @property
    def best_epoch(self) -> Epoch | None:
        """The epoch whose weights are in the file."""
        return None if self.best is None else self.epochs[self.best - 1]

    @property
    def epochs_without_gain(self) -> int:
        """Epochs since the best one."""
        return 0 if self.best is None else len(self.epochs) - self.best

    @property
    def has_ended(self) -> bool:
        """Whether no epoch is left to train, also for want of patience."""
        patience = self.spec.patience
        is_patient = patience is None or self.epochs_without_gain < patience
        return len(self.epochs) >= self.spec.epochs or not is_patient
