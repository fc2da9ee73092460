"""Menus in which one entry holds: theme, language, device, size of pictures."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

Value = TypeVar("Value")


def add_choices(
    menu: QMenu,
    entries: Mapping[Value, tuple[str, str]],
    chosen: Value,
    pick: Callable[[Value], object],
) -> None:
    """Fills a menu with entries of which one is checked.

    Args:
        menu: It.
        entries: What can be chosen, with its words and its tip.
        chosen: What holds now.
        pick: Takes what is chosen, the same one again included.
    """
    menu.setToolTipsVisible(True)
    group = QActionGroup(menu)
    for value, (words, tip) in entries.items():
        action = menu.addAction(words)
        action.setToolTip(tip)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(lambda _=False, value=value: pick(value))
        group.addAction(action)
