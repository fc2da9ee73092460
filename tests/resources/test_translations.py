"""What is translated says all that the English says, where it is looked up."""

import re
import xml.etree.ElementTree as ET

import pytest

from gui.language import CONTEXT
from inference.bundled import RESOURCES, TRANSLATIONS

FILES = sorted(TRANSLATIONS.glob("*.ts"))
PAGES = sorted((RESOURCES / "help").glob("*.*.md"))
PARTS = re.compile(r"^(#+ |- |\| )", re.MULTILINE)


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
