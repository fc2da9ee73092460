"""The page Before and after: how two models fare on the same photos, and which changed.

First the answer with its intervals, then the photos that changed sides: the arrow keys
walk them, and the viewer shows what both models see.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lanes
from gui.panels.finetune.axis import Row, ShareAxis
from gui.panels.finetune.comparing import Compared, Comparing
from gui.theme import Tone
from gui.walk import Walk
from gui.widgets.form import (
    Elided,
    Group,
    card,
    column,
    row,
    rule,
    set_property,
    stack,
    text,
)
from gui.widgets.matrix import Matrix
from gui.widgets.photo_field import CAPTION, Caption, PhotoField
from gui.widgets.thumbnails import GAP
from gui.widgets.turning import Turning
from gui.widgets.words import counted, grouped, shortened
from inference.finetune import Comparison, Judged
from inference.image import KeptThumbnails

SIDE = 84  # of the design, of a photo that changed sides
MATRIX = 15  # classes that have a matrix; of more the pairs that changed most are told
_TONES: dict[str, Tone] = {"better": "good", "worse": "bad", "open": "warn"}


class ChangedPhotos(Group):
    """Shows the photos that became right, or wrong.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
    """

    photo_picked = Signal(object, object)

    def __init__(self, title: str, hint: str, lanes: Lanes) -> None:
        super().__init__()
        self._name = title
        self._comparison: Comparison | None = None
        self._places: tuple[int, ...] = ()
        self._title = text("", "strong")
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self.field = PhotoField(KeptThumbnails(), lane, side=SIDE)
        self.field.setAccessibleName(title)
        height = px(SIDE) + px(CAPTION) + 3 * GAP
        self.field.setMinimumHeight(height)
        self.field.setMaximumHeight(height)
        self.field.photo_picked.connect(self._on_picked)
        stack(self, row(self._title, (Elided(hint, "muted"), 1)), self.field, gap=4)

    def show_photos(self, comparison: Comparison | None, places: Sequence[int]) -> None:
        """Shows other photos of a comparison."""
        if comparison is self._comparison:
            return
        self._comparison, self._places = comparison, tuple(places)
        words = self.tr("{name} · {n}")
        self._title.setText(words.format(name=self._name, n=grouped(len(places))))
        self.setVisible(bool(places))
        if comparison is not None:
            samples = comparison.after.samples
            walk = Walk.of((samples[n].path for n in places), self._name)
            self.field.show_walk(walk, self._caption)

    def show_photo(self, photo: Path | None) -> None:
        """Frames the photo that is looked at."""
        self.field.set_current(self.field.walk.place(photo))

    def _caption(self, place: int) -> Caption:
        assert self._comparison is not None
        n, after = self._places[place], self._comparison.after
        names, now = after.names, int(after.predicted[n])
        glyph = "✓" if now == int(after.true[n]) else "✗"
        was = names[int(self._comparison.before.predicted[n])]
        return Caption(glyph, names[now], "", self.tr("was {name}").format(name=was))

    def _on_picked(self, photo: Path) -> None:
        self.photo_picked.emit(photo, self.field.walk)


class BeforeAfterPage(Group):
    """Shows how two models fare on the same photos.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
    """

    photo_picked = Signal(object, object)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._shown: Compared | None = None
        self._names = text("", "muted", wraps=True)
        self._title = text(self.tr("Test accuracy"), "strong")
        self._whose = text("", "muted", wraps=True)
        self._axis = ShareAxis()
        self._verdict = text("", "body", wraps=True)
        self._card = card(self._verdict, tone="warn")
        hint = self.tr("one scale for both maps; ↑ ↓ walk")
        self._right = ChangedPhotos(self.tr("Became right"), hint, lanes)
        self._wrong = ChangedPhotos(self.tr("Became wrong"), "", lanes)
        for photos in (self._right, self._wrong):
            photos.photo_picked.connect(self.photo_picked)
        self._state = text("", "muted", wraps=True)
        self._build_confusions()
        stack(
            self,
            self._state,
            self._names,
            row(self._title, (self._whose, 1)),
            self._axis,
            self._card,
            self._right,
            self._wrong,
            self._confusions,
            self._pairs,
            ...,
            gap=8,
        )

    def _build_confusions(self) -> None:
        self._before, self._after = Matrix(), Matrix()
        self._before.setAccessibleName(self.tr("Confusion before"))
        self._after.setAccessibleName(self.tr("Confusion after"))
        title = text(self.tr("Confusion before"), "strong")
        self._old = column(title, self._before, ...)
        self._new_name = text("", "strong")
        new = column(self._new_name, self._after, ...)
        self._confusions = column(rule(2), Turning(self._old, new), gap=4)
        self._pairs = text("", "body", wraps=True)

    # ---- what is shown

    def show_state(self, comparing: Comparing, waiting: str) -> None:
        """Shows what is known; before that, what it waits for."""
        found = comparing.found
        words = "" if found is not None else waiting
        if comparing.is_comparing:
            words = self.tr("Both models are asked about the photos…")
        elif comparing.failure is not None:
            words = said(comparing.failure)
        self._state.setText(words)
        self._state.setVisible(bool(words))
        if found is not self._shown or found is None:
            self._shown = found
            self._show_found(found)

    def show_photo(self, photo: Path | None) -> None:
        """Frames the photo that is looked at."""
        for photos in (self._right, self._wrong):
            photos.show_photo(photo)

    def _show_found(self, found: Compared | None) -> None:
        comparison = None if found is None else found.comparison
        after = None if found is None else found.after
        for part in (self._title, self._whose, self._axis, self._confusions):
            part.setVisible(after is not None)
        self._card.setVisible(found is not None)
        self._show_names(found)
        right = () if comparison is None else comparison.became_right
        wrong = () if comparison is None else comparison.became_wrong
        self._right.show_photos(comparison, right)
        self._wrong.show_photos(comparison, wrong)
        for photos, places in ((self._right, right), (self._wrong, wrong)):
            photos.setVisible(bool(places))
        self._pairs.setVisible(False)
        if found is not None:
            self._show_verdict(found)
            if after is not None:
                self._show_shares(found, after)

    def _show_verdict(self, found: Compared) -> None:
        tone: Tone = "plain"
        if found.comparison is not None:
            tone = _TONES[found.comparison.verdict]
            words = said(found.comparison.sentence)
        elif found.pair.old is None:
            words = self.tr(
                "{model} does not have these classes: there is no accuracy before."
            ).format(model=found.pair.before.spec.name)
        else:
            words = self.tr(
                "No labelled photos are compared: open a dataset of these classes. The "
                "photo shows what both models see."
            )
        self._verdict.setText(words)
        set_property(self._card, "tone", tone)

    def _show_names(self, found: Compared | None) -> None:
        """Says which two models these are, where a person chose them."""
        is_chosen = found is not None and not found.asked.is_trained
        self._names.setVisible(is_chosen)
        if found is not None:
            pair = found.pair
            words = self.tr("Before: {before} · After: {after}")
            words = words.format(
                before=pair.before.graph.path.name, after=pair.after.graph.path.name
            )
            self._names.setText(words)

    def _show_shares(self, found: Compared, after: Judged) -> None:
        asked, comparison = found.asked, found.comparison
        rows = [Row(self.tr("After"), after.metrics.accuracy, "accent")]
        if comparison is not None:
            old = comparison.before.metrics.accuracy
            rows.insert(0, Row(self.tr("Before"), old, "muted"))
        self._axis.show_rows(rows)
        count = len(after.samples)
        words = counted(
            "{n} photos that neither model trained on",
            "{n} photo that neither model trained on",
            count,
        )
        if comparison is None:
            words = counted(
                "{n} photos that the new model did not train on",
                "{n} photo that the new model did not train on",
                count,
            )
        elif asked.may_know:
            words = counted(
                "{n} photos; the old model may know them",
                "{n} photo; the old model may know it",
                count,
            )
        self._whose.setText(words)
        is_doubtful = asked.may_know and comparison is not None
        set_property(self._whose, "role", "warn" if is_doubtful else "muted")
        self._show_confusions(after, comparison)

    def _show_confusions(self, after: Judged, comparison: Comparison | None) -> None:
        names = [shortened(name) for name in after.names]
        is_small = len(names) <= MATRIX
        self._confusions.setVisible(is_small)
        self._old.setVisible(comparison is not None)
        alone = self.tr("Confusion after")
        self._new_name.setText(alone if comparison is None else self.tr("after"))
        if is_small:
            self._after.show_table(names, after.confusion)
            if comparison is not None:
                self._before.show_table(names, comparison.before.confusion)
        elif comparison is not None:
            self._pairs.setText("\n".join(_pair_words(comparison)))
            self._pairs.setVisible(True)


def _pair_words(comparison: Comparison) -> list[str]:
    """Says which mistakes changed most: "sushi → sashimi: 7 → 2"."""
    names = comparison.after.names
    return [
        f"{names[pair.true]} → {names[pair.predicted]}: {pair.before} → {pair.after}"
        for pair in comparison.pairs
    ]
