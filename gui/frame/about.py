"""About NetGaze: its version, where it keeps things, and the licences it comes with."""

from importlib import metadata
from platform import python_version

from gui.log import log_file
from gui.settings import settings_file
from gui.widgets.words import translate
from inference import __version__
from inference.bundled import LICENCE_RULE, LICENCES
from inference.user_folder import user_folder

LINK = "licence:"  # begins links to one of them
_PARTS = (
    *("PySide6-Essentials", "onnxruntime", "onnxruntime-gpu", "onnx"),
    *("torch", "numpy", "pillow"),
)


def about_title() -> str:
    """Returns what the page is called."""
    return translate("About", "About NetGaze")


def about_page() -> str:
    """Returns the page, in Markdown."""
    return "\n\n".join(
        (
            f"# NetGaze {__version__}",
            translate("About", "Shows what an image classifier looks at, and why."),
            _places(),
            _versions(),
            _licences(),
        )
    )


def _places() -> str:
    log = log_file()
    kept = {
        translate("About", "Log"): log or translate("About", "on the terminal"),
        translate("About", "Settings"): settings_file().fileName(),
        translate("About", "Score books, reviews"): user_folder(),
    }
    rows = (f"- {name}: `{place}`" for name, place in kept.items())
    head = translate("About", "Where it keeps things")
    return "\n".join((f"## {head}\n", *rows))


def _versions() -> str:
    found = [f"Python {python_version()}"]
    for name in _PARTS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    head = translate("About", "What it stands on")
    return f"## {head}\n\n{', '.join(found)}"


def _licences() -> str:
    head = translate("About", "Licences")
    own = translate("About", "NetGaze is free software under the Apache License 2.0.")
    if not LICENCES.is_file():
        words = translate(
            "About",
            "The packages that it stands on were installed beside it, and hold their "
            "licences themselves.",
        )
        return f"## {head}\n\n{own} {words}"
    words = translate("About", "With it come, each under its own licence:")
    links = (f"- [{title}]({LINK}{n})" for n, title in enumerate(_titles()))
    return "\n".join((f"## {head}\n", f"{own} {words}\n", *links))


def _titles() -> list[str]:
    """Returns what stands above each licence: the name and the version."""
    return [text.split("\n", 1)[0] for text in _texts()]


def licence(number: int) -> str:
    """Returns one of the licences, as it is written."""
    return _texts()[number]


def _texts() -> list[str]:
    return LICENCES.read_text("utf-8").split(LICENCE_RULE)
