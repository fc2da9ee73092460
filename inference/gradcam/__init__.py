"""Grad-CAM: weighs each channel of a layer by how much it raises a score.

`GradCam` is made once per classifier and asked for maps: `explain` for one layer,
`ladder` for all layers from one backward pass. What it computes is `grad_cam`.
"""

from inference.gradcam.agreement import disagreement, lacking
from inference.gradcam.choice import Choice, usual_layer
from inference.gradcam.diagnosis import Diagnosis
from inference.gradcam.engine import GradCam
from inference.gradcam.equation import (
    EQUATIONS,
    Equation,
    grad_cam,
    hires_cam,
    layer_cam,
)
from inference.gradcam.evidence import explaining
from inference.gradcam.redrawn import Redrawn
from inference.gradcam.result import GradCamMap
from inference.gradcam.rungs import rung_layers
from inference.gradcam.score import Explained
from inference.gradcam.score_cam import ScoreCamSpec, score_cam, score_cam_layer
from inference.gradcam.slopes import input_gradients, tensor_gradients
from inference.gradcam.spec import GradCamSpec

__all__ = [
    "EQUATIONS",
    "Choice",
    "Diagnosis",
    "Equation",
    "Explained",
    "GradCam",
    "GradCamMap",
    "GradCamSpec",
    "Redrawn",
    "ScoreCamSpec",
    "disagreement",
    "explaining",
    "grad_cam",
    "hires_cam",
    "input_gradients",
    "lacking",
    "layer_cam",
    "rung_layers",
    "score_cam",
    "score_cam_layer",
    "tensor_gradients",
    "usual_layer",
]
