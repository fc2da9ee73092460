"""The list of methods, in groups; what cannot work here is grey, with its reason."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox

from gui.errors import said
from gui.panels.gradcam.method_entry import (
    ABOUT,
    COST,
    NAME,
    MethodDelegate,
    what_it_does,
)
from gui.widgets.form import named
from gui.widgets.words import as_tip, facts, translate
from inference.methods import METHODS

_INSET = 24  # px beside an entry of the list
_LETTERS = 12  # that the list has room for in the narrowest panel
_GROUPS = (
    ("gradcam", "hirescam", "layercam", "scorecam"),
    ("integrated-gradients", "smoothgrad"),
    ("rise", "lime", "occlusion"),
    ("rollout", "gradient-attention"),
)


def _groups() -> tuple[str, ...]:
    return (
        translate("MethodChoice", "Weighs the maps of a layer"),
        translate("MethodChoice", "Follows the gradient to the pixels"),
        translate("MethodChoice", "Covers and watches, no gradients"),
        translate("MethodChoice", "Transformers only"),
    )


class MethodList(QComboBox):
    """Chooses one of the methods; `left_out` are not in the list."""

    def __init__(self, name: str, tip: str, left_out: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(_LETTERS)
        named(self, name, tip)
        self._fill(left_out)

    @property
    def method(self) -> str:
        """The name of the method, as in `METHODS`."""
        name: str = self.currentData()
        return name

    def choose(self, method: str) -> bool:
        """Chooses a method, without a signal; returns whether that is another one."""
        place = self.findData(method)
        is_other = place >= 0 and method != self.method
        if is_other:
            self.setCurrentIndex(place)
        return is_other

    def set_lacking(self, reasons: Mapping[str, str]) -> None:
        """Greys the methods that cannot work here, and says why."""
        does = what_it_does()
        for name, item in self._entries():
            why = reasons.get(name, "")
            title = said(METHODS[name].title)
            item.setText(facts(title, why) if why else title)
            item.setData(why or does[name], ABOUT)
            item.setEnabled(not why)
        entries = self.view()  # reasons are long; the list itself stays narrow
        entries.setMinimumWidth(entries.sizeHintForColumn(0) + _INSET)

    def set_costs(self, costs: Mapping[str, str]) -> None:
        """Says beside each method how long it takes: "at once", "58 s"."""
        for name, item in self._entries():
            item.setData(costs.get(name, ""), COST)

    def _entries(self) -> Iterator[tuple[str, QStandardItem]]:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for place in range(self.count()):
            name = self.itemData(place)
            if name is not None:
                yield name, model.item(place)

    def _fill(self, left_out: tuple[str, ...]) -> None:
        model, bold = QStandardItemModel(self), QFont(self.font())
        bold.setBold(True)
        for title, names in zip(_groups(), _GROUPS, strict=True):
            head = QStandardItem(title)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setFont(bold)
            model.appendRow(head)
            for name in names:
                if name not in left_out:
                    model.appendRow(_entry(name))
        self.setModel(model)
        self.setItemDelegate(MethodDelegate(self))
        self.setMaxVisibleItems(model.rowCount())
        self.setCurrentIndex(1)


def _entry(name: str) -> QStandardItem:
    item = QStandardItem(said(METHODS[name].title))
    item.setData(name, Qt.ItemDataRole.UserRole)
    item.setData(said(METHODS[name].title), NAME)
    item.setData(what_it_does()[name], ABOUT)
    item.setToolTip(as_tip(said(METHODS[name].sentence)))
    return item
