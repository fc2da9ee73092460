"""The activations tab: the controls of its lens, its tiles, and the network."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent

from gui.jobs import Lanes
from gui.lenses import Lenses
from gui.panels.activations.channel import ChannelSection, counts_of, numbers_of
from gui.panels.activations.controls import ControlsSection
from gui.panels.activations.detail import ChannelDetail
from gui.panels.activations.large import Enlargeable
from gui.panels.activations.lens import ActivationsLens
from gui.panels.activations.network_page import NetworkPage
from gui.panels.activations.pins import PinsSection
from gui.panels.activations.saving import saved_channels, saved_network
from gui.panels.activations.study import Study
from gui.panels.activations.tab import TAB
from gui.panels.activations.tile_grid import TileGrid
from gui.panels.activations.tiles import SIDES
from gui.panels.panel import Export, Panel
from gui.session import Session
from gui.state import Phase
from gui.widgets.controls import Segments
from gui.widgets.dialogs import ask_file, photos
from gui.widgets.form import Elided, button, column, named, row, rule, text
from gui.widgets.pages import Pages
from gui.widgets.words import facts, number
from inference.export import ActivationsQuestion, Reopened
from inference.pictures.style import Style

CHANNELS, NETWORK = 0, 1


class ActivationsPanel(Panel):
    """Shows what the layers of a network give."""

    tab = TAB
    kind = "study"
    lens: ActivationsLens

    def __init__(self, session: Session, lanes: Lanes, lenses: Lenses) -> None:
        super().__init__(session, lanes, lenses)
        self.lens = lenses.of(ActivationsLens)
        self._study: Study | None = None
        self._detail: ChannelDetail | None = None
        self.controls = ControlsSection()
        self.grid = TileGrid()
        self._large_grid = Enlargeable(self.grid)
        self.channel = ChannelSection()
        self.pins = PinsSection()
        self.network = NetworkPage(lanes, self.lens.peaks, self)
        self._lay_out()
        self._connect_lens()
        self._connect_sections()
        self.reset()

    def _lay_out(self) -> None:
        tip = self.tr(
            "The channels of one layer, or the network with all its layers (default: "
            "channels)."
        )
        views = (self.tr("Channels"), self.tr("Network"))
        self.segments = Segments(self.tr("View"), tip, views)
        self._strongest = button(self.tr("Strongest channel"))
        tip = self.tr("Goes to the channel that holds the layer's maximum.")
        named(self._strongest, self.tr("Strongest channel"), tip)
        self._counted = Elided(role="muted")
        self._range = text(role="muted")
        tip = self.tr("The scale of the tiles; the photo has that of its legend.")
        named(self._range, self.tr("Scale of the tiles"), tip)
        channels = column(
            self.controls,
            (self._large_grid, 1),
            row((self._counted, 1), self._range),
            rule(0),
            self.channel,
            self.pins,
            gap=8,
        )
        self._pages = Pages()
        self._pages.addWidget(channels)
        self._pages.addWidget(self.network.section)
        self._large = button(self.tr("Large view"))
        self._large.setCheckable(True)
        tip = self.tr("Shows the channels, or the drawn network, in the left pane.")
        named(self._large, self.tr("Large view"), tip)
        head = row(self.segments, ..., self._large, self._strongest)
        self.lay_out(head, (self._pages, 1), is_filling=True)

    def _connect_lens(self) -> None:
        self.lens.changed.connect(self._show)
        self.lens.network.ready.connect(self._show_network)
        self.lens.network.stopped.connect(self._show_stopped)

    def _connect_sections(self) -> None:
        lens = self.lens
        self.segments.picked.connect(self._turn)
        self.controls.follow_look(self.session)
        self._strongest.clicked.connect(lens.look_at_strongest)
        self.session.said_changed.connect(self._show_layer)
        self.controls.question_changed.connect(self._ask)
        self.controls.side_changed.connect(self.grid.set_side)
        self.grid.side_fitted.connect(self.controls.set_side)
        self._large.toggled.connect(self._enlarge)
        for part in (self._large_grid, self.network.section.large):
            part.moved.connect(self.enlarged)
        self.controls.relu_clicked.connect(lambda: self.go_to(lens.relu))
        self.grid.channel_picked.connect(lens.look_at)
        self.grid.pin_toggled.connect(lens.toggle_pin)
        self.grid.shown_changed.connect(lambda _: self._show_count())
        self.channel.stepped.connect(lens.step)
        self.channel.pin_clicked.connect(self._pin_current)
        self.pins.pin_picked.connect(lens.look_at)
        self.pins.pin_removed.connect(lens.toggle_pin)
        self.pins.add_photo_clicked.connect(self._choose_photo_b)
        self.pins.remove_photo_clicked.connect(lens.remove_photo)
        self.pins.difference_toggled.connect(lambda on: lens.set_apart(is_apart=on))
        self.network.section.layer_picked.connect(self.go_to)

    # ---- the subject

    def reset(self) -> None:
        subject = self.session.subject
        is_ready = subject.prepared is not None
        self._pages.setEnabled(is_ready)
        if not is_ready:
            self.grid.set_sheet(None, str)
            missing = self.tr("Open a model first."), self.tr("Open a photo first.")
            self._counted.setText(missing[subject.classifier is not None])
            self._range.setText("")
        self._show_network()
        self._show()

    def activated(self) -> None:
        super().activated()
        self._see_peaks()
        self.lens.look()  # again, where it was stopped

    def deactivated(self) -> None:
        super().deactivated()
        self._large.setChecked(False)
        self._see_peaks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.channel.fit_into(self.window().height())

    @Slot()
    def _show_network(self) -> None:
        """Offers the layers of another network."""
        opened = self.lens.network.opened
        if opened is None or opened.network is self.network.network:
            return
        self.controls.set_layers(opened.choices)
        self.network.show_network(opened.network)
        self._show_layer()
        self._ask()

    @Slot()
    def _show_layer(self, _: object = None) -> None:
        if self.lens.layer is not None:
            self.controls.set_layer(self.lens.layer)

    # ---- asking

    def go_to(self, name: str | None) -> None:
        """Shows another layer."""
        if name is not None:
            self.controls.set_layer(name)
            self._ask()

    def restore(self, export: Reopened) -> None:
        if isinstance(export.question, ActivationsQuestion):
            self.controls.choose(export.question)
            self.lens.choose(export.question, [p.path for p in export.photos[1:]])

    @Slot()
    def _ask(self) -> None:
        question = self.controls.question
        if question is not None:
            self.lens.choose_layer(question.layer)
            self.lens.set_wish(question)

    def _pin_current(self) -> None:
        if self.lens.channel is not None:
            self.lens.toggle_pin(self.lens.channel)

    def _choose_photo_b(self) -> None:
        image = self.session.subject.image
        folder = str(image.path.parent) if image is not None else ""
        path = ask_file(self, self.tr("Add photo B"), photos(), folder)
        if path is not None:
            self.lens.add_photo(path)

    # ---- answers

    @Slot()
    def _show(self) -> None:
        """Shows what the lens says."""
        lens = self.lens
        if lens.state.phase is Phase.FAILED and lens.wish.is_larger:
            self._give_up_larger()
            return
        self._strongest.setEnabled(lens.answer is not None)
        self.grid.set_dimmed(is_dimmed=lens.answer is None)
        if lens.answer is not None and lens.answer is not self._study:
            self._show_study(lens.answer)
        self._show_detail(lens.closer.answer)
        self._show_chosen()
        is_open = lens.network.opened is not None and self.session.subject.prepared
        if lens.state.phase is Phase.COMPLETE:
            self._show_count()
        elif lens.is_seen and lens.state.phase is Phase.WAITING and is_open:
            self._show_stopped()

    def _give_up_larger(self) -> None:
        """The sentence stands in the message bar; the photo is run as trained."""
        self.controls.set_larger(is_larger=False)
        self._ask()

    def _show_study(self, study: Study) -> None:
        self._study = study
        self.controls.set_relu(study.relu)
        self.controls.set_limits(study.limits)
        self.network.set_layer(study.question.layer)
        self.grid.set_sheet(study.sheet, self._tip)
        self.grid.set_current(self.lens.channel)
        low, high = study.limits.low, study.limits.high
        words = self.tr("tiles: {low} – {high}")
        if study.question.style.scale == "channel":
            words = self.tr("tiles: each its own scale")
        self._range.setText(words.format(low=number(low), high=number(high)))

    def _show_detail(self, detail: ChannelDetail | None) -> None:
        if detail is not None and detail is not self._detail:
            self._detail = detail
            self.channel.show_detail(detail)
            self.pins.show_comparison(detail)

    def _show_chosen(self) -> None:
        """Shows which channels are looked at and watched, and of which photos."""
        lens = self.lens
        self.grid.set_pinned(lens.pinned)
        if lens.channel != self.grid.current:
            self.grid.set_current(lens.channel)
        self.pins.show_pins(lens.pinned)
        self.pins.show_photo(None if lens.photo_b is None else lens.photo_b.image.name)
        self.pins.set_difference(is_on=lens.is_apart)
        self.channel.show_pinned(is_pinned=lens.channel in lens.pinned)

    @Slot()
    def _show_stopped(self) -> None:
        self._counted.setText(self.stopped_words)

    def _show_count(self) -> None:
        if self._study is not None:
            self._counted.setText(counts_of(self._study, self.grid.shown))

    def _tip(self, channel: int) -> str:
        if self._study is None or channel >= len(self._study.sheet.channels):
            return ""
        words = self.tr("Channel {number}").format(number=channel)
        return facts(words, numbers_of(self._study, channel))

    # ---- the network

    @Slot(bool)
    def _enlarge(self, is_large: bool) -> None:
        """Lets the part of the page in front stand in the left pane, or come back."""
        is_grid = self._pages.currentIndex() == CHANNELS
        self._large_grid.set_large(is_large=is_large and is_grid)
        self.network.section.large.set_large(is_large=is_large and not is_grid)
        self.grid.set_largest(SIDES[2] if is_large and is_grid else SIDES[1])

    def _turn(self, place: int) -> None:
        self._large.setChecked(False)
        self._pages.setCurrentIndex(place)
        self._strongest.setVisible(place == CHANNELS)
        if self._study is not None:
            self.network.set_layer(self._study.question.layer)
        self._see_peaks()

    def _see_peaks(self) -> None:
        is_seen = self.is_active and self._pages.currentIndex() == NETWORK
        self.lens.peaks.set_seen(is_seen=is_seen)

    # ---- saving

    @property
    def is_exportable(self) -> bool:
        return self.lens.answer is not None

    def export(self, style: Style) -> Export | None:
        if self._pages.currentIndex() == NETWORK:
            return saved_network(self.lens)
        return saved_channels(self.lens, self.title, style)
