"""The page Neighbours: photos by likeness, and those most similar to the open one."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox

from gui.jobs import Lanes
from gui.panels.ranking.chart import Chart, is_wrong
from gui.panels.ranking.judging import Judging
from gui.panels.ranking.lasso import LassoLine
from gui.panels.ranking.laying import LayingLine
from gui.panels.ranking.neighbouring import Laid, Neighbouring
from gui.panels.ranking.ranking import Ranking
from gui.panels.ranking.similar import SimilarRow
from gui.session import Session
from gui.widgets.choice import Choice
from gui.widgets.controls import Fold
from gui.widgets.form import (
    Group,
    named,
    row,
    rule,
    stack,
    text,
)
from gui.widgets.numbers import ProblemLine, number_field
from gui.widgets.words import fixed, grouped
from inference.image import KeptThumbnails
from inference.ranking import PERPLEXITIES, has_tsne

Ints = NDArray[np.int64]
LARGEST_SEED = 9999


class NeighboursPage(Group):
    """Lays photos out by likeness; a click opens one, a lasso gathers some.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
        gathered: names of photos that are to be shown in Photos, a frozenset.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()
    gathered = Signal(object)

    def __init__(
        self, session: Session, ranking: Ranking, judging: Judging, lanes: Lanes
    ) -> None:
        super().__init__()
        self._session, self._ranking, self._judging = session, ranking, judging
        self._near = Neighbouring(ranking, lanes)
        self._chosen: Ints = np.zeros(0, np.int64)
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._chart = Chart(KeptThumbnails(), lane)
        self._about = text("", "muted", wraps=True)
        lane = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self.similar = SimilarRow(lane)
        self._lasso = LassoLine()
        self._laying = LayingLine(ranking, self._near)
        more = self._more_part()
        fold = Fold(more)
        stack(
            self,
            self._controls_part(fold),
            more,
            self._laying,
            (self._chart, 1),
            self._lasso,
            self._about,
            rule(0),
            self.similar,
            gap=8,
        )
        self._connect()
        self._refresh()

    # ---- parts

    def _controls_part(self, fold: Fold) -> Group:
        self._method = Choice()
        tip = self.tr(
            "How photos are laid out: t-SNE keeps near what is near; PCA shows the two "
            "directions in which they differ most. t-SNE needs scikit-learn."
        )
        named(self._method, self.tr("Layout"), tip)
        self._method.addItems(
            [self.tr("t-SNE"), self.tr("PCA")] if has_tsne() else [self.tr("PCA")]
        )
        self._colour = Choice()
        tip = self.tr("What the colours say: the true class, or the predicted one.")
        named(self._colour, self.tr("Colour"), tip)
        self._colour.addItems([self.tr("True class"), self.tr("Predicted class")])
        self._mistakes = QCheckBox(self.tr("Only mistakes"))
        tip = self.tr("Hides photos that are predicted right (default: off).")
        named(self._mistakes, self.tr("Only mistakes"), tip)
        return row(
            text(self.tr("Layout"), "label"),
            self._method,
            8,
            text(self.tr("Colour"), "label"),
            self._colour,
            8,
            self._mistakes,
            ...,
            fold.link,
        )

    def _more_part(self) -> Group:
        usual = round(self._near.spec.perplexity)
        self._perplexity = number_field(*PERPLEXITIES, usual)
        tip = self.tr("About how many neighbours a photo has in t-SNE (default: 30).")
        named(self._perplexity, self.tr("Perplexity"), tip)
        self._seed = number_field(0, LARGEST_SEED, 0)
        tip = self.tr("Another seed draws another layout, as true (default: 0).")
        named(self._seed, self.tr("Seed"), tip)
        line = row(
            text(self.tr("Perplexity"), "label"),
            self._perplexity,
            8,
            text(self.tr("Seed"), "label"),
            self._seed,
            ...,
        )
        return stack(
            Group(), line, ProblemLine(self._perplexity), ProblemLine(self._seed), gap=4
        )

    def _connect(self) -> None:
        near = self._near
        near.changed.connect(self._refresh)
        near.met.connect(self._show_similar)
        self._ranking.changed.connect(self._refresh)
        self._ranking.answered.connect(self._refresh)
        self._session.subject_changed.connect(self._on_photo)
        self._method.activated.connect(self._set_method)
        self._colour.activated.connect(self._refresh)
        self._mistakes.toggled.connect(self._refresh)
        self._perplexity.valueChanged.connect(
            lambda n: near.set_spec(perplexity=float(n))
        )
        self._seed.valueChanged.connect(lambda n: near.set_spec(seed=n))
        self._chart.point_clicked.connect(self._open_point)
        self._chart.gathered.connect(self._on_gathered)
        self._lasso.show_clicked.connect(lambda: self.gathered.emit(self._names()))
        self._lasso.marked.connect(
            lambda mark: self._judging.mark_all(self._names(), mark)
        )
        self._lasso.cleared.connect(self._chart.clear_lasso)
        self.similar.photo_picked.connect(self.photo_picked)
        self.similar.photo_opened.connect(self.photo_opened)

    # ---- what is shown

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._near.set_seen(is_seen=is_seen)
        self._refresh()
        self._on_photo()

    def stop(self) -> None:
        """Ends the laying out."""
        self._near.stop()

    @Slot()
    def _refresh(self, _what: object = None) -> None:
        near, laid = self._near, self._near.current
        self._perplexity.setEnabled(near.spec.method == "tsne")
        self._laying.refresh()
        self._chart.setVisible(laid is not None)
        self._about.setVisible(laid is not None)
        self._lasso.setVisible(laid is not None)
        if laid is not None:
            self._about.setText(self._about_words(laid))
            self._chart.show_laid(
                laid,
                is_true=self._colour.currentIndex() == 0,
                only_wrong=self._mistakes.isChecked(),
            )
            self._ring(laid)
            self._show_count(laid)

    def _about_words(self, laid: Laid) -> str:
        layout, total = laid.layout, len(laid.found.places)
        if layout.spec.method == "tsne":
            words = self.tr(
                "t-SNE of the {n} pooled features, perplexity {perplexity}, seed "
                "{seed}."
            )
            hint = self.tr(
                "Alike to the network means close here; gaps between groups mean "
                "nothing."
            )
        else:
            words = self.tr("The first two principal components of {n} features.")
            hint = self.tr("Alike to the network means close here, not the reverse.")
        words = words.format(
            n=grouped(layout.features),
            perplexity=fixed(layout.spec.perplexity, 0),
            seed=layout.spec.seed,
        )
        drawn = len(layout.rows)
        part = self.tr("{drawn} of {total} drawn.")
        part = part.format(drawn=grouped(drawn), total=grouped(total))
        return " ".join((words, hint, *([part] if drawn < total else [])))

    @Slot()
    def _on_photo(self) -> None:
        similar, walk = self._near.similar, self._session.walk
        if similar is None or walk is not similar.walk:  # who walks them keeps them
            self._near.seek(self._session.subject.request.photo)
        laid = self._near.current
        if laid is not None:
            self._ring(laid)
        self._show_similar()

    def _ring(self, laid: Laid) -> None:
        """Rings the photo that is looked at."""
        place = laid.walk.place(self._session.subject.request.photo)
        self._chart.set_current(-1 if place is None else place)

    @Slot()
    def _show_similar(self) -> None:
        similar = self._near.similar
        photo = self._session.subject.request.photo
        self.similar.show_similar(similar, photo)

    # ---- what a person does

    @Slot(int)
    def _set_method(self, place: int) -> None:
        self._near.set_spec(method="tsne" if has_tsne() and place == 0 else "pca")

    @Slot(int)
    def _open_point(self, number: int) -> None:
        laid = self._near.current
        if laid is not None:
            self.photo_picked.emit(laid.walk.photos[number], laid.walk)

    @Slot(object)
    def _on_gathered(self, numbers: Ints) -> None:
        self._chosen, laid = numbers, self._near.current
        if laid is not None:
            self._show_count(laid)

    def _show_count(self, laid: Laid) -> None:
        wrong = is_wrong(laid.found)[laid.layout.rows[self._chosen]]
        self._lasso.show_count(len(self._chosen), int(wrong.sum()))

    def _names(self) -> frozenset[str]:
        """Names of the gathered photos, as in the review list."""
        laid = self._near.current
        assert laid is not None
        way_to = laid.found.scored.dataset.way_to
        return frozenset(way_to(laid.walk.photos[n]) for n in self._chosen)
