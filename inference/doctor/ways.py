"""The ways in which models usually want their photos: normalised so, resized so."""

from dataclasses import dataclass, replace

from inference.classifier import (
    PRESETS,
    RESIZES,
    Channels,
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
        name: Of its normalisation: a preset's, "unit, BGR" and the like, or "own".
        preprocessing: From photo to input.
    """

    name: str
    preprocessing: Preprocessing

    @property
    def words(self) -> Sentence:
        """For people: "torchvision, crop"."""
        preset, _, order = self.name.partition(", ")
        name = Sentence("own") if self.name == "own" else self.name
        name = Sentence("{preset}, grey", preset=preset) if order == "GGG" else name
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


def usual_ways(
    classifier: Classifier, *, with_further: bool = False
) -> tuple[Way, ...]:
    """Returns the usual ways, the present one among them.

    Normalisations in rows, each with all ways to resize; the present one keeps its own
    share of the crop and its interpolation.

    Args:
        classifier: As it is fed at present.
        with_further: Whether each preset is tried in the other order of colours, too,
            and without colours.
    """
    now = classifier.preprocessing
    rows, further = _normalisations(now.channel_count), _further(now.channel_count)
    if with_further:
        rows |= further
    if now.normalisation not in rows.values():
        names = (name for name, how in further.items() if how == now.normalisation)
        rows[next(names, "own")] = now.normalisation
    how = now.normalisation
    alpha = now.alpha
    others = {
        resize: Preprocessing(now.size, how, resize, alpha=alpha) for resize in RESIZES
    }
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
    """Returns the presets by name; for RGB those, too, that differ in order alone."""
    usual = PRESETS["torchvision"]
    rows = {"torchvision": usual, BLUE_FIRST: _turned(usual), **PRESETS}
    if channel_count != len(usual.mean):
        rows = {n: how.for_channels(channel_count) for n, how in PRESETS.items()}
    return rows | {"raw255": rows.pop("raw255")}  # the rarest last


def _further(channel_count: int) -> dict[str, Normalisation]:
    """Returns presets in the other order of colours but for the usual one, and grey."""
    if channel_count != len(PRESETS["torchvision"].mean):
        return {}
    turned = {name: _turned(how) for name, how in PRESETS.items()}
    grey = {name: _grey(how) for name, how in PRESETS.items()}
    further = [*turned.items(), *grey.items()]
    named = {f"{name}, {how.channels}": how for name, how in further}
    del named[BLUE_FIRST]
    return named


def _grey(how: Normalisation) -> Normalisation:
    """Returns the same without colours: the same grey three times."""
    return replace(how, channels="GGG", name="own")


def _turned(how: Normalisation) -> Normalisation:
    """Returns the same for the other order of colours."""
    channels: Channels = "RGB" if how.channels == "BGR" else "BGR"
    mean, std = how.mean[::-1], how.std[::-1]
    return replace(how, channels=channels, mean=mean, std=std, name="own")
