"""Where a network's attention lies: the softmax that says which token looks where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from inference.attention.opening import named_softmax
from inference.errors import SpecError
from inference.geometry import Size
from inference.network.extract import live_nodes
from inference.network.graph import Graph, Node, Shapes
from inference.network.layers import feature_layers

# Between the softmax and its product. Some exporters replace what is no number.
_PASSING = {
    *("Cast", "Dropout", "Identity", "Where"),
    *("QuantizeLinear", "DequantizeLinear"),
}
_WITHIN = {"Attention", "MultiHeadAttention", "GroupQueryAttention"}  # of any domain


Lack = Literal["none", "windows", "hidden"]


class AttentionError(SpecError):
    """A network has no attention that can be followed.

    Attributes:
        lack: Whether it has none, or it stays within windows or between channels, or
            it is hidden inside an operator.
    """

    lack: ClassVar[Lack] = "none"


class WindowedAttentionError(AttentionError):
    """Attention does not reach over the whole photo."""

    lack = "windows"


class HiddenAttentionError(AttentionError):
    """Attention cannot be read out of the file."""

    lack = "hidden"


@dataclass(frozen=True, slots=True)
class AttentionTensors:
    """The attention of all blocks that look at the whole photo.

    Attributes:
        names: Of the tensors (1, heads, T, T), input to output.
        grid: Rows and columns of the tokens with places.
        extra_tokens: Tokens before those, such as a class token.
    """

    names: tuple[str, ...]
    grid: Size
    extra_tokens: int


def attention_tensors(graph: Graph, shapes: Shapes) -> AttentionTensors:
    """Finds the attention of a network.

    Args:
        graph: The network.
        shapes: Of all tensors, for one photo.

    Raises:
        AttentionError: It has none, or none that reaches from photo to classes.
    """
    softmaxes = (_softmax(graph, node) for node in live_nodes(graph))
    square = {name: shapes.get(name, ()) for name in softmaxes if name}
    if not square:
        raise _no_attention(graph)
    for grid, extra in _tokens(graph, shapes):
        count = extra + grid.height * grid.width
        names = [name for name, shape in square.items() if _is_of(shape, count)]
        if names:
            return AttentionTensors(tuple(names), grid, extra)
    raise WindowedAttentionError(
        "Attention stays within windows or between channels here, so it cannot be "
        "followed from the photo to the classes. Use Grad-CAM.",
    )


def _tokens(graph: Graph, shapes: Shapes) -> Iterator[tuple[Size, int]]:
    """Yields the grid of each layer of tokens, and how many stand before it."""
    for layer in feature_layers(graph, shapes).values():
        axes = layer.axes
        if axes is not None and axes.has_tokens:
            yield axes.grid, axes.extra_tokens


def _softmax(graph: Graph, node: Node) -> str:
    """Returns the tensor of a node that says which token looks where; "" for none."""
    return node.outputs[0] if _is_attention(graph, node) else named_softmax(node)


def _is_attention(graph: Graph, node: Node) -> bool:
    """Whether a node is a softmax that a product with the tokens' values follows."""
    if node.plain_operator != "Softmax":
        return False
    users = _users(graph, node)
    while len(users) == 1 and users[0].plain_operator in _PASSING:
        users = _users(graph, users[0])
    return any(user.plain_operator in ("MatMul", "Einsum") for user in users)


def _users(graph: Graph, node: Node) -> list[Node]:
    """Returns the nodes that read what one makes, but for tests of it."""
    users = graph.users.get(node.outputs[0], [])
    return [user for user in users if user.plain_operator != "IsNaN"]


def _is_of(shape: tuple[int, ...], count: int) -> bool:
    """Whether a shape is (1, heads, T, T), or (heads, T, T), of so many tokens."""
    is_whole = len(shape) == 3 or (len(shape) == 4 and shape[0] == 1)
    return is_whole and shape[-2:] == (count, count)


def _no_attention(graph: Graph) -> AttentionError:
    inner = {node.plain_operator for node in graph.nodes} & _WITHIN
    if not inner:
        return AttentionError("This network has no attention.")
    return HiddenAttentionError(
        "This file keeps its attention inside the operator {operator}, with a mask, a "
        "past or another form that is not laid open here. Export it with an opset "
        "below 23 and without ONNX Runtime's transformer optimiser.",
        operator=min(inner),
    )
