"""Where rows, columns and channels lie among the axes of tensors.

Convolutions make tensors (N, C, h, w). From there the meaning of the axes is followed
through transposes, reshapes, attention heads and class tokens, so that token tensors
(N, T, C) and (N, h, w, C) are known by where they come from, never by the look of their
shapes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import onnx

from inference.geometry import Size
from inference.network.graph import Graph, Shapes
from inference.network.input import layout_of
from inference.network.operators import IN_PLACES, RESHAPES, WITHOUT_PLACES


@dataclass(frozen=True, slots=True)
class Axes:
    """Where rows, columns and channels lie among the axes of a tensor.

    Attributes:
        axes: A letter per axis: N, C, H, W, T for tokens, which are places in reading
            order, or G for groups of channels, such as attention heads.
        size: Rows and columns of the grid.
        extra_tokens: Tokens before those of the grid, such as a class token.
    """

    axes: str
    size: Size
    extra_tokens: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether the tensor is one stack of maps, not split into groups."""
        return sorted(self.axes) in (sorted("NCHW"), sorted("NTC"))


def followed_axes(graph: Graph, shapes: Shapes) -> dict[str, Axes]:
    """Returns the places of all tensors that are known to have some."""
    image = graph.inputs[0]
    shape = shapes.get(image.name, ())
    known: dict[str, Axes] = {}
    layout = layout_of(image) if len(shape) == 4 else None
    if layout is not None:
        size = Size(*(shape[layout.index(letter)] for letter in "HW"))
        known[image.name] = Axes(layout, size)
    for node in graph.model.graph.node:
        for name in node.output:
            shape = shapes.get(name, ())
            places = _places(node, shape, known, shapes) if shape else None
            if places is not None:
                known[name] = places
    return known


def _places(
    node: onnx.NodeProto,
    shape: tuple[int, ...],
    known: Mapping[str, Axes],
    shapes: Shapes,
) -> Axes | None:
    """Returns the places of one result of a node."""
    if node.op_type in IN_PLACES and len(shape) == 4:
        return Axes("NCHW", Size(*shape[2:]))
    sources = [name for name in node.input if name in known]
    if node.op_type in WITHOUT_PLACES or not sources:
        return None
    name = sources[0]
    places, before = known[name], shapes[name]
    if node.op_type == "Transpose":
        order = next((a.ints for a in node.attribute if a.name == "perm"), None)
        axes = [places.axes[axis] for axis in order or ()] or places.axes[::-1]
        return replace(places, axes="".join(axes))
    if node.op_type in RESHAPES:
        return _reshaped(places, before, shape)
    if node.op_type == "Gather" and len(shape) < len(before):
        return _picked(node, places)
    if node.op_type == "Concat" and "T" in places.axes:
        return _with_tokens(node, name, shape, places, shapes)
    if len(sources) > 1 and _is_attention(node, places, known[sources[-1]]):
        return None
    kept = (_kept(known[name], shapes[name], shape) for name in sources)
    return next((places for places in kept if places is not None), None)


def _is_attention(node: onnx.NodeProto, left: Axes, right: Axes) -> bool:
    """Whether a product of two tensors with places is tokens by tokens."""
    if node.op_type == "Einsum":
        return True
    is_turned = any(a.name == "transB" and a.i for a in node.attribute)
    is_same_end = left.axes[-1] == right.axes[-1]
    return node.op_type.endswith("MatMul") and is_same_end == is_turned


def _picked(node: onnx.NodeProto, places: Axes) -> Axes | None:
    """Returns the places of one group of channels, as of the queries; else None."""
    axis = next((a.i for a in node.attribute if a.name == "axis"), 0)
    axes = list(places.axes)
    return replace(places, axes="".join(axes)) if axes.pop(axis) == "G" else None


def _with_tokens(
    node: onnx.NodeProto, name: str, shape: tuple[int, ...], places: Axes,
    shapes: Shapes,
) -> Axes | None:  # fmt: skip
    """Returns the places of tokens after others were put around them.

    Of tensors without a known shape, such as an expanded class token, at most those on
    one side may be missing: what the others leave over is theirs.
    """
    along, names = places.axes.index("T"), list(node.input)
    before, after = names[: names.index(name)], names[names.index(name) + 1 :]

    def length(names: Sequence[str]) -> int:
        return sum(shapes[name][along] for name in names)

    if shape[along] == length([name]):
        return places
    if shapes.keys() >= set(after):
        added = shape[along] - length([name, *after])
    elif shapes.keys() >= set(before):
        added = length(before)
    else:
        return None
    return replace(places, extra_tokens=places.extra_tokens + added)


def _kept(places: Axes, before: tuple[int, ...], after: tuple[int, ...]) -> Axes | None:
    """Returns the places after a function that leaves the axes in their order."""
    if len(before) != len(after):
        return None
    if "T" not in places.axes:
        size = Size(*(after[places.axes.index(letter)] for letter in "HW"))
        return replace(places, size=size)
    along = places.axes.index("T")
    if after[along] == before[along]:
        return places
    is_grid_only = after[along] == places.size.height * places.size.width
    return replace(places, extra_tokens=0) if is_grid_only else None


def _reshaped(
    places: Axes, before: tuple[int, ...], after: tuple[int, ...]
) -> Axes | None:
    """Returns the places after axes were joined or split; None where they got mixed.

    Axes of length one may come, go and stand anywhere.
    """
    if before == after:
        return places
    pairs = list(zip(places.axes, before, strict=True))
    single = [letter for letter, length in pairs if length == 1]
    long = [(letter, length) for letter, length in pairs if length != 1]
    letters = ""
    for old, lengths in _groups(long, [length for length in after if length != 1]):
        named = _renamed(old, lengths, places)
        if named is None:
            return None
        letters += named
    rest = iter(letters)
    axes = [(single.pop(0) if single else "G") if n == 1 else next(rest) for n in after]
    is_map = {"C", "T"} <= set(axes) or {"C", "H", "W"} <= set(axes)
    return replace(places, axes="".join(axes)) if is_map else None


def _groups(
    before: Sequence[tuple[str, int]], after: Sequence[int]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields the letters of axes, and the lengths of those that hold the same now."""
    old, new = list(before), list(after)
    while old and new:
        letter, left = old.pop(0)
        letters, lengths, right = letter, [new.pop(0)], 1
        right = lengths[0]
        while left != right and (old if left < right else new):
            if left < right:
                letter, length = old.pop(0)
                letters, left = letters + letter, left * length
            else:
                lengths.append(new.pop(0))
                right *= lengths[-1]
        yield letters, tuple(lengths)


def _renamed(letters: str, lengths: tuple[int, ...], places: Axes) -> str | None:
    """Returns the letters of axes that were joined or split; None if mixed."""
    if letters == "HW" and len(lengths) == 1:
        return "T"
    if letters == "T" and lengths == places.size and not places.extra_tokens:
        return "HW"
    if letters.endswith("C") and not letters.strip("GC"):
        return "G" * (len(lengths) - 1) + "C"
    return letters if len(letters) == len(lengths) == 1 else None
