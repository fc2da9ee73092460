"""How long maps and their measuring take, as far as the model's speed is known."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.panels.gradcam.lacking import Lacking
from gui.panels.gradcam.lens import GradCamLens, engine_of
from gui.panels.gradcam.maps import needs_gradients
from gui.session import Session
from gui.speed import Speed
from gui.trusting.cost import measuring_cost
from gui.widgets.words import SHORT, about, counted, facts, seconds, translate
from inference.classifier import Target
from inference.geometry import Size
from inference.gradcam import ScoreCamSpec, rung_layers
from inference.methods import FEWER, METHODS, cost
from inference.trust import PATIENCE, order_passes


class Costs(QObject):
    """Says how long things take with the model that is looked at.

    Signals:
        changed: more is known, or less.
    """

    changed = Signal()

    def __init__(
        self, session: Session, lens: GradCamLens, speed: Speed, lacking: Lacking
    ) -> None:
        super().__init__(session)
        self._session, self._lens = session, lens
        self._speed, self._lacking = speed, lacking
        speed.measured.connect(self.changed)
        lacking.found.connect(self.changed)

    def measure(self) -> None:
        """Has the speed measured, unless it is known."""
        self._speed.measure(engine_of(self._session))

    @property
    def asked(self) -> str:
        """How long the map takes that the controls ask for: "about 58 s"."""
        subject, index = self._session.subject, self._session.target
        if subject.prepared is None or index is None:
            return ""
        found = self._seconds(self._lens.wish.asked(subject, index))
        return "" if found is None else about(found)

    @property
    def usual(self) -> dict[str, str]:
        """How long each method takes as it comes, by name: "at once", "58 s"."""
        found = {name: self._seconds(_usual(name)) for name in METHODS}
        return {
            name: _briefly(each) for name, each in found.items() if each is not None
        }

    @property
    def measuring(self) -> tuple[int, str]:
        """The passes of measuring the map, and how long all of it takes."""
        mapped, prepared = self._lens.trust.mapped, self._session.subject.prepared
        if mapped is None or prepared is None:
            return 0, ""
        return measuring_cost(
            prepared,
            self._speed.speeds,
            self._seconds(mapped.spec()),
            takes_gradients=needs_gradients(mapped.method),
        )

    @property
    def of_ladder(self) -> str:
        """What it costs to order the ladder by trust."""
        engine = engine_of(self._session)
        if engine is None:
            return ""
        return self._of_order(len(rung_layers(engine.classifier.graph, engine.layers)))

    @property
    def of_methods(self) -> str:
        """What it costs to order the methods by trust."""
        able = [name for name in METHODS if name not in self._lacking.reasons]
        maps = (self._seconds(_usual(name, FEWER.get(name, {}))) or 0 for name in able)
        tried = sum(each for each in maps if each <= PATIENCE)
        return self._of_order(len(able), tried)

    def _of_order(self, maps: int, seconds: float = 0.0) -> str:
        """Writes the passes that maps are measured by, and the time with theirs."""
        passes, speeds = order_passes(maps), self._speed.speeds
        words = counted("{n} passes", "{n} pass", passes)
        if speeds is None:
            return words
        return facts(words, about(passes * speeds.one_pass + seconds))

    def _seconds(self, question: Any) -> float | None:
        """Returns how long a map takes; None while that is not known."""
        speeds, prepared = self._speed.speeds, self._session.subject.prepared
        if speeds is None or prepared is None:
            return None
        channels = self._channels(question)
        if isinstance(question, ScoreCamSpec) and not channels:
            return None
        return cost(question, Size(*prepared.size), channels).seconds(speeds)

    def _channels(self, question: Any) -> int:
        """Returns how many channels there are in the layer that Score-CAM takes."""
        engine = engine_of(self._session)
        layer = getattr(question, "layer", None)
        if engine is None or layer is None:
            return self._lacking.channels
        named = (each.channels for each in engine.layers if each.name == layer)
        return next(named, self._lacking.channels)


def _usual(method: str, options: Mapping[str, Any] | None = None) -> Any:
    known = METHODS[method]
    return known.question(Target(quantity=known.quantity), options or {})


def _briefly(duration: float) -> str:
    at_once = translate("MethodChoice", "at once")
    return at_once if duration < SHORT else seconds(duration)
