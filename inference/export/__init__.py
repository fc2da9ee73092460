"""Writes results to disk: numbers, pictures, and a JSON file that says what it is."""

from inference.export.activations import (
    ActivationsResult,
    activations_record,
    export_activations,
)
from inference.export.gradcam import GradCamResult, export_gradcam, gradcam_record
from inference.export.network import export_table
from inference.export.occlusion import (
    OcclusionResult,
    export_occlusion,
    occlusion_record,
)
from inference.export.records import (
    box_record,
    class_record,
    node_record,
    preprocessing_record,
    running_record,
    score_record,
)
from inference.export.staging import (
    FolderTakenError,
    require_free,
    staged,
)
from inference.export.swap import recover
from inference.export.writing import json_text

__all__ = [
    "ActivationsResult",
    "FolderTakenError",
    "GradCamResult",
    "OcclusionResult",
    "activations_record",
    "box_record",
    "class_record",
    "export_activations",
    "export_gradcam",
    "export_occlusion",
    "export_table",
    "gradcam_record",
    "json_text",
    "node_record",
    "occlusion_record",
    "preprocessing_record",
    "recover",
    "require_free",
    "running_record",
    "score_record",
    "staged",
]
