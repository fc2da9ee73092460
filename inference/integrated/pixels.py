"""Numbers at a network's input as a map: the colours of a pixel become one number."""

from typing import Literal

import numpy as np

from inference.classifier import Classifier, PreparedInput, Target
from inference.errors import Sentence
from inference.geometry import Array, Floats
from inference.pictures.heatmap import Heatmap, over_input

Colors = Literal["summed", "magnitude"]

_MEANING = {
    "summed": Sentence("positive: speaks for the class · negative: against it"),
    "magnitude": Sentence("high: the score follows this pixel, up or down"),
}
_COLORS = Sentence("red: speaks for the class · blue: against it")


def of_pixels(values: Array, classifier: Classifier, colors: Colors) -> Floats:
    """Returns a number for each pixel (h, w), of numbers at the input (C, h, w)."""
    axis = 0 if classifier.spec.input.layout == "NCHW" else -1
    kept = np.abs(values) if colors == "magnitude" else values
    return np.asarray(kept.sum(axis=axis, dtype=np.float64), np.float32)


def drawn(
    values: Floats,
    title: Sentence,
    *,
    prepared: PreparedInput,
    target: Target,
    colors: Colors,
    made: Sentence,
) -> Heatmap:
    """Returns numbers for each pixel of the input (h, w) as a map over the photo."""
    is_signed = colors == "summed"
    return over_input(
        np.nan_to_num(values, posinf=0, neginf=0),
        prepared,
        target,
        title=title,
        meaning=_MEANING[colors],
        in_blue_red=_COLORS if is_signed else "",
        is_difference=is_signed,
        counts="most",
        made=made,
    )
