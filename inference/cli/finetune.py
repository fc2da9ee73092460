"""`finetune`: trains a model for the classes of a dataset, and tests the new one."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from inference.cli.common import add_json, add_model, opened
from inference.cli.interrupt import heeding
from inference.cli.meter import Meter
from inference.cli.output import answer, answer_json, remark
from inference.cli.parsing import Say
from inference.dataset import list_dataset, read_review
from inference.errors import Sentence, SpecError
from inference.finetune import (
    BALANCES,
    NOTHING,
    OPTIMISERS,
    SCHEDULES,
    Epoch,
    Training,
    TrainingSpec,
    concluded,
    epoch_record,
    finetune,
    has_batch_norm,
    metrics_record,
)
from inference.jobs import Job
from inference.jobs import run as run_job

_DEFAULT = TrainingSpec()


def add_to(commands: Any, say: Say) -> None:
    """Adds the command to the parser."""
    parser = commands.add_parser(
        "finetune",
        help=say("train the model for the classes of a dataset; a new ONNX file"),
    )
    add_model(parser, say)
    words = say("a folder with a folder per class, or a CSV (path, label, split)")
    parser.add_argument("dataset", metavar="DATASET", help=words)
    parser.add_argument(
        "--out", metavar="NEW.onnx", required=True, help=say("the new model")
    )
    _add_what(parser, say)
    _add_how(parser, say)
    _add_photos(parser, say)
    parser.add_argument(
        "--resume",
        action="store_true",
        help=say("go on with a run that was broken off, from its last epoch"),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=say("replace a model, or a broken run, that stands there"),
    )
    add_json(parser, say)
    parser.set_defaults(run=run)


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


def run(options: argparse.Namespace) -> None:
    """Trains, says a line per epoch, tests and writes the new model.

    Ctrl-C ends it early, with the best epoch so far.

    Raises:
        InferenceError: The model, the dataset, the options or the loss are to blame.
    """
    spec = _spec(options)
    classifier = opened(options)
    dataset = run_job(list_dataset(Path(options.dataset)))
    if spec.freeze == NOTHING and spec.rate is None and not has_batch_norm(classifier):
        remark(_NO_NORM, options.translate)
    marks = read_review(Path(options.review)) if options.review else None
    job = finetune(
        classifier,
        dataset,
        spec,
        out=Path(options.out),
        marks=marks,
        resumes=options.resume,
        replaces=options.force,
    )
    with heeding() as is_stopped:
        training = _watched(job, options, is_stopped)
    if training.stage != "done":
        if training.best is None:
            raise KeyboardInterrupt
        training = run_job(concluded(training))
        remark(_stopped(training), options.translate)
    _print_end(training, options)


_NO_NORM = Sentence(
    "This file has no batch norm, so the learning rate is 3e-5 where everything trains."
)


def _watched(
    job: Job[Training, Training], options: argparse.Namespace, is_stopped: Any
) -> Training:
    """Runs a job to its end, or until it is stopped; tells each epoch."""
    meter, told = Meter(1, options.translate), 0
    with closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                training: Training = end.value
                return training
            training = progress.partial
            meter(progress)
            if len(training.epochs) > told:
                meter.clear()
                _print_epochs(training, training.epochs[told:], options)
                told = len(training.epochs)
            if is_stopped():
                meter.clear()
                return training


def _print_epochs(
    training: Training, epochs: Sequence[Epoch], options: argparse.Namespace
) -> None:
    for epoch in epochs:
        if options.json:
            answer_json(epoch_record(epoch))
        else:
            answer([_epoch_line(epoch, training)], options.translate)


def _epoch_line(epoch: Epoch, training: Training) -> Sentence:
    done = Sentence(
        "epoch {number} of {count}: loss {loss:.3f}, {share:.1f} % right",
        number=epoch.number,
        count=training.spec.epochs,
        loss=epoch.loss,
        share=100 * epoch.accuracy.value,
    )
    if epoch.validation is None:
        return done
    return Sentence(
        "{done}; validation {share:.1f} % ({hits} of {total})",
        done=done,
        share=100 * epoch.validation.value,
        hits=epoch.validation.hits,
        total=epoch.validation.total,
    )


def _stopped(training: Training) -> Sentence:
    return Sentence(
        "Stopped after {n} epochs; epoch {best} is kept. With --resume it goes on.",
        one="Stopped after {n} epoch; epoch {best} is kept. With --resume it goes on.",
        n=len(training.epochs),
        best=training.best,
    )


def _print_end(training: Training, options: argparse.Namespace) -> None:
    if options.json:
        answer_json(metrics_record(training))
        return
    lines = [
        Sentence(
            "{file}: {head}, the best epoch is {best}",
            file=training.out.name,
            head=training.head,
            best=training.best,
        )
    ]
    if training.test is not None:
        share = training.test.metrics.accuracy
        low, high = share.interval
        lines.append(
            Sentence(
                "test accuracy {share:.1f} % ({low:.0f} to {high:.0f}), {hits} of "
                "{total} photos",
                share=100 * share.value,
                low=100 * low,
                high=100 * high,
                hits=share.hits,
                total=share.total,
            )
        )
    answer(lines, options.translate)


def _spec(options: argparse.Namespace) -> TrainingSpec:
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
