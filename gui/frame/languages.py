"""View ▸ Language: a new window speaks another one, and goes on with the work."""

from functools import partial

from PySide6.QtWidgets import QMenu

from gui.frame.choices import add_choices
from gui.frame.command import Parts
from gui.frame.messages import Message
from gui.language import AUTOMATIC, LANGUAGES, language_file
from gui.widgets.words import translate


def add_languages(view: QMenu, parts: Parts) -> None:
    """Offers languages, each in its own words."""
    menu = view.addMenu(translate("Languages", "Language"))
    tip = translate(
        "Languages", "Language of the window (default: that of the system)."
    )
    named = {AUTOMATIC: translate("Languages", "System")} | LANGUAGES
    entries = {choice: (words, tip) for choice, words in named.items()}
    add_choices(menu, entries, parts.memory.settings.language, partial(_speak, parts))


def _speak(parts: Parts, choice: str) -> None:
    """Lets a new window speak a language; asks first where that ends some work."""
    memory = parts.memory
    before, now = map(language_file, (memory.settings.language, choice))
    memory.change(language=choice)
    if now == before:
        return
    if not parts.session.lanes.running:
        parts.reopen()
        return
    message = Message(
        "Language",
        translate("Languages", "The language changes in a new window"),
        translate("Languages", "What is being computed would stop."),
        tone="notice",
        actions=((translate("Languages", "Open it now"), parts.reopen),),
    )
    parts.tell(message)
