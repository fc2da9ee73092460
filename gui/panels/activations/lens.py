"""What one looks at the photo through: the channels of a layer.

A layer is read once (`Study`); a channel of it is looked at closely without another
forward pass, in a lane of its own. The values of two photos stand side by side, or as
their difference over the first.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from gui.answers import Answers, Arrays
from gui.jobs import Lanes
from gui.lens import Lens
from gui.opened import Subject
from gui.panels.activations.closer import Chosen, CloserLens
from gui.panels.activations.detail import ChannelDetail
from gui.panels.activations.opened import OpenedNetwork
from gui.panels.activations.peaks import PeaksLens
from gui.panels.activations.study import Photo, Question, Study, opened_photo, studied
from gui.session import Session
from gui.shown import Overlay, Shown
from gui.state import Phase, State
from gui.widgets.words import facts, number, to_translate, translate
from inference.export import ActivationsQuestion
from inference.image import LoadedImage
from inference.jobs import Job, once
from inference.pictures.heatmap import Heatmap


class ActivationsLens(Lens[Question, Question, Study]):
    """Reads a layer and looks at its channels.

    Attributes:
        network: What is read, once it is open.
        closer: The channel that is looked at: its second question.
        peaks: The strongest channel of every layer: its third.
        channel: Number of the channel that is looked at; None before there is a layer.
        pinned: Numbers of the channels that are watched, the newest last.
        photo_b: A photo beside the one that is looked at, or None.
        is_apart: Whether the difference of both photos lies over the first.
    """

    word, title = "activations", to_translate("Lens", "Activations")

    def __init__(self, session: Session, lanes: Lanes, answers: Answers) -> None:
        super().__init__(session, lanes, answers, Question())
        self.network = OpenedNetwork(session, lanes)
        self.closer = CloserLens(session, lanes, answers)
        self.peaks = PeaksLens(session, lanes, answers, self.network)
        self._layer = ""  # that `channel` and `pinned` are of
        self._next: tuple[str, int | None] = "", None  # wanted layer and channel
        self._wanted_photo: Path | None = None  # photo B, once the network is open
        self._forget_model()
        self._adding = lanes.create(self.tr("Photo B"))
        self._adding.succeeded.connect(self._set_photo_b)
        self.network.ready.connect(self.look)
        session.said_changed.connect(self.look)
        self.changed.connect(self._look_closer)
        self.closer.changed.connect(self.changed)

    # ---- asking

    def question(self, subject: Subject, index: int) -> Question | None:  # noqa: ARG002
        opened = self.network.opened
        if opened is None or subject.classifier is None:
            return None
        layer = self.layer
        return replace(self.wish, layer=layer, photo_b=self.photo_b) if layer else None

    def job(
        self,
        subject: Subject,
        question: Question,
        known: Study | None,  # noqa: ARG002
    ) -> Job[None, Study]:
        assert self.network.opened is not None
        assert subject.image is not None
        assert subject.prepared is not None
        first = Photo(subject.image, subject.prepared)
        photos = (first,) if question.photo_b is None else (first, question.photo_b)
        reader = self.network.opened.reader
        return once(studied, reader, photos, question, self.answer)

    def arrays_of(self, answer: Study) -> Arrays:
        return answer.arrays

    @Slot()
    def look(self, _: object = None) -> None:
        if self.network.look():
            self._forget_model()
        super().look()
        self._add_wanted_photo()
        self.peaks.look()
        if self.network.error is not None:
            self._set_state(State(Phase.FAILED, self.network.error))
        elif self.is_seen and self.session.subject.prepared is not None:
            self.network.need()

    def set_seen(self, *, is_seen: bool) -> None:
        self.closer.set_seen(is_seen=is_seen)
        super().set_seen(is_seen=is_seen)

    def _forget_model(self) -> None:
        self.channel: int | None = None
        self.pinned: tuple[int, ...] = ()
        self.photo_b: Photo | None = None
        self.is_apart = False

    # ---- the layer

    @property
    def layer(self) -> str | None:
        """What is looked at: the layer that was chosen here, else that of Grad-CAM."""
        opened, chosen = self.network.opened, self.session.said.studied
        is_there = opened is not None and chosen in opened.reader.table.layers
        return chosen if is_there else self._shared_layer

    @property
    def _shared_layer(self) -> str | None:
        opened, chosen = self.network.opened, self.session.said.layer
        if opened is None:
            return None
        return chosen if chosen in opened.reader.table.layers else opened.usual

    @property
    def relu(self) -> str | None:
        """The tensor behind the ReLU that follows it; None without one."""
        return None if self.answer is None else self.answer.relu

    def choose_layer(self, name: str) -> None:
        """Looks at a layer from now on; at Grad-CAM's, it follows that again."""
        self.session.say(studied="" if name == self._shared_layer else name)

    # ---- looking at channels

    def look_at(self, channel: int) -> None:
        """Shows a channel in large and over the photo."""
        self.channel = channel
        self.changed.emit()

    def look_at_strongest(self) -> None:
        """Goes to the channel that holds the layer's maximum."""
        if self.answer is not None:
            self.look_at(self.answer.strongest)

    def step(self, by: int) -> None:
        """Goes some channels on or back, in the order of the tiles."""
        if self.answer is None or self.channel is None:
            return
        sheet = self.answer.sheet
        place = sheet.places[self.channel] + by
        if 0 <= place < len(sheet.channels):
            self.look_at(int(sheet.channels[place]))

    def toggle_pin(self, channel: int) -> None:
        """Watches a channel, or does not any more."""
        others = tuple(c for c in self.pinned if c != channel)
        self.pinned = others if channel in self.pinned else (*others, channel)
        self.changed.emit()

    def choose(self, asked: ActivationsQuestion, others: Sequence[Path]) -> None:
        """Looks at what an export was asked: its layer, first channel and photo B."""
        self.wish = replace(
            self.wish,
            order=asked.order,
            style=asked.style,
            is_positive=asked.is_positive,
            is_larger=asked.is_larger,
        )
        self._next = asked.layer, next(iter(asked.channels), None)
        self._wanted_photo = next(iter(others), None)
        self.choose_layer(asked.layer)
        self.look()
        self._look_closer()

    @Slot()
    def _look_closer(self) -> None:
        if self.answer is not None:
            self._settle(self.answer)
        self.closer.set_wish(Chosen(self.answer, self.channel or 0, self.pinned))

    def _settle(self, study: Study) -> None:
        """Another layer begins at its strongest channel."""
        total, layer = len(study.sheet.channels), study.question.layer
        if layer != self._layer:
            self.pinned = tuple(c for c in self.pinned if c < total)
            self.channel = None
        if self._next[0] == layer:
            self.channel, self._next = self._next[1], ("", None)
        if self.channel is None or self.channel >= total:
            self.channel = study.strongest
        self._layer = layer

    # ---- photo B

    def add_photo(self, path: Path) -> None:
        """Looks at a second photo beside the first."""
        if self.network.opened is not None:
            reader = self.network.opened.reader
            is_srgb = self.session.is_srgb
            opens = partial(opened_photo, reader, path, is_srgb=is_srgb)
            self._adding.start(once(opens), about=reader)

    def _add_wanted_photo(self) -> None:
        path = self._wanted_photo
        if path is not None and self.network.opened is not None:
            self._wanted_photo = None
            self.add_photo(path)

    def remove_photo(self) -> None:
        """Looks at one photo alone again."""
        self._set_photo_b(None)

    def set_apart(self, *, is_apart: bool) -> None:
        """Lays the difference of both photos over the first, or each over its own."""
        self.is_apart = is_apart
        self.changed.emit()

    @Slot(object)
    def _set_photo_b(self, photo: Photo | None) -> None:
        opened = self.network.opened
        is_its = opened is not None and self._adding.about is opened.reader
        if photo is not None and not is_its:  # it was prepared for another model
            return
        self.photo_b, self.is_apart = photo, False
        self.look()

    # ---- what lies over the photo

    def shown(self, subject: Subject, answer: Study) -> Shown:  # noqa: ARG002
        detail = self.closer.answer
        if detail is None or subject.image is None:
            return Shown()
        return Shown(_overlays(subject.image, detail, is_apart=self.is_apart))


