"""Lists the words of `gui` that no other language could say.

What a person reads passes `tr`, `translate` or `counted`, or is a template of the core,
before names and numbers are put into it. A literal that reads like words and does not
is a fault; so is an f-string, or pieces joined, within those calls, `.replace` of what
they return, and a choice made by what a button says.

    python tests/window_sentences.py [FOLDER…]     exit code 1 where there are any
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LITERALS = {
    "tr": 1,
    "translate": 2,
    "to_translate": 2,
    "counted": 2,
}  # how many arguments stay literals
TEMPLATES = {
    *("Sentence", "InferenceError", "ImageError", "ModelError", "SpecError"),
    *("ExportError", "TrainingError"),
}
FOR_US = {  # calls whose words no person reads
    *("Message", "TypeVar", "getattr", "setProperty", "setObjectName", "findChild"),
    *("info", "warning", "error", "debug", "exception", "compile", "sub"),
}
HANDING_ON = {"counted", "translated"}  # functions that are handed the literal
WORDS = re.compile(r"[^\W\d_]{2}.*\s\S|[A-Z][a-z]|[^\W\d_]{2,}…")
NAMES = re.compile(
    r"NetGaze(: )?|Qt\w*|QT_\w+|(Ctrl|Shift)\+.*|PgUp|PgDown|Fusion|ImageNet|url\(.*"
)
LEFT = {  # literals that are no words for a person
    ("frame/about.py", "PySide6-Essentials"): "the name of a package",
    ("frame/about.py", "# NetGaze "): "a name",
    ("frame/about.py", "Python "): "a name",
    ("self_test/photos.py", "SELECT path, row FROM photos"): "asks SQLite",
    ("frame/file_commands.py", "/ Ctrl+F"): "keys",
    ("frame/commands.py", "Alt+"): "keys",
    ("frame/commands.py", "Alt+Left"): "keys",
    ("frame/opening.py", "Model"): "the source of a message",
    ("frame/opening.py", "Photo"): "the source of a message",
}
EXEMPT = {  # files whose words are of systems, fonts, formats, or for a log
    "log.py": "the form of a line of the log",
    "display.py": "names of packages",
    "errors.py": "facts for a report, which stay English",
    "fonts.py": "names of fonts",
    "language.py": "names of languages, each in its own",
    "__init__.py": "names in the code",
}


def faults(root: Path = ROOT / "gui") -> list[str]:
    """Returns "file:line: what is wrong", for the Python files in a folder."""
    return [
        f"{path}:{line}: {what}"
        for path in sorted(root.rglob("*.py"))
        if path.name not in EXEMPT
        for line, what in _faults(ast.parse(path.read_text("utf-8")))
        if not _is_left(path, what)
    ]


def _is_left(path: Path, what: str) -> bool:
    folder = ROOT / "gui"
    file = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""
    return any(file == f and what == f"not translated: {w!r}" for f, w in LEFT)


def _faults(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Walks what may hold words for a person."""
    match node:
        case ast.FunctionDef(name=name) if name in HANDING_ON:
            return
        case ast.Expr(value=ast.Constant()):  # a docstring
            return
        case ast.Constant(value=str(text), lineno=line) if _reads_like_words(text):
            yield line, f"not translated: {text!r}"
        case ast.Compare() if any(map(_is_translated, (node.left, *node.comparators))):
            yield node.lineno, "a choice by what is shown"
        case ast.Call():
            yield from _in_call(node)
            return
    for child in _children(node):
        yield from _faults(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Leaves out types: their words are names."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns") or _is_literal_type(value):
            continue
        yield from (c for c in _listed(value) if isinstance(c, ast.AST))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_literal_type(value: object) -> bool:
    return isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Literal"


def _in_call(call: ast.Call) -> Iterator[tuple[int, str]]:
    name = _name(call.func)
    if ast.unparse(call.func).endswith(("painter.translate", "line.translate")):
        name = ""  # moves a drawing
    if name == "counted" and len(call.args) < 3:
        name = ""  # counts numbers
    if name == "replace" and _is_translated(getattr(call.func, "value", None)):
        yield call.lineno, "a sentence made by .replace"
    first = LITERALS.get(name, 0)
    if not all(map(_is_known, call.args[:first])):
        yield call.lineno, f"no literal in {name}()"
    if name in FOR_US | TEMPLATES:
        first = len(call.args) if name != "Message" else 1
    is_template = name in TEMPLATES
    named = [word for word in call.keywords if not (is_template and word.arg == "one")]
    for each in (call.func, *call.args[first:], *named):
        yield from _faults(each)


def _is_known(given: ast.expr) -> bool:
    """Whether lupdate finds the words; a title is marked where it is written."""
    return isinstance(given, ast.Constant) or _name(given) == "title"


def _name(called: ast.expr | None) -> str:
    return getattr(called, "attr", "") or getattr(called, "id", "")


def _is_translated(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Call) and _name(value.func) in LITERALS


def _reads_like_words(text: str) -> bool:
    return bool(WORDS.search(text)) and not NAMES.fullmatch(text)


if __name__ == "__main__":
    folders = map(Path, sys.argv[1:] or [str(ROOT / "gui")])
    found = [line for folder in folders for line in faults(folder)]
    print("\n".join(found))
    sys.exit(bool(found))
