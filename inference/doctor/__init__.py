"""The preprocessing doctor: how a model wants its photos, by trying all usual ways."""

from inference.doctor.examination import Examination, Tried, examine
from inference.doctor.fitting import (
    Repair,
    is_known_to_fit,
    misfit_sentence,
    repairs_of,
)
from inference.doctor.folder import FolderExamination, examine_folder
from inference.doctor.naming import (
    LabelOrder,
    moved_sentence,
    naming_sentence,
    orders_of,
)
from inference.doctor.verdict import Verdict, verdict
from inference.doctor.ways import BLUE_FIRST, Way, usual_ways, way_of

__all__ = [
    "BLUE_FIRST",
    "Examination",
    "FolderExamination",
    "LabelOrder",
    "Repair",
    "Tried",
    "Verdict",
    "Way",
    "examine",
    "examine_folder",
    "is_known_to_fit",
    "misfit_sentence",
    "moved_sentence",
    "naming_sentence",
    "orders_of",
    "repairs_of",
    "usual_ways",
    "verdict",
    "way_of",
]
