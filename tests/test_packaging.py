"""What is installed runs from any folder, with all it needs."""

import tomllib
from pathlib import Path

from inference.bundled import DEMO_MODEL, DEMO_PHOTO, RESOURCES
from inference.classifier import bundled_labels

ROOT = Path(__file__).resolve().parents[1]


def test_resources_are_found_beside_the_code_not_in_the_working_folder(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert DEMO_MODEL.is_file()
    assert DEMO_PHOTO.is_file()
    assert (RESOURCES / "theme.qss").is_file()
    assert len(bundled_labels(1000)) == 1000
    assert bundled_labels(1001) == ("background", *bundled_labels(1000))


def test_the_wheel_takes_whole_rooms_from_the_top_level_only():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["include"] == ["/main.py", "/gui", "/inference", "/resources"]
    assert project["project"]["scripts"] == {"netgaze": "main:main"}


def test_the_readme_tells_what_each_extra_brings_and_weighs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(project["optional-dependencies"]) - {"test", "dev"}
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    rows = [line for line in readme if line.startswith("| `") and " MB" in line]
    assert extras == {"cuda", "analysis", "bundle"}
    assert {row.split("`")[1] for row in rows} == extras


def test_cuda_is_an_extra_of_the_runtime_that_is_needed_anyway():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (base,) = (d for d in project["dependencies"] if d.startswith("onnxruntime-gpu"))
    (extra,) = project["optional-dependencies"]["cuda"]
    assert extra.replace("[cuda,cudnn]", "") == base
