"""One channel of a layer, closely looked at."""

from dataclasses import dataclass

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.activations.detail import ChannelDetail, looked_at
from gui.panels.activations.study import Question, Study
from gui.session import Session
from gui.widgets.words import to_translate
from inference.jobs import Job, once


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is looked at closely.

    Attributes:
        study: Of which layer; None before there is one.
        channel: Its number.
        watched: Numbers of the channels that two photos are compared by.
    """

    study: Study | None = None
    channel: int = 0
    watched: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CloserQuestion:
    """What is asked of a layer's channels.

    Attributes:
        of: What was asked of the layer.
        channel: As in `Chosen`.
        watched: As in `Chosen`.
    """

    of: Question
    channel: int
    watched: tuple[int, ...]


class CloserLens(Lens[Chosen, CloserQuestion, ChannelDetail]):
    """Draws a channel from values that are known: no forward pass."""

    word, title = "channel", to_translate("Lens", "Channel")
    is_quiet = True

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Chosen())

    def question(
        self,
        subject: Subject,  # noqa: ARG002
        index: int,  # noqa: ARG002
    ) -> CloserQuestion | None:
        wish = self.wish
        if wish.study is None:
            return None
        return CloserQuestion(wish.study.question, wish.channel, wish.watched)

    def job(
        self,
        subject: Subject,  # noqa: ARG002
        question: CloserQuestion,
        known: ChannelDetail | None,  # noqa: ARG002
    ) -> Job[None, ChannelDetail]:
        assert self.wish.study is not None
        return once(looked_at, self.wish.study, question.channel, question.watched)

    def arrays_of(self, answer: ChannelDetail) -> Arrays:
        """Those of its study too, which may be let go before it."""
        maps = [each.values for each in answer.heatmaps]
        tiles = [tile for each in answer.compared for tile in each.tiles]
        return *answer.study.arrays, *maps, *tiles
