"""The end of a classifier that runs in torch, and what it starts from.

What lies below a layer needs no gradient: ONNX Runtime computes it, operators that the
twin lacks included. Only the tail needs a twin.
"""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from inference.classifier import Classifier
from inference.errors import ModelError, UnsupportedOperatorError, cause_of
from inference.gradcam.passes import cut_at, device_of, starts
from inference.network.extract import live_nodes
from inference.network.layers import FeatureLayer
from inference.network.passes import went_on_on_cpu
from inference.network.sessions import ProviderChoice
from inference.network.tensors import Arrays, TensorReader

if TYPE_CHECKING:
    from inference.twin.module import Twin

Work = TypeVar("Work", bound=Callable[..., Any])


def off_card(work: Work) -> Work:
    """Has work done once more on the CPU where a graphics card fails it.

    Its first argument is whoever has the twin in its `tail`.
    """

    @wraps(work)
    def done(owner: Any, *args: Any, **how: Any) -> Any:
        try:
            return work(owner, *args, **how)
        except (RuntimeError, ModelError) as error:
            if not owner.tail.leaves_card(error):
                raise
        return work(owner, *args, **how)

    return cast("Work", done)


class Tail:
    """The twin of a classifier, and a reader of what it starts from.

    Attributes:
        twin: The network; operators may be missing.
        missing: These operators.

    Raises:
        ModelError: The twin cannot be built.
    """

    def __init__(self, classifier: Classifier, twin: "Twin | None" = None) -> None:
        """Takes a twin in place of the one that the file gives."""
        self._classifier, self._given = classifier, twin
        graph = classifier.graph
        self.twin = self._made(classifier.provider)
        self.missing = self.twin.missing
        self._known = {*graph.producers, *(tensor.name for tensor in graph.inputs)}
        # Idle threads of ONNX Runtime would slow torch, which computes next.
        self._reader = TensorReader(graph, classifier.device, spins=False)

    def _made(self, provider: ProviderChoice) -> "Twin":
        """Makes the twin where networks are to run."""
        from inference.twin.device import import_torch, torch_device

        import_torch()
        if self._given is not None:
            return self._given.to(torch_device(provider))
        from inference.twin.module import load_twin

        twin = load_twin(self._classifier.graph, widen=True, partial=True)
        return twin.requires_grad_(requires_grad=False).to(torch_device(provider))

    def with_twin(self, twin: "Twin") -> "Tail":
        """Returns the same with a twin of other weights."""
        return Tail(self._classifier, twin)

    def of_form(self, form: Classifier) -> "Tail":
        """Returns that of another form of the network, with the weights of this one."""
        made = Tail(form)
        if self._given is not None:
            made.twin.share_weights(self._given)
        return made

    def leaves_card(self, error: BaseException) -> bool:
        """Makes the twin anew on the CPU where a graphics card failed it."""
        from inference.twin.device import is_of_card

        error = cause_of(error)  # an operator's failure is told as ours
        if device_of(self.twin).type == "cpu" or not is_of_card(error):
            return False
        self.twin = self._made("cpu")
        went_on_on_cpu(error)
        return True

    @property
    def starts(self) -> tuple[str, ...]:
        """What the logits are compared from; none where that is the photo."""
        logits = self._classifier.readout.tensor
        return tuple(starts(self.twin, logits, self._known)[0]) if self.missing else ()

    def explained(self, wanted: str) -> set[str]:
        """Returns the tensors from which all ways to a tensor lead through the twin."""
        return starts(self.twin, wanted, self._known)[1]

    def require(self, name: str, wanted: str) -> None:
        """Refuses a tensor from which no gradient can be had.

        Raises:
            UnsupportedOperatorError: Operators that the twin lacks stand in between.
        """
        if self.missing and name in self.beyond(wanted):
            file = self._classifier.graph.path.name
            raise UnsupportedOperatorError(file, self.missing)

    def beyond(self, wanted: str) -> set[str]:
        """Returns the tensors with a missing operator between them and another."""
        return {name for call in self.twin.calls for name in call.outputs} - (
            self.explained(wanted)
        )

    def given(self, pixels: NDArray[np.uint8], wanted: str) -> Arrays:
        """Returns what the whole twin starts from to make a tensor."""
        names, _ = starts(self.twin, wanted, self._known)
        return self._reader.read(names, self._classifier.batch(pixels))

    def below(self, layer: str, pixels: NDArray[np.uint8], wanted: str) -> Arrays:
        """Returns a layer, first, and whatever else leads from it to a tensor.

        Raises:
            SpecError: Nothing leads from one to the other.
        """
        names = cut_at(self.twin, layer, wanted, self._known)
        return self._reader.read(names, self._classifier.batch(pixels))

    def is_neck(self, layer: FeatureLayer) -> bool:
        """Whether all that the photo says of the classes passes through a layer."""
        logits = self._classifier.readout.tensor
        beside = cut_at(self.twin, layer.name, logits, self._known)[1:]
        return self._photographed.isdisjoint(beside)

    @cached_property
    def _photographed(self) -> set[str]:
        """The tensors that the photo changes."""
        graph = self._classifier.graph
        made = (name for node in live_nodes(graph) for name in node.outputs)
        return {graph.inputs[0].name, *made}
