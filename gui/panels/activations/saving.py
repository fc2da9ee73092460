"""What can be saved of the activations tab: its channels, or the network's table."""

from dataclasses import replace
from functools import partial

from gui.language import translated
from gui.panels.activations.lens import ActivationsLens
from gui.panels.panel import Export, folder_name
from inference.export import ActivationsResult, export_activations, export_table
from inference.pictures.style import Style


def saved_network(lens: ActivationsLens) -> Export | None:
    """Returns the table of the network; None before it is open."""
    opened = lens.network.opened
    if lens.answer is None or opened is None:
        return None
    classifier = opened.reader.classifier
    name = folder_name(classifier.spec.name, "layers")
    return Export(name, partial(export_table, opened.reader.table, classifier))


def saved_channels(lens: ActivationsLens, title: str, style: Style) -> Export | None:
    """Returns the channels of a layer; None before there are any."""
    subject, study, opened = lens.session.subject, lens.answer, lens.network.opened
    if study is None or opened is None or lens.channel is None:
        return None
    assert subject.image is not None
    question, images = study.question, [subject.image]
    if question.photo_b is not None:
        images.append(question.photo_b.image)
    result = ActivationsResult(
        opened.reader.classifier,
        tuple(images),
        study.shown,
        lens.pinned or (lens.channel,),
        question.order,
        style=replace(question.style, translate=translated),
        is_positive=question.is_positive,
        is_larger=question.is_larger,
    )
    photo, layer = subject.image.path.stem, study.shown[0].layer
    name = folder_name(photo, layer.short, title)
    return Export(name, partial(export_activations, result, style=style))
