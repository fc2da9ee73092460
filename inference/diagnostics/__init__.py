"""What this machine can compute with, and why not with more."""

from inference.diagnostics.facts import Diagnosis, Provider, diagnosis
from inference.diagnostics.words import diagnosis_json, diagnosis_lines

__all__ = ["Diagnosis", "Provider", "diagnosis", "diagnosis_json", "diagnosis_lines"]