def _overlays(
    image: LoadedImage, detail: ChannelDetail, *, is_apart: bool
) -> tuple[Overlay, ...]:
    """Returns a channel over each photo, or A − B over the first one."""
    layer = detail.study.shown[0].layer.short
    words = translate("Activations", "channel {number}")
    made = facts(layer, words.format(number=detail.channel))
    if is_apart and detail.apart is not None:
        difference = detail.apart
        return (Overlay(difference, badge=_badge(difference), layer=layer, made=made),)
    photo_b = detail.study.question.photo_b
    if photo_b is None:
        return tuple(
            Overlay(each, badge=_badge(each), layer=layer, made=made)
            for each in detail.heatmaps
        )
    images = (image, photo_b.image)
    pair = (_beside(detail, n, images[n]) for n in range(len(detail.heatmaps)))
    return tuple(replace(each, layer=layer, made=made) for each in pair)


def _beside(detail: ChannelDetail, place: int, image: LoadedImage) -> Overlay:
    heatmap, stats = detail.heatmaps[place], detail.study.stats[place]
    channel = detail.channel
    largest = number(float(stats.maxima[channel]))
    mean = number(float(stats.means[channel]))
    return Overlay(
        heatmap,
        title=f"{'AB'[place]}  {image.name}",
        subtitle=facts(
            translate("Activations", "channel {number}").format(number=channel),
            translate("Activations", "max {value}").format(value=largest),
            translate("Activations", "mean {value}").format(value=mean),
        ),
        badge=_badge(heatmap),
        image=image,
    )


def _badge(heatmap: Heatmap) -> str:
    rows, columns = heatmap.values.shape
    words = translate("Activations", "{rows} × {columns}, enlarged")
    return words.format(rows=rows, columns=columns)
