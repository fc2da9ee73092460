"""Builds the bundle and tries it: `python -m resources.bundle.build`.

The recipe: an environment of its own with what NetGaze needs, but ONNX Runtime and
torch for the CPU alone, and PyInstaller; then `pyinstaller pyinstaller.spec`. On Linux,
pip takes torch with CUDA unless it is told where the other one is: set
PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu before.

What is built is measured, looked through for libraries that are there twice, moved to a
path with a blank and letters that are not ASCII, and tried there from another folder,
without Python on the path and, where the system allows that, without network.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import venv
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

from resources.bundle.measure import MB, MOST, sizes, table
from resources.bundle.twice import found_twice

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = ".exe" if os.name == "nt" else ""
PROGRAM = f"NetGaze{SUFFIX}" if sys.platform != "linux" else "netgaze"
OFFLINE = ("unshare", "--map-root-user", "--net")
NAME = "bündle 測試"


def main() -> int:
    """Builds, measures and tries; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bundle")
    parser.add_argument("--only-try", action="store_true", help="what was built before")
    options = parser.parse_args()
    began = time.monotonic()
    if not options.only_try:
        build(environment(options.work / "venv"), options.dist, options.work)
        print(f"built in {time.monotonic() - began:.0f} s")
    folder = options.dist / "netgaze"
    faults = [*weighed(folder), *doubles(folder), *tried(folder)]
    print("\n".join(faults) or "the bundle is as it should be")
    return 1 if faults else 0


def requirements() -> list[str]:
    """Returns what NetGaze needs, with ONNX Runtime for the CPU, and PyInstaller."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [each for each in project["dependencies"] if "onnxruntime" not in each]
    runtime = next(each for each in project["dependencies"] if "onnxruntime" in each)
    version = runtime.split(";")[0].removeprefix("onnxruntime-gpu").strip()
    return [
        *needed,
        f"onnxruntime{version}",
        *project["optional-dependencies"]["bundle"],
    ]


def environment(folder: Path) -> Path:
    """Makes the environment anew; returns its Python.

    Raises:
        SystemExit: It has torch for CUDA, or not exactly one ONNX Runtime.
    """
    venv.create(folder, clear=True, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / f"python{SUFFIX}"
    subprocess.run([python, "-m", "pip", "install", *requirements()], check=True)
    library = next(folder.rglob("site-packages"))
    versions = {each.name: each.version for each in distributions(path=[str(library)])}
    if "+cu" in versions["torch"] or any(
        name.startswith("nvidia") for name in versions
    ):
        raise SystemExit("This is torch for CUDA: see PIP_EXTRA_INDEX_URL above.")
    if len(versions.keys() & {"onnxruntime", "onnxruntime-gpu"}) != 1:
        raise SystemExit("There has to be exactly one ONNX Runtime.")
    return python


def build(python: Path, dist: Path, work: Path) -> None:
    """Runs PyInstaller in an environment."""
    folders = ["--distpath", str(dist), "--workpath", str(work / "pyinstaller")]
    words = ["-m", "PyInstaller", "--noconfirm", *folders, "pyinstaller.spec"]
    subprocess.run([str(python), *words], cwd=ROOT, check=True)


# ---- what is wrong with it


def weighed(folder: Path) -> list[str]:
    """Prints the sizes; says so where it is too large."""
    parts = sizes(folder)
    print(table(parts))
    size = sum(parts.values()) / MB
    return [f"It has {size:.0f} MB, more than {MOST}."] if size > MOST else []


def doubles(folder: Path) -> list[str]:
    """Says which libraries are there twice."""
    return [f"twice: {', '.join(map(str, each))}" for each in found_twice(folder)]


def tried(folder: Path) -> list[str]:
    """Has the program answer a command and test itself, where nothing helps it."""
    with TemporaryDirectory(prefix="netgaze ") as home:
        moved = Path(home) / NAME
        shutil.copytree(folder, moved, symlinks=True)
        program = str(moved / PROGRAM)
        is_offline = _can_be_offline()
        print("without network" if is_offline else "with network: unshare is refused")
        before = OFFLINE if is_offline else ()
        return [
            f"{' '.join(words)}: exit code {code}"
            for words in (("--version",), ("info", _demo(moved)), ("--self-test",))
            if (code := _exit_code([*before, program, *words], Path(home)))
        ]


def _demo(folder: Path) -> str:
    return str(next(folder.rglob("toy-food.onnx")))


def _exit_code(command: list[str], home: Path) -> int:
    """Runs a command in another folder, with no variable that Python heeds."""
    kept = re.compile("SYSTEMROOT|TEMP|TMP|COMSPEC|WINDIR", re.IGNORECASE)
    own = {name: text for name, text in os.environ.items() if kept.fullmatch(name)}
    own |= {"HOME": str(home), "USERPROFILE": str(home), "LANG": "C.UTF-8"}
    return subprocess.run(command, cwd=home, env=own, check=False).returncode


def _can_be_offline() -> bool:
    try:
        return not subprocess.run([*OFFLINE, "true"], check=False).returncode
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
