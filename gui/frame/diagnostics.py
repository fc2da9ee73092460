"""The page that says what this machine can compute with, and why not with more."""

from gui.errors import said
from gui.widgets.words import translate
from inference.diagnostics import diagnosis, diagnosis_lines


def diagnostics_page() -> str:
    """Tries what there is, which loads torch, and returns it as Markdown."""
    found = diagnosis()
    rows = [
        f"| {_cell(name)} | {_cell(words)} |" for name, words in diagnosis_lines(found)
    ]
    page = [f"# {title()}", "", "| | |", "|---|---|", *rows]
    if found.heard:
        words = translate("Help", "What ONNX Runtime wrote while CUDA was tried:")
        page += ["", words, "", *(f"    {line}" for line in found.heard)]
    return "\n".join(page)


def title() -> str:
    """Returns what the page is called."""
    return translate("Help", "Diagnostics")


def _cell(value: object) -> str:
    return said(value).replace("|", "\\|")
