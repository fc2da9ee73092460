"""The lines of a menu, each with what it does."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from gui.widgets.words import as_tip

Line = tuple[str, str, Callable[[], object]]  # its words, what it does, the act


def fill_menu(menu: QMenu, lines: Sequence[Line]) -> None:
    """Adds lines to a menu, which shows their tooltips."""
    menu.setToolTipsVisible(True)
    for words, tip, act in lines:
        action = menu.addAction(words)
        action.setToolTip(as_tip(tip))
        action.triggered.connect(lambda _=False, act=act: act())
