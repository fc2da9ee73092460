"""What pointer and keys mean on the photo."""

from typing import ClassVar

from inference.geometry import Pixel


class Hand:
    """Takes what is done on the photo; by itself nothing comes of it.

    Attributes:
        takes_clicks: Whether a click on the photo means something to it.
    """

    takes_clicks: ClassVar[bool] = False

    def on_pressed(self, pixel: Pixel, *, is_adding: bool) -> None:
        """A place of the photo was clicked; adding means Shift."""

    def on_dragged(self, pixel: Pixel) -> None:
        """The pressed pointer moved."""

    def on_released(self) -> None:
        """The pointer was let go."""

    def on_nudged(self, rows: int, cols: int) -> None:
        """An arrow key was pressed on the photo."""

    def on_escape(self) -> bool:
        """Esc was pressed; returns whether it meant something."""
        return False

    def undo(self) -> None:
        """Takes the last step back."""

    def redo(self) -> None:
        """Takes the last undone step again."""
