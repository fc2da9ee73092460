"""Photos with labels: read, matched to the classes of a model, split and counted."""

from inference.dataset.book import ScoreBook
from inference.dataset.counts import (
    Calibration,
    ClassCounts,
    Metrics,
    Share,
    confusion,
    counted,
    leading,
    measured,
    ranks,
)
from inference.dataset.entries import BookKey, Entry, Looks, Stamp
from inference.dataset.evidence import (
    Evidence,
    Finding,
    gather_evidence,
    gathering_time,
    ninth,
)
from inference.dataset.evidence_change import (
    EvidenceChange,
    evidence_changes,
    highest_mean,
)
from inference.dataset.evidence_layout import (
    BORDER,
    BORDERS,
    SIDE,
    PhotoEvidence,
    even_share,
    softened,
)
from inference.dataset.kept_split import split_of
from inference.dataset.listing import CSV_COLUMNS, Dataset, Photo, list_dataset
from inference.dataset.matching import Matching, matched, read_matching
from inference.dataset.remembered import (
    Mark,
    Marks,
    Remembered,
    recall,
    remember,
)
from inference.dataset.review import REVIEW_COLUMNS, passed_over, read_review
from inference.dataset.shelf import book_of
from inference.dataset.splitting import PARTS, SHARES, Part, with_parts

__all__ = [
    "BORDER",
    "BORDERS",
    "CSV_COLUMNS",
    "PARTS",
    "REVIEW_COLUMNS",
    "SHARES",
    "SIDE",
    "BookKey",
    "Calibration",
    "ClassCounts",
    "Dataset",
    "Entry",
    "Evidence",
    "EvidenceChange",
    "Finding",
    "Looks",
    "Mark",
    "Marks",
    "Matching",
    "Metrics",
    "Part",
    "Photo",
    "PhotoEvidence",
    "Remembered",
    "ScoreBook",
    "Share",
    "Stamp",
    "book_of",
    "confusion",
    "counted",
    "even_share",
    "evidence_changes",
    "gather_evidence",
    "gathering_time",
    "highest_mean",
    "leading",
    "list_dataset",
    "matched",
    "measured",
    "ninth",
    "passed_over",
    "ranks",
    "read_matching",
    "read_review",
    "recall",
    "remember",
    "softened",
    "split_of",
    "with_parts",
]
