"""The strongest channel of every layer, for the page *Network*."""

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.activations.opened import OpenedNetwork
from gui.session import Session
from gui.widgets.words import to_translate
from inference.activations import LayerPeak
from inference.jobs import Job, once

Peaks = tuple[LayerPeak, ...]


class PeaksLens(Lens[None, str, Peaks]):
    """Asks for the peaks of all layers while the page is in front."""

    word, title = "peaks", to_translate("Lens", "Strongest channels")

    def __init__(
        self, session: Session, lanes: Lanes, answers: Answers, network: OpenedNetwork
    ) -> None:
        super().__init__(session, lanes, answers, None)
        self._network = network

    def question(self, subject: Subject, index: int) -> str | None:  # noqa: ARG002
        return None if self._network.opened is None else self.word

    def job(
        self,
        subject: Subject,
        question: str,  # noqa: ARG002
        known: Peaks | None,  # noqa: ARG002
    ) -> Job[None, Peaks]:
        assert self._network.opened is not None
        assert subject.prepared is not None
        return once(self._network.opened.reader.peaks, subject.prepared)

    def arrays_of(self, answer: Peaks) -> Arrays:  # noqa: ARG002
        return ()
