"""Fine-tuning: a classifier gets a new head, and learns from labelled photos."""

from inference.finetune.augmentation import previews
from inference.finetune.checkpoint import checkpoint_path
from inference.finetune.comparison import (
    Comparison,
    PairChange,
    classes_of,
    compare,
    required_classes,
)
from inference.finetune.conclusion import concluded, epoch_record, metrics_record
from inference.finetune.division import Division, Sample, divided
from inference.finetune.estimate import estimated
from inference.finetune.head import HeadChoice, heads
from inference.finetune.job import finetune
from inference.finetune.judging import Judged, judge
from inference.finetune.saving import metrics_path
from inference.finetune.source import has_batch_norm
from inference.finetune.spec import (
    BALANCES,
    FEATURES,
    NOTHING,
    OPTIMISERS,
    RATE_OF_ALL,
    SCHEDULES,
    TrainingSpec,
)
from inference.finetune.sweep import RATES, STEPS, RateSweep, rate_sweep
from inference.finetune.training import Epoch, Training

__all__ = [
    "BALANCES",
    "FEATURES",
    "NOTHING",
    "OPTIMISERS",
    "RATES",
    "RATE_OF_ALL",
    "SCHEDULES",
    "STEPS",
    "Comparison",
    "Division",
    "Epoch",
    "HeadChoice",
    "Judged",
    "PairChange",
    "RateSweep",
    "Sample",
    "Training",
    "TrainingSpec",
    "checkpoint_path",
    "classes_of",
    "compare",
    "concluded",
    "divided",
    "epoch_record",
    "estimated",
    "finetune",
    "has_batch_norm",
    "heads",
    "judge",
    "metrics_path",
    "metrics_record",
    "previews",
    "rate_sweep",
    "required_classes",
]
