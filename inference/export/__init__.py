"""Writes results to disk: numbers, pictures, and a JSON file that says what it is."""

from inference.export.gradcam import (
    GradCamResult,
    export_gradcam,
    gradcam_record,
    layer_record,
)
from inference.export.occlusion import (
    OcclusionResult,
    export_occlusion,
    occlusion_record,
)
from inference.export.records import (
    box_record,
    class_record,
    json_text,
    preprocessing_record,
    running_record,
    save_picture,
    score_record,
)
from inference.export.staging import (
    FolderTakenError,
    require_free,
    staged,
)
from inference.export.swap import recover

__all__ = [
    "FolderTakenError",
    "GradCamResult",
    "OcclusionResult",
    "box_record",
    "class_record",
    "export_gradcam",
    "export_occlusion",
    "gradcam_record",
    "json_text",
    "layer_record",
    "occlusion_record",
    "preprocessing_record",
    "recover",
    "require_free",
    "running_record",
    "save_picture",
    "score_record",
    "staged",
]
