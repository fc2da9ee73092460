"""Shows in a tab what its lens of trust has measured, and passes on who asks."""

from PySide6.QtCore import QObject, Slot

from gui.state import Phase
from gui.trusting.lens import TrustLens
from gui.trusting.section import TrustSection
from gui.widgets.words import counted, facts


class Measuring(QObject):
    """Keeps a section up to date with its lens."""

    def __init__(self, lens: TrustLens, section: TrustSection) -> None:
        super().__init__(section)
        self._lens, self._section = lens, section
        self._passes, self._time = 0, ""
        section.asked.connect(self._measure)
        section.stop_clicked.connect(lens.stop)
        lens.changed.connect(self.show)
        self.show()

    def set_cost(self, passes: int, time: str) -> None:
        """Says what measuring costs.

        Args:
            passes: Of the curves.
            time: That all of it takes, in words; "" while that is not known.
        """
        if (passes, time) != (self._passes, self._time):
            self._passes, self._time = passes, time
            self.show()

    @Slot()
    def show(self) -> None:
        """Shows what is known, how far it has come, or what it would cost."""
        lens, section = self._lens, self._section
        section.setVisible(lens.is_offered or lens.answer is not None)
        is_asking = lens.state.phase is Phase.ASKING
        section.show_work(lens.work if is_asking else None)
        if lens.answer is None:
            section.clear()
        else:
            section.show_trust(lens.answer, is_of_another=lens.is_of_another)
        section.offer("" if is_asking else self._cost, is_possible=lens.is_offered)
        if lens.state.error is not None:
            section.show_failure(lens.state.error)

    @Slot()
    def _measure(self) -> None:
        if self._lens.state.phase is not Phase.ASKING:
            self._lens.run()

    @property
    def _cost(self) -> str:
        if not self._passes:
            return ""
        return facts(counted("{n} passes", "{n} pass", self._passes), self._time)
