"""A new head: the last learnt layer of a classifier, made anew for other classes.

The file itself is changed, before anything is trained: the layer gets weights of its
own, and what stands behind it (a bias, a shape, numbers per class) is fitted to the
new number of classes. Twin, ONNX Runtime and the file that is written are all made from
that one graph, so they cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import onnx
from onnx import helper

from inference.classifier import Classifier, Trial, open_forward, try_out
from inference.errors import ModelError, Sentence, SpecError, plain
from inference.finetune.behind import cut_behind, fit_behind, learnt_behind
from inference.finetune.renewal import class_axis, forget_unused, renew, weight_place
from inference.finetune.source import irreplaceable, trainable_graph
from inference.network.extract import ancestors, live_nodes
from inference.network.graph import Graph, Node, Shapes
from inference.network.head import Head, find_head
from inference.network.names import tensor_named
from inference.network.operators import LEARNT
from inference.network.shapes import infer_shapes, input_shape


@dataclass(frozen=True, slots=True)
class HeadChoice:
    """A layer that can be replaced.

    Attributes:
        tensor: That it makes.
        operator: Its operator.
        features: Channels, or numbers, that each class is made from.
        classes: That it tells apart in the file.
    """

    tensor: str
    operator: str
    features: int
    classes: int

    @property
    def sentence(self) -> Sentence:
        """For people: "Conv 512 → 1000"."""
        return self.becoming(self.classes)

    def becoming(self, classes: int) -> Sentence:
        """What it is with another number of classes: "Conv 512 → 3"."""
        return Sentence(
            "{operator} {features} → {classes}",
            operator=self.operator,
            features=self.features,
            classes=classes,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Renewed:
    """A network with a new head, not trained yet.

    Attributes:
        graph: The network.
        choice: The layer that was replaced, as the file has it.
        fed: The tensor that the head is fed.
        weights: Names of the head's own, its bias included.
        trial: What trying it out told.
        shapes: Of all tensors that are known, for two inputs, or as many as the file
            fixes.
    """

    graph: Graph
    choice: HeadChoice
    fed: str
    weights: tuple[str, ...]
    trial: Trial
    shapes: Shapes


def heads(classifier: Classifier) -> tuple[HeadChoice, ...]:
    """Returns the layers that can be replaced, the one that is taken first.

    These are the learnt layers on the way to the classes that have weights of their
    own, from the last to the first.

    Raises:
        ModelError: The network is quantised, or nothing in it can be replaced.
    """
    graph = trainable_graph(classifier)
    first = _head(graph, classifier, None)
    nodes = [first.node, *(n for n in _layers(graph, classifier) if n != first.node)]
    found = (_choice(graph, classifier, node) for node in nodes)
    return tuple(choice for choice in found if choice is not None)


def renewed(
    classifier: Classifier, count: int, *, tensor: str | None = None, seed: int = 0
) -> Renewed:
    """Replaces the head of a classifier.

    Args:
        classifier: The network.
        count: Classes of the new head.
        tensor: What the layer to be replaced makes; None for the last one.
        seed: Of its weights.

    Raises:
        ModelError: It is quantised, or its head cannot be replaced.
        SpecError: There is no such tensor.
    """
    graph = trainable_graph(classifier)
    head = _head(graph, classifier, tensor)
    choice = _choice(graph, classifier, head.node)
    if choice is None:
        raise irreplaceable(graph, Sentence("its last layer has no weights of its own"))
    model = onnx.ModelProto()
    model.CopyFrom(graph.model)
    weights = renew(model.graph, graph, head.node, count, seed)
    is_last = not learnt_behind(graph, choice.tensor)
    if not (is_last and _decides(graph, classifier, choice.tensor)):
        shapes = infer_shapes(graph, _inputs(graph, classifier, 1))
        rank = len(shapes.get(choice.tensor, (0, 0)))
        is_behind = classifier.readout.tensor != graph.outputs[0].name
        cut_behind(model, graph, choice.tensor, rank, softmax=is_behind)
    else:
        weights += fit_behind(model, graph, choice.tensor, choice.classes, count)
    forget_unused(model.graph)
    _end_in_softmax(model.graph)
    renewed_graph = graph.made(model, f"head:{count}:{seed}")
    trial = _tried(renewed_graph, classifier, count)
    kept = {tensor.name for tensor in model.graph.initializer}
    names = tuple(name for name in weights if name in kept)
    shapes = infer_shapes(renewed_graph, _inputs(graph, classifier, 2))
    return Renewed(renewed_graph, choice, head.features, names, trial, shapes)


def _head(graph: Graph, classifier: Classifier, tensor: str | None) -> Head:
    """Returns the layer that makes a tensor, or the last one before the classes."""
    layers = _layers(graph, classifier)
    if tensor is None:
        return _last(graph, classifier, layers)
    makers = {name: node for node in layers for name in node.outputs}
    name = tensor if tensor in makers else tensor_named(tensor, makers)
    if name is None:
        raise SpecError(
            'The head cannot be "{tensor}": no learnt layer makes it. The usual one '
            'is "{usual}".',
            tensor=plain(tensor),
            usual=_last(graph, classifier, layers).node.outputs[0],
        )
    return _fed(graph, makers[name])


def _layers(graph: Graph, classifier: Classifier) -> list[Node]:
    """Returns the learnt layers that lead to the classes, the last one first."""
    leading = ancestors(graph, classifier.readout.tensor)
    return [
        node
        for node in reversed(list(live_nodes(graph)))
        if node.plain_operator in LEARNT and not leading.isdisjoint(node.outputs)
    ]


def _last(graph: Graph, classifier: Classifier, layers: Sequence[Node]) -> Head:
    """Returns the layer that is replaced if nobody says: the last one.

    Of several heads beside each other, all but the last of the file are cut off.
    """
    head = find_head(graph, classifier.readout.tensor)
    if head is not None:
        return head
    own = [node for node in layers if weight_place(graph, node) is not None]
    if not own:
        raise irreplaceable(graph, Sentence("no learnt layer leads to its classes"))
    return _fed(graph, own[0])


def _fed(graph: Graph, node: Node) -> Head:
    """Returns a layer with the tensor of the photo that it is fed."""
    live = {info.name for info in graph.inputs}
    live |= {name for made in live_nodes(graph) for name in made.outputs}
    return Head(node, next(name for name in node.inputs if name in live))


def _decides(graph: Graph, classifier: Classifier, tensor: str) -> bool:
    """Whether nothing of the photo reaches the classes but through a tensor."""
    fed = {info.name for info in graph.inputs}
    reached = ancestors(graph, classifier.readout.tensor, given=[tensor])
    return fed.isdisjoint(reached)


def _choice(graph: Graph, classifier: Classifier, node: Node) -> HeadChoice | None:
    """Describes a learnt layer; None where it has no weights of its own."""
    place = weight_place(graph, node)
    if place is None or node.attributes.get("group", 1) != 1:
        return None
    stored = graph.weights.get(node.inputs[place])
    shape = () if stored is None else tuple(stored.dims)
    if stored is None:
        shapes = infer_shapes(graph, _inputs(graph, classifier, 1))
        shape = shapes.get(node.inputs[place], ())
    axis = class_axis(node, place)
    if len(shape) < 2:
        return None
    features = shape[1] if axis == 0 else shape[-1 if axis == -2 else -2]
    return HeadChoice(node.outputs[0], node.plain_operator, features, shape[axis])


def _end_in_softmax(proto: onnx.GraphProto) -> None:
    """Makes a sigmoid at the end a softmax: the new classes exclude each other."""
    makers = {name: node for node in proto.node for name in node.output}
    last = makers.get(proto.output[0].name)
    if last is not None and last.op_type == "Sigmoid":
        last.op_type = "Softmax"
        last.attribute.append(helper.make_attribute("axis", 1))


def _tried(graph: Graph, classifier: Classifier, count: int) -> Trial:
    """Tries the network with its new head.

    Raises:
        ModelError: It does not give a score for each class.
    """
    try:
        forward = open_forward(graph, "cpu")
        trial = try_out(graph, forward, classifier.preprocessing.size)
    except ModelError as error:
        raise irreplaceable(graph, error.sentence) from error
    if trial.output_count != count:
        raise irreplaceable(
            graph,
            Sentence(
                "it then gives {found} scores, not {count}",
                found=trial.output_count,
                count=count,
            ),
        )
    return trial


def _inputs(graph: Graph, classifier: Classifier, count: int) -> tuple[int, ...]:
    """Returns the shape of so many inputs, or of as many as the file fixes."""
    one = input_shape(graph, classifier.preprocessing.size)
    return (classifier.spec.input.batch or count, *one[1:])
