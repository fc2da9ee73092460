"""What the number that is explained is called."""

from gui.widgets.words import translate
from inference.classifier import Quantity, Target


def quantity_name(target: Target) -> str:
    """Returns "logit", or "logit margin" where a class is subtracted."""
    is_share = target.quantity is Quantity.PROBABILITY
    if target.against is None:
        logit, share = (
            translate("Quantity", "logit"),
            translate("Quantity", "probability"),
        )
        return share if is_share else logit
    margin = translate("Quantity", "logit margin")
    return translate("Quantity", "probability margin") if is_share else margin
