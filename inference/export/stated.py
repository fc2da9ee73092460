"""How a model was fed and read, as an export holds it: all of it is stated there."""

from typing import Any

from inference.classifier import (
    RESIZES,
    Normalisation,
    Wishes,
    alpha_of,
    parse_normalisation,
)
from inference.export.entries import Entries
from inference.image import ALPHAS
from inference.network.binding import Numbers
from inference.network.input import AXES

_MOST_INPUTS, _MOST_NUMBERS = 1000, 1_000_000


def stated_wishes(entries: Entries, how: Entries) -> Wishes:
    """Returns how a model was fed and read.

    Args:
        entries: Of the export.
        how: Its part about the preprocessing.

    Raises:
        SpecError: An entry is not what it should be.
    """
    resize = how.text("resize", RESIZES)
    return Wishes(
        preprocess=how.understood("normalisation", _normalisation),
        resize=next(each for each in RESIZES if each == resize),
        labels=entries.names("labels"),
        size=how.size("size"),
        output=_stated_output(entries.part("model")),
        axes=_stated_axes(entries.part("model")),
        inputs=_stated_inputs(entries.part("model")),
        alpha=alpha_of(how.text("alpha", ALPHAS)) if how.has("alpha") else None,
    )


def _stated_output(model: Entries) -> str | None:
    """Returns the output that the user chose; None where NetGaze did."""
    is_stated = model.has("output_source") and model.text("output_source") == "user"
    return model.text("output") if is_stated else None


def _stated_axes(model: Entries) -> str | None:
    """Returns the axes that the user said; None where the file does."""
    return model.text("axes", AXES) if model.has("axes") else None


def _stated_inputs(model: Entries) -> tuple[tuple[str, Numbers], ...]:
    """Returns what the user said of inputs beside the photo."""
    given = model.parts("given", _MOST_INPUTS) if model.filled("given") else []
    return tuple(
        (each.text("name"), tuple(each.numbers("numbers", _MOST_NUMBERS)))
        for each in given
        if each.text("source") == "user"
    )


def _normalisation(value: Any, where: str) -> Normalisation:
    return parse_normalisation(value, where)
