"""Starts NetGaze: the command line if a command is given, else the window."""

import ctypes
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

# `inference` keeps ONNX Runtime offline
from inference import trial_process
from inference.bundled import translation, wanted_language
from inference.errors import Sentence, plain
from inference.languages import Translate, english

COMMANDS = (
    *("info", "predict", "doctor", "occlude", "check", "gradcam", "explain"),
    *("activations", "replay", "rank", "finetune", "diagnose"),
)
SELF_TEST = "--self-test"
M_ARENA_MAX = -8  # of glibc's malloc.h


def main() -> int:
    """Runs what the arguments ask for and returns the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # torch may start this program once more
    arguments = sys.argv[1:]
    if arguments == [trial_process.ARGUMENT]:  # a packaged program started itself
        trial_process.main()
        return 0
    if sys.platform == "win32":
        # Their libraries fail to load there once Qt's are in the process.
        import onnxruntime  # noqa: F401

        from inference.twin.device import import_torch

        import_torch()
    if arguments == [SELF_TEST]:
        return _run_window(arguments)
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from inference.cli import run

        return run(arguments, _translate())
    strangers = [word for word in arguments if not _exists(word)]
    if strangers:
        return _failed(_unknown(strangers[0]), 2)
    return _run_window(arguments)


def share_heap() -> None:
    """Lets all threads allocate from one heap, where the C library is glibc.

    It gives threads heaps of their own and keeps in each what was freed there. Every
    job has a thread of its own, so memory would grow with each model that is opened.
    Works only before the first thread, so before NumPy is loaded.
    """
    if sys.platform == "linux" and "MALLOC_ARENA_MAX" not in os.environ:
        limit = getattr(ctypes.CDLL(None), "mallopt", None)
        if limit is not None:
            limit(M_ARENA_MAX, 1)


def _run_window(arguments: Sequence[str]) -> int:
    share_heap()
    try:
        if arguments == [SELF_TEST]:
            from gui.self_test.run import run as run_self_test

            return run_self_test()
        from gui.app import run
    except ImportError as error:
        from gui.display import missing_library, without_library

        library = missing_library(error)
        if not library:
            raise
        return _failed(without_library(library), 1)
    return run(arguments)


def _exists(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # too long, or in a folder that may not be looked into
        return False


def _unknown(word: str) -> Sentence:
    (nearest,) = get_close_matches(word, COMMANDS, n=1, cutoff=0)
    return Sentence(
        '"{word}" is no command, option or existing file; the nearest command is '
        '"{nearest}", and --help lists all of them.',
        word=plain(word),
        nearest=nearest,
    )


def _failed(sentence: Sentence, code: int) -> int:
    sys.stderr.write(f"{sentence.put(_translate())}\n")
    return code


def _translate() -> Translate:
    """Returns what puts sentences into the user's language."""
    file = translation(wanted_language())
    if file is None:
        return english  # without Qt, which takes its time to load
    try:
        from gui.language import Language
    except ImportError:  # a library that Qt needs is missing
        return english
    return Language(file).translated


if __name__ == "__main__":
    sys.exit(main())
