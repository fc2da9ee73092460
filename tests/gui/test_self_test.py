"""The self-test passes on a program that is right, and tells what is wrong."""

import json

import pytest

from gui.self_test import run as self_test
from gui.self_test import steps
from tests.gui.driving import let_go

pytestmark = pytest.mark.gui
SOON = 3  # steps that need no torch


def test_each_step_is_a_line_and_what_is_wrong_is_told(
    qapp, monkeypatch, tmp_path, capfd
):
    let_go()
    stored = json.loads(self_test.STORED.read_text("utf-8"))
    stored["demo"][0] += 2 * steps.FORWARD * max(map(abs, stored["demo"]))
    stored["patch"].pop()
    (tmp_path / "numbers.json").write_text(json.dumps(stored), "utf-8")
    monkeypatch.setattr(self_test, "STORED", tmp_path / "numbers.json")
    monkeypatch.setattr(self_test, "STEPS", steps.STEPS[:SOON])
    monkeypatch.setattr(steps.looking, "DEMO_MODEL", self_test.STORED)  # is no model

    assert self_test.run() == 1
    lines = capfd.readouterr().out.splitlines()
    assert "numbers differ by 6e-03 of the largest; 3e-03 is allowed" in lines[0]
    assert 'There are no class names in "numbers.json"' in lines[1]
    assert "there are 9 numbers, not 8" in lines[2]
    assert all(line.startswith("FAILED ") for line in lines)


def test_numbers_are_stored_for_every_step():
    stored = json.loads(self_test.STORED.read_text("utf-8"))
    assert list(stored) == [step.name for step in steps.STEPS]
