"""Whether a value that anybody wrote is a number; true and false are none."""

from typing import Final, TypeGuard

MOST: Final = 2**31 - 1
LARGEST: Final = 1e300


def is_whole(value: object, least: int = 0, most: int = MOST) -> TypeGuard[int]:
    """Whether it is a whole number within bounds."""
    return type(value) is int and least <= value <= most


def is_number(value: object, largest: float = LARGEST) -> TypeGuard[int | float]:
    """Whether it is a finite number, no further from zero than `largest`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -largest <= value <= largest
