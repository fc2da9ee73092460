"""Every command of the window with its key, menu by menu, as one table.

Single letters act unless a text field has the focus, which Qt sees to by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from gui.frame.exporting import Exporting
from gui.frame.help import PAGES, HelpWindow
from gui.frame.opening import Opening
from gui.frame.tabs import Tabs
from gui.lenses import Lenses
from gui.memory import Memory
from gui.panels import PANELS
from gui.photo.canvas import Canvas
from gui.session import Session

OPACITY_STEP = 0.1


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu.

    Attributes:
        words: What it says; "" for a line that parts others.
        keys: That do the same, parted by blanks.
        act: What it does.
    """

    words: str
    keys: str
    act: Callable[[], object]


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
        help: The pages to read.
        quit: Closes the window.
    """

    session: Session
    memory: Memory
    lenses: Lenses
    canvas: Canvas
    tabs: Tabs
    opening: Opening
    exporting: Exporting
    help: HelpWindow
    quit: Callable[[], object]


def commands(parts: Parts) -> dict[str, tuple[Command, ...]]:
    """Returns the commands of each menu, in their order."""
    return {
        "&File": _file(parts),
        "&Edit": _edit(parts),
        "&View": _view(parts),
        "&Model": _model(parts),
        "&Go": _go(parts),
        "&Help": _help(parts),
    }


def _file(parts: Parts) -> tuple[Command, ...]:
    opening = parts.opening
    return (
        Command("Open photo…", "Ctrl+O", opening.choose_photo),
        Command("Open model…", "Ctrl+Shift+O", opening.choose_model),
        Command("Open the demo", "", opening.open_demo),
        LINE,
        Command("Export…", "Ctrl+E", parts.exporting.choose),
        LINE,
        Command("Quit", "Ctrl+Q", parts.quit),
    )


def _edit(parts: Parts) -> tuple[Command, ...]:
    lenses = parts.lenses
    follow = partial(parts.session.follow_top, is_following=True)
    return (
        Command("Undo", "Ctrl+Z", lambda: lenses.hand.undo()),
        Command("Copy picture", "Ctrl+C", parts.exporting.copy_picture),
        LINE,
        Command("Find a class", "/ Ctrl+F", parts.canvas.scores.focus_search),
        Command("Follow the top class", "T", follow),
    )


def _view(parts: Parts) -> tuple[Command, ...]:
    canvas, viewer, legend = parts.canvas, parts.canvas.viewer, parts.canvas.legend
    return (
        Command("Fit", "F", viewer.fit),
        Command("Actual size", "1", viewer.one_to_one),
        Command("Zoom in", "+ =", viewer.zoom_in),
        Command("Zoom out", "-", viewer.zoom_out),
        LINE,
        Command("Show or hide the map", "O", canvas.toggle_map),
        Command("Next colour map", "M", legend.next_color_map),
        Command("Less opaque", ",", lambda: legend.step_opacity(-OPACITY_STEP)),
        Command("More opaque", ".", lambda: legend.step_opacity(OPACITY_STEP)),
    )


def _model(parts: Parts) -> tuple[Command, ...]:
    tabs, words = parts.tabs, "Preprocessing and class names…"
    return (
        Command(words, "", parts.opening.open_preprocessing),
        LINE,
        Command("Run", "Ctrl+Return", lambda: tabs.current.run()),
        Command("Stop", "Ctrl+.", lambda: tabs.current.stop()),
        LINE,
        Command("Smaller patch", "[", lambda: tabs.current.step_size(-1)),
        Command("Larger patch", "]", lambda: tabs.current.step_size(1)),
    )


def _go(parts: Parts) -> tuple[Command, ...]:
    session, tabs = parts.session, parts.tabs
    return (
        Command("Previous photo", "PgUp", lambda: session.step(-1)),
        Command("Next photo", "PgDown", lambda: session.step(1)),
        LINE,
        *(
            Command(panel.title, f"Ctrl+{place}", partial(tabs.show_tab, place - 1))
            for place, panel in enumerate(PANELS, 1)
        ),
    )


def _help(parts: Parts) -> tuple[Command, ...]:
    return (
        *(
            Command(page, "" if place else "F1", partial(parts.help.open_page, page))
            for place, page in enumerate(PAGES)
        ),
        LINE,
        Command("First steps", "", parts.tabs.first_steps.show),
    )
