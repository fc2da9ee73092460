"""Where the focus goes when what has it vanishes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def hand_on(within: QWidget) -> bool:
    """Gives the focus of a part that vanished to the control before it.

    Qt would give it to the next one, which may lie at the other end of the window.

    Returns:
        Whether there was such a part inside, and a control that took the focus.
    """
    lost = QApplication.focusWidget()
    if lost is None or not within.isAncestorOf(lost) or _is_usable(lost):
        return False
    for heir in _before(lost):
        if within.isAncestorOf(heir) and _is_usable(heir) and _is_on_tab(heir):
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


@contextmanager
def staying(within: QWidget, *heirs: QWidget) -> Iterator[None]:
    """Keeps the focus inside a widget whose parts take each other's place.

    Args:
        within: The widget.
        heirs: Its controls that may take the focus, the first one that stands.
    """
    focus = QApplication.focusWidget()
    yield
    if focus is None or not within.isAncestorOf(focus) or _is_usable(focus):
        return
    if heir := next(filter(_is_usable, heirs), None):
        heir.setFocus(Qt.FocusReason.OtherFocusReason)


def _before(control: QWidget) -> Iterator[QWidget]:
    """All other controls of the window, backwards from one."""
    each = control.previousInFocusChain()
    while each is not None and each is not control:
        yield each
        each = each.previousInFocusChain()


def _is_usable(control: QWidget) -> bool:
    return control.isVisible() and control.isEnabled()


def _is_on_tab(control: QWidget) -> bool:
    """Whether the Tab key stops there."""
    return bool(control.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
