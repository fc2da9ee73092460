"""A classifier's answers: how it is fed and read, its logits and predictions."""

from inference.classifier.class_names import MisfitError
from inference.classifier.classifier import (
    Classifier,
    PreparedInput,
    classifier_opening,
    open_classifier,
)
from inference.classifier.forward import Forward, open_forward
from inference.classifier.labels import (
    LABEL_SUFFIXES,
    bundled_labels,
    parse_labels,
    read_labels,
)
from inference.classifier.normalisation import (
    guess_normalisation,
    normalisation_json,
    parse_normalisation,
)
from inference.classifier.notes import METADATA_KEY, read_json
from inference.classifier.prediction import ClassScore, Prediction, scores
from inference.classifier.preprocess import (
    OPAQUE,
    RESIZES,
    Preprocessing,
    Resize,
    alpha_of,
)
from inference.classifier.presets import (
    GREYS,
    LUMINANCE,
    PRESETS,
    Channels,
    Normalisation,
)
from inference.classifier.reading import Reading
from inference.classifier.readout import Activation, Readout
from inference.classifier.spec import (
    ClassifierSpec,
    Wishes,
    input_size,
    preprocessing_json,
    read_spec,
    write_spec,
)
from inference.classifier.target import (
    EXPLAINED,
    LEADING_LOGIT,
    LEADING_PROBABILITY,
    Quantity,
    Target,
    find_target,
)
from inference.classifier.trial import Trial, try_out

__all__ = [
    "EXPLAINED",
    "GREYS",
    "LABEL_SUFFIXES",
    "LEADING_LOGIT",
    "LEADING_PROBABILITY",
    "LUMINANCE",
    "METADATA_KEY",
    "OPAQUE",
    "PRESETS",
    "RESIZES",
    "Activation",
    "Channels",
    "ClassScore",
    "Classifier",
    "ClassifierSpec",
    "Forward",
    "MisfitError",
    "Normalisation",
    "Prediction",
    "PreparedInput",
    "Preprocessing",
    "Quantity",
    "Reading",
    "Readout",
    "Resize",
    "Target",
    "Trial",
    "Wishes",
    "alpha_of",
    "bundled_labels",
    "classifier_opening",
    "find_target",
    "guess_normalisation",
    "input_size",
    "normalisation_json",
    "open_classifier",
    "open_forward",
    "parse_labels",
    "parse_normalisation",
    "preprocessing_json",
    "read_json",
    "read_labels",
    "read_spec",
    "scores",
    "try_out",
    "write_spec",
]
