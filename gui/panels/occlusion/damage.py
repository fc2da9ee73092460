"""The card of the most damaging places, and of where the prediction flips."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from gui.errors import said
from gui.panels.occlusion.drawing import Reading, fall_of, number_of
from gui.panels.occlusion.place_list import PlaceList, PlaceRow
from gui.theme import Tone
from gui.widgets.form import Elided, Group, button, card, named, row, stack, text
from gui.widgets.words import (
    counted,
    facts,
    grouped,
    on_input,
    on_photo,
    percent,
    translate,
)
from inference.occlusion import ClassMap, SensitivePlace, Sweep

_GLYPHS: dict[Tone, str] = {"bad": "▼", "good": "▲", "plain": "="}


class DamageCard(Group):
    """Lists where covering hurts most; one of the places is chosen.

    Attributes:
        chosen: The place that is chosen, from 0.

    Signals:
        marked: another place was chosen, or *Show on the photo* was switched.
        put_clicked: *Put the patch there*: the chosen place.
        draw_clicked: *Draw classes*.
    """

    marked = Signal()
    put_clicked = Signal(int)
    draw_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen = 0
        self._build_places()
        self._build_flips()
        head = row(self._title, ..., self._is_shown)
        self._foot = row(self._put, (self._flips, 1), self._draw, gap=12)
        self._body = card(
            head, self._list, self._none, self._foot, self._flips_words, gap=6, right=10
        )
        self._wait = text(
            self.tr("The most damaging places follow when the map has ended."),
            "muted",
            wraps=True,
        )
        stack(self, self._wait, self._body)

    def _build_places(self) -> None:
        self._title = text(role="strong")
        self._is_shown = QCheckBox(self.tr("Show on the photo"))
        tip = self.tr(
            "Covers the chosen place on the photo as the network saw it and outlines "
            "the others (default: on)."
        )
        named(self._is_shown, self.tr("Show on the photo"), tip)
        self._is_shown.setChecked(True)
        self._is_shown.toggled.connect(lambda _: self.marked.emit())
        tip = self.tr(
            "The largest drops whose masks do not overlap; click or use the arrow keys "
            "to choose one."
        )
        self._list = PlaceList(self.tr("Most damaging places"), tip)
        self._list.place_picked.connect(self._on_picked)
        self._none = text(self.tr("No covered place lowers the score."), "muted")
        self._put = button(self.tr("Put the patch there"))
        tip = self.tr("Lays a patch exactly where the mask of the chosen place lay.")
        named(self._put, self.tr("Put the patch there"), tip)
        self._put.clicked.connect(lambda: self.put_clicked.emit(self.chosen))

    def _build_flips(self) -> None:
        self._flips = Elided(role="muted")
        self._flips.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._flips_words = text(wraps=True)
        self._flips_words.setTextFormat(Qt.TextFormat.RichText)
        self._draw = button(self.tr("Draw classes"), "link")
        tip = self.tr("Draws the class that is predicted while each place is covered.")
        named(self._draw, self.tr("Draw classes"), tip)
        self._draw.clicked.connect(self.draw_clicked)

    @property
    def marking(self) -> int | None:
        """The place that is shown on the photo, with the others; None: none is."""
        return self.chosen if self._is_shown.isChecked() else None

    def choose(self, place: int) -> None:
        """Makes another place the chosen one, without a signal."""
        self.chosen = place

    def show_reading(self, reading: Reading, *, is_growing: bool) -> None:
        """Says what stands out in a map; while it grows, that this will come."""
        is_class_map = reading.drawn == "class"
        self._wait.setVisible(is_growing)
        self._body.setVisible(not is_growing)
        if self.chosen >= len(reading.places):
            self.choose(0)
        self._list.show_rows([_row(place) for place in reading.places], self.chosen)
        has_places = bool(reading.places)
        self._list.setVisible(has_places and not is_class_map)
        self._none.setVisible(not has_places and not is_class_map)
        self._is_shown.setVisible(has_places and not is_class_map)
        self._put.setEnabled(has_places)
        self._foot.setVisible(not is_class_map)
        self._flips_words.setVisible(is_class_map)
        self._title.setText(_title(reading))
        self._flips.setText(_flips_in_short(reading.classes))
        self._flips_words.setText(_flips_words(reading.classes, reading.sweep))

    def _on_picked(self, place: int) -> None:
        self.chosen = place
        self.marked.emit()


def _title(reading: Reading) -> str:
    sweep = reading.sweep
    if reading.drawn == "class":
        return translate("Damage", "Where the prediction flips")
    if sweep.is_complete:
        return translate("Damage", "Most damaging places")
    return counted(
        "Most damaging of {n} places", "Most damaging of {n} place", sweep.done
    )


def _row(place: SensitivePlace) -> PlaceRow:
    change = fall_of(place)
    is_none = not any(digit in change for digit in "123456789")
    tone: Tone = "plain" if is_none else "bad"
    is_other = place.becomes.index != place.before.index
    becomes, stays = (
        translate("Damage", "becomes {label}"),
        translate("Damage", "stays {label}"),
    )
    equals = counted(
        "lowest logit margin of {n} equal places",
        "lowest logit margin of {n} equal place",
        place.equals,
    )
    return PlaceRow(
        figures=translate("Damage", "{before} → {after}").format(
            before=number_of(place, place.score_before),
            after=number_of(place, place.score_after),
        ),
        change=f"{_GLYPHS[tone]} {change}",
        tone=tone,
        outcome=(becomes if is_other else stays).format(
            label=said(place.becomes.label)
        ),
        where=facts(
            on_photo(place.photo_center),
            on_input(place.center),
            equals if place.equals > 1 else "",
        ),
    )


def _flips_in_short(classes: ClassMap) -> str:
    if not classes.places:
        return ""
    return counted(
        "flips at {flips} of {n} ({share})",
        "flips at {flips} of {n} ({share})",
        classes.places,
        flips=grouped(classes.flips),
        share=percent(classes.flips / classes.places),
    )


def _flips_words(classes: ClassMap, sweep: Sweep) -> str:
    if not classes.places:
        return translate("Reading", "Known when the first pass is finished")
    words = counted(
        "At {flips} of {n} positions ({share})",
        "At {flips} of {n} position ({share})",
        classes.places,
        flips=grouped(classes.flips),
        share=percent(classes.flips / classes.places),
    )
    others = [each for each, _ in classes.counts() if each != classes.reference]
    if not classes.flips or not others:
        return words
    label = escape(said(sweep.reference.labels[others[0]]))
    most = translate("Reading", "{flips}, most often to <b>{label}</b>")
    return most.format(flips=words, label=label)
