"""The patches that the user laid on the photo: placing, moving, taking back.

Everything is in input pixels. A patch may hang over the border, but its middle stays on
the input. Every step can be undone and done again; a drag or a row of
nudges is one step.
"""

from typing import Literal

from inference.geometry import Box, Pixel, Size, centered_box

UNDO_STEPS = 100

_Steps = list[tuple[Box, ...]]
_Step = Literal["set", "drag", "nudge", "resize"]


class Patches:
    """Where the patches lie, the newest last; methods say whether that changed.

    Attributes:
        boxes: The patches.
    """

    def __init__(self) -> None:
        self.boxes: tuple[Box, ...] = ()
        self._size = Size(1, 1)
        self._former: _Steps = []
        self._undone: _Steps = []  # the newest last
        self._step: _Step = "set"
        self._held: tuple[int, Pixel] | None = None  # patch, place in it

    def clear(self, size: Size) -> None:
        """Begins anew on an input of this size."""
        self.boxes, self._size = (), size
        self._former, self._undone = [], []
        self._step, self._held = "set", None

    # ---- the pointer

    def press(self, place: Pixel, size: Size, *, is_adding: bool) -> bool:
        """Takes hold of the patch at a place, or lays a new one there."""
        taken = [i for i, box in enumerate(self.boxes) if box.contains(place)]
        is_new = is_adding or not taken
        if is_new:
            box = centered_box(place, size)
            self._put((*self.boxes, box) if is_adding else (box,), "set")
        self._step = "drag" if is_new else "set"  # placing and dragging are one step
        number = len(self.boxes) - 1 if is_new else taken[-1]
        box = self.boxes[number]
        self._held = number, Pixel(place.row - box.top, place.col - box.left)
        return is_new

    def drag(self, place: Pixel) -> bool:
        """Moves the patch that is held."""
        if self._held is None:
            return False
        number, hand = self._held
        box = self.boxes[number]
        top, left = round(place.row - hand.row), round(place.col - hand.col)
        return self._move(number, Box(top, left, box.height, box.width), "drag")

    def release(self) -> None:
        """Lets it go."""
        self._held = None

    # ---- keys and fields; all concern the newest patch

    def nudge(self, rows: int, cols: int) -> bool:
        """Moves it by some pixels."""
        newest = len(self.boxes) - 1
        moved = self.boxes[-1].moved(rows, cols) if self.boxes else None
        return moved is not None and self._move(newest, moved, "nudge")

    def resize(self, side: int) -> bool:
        """Makes it a square of this side about the same middle."""
        if not self.boxes:
            return False
        box = self.boxes[-1]
        middle = Pixel(box.top + (box.height - 1) // 2, box.left + (box.width - 1) // 2)
        square = centered_box(middle, Size(side, side))
        return self._move(len(self.boxes) - 1, square, "resize")

    def lay(self, *boxes: Box) -> bool:
        """Puts patches exactly there, in the place of all others."""
        return self._put(boxes, "set")

    def replace(self, box: Box) -> bool:
        """Puts it exactly there."""
        return bool(self.boxes) and self._put((*self.boxes[:-1], box), "set")

    def remove(self) -> bool:
        """Takes it away."""
        self._held = None
        return bool(self.boxes) and self._put(self.boxes[:-1], "set")

    def undo(self) -> bool:
        """Takes the last step back."""
        return self._step_from(self._former, self._undone)

    def redo(self) -> bool:
        """Takes the last undone step again."""
        return self._step_from(self._undone, self._former)

    def _step_from(self, left: _Steps, other: _Steps) -> bool:
        if not left:
            return False
        other.append(self.boxes)
        self.boxes = left.pop()
        self._step, self._held = "set", None
        return True

    def _move(self, number: int, box: Box, step: _Step) -> bool:
        boxes = list(self.boxes)
        boxes[number] = self._kept(box)
        return self._put(tuple(boxes), step)

    def _kept(self, box: Box) -> Box:
        """Pushes a box back so that its middle lies on the input."""
        down, across = (box.height - 1) // 2, (box.width - 1) // 2
        top = min(max(box.top, -down), self._size.height - 1 - down)
        left = min(max(box.left, -across), self._size.width - 1 - across)
        return Box(top, left, box.height, box.width)

    def _put(self, boxes: tuple[Box, ...], step: _Step) -> bool:
        if boxes == self.boxes:
            return False
        if step == "set" or step != self._step:
            self._former = [*self._former[1 - UNDO_STEPS :], self.boxes]
        self._undone = []
        self.boxes, self._step = boxes, step
        return True
