"""What Python need not look through for garbage.

It holds every thread while it looks, the window's too: of 100,000 photos for 0.4 s, of
torch's 100,000 objects for 0.1 s, again and again while more is made.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Within the block Python does not look for garbage, though very much is made."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def leave_uncollected() -> None:
    """Lets what there is be no garbage for good; it goes when nobody refers to it."""
    gc.freeze()
