"""Lists the sentences of `inference` that no other language could say.

A sentence is a template with arguments. What is put together before (an f-string,
pieces joined by +, `.format`) stands in no table of translations, and words handed over
as an argument stay English in the midst of another language. `tests/printed_words.py`
sees what is said without any template.

    python tests/sentences.py [FOLDER…]     exit code 1 where there are any
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[1]
BASE = "InferenceError"
HANDING_ON = {BASE, "say"}  # they are handed the literal


def faults(root: Path = ROOT / "inference") -> list[str]:
    """Returns "file:line: what is wrong", for the Python files in a folder."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in root.rglob("*.py")}
    core = ast.parse((ROOT / "inference" / "errors.py").read_text("utf-8"))
    family = _family([core, *trees.values()])
    return [
        f"{path}:{line}: {what}"
        for path, tree in sorted(trees.items())
        for line, what in sorted(_faults(tree, family))
    ]


def _family(trees: list[ast.Module]) -> dict[str, bool]:
    """Returns the classes of errors for people, and whether they take a template."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    family, before = {BASE: True}, 0
    while len(family) > before:
        before = len(family)
        for each in classes:
            bases = {base.id for base in each.bases if isinstance(base, ast.Name)}
            if bases & family.keys():
                family[each.name] = not _has_init(each)
    return family


def _has_init(node: ast.ClassDef) -> bool:
    return any(getattr(part, "name", "") == "__init__" for part in node.body)


def _faults(tree: ast.Module, family: dict[str, bool]) -> Iterator[tuple[int, str]]:
    taking = {"Sentence", "say", *(name for name, takes in family.items() if takes)}
    for call in _calls(tree, family):
        name = getattr(call.func, "id", "")
        if name in taking or _is_super_init(call.func):
            yield from ((call.lineno, what) for what in _wrong(call))


def _calls(node: ast.AST, family: dict[str, bool]) -> Iterator[ast.Call]:
    """Yields the calls whose template the check may see.

    Some hand a template on that they are given, and `super().__init__` takes one only
    within its family.
    """
    for child in ast.iter_child_nodes(node):
        if getattr(child, "name", "") in HANDING_ON:
            continue
        if isinstance(child, ast.ClassDef) and child.name not in family:
            yield from (c for c in _calls(child, family) if not _is_super_init(c.func))
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _calls(child, family)


def _is_super_init(called: ast.expr) -> bool:
    return ast.unparse(called) == "super().__init__"


def _wrong(call: ast.Call) -> Iterator[str]:
    """Says what keeps a sentence from being translated."""
    named = {word.arg: word.value for word in call.keywords}
    if len(call.args) != 1 or not _text(call.args[0]) or None in named:
        yield "no literal template"
        return
    templates = [_text(call.args[0])]
    if "one" in named:
        templates.append(_text(named.pop("one")))
        if "n" not in named:
            yield "a singular without a count n"
    used = {name for text in templates for name in _fields(text)} if named else set()
    if used != named.keys():
        yield f"arguments {sorted(named)} for the fields {sorted(used)}"
    for name, value in named.items():
        if any(_holds_words(part) for part in _parts(value)):
            yield f"English words in the argument {name}"


def _text(node: ast.expr) -> str:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else ""


def _fields(template: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """Yields the literals that an argument may be, or is put together from."""
    match value:
        case ast.IfExp(body=body, orelse=other):
            yield from (*_parts(body), *_parts(other))
        case ast.BoolOp(values=values) | ast.JoinedStr(values=values):
            for each in values:
                yield from _parts(each)
        case ast.BinOp(left=left, right=right):
            yield from (*_parts(left), *_parts(right))
        case ast.Constant():
            yield value


def _holds_words(literal: ast.expr) -> bool:
    return any(letter.isalpha() for letter in _text(literal))


if __name__ == "__main__":
    folders = map(Path, sys.argv[1:] or [str(ROOT / "inference")])
    found = [line for folder in folders for line in faults(folder)]
    print("\n".join(found))
    sys.exit(bool(found))
