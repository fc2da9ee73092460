"""Measures how far the map that is shown can be trusted, when that is asked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from gui.jobs import Lanes
from gui.opened import Subject
from gui.panels.gradcam.lens import GradCamLens, engine_of
from gui.panels.gradcam.maps import Maps, handing
from gui.panels.gradcam.trust import TrustSection
from gui.panels.gradcam.wish import Question
from gui.session import Session
from gui.state import Phase
from inference.bundled import DEMO_PHOTO
from inference.gradcam import GradCam, GradCamMap
from inference.image import open_image
from inference.jobs import Job
from inference.methods import explanation, of_cam
from inference.trust import (
    Trust,
    TrustSpec,
    passes_needed,
    trust,
)


class Measuring(QObject):
    """Runs the measuring and keeps the section of the tab up to date."""

    def __init__(
        self, session: Session, lanes: Lanes, lens: GradCamLens, section: TrustSection
    ) -> None:
        super().__init__(section)
        self._session, self._lens, self._section = session, lens, section
        self._lane = lanes.create(self.tr("Measuring the map"))
        self._lane.progressed.connect(self._show)
        self._lane.busy_changed.connect(self._show)
        self._lane.succeeded.connect(self._take)
        self._lane.failed.connect(section.show_failure)
        section.asked.connect(self._measure)
        section.stop_clicked.connect(self._lane.stop)

    def offer(self) -> None:
        """Offers to measure the map; what was found of another one is taken away."""
        answer, prepared = self._lens.answer, self._session.subject.prepared
        is_there = answer is not None and prepared is not None
        self._section.setVisible(is_there)
        if answer is not self._lane.about:
            self._section.clear()
        if answer is None or prepared is None:
            return
        passes = passes_needed(prepared, TrustSpec())
        is_asked = self._lens.state.phase is Phase.COMPLETE  # not left by a choice
        self._section.offer(passes, is_possible=answer.is_complete and is_asked)

    @Slot()
    def _measure(self) -> None:
        asked, answer, session = self._lens.asked, self._lens.answer, self._session
        if asked is None or answer is None:
            return
        walk, image = session.walk, session.subject.image
        photo = None if image is None else image.path
        other = walk.beyond(photo, 1, set()) or walk.beyond(photo, -1, set())
        job = _job(
            session.subject,
            answer,
            asked.question,
            engine=engine_of(session),
            other=other or DEMO_PHOTO,
        )
        self._section.clear()
        self._lane.start(job, about=answer)
        self._show()

    @Slot()
    def _show(self, _: object = None) -> None:
        self._section.show_work(self._lane.work)

    @Slot(object)
    def _take(self, found: Trust) -> None:
        if self._lane.about is self._lens.answer:
            self._section.show_trust(found)


def _job(
    subject: Subject,
    answer: Maps,
    question: Question,
    *,
    engine: GradCam | None,
    other: Path,
) -> Job[Trust | None, Trust]:
    """Measures the map of an answer; `other` is another photo."""
    classifier, prepared, found = subject.classifier, subject.prepared, answer.first
    assert classifier is not None
    assert prepared is not None
    again = partial(
        explanation,
        question.method,
        classifier,
        question=question.spec,
        engine=handing(engine),
    )
    return (
        yield from trust(
            classifier,
            prepared,
            of_cam(found) if isinstance(found, GradCamMap) else found,
            TrustSpec(),
            explaining=again,
            other=classifier.prepare(open_image(other)),
            question=question.spec,
            engine=handing(engine),
        )
    )
