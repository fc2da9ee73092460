"""What becomes of places where a node rearranges numbers, cuts or reduces them."""

import numpy as np

from inference.network.places import NOWHERE, Cells, Lengths, Places
from inference.network.step import Step, in_order


def transposed(step: Step) -> Places | None:
    """Returns the places after axes changed their order."""
    source = step.source()
    order = step.node.attributes.get("perm") or range(len(step.after))[::-1]
    return None if source is None else source.with_cells(source.cells.transpose(order))


def reshaped(step: Step) -> Places | None:
    """Returns the places after axes were joined and split."""
    source, before = step.source(), step.before()
    if source is None or 0 in before:
        return None
    return source.reshaped(before, step.after)


def sliced(step: Step) -> Places | None:
    """Returns the places of what a slice leaves."""
    source, before = step.source(), step.before()
    starts, ends = step.told("starts", 1), step.told("ends", 2)
    if source is None or starts is None or ends is None:
        return in_order(step)
    axes = step.told("axes", 3) or range(len(starts))
    steps = step.told("steps", 4) or [1] * len(starts)
    cells = source.cells
    for axis, start, end, stride in zip(axes, starts, ends, steps, strict=False):
        if cells.shape[axis] > 1:
            kept = np.arange(before[axis])[start:end:stride]
            cells = cells.take(kept, axis)
    return source.with_cells(cells)


def gathered(step: Step) -> Places | None:
    """Returns the places of what is picked along an axis."""
    source, before = step.source(), step.before()
    axis = step.node.attributes.get("axis", 0) % max(len(before), 1)
    if source is None:
        return None
    shape = step.after[axis : axis + len(step.after) - len(before) + 1]
    indices = step.numbers.get(step.node.inputs[1])
    if source.cells.shape[axis] == 1:
        indices = np.zeros(shape, np.int64)
    if indices is None:
        return None
    return source.with_cells(source.cells.take(indices.reshape(shape), axis))


def split(step: Step) -> Places | None:
    """Returns the places of one of several parts."""
    source, axis = step.source(), step.axis(0)
    if source is None or source.cells.shape[axis] == 1:
        return source
    others = step.node.outputs[: step.place]
    start = sum(step.shapes[name][axis] for name in others)
    kept = range(start, start + step.after[axis])
    return source.with_cells(source.cells.take(kept, axis))


def padded(step: Step) -> Places | None:
    """Returns the places after numbers were put around a tensor."""
    source, pads = step.source(), step.told("pads", 1)
    if source is None or pads is None:
        return in_order(step)
    axes = step.told("axes", 3) or range(len(step.after))
    cells, half = source.cells, len(pads) // 2
    mode = step.node.attributes.get("mode", "constant")
    for axis, before, after in zip(axes, pads[:half], pads[half:], strict=True):
        if cells.shape[axis] > 1 and min(before, after) >= 0:
            width = [(0, 0)] * cells.ndim
            width[axis] = (before, after)
            fill = {"constant_values": NOWHERE} if mode == "constant" else {}
            cells = np.pad(cells, width, mode, **fill)
    made = source.with_cells(cells)
    return made if made is not None and made.fits(step.after) else None


def concatenated(step: Step) -> Places | None:
    """Returns the places after tensors were put one behind the other.

    Channels put together keep their places, or are blocks of a coarser grid where they
    come from several. Others put beside tokens are no places.
    """
    axis, known = step.axis(1), [step.known[name] for name in step.sources]
    if not _have_one_grid(step):
        return in_order(step)
    if any(places.cells.shape[axis] > 1 for places in known):
        return known[0].with_cells(_in_a_row(step, axis))
    cells = np.broadcast_arrays(*(places.cells for places in known))
    stacked = known[0].with_cells(np.concatenate(cells, axis))
    return None if stacked is None else stacked.joined([axis])


def _have_one_grid(step: Step) -> bool:
    """Whether all that have places have them on the same grid."""
    known = {name: step.known[name] for name in step.sources}
    fit = all(places.fits(step.shapes[name]) for name, places in known.items())
    return fit and len({places.grid for places in known.values()}) == 1


def _in_a_row(step: Step, axis: int) -> Cells:
    """Returns the cells of several tensors, each in its full length along an axis."""
    firsts = [step.known[name].cells.take([0], axis) for name in step.sources]
    shape = np.broadcast_shapes(*(cells.shape for cells in firsts))
    pieces = [_piece(step, name, axis, shape) for name in _pieces(step)]
    return np.concatenate(pieces, axis)


def _pieces(step: Step) -> tuple[str, ...]:
    """Returns what is put together, without scales and zero points."""
    is_quantised = step.node.plain_operator == "QLinearConcat"
    return step.node.inputs[2::3] if is_quantised else step.node.inputs


def _piece(step: Step, name: str, axis: int, shape: Lengths) -> Cells:
    """Returns the cells of one tensor, in its full length along the axis."""
    full = (*shape[:axis], step.shapes[name][axis], *shape[axis + 1 :])
    if name not in step.known:
        return np.full(full, NOWHERE, np.int32)
    return np.broadcast_to(step.known[name].cells, full)


def reduced(step: Step) -> Places | None:
    """Returns the places after numbers along axes became one."""
    source, before = step.source(), step.before()
    axes = step.told("axes", 1) or list(range(len(before)))
    if source is None:
        return None
    axes = [axis % len(before) for axis in axes]
    joined = source.joined(axes)
    if joined is None or step.node.attributes.get("keepdims", 1):
        return joined
    return joined.with_cells(joined.cells.squeeze(tuple(axes)))
