"""Where rows, columns and channels lie among the axes of tensors.

Convolutions make tensors (N, C, h, w). From there the meaning of the axes is followed
through transposes, reshapes, attention heads and class tokens, so that token tensors
(N, T, C) and (N, h, w, C) are known by where they come from, never by the look of their
shapes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inference.geometry import Size
from inference.network.graph import Graph, Node, Shapes
from inference.network.input import layout_of
from inference.network.operators import MAP_MAKING, MEASURING, PRODUCTS, RESHAPES


@dataclass(frozen=True, slots=True)
class Axes:
    """Where rows, columns and channels lie among the axes of a tensor.

    Attributes:
        letters: One per axis: N, C, H, W, T for tokens, which are places in reading
            order, or G for groups of channels, such as attention heads.
        grid: Rows and columns of the places.
        extra_tokens: Tokens before those of the grid, such as a class token.
    """

    letters: str
    grid: Size
    extra_tokens: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether the tensor is one stack of maps, not split into groups."""
        return sorted(self.letters) in (sorted("NCHW"), sorted("NTC"))

    @property
    def has_tokens(self) -> bool:
        """Whether its places are tokens in reading order, not rows and columns."""
        return "T" in self.letters


@dataclass(frozen=True, slots=True)
class _Step:
    """From what a node reads to one of its results.

    Attributes:
        node: The node.
        after: Shape of the result.
        sources: Those of the tensors it reads that have places.
        known: Axes of all tensors that have places so far.
        shapes: Of all tensors.
    """

    node: Node
    after: tuple[int, ...]
    sources: tuple[str, ...]
    known: Mapping[str, Axes]
    shapes: Shapes

    @property
    def axes(self) -> Axes:
        """Of the first source."""
        return self.known[self.sources[0]]

    @property
    def before(self) -> tuple[int, ...]:
        """Shape of the first source."""
        return self.shapes[self.sources[0]]


def followed_axes(graph: Graph, shapes: Shapes) -> dict[str, Axes]:
    """Returns the axes of all tensors that are known to have places."""
    image = graph.inputs[0]
    shape = shapes.get(image.name, ())
    known: dict[str, Axes] = {}
    layout = layout_of(image) if len(shape) == 4 else None
    if layout is not None:
        grid = Size(*(shape[layout.index(letter)] for letter in "HW"))
        known[image.name] = Axes(layout, grid)
    for node in graph.nodes:
        for name in node.outputs:
            shape = shapes.get(name, ())
            axes = _followed(node, shape, known, shapes) if shape else None
            if axes is not None:
                known[name] = axes
    return known


def _followed(
    node: Node, after: tuple[int, ...], known: Mapping[str, Axes], shapes: Shapes
) -> Axes | None:
    """Returns the axes of one result of a node."""
    if node.plain_operator in MAP_MAKING and len(after) == 4:
        return Axes("NCHW", Size(*after[2:]))
    sources = tuple(name for name in node.inputs if name in known)
    if not sources:
        return None
    rule = _RULES.get(node.plain_operator, _in_order)
    return rule(_Step(node, after, sources, known, shapes))


def _transposed(step: _Step) -> Axes:
    order = step.node.attributes.get("perm") or range(len(step.before))[::-1]
    letters = "".join(step.axes.letters[axis] for axis in order)
    return replace(step.axes, letters=letters)


def _picked(step: _Step) -> Axes | None:
    """Returns the axes of one group of channels, as of the queries; else None."""
    if len(step.after) >= len(step.before):
        return _in_order(step)
    letters = list(step.axes.letters)
    is_group = letters.pop(step.node.attributes.get("axis", 0)) == "G"
    return replace(step.axes, letters="".join(letters)) if is_group else None


def _multiplied(step: _Step) -> Axes | None:
    """Returns the axes of a product of matrices; tokens by tokens have none."""
    if len(step.sources) > 1:
        left, right = (step.known[step.sources[n]].letters for n in (0, -1))
        is_turned = bool(step.node.attributes.get("transB", 0))
        is_same_end = left[-1] == right[-1]
        if step.node.plain_operator == "Einsum" or is_same_end == is_turned:
            return None
    return _in_order(step)


