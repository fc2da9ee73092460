"""Where the files lie that come with NetGaze."""

import os
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
LABELS = RESOURCES / "labels"
DEMO = RESOURCES / "demo"
DEMO_MODEL = DEMO / "toy-food.onnx"
DEMO_PHOTO = DEMO / "photos" / "hamburger" / "hamburger-01.jpg"
ICON = RESOURCES / "app" / "netgaze.png"
TRANSLATIONS = RESOURCES / "translations"
LICENCES = RESOURCES / "licences.txt"  # of all that a packaged program comes with
LICENCE_RULE = f"\n{78 * '─'}\n"  # between two of them; none has such a line


def wanted_language() -> str:
    """Returns what LC_ALL, else LC_MESSAGES, else LANG says: "pt_BR.UTF-8", or ""."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next(filter(None, map(os.environ.get, names)), "")


def translation(wanted: str) -> Path | None:
    """Returns the translation into a language; None where there is none.

    For "pt_BR.UTF-8" the file is `netgaze_pt_BR.qm`, else `netgaze_pt.qm`.
    """
    language = wanted.partition(".")[0].partition("@")[0]
    files = (
        TRANSLATIONS / f"netgaze_{word}.qm"
        for word in (language, language.partition("_")[0])
    )
    return next((file for file in files if file.is_file()), None)
