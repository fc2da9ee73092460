"""What any method answers: a map, the score it explains, and how sound it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inference.classifier import Prediction, Target
from inference.geometry import Floats
from inference.pictures.heatmap import Heatmap


@dataclass(frozen=True, slots=True)
class Health:
    """How far a map can be believed, by what its method knows of itself.

    Attributes:
        sentence: A `Sentence`.
        is_sound: Whether nothing speaks against it.
        measures: The numbers behind the words, by name.
    """

    sentence: str
    is_sound: bool = True
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """A map of one photo, by any method.

    Attributes:
        method: Its name: "rise".
        target: Which number is explained; its class is settled.
        score: That number for the untouched photo.
        prediction: What the network says of the photo.
        heatmap: The map.
        health: How sound it is.
        settings: What the method was told, by name, in JSON's types.
        done: Steps that it rests on.
        error: (rows, cols) standard error of the map's values, or None.
        of: Draws the map of another target with no new inference; None where that
            cannot be.
    """

    method: str
    target: Target
    score: float
    prediction: Prediction
    heatmap: Heatmap
    health: Health
    settings: Mapping[str, Any]
    done: int
    error: Floats | None = None
    of: Callable[[Target], "Explanation"] | None = field(default=None, repr=False)
