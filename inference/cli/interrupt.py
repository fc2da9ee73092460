"""Ctrl-C while a network computes.

Python's own handler runs between two of its instructions: while ONNX Runtime computes,
it waits. A socket hears of the signal at once, and a thread that listens ends the
forward pass; what then arrives is the ordinary `KeyboardInterrupt`.
"""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from inference.cli.output import remark
from inference.errors import Sentence
from inference.languages import Translate
from inference.network.passes import Passes

INTERRUPTED: Final = Sentence("Interrupted; what was not finished was not written.")
EXIT_CODE: Final = 130
_PATIENCE = 1.5  # seconds for the end of a pass and for tidying up
_ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interruptible(translate: Translate) -> Iterator[None]:
    """Within the block, Ctrl-C reaches forward passes too.

    Where one node of a network does not come back, the process says so and ends hard.
    At the end it is told where the work could not go on as it should.
    """
    passes = Passes()
    try:
        with passes.here():
            if threading.current_thread() is threading.main_thread():
                with _listening(passes, INTERRUPTED.put(translate)):
                    yield
            else:  # signals come to the main thread only
                yield
    finally:
        for sentence in passes.told:
            remark(sentence, translate)


@contextmanager
def heeding() -> Iterator[Callable[[], bool]]:
    """Gives what tells whether Ctrl-C was pressed; within the block it ends nothing.

    So work can be brought to a good end. A second Ctrl-C acts as ever.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False  # signals come to the main thread only
        return
    heard = threading.Event()
    deaf = signal.set_wakeup_fd(-1)
    former = signal.getsignal(signal.SIGINT)

    def back() -> None:
        signal.signal(signal.SIGINT, former)
        signal.set_wakeup_fd(deaf, warn_on_full_buffer=False)

    def hear(*_: object) -> None:
        heard.set()
        back()

    signal.signal(signal.SIGINT, hear)
    try:
        yield heard.is_set
    finally:
        back()


@contextmanager
def _listening(passes: Passes, last_words: str) -> Iterator[None]:
    hears, speaks = socket.socketpair()
    with hears, speaks:
        speaks.setblocking(False)
        former = signal.set_wakeup_fd(speaks.fileno(), warn_on_full_buffer=False)
        heard = (hears, passes, last_words)
        listener = threading.Thread(target=_listen, args=heard, daemon=True)
        listener.start()
        try:
            yield
        finally:
            signal.set_wakeup_fd(former)
            speaks.shutdown(socket.SHUT_WR)
            listener.join()


def _listen(hears: socket.socket, passes: Passes, last_words: str) -> None:
    """Ends the passes at a signal, and the process if the block goes on after it."""
    while heard := hears.recv(1):
        if heard[0] in _ENDING:
            passes.end()
            hears.settimeout(_PATIENCE)
            break
    try:
        while heard:
            heard = hears.recv(1)
    except TimeoutError:
        print(last_words, file=sys.stderr, flush=True)
        os._exit(EXIT_CODE)
