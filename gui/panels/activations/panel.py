"""The activations tab: the channels of any layer, for one photo or two.

Lanes: one works the network out, one reads layers and draws their tiles, one looks
closely at a channel, one opens a second photo. The network has a page of its own.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.activations.channel import ChannelSection, numbers_of
from gui.panels.activations.controls import ControlsSection
from gui.panels.activations.lens import channel_overlays
from gui.panels.activations.network import Network, network_of
from gui.panels.activations.network_page import NetworkPage
from gui.panels.activations.pins import PinsSection
from gui.panels.activations.study import (
    ChannelDetail,
    Photo,
    Study,
    looked_at,
    opened_photo,
    opened_reader,
    studied,
)
from gui.panels.activations.tile_grid import TileGrid
from gui.panels.panel import STOPPED, Export, Panel, folder_name
from gui.session import Session
from gui.widgets.controls import Segments
from gui.widgets.dialogs import PHOTOS, ask_file
from gui.widgets.form import Elided, button, column, named, row, rule, text
from gui.widgets.pickers import LayerChoice
from gui.widgets.words import facts, number, plural
from inference.activations import LayerReader
from inference.export import (
    ActivationsResult,
    export_activations,
    export_table,
)
from inference.jobs import once
from inference.network.layers import FeatureLayer, short_name, short_names
from inference.pictures.style import Style

CHANNELS, NETWORK = 0, 1
__all__ = ["ActivationsPanel"]


class ActivationsPanel(Panel):
    """Shows what the layers of a network give."""

    title = "Activations"
    kind = "study"

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self._reader: LayerReader | None = None
        self._study: Study | None = None
        self._detail: ChannelDetail | None = None
        self._photo_b: Photo | None = None
        self._channel: int | None = None
        self._pinned: tuple[int, ...] = ()
        self._is_apart = False
        self._is_stale = True
        self.controls = ControlsSection()
        self.grid = TileGrid()
        self.channel = ChannelSection()
        self.pins = PinsSection()
        self.network = NetworkPage(lanes, self)
        self._lay_out()
        self._connect_lanes()
        self._connect_sections()
        self.reset()

    def _lay_out(self) -> None:
        tip = "The channels of one layer, or the network with all its layers."
        self.segments = Segments("View", tip, ("Channels", "Network"))
        self._strongest = button("Strongest channel")
        tip = "Goes to the channel that holds the layer's maximum."
        named(self._strongest, "Strongest channel", tip)
        self._counted = Elided(role="muted")
        self._range = text(role="muted")
        channels = column(
            self.controls,
            (self.grid, 1),
            row((self._counted, 1), self._range),
            rule(0),
            self.channel,
            self.pins,
            gap=10,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(channels)
        self._pages.addWidget(self.network.section)
        head = row(self.segments, ..., self._strongest)
        self.lay_out(head, (self._pages, 1), is_filling=True)

    def _connect_lanes(self) -> None:
        self._reading = self.lanes.create("Network")
        self._reading.succeeded.connect(self._show_reader)
        self._studying = self.lanes.create("Activations")
        self._studying.succeeded.connect(self._show_study)
        self._studying.failed.connect(self._on_refused)
        for lane in (self._reading, self._studying):
            lane.stopped.connect(self._on_stopped)
        self._looking = self.lanes.create("Channel", is_quiet=True)
        self._looking.succeeded.connect(self._show_detail)
        self._opening = self.lanes.create("Photo B")
        self._opening.succeeded.connect(self._show_photo_b)

    def _connect_sections(self) -> None:
        self.segments.picked.connect(self._turn)
        self._strongest.clicked.connect(self._go_strongest)
        self.controls.question_changed.connect(self._ask)
        self.controls.side_changed.connect(self.grid.set_side)
        self.controls.relu_clicked.connect(self._go_relu)
        self.grid.channel_picked.connect(self.look_at)
        self.grid.pin_toggled.connect(self._toggle_pin)
        self.grid.shown_changed.connect(lambda _: self._show_count())
        self.channel.stepped.connect(self._step)
        self.channel.pin_clicked.connect(self._pin_current)
        self.pins.pin_picked.connect(self.look_at)
        self.pins.pin_removed.connect(self._toggle_pin)
        self.pins.add_photo_clicked.connect(self._choose_photo_b)
        self.pins.remove_photo_clicked.connect(lambda: self._show_photo_b(None))
        self.pins.difference_toggled.connect(self._set_apart)
        self.network.section.layer_picked.connect(self.go_to)

    # ---- the subject

    def reset(self) -> None:
        """Keeps layer and channels where the model stays the same."""
        for lane in (self._reading, self._studying, self._looking, self.network):
            lane.discard()
        classifier = self.session.subject.classifier
        if self._reader is None or self._reader.classifier is not classifier:
            self._forget_model()
        self._study = self._detail = None
        self._is_stale = True
        is_ready = self.session.subject.prepared is not None
        self._pages.setEnabled(is_ready)
        self._strongest.setEnabled(False)
        if not is_ready:
            words = "Open a photo first." if classifier else "Open a model first."
            self.grid.set_sheet(None, str)
            self._counted.setText(words)
            self._range.setText("")
        if self.is_active:
            self._refresh()

    def _forget_model(self) -> None:
        self._reader, self._channel, self._pinned = None, None, ()
        self._opening.discard()
        self._photo_b, self._is_apart = None, False
        self.pins.show_pins(())
        self.pins.show_photo(None)
        self.grid.set_pinned(())

    def activated(self) -> None:
        super().activated()
        if self._is_stale:
            self._refresh()
        else:
            self._publish()

    def _refresh(self) -> None:
        """Asks for what is missing."""
        subject = self.session.subject
        if subject.classifier is None or subject.prepared is None:
            self.session.set_overlays()
            return
        self._is_stale = False
        if self._reader is None:
            reader = LayerReader(subject.classifier)
            self._reading.start(once(_opened, reader))
            return
        self._ask()
        self._ask_peaks()

    @Slot(object)
    def _show_reader(self, found: tuple[LayerReader, Network]) -> None:
        self._reader, network = found
        layers = self._reader.table.layers
        before = self.controls.layer
        short = short_names(layers)
        self.controls.set_layers(
            [LayerChoice(n, short[n], layer.shape_text) for n, layer in layers.items()]
        )
        self.network.show_network(network)
        classes = len(self._reader.classifier.labels)
        self.go_to(before if before in layers else usual_layer(layers, classes))
        self._ask_peaks()

    # ---- the layer

    def go_to(self, name: str | None) -> None:
        """Shows another layer."""
        if name is not None:
            self.controls.set_layer(name)
            self._ask()

    def _go_relu(self) -> None:
        self.go_to(None if self._study is None else self._study.relu)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Photo A, and B where there is one."""
        subject = self.session.subject
        if subject.image is None or subject.prepared is None:
            return ()
        known = None if self._study is None else self._study.photos[0]
        if known is None or known.prepared is not subject.prepared:
            known = Photo(subject.image, subject.prepared)
        return (known,) if self._photo_b is None else (known, self._photo_b)

    def _ask(self) -> None:
        question, photos = self.controls.question, self.photos
        if self._reader is None or question is None or not photos:
            return
        self._studying.start(once(studied, self._reader, photos, question, self._study))

    @Slot(object)
    def _show_study(self, study: Study) -> None:
        before, self._study = self._study, study
        self.controls.set_relu(study.relu)
        self.controls.set_limits(study.limits)
        self.network.set_layer(study.question.layer)
        self._strongest.setEnabled(True)
        self.grid.set_sheet(study.sheet, self._tip)
        total = len(study.sheet.channels)
        is_other = before is not None and before.question.layer != study.question.layer
        if is_other:
            self._pinned = tuple(c for c in self._pinned if c < total)
            self.pins.show_pins(self._pinned)
        if self._channel is None or self._channel >= total or is_other:
            self._channel = study.strongest
        self.grid.set_pinned(self._pinned)
        self.grid.set_current(self._channel)
        low, high = study.limits.low, study.limits.high
        self._range.setText(f"{number(low)} – {number(high)}")
        self._show_count()
        self._look()

    @Slot(object)
    def _on_refused(self, _error: Exception) -> None:
        """The sentence stands in the message bar; the photo is run as trained."""
        question = self.controls.question
        if question is not None and question.is_larger:
            self.controls.set_larger(is_larger=False)
            self._ask()

    @Slot()
    def _on_stopped(self) -> None:
        self._is_stale = True
        self._counted.setText(STOPPED)

    def _show_count(self) -> None:
        if self._study is None:
            return
        total = len(self._study.sheet.channels)
        shown = self.grid.shown
        is_vector = self._study.shown[0].is_vector
        hint = "" if is_vector else "hover for maximum and mean"
        self._counted.setText(
            facts(
                f"{shown} of {plural(total, 'channel', 'channels')} shown",
                "numbered from 0",
                self._study.raw[0].note or hint,
            )
        )

    def _tip(self, channel: int) -> str:
        if self._study is None or channel >= len(self._study.sheet.channels):
            return ""
        return facts(f"Channel {channel}", numbers_of(self._study, channel))

    # ---- the channel

    def look_at(self, channel: int) -> None:
        """Shows a channel in large and over the photo."""
        self._channel = channel
        self.grid.set_current(channel)
        self._look()

    def _go_strongest(self) -> None:
        if self._study is not None:
            self.look_at(self._study.strongest)

    def _step(self, by: int) -> None:
        if self._study is None or self._channel is None:
            return
        sheet = self._study.sheet
        place = sheet.places[self._channel] + by
        if 0 <= place < len(sheet.channels):
            self.look_at(int(sheet.channels[place]))

    def _look(self) -> None:
        if self._study is not None and self._channel is not None:
            work = partial(looked_at, self._study, self._channel, self._pinned)
            self._looking.start(once(work))

    @Slot(object)
    def _show_detail(self, detail: ChannelDetail) -> None:
        if self._study is None or detail.channel >= len(self._study.sheet.channels):
            return
        self._detail = detail
        is_pinned = detail.channel in self._pinned
        self.channel.show_detail(self._study, detail, is_pinned=is_pinned)
        self.pins.comparison.show_channels(detail.compared)
        self._publish()

    def _pin_current(self) -> None:
        if self._channel is not None:
            self._toggle_pin(self._channel)

    def _toggle_pin(self, channel: int) -> None:
        others = tuple(c for c in self._pinned if c != channel)
        is_new = channel not in self._pinned
        self._pinned = (*others, channel) if is_new else others
        self.pins.show_pins(self._pinned)
        self.grid.set_pinned(self._pinned)
        self._look()

    # ---- photo B

    def _choose_photo_b(self) -> None:
        image = self.session.subject.image
        folder = str(image.path.parent) if image is not None else ""
        path = ask_file(self, "Add photo B", PHOTOS, folder)
        if path is not None:
            self.add_photo(path)

    def add_photo(self, path: Path) -> None:
        """Shows a second photo beside the first."""
        if self._reader is not None:
            self._opening.start(once(opened_photo, self._reader, path))

    @Slot(object)
    def _show_photo_b(self, photo: Photo | None) -> None:
        self._photo_b, self._is_apart = photo, False
        self.pins.set_difference(is_on=False)
        self.pins.show_photo(None if photo is None else photo.image.name)
        self._ask()

    def _set_apart(self, is_on: bool) -> None:
        self._is_apart = is_on
        self._publish()

    # ---- what lies over the photo

    def _publish(self) -> None:
        study, detail = self._study, self._detail
        if not self.is_active:
            return
        if study is None or detail is None or not detail.heatmaps:
            self.session.set_overlays()
            return
        overlays = channel_overlays(study, detail, is_apart=self._is_apart)
        self.session.set_overlays(*overlays)

    # ---- the network

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._strongest.setVisible(place == CHANNELS)
        if self._study is not None:
            self.network.set_layer(self._study.question.layer)
        self._ask_peaks()

    def _ask_peaks(self) -> None:
        """Finds the peaks of all layers once the network is looked at."""
        prepared = self.session.subject.prepared
        is_shown = self._pages.currentIndex() == NETWORK
        if is_shown and self._reader is not None and prepared is not None:
            self.network.ask_peaks(self._reader, prepared)

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self._study is not None

    def export(self, _style: Style) -> Export | None:
        study, reader = self._study, self._reader
        if study is None or reader is None or self._channel is None:
            return None
        classifier = reader.classifier
        if self._pages.currentIndex() == NETWORK:
            name = folder_name(classifier.spec.name, "layers")
            return Export(name, partial(export_table, reader.table, classifier))
        result = ActivationsResult(
            classifier,
            tuple(photo.image for photo in study.photos),
            study.shown,
            self._pinned or (self._channel,),
            study.question.order,
            style=study.question.style,
            is_positive=study.question.is_positive,
        )
        photo, layer = study.photos[0].image, short_name(study.question.layer)
        name = folder_name(photo.path.stem, layer, self.title)
        return Export(name, partial(export_activations, result))


def usual_layer(layers: dict[str, FeatureLayer], classes: int) -> str | None:
    """Returns the last layer with places that is not about the classes themselves."""
    spatial = [n for n, layer in layers.items() if layer.is_spatial]
    inner = [n for n in spatial if layers[n].channels != classes]
    best = inner or spatial or list(layers)
    return best[-1] if best else None


def _opened(reader: LayerReader) -> tuple[LayerReader, Network]:
    return opened_reader(reader), network_of(reader)
