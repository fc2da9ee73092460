"""The NVIDIA graphics cards of this machine, as their driver tells.

It is asked through its own library (CUDA's driver API), which is there wherever a card
can be used; nothing is started on a card.
"""

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from inference.network.cuda import DRIVERS

_LONGEST_NAME = 128  # bytes


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card.

    Attributes:
        name: "NVIDIA RTX 4000 Ada Generation".
        memory: In bytes.
    """

    name: str
    memory: int


@dataclass(frozen=True, slots=True)
class Driver:
    """What the NVIDIA driver tells.

    Attributes:
        cuda: The newest CUDA that it runs, "13.0"; "" where there is no driver.
        cards: In its order.
    """

    cuda: str = ""
    cards: tuple[Card, ...] = ()


def nvidia_driver() -> Driver:
    """Asks the driver; one that does not answer has no cards."""
    try:
        library = ctypes.CDLL(DRIVERS[sys.platform])
    except (KeyError, OSError):
        return Driver()
    return asked(library)


def asked(library: Any) -> Driver:
    """Returns what a driver's library, as `ctypes` loads it, tells."""
    number = ctypes.c_int()
    if library.cuDriverGetVersion(ctypes.byref(number)):
        return Driver()
    version = f"{number.value // 1000}.{number.value % 1000 // 10}"
    if library.cuInit(0):
        return Driver(version)
    return Driver(version, tuple(_cards(library)))


def _cards(library: Any) -> Iterator[Card]:
    count, device, memory = ctypes.c_int(), ctypes.c_int(), ctypes.c_size_t()
    if library.cuDeviceGetCount(ctypes.byref(count)):
        return
    for number in range(count.value):
        if library.cuDeviceGet(ctypes.byref(device), number):
            continue
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        library.cuDeviceGetName(name, _LONGEST_NAME, device)
        library.cuDeviceTotalMem_v2(ctypes.byref(memory), device)
        yield Card(name.value.decode("utf-8", "replace"), memory.value)
