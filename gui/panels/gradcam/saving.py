"""Saves maps of the tab: of one method, with those of all layers where it has them."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from gui.errors import said
from gui.opened import Subject
from gui.panels.gradcam.maps import Maps
from gui.panels.panel import Export, folder_name
from inference.export import (
    ExplanationResult,
    GradCamResult,
    export_explanation,
    export_gradcam,
)
from inference.gradcam import GradCam, GradCamMap
from inference.methods import METHODS
from inference.pictures.explanation import Explanation
from inference.pictures.style import Style


def exported(
    subject: Subject,
    maps: Maps | None,
    engine: GradCam | None,
    style: Style,
    title: str,
) -> Export | None:
    """Returns what can be saved of an answer; None where nothing can.

    Args:
        subject: What is looked at.
        maps: The answer, if there is one.
        engine: The model's gradients, once they are there.
        style: How maps are drawn.
        title: Of the tab.
    """
    if maps is None or subject.image is None or subject.classifier is None:
        return None
    if style.enlarge == "bicubic":
        style = replace(style, enlarge="bilinear")  # as heatmap_full.npy
    first, second = maps.first, maps.second
    if isinstance(first, Explanation):
        own = _explanation(subject, first, style)
        beside = second if isinstance(second, Explanation) else None
        rest = None if beside is None else _explanation(subject, beside, style)
        return replace(own, beside=rest)
    if engine is None:
        return None
    if not isinstance(second, GradCamMap):
        return _weighed(subject, first, engine, style, title)
    other = second.explained.target
    own = _weighed(subject, first, engine, style, title, second=other)
    return replace(own, beside=_weighed(subject, second, engine, style, title))


def _weighed(
    subject: Subject,
    found: GradCamMap,
    engine: GradCam,
    style: Style,
    title: str,
    *,
    second: int | None = None,
) -> Export:
    """Returns a map with those of all layers, which are made when it is saved."""
    image = subject.image
    assert image is not None
    result = GradCamResult(found, engine.classifier, image, second=second)
    label = engine.classifier.labels[found.explained.target]
    name = folder_name(image.path.stem, label, title)
    return Export(name, partial(_with_ladder, engine, result, style=style))


def _with_ladder(
    engine: GradCam, result: GradCamResult, folder: Path, **how: Any
) -> list[Path]:
    prepared = engine.classifier.prepare(result.image)
    ladder = engine.ladder(prepared, result.map.spec)
    return export_gradcam(replace(result, ladder=ladder), folder, **how)


def _explanation(subject: Subject, found: Explanation, style: Style) -> Export:
    """Returns the map of another method."""
    image, classifier = subject.image, subject.classifier
    assert image is not None
    assert classifier is not None
    label = classifier.labels[found.target.class_index]
    name = folder_name(image.path.stem, label, said(METHODS[found.method].title))
    result = ExplanationResult(found, classifier, image)
    return Export(name, partial(export_explanation, result, style=style))
