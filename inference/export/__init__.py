"""Writes results to disk: numbers, pictures, and a JSON file that says what it is."""

from inference.export.activations import (
    ActivationsResult,
    activations_record,
    export_activations,
)
from inference.export.explained import ExplainedQuestion
from inference.export.explanation import (
    ExplanationResult,
    explanation_record,
    export_explanation,
)
from inference.export.finished import is_finished, is_of_photo
from inference.export.gradcam import (
    GRADCAM_STYLE,
    GradCamResult,
    export_gradcam,
    gradcam_record,
)
from inference.export.index import INDEX_FILES, Index
from inference.export.network import export_table
from inference.export.occlusion import (
    OcclusionResult,
    export_occlusion,
    occlusion_record,
)
from inference.export.probe import (
    ProbeResult,
    covered_words,
    export_probe,
    probe_record,
)
from inference.export.questions import (
    DRAWN,
    ActivationsQuestion,
    Drawn,
    OcclusionQuestion,
    ProbeQuestion,
)
from inference.export.ranking import RankingResult, export_ranking, metrics_record
from inference.export.records import (
    box_record,
    class_record,
    model_record,
    node_record,
    parity_record,
    preprocessing_record,
    reading_record,
    running_record,
    score_record,
)
from inference.export.reopened import REOPENED, Reopened, read_export
from inference.export.replay import (
    TOLERANCE,
    Difference,
    difference,
    replayed,
    unlike,
)
from inference.export.review import export_review
from inference.export.staging import (
    FolderTakenError,
    listed_files,
    require_free,
    staged,
    standing_record,
)
from inference.export.swap import recover
from inference.export.writing import json_text, save_named_picture

__all__ = [
    "DRAWN",
    "GRADCAM_STYLE",
    "INDEX_FILES",
    "REOPENED",
    "TOLERANCE",
    "ActivationsQuestion",
    "ActivationsResult",
    "Difference",
    "Drawn",
    "ExplainedQuestion",
    "ExplanationResult",
    "FolderTakenError",
    "GradCamResult",
    "Index",
    "OcclusionQuestion",
    "OcclusionResult",
    "ProbeQuestion",
    "ProbeResult",
    "RankingResult",
    "Reopened",
    "activations_record",
    "box_record",
    "class_record",
    "covered_words",
    "difference",
    "explanation_record",
    "export_activations",
    "export_explanation",
    "export_gradcam",
    "export_occlusion",
    "export_probe",
    "export_ranking",
    "export_review",
    "export_table",
    "gradcam_record",
    "is_finished",
    "is_of_photo",
    "json_text",
    "listed_files",
    "metrics_record",
    "model_record",
    "node_record",
    "occlusion_record",
    "parity_record",
    "preprocessing_record",
    "probe_record",
    "read_export",
    "reading_record",
    "recover",
    "replayed",
    "require_free",
    "running_record",
    "save_named_picture",
    "score_record",
    "staged",
    "standing_record",
    "unlike",
]
