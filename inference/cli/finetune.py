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
from inference.cli.training import add_training, training_spec
from inference.dataset import Dataset, Marks, list_dataset, passed_over, read_review
from inference.errors import Sentence
from inference.finetune import (
    NOTHING,
    Epoch,
    Training,
    concluded,
    epoch_record,
    finetune,
    has_batch_norm,
    metrics_record,
)
from inference.jobs import Job
from inference.jobs import run as run_job


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
    add_training(parser, say)
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


def run(options: argparse.Namespace) -> None:
    """Trains, says a line per epoch, tests and writes the new model.

    Ctrl-C ends it early, with the best epoch so far.

    Raises:
        InferenceError: The model, the dataset, the options or the loss are to blame.
    """
    spec = training_spec(options)
    classifier = opened(options)
    dataset = run_job(list_dataset(Path(options.dataset)))
    if spec.freeze == NOTHING and spec.rate is None and not has_batch_norm(classifier):
        remark(_NO_NORM, options.translate)
    marks = _marks(options, dataset)
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


def _marks(options: argparse.Namespace, dataset: Dataset) -> Marks | None:
    """Reads the review list; says which of its rows name no photo.

    Raises:
        DatasetError: It cannot be read.
    """
    if options.review is None:
        return None
    marks = read_review(Path(options.review))
    note = passed_over(marks, dataset)
    if note:
        remark(note, options.translate)
    return marks


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
