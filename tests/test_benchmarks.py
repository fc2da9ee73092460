"""The script that measures what a graphics card makes of it can be run."""

import subprocess
import sys
from pathlib import Path

import pytest

from inference.network.cuda import why_no_cuda

SCRIPT = Path(__file__).parent / "benchmarks" / "cuda.py"


def run(folder, *words):
    """Runs it from another folder, as from a bare checkout."""
    return subprocess.run(
        [sys.executable, SCRIPT, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_dry_run_on_the_processor_goes_through_all_of_it(tmp_path):
    done = run(tmp_path, "--provider", "cpu")
    assert done.returncode == 0, done.stderr
    for part in (
        *("a map of 1,024 inputs", "plain loop", "logits differ by", "Grad-CAM"),
        *("gradients and model agree", "an epoch", "ranking", "A dry run"),
    ):
        assert part in done.stdout


@pytest.mark.skipif(not why_no_cuda(), reason="there is CUDA here")
def test_without_cuda_it_says_so_in_one_sentence(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("CUDA cannot be used here: ")
    assert done.stderr == ""
