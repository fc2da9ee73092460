"""Fine-tuning as a job: reads photos, trains epoch by epoch, keeps the best.

Behind each epoch that is the best so far the new file is written, and behind every one
a checkpoint. So whatever ends the job, the best model stands there, and `resumes` goes
on from the last epoch with the same result as an unbroken run. Whoever stops it has
`concluded` measure what stands there.
"""

from pathlib import Path

from inference.classifier import Classifier
from inference.dataset import Dataset, Marks
from inference.errors import TrainingError
from inference.finetune.conclusion import concluded
from inference.finetune.division import divided
from inference.finetune.run import NotFiniteError, Run
from inference.finetune.saving import require_place
from inference.finetune.spec import TrainingSpec
from inference.finetune.training import Training
from inference.jobs import Job


def finetune(
    classifier: Classifier,
    dataset: Dataset,
    spec: TrainingSpec | None = None,
    *,
    out: Path,
    marks: Marks | None = None,
    resumes: bool = False,
    replaces: bool = False,
) -> Job[Training, Training]:
    """Trains a classifier on the labelled photos of a dataset.

    The new model stands in `out` from the end of the first epoch on, and is the best
    so far; its numbers lie beside it. To pause is not to ask for the next step. Left
    before its end it can be gone on with (`resumes`), or be ended there: `concluded`.

    Args:
        classifier: The network to start from; nothing in it changes.
        dataset: The photos.
        spec: The options.
        out: The new file.
        marks: The review list.
        resumes: Whether a run that was broken off goes on from its last epoch.
        replaces: Whether a model, or a broken run, that stands there is replaced.

    Raises:
        DatasetError: There is not enough to learn from.
        SpecError: The options do not fit the model or the dataset.
        ModelError: The network cannot be trained, or a pass failed.
        ExportError: The new file cannot be written.
        TrainingError: The loss is no number any more, or there is no run to go on with.
    """
    spec = spec or TrainingSpec()
    require_place(out, classifier.graph.path, resumes=resumes, replaces=replaces)
    run = Run(classifier, divided(dataset, spec, marks), spec, out)
    yield from run.read()
    if resumes:
        run.resume()
    failure = None
    try:
        while not run.training.has_ended:
            yield from run.epoch()
    except NotFiniteError as error:
        failure = _failure(error.step, run.training.best)
    training = run.training
    if training.best is not None:
        training = yield from concluded(training)
    if failure is not None:
        raise failure
    return training


def _failure(step: int, best: int | None) -> TrainingError:
    """Says that the loss is no number, and what is left."""
    if best is None:
        return TrainingError(
            "The loss is not a number since step {step}. Nothing is kept: no epoch had "
            "ended. Try a smaller learning rate.",
            step=step,
        )
    return TrainingError(
        "The loss is not a number since step {step}. Epoch {best} is kept. Try a "
        "smaller learning rate.",
        step=step,
        best=best,
    )
