"""What a training run is asked to do, with the defaults of the command line."""

from dataclasses import dataclass
from math import isfinite
from typing import Literal, get_args

from inference.errors import Sentence, SpecError, did_you_mean

Optimiser = Literal["sgdm", "adamw"]
Schedule = Literal["constant", "cosine"]
Balance = Literal["none", "weights", "sampling"]

OPTIMISERS: tuple[Optimiser, ...] = get_args(Optimiser)
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)
BALANCES: tuple[Balance, ...] = get_args(Balance)

FEATURES = "features"  # frozen: all but the new head
NOTHING = "none"  # frozen: everything trains
RATE = 3e-4
RATE_OF_ALL = 3e-5
"""Where everything trains. In most files batch norm was folded into convolutions, and
without it a whole network bears smaller steps only."""


@dataclass(frozen=True, slots=True)
class TrainingSpec:
    """Options of a training run.

    Attributes:
        epochs: How often all training photos are gone through.
        rate: The learning rate below the head; None for the default of what trains.
        head_factor: How much larger it is in the new head.
        weight_decay: L2, of weights and biases.
        batch: Photos of a step.
        freeze: `features` (the new head alone trains), `none` (everything does), or the
            tensor up to which, itself included, nothing changes.
        head: A tensor that the layer to be replaced makes; None for the last one that
            leads to the classes.
        trains_norms: Whether batch norm uses the statistics of each batch and learns
            the running ones; else these stay as the file has them.
        is_float32: Whether a float16 file becomes a float32 one.
        optimiser: `sgdm` with a momentum of 0.9, or `adamw`.
        schedule: Of the rate: `constant`, or half a `cosine` down to 0.
        balance: What is done for classes with few photos: `none`, larger `weights` in
            the loss, or `sampling`: each class is shown as often as the largest.
        augments: Whether photos are flipped, shifted and scaled at random.
        split: Shares of training, validation and test photos; None for the dataset's
            own parts, or 60, 20, 20 where it has none.
        patience: Epochs without a better validation after which it ends; None: never.
        seed: Of the split, the head, the order and the augmentation.
    """

    epochs: int = 4
    rate: float | None = None
    head_factor: float = 10.0
    weight_decay: float = 1e-4
    batch: int = 10
    freeze: str = FEATURES
    head: str | None = None
    trains_norms: bool = False
    is_float32: bool = False
    optimiser: Optimiser = "sgdm"
    schedule: Schedule = "constant"
    balance: Balance = "none"
    augments: bool = True
    split: tuple[float, float, float] | None = None
    patience: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        for name, value in (
            (Sentence("epochs"), self.epochs),
            (Sentence("photos per batch"), self.batch),
        ):
            if not 1 <= value <= 1_000_000:
                raise SpecError(
                    "The number of {name} must be at least 1, not {value}.",
                    name=name,
                    value=value,
                )
        if self.patience is not None and self.patience < 1:
            raise SpecError(
                "The patience must be at least 1 epoch, not {n}.", n=self.patience
            )
        if self.seed < 0:
            raise SpecError("The seed must not be negative, but is {n}.", n=self.seed)
        _require_positive(Sentence("learning rate"), self.learning_rate)
        _require_positive(Sentence("head factor"), self.head_factor)
        if self.weight_decay:
            _require_positive(Sentence("weight decay"), self.weight_decay)
        _require_known(Sentence("optimiser"), self.optimiser, OPTIMISERS)
        _require_known(Sentence("schedule"), self.schedule, SCHEDULES)
        _require_known(Sentence("balance"), self.balance, BALANCES)

    @property
    def learning_rate(self) -> float:
        """Below the head, at the start."""
        if self.rate is not None:
            return self.rate
        return RATE_OF_ALL if self.freeze == NOTHING else RATE


def _require_positive(name: Sentence, value: float) -> None:
    if not (isfinite(value) and value > 0):
        raise SpecError(
            "The {name} must be a number above 0, not {value}.", name=name, value=value
        )


def _require_known(name: Sentence, word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise SpecError(
            "There is no {name} {word!r}; there are {known}.{hint}",
            name=name,
            word=word,
            known=known,
            hint=did_you_mean(word, known),
        )
