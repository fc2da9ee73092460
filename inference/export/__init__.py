"""Writes results to disk: numbers, pictures, and a JSON file that says what it is."""

from inference.export.common import (
    box_record,
    class_record,
    preprocessing_record,
    running_record,
    save_picture,
    score_record,
    staged,
    write_json,
)
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

__all__ = [
    "GradCamResult",
    "OcclusionResult",
    "box_record",
    "class_record",
    "export_gradcam",
    "export_occlusion",
    "gradcam_record",
    "layer_record",
    "occlusion_record",
    "preprocessing_record",
    "running_record",
    "save_picture",
    "score_record",
    "staged",
    "write_json",
]
