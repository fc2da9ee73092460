"""Lists the words of `inference` and `main.py` that reach a person as plain English.

Words that are put together (an f-string, pieces joined by + or %) are a fault wherever
they stand: they are no template. In the rooms of the command line any literal that
reads like words is one, and any that is printed or is an option's help.

    python tests/printed_words.py [FOLDER…]     exit code 1 where there are any
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
Fault = tuple[int, str, str]  # the line, what is wrong, and with which words
SOURCES = (ROOT / "inference", ROOT / "main.py")
PRINTING = {"print", "answer", "remark", "write", "writelines", "error", "_failed"}
HELP = {"help", "description", "epilog", "title"}  # of argparse
LETTERS = re.compile(r"[^\W\d_]{2}")
JOINED = re.compile(r"[^\W\d_]{2}.*\s|\s.*[^\W\d_]{2}", re.DOTALL)
WORDS = re.compile(r"[^\W\d_]{2}.*\s\S|^[A-Z][a-z]+$")
LEFT = {  # words that no person reads in their language
    "Activations of …": "a title in JSON",
    "Nodes of …": "a title in JSON",
    "Covered places: …": "a title in JSON",
    "what became of several photos": "a title in JSON",
    "a field is of kind …": "a fact about a file, told like those of a library",
    "a constant of … elements is too large": "a fact about a node, like torch's",
    "tensors of type … are not supported": "a fact about a node, like torch's",
    "axis … of a tensor of rank …": "a fact about a node, like torch's",
}


def faults(*sources: Path) -> list[str]:
    """Returns "file:line: what is wrong", for Python files and those in folders."""
    files = [file for source in sources for file in _files(source)]
    return [
        f"{file}:{line}: {what}: {text!r}"
        for file in files
        for line, what, text in sorted(set(_faults(file)))
        if text not in LEFT
    ]


def _files(source: Path) -> list[Path]:
    return [source] if source.suffix else sorted(source.rglob("*.py"))


def _faults(file: Path) -> Iterator[Fault]:
    tree = ast.parse(file.read_text("utf-8"))
    yield from _joined(tree)
    if file.name == "main.py" or "cli" in file.parts:
        yield from _plain(tree)
        yield from _printed(tree)


def _joined(tree: ast.Module) -> Iterator[Fault]:
    """Finds words that are put together."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=values) if JOINED.search(_pieces(values)):
                yield node.lineno, "words put together", _pieces(values)
            case ast.BinOp(left=left, op=ast.Add() | ast.Mod(), right=right):
                for text in filter(JOINED.search, map(_text, (left, right))):
                    yield node.lineno, "words put together", text


def _plain(node: ast.AST) -> Iterator[Fault]:
    """Finds literals that read like words and are no template, doc or type."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=called) if _takes_template(called):
            return
        case ast.keyword(arg="metavar"):
            return
        case ast.Constant(value=str(text), lineno=line) if WORDS.search(text):
            yield line, "no sentence", text
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in ("annotation", "returns"):
                yield from _plain(child)


def _takes_template(called: ast.expr) -> bool:
    name = ast.unparse(called)
    return name in ("Sentence", "say") or name.endswith("Error")


def _printed(tree: ast.Module) -> Iterator[Fault]:
    """Finds literals with letters that are printed, or are the help of an option."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        said = [word.value for word in node.keywords if word.arg in HELP]
        if ast.unparse(node.func).rpartition(".")[2] in PRINTING:
            said += node.args
        for text in filter(LETTERS.search, (t for each in said for t in _texts(each))):
            yield node.lineno, "no sentence", text


def _texts(said: ast.expr) -> Iterator[str]:
    """Yields the literals in what is said, but for those of templates."""
    match said:
        case ast.Call():
            return
        case ast.Constant():
            yield _text(said)
        case ast.JoinedStr(values=values):
            yield _pieces(values)
    for child in ast.iter_child_nodes(said):
        if isinstance(child, ast.expr) and not isinstance(said, ast.JoinedStr):
            yield from _texts(child)


def _pieces(values: list[ast.expr]) -> str:
    """Returns an f-string with a sign in place of what is filled in."""
    return "".join(_text(value) or "…" for value in values)


def _text(node: ast.expr) -> str:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else ""


if __name__ == "__main__":
    sources = [Path(word) for word in sys.argv[1:]] or SOURCES
    found = faults(*sources)
    print("\n".join(found))
    sys.exit(bool(found))
