"""Follows the places of a photo through a graph.

Convolutions make maps whose places are known. From there every node that rearranges
numbers rearranges their places alike: reshapes, attention heads, windows and their
shifts, class tokens. So a tensor is known by where its numbers come from, never by the
look of its shape.
"""

from collections.abc import Callable, Iterator, Mapping

from inference.network.axes import Axes
from inference.network.computed import computed
from inference.network.graph import Graph, Shapes
from inference.network.input import layout_of
from inference.network.operators import (
    CUTTING,
    MAP_MAKING,
    MEASURING,
    PICKING,
    PRODUCTS,
    REDUCTIONS,
    RESHAPES,
)
from inference.network.places import Places, new_map
from inference.network.products import multiplied, summed
from inference.network.rearranging import (
    concatenated,
    gathered,
    padded,
    reduced,
    reshaped,
    sliced,
    split,
    transposed,
)
from inference.network.step import Step, in_order


def followed_axes(graph: Graph, shapes: Shapes) -> dict[str, Axes]:
    """Returns the axes of all tensors that are stacks of maps."""
    batch = shapes.get(graph.inputs[0].name, (1,))[0]
    found = followed_places(graph, shapes).items()
    read = {name: places.read(shapes[name], batch) for name, places in found}
    return {name: axes for name, axes in read.items() if axes is not None}


def followed_places(graph: Graph, shapes: Shapes) -> dict[str, Places]:
    """Returns the places of all tensors whose numbers have some."""
    known = _places_of_image(graph, shapes)
    numbers = computed(graph, shapes, _parameters(graph))
    for node in graph.nodes:
        for place, name in enumerate(node.outputs):
            shape = shapes.get(name, ())
            if name and shape and 0 not in shape:
                step = Step(node, place, shape, known, shapes, numbers)
                found = _followed(step)
                if found is not None:
                    known[name] = found
    return known


def _followed(step: Step) -> Places | None:
    """Returns the places of one result."""
    operator = step.node.plain_operator
    if not step.sources:
        return _mapped(step) if operator in MAP_MAKING else None
    return _RULES.get(operator, in_order)(step)


def _places_of_image(graph: Graph, shapes: Shapes) -> dict[str, Places]:
    image = graph.inputs[0]
    shape = shapes.get(image.name, ())
    layout = layout_of(image) if len(shape) == 4 else None
    return {} if layout is None else {image.name: new_map(layout, shape)}


def _parameters(graph: Graph) -> Iterator[str]:
    """Yields the names of the tensors that say where nodes cut, pick and reduce."""
    for node in graph.nodes:
        if node.plain_operator in PICKING | CUTTING | REDUCTIONS:
            yield from filter(None, node.inputs[1:])


def _mapped(step: Step) -> Places | None:
    """Returns the places of new maps; of windows and heads those that they have."""
    source, operator = step.source(), step.node.plain_operator
    if len(step.after) != 4:
        return in_order(step) if step.sources else None
    is_said = step.node.attributes.get("channels_last") and operator != "ReorderInput"
    is_last = is_said or operator.startswith("Nhwc")
    is_parted = source is not None and source.cells.shape[:2] != (1, 1)
    if is_parted and not is_last and operator != "ReorderInput":
        return in_order(step)
    return new_map("NHWC" if is_last else "NCHW", step.after)


_RULES: Mapping[str, Callable[[Step], Places | None]] = {
    **dict.fromkeys(MEASURING, lambda _: None),
    **dict.fromkeys(RESHAPES, reshaped),
    **dict.fromkeys(MAP_MAKING, _mapped),
    **dict.fromkeys(PRODUCTS, multiplied),
    **dict.fromkeys(REDUCTIONS, reduced),
    "Concat": concatenated,
    "Einsum": summed,
    "Gather": gathered,
    "Gemm": multiplied,
    "Pad": padded,
    "QGemm": multiplied,
    "QLinearConcat": concatenated,
    "Slice": sliced,
    "Split": split,
    "Transpose": transposed,
}  # all others leave numbers where they are
