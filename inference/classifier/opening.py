"""From a file to a way through it: inputs filled in, an output chosen, tried out.

What nobody says of an input beside the image is zeros, or ones where zeros give no
finite answer, as of a number that is divided by.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from inference.classifier.class_names import stated_count
from inference.classifier.forward import Forward, open_forward
from inference.classifier.notes import Note
from inference.classifier.reading import Reading, choose_output
from inference.classifier.spec import Wishes
from inference.classifier.trial import Trial, is_rewritten, try_out
from inference.classifier.vetting import vetted
from inference.errors import ModelError, Sentence, SpecError
from inference.geometry import Size
from inference.jobs import Job
from inference.network.binding import GivenInput, bound
from inference.network.graph import Graph
from inference.network.input import read_input
from inference.network.passes import OutOfMemoryError, PassError
from inference.network.sessions import ProviderChoice
from inference.network.widening import is_narrow


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides how a file is used.

    Attributes:
        size: Of the image.
        wishes: What the user states.
        notes: What was written about the model.
        provider: Where it is to run.
        is_trusted: Whether it need not be tried in a child process first.
    """

    size: Size
    wishes: Wishes
    notes: Sequence[Note]
    provider: ProviderChoice
    is_trusted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """A file that answers.

    Attributes:
        graph: What is run of it, with one input and one output.
        reading: Which those are.
        forward: The way through it.
        trial: What trying it out told.
    """

    graph: Graph
    reading: Reading
    forward: Forward
    trial: Trial


def tried(
    graph: Graph, given: tuple[GivenInput, ...], asked: Asked
) -> Job[Sentence, Tried]:
    """Opens and tries out a file, with ones where zeros will not do.

    A job that says what it is doing: strangers' files are tried in a child process
    first, with the same inputs.

    Args:
        graph: The file.
        given: What it wants beside the image.
        asked: What decides how it is used.

    Raises:
        ModelError: It fails, or what comes out is no classes.
        SpecError: It has no such output, or cannot be run at this size.
        OutOfMemoryError: For want of memory.
    """
    ones = tuple(each.as_ones for each in given)
    if ones == given:
        return (yield from _tried(graph, given, asked))
    found, failure = yield from _attempt(graph, given, asked)
    if found is not None and found.trial.is_finite:
        return found
    other, _ = yield from _attempt(graph, ones, asked)
    if other is not None and (found is None or other.trial.is_finite):
        return other
    if found is None:
        assert failure is not None
        raise failure
    return found


def _attempt(
    graph: Graph, given: tuple[GivenInput, ...], asked: Asked
) -> Job[Sentence, tuple[Tried | None, ModelError | None]]:
    """Returns what was tried, or why it failed."""
    try:
        return (yield from _tried(graph, given, asked)), None
    except OutOfMemoryError:
        raise
    except ModelError as error:
        return None, error


def _tried(
    graph: Graph, given: tuple[GivenInput, ...], asked: Asked
) -> Job[Sentence, Tried]:
    if not asked.is_trusted:
        yield from vetted(graph, asked.size, given)
    wishes, size = asked.wishes, asked.size
    count = cache(partial(stated_count, graph.path, wishes.labels, asked.notes))
    part, reading = choose_output(bound(graph, given), size, wishes.output, count)
    reading = replace(reading, given=given, is_widened=is_narrow(graph.file.model))
    try:
        forward, trial = _run(part, asked, count)
        if trial.is_repeatable and is_rewritten(part, forward, size, trial.alone):
            part = part.as_written()
            forward, trial = _run(part, asked, count)
    except PassError as error:
        raise _at_this_size(part, size, error) from error
    return Tried(part, reading, forward, trial)


def _run(
    graph: Graph, asked: Asked, class_count: Callable[[], int | None]
) -> tuple[Forward, Trial]:
    forward = open_forward(graph, asked.provider)
    return forward, try_out(graph, forward, asked.size, class_count)


def _at_this_size(graph: Graph, size: Size, error: PassError) -> ModelError | SpecError:
    """Says of a file that leaves its size open that this one may be wrong."""
    if 0 not in read_input(graph).size:
        return error
    return SpecError(
        'Cannot run "{file}" on {size} pixels ({why}). It leaves its size open: give '
        "the one that it was trained with.",
        file=graph.path.name,
        size=size,
        why=error.why,
    )
