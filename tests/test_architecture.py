"""The plan of the house: which room may know which, and how large a room may be."""

import ast
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import inference

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("inference", "gui")
ROOMS = sorted(
    module.name
    for module in pkgutil.walk_packages(inference.__path__, "inference.")
    if not module.name.startswith("inference.twin")
)
FOREIGN = ("PySide6", "pyqtgraph", "torch", "captum")
FACES = {  # folders that others enter by one door
    *(f"inference.{name}" for name in ("classifier", "occluder", "export", "image")),
    *(f"inference.{name}" for name in ("dataset", "doctor", "finetune", "ranking")),
    *(f"inference.{word}" for word in ("occlusion", "gradcam", "activations")),
    *(f"inference.{word}" for word in ("masking", "integrated", "attention")),
    *("inference.methods", "inference.trust", "inference.diagnostics"),
}
OTHER_DOORS = {  # their `__init__` holds more than names
    "inference": "the version; keeps ONNX Runtime offline before it is imported",
    "inference.cli": "the parser; the commands are its rooms",
    "gui.panels": "the list of all tabs",
}
LONGEST_FUNCTION, LONGEST_FILE = 40, 300  # lines


@cache
def texts():
    """Returns what the files of both packages say, by their paths from the root."""
    paths = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths
    }


@cache
def trees():
    """Returns their syntax trees."""
    return {path: ast.parse(text) for path, text in texts().items()}


def module_of(path):
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(tree):
    """Yields (module, name or None) of whatever a file imports, wherever."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module, alias.name) for alias in node.names)


# -- Which room may know which -----------------------------------------------------


@pytest.mark.slow
def test_no_room_of_inference_but_the_twin_loads_qt_or_torch():
    code = f"""
import importlib, sys
for room in {ROOMS!r}:
    importlib.import_module(room)
    found = [name for name in {FOREIGN!r} if name in sys.modules]
    assert not found, (room, found)
"""
    command = [sys.executable, "-c", code]
    ended = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_there_are_rooms_to_look_at():
    assert "inference.classifier.classifier" in ROOMS
    assert "inference.occlusion.sweep" in ROOMS


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_and_file_stands_in_a_layer(package):
    (contract,) = (c for c in contracts() if c.get("containers") == [package])
    named = {word for layer in contract["layers"] for word in layer.split(" | ")}
    found = {
        path.stem
        for path in (ROOT / package).iterdir()
        if path.name[0] != "_" and (path.suffix == ".py" or any(path.glob("*.py")))
    }
    assert contract["exhaustive"]
    assert found == named


def test_a_folder_with_a_face_is_entered_through_it():
    entered = {
        path
        for path, tree in trees().items()
        for module, name in imports(tree)
        for face in FACES
        if not f"{module_of(path)}.".startswith(f"{face}.")
        if module.startswith(f"{face}.") or (module == face and name not in names(face))
    }
    assert not entered


def names(face):
    """Returns the names that a face hands on, from the rooms behind it."""
    tree = trees()[f"{face.replace('.', '/')}/__init__.py"]
    return {name for module, name in imports(tree) if module.startswith(f"{face}.")}


def test_a_face_is_a_sentence_imports_and_all_of_their_names():
    doors = {module_of(p): t for p, t in trees().items() if p.endswith("__init__.py")}
    for folder in set(doors) - set(OTHER_DOORS):
        _, *handed = doors[folder].body
        assert ast.get_docstring(doors[folder]), folder
        if folder not in FACES:
            assert not handed, f"{folder} has no face, yet holds something"
            continue
        *imported, listed = handed
        assert all(isinstance(node, ast.ImportFrom) for node in imported), folder
        assert set(ast.literal_eval(listed.value)) == names(folder), folder


# -- A new tab ---------------------------------------------------------------------

TAB = '''"""The tab Newest."""

from gui.lens import Lens
from gui.panels.panel import Tab


class NewestLens(Lens):
    """Asks nothing."""

    word = "newest"

    def __init__(self, session, lanes, answers):
        super().__init__(session, lanes, answers, None)

    def question(self, subject, index):
        return None


def _panel():
    from gui.panels.newest.panel import NewestPanel

    return NewestPanel


TAB = Tab("Newest", _panel, NewestLens)
'''
PANEL = '''"""The controls of Newest."""

from gui.panels.panel import Panel
from gui.panels.newest.tab import TAB, NewestLens


class NewestPanel(Panel):
    """Ranks photos."""

    tab = TAB

    def __init__(self, session, lanes, lenses):
        super().__init__(session, lanes, lenses)
        self.lens = lenses.of(NewestLens)
        self.lay_out()
'''


@pytest.fixture
def house(tmp_path):
    """A copy of the house that may be built on."""
    compiled = shutil.ignore_patterns("__pycache__")
    for folder in (*PACKAGES, "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=compiled)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def add_tab(house, panel=PANEL):
    """Adds a folder, and a line where all tabs are listed."""
    folder = house / "gui/panels/newest"
    folder.mkdir()
    rooms = {"__init__": '"""The tab Newest."""', "tab": TAB, "panel": panel}
    for room, content in rooms.items():
        (folder / f"{room}.py").write_text(f"{content}\n", "utf-8")
    tabs = house / "gui/panels/__init__.py"
    last = '    "finetune",\n'
    listed = tabs.read_text("utf-8").replace(last, f'{last}    "newest",\n')
    tabs.write_text(listed, "utf-8")


def broken_contracts(house):
    """Returns the names of the contracts that a house does not keep."""
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    ended = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Contracts:" in ended.stdout, ended.stdout + ended.stderr
    return set(re.findall(r"^(\S.*) BROKEN", ended.stdout, re.MULTILINE))


def test_every_folder_of_panels_is_a_tab():
    from gui.panels import WORDS

    folders = {path.parent.name for path in (ROOT / "gui/panels").glob("*/__init__.py")}
    assert set(WORDS) == folders


@pytest.mark.slow
def test_a_panel_is_imported_when_its_tab_is_visited():
    code = """
