"""Every command of the window with its key, menu by menu, as one table.

Single letters act unless a text field has the focus, which Qt sees to by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from gui.frame.exporting import Exporting
from gui.frame.help import HelpWindow, page_titles
from gui.frame.opening import Opening
from gui.frame.reopening import Reopening
from gui.frame.tabs import Tabs
from gui.lenses import Lenses
from gui.memory import Memory
from gui.panels import TABS
from gui.photo.canvas import Canvas
from gui.session import Session
from gui.widgets.words import translate

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
        reopening: How exports are opened again.
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
    reopening: Reopening
    help: HelpWindow
    quit: Callable[[], object]


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


def command_menus(parts: Parts) -> tuple[CommandMenu, ...]:
    """Returns the menus with their commands, in their order."""
    return (
        CommandMenu("file", translate("Commands", "&File"), _file(parts)),
        CommandMenu("edit", translate("Commands", "&Edit"), _edit(parts)),
        CommandMenu("view", translate("Commands", "&View"), _view(parts)),
        CommandMenu("model", translate("Commands", "&Model"), _model(parts)),
        CommandMenu("go", translate("Commands", "&Go"), _go(parts)),
        CommandMenu("help", translate("Commands", "&Help"), _help(parts)),
    )


def _file(parts: Parts) -> tuple[Command, ...]:
    opening = parts.opening
    return (
        Command(translate("Commands", "Open photo…"), "Ctrl+O", opening.choose_photo),
        Command(
            translate("Commands", "Open model…"), "Ctrl+Shift+O", opening.choose_model
        ),
        Command(translate("Commands", "Open export…"), "", parts.reopening.choose),
        Command(translate("Commands", "Open dataset…"), "", opening.choose_dataset),
        Command(translate("Commands", "Open the demo"), "", opening.open_demo),
        LINE,
        Command(translate("Commands", "Export…"), "Ctrl+E", parts.exporting.choose),
        Command(
            translate("Commands", "Save picture as…"),
            "Ctrl+S",
            parts.exporting.save_picture,
        ),
        LINE,
        Command(translate("Commands", "Quit"), "Ctrl+Q", parts.quit),
    )


def _edit(parts: Parts) -> tuple[Command, ...]:
    lenses = parts.lenses
    follow = partial(parts.session.follow_top, is_following=True)
    return (
        Command(
            translate("Commands", "Undo"),
            "Ctrl+Z",
            parts.tabs.undo,
        ),
        Command(
            translate("Commands", "Redo"),
            "Ctrl+Shift+Z Ctrl+Y",
            parts.tabs.redo,
        ),
        Command(translate("Commands", "Train on crop"), "X", lenses.crop.mark),
        Command(
            translate("Commands", "Copy picture"),
            "Ctrl+C",
            parts.exporting.copy_picture,
        ),
        LINE,
        Command(
            translate("Commands", "Find a class"),
            "/ Ctrl+F",
            parts.canvas.scores.focus_search,
        ),
        Command(translate("Commands", "Follow the top class"), "T", follow),
    )


def _view(parts: Parts) -> tuple[Command, ...]:
    canvas, viewer, legend = parts.canvas, parts.canvas.viewer, parts.canvas.legend
    return (
        Command(translate("Commands", "Fit"), "F", viewer.fit),
        Command(translate("Commands", "Fit the seen part"), "Shift+F", viewer.fit_seen),
        Command(translate("Commands", "Actual size"), "1", viewer.one_to_one),
        Command(translate("Commands", "Zoom in"), "+ =", viewer.zoom_in),
        Command(translate("Commands", "Zoom out"), "-", viewer.zoom_out),
        LINE,
        Command(translate("Commands", "Show or hide the map"), "O", canvas.toggle_map),
        Command(
            translate("Commands", "Keep the map beside"), "B", parts.lenses.toggle_kept
        ),
        Command(translate("Commands", "Next colour map"), "M", legend.next_color_map),
        Command(
            translate("Commands", "Less opaque"),
            ",",
            lambda: legend.step_opacity(-OPACITY_STEP),
        ),
        Command(
            translate("Commands", "More opaque"),
            ".",
            lambda: legend.step_opacity(OPACITY_STEP),
        ),
    )


def _model(parts: Parts) -> tuple[Command, ...]:
    tabs = parts.tabs
    words = translate("Commands", "Preprocessing…")
    return (
        Command(words, "Ctrl+D", tabs.show_preprocessing),
        LINE,
        Command(
            translate("Commands", "Run"), "Ctrl+Return", lambda: tabs.current.run()
        ),
        Command(translate("Commands", "Stop"), "Ctrl+.", lambda: tabs.current.stop()),
        LINE,
        Command(
            translate("Commands", "Smaller patch"),
            "[",
            lambda: tabs.current.step_size(-1),
        ),
        Command(
            translate("Commands", "Larger patch"),
            "]",
            lambda: tabs.current.step_size(1),
        ),
    )


def _go(parts: Parts) -> tuple[Command, ...]:
    session, tabs = parts.session, parts.tabs
    return (
        Command(
            translate("Commands", "Previous photo"), "PgUp", lambda: session.step(-1)
        ),
        Command(translate("Commands", "Next photo"), "PgDown", lambda: session.step(1)),
        Command(translate("Commands", "Tab before"), "Alt+Left", tabs.show_former),
        LINE,
        *(
            Command(
                translate("Panel", tab.title),
                f"Ctrl+{place}",
                partial(tabs.show_tab, place - 1),
            )
            for place, tab in enumerate(TABS, 1)
        ),
    )


def _help(parts: Parts) -> tuple[Command, ...]:
    return (
        *(
            Command(title, "" if place else "F1", partial(parts.help.open_page, page))
            for place, (page, title) in enumerate(page_titles().items())
        ),
        LINE,
        Command(translate("Commands", "First steps"), "", parts.tabs.show_first_steps),
    )
