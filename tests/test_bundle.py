"""What the bundle is made of, and what makes its build fail."""

import importlib.metadata
import tomllib
from pathlib import Path

import numpy as np
import pytest

from inference.bundled import LICENCE_RULE
from resources.bundle import build, licences
from resources.bundle.content import SUPERFLUOUS, is_shipped, resources
from resources.bundle.measure import sizes
from resources.bundle.twice import found_twice

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "dist" / "netgaze"


def library(folder, name, content):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_exactly_one_onnx_runtime_is_installed():
    names = {each.name.lower() for each in importlib.metadata.distributions()}
    assert len(names & {"onnxruntime", "onnxruntime-gpu"}) == 1


def test_the_recipe_has_onnx_runtime_for_the_cpu_alone_and_all_else():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtimes = [each for each in build.requirements() if "onnxruntime" in each]
    assert len(runtimes) == 1
    assert runtimes[0].startswith("onnxruntime>=")
    wanted = {each for each in project["dependencies"] if "onnxruntime" not in each}
    assert wanted < set(build.requirements())
    assert any("pyinstaller" in each for each in build.requirements())


def test_a_library_that_is_bundled_twice_is_found(tmp_path):
    library(tmp_path, "torch/lib/libgomp-a34b3233.so.1.0.0", b"one")
    library(tmp_path, "libgomp.so.1", b"another")
    library(tmp_path, "a/some.dll", b"same")
    library(tmp_path, "b/other.dll", b"same")
    only = library(tmp_path, "libonly.so.2", b"only")
    (tmp_path / "libonly.so").symlink_to(only)
    library(tmp_path, "a/_core.so", b"module of a")
    library(tmp_path, "b/_core.so", b"module of b")
    found = [{path.as_posix() for path in each} for each in found_twice(tmp_path)]
    assert {"a/some.dll", "b/other.dll"} in found
    assert {"libgomp.so.1", "torch/lib/libgomp-a34b3233.so.1.0.0"} in found
    assert len(found) == 2


@pytest.mark.skipif(not BUILT.is_dir(), reason="needs a bundle that was built here")
def test_the_bundle_that_was_built_has_no_library_twice():
    assert found_twice(BUILT) == []


@pytest.mark.parametrize(
    ("file", "is_in"),
    [
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/test_api", False),
        ("torch/test/cpp.bin", False),
        ("torch/testing/__init__.py", True),
        ("torch/distributed/rpc/__init__.py", True),
        ("resources/demo/toy-food.onnx", True),
    ],
)
def test_what_torch_loads_is_shipped_and_what_nobody_uses_is_not(file, is_in):
    assert is_shipped(file) is is_in


@pytest.mark.parametrize(
    ("file", "source", "is_in"),
    [
        ("libfreetype.so.6", "/lib/x86_64-linux-gnu/libfreetype.so.6", False),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("pillow.libs/libXau-1.so", "/home/me/venv/pillow.libs/libXau-1.so", True),
    ],
)
def test_of_the_system_it_has_no_more_than_it_must(file, source, is_in):
    assert is_shipped(file, source) is is_in


def test_nothing_that_torch_needs_is_left_out():
    needed = ("torch.testing", "torch.distributed", "torch._export", "torch.ao")
    assert not {"torch", *needed} & set(SUPERFLUOUS)


def test_demo_icons_help_and_numbers_are_shipped_but_no_pictures_of_the_readme():
    folders = {folder for _, folder in resources(ROOT)}
    assert {"resources", "resources/icons", "resources/self_test"} <= folders
    assert "resources/demo/photos/hamburger" in folders
    assert not any("screenshots" in folder for folder in folders)


def test_licences_of_what_is_shipped_are_gathered(tmp_path):
    links = ["../pillow.libs/libjpeg.so", "-", str(tmp_path / "base_library.zip")]
    file = licences.collected([np.__file__, *links], tmp_path)
    text = file.read_text("utf-8")
    titles = [part.split()[0] for part in text.split(LICENCE_RULE)]
    assert titles == ["NetGaze", "Python", "numpy"]
    for name in ("NetGaze", "Python 3.", f"numpy {np.__version__}", "Apache License"):
        assert name in text
    assert "pytest" not in text


def test_a_package_without_a_licence_ends_the_build(tmp_path, monkeypatch):
    package = tmp_path / "bare-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bare\nVersion: 1.0\n"
    )
    (package / "RECORD").write_text("bare.py,,\n")
    (tmp_path / "bare.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SystemExit, match="licence of bare"):
        licences.collected([str(tmp_path / "bare.py")], tmp_path)


def test_every_byte_belongs_to_a_part(tmp_path):
    library(tmp_path, "_internal/torch/lib/libtorch.so", b"12345")
    library(tmp_path, "_internal/PySide6/QtCore.so", b"123")
    library(tmp_path, "netgaze", b"12")
    assert list(sizes(tmp_path).values()) == [5, 3, 2]
