"""The photos that are most like the one that is looked at, to the network."""

from pathlib import Path

from PySide6.QtCore import Signal

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane
from gui.panels.ranking.neighbouring import Similar
from gui.widgets.form import Elided, Group, row, stack, text
from gui.widgets.photo_field import CAPTION, SMALLEST, Caption, PhotoField
from gui.widgets.thumbnails import GAP
from gui.widgets.words import facts, fixed, shortened
from inference.image import KeptThumbnails


class SimilarRow(Group):
    """Shows them nearest first, with the cosine of their features.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._similar: Similar | None = None
        self._title = text("", "heading")
        hint = self.tr("cosine of the features; the true class where that is missed")
        self.field = PhotoField(KeptThumbnails(), lane)
        self.field.setAccessibleName(self.tr("Most similar photos"))
        self.field.setFixedHeight(px(SMALLEST) + px(CAPTION) + 4 * GAP)
        self.field.photo_picked.connect(self._on_picked)
        self.field.photo_opened.connect(self.photo_opened)
        head = row(self._title, (Elided(hint, "muted"), 1))
        stack(self, head, self.field, gap=6)
        self.hide()

    def show_similar(self, similar: Similar | None, photo: Path | None) -> None:
        """Shows what is like a photo, and frames the one that is looked at."""
        if similar is not self._similar:
            self._similar = similar
            if similar is not None:
                words = self.tr("Most similar to {name}")
                name = shortened(similar.photo.name)
                self._title.setText(words.format(name=name))
                self.field.show_walk(similar.walk, self._caption)
        self.setVisible(similar is not None and bool(similar.alike))
        self.field.set_current(self.field.walk.place(photo))

    def _caption(self, place: int) -> Caption:
        assert self._similar is not None
        each, found = self._similar.alike[place], self._similar.found
        true, predicted = int(found.true[each.row]), int(found.predicted[each.row])
        glyph = "" if true < 0 else "✓" if true == predicted else "✗"
        is_wrong = glyph == "✗"
        label = self.tr("true: {name}").format(name=said(found.names[true]))
        below = facts(
            self.tr("near duplicate") if each.is_duplicate else "",
            label if is_wrong else "",
        )
        return Caption(glyph, said(found.names[predicted]), fixed(each.cosine), below)

    def _on_picked(self, photo: Path) -> None:
        assert self._similar is not None
        self.photo_picked.emit(photo, self._similar.walk)
