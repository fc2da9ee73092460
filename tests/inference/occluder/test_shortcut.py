from itertools import combinations, pairwise

import numpy as np
import pytest

from inference.classifier import Wishes, open_classifier
from inference.geometry import Size
from inference.network.graph import read_graph
from inference.network.shapes import infer_shapes, input_shape
from inference.occluder import Masks
from inference.occluder.necks import find_necks
from inference.occluder.receptive import ReceptiveField
from inference.occluder.shortcut import Stretch, covered, cut
from tests.models import convolutions, node, save

SIZE = (37, 50)
FILL = np.float32([[[0.3]], [[-0.2]], [[0.5]]])


@pytest.fixture
def classifier(tmp_path):
    path = convolutions(tmp_path / "m.onnx", SIZE)
    return open_classifier(path, Wishes(preprocess="unit", resize="squash"), "cpu")


def parts_of(classifier, size=SIZE):
    graph = classifier.graph
    shapes = infer_shapes(graph, input_shape(graph, Size(*size)))
    return shapes, find_necks(graph, shapes)


def any_boxes(size, count=40, seed=0):
    """Boxes of all sizes, some of them in corners and along borders."""
    random = np.random.default_rng(seed)
    (height, width), sides = size, np.array(size)
    extents = np.minimum(random.geometric(0.08, (count, 2)), sides)
    corners = random.integers(0, sides - extents + 1)
    edges = [
        (0, 0, 3, 3), (height - 1, width - 1, 1, 1), (0, width - 5, height, 5),
        (height - 2, 0, 2, width), (0, 0, height, width), (5, 0, 1, 1),
    ]  # fmt: skip
    return np.concatenate([edges, np.concatenate([corners, extents], 1)])


def any_pixels(size, seed=0):
    """Discs, scattered pixels, a whole input and an empty one, (B, h, w)."""
    random, (rows, cols) = np.random.default_rng(seed), np.indices(size)
    middles = random.integers(0, size, (8, 2))
    discs = [(rows - r) ** 2 + (cols - c) ** 2 < 30 for r, c in middles]
    scattered = [random.random(size) < share for share in (0.002, 0.1, 0.9)]
    return np.array([*discs, *scattered, np.ones(size, bool), np.zeros(size, bool)])


def plain_logits(classifier, base, boxes, fill=FILL):
    batch = np.repeat(base[np.newaxis], len(boxes), 0)
    for values, (top, left, height, width) in zip(batch, boxes, strict=True):
        values[:, top : top + height, left : left + width] = fill
    return classifier.logits(batch)


def shortcut_through(classifier, shapes, necks):
    graph, forward = classifier.graph, classifier.single_threaded
    stretches = [Stretch(graph, shapes, *pair) for pair in pairwise(necks)]
    return cut(graph, shapes, forward, stretches, necks[-1])


# -- Necks -------------------------------------------------------------------------


def test_necks_are_what_everything_passes_through(classifier):
    _, necks = parts_of(classifier)
    assert "".join(neck.tensor for neck in necks) == "xabchilmn"
    strides = {neck.tensor: neck.stride for neck in necks}
    assert (strides["a"], strides["c"], strides["n"]) == ((2, 1), (4, 2), (8, 4))
    assert [neck.shape[0] for neck in necks] == [3, 8, 8, 8, 8, 8, 8, 8, 6]


