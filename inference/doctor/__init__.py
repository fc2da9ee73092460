"""The preprocessing doctor: how a model wants its photos, by trying all usual ways."""

from inference.doctor.examination import Examination, Tried, examine
from inference.doctor.naming import LabelOrder, naming_sentence, orders_of
from inference.doctor.verdict import Verdict, verdict
from inference.doctor.ways import Way, usual_ways

__all__ = [
    "Examination",
    "LabelOrder",
    "Tried",
    "Verdict",
    "Way",
    "examine",
    "naming_sentence",
    "orders_of",
    "usual_ways",
    "verdict",
]
