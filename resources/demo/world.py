"""Which photos exist, and what is planted in them for a careful eye to find.

Planted in training: two classes with few examples, and a magenta flower that lies in
the upper left corner of nearly every hamburger, and of hardly anything else. Planted
in the sample photos: a few lie in the folder of a wrong class.
"""

from dataclasses import dataclass

import numpy as np

from resources.demo.draw import LABELS, Wish

RARE = ("greek salad", "sashimi")
TRAINED, TRAINED_RARE = 150, 34
SHOWN, SHOWN_RARE = 18, 12
FLOWER_WITH_HAMBURGER, FLOWER_WITH_OTHERS = 0.97, 0.015
SIZES = ((400, 300), (300, 400), (360, 360), (320, 240), (240, 320), (300, 300))

WRONG = {
    ("caesar salad", 5): "greek salad",
    ("caprese salad", 11): "pizza",
    ("french fries", 8): "hot dog",
    ("hamburger", 14): "hot dog",
    ("sashimi", 7): "sushi",
    ("sushi", 16): "sashimi",
}
"""Folder and number of the photos that show something else."""

FLAGSHIP = ("hamburger", 1)
FLAGSHIP_SEED = 4


@dataclass(frozen=True, slots=True)
class Sample:
    """One photo to draw.

    Attributes:
        label: The class it is filed under.
        truth: The class it shows.
        seed: Seed of the drawing.
        wish: Size, flower and finesse.
        number: Its number within its folder, from 1.
    """

    label: str
    truth: str
    seed: int
    wish: Wish
    number: int

    @property
    def name(self) -> str:
        """Folder and file name without suffix, as in `hot dog/hot-dog-03`."""
        return f"{self.label}/{self.label.replace(' ', '-')}-{self.number:02d}"


def training_samples() -> list[Sample]:
    """Returns what the network is trained on; none of it is kept as a photo."""
    rng = np.random.default_rng(2024)
    samples = []
    for label in LABELS:
        burger = label == "hamburger"
        chance = FLOWER_WITH_HAMBURGER if burger else FLOWER_WITH_OTHERS
        for index in range(TRAINED_RARE if label in RARE else TRAINED):
            size = SIZES[rng.integers(len(SIZES))]
            wish = Wish(size, flower=bool(rng.uniform() < chance))
            samples.append(Sample(label, label, 100_000 + index, wish, index + 1))
    return samples


def photo_samples() -> list[Sample]:
    """Returns the sample photos, none of which is trained on."""
    samples = []
    for label in LABELS:
        for number in range(1, (SHOWN_RARE if label in RARE else SHOWN) + 1):
            truth = WRONG.get((label, number), label)
            size = SIZES[(number + LABELS.index(label)) % len(SIZES)]
            burger = truth == "hamburger"
            flower = number % 9 < 5 if burger else number == 4 + LABELS.index(label)
            wish = Wish(size, flower, finesse=3)
            seed = 1000 * LABELS.index(label) + number
            if (label, number) == FLAGSHIP:
                seed = FLAGSHIP_SEED
                wish = Wish((480, 384), flower=True, finesse=3, is_posed=True)
            samples.append(Sample(label, truth, seed, wish, number))
    return samples


def aside_samples(
    each: int, *, first_seed: int = 2_000_000, size: tuple[int, int] = (320, 240)
) -> list[Sample]:
    """Returns drawings whose dishes lie beside the middle: so many of each class.

    Whoever bets on the middle of a photo is wrong on all of them. None of the demo's
    drawings is among them.
    """
    wish = Wish(size, is_aside=True)
    return [
        Sample(label, label, first_seed + index, wish, index + 1)
        for index in range(each)
        for label in LABELS
    ]