@pytest.mark.parametrize(
    "nodes",
    [
        [node("Mul", "x rows", "a")],  # differs from row to row
        [node("Conv", "x w", "a", domain="com.example")],
        [node("Transpose", "x", "a", perm=[0, 1, 3, 2])],
        [node("Concat", "x x", "a", axis=2)],
        [node("MaxPool", "x", "b", kernel_shape=[1, 1], strides=[2, 2]),
         node("Resize", "b  scales", "a")],
        [node("LRN", "x", "a", size=3)],
    ],
)  # fmt: skip
def test_no_neck_is_found_behind_what_is_unknown(tmp_path, nodes):
    nodes = [*nodes, node("GlobalAveragePool", "a", "m"), node("Flatten", "m", "y")]
    weights = {
        "rows": np.ones((1, 1, 6, 1), np.float32),
        "w": np.ones((3, 3, 1, 1), np.float32),
        "scales": np.float32([1, 1, 2, 2]),
    }
    feeds = {"x": ("float32", ["N", 3, 6, 6])}
    save(tmp_path / "m.onnx", nodes, feeds, {"y": ("float32", ["N", 3])}, weights)

    graph = read_graph(tmp_path / "m.onnx")
    necks = find_necks(graph, infer_shapes(graph, (1, 3, 6, 6)))
    assert {neck.tensor for neck in necks} <= {"x", "b"}


def test_branches_that_move_on_by_different_steps_do_not_meet(tmp_path):
    """Both have one row and one column, but crops of the input would fit only one."""
    nodes = [
        node("MaxPool", "x", "a", kernel_shape=[4, 4]),
        node("MaxPool", "x", "b", kernel_shape=[2, 2], strides=[3, 3]),
        node("Add", "a b", "c"),
        node("Flatten", "c", "y"),
    ]
    feeds = {"x": ("float32", ["N", 3, 4, 4])}
    path = save(tmp_path / "m.onnx", nodes, feeds, {"y": ("float32", ["N", 3])})
    assert [neck.tensor for neck in parts_of(open_classifier(path), (4, 4))[1]] == ["x"]


# -- Receptive fields --------------------------------------------------------------


def test_a_three_by_three_kernel_reaches_one_row_further(tmp_path):
    weights = {"w": np.ones((1, 1, 3, 3), np.float32)}
    nodes = [node("Conv", "x w", "a", pads=[1] * 4), node("Flatten", "a", "y")]
    feeds = {"x": ("float32", ["N", 1, 9, 12])}
    answer = {"y": ("float32", ["N", 108])}
    path = save(tmp_path / "m.onnx", nodes, feeds, answer, weights)
    classifier = open_classifier(path)
    shapes, necks = parts_of(classifier, (9, 12))
    field = ReceptiveField(classifier.graph, shapes, *necks)
    spans = np.array([[[3, 5], [4, 6]], [[0, 1], [11, 12]]])
    changed = field.changed(spans)
    assert changed.tolist() == [[[2, 6], [3, 7]], [[0, 2], [10, 12]]]
    corners, size = field.crops(changed)
    assert (corners.tolist(), size.tolist()) == ([[1, 2], [0, 6]], [6, 6])


def test_nothing_outside_the_span_changes_and_no_crop_reaches_outside(classifier):
    shapes, necks = parts_of(classifier)
    base = np.random.default_rng(1).random((3, *SIZE), np.float32)
    boxes = any_boxes(SIZE)
    changes = covered(base, Masks(boxes), FILL)
    for target in necks[1:]:
        field = ReceptiveField(classifier.graph, shapes, necks[0], target)
        stretch = Stretch(classifier.graph, shapes, necks[0], target)
        spans = field.changed(changes.spans)
        corners, size = field.crops(spans)
        assert (corners >= 0).all()
        assert (corners + size <= SIZE).all()
        assert not (corners % field.stride).any()
        untouched = stretch.whole(base[np.newaxis])[0]
        for box, ((top, bottom), (left, right)) in zip(boxes, spans, strict=True):
            values = base.copy()
            values[:, box[0] : box[0] + box[2], box[1] : box[1] + box[3]] = FILL
            differs = (stretch.whole(values[np.newaxis])[0] != untouched).any(axis=0)
            differs[top:bottom, left:right] = False
            assert not differs.any()


# -- Shortcuts ---------------------------------------------------------------------


