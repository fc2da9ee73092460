"""What the command line states of a model's inputs and outputs, and is told of them."""

from collections.abc import Iterable, Iterator

from inference.classifier import Classifier, Reading
from inference.errors import Sentence, SpecError, plain
from inference.network.binding import Numbers


def stated_inputs(words: Iterable[str]) -> tuple[tuple[str, Numbers], ...]:
    """Reads words like NAME=NUMBER, or NAME=NUMBER,NUMBER for all of an input.

    Raises:
        SpecError: A word is neither.
    """
    return tuple(map(_stated_input, words))


def _stated_input(word: str) -> tuple[str, Numbers]:
    name, _, numbers = word.rpartition("=")
    try:
        stated = tuple(float(number) for number in numbers.split(","))
    except ValueError:
        stated = ()
    if not name or not stated:
        raise SpecError(
            '"{word}" gives an input no numbers. Write its name, = and a number, or '
            "all of its numbers with commas between them: temperature=1.5.",
            word=plain(word),
        )
    return name, stated


def remarks(classifier: Classifier) -> Iterator[Sentence]:
    """Yields what to know of how a model is run that its answers do not show."""
    reading: Reading = classifier.spec.reading
    if reading.filled:
        yield Sentence(
            "Nobody says what the model is given beside the photo: {inputs}. The "
            "option --input says it.",
            inputs=tuple(each.words for each in reading.filled),
        )
    if reading.is_doubtful:
        yield Sentence(
            'Several outputs could hold the classes: {names}. "{output}" is read; the '
            "option --output chooses another.",
            names=tuple(map(plain, reading.outputs)),
            output=plain(reading.output),
        )
    if reading.is_widened:
        yield Sentence("The model computes in bfloat16; here it computes in float32.")
    is_opaque = classifier.preprocessing.alpha != "kept"
    if is_opaque and classifier.spec.input.channels == len("RGBA"):
        yield Sentence(
            "The model takes four channels: it is fed RGBA, all opaque. The option "
            "--alpha kept feeds it the transparency of photos."
        )
    if classifier.is_as_written:
        yield Sentence(
            "ONNX Runtime's optimiser changes the answers of this model, so it is run "
            "node by node, as the file says."
        )
