"""Makes the files of a language: `python -m resources.translations.make de`.

It writes, beside this file:

- `netgaze_de.ts`: every text that a person reads, for Qt Linguist. What is translated
  already stays; what the program says no more is dropped;
- `netgaze_de.qm`: the translations that are there. NetGaze speaks the language once
  this file lies here, and the system or View ▸ Language names it;
- `qtbase_de.qm`: Qt's own words, for its choosers and fields.

`--later` marks what nobody has translated yet: those texts stay English for now.

The texts of the window stand in `tr()` and its kin, where Qt's own tool finds them.
Those of `inference` are templates of sentences: here they are gathered for that tool.
Where {n} is a count, a text has as many forms as the language has.
"""

import argparse
import ast
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo

from gui.language import CONTEXT
from inference.languages import NUMBER
from resources.translations.check import LATER

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SOURCES = ("main.py", "inference", "gui")  # sentences of the core stand in all three
BASE = "InferenceError"
TAKING = {"Sentence", "say", "super().__init__"}  # besides the errors for people
ALIASES = "tr+=counted,QT_TRANSLATE_NOOP+=to_translate"


def main() -> None:
    """Makes what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("language", help="as in LANG: de, pt_BR")
    parser.add_argument("--later", action="store_true", help="mark what is missing")
    options = parser.parse_args()
    texts = HERE / f"netgaze_{options.language}.ts"
    write_texts(texts, options.language)
    if options.later:
        _mark(texts)
    compile_texts(texts)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    shutil.copy(Path(of_qt) / f"qtbase_{options.language}.qm", HERE)


def write_texts(file: Path, language: str) -> None:
    """Writes all texts into a Qt Linguist file, or brings it up to date."""
    with tempfile.TemporaryDirectory() as folder:
        gathered = Path(folder) / "inference.py"
        gathered.write_text("\n".join(map(_call, sorted(templates()))), "utf-8")
        shape = ["-no-obsolete", "-locations", "none", "-target-language", language]
        window = map(str, _python_files(ROOT / "gui"))
        files = [*window, str(gathered), "-ts", str(file)]
        _run("lupdate", "-tr-function-alias", ALIASES, *shape, *files)


def compile_texts(file: Path) -> Path:
    """Compiles a Qt Linguist file and returns the result, which lies beside it."""
    compiled = file.with_suffix(".qm")
    _run("lrelease", str(file), "-qm", str(compiled))
    return compiled


def _mark(file: Path) -> None:
    """Marks all texts that have no translation as such."""
    text = file.read_text("utf-8")
    comment = f"<translatorcomment>{LATER}</translatorcomment>"
    open_ones = r'(?<!</translatorcomment>\n)( *)(<translation type="unfinished">)'
    file.write_text(re.sub(open_ones, rf"\1{comment}\n\1\2", text), "utf-8")


def templates() -> set[str]:
    """Returns the templates of all sentences of `inference`."""
    files = [path for name in SOURCES for path in _python_files(ROOT / name)]
    trees = [ast.parse(path.read_text("utf-8")) for path in files]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    taking = TAKING | _errors(classes)
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    said = {call.args[0] for call in calls if _takes(call, taking) and call.args}
    return {NUMBER, *filter(None, map(_text, said)), *_headlines(classes)}


def _run(tool: str, *arguments: str) -> None:
    """Runs a tool that comes with PySide6."""
    program = Path(PySide6.__file__).with_name(tool)
    subprocess.run([str(program), "-silent", *arguments], check=True)


def _python_files(path: Path) -> list[Path]:
    return [path] if path.suffix else sorted(path.rglob("*.py"))


def _errors(classes: list[ast.ClassDef]) -> set[str]:
    """Returns the names of the errors for people."""
    found, before = {BASE}, 0
    while len(found) > before:
        before = len(found)
        for each in classes:
            if found & {ast.unparse(base) for base in each.bases}:
                found.add(each.name)
    return found


def _takes(call: ast.Call, taking: set[str]) -> bool:
    return ast.unparse(call.func) in taking


def _headlines(classes: list[ast.ClassDef]) -> Iterator[str]:
    for each in classes:
        for part in each.body:
            match part:
                case ast.Assign(targets=[ast.Name("headline")], value=value):
                    yield _text(value)


def _text(node: ast.expr | None) -> str:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else ""


def _call(template: str) -> str:
    """Writes a template as Qt's tool finds it; one that counts has forms."""
    counts = ", None, 0" if re.search(r"{n\W", template) else ""
    return f"QCoreApplication.translate({CONTEXT!r}, {template!r}{counts})"


if __name__ == "__main__":
    main()
