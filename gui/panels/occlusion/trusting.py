"""How far the occlusion map can be trusted: what is measured, and what it costs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from gui.answers import Answers
from gui.jobs import Lanes
from gui.panels.occlusion.drawing import Reading
from gui.session import Session
from gui.trusting.cost import measuring_cost
from gui.trusting.lens import Mapped, TrustLens

if TYPE_CHECKING:  # the window starts without it
    from inference.classifier import PreparedInput, Target
    from inference.methods import OcclusionWish, Speeds
    from inference.occlusion import Sweep
    from inference.pictures.explanation import Explanation


class OcclusionTrust(TrustLens):
    """How far the map can be trusted that was read last."""

    word = "occlusion-trust"

    def __init__(
        self,
        session: Session,
        lanes: Lanes,
        answers: Answers,
        read: Callable[[], Reading | None],
    ) -> None:
        """Takes what tells a finished map as it is drawn."""
        super().__init__(session, lanes, answers)
        self._read = read

    @property
    def mapped(self) -> Mapped | None:
        reading = self._read()
        if reading is None:
            return None
        sweep, target = reading.sweep, reading.target
        return Mapped(
            question=(sweep.spec, target),
            method="occlusion",
            spec=partial(_wish, sweep, target),
            found=partial(_explanation, sweep, target),
            engine=_no_gradients,
        )


def cost_of(
    sweep: "Sweep", prepared: "PreparedInput", speeds: "Speeds | None"
) -> tuple[int, str]:
    """Returns the passes of measuring a map, and how long all of it takes."""
    own = None if speeds is None else sweep.grid.count * speeds.place
    return measuring_cost(prepared, speeds, own)


def _wish(sweep: "Sweep", target: "Target") -> "OcclusionWish":
    from inference.methods import OcclusionWish

    spec = sweep.spec
    return OcclusionWish(target, spec.mask_size, spec.stride, spec.baseline, spec.clip)


def _explanation(sweep: "Sweep", target: "Target") -> "Explanation":
    from inference.methods import of_sweep

    return of_sweep(sweep, target)


def _no_gradients() -> NoReturn:
    raise AssertionError  # occlusion takes none