def test_a_shortcut_is_exact_wherever_it_is_cut(classifier):
    shapes, necks = parts_of(classifier)
    base = np.random.default_rng(1).random((3, *SIZE), np.float32)
    boxes = any_boxes(SIZE)
    plain = plain_logits(classifier, base, boxes)
    assert np.ptp(plain, axis=0).max() > 0.1  # covering matters
    for count in (1, 2, len(necks) - 1):
        for chosen in combinations(necks[1:], count):
            shortcut = shortcut_through(classifier, shapes, [necks[0], *chosen])
            known = shortcut.known(base)
            logits = classifier.read(
                shortcut.run(known, covered(base, Masks(boxes), FILL))
            )
            assert np.abs(logits - plain).max() < 1e-5 * np.ptp(plain)


def test_a_shortcut_is_exact_for_masks_of_any_form(classifier):
    shapes, necks = parts_of(classifier)
    base = np.random.default_rng(1).random((3, *SIZE), np.float32)
    pixels = any_pixels(SIZE)
    batch = np.where(pixels[:, np.newaxis], FILL, base)
    plain = classifier.logits(batch)
    for depth in (1, 3, len(necks) - 1):
        shortcut = shortcut_through(classifier, shapes, necks[: depth + 1])
        changes = covered(base, Masks.of_pixels(pixels), FILL)
        logits = classifier.read(shortcut.run(shortcut.known(base), changes))
        assert np.abs(logits - plain).max() < 1e-5 * np.ptp(plain)


def test_the_known_values_stay_as_they_are(classifier):
    shapes, necks = parts_of(classifier)
    base = np.random.default_rng(1).random((3, *SIZE), np.float32)
    shortcut = shortcut_through(classifier, shapes, necks[:4])
    known = shortcut.known(base)
    before = [values.copy() for values in known]
    shortcut.run(known, covered(base, Masks(any_boxes(SIZE)), FILL))
    for ours, theirs in zip(known, before, strict=True):
        assert (ours == theirs).all()


def test_a_file_that_takes_one_input_at_a_time_can_be_cut(tmp_path):
    path = convolutions(tmp_path / "m.onnx", SIZE, batch=1)
    classifier = open_classifier(path, Wishes(preprocess="unit", resize="squash"))
    shapes, necks = parts_of(classifier)
    base = np.random.default_rng(1).random((3, *SIZE), np.float32)
    shortcut = shortcut_through(classifier, shapes, necks[:4])
    boxes = any_boxes(SIZE, 5)
    raw = shortcut.run(shortcut.known(base), covered(base, Masks(boxes), FILL))
    logits = classifier.read(raw)
    assert logits == pytest.approx(plain_logits(classifier, base, boxes), abs=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("squeezenet1.1_torch_legacy_op11", (224, 224)),
        ("cifar10_winml_pytorch1.7", (32, 32)),
        ("vww_person_96_keras_tf2onnx_nchw", (96, 96)),
        ("mnist_cntk_op8", (28, 28)),
    ],
)
def test_trained_networks_can_be_cut_anywhere(shared, name, size):
    classifier = open_classifier(shared / f"data/models/{name}.onnx", provider="cpu")
    shapes, necks = parts_of(classifier, size)
    assert len(necks) > 5
    channels = necks[0].shape[0]
    pixels = np.random.default_rng(2).integers(0, 256, (*size, channels), np.uint8)
    base = classifier.tensor(pixels)
    fill = classifier.tensor(np.full((1, 1, channels), 128, np.float32))
    boxes = any_boxes(size, 10)
    plain = plain_logits(classifier, base, boxes, fill)
    for chosen in (necks, [necks[0], necks[-2]], necks[::3]):
        shortcut = shortcut_through(classifier, shapes, chosen)
        raw = shortcut.run(shortcut.known(base), covered(base, Masks(boxes), fill))
        logits = classifier.read(raw)
        assert np.abs(logits - plain).max() <= 1e-5 * np.ptp(plain)
