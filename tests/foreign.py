"""A language for tests: English in letters that no file, class or number has.

Each text stands in brackets and is longer by 40 %, as in many languages. It is made as
any other: from the Qt Linguist file that `resources.translations.make` writes. A word
in common letters is one that was not translated.
"""

import re
import xml.etree.ElementTree as ET

from resources.translations.make import compile_texts, write_texts

LANGUAGE = "de"  # two forms for counts, as English has
COMMON = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
FOREIGN = "àƀçđéƒğĥîĵķļɱñöþǫŕšťûṽŵẋýžÀßÇÐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŤÛṼŴẊÝŽ"
LONGER, MORE = 0.4, " ~~~~"  # of a text; in pieces, as lines are broken
_FIELD = re.compile(r"({[^}]*}|%\(\w+\)\w|%\w|<[^>]*>|&\w+;)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")


def foreign(text):
    """Says a template in the language."""
    more = -(-round(LONGER * len(text)) // len(MORE)) * MORE
    is_wordy = any(map(str.isalpha, "".join(_FIELD.split(text)[::2])))
    return f"«{lettered(text)}{more}»" if is_wordy else text


def lettered(text):
    """Writes words in the other letters; what is filled in, and markup, stays."""
    parts = _FIELD.split(text)
    parts[::2] = [part.translate(str.maketrans(COMMON, FOREIGN)) for part in parts[::2]]
    return "".join(parts)


def make_language(folder):
    """Writes the language into a folder, as translators and their tools do."""
    texts = folder / f"netgaze_{LANGUAGE}.ts"
    write_texts(texts, LANGUAGE)
    tree = ET.parse(texts)
    for message in tree.iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        del translation.attrib["type"]  # unfinished
        for form in translation.findall("numerusform") or [translation]:
            form.text = foreign(source)
    tree.write(texts, "utf-8", xml_declaration=True)
    compile_texts(texts)


def english_words(text, names=(), typed=None):
    """Returns the words of a text in common letters that are no names.

    `typed` is the form of others that are typed as they are printed.
    """
    for name in sorted(map(str, names), key=len, reverse=True):
        text = text.replace(name, "")
    return _WORD.findall(typed.sub("", text) if typed else text)
