"""What is going on: the status bar below everything."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from gui.errors import said
from gui.fonts import px
from gui.jobs import Lane, Lanes
from gui.widgets.form import (
    Elided,
    Group,
    button,
    named,
    text,
)
from gui.widgets.progress import ProgressBar
from gui.widgets.words import facts, grouped, percent, seconds, time_left
from gui.work import Work

HEIGHT = 32  # px
QUIET = 0.3  # seconds of work that show nothing
TICK = 250  # ms between two looks at the clock
AFTERGLOW = 4000  # ms that an ending stands


class _WorkRow(QWidget):
    """One running job: what, how far, how long, and Stop.

    Work of which nothing stays, such as opening, has Cancel in its place.

    Signals:
        stop_clicked: the user wants it to end.
    """

    stop_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = text()
        self._bar = ProgressBar()
        self._bar.setFixedWidth(180)
        self._share = text(role="strong")
        self._left = text(role="muted")
        self._share.setMinimumWidth(px(36))
        self._left.setMinimumWidth(px(76))
        self._stop = button(self.tr("Stop"), "small", "stop")
        tip = self.tr("Ends this work; what is shown stays.")
        named(self._stop, self.tr("Stop"), tip)
        self._stop.clicked.connect(self.stop_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        parts = (self._title, self._bar, self._share, self._left, self._stop)
        for part in parts:
            layout.addWidget(part)

    def show_work(self, work: Work) -> None:
        is_counted = work.total > 0
        steps = self.tr("{done} of {total}").format(
            done=grouped(work.done), total=grouped(work.total)
        )
        steps = steps if is_counted else ""
        self._title.setText(said(work.step) or facts(work.title, steps))
        self._bar.show_progress(work.done, work.total)
        self._bar.setAccessibleName(work.title)
        self._share.setText(percent(work.done / work.total) if is_counted else "")
        is_many = work.total > 1
        so_far = work.done, work.total, work.spent, work.known
        left = time_left(*so_far) if is_many else ""
        self._left.setText(left if work.paused_at is None else self.tr("paused"))
        self._stop.setText(self.tr("Stop") if work.keeps else self.tr("Cancel"))
        name = self.tr("Stop: {work}") if work.keeps else self.tr("Cancel: {work}")
        self._stop.setAccessibleName(name.format(work=work.title))


class StatusBar(Group):
    """Read-out on the left; running work and the device on the right.

    Follows the lanes of the window by itself. Work shorter than 0.3 s shows nothing;
    of several jobs the newest is shown, a button opens the others.
    """

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__("status", parent)
        self.setFixedHeight(px(HEIGHT))
        self._lanes = lanes
        self._resting = ""
        self._longest: dict[Lane, Work] = {}
        self._readout = Elided(role="muted")
        policy = QSizePolicy.Policy
        self._readout.setSizePolicy(policy.Ignored, policy.Preferred)
        self._row = _WorkRow()
        self._row.stop_clicked.connect(self._stop_newest)
        self._others = button("+1", "small")
        named(
            self._others, self.tr("Other work"), self.tr("Shows what else is running.")
        )
        self._others.clicked.connect(self._open_others)
        self._ending = text(role="muted")
        self._device = text("", "muted")
        named(self._device, self.tr("Device"), self.tr("Where the network runs."))
        self._ending_clock = QTimer(self, singleShot=True, interval=AFTERGLOW)
        self._ending_clock.timeout.connect(self._ending.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 1, 20, 0)
        layout.setSpacing(10)
        layout.addWidget(self._readout, 1)
        parts = (self._ending, self._row, self._others, self._device)
        for part in parts:
            layout.addWidget(part)
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._refresh)
        self._clock.start()  # something may be running already
        lanes.began.connect(self._on_began)
        lanes.ended.connect(self._on_ended)
        lanes.progressed.connect(self._on_progressed)
        self._refresh()

    # ---- what is shown

    def show_readout(self, words: str) -> None:
        """Says what lies under the pointer; empty brings the last finished thing."""
        self._readout.setText(words or self._resting)

    def set_resting(self, words: str) -> None:
        """Says what stands there while there is no pointer."""
        is_resting = self._readout.text() == self._resting
        self._resting = words
        if is_resting:
            self._readout.setText(words)

    def set_device(self, name: str, tip: str = "") -> None:
        """Says where the network runs: "CPU", "CUDA"."""
        self._device.setText(name)
        self._device.setToolTip(tip or self.tr("Where the network runs."))

    # ---- lanes

    @property
    def _shown(self) -> list[Work]:
        """Work that has lasted long enough to be worth a word, newest last."""
        return [work for work in self._lanes.running if work.elapsed >= QUIET]

    @Slot(object)
    def _on_began(self, _lane: Lane) -> None:
        self._clock.start()

    @Slot(object)
    def _on_progressed(self, lane: Lane) -> None:
        if lane.work is not None and not lane.is_quiet:
            self._longest[lane] = lane.work
        self._refresh()

    @Slot(object, str)
    def _on_ended(self, lane: Lane, ending: str) -> None:
        work = self._longest.pop(lane, None)
        if work is not None and work.elapsed >= QUIET and ending in ("done", "stopped"):
            took = self.tr("stopped") if work.keeps else self.tr("cancelled")
            if ending == "done":
                took = self.tr("done in {duration}")
                took = took.format(duration=seconds(work.elapsed))
            self._ending.setText(facts(work.title, took))
            self._ending_clock.start()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        shown = self._shown
        if not self._lanes.are_working:  # quiet work may become long
            self._clock.stop()
        self._row.setVisible(bool(shown))
        self._others.setVisible(len(shown) > 1)
        if shown:
            self._ending.clear()
            self._row.show_work(shown[-1])
            self._others.setText(f"+{len(shown) - 1}")

    @Slot()
    def _stop_newest(self) -> None:
        if self._shown:
            self._lanes.stop(self._shown[-1])

    @Slot()
    def _open_others(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for work in self._shown[:-1]:
            line = _WorkRow()
            line.show_work(work)
            line.setContentsMargins(8, 4, 8, 4)
            line.stop_clicked.connect(lambda w=work: self._lanes.stop(w))
            line.stop_clicked.connect(menu.close)
            action = QWidgetAction(menu)
            action.setDefaultWidget(line)
            menu.addAction(action)
        height = menu.sizeHint().height()
        menu.popup(self._others.mapToGlobal(QPoint(0, -height)))
