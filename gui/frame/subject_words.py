"""How the model and the photo that are open are put into a few words."""

from gui.errors import said
from gui.widgets.words import counted, facts, translate
from inference.classifier import Classifier, ClassifierSpec, Resize
from inference.errors import plain
from inference.image import LoadedImage


def profile_words(image: LoadedImage) -> str:
    """How the colours of another profile than sRGB are taken."""
    if not image.profile:
        return ""
    words = translate("Opening", "{profile}, read as sRGB")
    if image.is_converted:
        words = translate("Opening", "converted from {profile}")
    return words.format(profile=image.profile)


def cautions(classifier: Classifier) -> dict[str, str]:
    """What else to know of a model's answers: a badge and its tooltip for each."""
    found = {}
    if classifier.is_coupled:
        found[translate("Opening", "one at a time")] = translate(
            "Opening",
            "This model's answer to an input depends on what else is in its batch, so "
            "each input has a forward pass of its own. Maps take longer.",
        )
    if not classifier.is_repeatable:
        found[translate("Opening", "not repeatable")] = translate(
            "Opening",
            "This model gives another answer each time it sees the same input. Small "
            "differences in a map may be chance.",
        )
    if classifier.is_as_written:
        found[translate("Opening", "as written")] = translate(
            "Opening",
            "ONNX Runtime's optimiser changes the answers of this model, so it is run "
            "node by node, as the file says. Passes take longer.",
        )
    is_opaque = classifier.preprocessing.alpha != "kept"
    if is_opaque and classifier.spec.input.channels == len("RGBA"):
        found[translate("Opening", "RGBA, opaque")] = translate(
            "Opening",
            "This model takes four channels. It is fed RGBA, all opaque: a photo's own "
            "transparency was laid over a ground.",
        )
    if classifier.spec.reading.is_widened:
        found[translate("Opening", "in float32")] = translate(
            "Opening",
            "This model computes in bfloat16. Here it computes in float32, which is "
            "more exact.",
        )
    return found


def doubt(classifier: Classifier) -> tuple[str, str]:
    """What to check of the file's inputs and outputs: a badge and its tooltip."""
    reading = classifier.spec.reading
    words, tips = [], []
    if reading.is_doubtful:
        words.append(translate("Opening", "several outputs"))
        told = translate(
            "Opening",
            "“{output}” is read; {others} could hold the classes, too. Click to "
            "choose.",
        )
        others = [plain(name) for name in reading.outputs if name != reading.output]
        output = plain(reading.output)
        tips.append(told.format(output=output, others=", ".join(others)))
    if reading.filled:
        count = len(reading.filled)
        words.append(counted("{n} inputs filled in", "{n} input filled in", count))
        told = translate(
            "Opening",
            "Nobody says what the model is given beside the photo: {inputs}. Click to "
            "say it.",
        )
        given = ", ".join(said(each.words) for each in reading.filled)
        tips.append(told.format(inputs=given))
    return facts(*words), " ".join(tips)


def _source_words() -> dict[str, str]:
    return {
        "user": translate("Opening", "as you chose"),
        "metadata": translate("Opening", "from the file"),
        "sidecar": translate("Opening", "sidecar"),
    }


def _resize_words() -> dict[Resize, str]:
    return {
        "crop": translate("Opening", "crop {side}"),
        "squash": translate("Opening", "squash {side}"),
        "letterbox": translate("Opening", "letterbox {side}"),
    }


def in_short(spec: ClassifierSpec) -> str:
    """How a model is fed, and who says so: "9 classes · crop 224 · from the file"."""
    how = spec.preprocessing
    height, width = how.size
    side = f"{height}" if height == width else f"{height} × {width}"
    return facts(
        counted("{n} classes", "{n} class", len(spec.labels)),
        "" if how.normalisation.name == "own" else how.normalisation.name,
        _resize_words()[how.resize].format(side=side),
        _source_words().get(spec.preprocessing_source, ""),
    )
