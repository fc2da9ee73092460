"""The user's language, from a file of translations.

It needs no more of Qt than its core, so that the command line speaks it too.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from inference.bundled import translation, wanted_language

AUTOMATIC = "automatic"  # as the system has it
LANGUAGES = {"en": "English", "zh_CN": "简体中文", "ru": "Русский"}
CONTEXT = "inference"  # of the sentences that come from there
_MOST = 2**31 - 1  # Qt counts in ints of C
_PERIOD = 10**6  # no language's plural forms look at more digits


def plural(count: int) -> int:
    """Returns a count that takes the same plural form, as large as Qt understands."""
    return count if count <= _MOST else _PERIOD + count % _PERIOD


def translated(template: str, count: int = -1) -> str:
    """Returns a template of `inference` in the language of the window.

    Args:
        template: The English one.
        count: How many there are of what it counts; -1 where it counts nothing.
    """
    return QCoreApplication.translate(CONTEXT, template, None, plural(count))


class Language(QTranslator):
    """A translation; without a file, or where it holds none, all stays English."""

    def __init__(self, file: Path | None) -> None:
        super().__init__()
        if file is not None:
            self.load(str(file))

    def translated(self, template: str, count: int) -> str:
        """Returns a template of `inference` translated, else as it is.

        Args:
            template: The English one.
            count: How many there are of what it counts; -1 where it counts nothing.
        """
        found: str | None = self.translate(CONTEXT, template, None, plural(count))
        return found or template


def language_file(choice: str) -> Path | None:
    """Returns the translation for a key of `LANGUAGES`, or for the system's language.

    None where the window stays English.
    """
    if choice != AUTOMATIC:
        return translation(choice)
    if wanted := wanted_language():
        return translation(wanted)
    for language in map(_in_short, QLocale.system().uiLanguages()):
        file = translation(language)
        if file is not None or language.startswith("en"):
            return file
    return None


def speak(app: QCoreApplication, file: Path | None) -> None:
    """Lets the window speak the language of a translation; None is English.

    What stands in the window already stays as it is.
    """
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.setParent(None)
    name = "en" if file is None else file.stem.partition("_")[2]
    QLocale.setDefault(QLocale(name))
    if file is not None:
        of_qt = QTranslator(app)  # its dialogs, the menus of its fields
        of_qt.load(f"qtbase_{name}", str(file.parent))
        ours = Language(file)
        ours.setParent(app)
        for each in (of_qt, ours):
            app.installTranslator(each)


def _in_short(language: str) -> str:
    """Returns a language as files are named: of "zh-Hans-CN" it is "zh_CN"."""
    parts = language.split("-")
    return "_".join((parts[0], *(part for part in parts[1:] if len(part) == 2)))
