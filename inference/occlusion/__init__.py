"""Occlusion: what covering places of a photo does to a classifier's scores.

`probe` covers a few places at once; `occlusion_sweep` covers one place after another,
coarse to fine, and keeps the logits of all classes, so that every later question is
answered without inference.
"""

from inference.occlusion.answers import ClassMap, SensitivePlace
from inference.occlusion.grid import SweepGrid
from inference.occlusion.job import occlusion_sweep, seconds_per_place
from inference.occlusion.probe import Probe, probe
from inference.occlusion.spec import OcclusionSpec, default_spec
from inference.occlusion.sweep import Sweep

__all__ = [
    "ClassMap",
    "OcclusionSpec",
    "Probe",
    "SensitivePlace",
    "Sweep",
    "SweepGrid",
    "default_spec",
    "occlusion_sweep",
    "probe",
    "seconds_per_place",
]