import os, sys
from PySide6.QtWidgets import QApplication, QTabBar
from gui.app import open_window
window = open_window(QApplication([]), [])
late = "gui.panels.gradcam.panel", "gui.panels.activations.panel"
print([room in sys.modules for room in late])
words = "doctor", "dataset", "ranking", "finetune", "methods", "masking", "integrated"
needless = {f"inference.{word}" for word in (*words, "attention", "trust")}
needless |= {"torch", "sqlite3", "pyqtgraph", "sklearn"}
print(sorted(needless & sys.modules.keys()))
window.findChild(QTabBar).setCurrentIndex(1)
print([room in sys.modules for room in late], flush=True)
os._exit(0)  # the demo is still being opened
"""
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stdout == "[False, False]\n[]\n[True, False]\n", ended.stderr


@pytest.mark.slow
def test_a_new_tab_is_a_folder_and_a_line(house):
    add_tab(house)
    assert not broken_contracts(house)
    code = """
import os
from PySide6.QtWidgets import QApplication, QTabBar
from gui.app import open_window
window = open_window(QApplication([]), [])
tabs = window.findChild(QTabBar)
tabs.setCurrentIndex(tabs.count() - 1)
print(tabs.tabText(tabs.count() - 1), window.lenses.followed.word, flush=True)
os._exit(0)  # the demo is still being opened
"""
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=house,
        env=os.environ | {"XDG_CONFIG_HOME": str(house)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stdout == "Newest newest\n", ended.stderr


@pytest.mark.slow
def test_the_contracts_cover_a_new_tab_and_refuse_a_folder_that_none_names(house):
    wrong = "from gui.panels.occlusion import panel\nfrom gui.frame import tabs"
    add_tab(house, f"{PANEL}\n{wrong}\n")
    for folder in ("inference/novelty", "gui/charts"):
        (house / folder).mkdir()
        (house / folder / "__init__.py").write_text('"""New."""\n', "utf-8")
    assert broken_contracts(house) == {
        "panels are independent of each other",
        "gui: the frame, the photo and the panels, downwards only",
        "inference: one folder an idea, downwards only",
    }


# -- How large a room may be -------------------------------------------------------


def length(function):
    """Returns the lines of a function, its docstring not counted."""
    lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is not None:
        lines -= function.body[0].end_lineno - function.body[0].lineno + 1
    return lines


def test_functions_are_short():
    long = {
        f"{path} {node.name}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if length(node) > LONGEST_FUNCTION
    }
    assert not long


def test_files_are_short():
    long = {p for p, text in texts().items() if len(text.splitlines()) > LONGEST_FILE}
    assert not long


def test_no_class_reaches_into_another():
    """Neither by an attribute, nor by a name that is imported from another room."""
    reaching = {path for path, tree in trees().items() if any(foreign_names(tree))}
    assert not reaching


def foreign_names(tree):
    """Yields private names of other classes, objects and rooms."""
    modules = {module for module, name in imports(tree) if name is None}
    own = {"self", "cls", "super()", *modules}  # os._exit is a module's
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) not in own:
            yield from (name for name in [node.attr] if is_private(name))
    yield from (name for _, name in imports(tree) if is_private(name or ""))


def is_private(name):
    return name.startswith("_") and not name.endswith("__")


def test_no_linter_is_told_to_look_away_from_that():
    assert not {path for path, text in texts().items() if "SLF001" in text}
