"""What the page of the doctor says of ways, sources and outputs."""

from gui.errors import said
from gui.widgets.words import counted, facts, grouped, translate
from inference.classifier import (
    GREYS,
    Classifier,
    ClassifierSpec,
    Normalisation,
    Resize,
)
from inference.doctor import BLUE_FIRST, FolderExamination, Way
from inference.errors import plain
from inference.network.binding import GivenInput


def way_hint(way: Way) -> str:
    """What a normalisation does to pixels: "RGB · 0 to 1, ImageNet’s mean"."""
    how = way.preprocessing.normalisation
    hints = {
        "torchvision": translate("Doctor", "0 to 1, ImageNet’s mean"),
        BLUE_FIRST: translate("Doctor", "the same, blue first"),
        "tensorflow": translate("Doctor", "−1 to 1"),
        "unit": translate("Doctor", "0 to 1"),
        "caffe": translate("Doctor", "0 to 255, mean taken off"),
        "raw255": translate("Doctor", "0 to 255 as it is"),
    }
    known = hints.get(way.name) or hints.get(way.name.partition(",")[0])
    return facts(channel_words(how), known or translate("Doctor", "own"))


def channel_words(how: Normalisation) -> str:
    """The order of the colours: "RGB"."""
    return translate("Doctor", "grey") if how.channels in GREYS else how.channels


def way_title(way: Way) -> str:
    """The name of a normalisation."""
    preset, _, order = way.name.partition(", ")
    if order == "GGG":
        return translate("Doctor", "{preset}, grey").format(preset=preset)
    return translate("Doctor", "own") if way.name == "own" else way.name


def resize_heads(way: Way) -> dict[Resize, str]:
    """What the ways to resize do, for heads of columns."""
    side = min(way.preprocessing.size)
    short = way.preprocessing.short_side or 256 * side // 224
    return {
        "crop": translate("Doctor", "crop: middle {side} of {short}").format(
            side=side, short=short
        ),
        "squash": translate("Doctor", "squash: all, stretched"),
        "letterbox": translate("Doctor", "letterbox: all, grey bars"),
    }


def resize_word(resize: Resize) -> str:
    """A way to resize, in a word."""
    return {
        "crop": translate("Doctor", "crop"),
        "squash": translate("Doctor", "squash"),
        "letterbox": translate("Doctor", "letterbox"),
    }[resize]


def apart(way: Way, other: Way) -> str:
    """What tells a way from another one: its normalisation, else its resizing."""
    mine, theirs = way.preprocessing, other.preprocessing
    if mine.normalisation != theirs.normalisation:
        return way_title(way)
    return resize_word(mine.resize)


def source_words(spec: ClassifierSpec) -> str:
    """Who says how the photo is fed."""
    is_companion = spec.preprocessing_reason and not spec.is_guessed
    words = {
        "user": translate("Doctor", "You chose this."),
        "metadata": translate("Doctor", "The model's file says so."),
        "sidecar": translate("Doctor", "The file beside the model says so."),
        "companion": translate("Doctor", "Said by {reason}."),
        "guess": translate(
            "Doctor",
            "This is a guess: {reason}. Choose what the model was trained with.",
        ),
    }["companion" if is_companion else spec.preprocessing_source]
    return words.format(reason=said(spec.preprocessing_reason))


def label_source(spec: ClassifierSpec) -> str:
    """Where the names of the classes come from."""
    return {
        "user": translate("Doctor", "yours"),
        "metadata": translate("Doctor", "from the file"),
        "sidecar": translate("Doctor", "from a file beside the model"),
        "ImageNet": translate("Doctor", "ImageNet’s, by their number"),
        "numbered": translate("Doctor", "numbered, for nobody says them"),
    }[spec.labels_source]


def output_words(classifier: Classifier) -> str:
    """Which output is read, and as what."""
    return translate("Doctor", "“{name}”: {what}.").format(
        name=plain(classifier.spec.reading.output), what=said(classifier.output)
    )


def given_words(given: GivenInput) -> str:
    """Who says what an input beside the photo is given."""
    return {
        "user": translate("Doctor", "yours"),
        "file": translate("Doctor", "the file’s default"),
        "zeros": translate("Doctor", "nobody says: zeros"),
        "ones": translate("Doctor", "nobody says: ones, for zeros give no answer"),
    }[given.source]


def folder_words(folder: FolderExamination) -> str:
    """What a folder holds: "40 labelled photos · 40 classes"."""
    found = folder.found
    labelled = folder.photo_count - folder.nameless_count
    parts = [
        counted("{n} labelled photos", "{n} labelled photo", labelled),
        counted("{n} classes", "{n} class", folder.class_count),
    ]
    if not labelled:
        parts = [
            counted(
                "{n} photos without labels",
                "{n} photo without a label",
                folder.photo_count,
            )
        ]
    elif folder.nameless_count:
        left = translate("Doctor", "{n} match no class")
        parts.append(left.format(n=grouped(folder.nameless_count)))
    tried = len(found.photos) + len(found.unreadable)
    if tried < folder.photo_count:
        words = translate("Doctor", "{tried} tried")
        parts.append(words.format(tried=grouped(tried)))
    if found.unreadable:
        words = translate("Doctor", "{n} could not be read")
        parts.append(words.format(n=grouped(len(found.unreadable))))
    return facts(*parts)
