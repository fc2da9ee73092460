"""What the network is fed: its tensor as a pane, and beside the photo."""

from dataclasses import replace

from gui.errors import said
from gui.opened import Subject
from gui.photo.pane import Pane
from gui.widgets.words import brief, facts, grouped, translate


def input_pane(subject: Subject) -> Pane | None:
    """The tensor that the network is fed, each number of it a pixel; None without."""
    prepared, fed, classifier = subject.prepared, subject.fed, subject.classifier
    if prepared is None or fed is None or classifier is None:
        return None
    size = translate("Drawing", "{height} × {width} px").format(
        height=prepared.size.height, width=prepared.size.width
    )
    is_grey = len(fed.channels) == 1
    grey, colour = translate("Drawing", "grey"), translate("Drawing", "colour")
    return Pane(
        fed.pixels,
        prepared.seen,
        title=translate("Drawing", "What the network sees"),
        subtitle=facts(size, grey if is_grey else colour),
        to_photo=prepared.to_photo,
    )


def photo_and_input(subject: Subject) -> list[Pane]:
    """The photo with what is cut out of it, and beside it what the network is fed."""
    pane, image = input_pane(subject), subject.image
    if image is None:
        return []
    size = translate("Drawing", "{width} × {height} px · dashed: what is cut out")
    size = size.format(
        width=grouped(image.size.width), height=grouped(image.size.height)
    )
    seen = None if subject.prepared is None else subject.prepared.seen
    photo = Pane(image.pixels, seen, title=image.name, subtitle=size)
    if pane is None:
        return [photo]
    title = translate("Drawing", "As the network sees it")
    return [photo, replace(pane, title=title, subtitle=_fed_words(subject))]


def range_words(subject: Subject) -> str:
    """The least and largest number of each channel: "Red 0.11 to 1.00 · …"."""
    fed = subject.fed
    if fed is None:
        return ""
    words = translate("Drawing", "{channel} {low} to {high}")
    same = translate("Drawing", "{channel} {low}")
    names = {
        "R": translate("Drawing", "Red"),
        "G": translate("Drawing", "Green"),
        "B": translate("Drawing", "Blue"),
        "A": translate("Drawing", "Alpha"),
        "grey": translate("Drawing", "Grey"),
    }
    return facts(
        *(
            (words if high > low else same).format(
                channel=names[channel],
                low=brief(low, high - low or 1),
                high=brief(high, high - low),
            )
            for channel, (low, high) in zip(fed.channels, fed.ranges, strict=True)
        )
    )


def seen_words(subject: Subject) -> str:
    """What the dashed box is."""
    if subject.prepared is None:
        return ""
    seen, size = subject.prepared.seen, subject.prepared.size
    return translate(
        "Canvas",
        "Dashed: the part the network sees, {rows} × {cols} px, "
        "scaled to {height} × {width}",
    ).format(
        rows=round(seen.height),
        cols=round(seen.width),
        height=size.height,
        width=size.width,
    )


def _fed_words(subject: Subject) -> str:
    """Size, range and way: "224 × 224 · 0.00 to 1.00 · unit, crop"."""
    classifier, fed = subject.classifier, subject.fed
    assert classifier is not None
    assert fed is not None
    height, width = classifier.preprocessing.size
    low = min(low for low, _ in fed.ranges)
    high = max(high for _, high in fed.ranges)
    span = translate("Drawing", "{low} to {high}").format(
        low=brief(low, high - low), high=brief(high, high - low)
    )
    from inference.doctor import way_of  # the window starts without it

    return facts(f"{height} × {width}", span, said(way_of(classifier).words))
