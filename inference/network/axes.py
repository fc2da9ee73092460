"""Where rows, columns and channels lie among the axes of a tensor."""

from dataclasses import dataclass

from inference.geometry import Size


@dataclass(frozen=True, slots=True)
class Axes:
    """Where rows, columns and channels lie among the axes of a stack of maps.

    Attributes:
        letters: One per axis: N, C, H, W, or T for tokens, which are places in reading
            order.
        grid: Rows and columns of the places.
        extra_tokens: Tokens before those of the grid, such as a class token.
    """

    letters: str
    grid: Size
    extra_tokens: int = 0

    @property
    def has_tokens(self) -> bool:
        """Whether its places are tokens in reading order, not rows and columns."""
        return "T" in self.letters
