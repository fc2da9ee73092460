import pytest

from inference.network.graph import Node
from inference.network.operators import Sliding, sliding


def convolution(**attributes):
    return Node("c", "Conv", ("x", "w"), ("y",), attributes)


def shapes_for(rows_made, cols_made):
    return {"x": (1, 3, 7, 8), "w": (6, 3, 3, 3), "y": (1, 6, rows_made, cols_made)}


@pytest.mark.parametrize(
    ("attributes", "made", "expected"),
    [
        ({}, (5, 6), Sliding(reach=(2, 2))),
        ({"kernel_shape": (5, 1)}, (3, 8), Sliding(reach=(4, 0))),
        ({"dilations": (3, 1)}, (1, 6), Sliding(reach=(6, 2))),
        (
            {"pads": (1, 2, 0, 1), "strides": (2, 1)},
            (3, 9),
            Sliding((2, 1), (2, 2), (1, 2), (0, 1)),
        ),
        (
            {"auto_pad": "SAME_UPPER", "strides": (1, 2)},
            (7, 4),  # 9 rows and columns are covered, of 7 and 8
            Sliding((1, 2), (2, 2), (1, 0), (1, 1)),
        ),
        (
            {"auto_pad": "SAME_LOWER", "strides": (1, 2)},
            (7, 4),
            Sliding((1, 2), (2, 2), (1, 1), (1, 0)),
        ),
        ({"auto_pad": "VALID"}, (5, 6), Sliding(reach=(2, 2))),
    ],
)
def test_a_kernel_slides_as_its_attributes_say(attributes, made, expected):
    assert sliding(convolution(**attributes), shapes_for(*made)) == expected


def test_what_slides_no_kernel_stays_where_it_is():
    assert sliding(Node("r", "Relu", ("x",), ("y",)), {}) == Sliding()
    assert sliding(Node("c", "my.own.Conv", ("x",), ("y",)), {}) == Sliding()


def test_padding_is_told_as_onnx_writes_it():
    how = Sliding(before=(1, 2), after=(3, 4))
    assert how.pads == (1, 2, 3, 4)
