"""What is found of a map's trustworthiness: numbers, and a plain sentence."""

from dataclasses import dataclass, field, replace

from inference.errors import Sentence
from inference.pictures.explanation import Explanation
from inference.trust.curves import Curves
from inference.trust.randomised import Randomised

WEIGHTS_SKIPPED = Sentence(
    "Other weights were not tried: this method takes no gradients, and only the torch "
    "twin's weights can be drawn anew."
)
WEIGHTS_LACKING = Sentence(
    "Other weights were not tried: some operators of this network have no gradients "
    "here."
)
WEIGHTS_TOO_LONG = Sentence(
    "Other weights were not tried: that would take too long with this method."
)
OTHER_SKIPPED = Sentence(
    "Another photo's map is no rival here: it would take too long with this method."
)
STABILITY_SKIPPED = Sentence(
    "A flip and noise were not tried: their maps would take too long."
)
ENOUGH_BEATEN = 20  # of 21 rivals, for a map that is trusted
_DEPENDS = 0.5  # at most this like the map of weights drawn anew
_STAYS = 0.5  # at least this like itself under a flip and noise


@dataclass(frozen=True, slots=True, eq=False)
class Trust:
    """How far a map can be trusted.

    Attributes:
        of: The map.
        curves: Its deletion and insertion.
        rivals: The other maps' names and curves, in the order they were measured.
        flipped: Rank correlation with the map of the flipped photo, flipped back; None
            while it is not known.
        noisy: The same with the map of the photo under noise of 2 %.
        randomised: What becomes of it with other weights; None where that is not known.
        skipped: What was left out, and why: `Sentence`s.
        is_whole: Whether nothing is left to be measured.
    """

    of: Explanation
    curves: Curves
    rivals: tuple[tuple[Sentence, Curves], ...] = ()
    flipped: float | None = None
    noisy: float | None = None
    randomised: Randomised | None = None
    skipped: tuple[str, ...] = field(default=())
    is_whole: bool = False

    @property
    def beaten(self) -> int:
        """How many rivals it beats, by insertion less deletion."""
        own = self.curves.difference
        return sum(own > curves.difference for _, curves in self.rivals)

    @property
    def is_trusted(self) -> bool:
        """Whether it beats as many rivals as a map that is trusted has to."""
        return self.beaten >= min(ENOUGH_BEATEN, len(self.rivals))

    @property
    def beats_most(self) -> bool:
        """Whether it beats more than half of them."""
        return 2 * self.beaten > len(self.rivals)

    @property
    def rank(self) -> int:
        """Its rank among all maps, 1 for the best."""
        return len(self.rivals) + 1 - self.beaten

    @property
    def best_rival(self) -> tuple[Sentence, Curves]:
        """The name and the curves of the best of the others."""
        return max(self.rivals, key=lambda rival: rival[1].difference)

    @property
    def is_sound(self) -> bool:
        """Whether it beats its rivals, depends on the weights and stays put."""
        return self.is_trusted and self._depends and self._stays

    def without(self, why: Sentence) -> "Trust":
        """Returns the same with a part that was left out, and why."""
        return replace(self, skipped=(*self.skipped, why))

    @property
    def badge(self) -> Sentence:
        """How many rivals it beats: never "good"."""
        return Sentence(
            "better than {n} of {total} rivals", n=self.beaten, total=len(self.rivals)
        )

    @property
    def sentence(self) -> Sentence:
        """The first part that fails, or that none does."""
        total, name = len(self.rivals), self.best_rival[0]
        if not self.is_trusted:
            return Sentence(
                "Beats {n} of {total} rivals, not {name}: do not lean on it.",
                n=self.beaten,
                total=total,
                name=name,
            )
        if self.randomised is not None and not self._depends:
            return Sentence(
                "Hardly changes when the weights are drawn anew ({value:.2f}).",
                value=self.randomised.last,
            )
        if self.flipped is not None and self.flipped < _STAYS:
            return Sentence(
                "Moves when the photo is flipped ({value:.2f}).", value=self.flipped
            )
        if self.noisy is not None and self.noisy < _STAYS:
            return Sentence("Moves under noise ({value:.2f}).", value=self.noisy)
        return self._sound_sentence

    @property
    def _sound_sentence(self) -> Sentence:
        """Says what does not fail, and what was not tried."""
        n, total = self.beaten, len(self.rivals)
        is_redrawn, is_moved = self.randomised is not None, self.noisy is not None
        if is_redrawn and is_moved:
            return Sentence(
                "Beats {n} of {total} rivals, depends on the trained weights, and "
                "stays put under a flip and noise.",
                n=n,
                total=total,
            )
        if is_moved:
            return Sentence(
                "Beats {n} of {total} rivals and stays put under a flip and noise; "
                "other weights were not tried.",
                n=n,
                total=total,
            )
        if is_redrawn:
            return Sentence(
                "Beats {n} of {total} rivals and depends on the trained weights; a "
                "flip and noise were not tried.",
                n=n,
                total=total,
            )
        return Sentence(
            "Beats {n} of {total} rivals; the rest was not measured.", n=n, total=total
        )

    @property
    def _depends(self) -> bool:
        return self.randomised is not None and abs(self.randomised.last) <= _DEPENDS

    @property
    def _stays(self) -> bool:
        known = [value for value in (self.flipped, self.noisy) if value is not None]
        return len(known) == 2 and min(known) >= _STAYS