def _concatenated(step: _Step) -> Axes | None:
    """Returns the axes of tokens after others were put around them.

    Of tensors without a known shape, such as an expanded class token, at most those on
    one side may be missing: what the others leave over is theirs.
    """
    if not step.axes.has_tokens:
        return _in_order(step)
    along, names = step.axes.letters.index("T"), step.node.inputs
    place = names.index(step.sources[0])
    before, after = names[:place], names[place + 1 :]

    def length(names: Sequence[str]) -> int:
        return sum(step.shapes[name][along] for name in names)

    if step.after[along] == step.before[along]:
        return step.axes
    if step.shapes.keys() >= set(after):
        added = step.after[along] - length([step.sources[0], *after])
    elif step.shapes.keys() >= set(before):
        added = length(before)
    else:
        return None
    return replace(step.axes, extra_tokens=step.axes.extra_tokens + added)


def _in_order(step: _Step) -> Axes | None:
    """Returns the axes after a function that leaves them in their order.

    Of all that it reads, the first that fits tells them.
    """
    kept = (_kept(step.known[n], step.shapes[n], step.after) for n in step.sources)
    return next((axes for axes in kept if axes is not None), None)


def _kept(axes: Axes, before: tuple[int, ...], after: tuple[int, ...]) -> Axes | None:
    """Returns the axes of a result, if they are those of what it was made from."""
    if len(before) != len(after):
        return None
    if not axes.has_tokens:
        grid = Size(*(after[axes.letters.index(letter)] for letter in "HW"))
        return replace(axes, grid=grid)
    along = axes.letters.index("T")
    if after[along] == before[along]:
        return axes
    is_grid_only = after[along] == axes.grid.height * axes.grid.width
    return replace(axes, extra_tokens=0) if is_grid_only else None


def _reshaped(step: _Step) -> Axes | None:
    """Returns the axes after some were joined or split; None where they got mixed.

    Axes of length one may come, go and stand anywhere.
    """
    if step.before == step.after:
        return step.axes
    pairs = list(zip(step.axes.letters, step.before, strict=True))
    before = [(letter, length) for letter, length in pairs if length != 1]
    after = [length for length in step.after if length != 1]
    named = [_renamed(*group, step.axes) for group in _groups(before, after)]
    if not all(named):
        return None
    letters = _with_single(step.after, "".join(named), pairs)
    return replace(step.axes, letters=letters) if _are_maps(letters) else None


def _are_maps(letters: str) -> bool:
    """Whether channels and places are still told apart."""
    return {"C", "T"} <= set(letters) or {"C", "H", "W"} <= set(letters)


def _with_single(
    lengths: Sequence[int], long: str, before: Sequence[tuple[str, int]]
) -> str:
    """Returns a letter per axis: in order the long ones, and the single ones of before.

    Single ones that are new are groups.
    """
    others = iter(long)
    ones = (letter for letter, length in before if length == 1)
    return "".join(next(ones, "G") if n == 1 else next(others) for n in lengths)


_RULES: Mapping[str, Callable[[_Step], Axes | None]] = {
    **dict.fromkeys(MEASURING, lambda _: None),
    **dict.fromkeys(RESHAPES, _reshaped),
    **dict.fromkeys(PRODUCTS, _multiplied),
    "Concat": _concatenated,
    "Gather": _picked,
    "Transpose": _transposed,
}  # all others leave the axes in their order


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


def _renamed(letters: str, lengths: tuple[int, ...], axes: Axes) -> str:
    """Returns the letters of axes that were joined or split; "" if mixed."""
    if letters == "HW" and len(lengths) == 1:
        return "T"
    if letters == "T" and lengths == axes.grid and not axes.extra_tokens:
        return "HW"
    if letters.endswith("C") and not letters.strip("GC"):
        return "G" * (len(lengths) - 1) + "C"
    return letters if len(letters) == len(lengths) == 1 else ""
