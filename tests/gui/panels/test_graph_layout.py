from gui.panels.activations.graph_layout import (
    Block,
    folded,
    gathered,
    joined,
    lay_out,
    opened,
)

FIRE = ["Conv", "Relu", "Conv", "Conv", "Concat"]
WIRES = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4)]


def chain(repeats):
    edges = []
    for n in range(repeats):
        start = 5 * n
        edges += [(a + start, b + start) for a, b in WIRES]
        edges += [(start - 1, start)] if n else []
    return FIRE * repeats, edges


def test_branches_stand_beside_each_other():
    placed = lay_out(5, WIRES)
    ranks = [rank for _, rank in placed.places]
    assert ranks == [0, 1, 2, 2, 3]
    left, right = placed.places[2][0], placed.places[3][0]
    assert abs(left - right) >= 1
    assert placed.places[0][0] == placed.places[4][0]


def test_a_long_edge_bends_around_what_it_passes():
    placed = lay_out(4, [(0, 1), (1, 2), (2, 3), (0, 3)])
    way = placed.ways[3]
    assert len(way) == 4
    for bend in way[1:-1]:
        assert all(
            abs(bend[0] - x) >= 1 for x, rank in placed.places if rank == bend[1]
        )


def test_repeating_blocks_are_folded():
    operators, edges = chain(4)
    operators, edges = [*operators, "Flatten"], [*edges, (19, 20)]
    blocks = folded(operators, edges)
    assert blocks == (Block(tuple(range(20)), 4), Block((20,)))
    assert joined(blocks, edges) == ((0, 1),)


def test_what_does_not_repeat_stays_single():
    blocks = folded(["Conv", "Relu", "Gemm"], [(0, 1), (1, 2)])
    assert [block.nodes for block in blocks] == [(0,), (1,), (2,)]
    assert lay_out(0, []).places == ()


def test_a_drawing_of_very_many_nodes_opens_step_by_step():
    singles = tuple(Block((node,)) for node in range(1000))
    blocks = gathered(singles, 60)
    assert len(blocks) <= 60
    assert [node for block in blocks for node in block.nodes] == list(range(1000))
    assert gathered(singles, 1000) == singles
    long = Block(tuple(range(5000)), 1000)  # 1,000 times 5 nodes
    parts = opened(long, 60)
    assert len(parts) <= 60
    assert [node for part in parts for node in part.nodes] == list(range(5000))
    assert all(len(part.nodes) == 5 * part.repeats for part in parts)
    while len(parts) < 2000 and any(len(part.nodes) > 1 for part in parts):
        parts = opened(max(parts, key=lambda part: len(part.nodes)), 60)
    assert parts == tuple(Block((part.nodes[0],)) for part in parts)  # down to each
