"""What of the occlusion lens can be saved: its map, its patches, or both."""

from functools import partial

from gui.opened import Subject
from gui.panels.occlusion.drawing import Reading
from gui.panels.occlusion.lens import Occlusion
from gui.panels.panel import Export, folder_name
from gui.session import Session
from gui.widgets.words import translate
from inference.export import (
    OcclusionResult,
    ProbeResult,
    export_occlusion,
    export_probe,
)
from inference.pictures.style import Style


def is_savable(lens: Occlusion) -> bool:
    """Whether there is a map, or patches whose scores are known."""
    return lens.reading is not None or lens.probing.answer is not None


def exported(session: Session, lens: Occlusion, style: Style) -> Export | None:
    """Returns the map with the patches over it, or the patches alone; None for none."""
    subject, reading = session.subject, lens.reading
    found = _probed(subject, lens, session.target)
    if reading is not None:
        return _map(subject, reading, found, style)
    if found is None:
        return None
    label = found.probe.reference.labels[found.target]
    words = translate("OcclusionSaving", "patch")
    name = folder_name(found.image.path.stem, label, words)
    return Export(name, partial(export_probe, found, style=style))


def _map(
    subject: Subject, reading: Reading, found: ProbeResult | None, style: Style
) -> Export:
    assert subject.classifier is not None
    assert subject.image is not None
    result = OcclusionResult(
        reading.sweep,
        reading.sweep.heatmap(reading.target),
        subject.classifier,
        subject.image,
        found,
        drawn=reading.drawn,
    )
    label = subject.classifier.labels[reading.target.class_index]
    name = folder_name(subject.image.path.stem, label, translate("Panel", "Occlusion"))
    return Export(name, partial(export_occlusion, result, style=style))


def _probed(
    subject: Subject, lens: Occlusion, target: int | None
) -> ProbeResult | None:
    found = lens.probing.answer
    if found is None or target is None:
        return None
    assert subject.classifier is not None
    assert subject.image is not None
    return ProbeResult(found, target, subject.classifier, subject.image)
