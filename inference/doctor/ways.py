"""The ways in which models usually want their photos: normalised so, resized so."""

from dataclasses import dataclass, replace

from inference.classifier import (
    PRESETS,
    RESIZES,
    Classifier,
    Normalisation,
    Preprocessing,
)
from inference.errors import Sentence

BLUE_FIRST = "torchvision, BGR"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to feed a model.

    Attributes:
        name: Of its normalisation: a preset's, "torchvision, BGR", or "own".
        preprocessing: From photo to input.
    """

    name: str
    preprocessing: Preprocessing

    @property
    def words(self) -> Sentence:
        """For people: "torchvision, crop"."""
        name = Sentence("own") if self.name == "own" else self.name
        return Sentence("{name}, {resize}", name=name, resize=self.preprocessing.resize)

    def of(self, classifier: Classifier) -> Classifier:
        """Returns the classifier, fed in this way."""
        spec = replace(classifier.spec, preprocessing=self.preprocessing)
        return replace(classifier, spec=spec)

    def distance(self, other: "Way") -> int:
        """Returns in how many choices it differs, 0 to 2: normalising and resizing."""
        mine, theirs = self.preprocessing, other.preprocessing
        return (mine.normalisation != theirs.normalisation) + (
            mine.resize != theirs.resize
        )


def usual_ways(classifier: Classifier) -> tuple[Way, ...]:
    """Returns the usual ways, the present one among them.

    Normalisations in rows, each with all ways to resize; the present one keeps its own
    share of the crop and its interpolation.
    """
    now = classifier.preprocessing
    rows = _normalisations(now.channel_count)
    if now.normalisation not in rows.values():
        rows["own"] = now.normalisation
    how = now.normalisation
    others = {resize: Preprocessing(now.size, how, resize) for resize in RESIZES}
    columns = list((others | {now.resize: now}).values())
    return tuple(
        Way(name, replace(column, normalisation=how))
        for name, how in rows.items()
        for column in columns
    )


def way_of(classifier: Classifier) -> Way:
    """Returns the way in which a classifier is fed at present."""
    now = classifier.preprocessing
    return next(w for w in usual_ways(classifier) if w.preprocessing == now)


def _normalisations(channel_count: int) -> dict[str, Normalisation]:
    """Returns the presets by name; those that differ in colours alone once for grey."""
    usual = PRESETS["torchvision"]
    blue_first = replace(
        usual, channels="BGR", mean=usual.mean[::-1], std=usual.std[::-1], name="own"
    )
    rows = {"torchvision": usual, BLUE_FIRST: blue_first, **PRESETS}
    if channel_count == 1:
        return {name: how.for_gray for name, how in PRESETS.items()}
    return rows
