"""Every command of the window with its key, menu by menu, as one table.

Single letters act unless a text field has the focus, which Qt sees to by itself.
"""

from functools import partial

from gui.frame import diagnostics
from gui.frame.about import about_title
from gui.frame.command import LINE, Command, CommandMenu, Parts
from gui.frame.file_commands import edit_commands, file_commands, view_commands
from gui.frame.help import page_titles
from gui.panels import TABS
from gui.widgets.words import translate


def command_menus(parts: Parts) -> tuple[CommandMenu, ...]:
    """Returns the menus with their commands, in their order."""
    return (
        CommandMenu("file", translate("Commands", "&File"), file_commands(parts)),
        CommandMenu("edit", translate("Commands", "&Edit"), edit_commands(parts)),
        CommandMenu("view", translate("Commands", "&View"), view_commands(parts)),
        CommandMenu("model", translate("Commands", "&Model"), _model(parts)),
        CommandMenu("go", translate("Commands", "&Go"), _go(parts)),
        CommandMenu("help", translate("Commands", "&Help"), _help(parts)),
    )


def _model(parts: Parts) -> tuple[Command, ...]:
    tabs = parts.tabs
    words = translate("Commands", "Preprocessing…")
    return (
        Command(
            words,
            "Ctrl+D",
            tabs.show_preprocessing,
            translate(
                "Commands",
                "Shows how the photo is fed to the network, and tries other ways.",
            ),
        ),
        Command(
            translate("Commands", "Compare with model…"),
            "",
            parts.opening.choose_rival,
            translate(
                "Commands",
                "Shows another model beside the open one, on a photo and a dataset.",
            ),
        ),
        LINE,
        Command(
            translate("Commands", "Run"),
            "Ctrl+Return",
            lambda: tabs.current.run(),
            translate("Commands", "Starts the work of the tab in front."),
        ),
        Command(
            translate("Commands", "Stop"),
            "Ctrl+.",
            lambda: tabs.current.stop(),
            translate(
                "Commands", "Stops the work of the tab in front; what it has stays."
            ),
        ),
        LINE,
        *_sizes(parts),
    )


def _sizes(parts: Parts) -> tuple[Command, ...]:
    tabs = parts.tabs
    return (
        Command(
            translate("Commands", "Smaller patch"),
            "[",
            lambda: tabs.current.step_size(-1),
            translate("Commands", "Makes the patch smaller by 1 input pixel."),
        ),
        Command(
            translate("Commands", "Larger patch"),
            "]",
            lambda: tabs.current.step_size(1),
            translate("Commands", "Makes the patch larger by 1 input pixel."),
        ),
    )


def _go(parts: Parts) -> tuple[Command, ...]:
    session, tabs = parts.session, parts.tabs
    return (
        Command(
            translate("Commands", "Previous photo"),
            "PgUp",
            lambda: session.step(-1),
            translate("Commands", "Opens the photo before this one."),
        ),
        Command(
            translate("Commands", "Next photo"),
            "PgDown",
            lambda: session.step(1),
            translate("Commands", "Opens the photo after this one."),
        ),
        Command(
            translate("Commands", "Tab before"),
            "Alt+Left",
            tabs.show_former,
            translate("Commands", "Goes back to the tab that was in front before."),
        ),
        LINE,
        *(
            Command(
                translate("Panel", tab.title),
                f"Ctrl+{place}",
                partial(tabs.show_tab, place - 1),
                translate("Commands", "Brings this tab to the front."),
            )
            for place, tab in enumerate(TABS, 1)
        ),
        LINE,
        *_pages(parts),
    )


def _pages(parts: Parts) -> tuple[Command, ...]:
    tip = translate("Commands", "Brings this page of Ranking to the front.")
    return tuple(
        Command(
            title,
            f"Alt+{place}",
            partial(parts.tabs.show_page_of, "ranking", place - 1),
            tip,
        )
        for place, title in enumerate(_ranking_pages(), 1)
    )


def _ranking_pages() -> tuple[str, ...]:
    return (
        translate("Commands", "Ranking: Photos"),
        translate("Commands", "Ranking: Classes"),
        translate("Commands", "Ranking: Suspects"),
        translate("Commands", "Ranking: Neighbours"),
        translate("Commands", "Ranking: Evidence"),
    )


def _help(parts: Parts) -> tuple[Command, ...]:
    return (
        *(
            Command(
                title,
                "" if place else "F1",
                partial(parts.help.open_page, page),
                translate("Commands", "Opens this page of the help."),
            )
            for place, (page, title) in enumerate(page_titles().items())
        ),
        Command(
            diagnostics.title(),
            "",
            parts.help.open_diagnostics,
            translate(
                "Commands",
                "Says what this machine can compute with, and why not with more.",
            ),
        ),
        LINE,
        Command(
            translate("Commands", "First steps"),
            "",
            parts.tabs.show_first_steps,
            translate("Commands", "Shows the card with the first three clicks again."),
        ),
        LINE,
        Command(
            about_title(),
            "",
            parts.help.open_about,
            translate("Commands", "Says the version, where the log is, and licences."),
        ),
    )
