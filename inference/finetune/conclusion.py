"""What a new model is worth: measured on photos that it never saw, and written down.

The numbers are those of the file that stands there, in ONNX Runtime.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import inference
from inference.classifier import Classifier, open_classifier
from inference.errors import ExportError, system_reason
from inference.files import put_text
from inference.finetune.checkpoint import checkpoint_path
from inference.finetune.judging import Judged, judge
from inference.finetune.saving import metrics_path
from inference.finetune.training import Epoch, Training
from inference.jobs import Job, Progress


def concluded(training: Training) -> Job[Training, Training]:
    """Tests the new model of a run, and writes its numbers beside it.

    The checkpoint goes where no epoch is left. A run that has no file yet stays as it
    is.

    Args:
        training: The last that was heard of a run.

    Raises:
        ModelError: The new file cannot be opened, or a pass failed.
        ExportError: The numbers cannot be written.
    """
    if training.best is None:
        return training
    training = replace(training, stage="testing")
    names, samples = training.division.names, training.division.test
    tested: Judged | None = None
    if samples:
        classifier = open_classifier(training.out, provider=training.provider)
        for step in judge(classifier, samples, names):
            tested = step.partial
            yield Progress(step.done, step.total, training)
    training = replace(training, stage="done", test=tested)
    write_metrics(training)
    if training.has_ended:
        checkpoint_path(training.out).unlink(missing_ok=True)
    return training


def training_record(training: Training, classifier: Classifier) -> dict[str, Any]:
    """Returns how a model was made, for its metadata.

    Args:
        training: Up to the epoch whose weights it has.
        classifier: That it was made from.
    """
    division = training.division
    return {
        "netgaze": inference.__version__,
        "from": {
            "file": classifier.graph.path.name,
            "sha256": classifier.graph.sha256,
        },
        "options": _options(training),
        "head": str(training.head),
        "photos": _photos(training),
        "marks": dict(division.marks),
        "best_epoch": training.best,
        "epochs": [epoch_record(epoch) for epoch in training.epochs],
    }


def metrics_record(training: Training) -> dict[str, Any]:
    """Returns the numbers of a run, for JSON."""
    best = training.best_epoch
    share = best.validation if best else None
    return {
        "model": training.out.name,
        "sha256": _sha256(training),
        "classes": list(training.division.names),
        "options": _options(training),
        "head": str(training.head),
        "photos": _photos(training),
        "epochs": [epoch_record(epoch) for epoch in training.epochs],
        "best_epoch": training.best,
        "validation_accuracy": share.value if share else None,
        **_tested(training.test),
    }


def _tested(test: Judged | None) -> dict[str, Any]:
    if test is None:
        return {"test_accuracy": None}
    accuracy = test.metrics.accuracy
    return {
        "test_accuracy": accuracy.value,
        "test_interval": list(accuracy.interval),
        "test_photos": accuracy.total,
        "confusion": test.confusion.tolist(),
        "calibration_error": test.metrics.calibration.error,
    }


def _options(training: Training) -> dict[str, Any]:
    spec = training.spec
    return {**asdict(spec), "rate": spec.learning_rate}


def _photos(training: Training) -> Mapping[str, int]:
    division = training.division
    return {
        "training": len(division.training),
        "validation": len(division.validation),
        "test": len(division.test),
    }


def epoch_record(epoch: Epoch) -> dict[str, Any]:
    """Returns the numbers of an epoch, for JSON."""
    share = epoch.validation
    return {
        "epoch": epoch.number,
        "learning_rate": epoch.rate,
        "training_loss": epoch.loss,
        "training_accuracy": epoch.accuracy.value,
        "validation_loss": epoch.validation_loss,
        "validation_accuracy": share.value if share else None,
        "seconds": round(epoch.seconds, 3),
    }


def _sha256(training: Training) -> str:
    with training.out.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_metrics(training: Training) -> None:
    """Writes the numbers of a run beside its new model.

    Raises:
        ExportError: They cannot be written.
    """
    path = metrics_path(training.out)
    try:
        put_text(path, json.dumps(metrics_record(training), indent=2) + "\n")
    except OSError as error:
        raise ExportError(
            'Cannot write "{file}": {why}. The new model itself stands.',
            file=path.name,
            why=system_reason(error),
        ) from error
