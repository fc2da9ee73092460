"""How far a map can be trusted: against rivals, other weights, a flip and noise."""

from inference.trust.curves import Curve, Curves, deletion_insertion, order_of, stepped
from inference.trust.dataset import Explainer, Photos, TableSpec, measured_methods
from inference.trust.job import Explaining, TrustSpec, on_input, passes_needed, trust
from inference.trust.ordering import (
    Order,
    Placed,
    order_passes,
    ordered,
    ordered_layers,
)
from inference.trust.patience import PATIENCE
from inference.trust.randomised import Randomised, randomised
from inference.trust.rank import rank_correlation
from inference.trust.record import Trust
from inference.trust.rivals import Rival, own_rivals, shared_rivals
from inference.trust.table import Measure, MethodRow, MethodTable

__all__ = [
    "PATIENCE",
    "Curve",
    "Curves",
    "Explainer",
    "Explaining",
    "Measure",
    "MethodRow",
    "MethodTable",
    "Order",
    "Photos",
    "Placed",
    "Randomised",
    "Rival",
    "TableSpec",
    "Trust",
    "TrustSpec",
    "deletion_insertion",
    "measured_methods",
    "on_input",
    "order_of",
    "order_passes",
    "ordered",
    "ordered_layers",
    "own_rivals",
    "passes_needed",
    "randomised",
    "rank_correlation",
    "shared_rivals",
    "stepped",
    "trust",
]
