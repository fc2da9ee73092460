"""The places of products of matrices, attention among them."""

from dataclasses import replace

from inference.network.operators import SECOND_FACTOR_INPUT
from inference.network.places import Cells, Places
from inference.network.step import Step, aligned


def multiplied(step: Step) -> Places | None:
    """Returns the places of a product of matrices: of its rows, else of its columns.

    Tokens by tokens belong to two places each, until they are multiplied by tokens.
    """
    second = SECOND_FACTOR_INPUT.get(step.node.plain_operator, 1)
    left, right = _factor(step, 0, "transA"), _factor(step, second, "transB")
    columns = None if right is None else right.joined([right.cells.ndim - 2])
    if left is None:
        is_square = right is not None and right.fits(step.after)
        return (columns or (right if is_square else None)) if right else None
    rows = left.joined([left.cells.ndim - 1])
    if rows is None:
        return None
    is_across = columns is not None and columns.cells.shape[-1] > 1
    is_paired = is_across if right is not None else left.is_paired
    return aligned(replace(rows, is_paired=is_paired), step.after)


def _factor(step: Step, index: int, turned: str) -> Places | None:
    """Returns the places of a factor, as it is multiplied."""
    places = step.source(index)
    if places is None or places.cells.ndim < 2:
        return None
    if not step.node.attributes.get(turned):
        return places
    return places.with_cells(places.cells.swapaxes(-1, -2))


def summed(step: Step) -> Places | None:
    """Returns the places after a sum in Einstein's notation, told by one that lasts."""
    equation = step.node.attributes.get("equation", "").replace(" ", "")
    sources, _, result = equation.partition("->")
    terms = zip(sources.split(","), step.node.inputs, strict=False)
    known = [(term, step.known[name]) for term, name in terms if name in step.known]
    lasting = [pair for pair in known if _placed(*pair) <= set(result)]
    if "." in equation or not lasting:
        return None
    term, places = lasting[0]
    is_crossed = any(_placed(*pair) != _placed(term, places) for pair in lasting)
    is_left = places.is_paired and len(known) == 1
    cells = _ordered(places.cells, term, result)
    return replace(places, cells=cells, is_paired=is_crossed or is_left)


def _ordered(cells: Cells, letters: str, result: str) -> Cells:
    """Returns cells with the axes of the result; those that went have length 1."""
    kept = [letters.index(letter) for letter in result if letter in letters]
    gone = [n for n in range(len(letters)) if n not in kept]
    along = dict(zip(letters, cells.shape, strict=True))
    shape = [along.get(letter, 1) for letter in result]
    return cells.transpose([*kept, *gone]).reshape(shape)


def _placed(letters: str, places: Places) -> set[str]:
    """Returns the axes along which the place changes."""
    along = zip(letters, places.cells.shape, strict=False)
    return {letter for letter, length in along if length > 1}
