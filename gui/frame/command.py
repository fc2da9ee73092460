"""What a command of the window is, and what commands act on."""

from collections.abc import Callable
from dataclasses import dataclass

from gui.frame.exporting import Exporting
from gui.frame.help import HelpWindow
from gui.frame.messages import Message
from gui.frame.opening import Opening
from gui.frame.reopening import Reopening
from gui.frame.tabs import Tabs
from gui.lenses import Lenses
from gui.memory import Memory
from gui.photo.canvas import Canvas
from gui.session import Session


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu.

    Attributes:
        words: What it says; "" for a line that parts others.
        keys: That do the same, parted by blanks.
        act: What it does.
        tip: The same in a sentence.
    """

    words: str
    keys: str
    act: Callable[[], object]
    tip: str = ""


LINE = Command("", "", lambda: None)


@dataclass(frozen=True, slots=True)
class Parts:
    """What commands act on.

    Attributes:
        session: What is looked at.
        memory: What is remembered.
        lenses: What one looks at the photo through.
        canvas: Photo, legend and scores.
        tabs: The right column.
        opening: How files are opened.
        exporting: How results are saved and copied.
        reopening: How exports are opened again.
        help: The pages to read.
        quit: Closes the window.
        reopen: Lets another window take its place, in another language.
        tell: Shows a `Message` in the window.
    """

    session: Session
    memory: Memory
    lenses: Lenses
    canvas: Canvas
    tabs: Tabs
    opening: Opening
    exporting: Exporting
    reopening: Reopening
    help: HelpWindow
    quit: Callable[[], object]
    reopen: Callable[[], object]
    tell: Callable[[Message], object]


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """One menu of the menu bar.

    Attributes:
        name: What it is called in the code.
        title: What it says.
        commands: Its lines, in their order.
    """

    name: str
    title: str
    commands: tuple[Command, ...]
