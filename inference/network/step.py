"""One step along a graph: from the places of what a node reads to those of a result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.network.graph import Node, Shapes
from inference.network.places import Lengths, Places, new_map

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Step:
    """From what a node reads to one of its results.

    Attributes:
        node: The node.
        place: Of the result among the node's.
        after: Shape of the result.
        known: Places of all tensors so far.
        shapes: Of all tensors.
        numbers: What nodes are told: where to cut, which to pick.
    """

    node: Node
    place: int
    after: Lengths
    known: Mapping[str, Places]
    shapes: Shapes
    numbers: Arrays

    @property
    def sources(self) -> list[str]:
        """The tensors it reads that have places, within its branches, too."""
        read = (*self.node.inputs, *self.node.inner_inputs)
        return [name for name in read if name in self.known]

    def source(self, index: int = 0) -> Places | None:
        """Returns the places of what the node reads at an index."""
        return self.known.get(self.node.inputs[index])

    def before(self, index: int = 0) -> Lengths:
        """Returns the shape of what the node reads at an index."""
        return self.shapes.get(self.node.inputs[index], ())

    def told(self, name: str, index: int) -> list[int] | None:
        """Returns whole numbers from an attribute, else from an input."""
        if name in self.node.attributes:
            values = self.node.attributes[name]
        else:
            given = self.node.inputs[index : index + 1]
            values = self.numbers.get("".join(given))
        return None if values is None else [int(n) for n in np.ravel(values)]

    def axis(self, default: int) -> int:
        """Returns the axis that the node works along."""
        given: int = self.node.attributes.get("axis", default)
        return given % len(self.after)


def in_order(step: Step) -> Places | None:
    """Returns the places after a function that leaves numbers where they are.

    Of all that it reads, the first that fits tells them; a whole grid before parts.
    """
    found = [aligned(step.known[name], step.after) for name in step.sources]
    fitting = [places for places in found if places is not None]
    if not fitting:
        return _resized(step, step.sources)
    return min(fitting, key=lambda p: (p.count == 1, p.is_paired, not p.is_complete))


def aligned(places: Places, after: Lengths) -> Places | None:
    """Returns places for a tensor of as many axes or more, if they fit it."""
    missing = len(after) - places.cells.ndim
    if missing < 0:
        return None
    cells = places.cells.reshape((1,) * missing + places.cells.shape)
    fitting = replace(places, cells=cells)
    return fitting if fitting.fits(after) else None


def _resized(step: Step, names: Sequence[str]) -> Places | None:
    """Returns the places of maps that were enlarged or cut."""
    for name in names:
        shape = step.shapes[name]
        axes = step.known[name].read(shape, shape[0])
        is_map = axes is not None and not axes.has_tokens
        if axes is not None and is_map and len(step.after) == 4:
            return new_map(axes.letters, step.after)
    return None
