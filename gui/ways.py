"""What a list of maps offers of a lens: its methods, if it has several."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Ways:
    """The methods of a lens.

    Attributes:
        is_of_photo: Whether it has a map of one photo; else it shows two models.
    """

    is_of_photo: ClassVar[bool] = True

    @property
    def ways(self) -> Mapping[str, str]:
        """What they are called, by their words; none where it has one alone."""
        return {}

    @property
    def way(self) -> str:
        """The word of the one that is chosen; "" where there is one alone."""
        return ""

    def take_way(self, word: str) -> None:
        """Chooses one."""

    def called(self, _question: Any) -> str:
        """What the work on a question is called; "" where its lane's name says it."""
        return ""
