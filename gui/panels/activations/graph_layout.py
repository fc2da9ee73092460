"""Lays a network out: nodes in ranks, branches beside each other, repeats folded.

The steps are those of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual
understanding of hierarchical system structures" (1981): rank by the longest way, bend
long edges around what lies between, order each rank by its neighbours' middles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[int, int]  # from an earlier to a later node

_SWEEPS = 6
_LONGEST_PERIOD = 30
_FEWEST_FOLDED = 4  # nodes


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything lies, in units of one box.

    Attributes:
        places: (column, rank) of each node.
        ways: The bends of each edge, from its first to its last node.
    """

    places: tuple[tuple[float, int], ...]
    ways: tuple[tuple[tuple[float, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes that are drawn as one box.

    Attributes:
        nodes: All of them; one alone is drawn as itself.
        repeats: How often the same pattern follows itself.
    """

    nodes: tuple[int, ...]
    repeats: int = 1


def lay_out(count: int, edges: Sequence[Edge]) -> Placed:
    """Places `count` nodes, numbered so that every edge goes to a larger number."""
    ranks = [0] * count
    for first, last in sorted(edges, key=lambda edge: edge[1]):
        ranks[last] = max(ranks[last], ranks[first] + 1)
    chains, near, total = [], list[Edge](), count
    for first, last in edges:
        gap = range(ranks[first] + 1, ranks[last])
        chain = [first, *range(total, total + len(gap)), last]
        ranks.extend(gap)
        total += len(gap)
        chains.append(chain)
        near.extend(pairwise(chain))
    rows: list[list[int]] = [[] for _ in range(max(ranks, default=-1) + 1)]
    for node in range(total):
        rows[ranks[node]].append(node)
    columns = _columns(rows, near)
    return Placed(
        tuple((columns[node], ranks[node]) for node in range(count)),
        tuple(tuple((columns[n], ranks[n]) for n in chain) for chain in chains),
    )


def folded(operators: Sequence[str], edges: Sequence[Edge]) -> tuple[Block, ...]:
    """Finds patterns that follow themselves; the other nodes stay single.

    A pattern starts and ends where the network is one path wide.
    """
    pieces = _pieces(len(operators), edges)
    fed_by = defaultdict(list)
    for first, last in edges:
        fed_by[last].append(first)
    signs = [_sign(piece, operators, fed_by) for piece in pieces]
    blocks: list[Block] = []
    place = 0
    while place < len(pieces):
        period, repeats = _longest_repeat(signs, pieces, place)
        run = pieces[place : place + period * repeats]
        nodes = tuple(node for piece in run for node in piece)
        if repeats > 1:
            blocks.append(Block(nodes, repeats))
        else:
            blocks.extend(Block((node,)) for node in nodes)
        place += period * repeats
    return tuple(blocks)


def gathered(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """Puts neighbours into one box where there are more than `most`."""
    size = -(-len(blocks) // most)
    groups = (blocks[n : n + size] for n in range(0, len(blocks), size or 1))
    return tuple(
        group[0] if len(group) == 1 else Block(sum((b.nodes for b in group), ()))
        for group in groups
    )


def opened(block: Block, most: int) -> tuple[Block, ...]:
    """Returns the nodes of a block one by one; of more than `most`, shorter blocks."""
    if len(block.nodes) <= most:
        return tuple(Block((node,)) for node in block.nodes)
    period = len(block.nodes) // block.repeats
    parts = [block.nodes[n : n + period] for n in range(0, len(block.nodes), period)]
    if len(parts) == 1:
        return gathered([Block((node,)) for node in block.nodes], most)
    size = -(-len(parts) // most)
    groups = (parts[n : n + size] for n in range(0, len(parts), size))
    return tuple(Block(sum(group, ()), len(group)) for group in groups)


def joined(blocks: Sequence[Block], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Returns the edges between blocks, by their places."""
    owner = {node: place for place, block in enumerate(blocks) for node in block.nodes}
    pairs = ((owner[first], owner[last]) for first, last in edges)
    return tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


def _columns(rows: list[list[int]], edges: Sequence[Edge]) -> dict[int, float]:
    up, down = defaultdict(list), defaultdict(list)
    for first, last in edges:
        down[first].append(last)
        up[last].append(first)
    columns = {n: i - (len(row) - 1) / 2 for row in rows for i, n in enumerate(row)}
    for sweep in range(_SWEEPS):
        is_down = sweep % 2 == 0
        near = up if is_down else down
        for row in rows if is_down else reversed(rows):
            wanted = {
                n: _middle([columns[m] for m in near[n]], columns[n]) for n in row
            }
            row.sort(key=wanted.__getitem__)
            columns |= _spread(row, wanted)
    return columns


def _spread(row: Sequence[int], wanted: dict[int, float]) -> dict[int, float]:
    """Puts nodes near their wanted columns, at least one apart."""
    right = list[float]()
    for node in row:
        right.append(max(wanted[node], right[-1] + 1) if right else wanted[node])
    left = list[float]()
    for node in reversed(row):
        left.append(min(wanted[node], left[-1] - 1) if left else wanted[node])
    pairs = zip(row, right, reversed(left), strict=True)
    return {node: (high + low) / 2 for node, high, low in pairs}


def _middle(values: Sequence[float], usual: float) -> float:
    return sum(values) / len(values) if values else usual


def _pieces(count: int, edges: Sequence[Edge]) -> list[tuple[int, ...]]:
    """Cuts the nodes behind each that every path goes through."""
    over = [0] * (count + 1)
    for first, last in edges:
        over[first + 1] += 1
        over[last] -= 1
    pieces, start, open_edges = [], 0, 0
    for node in range(count):
        open_edges += over[node]
        if open_edges == 0:  # no edge jumps over it
            pieces.append(tuple(range(start, node + 1)))
            start = node + 1
    if start < count:
        pieces.append(tuple(range(start, count)))
    return pieces


def _sign(
    piece: tuple[int, ...], operators: Sequence[str], fed_by: Mapping[int, list[int]]
) -> tuple[object, ...]:
    """What makes two pieces alike: their operators and how they are wired."""
    first = piece[0]
    wires = sorted((a - first, b - first) for b in piece for a in fed_by.get(b, ()))
    fed = {last for _, last in wires}
    wires += [(-1, n - first) for n in piece if n - first not in fed]  # by the photo
    return (tuple(operators[node] for node in piece), tuple(wires))


def _longest_repeat(
    signs: Sequence[object], pieces: Sequence[tuple[int, ...]], place: int
) -> tuple[int, int]:
    """Returns period and number of repeats that fold the most nodes from here."""
    best, saved = (1, 1), 0
    for period in range(1, min(_LONGEST_PERIOD, (len(signs) - place) // 2) + 1):
        pattern = signs[place : place + period]
        repeats = 1
        while pattern == signs[place + repeats * period :][:period]:
            repeats += 1
        size = sum(len(piece) for piece in pieces[place : place + period])
        gain = size * (repeats - 1)
        if repeats > 1 and size * repeats >= _FEWEST_FOLDED and gain > saved:
            best, saved = (period, repeats), gain
    return best
