"""The files of translations: whole, right, and compiled as they stand."""

import filecmp
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from gui.language import CONTEXT, LANGUAGES, Language, language_file
from inference.bundled import RESOURCES, TRANSLATIONS
from inference.errors import Sentence
from resources.translations import check, make

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(TRANSLATIONS.glob("*.ts"))
PAGES = sorted((RESOURCES / "help").glob("*.*.md"))
PARTS = re.compile(r"^(#+ |- |\| )", re.MULTILINE)
RUSSIAN = TRANSLATIONS / "netgaze_ru.ts"

MESSAGES = "<TS language='ru'><context><name>Test</name>{}</context></TS>"
ONE = "<message{}><source>{}</source><translation>{}</translation></message>"


def texts(file):
    """The texts of a file of translations, with their contexts."""
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
    }


def test_each_language_of_the_menu_has_its_files():
    named = {f"netgaze_{language}" for language in LANGUAGES if language != "en"}
    assert {file.stem for file in FILES} == named
    for file in FILES:
        assert file.with_suffix(".qm").is_file()
        assert (
            (file.parent / file.name.replace("netgaze", "qtbase"))
            .with_suffix(".qm")
            .is_file()
        )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_translation_is_wrong(file):
    assert check.faults(file) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_sentence_of_the_program_stands_in_it(file, tmp_path):
    """A sentence that was added is translated, or marked for later."""
    fresh = Path(shutil.copy(file, tmp_path))
    make.write_texts(fresh, file.stem.partition("_")[2])
    assert check.faults(fresh) == []
    assert texts(fresh) == texts(file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_compiled_file_is_that_of_its_source(file, tmp_path):
    copy = shutil.copy(file, tmp_path)
    compiled = make.compile_texts(Path(copy))
    assert filecmp.cmp(compiled, file.with_suffix(".qm"), shallow=False)


@pytest.mark.parametrize(
    ("source", "form", "fault"),
    [
        ("{n} photos of {name}", "{n} фото", "placeholders differ"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Слова", "markup differ"),
        ("Runs (Ctrl+Enter).", "Считает.", "keys differ"),
        ("Give --out a folder.", "Дайте папку.", "options differ"),
        ("&amp;File", "Файл", "a shortcut differ"),
        (" Did you mean it?", "Это?", "blanks at the ends differ"),
        ("Run", "Run", "equals its source"),
        ("Run", "", "is not translated"),
    ],
)
def test_what_does_not_agree_is_found(source, form, fault, tmp_path):
    file = tmp_path / "netgaze_ru.ts"
    file.write_text(MESSAGES.format(ONE.format("", source, form)), "utf-8")
    (found,) = check.faults(file)
    assert fault in found


def test_a_count_has_as_many_forms_as_the_language(tmp_path):
    forms = "<numerusform>{n} фото</numerusform>" * 2
    message = ONE.format(" numerus='yes'", "{n} photos", forms)
    file = tmp_path / "netgaze_ru.ts"
    file.write_text(MESSAGES.format(message), "utf-8")
    assert "has 2 forms of 3" in check.faults(file)[0]


def test_what_is_marked_for_later_is_english_alone(tmp_path, monkeypatch):
    """As a contributor does it who has added a sentence and speaks no Russian."""
    for file in TRANSLATIONS.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path)
    texts = tmp_path / RUSSIAN.name
    known = "<source>Run map</source>"
    whole = texts.read_text("utf-8")
    i = whole.index(known)
    start, end = whole.rindex("<message>", 0, i), whole.index("</message>", i)
    texts.write_text(whole[:start] + whole[end + len("</message>") :], "utf-8")
    monkeypatch.setattr(make, "HERE", tmp_path)
    monkeypatch.setattr(sys, "argv", ["make", "ru"])
    make.main()
    assert any("not translated" in fault for fault in check.faults(texts))
    monkeypatch.setattr(sys, "argv", ["make", "ru", "--later"])
    make.main()
    assert check.faults(texts) == []
    language = Language(texts.with_suffix(".qm"))
    assert not language.translate("MapSection", "Run map")
    assert language.translate("Menus", "Theme")


@pytest.mark.parametrize(
    ("wanted", "file"),
    [
        ("zh_CN.UTF-8", "netgaze_zh_CN.qm"),
        ("ru", "netgaze_ru.qm"),
        ("ru_RU.UTF-8@euro", "netgaze_ru.qm"),
        ("zh_TW.UTF-8", None),
        ("C", None),
        ("en_US.UTF-8", None),
    ],
)
def test_the_language_follows_the_system(wanted, file, monkeypatch):
    monkeypatch.setenv("LC_ALL", wanted)
    found = language_file("automatic")
    assert (found and found.name) == file
    assert language_file("ru").name == "netgaze_ru.qm"
    assert language_file("en") is None


def test_the_shell_speaks_the_language():
    command = [sys.executable, "main.py", "predict", "no-such.onnx", "no-such.jpg"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert any("\u0430" <= letter <= "\u044f" for letter in done.stderr.decode())


def test_numbers_are_written_as_the_language_has_it():
    template = "{n:,} of {share:.1f} in {name}"
    sentence = Sentence(template, n=50176, share=0.5, name="a.b")

    def russian(template, _count):
        return {"1,234.5": "1\u00a0234,5"}.get(template, template)

    assert sentence.put(russian) == "50\u00a0176 of 0,5 in a.b"
    assert str(sentence) == "50,176 of 0.5 in a.b"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_counts_lie_where_they_are_looked_up(file):
    """`counted` asks for them without a context."""
    contexts = ET.parse(file).getroot().findall("context")
    counting = {
        context.findtext("name") or ""
        for context in contexts
        if context.find("message[@numerus='yes']") is not None
    }
    assert counting == {"", CONTEXT}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_help_has_all_parts_of_the_english_one(page):
    english = page.with_name(f"{page.name.partition('.')[0]}.md")
    parts = [PARTS.findall(each.read_text("utf-8")) for each in (page, english)]
    assert parts[0] == parts[1]
