"""Orders the ladder and the methods by how far their maps can be trusted."""

from PySide6.QtCore import QObject, Signal, Slot

from gui.panels.gradcam.costs import Costs
from gui.panels.gradcam.ladder import Ladder
from gui.panels.gradcam.lens import GradCamLens
from gui.panels.gradcam.method_order import MethodOrderTable
from gui.panels.gradcam.order_row import LadderOrderRow
from gui.panels.gradcam.ordering import OrderLens, worths
from gui.state import Phase
from gui.work import Work


class Orders(QObject):
    """Connects both orders with what asks for them and what shows them.

    Attributes:
        row: Asks how the ladder is ordered.
        table: Asks for the order of the methods, and shows it.

    Signals:
        method_picked: a method of the table, as in `METHODS`.
    """

    method_picked = Signal(str)

    def __init__(self, lens: GradCamLens, costs: Costs, ladder: Ladder) -> None:
        super().__init__(ladder)
        self._lens, self._costs, self._ladder = lens, costs, ladder
        self.row, self.table = LadderOrderRow(), MethodOrderTable()
        self.row.trust_picked.connect(self._order_ladder)
        self.row.stop_clicked.connect(lens.ladder_order.stop)
        self.table.asked.connect(lens.method_order.run)
        self.table.stop_clicked.connect(lens.method_order.stop)
        self.table.method_picked.connect(self.method_picked)
        lens.ladder_order.changed.connect(self._show_ladder)
        lens.method_order.changed.connect(self._show_methods)
        costs.changed.connect(self.show)
        self.set_compared(is_compared=False)
        self.show()

    def set_compared(self, *, is_compared: bool) -> None:
        """Offers the order of the methods where two of them are compared."""
        self.table.setVisible(is_compared)

    @Slot()
    def show(self) -> None:
        """Shows both as they stand."""
        self._show_ladder()
        self._show_methods()

    @Slot(bool)
    def _order_ladder(self, is_by_trust: object) -> None:
        order = self._lens.ladder_order
        if is_by_trust and order.known is None:
            order.run()
        elif not is_by_trust:
            order.stop()
        self._show_ladder()

    @Slot()
    def _show_ladder(self) -> None:
        order = self._lens.ladder_order
        known = order.known
        cost = self._costs.of_ladder if known is None else ""
        self.row.show_state(_work(order), cost, is_possible=order.is_offered)
        known = known if self.row.is_by_trust else None
        self._ladder.show_worths({} if known is None else dict(worths(known)))

    @Slot()
    def _show_methods(self) -> None:
        order = self._lens.method_order
        cost = self._costs.of_methods if order.known is None else ""
        self.table.show_state(_work(order), cost, is_possible=order.is_offered)
        self.table.show_order(order.known)


def _work(order: OrderLens) -> Work | None:
    return order.work if order.state.phase is Phase.ASKING else None
