"""The page Evidence: where the network sees each class, on average over its photos."""

from PySide6.QtCore import Signal, Slot

from gui.errors import said
from gui.jobs import Lanes
from gui.panels.ranking.evidence_controls import EvidenceControls
from gui.panels.ranking.evidence_measuring import EvidenceMeasuring, Measured, Pairs
from gui.panels.ranking.evidence_photos import EvidencePhotos, Offenders
from gui.panels.ranking.ranking import Ranking
from gui.session import Session
from gui.walk import Walk
from gui.widgets.evidence_tiles import EvidenceField, EvidenceTiles
from gui.widgets.form import Glyph, Group, button, named, row, set_property, stack, text
from gui.widgets.form import card as made_card
from gui.widgets.running import Next, RunRow
from gui.widgets.words import about, counted, facts, grouped, percent
from inference.dataset import SIDE, even_share
from inference.jobs import Progress


class EvidencePage(Group):
    """Measures where the evidence of each class lies; a click walks its photos.

    Signals:
        photo_picked: `Path` of a photo, and the `Walk` that it is met in.
        photo_opened: it is wanted in the tab that was used last.
        gathered: photos that are wanted in Photos, by their names.
    """

    photo_picked = Signal(object, object)
    photo_opened = Signal()
    gathered = Signal(object)

    def __init__(self, session: Session, ranking: Ranking, lanes: Lanes) -> None:
        super().__init__()
        self._session = session
        self._measuring = EvidenceMeasuring(session, ranking, lanes)
        self._shown: Pairs | None = None  # of which photos are listed
        self._controls = EvidenceControls()
        tip = self.tr("Explains a class of every photo; Stop keeps what is measured.")
        self._run = RunRow(self.tr("Measure"), tip)
        self._finding = text("", "strong", wraps=True)
        self._alert = Glyph("alert", "warn")
        self._show = button(self.tr("Show the photos"))
        tip = self.tr("Walks the photos that have most of their evidence there.")
        named(self._show, self.tr("Show the photos"), tip)
        self._card = made_card(row(self._alert, (self._finding, 1), self._show))
        self._tiles = EvidenceTiles()
        self._about = text("", "muted", wraps=True)
        quiet = lanes.create(self.tr("Thumbnails"), is_quiet=True)
        self._photos = EvidencePhotos(quiet)
        field = EvidenceField(self._tiles)
        parts = (self._card, field, self._about, self._photos)
        stack(self, self._controls, self._run, *parts, ..., gap=8)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        measuring = self._measuring
        measuring.changed.connect(self._show_all)
        self._controls.wish_changed.connect(measuring.set_wish)
        self._controls.look_changed.connect(self._show_evidence)
        self._run.run_clicked.connect(measuring.start)
        self._run.stop_clicked.connect(measuring.stop)
        self._show.clicked.connect(self._show_finding)
        self._tiles.ninth_picked.connect(self._walk)
        self._photos.photo_picked.connect(self.photo_picked)
        self._photos.photo_opened.connect(self.photo_opened)
        self._photos.all_wanted.connect(lambda: self.gathered.emit(self._names()))
        self._session.subject_changed.connect(self._show_photo)

    # ---- what is shown

    def refresh(self) -> None:
        """Says how things stand."""
        self._measuring.look()
        self._show_all()

    def set_seen(self, *, is_seen: bool) -> None:
        """Nothing is worked out that nobody looks at."""
        self._measuring.set_seen(is_seen=is_seen)

    def stop(self) -> None:
        """Ends the measuring; what was measured stays."""
        self._measuring.stop()

    @Slot()
    def _show_all(self) -> None:
        self._controls.set_labelled(is_labelled=self._measuring.is_labelled)
        self._controls.offer(self._measuring.engine)
        self._show_run()
        self._show_evidence()

    def _show_run(self) -> None:
        """Offers *Measure*, with what it takes, or Stop while it runs."""
        measuring, now, work = (
            self._measuring,
            self._measuring.now,
            self._measuring.work,
        )
        is_whole = now is not None and now.is_whole
        self._run.setVisible(measuring.is_working or not is_whole)
        if measuring.is_working:
            progress = Progress(work.done, work.total, None) if work else None
            self._run.show_progress(progress, work.elapsed if work else 0, 0)
            return
        self._run.show_ready()
        wanted: Next = "run" if now is None else "again"
        can = measuring.is_possible
        self._run.offer(wanted, self._run_words(), is_possible=can)

    def _run_words(self) -> str:
        measuring, now = self._measuring, self._measuring.now
        if measuring.failure is not None:
            return said(measuring.failure)
        if now is not None:
            words = self.tr("Stopped at {done} of {total}.")
            total = grouped(len(now.pairs))
            return words.format(done=grouped(now.done), total=total)
        photos = counted("{n} photos", "{n} photo", measuring.count)
        return facts(photos, "" if measuring.time is None else about(measuring.time))

    @Slot()
    def _show_evidence(self) -> None:
        now, controls = self._measuring.now, self._controls
        self._forget_others(now)
        found = None if now is None else now.evidence
        self._tiles.show_evidence(
            found,
            order=self._order,
            is_spread=controls.is_spread,
            border=controls.border,
        )
        self._card.setVisible(found is not None and not self._measuring.is_working)
        self._about.setText("" if found is None else self._about_words())
        if found is not None:
            has_finding = bool(found.findings)
            self._finding.setText(said(found.sentence))
            self._show.setVisible(has_finding)
            self._alert.setVisible(has_finding)
            set_property(self._card, "tone", "warn" if has_finding else "plain")

    @property
    def _order(self) -> list[int]:
        """Of the classes; while more is measured, as it comes: none gives way."""
        now = self._measuring.now
        if now is None:
            return []
        if not self._measuring.is_working:
            return self._controls.order_of(now.evidence)
        coming = (index for _, index in now.pairs)
        return list(dict.fromkeys((*coming, *range(len(now.evidence.names)))))

    def _forget_others(self, now: Measured | None) -> None:
        """Lets go of the photos that are listed, where they are of other evidence."""
        pairs = None if now is None else now.pairs  # the same ones as it grows
        if pairs is not self._shown:
            self._shown = pairs
            self._tiles.set_chosen(None)
            self._photos.show_offenders(None)

    def _about_words(self) -> str:
        words = {
            (False, False): self.tr("Mean {map} of the true class, each photo alike."),
            (False, True): self.tr("Deviation of {map} of the true class."),
            (True, False): self.tr(
                "Mean {map} of the predicted class, each photo alike."
            ),
            (True, True): self.tr("Deviation of {map} of the predicted class."),
        }[self._measuring.wish.is_predicted, self._controls.is_spread]
        border = self.tr(
            "Border: {width} of what is seen on each side; tick: an even spread, "
            "{share}."
        )
        width, share = self._controls.border / SIDE, even_share(self._controls.border)
        border = border.format(width=percent(width), share=percent(share))
        return f"{words.format(map=self._controls.about)} {border}"

    @Slot()
    def _show_photo(self) -> None:
        self._photos.show_photo(self._session.subject.request.photo)

    # ---- whose evidence lies there

    @Slot()
    def _show_finding(self) -> None:
        now = self._measuring.now
        if now is not None and now.evidence.findings:
            first = now.evidence.findings[0]
            self._walk(first.index, first.row, first.column)

    @Slot(int, int, int)
    def _walk(self, index: int, down: int, across: int) -> None:
        """Walks the photos of a class, those with most evidence in a ninth first."""
        now = self._measuring.now
        if now is None:
            return
        self._tiles.set_chosen((index, down, across))
        mine = [n for n, (_, own) in enumerate(now.pairs) if own == index]
        ordered = now.evidence.leading(mine, down, across)
        name = now.evidence.names[index]
        walk = Walk.of((now.pairs[n][0] for n in ordered), name)
        shares = tuple(float(now.evidence.ninths[n, down, across]) for n in ordered)
        if walk.photos:
            self._photos.show_offenders(Offenders(name, down, across, walk, shares))
            self.photo_picked.emit(walk.photos[0], walk)
        else:
            self._photos.show_offenders(None)

    def _names(self) -> frozenset[str]:
        """Names of the photos that are listed, as in the review list."""
        way_to = self._measuring.way_to
        return frozenset(way_to(each) for each in self._photos.field.walk.photos)
