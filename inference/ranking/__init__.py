"""Ranking a dataset: its scores, its order, and photos that something is wrong with."""

from inference.ranking.analysis import Analysis, analysed, part_of
from inference.ranking.channel import Activity, ChannelName, channel_activity
from inference.ranking.classes import ClassOrder, ClassTable, class_table
from inference.ranking.linear_probe import out_of_sample
from inference.ranking.neighbours import (
    MOST,
    PERPLEXITIES,
    SIMILAR,
    Alike,
    Layout,
    LayoutSpec,
    has_tsne,
    laid_out,
    most_similar,
)
from inference.ranking.order import MEASURES, Measure, Order, ranked, values
from inference.ranking.scorer import Scorer
from inference.ranking.scores import Scores
from inference.ranking.scoring import Scored, score, score_dataset
from inference.ranking.suspects import (
    KINDS,
    Kind,
    Suspect,
    all_suspects,
    confident_learning,
    confidently_wrong,
    duplicates,
    nearest,
    odd_ones,
    wrong_labels,
)

__all__ = [
    "KINDS",
    "MEASURES",
    "MOST",
    "PERPLEXITIES",
    "SIMILAR",
    "Activity",
    "Alike",
    "Analysis",
    "ChannelName",
    "ClassOrder",
    "ClassTable",
    "Kind",
    "Layout",
    "LayoutSpec",
    "Measure",
    "Order",
    "Scored",
    "Scorer",
    "Scores",
    "Suspect",
    "all_suspects",
    "analysed",
    "channel_activity",
    "class_table",
    "confident_learning",
    "confidently_wrong",
    "duplicates",
    "has_tsne",
    "laid_out",
    "most_similar",
    "nearest",
    "odd_ones",
    "out_of_sample",
    "part_of",
    "ranked",
    "score",
    "score_dataset",
    "values",
    "wrong_labels",
]
