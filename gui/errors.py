"""How failures reach a person: in words, in one place, and once.

An `InferenceError` says itself what to show. Everything else is a mistake of ours: it
is logged with its traceback, and the window says that the work was stopped.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from gui.language import translated
from inference.errors import InferenceError, Sentence, words

log = logging.getLogger(__name__)

BUG_HEADLINE = Sentence("NetGaze made a mistake")
BUG_SENTENCE = Sentence(
    "The work was stopped; your files are untouched. Details are in the log."
)
_PACKAGES = (
    *("netgaze", "PySide6-Essentials", "numpy"),
    *("onnx", "onnxruntime", "onnxruntime-gpu", "torch"),
)
_HERE = Path(__file__).resolve().parents[1]


class Description(NamedTuple):
    """A failure in words.

    Attributes:
        headline: What kind of thing went wrong.
        sentence: What could not be done, what was found, what would help.
        details: Facts for a report, one per line.
        is_bug: Whether it is a mistake of ours.
    """

    headline: str
    sentence: str
    details: str
    is_bug: bool


def said(value: object) -> str:
    """Returns a sentence of `inference`, or an error, in the language of the window."""
    return words(value, translated)


def describe(error: BaseException) -> Description:
    """Puts a failure into words; whatever is no `InferenceError` is logged."""
    if isinstance(error, InferenceError):
        log.info("%s: %s", error.headline, error)
        headline, sentence = translated(error.headline), said(error)
        return Description(headline, sentence, _facts(error), is_bug=False)
    log.error("A mistake of ours", exc_info=(type(error), error, error.__traceback__))
    headline, sentence = said(BUG_HEADLINE), said(BUG_SENTENCE)
    return Description(headline, sentence, _facts(error), is_bug=True)


@cache
def machine() -> tuple[str, ...]:
    """Returns what a report says of this machine, a line each.

    It reads files of the packages: a lane asks for it before anybody wants it.
    """
    from importlib import metadata  # dear, and only wanted when something failed

    system = platform.uname()  # its field `processor` would start a program
    lines = [
        f"Python {platform.python_version()}, "
        f"{system.system}-{system.release}-{system.machine}"
    ]
    for name in _PACKAGES:
        try:
            lines.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return tuple(lines)


def _facts(error: BaseException) -> str:
    lines = [f"{type(error).__name__}: {error}"]
    steps = traceback.walk_tb(error.__traceback__)  # unlike `extract_tb` reads no file
    ours = [
        (path.relative_to(_HERE).as_posix(), number)
        for frame, number in steps
        if (path := Path(frame.f_code.co_filename)).is_relative_to(_HERE)
    ]
    if ours:
        file, number = ours[-1]
        lines.append(f"at {file}, line {number}")
    if error.__cause__ is not None:
        lines.append(f"because of {type(error.__cause__).__name__}: {error.__cause__}")
    return "\n".join((*lines, *machine()))


class _Reporter(QObject):
    """Carries a failure to the GUI thread.

    Signals:
        raised: the exception.
    """

    raised = Signal(object)


def install_excepthooks(
    report: Callable[[BaseException], object],
) -> Callable[[], None]:
    """Sends what nobody caught, in any thread, to `report` on the calling thread.

    Returns a function that puts the former hooks back.
    """
    reporter = _Reporter()
    reporter.raised.connect(report, Qt.ConnectionType.QueuedConnection)
    former = sys.excepthook, threading.excepthook

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            former[0](kind, error, trace)
        else:
            reporter.raised.emit(error)

    def thread_hook(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            reporter.raised.emit(failure.exc_value)

    def restore() -> None:
        sys.excepthook, threading.excepthook = former

    sys.excepthook, threading.excepthook = hook, thread_hook
    return restore
