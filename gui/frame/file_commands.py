"""The commands of the menus File, Edit and View."""

from functools import partial

from gui.frame.command import LINE, Command, Parts
from gui.widgets.words import translate

OPACITY_STEP = 0.1


def file_commands(parts: Parts) -> tuple[Command, ...]:
    """Returns what is done with files."""
    return (
        *_to_open(parts),
        *_to_open_again(parts),
        LINE,
        *_to_save(parts),
        LINE,
        Command(
            translate("Commands", "Quit"),
            "Ctrl+Q",
            parts.quit,
            translate("Commands", "Closes the window; work under way is stopped."),
        ),
    )


def edit_commands(parts: Parts) -> tuple[Command, ...]:
    """Returns what is changed, copied and found."""
    return (
        *_changes(parts),
        LINE,
        *_classes(parts),
    )


def view_commands(parts: Parts) -> tuple[Command, ...]:
    """Returns how the photo and its map are looked at."""
    return (
        *_fits(parts),
        *_zooms(parts),
        LINE,
        *_maps(parts),
        *_colors(parts),
    )


def _to_open(parts: Parts) -> tuple[Command, ...]:
    opening = parts.opening
    return (
        Command(
            translate("Commands", "Open photo…"),
            "Ctrl+O",
            opening.choose_photo,
            translate(
                "Commands", "Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF."
            ),
        ),
        Command(
            translate("Commands", "Open model…"),
            "Ctrl+Shift+O",
            opening.choose_model,
            translate("Commands", "Opens another classifier, an ONNX file."),
        ),
    )


def _to_open_again(parts: Parts) -> tuple[Command, ...]:
    opening = parts.opening
    return (
        Command(
            translate("Commands", "Open export…"),
            "",
            parts.reopening.choose,
            translate(
                "Commands",
                "Opens what was exported before: model, photo, settings and map.",
            ),
        ),
        Command(
            translate("Commands", "Open dataset…"),
            "",
            opening.choose_dataset,
            translate(
                "Commands", "Opens a folder with one folder of photos per class."
            ),
        ),
        Command(
            translate("Commands", "Open the demo"),
            "",
            opening.open_demo,
            translate(
                "Commands",
                "Opens the small network and the drawings that come with NetGaze.",
            ),
        ),
    )


def _to_save(parts: Parts) -> tuple[Command, ...]:
    return (
        Command(
            translate("Commands", "Export…"),
            "Ctrl+E",
            parts.exporting.choose,
            translate(
                "Commands",
                "Saves numbers and pictures of the tab in front into a new folder.",
            ),
        ),
        Command(
            translate("Commands", "Save picture as…"),
            "Ctrl+S",
            parts.exporting.save_picture,
            translate("Commands", "Saves what is shown, with its words, as one PNG."),
        ),
    )


def _changes(parts: Parts) -> tuple[Command, ...]:
    return (
        Command(
            translate("Commands", "Undo"),
            "Ctrl+Z",
            parts.tabs.undo,
            translate(
                "Commands", "Takes back the last change of the patches or marks."
            ),
        ),
        Command(
            translate("Commands", "Redo"),
            "Ctrl+Shift+Z Ctrl+Y",
            parts.tabs.redo,
            translate("Commands", "Does again what was taken back."),
        ),
        Command(
            translate("Commands", "Train on crop"),
            "X",
            parts.lenses.crop.mark,
            translate(
                "Commands",
                "Puts the drawn rectangle into the review list, to be trained on.",
            ),
        ),
        Command(
            translate("Commands", "Copy picture"),
            "Ctrl+C",
            parts.exporting.copy_picture,
            translate(
                "Commands", "Copies the photo with its map, in the photo's own size."
            ),
        ),
    )


def _classes(parts: Parts) -> tuple[Command, ...]:
    follow = partial(parts.session.follow_top, is_following=True)
    return (
        Command(
            translate("Commands", "Find a class"),
            "/ Ctrl+F",
            parts.canvas.scores.focus_search,
            translate(
                "Commands", "Goes to the field that leaves classes with these letters."
            ),
        ),
        Command(
            translate("Commands", "Follow the top class"),
            "T",
            follow,
            translate(
                "Commands",
                "Explains the likeliest class again, photo by photo (default: on).",
            ),
        ),
    )


def _fits(parts: Parts) -> tuple[Command, ...]:
    viewer = parts.canvas.viewer
    return (
        Command(
            translate("Commands", "Fit"),
            "F",
            viewer.fit,
            translate("Commands", "Shows all of the photo, as large as there is room."),
        ),
        Command(
            translate("Commands", "Fit the seen part"),
            "Shift+F",
            viewer.fit_seen,
            translate("Commands", "Shows the part of the photo that the network sees."),
        ),
        Command(
            translate("Commands", "Actual size"),
            "1",
            viewer.one_to_one,
            translate(
                "Commands", "Shows one pixel of the photo as one pixel of the screen."
            ),
        ),
    )


def _zooms(parts: Parts) -> tuple[Command, ...]:
    viewer = parts.canvas.viewer
    return (
        Command(
            translate("Commands", "Zoom in"),
            "+ =",
            viewer.zoom_in,
            translate("Commands", "Shows the photo larger, around the middle."),
        ),
        Command(
            translate("Commands", "Zoom out"),
            "-",
            viewer.zoom_out,
            translate("Commands", "Shows the photo smaller, around the middle."),
        ),
    )


def _maps(parts: Parts) -> tuple[Command, ...]:
    return (
        Command(
            translate("Commands", "Show or hide the map"),
            "O",
            parts.canvas.toggle_map,
            translate(
                "Commands",
                "Hides or shows the map (default: shown); hold O to look under it.",
            ),
        ),
        Command(
            translate("Commands", "Keep the map beside"),
            "B",
            parts.lenses.toggle_kept,
            translate(
                "Commands",
                "Keeps this map as the second pane, or lets it go (default: none).",
            ),
        ),
    )


def _colors(parts: Parts) -> tuple[Command, ...]:
    legend = parts.canvas.legend
    return (
        Command(
            translate("Commands", "Next colour map"),
            "M",
            legend.next_color_map,
            translate("Commands", "Takes the next colour map (default: automatic)."),
        ),
        Command(
            translate("Commands", "Less opaque"),
            ",",
            lambda: legend.step_opacity(-OPACITY_STEP),
            translate("Commands", "Makes the map 10 % less opaque (default: 75 %)."),
        ),
        Command(
            translate("Commands", "More opaque"),
            ".",
            lambda: legend.step_opacity(OPACITY_STEP),
            translate("Commands", "Makes the map 10 % more opaque (default: 75 %)."),
        ),
    )
