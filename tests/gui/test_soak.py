"""The window holds while somebody touches everything."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 2_000_000  # bytes of a shared file: the suite is short
ACTIONS, SEED = 200, 1


@pytest.mark.slow
def test_the_window_holds_two_hundred_random_actions():
    words = [sys.executable, "-m", "tests.benchmarks.soak", f"--largest={LARGEST}"]
    words += [f"--actions={ACTIONS}", f"--seed={SEED}"]
    ended = subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
