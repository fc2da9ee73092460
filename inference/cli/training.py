"""The options of a training run, and the spec that they make."""

import argparse

from inference.cli.parsing import Say
from inference.errors import SpecError
from inference.finetune import BALANCES, OPTIMISERS, SCHEDULES, TrainingSpec

_DEFAULT = TrainingSpec()


def add_training(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds them to the parser of a command."""
    _add_what(parser, say)
    _add_how(parser, say)
    _add_photos(parser, say)


def training_spec(options: argparse.Namespace) -> TrainingSpec:
    """Returns what they say.

    Raises:
        SpecError: They cannot work.
    """
    return TrainingSpec(
        epochs=options.epochs,
        rate=options.lr,
        head_factor=options.head_factor,
        weight_decay=options.weight_decay,
        batch=options.batch,
        freeze=options.freeze,
        head=options.head,
        trains_norms=options.train_batch_norm,
        is_float32=options.float32,
        optimiser=options.optimizer,
        schedule=options.schedule,
        balance=options.balance,
        augments=options.augment,
        split=_split(options.split),
        patience=options.patience,
        seed=options.seed,
    )


def _add_what(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds what says which part of the network trains."""
    parser.add_argument(
        "--freeze",
        metavar="features|LAYER|none",
        default=_DEFAULT.freeze,
        help=say(
            "what stays as it is: all but the new head, all up to a layer, or nothing "
            "(features)"
        ),
    )
    words = say("what the layer makes that is replaced (the last learnt one)")
    parser.add_argument("--head", metavar="TENSOR", help=words)
    words = say("batch norm uses each batch's statistics, and learns the running ones")
    parser.add_argument("--train-batch-norm", action="store_true", help=words)
    words = say("write a float16 model as a float32 one")
    parser.add_argument("--float32", action="store_true", help=words)


def _add_how(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds what says how it trains."""
    words = say("how often all photos are gone through (4)")
    parser.add_argument(
        "--epochs", type=int, metavar="N", default=_DEFAULT.epochs, help=words
    )
    words = say("the learning rate (3e-4; 3e-5 with --freeze none)")
    parser.add_argument("--lr", type=float, metavar="RATE", help=words)
    words = say("how much larger it is in the new head (10)")
    factor = _DEFAULT.head_factor
    parser.add_argument(
        "--head-factor", type=float, metavar="FACTOR", default=factor, help=words
    )
    words = say("L2 of all weights (1e-4)")
    decay = _DEFAULT.weight_decay
    parser.add_argument(
        "--weight-decay", type=float, metavar="DECAY", default=decay, help=words
    )
    words = say("photos of a step (10)")
    parser.add_argument(
        "--batch", type=int, metavar="N", default=_DEFAULT.batch, help=words
    )
    words = say("SGD with momentum, or AdamW (sgdm)")
    kind = _DEFAULT.optimiser
    parser.add_argument("--optimizer", choices=OPTIMISERS, default=kind, help=words)
    words = say("of the learning rate (constant)")
    course = _DEFAULT.schedule
    parser.add_argument("--schedule", choices=SCHEDULES, default=course, help=words)
    words = say("end after so many epochs without a better validation")
    parser.add_argument("--patience", type=int, metavar="N", help=words)


def _add_photos(parser: argparse.ArgumentParser, say: Say) -> None:
    """Adds what says what it learns from."""
    words = say("what is done for classes with few photos (none)")
    balance = _DEFAULT.balance
    parser.add_argument("--balance", choices=BALANCES, default=balance, help=words)
    words = say("flip, shift and scale photos at random (yes)")
    how = argparse.BooleanOptionalAction
    parser.add_argument("--augment", action=how, default=True, help=words)
    words = say("marks: which photos to remove, relabel or crop")
    parser.add_argument("--review", metavar="FILE.csv", help=words)
    words = say("training, validation, test (the dataset's own, else 60,20,20)")
    parser.add_argument("--split", metavar="60,20,20", help=words)
    words = say("of split, head, order and augmentation (0)")
    parser.add_argument(
        "--seed", type=int, metavar="N", default=_DEFAULT.seed, help=words
    )


def _split(text: str | None) -> tuple[float, float, float] | None:
    """Reads three shares.

    Raises:
        SpecError: They are none.
    """
    if text is None:
        return None
    try:
        training, validation, test = (float(word) for word in text.split(","))
    except ValueError as error:
        raise SpecError(
            "A split needs three shares such as 60,20,20, not {text!r}.", text=text
        ) from error
    return training, validation, test
