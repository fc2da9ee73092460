"""Grad-CAM: weighs each channel of a layer by how much it raises a score.

`GradCam` is made once per classifier and asked for maps: `explain` for one layer,
`ladder` for all layers from one backward pass. What it computes is `grad_cam`.
"""

from inference.gradcam.agreement import disagreement, lacking
from inference.gradcam.choice import Choice, usual_layer
from inference.gradcam.diagnosis import Diagnosis
from inference.gradcam.engine import GradCam
from inference.gradcam.equation import grad_cam
from inference.gradcam.evidence import explaining
from inference.gradcam.result import GradCamMap
from inference.gradcam.rungs import rung_layers
from inference.gradcam.score import Explained
from inference.gradcam.spec import GradCamSpec

__all__ = [
    "Choice",
    "Diagnosis",
    "Explained",
    "GradCam",
    "GradCamMap",
    "GradCamSpec",
    "disagreement",
    "explaining",
    "grad_cam",
    "lacking",
    "rung_layers",
    "usual_layer",
]
