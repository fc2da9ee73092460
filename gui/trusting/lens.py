"""How far a map can be trusted: a question of its own about the map that is shown.

It is never seen on the photo itself: its answer stands below the controls and is the
badge of the map. What was measured of another map stays until this one is measured.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from gui.answers import Answers, Arrays, Asked
from gui.errors import said
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.session import Session
from gui.shown import Overlay
from gui.widgets.words import to_translate, translate
from inference.bundled import DEMO_PHOTO
from inference.image import open_image

if TYPE_CHECKING:  # the window starts without it
    from pathlib import Path

    from gui.theme import Tone
    from inference.gradcam import GradCam
    from inference.jobs import Job
    from inference.pictures.explanation import Explanation
    from inference.trust import Trust


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """A finished map, and how it is made again.

    Attributes:
        question: What tells it from the other maps of the photo.
        method: Its name, as in `METHODS`.
        spec: Returns what that was asked, with its class settled.
        found: Returns it as any method answers.
        engine: Returns the network's gradients, where the method takes some.
    """

    question: Hashable
    method: str
    spec: Callable[[], Any]
    found: "Callable[[], Explanation]"
    engine: "Callable[[], GradCam]"


class TrustLens(Lens[None, Hashable, Any]):
    """Measures the map of a tab when that is asked.

    Signals:
        answered: what is known of the map that is shown is another answer.
    """

    answered = Signal()
    title = to_translate("Lens", "Measuring the map")

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, None)
        self._told: Trust | None = None
        self._followed: object = None  # photo and question of the map that is shown

    @property
    def mapped(self) -> Mapped | None:
        """The map that can be measured now; None while there is none, or it grows."""
        raise NotImplementedError

    def question(self, subject: Subject, index: int) -> Hashable | None:  # noqa: ARG002
        mapped = self.mapped
        return None if mapped is None else mapped.question

    def is_eager(self, question: Hashable) -> bool:  # noqa: ARG002
        return False

    def is_complete(self, answer: "Trust") -> bool:
        return answer.is_whole

    def job(
        self,
        subject: Subject,
        question: Hashable,  # noqa: ARG002 - that of what is mapped
        known: "Trust | None",  # noqa: ARG002
    ) -> "Job[Trust | None, Trust]":
        mapped = self.mapped
        assert mapped is not None
        return _measured(subject, mapped, self._other_photo)

    def arrays_of(self, answer: "Trust") -> Arrays:
        return () if answer.randomised is None else answer.randomised.maps

    @property
    def is_offered(self) -> bool:
        """Whether there is a map that can be measured now."""
        return self.mapped is not None

    @property
    def is_of_another(self) -> bool:
        """Whether what is shown was measured of another map."""
        return self.answer is not None and self.known is None

    @property
    def _other_photo(self) -> "Path":
        """Whose map is a rival: the next of the folder, else one that comes with us."""
        walk, image = self.session.walk, self.session.subject.image
        photo = None if image is None else image.path
        other = walk.beyond(photo, 1, set()) or walk.beyond(photo, -1, set())
        return other or DEMO_PHOTO

    def follow(self) -> None:
        """Takes up another map, if the one that is shown is another one."""
        mapped, key = self.mapped, self.session.subject.key
        followed = key, None if mapped is None else mapped.question
        if followed != self._followed:
            self._followed = followed
            self.look()

    def look(self) -> None:
        super().look()
        self._tell()

    def _take(self, asked: Asked, answer: "Trust") -> None:
        super()._take(asked, answer)
        self._tell()

    def _tell(self) -> None:
        known = self.known
        if known is not self._told:
            self._told = known
            self.answered.emit()


def with_badge(overlay: Overlay, found: "Trust") -> Overlay:
    """Returns a map that says how many rivals it beats: never that it is good.

    From 20 of 21 rivals the badge is green, from 11 grey, else amber. A map that warns
    of itself goes on doing so: one that says nothing beats rivals by chance.
    """
    if overlay.tone == "warn":
        return overlay
    tone: Tone = "plain" if found.beats_most else "warn"
    words = translate("TrustLens", "The best of the rivals: {name}.")
    return replace(
        overlay,
        badge=said(found.badge),
        tone="good" if found.is_trusted else tone,
        badge_tip=words.format(name=said(found.best_rival[0])),
    )


def _measured(
    subject: Subject, mapped: Mapped, other: "Path"
) -> "Job[Trust | None, Trust]":
    """Measures a map; `other` is another photo."""
    from inference.methods import explanation
    from inference.trust import TrustSpec, trust

    classifier, prepared, asked = subject.classifier, subject.prepared, mapped.spec()
    assert classifier is not None
    assert prepared is not None
    again = partial(
        explanation,
        mapped.method,
        classifier,
        question=asked,
        engine=mapped.engine,
    )
    return (
        yield from trust(
            classifier,
            prepared,
            mapped.found(),
            TrustSpec(),
            explaining=again,
            other=classifier.prepare(open_image(other)),
            question=asked,
            engine=mapped.engine,
        )
    )
