"""Tests reach the program through what a user has; what does not is listed here."""

import ast
from collections import Counter
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).resolve().parent
MOST = 30  # of all occurrences


class Kept(NamedTuple):
    """A private name that a test needs, or a signal that it emits by hand."""

    file: str
    name: str
    times: int
    reason: str


EXIT = "the only hard end that Python has; it is the module's own public name"
SYSTEM = "no platform without a screen changes the colours of its system"
STAND_IN = "stands for an opening, which needs a model and a photo"
REDRAW = "a lens that changes nothing in sight; a true one would change something"
CLOCK = "decides which way is faster, so that the outcome is no matter of the machine"
KNOWN = "what is remembered between sweeps has no sign but the time they take"
CHECK = "a check leaves no trace where it finds nothing"
MEMORY = "a budget that a real map exceeds would take 200 MB"
NUMBERS = "NaN and infinity, which no network that runs everywhere gives at will"
SEARCH, ENGINE = (f"inference/occluder/test_{word}.py" for word in ("search", "engine"))

KEPT = (
    Kept("benchmarks/soak.py", "_exit", 1, EXIT),
    Kept("gui/driving.py", "_exit", 1, EXIT),
    Kept("gui/test_theme.py", "_system_is_dark", 1, SYSTEM),
    Kept("gui/test_theme.py", "colorSchemeChanged.emit", 2, SYSTEM),
    Kept("gui/test_lens.py", "subject_changed.emit", 1, STAND_IN),
    Kept("gui/test_lens.py", "changed.emit", 2, REDRAW),
    Kept(ENGINE, "_batching", 3, KNOWN),
    Kept(ENGINE, "_timings", 1, KNOWN),
    Kept(SEARCH, "_kept", 3, KNOWN),
    Kept(SEARCH, "_seconds", 3, CLOCK),
    Kept(SEARCH, "_LONG", 1, CLOCK),
    Kept(SEARCH, "_incremental", 2, KNOWN),
    Kept(SEARCH, "_is_over", 1, KNOWN),
    Kept(SEARCH, "_shortcut", 1, KNOWN),
    Kept(SEARCH, "_plainly", 2, CHECK),
    Kept("inference/occlusion/test_job.py", "_BUDGET", 1, MEMORY),
    Kept("inference/twin/test_parity.py", "_difference", 1, NUMBERS),
)


def is_private(name):
    return name.startswith("_") and not name.endswith("__")


def private_names(tree):
    """Yields private names of others, and signals that are emitted by hand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield from of_attribute(node)
        elif isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names if is_private(each.name))
        elif isinstance(node, ast.Call):
            yield from of_call(node)


def of_attribute(node):
    """Yields `_name` of another object, and `changed.emit` of another's signal."""
    owner = ast.unparse(node.value)
    if node.attr == "emit" and not owner.startswith("self."):
        yield f"{owner.rpartition('.')[2]}.emit"
    elif is_private(node.attr) and owner not in ("self", "cls", "super()"):
        yield node.attr


def of_call(node):
    """Yields names that `getattr`, `setattr` and their like are given as words."""
    if not ast.unparse(node.func).endswith("attr"):
        return
    for each in node.args[:2]:
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield from filter(is_private, [each.value.rpartition(".")[2]])


def test_tests_reach_the_program_through_what_a_user_has():
    found = Counter(
        (path.relative_to(TESTS).as_posix(), name)
        for path in TESTS.rglob("*.py")
        for name in private_names(ast.parse(path.read_text("utf-8")))
    )
    assert found == {(kept.file, kept.name): kept.times for kept in KEPT}
    assert found.total() <= MOST


def test_every_way_to_a_private_name_is_found():
    code = """
from gui.settings import _READERS
window._bars["Model"].clear()
setattr(window, "_bars", {})
monkeypatch.setattr("gui.frame.window._bars", {})
window.tabs.changed.emit(1)
self._mine, self.changed.emit, super()._mine, type(window).__name__
"""
    found = sorted(private_names(ast.parse(code)))
    assert found == ["_READERS", "_bars", "_bars", "_bars", "changed.emit"]
